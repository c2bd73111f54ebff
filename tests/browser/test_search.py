"""Searching: as one types, by name and by word, by keyboard, from a folder; without a script, an index to read."""

# ruff: noqa: RUF001 (letters of other scripts that look like Latin ones are what is tested)

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.barriers import barriers_on
from tests.browser.reader import Reader, Screen

SEARCH = "search.html"
# What a search would say of a text in which it is not known to be found: its words, each of which must begin one there.
HOW_IT_IS_READ = """texts => texts.map(text => [
  fold(text), sought(text).filter(word => !` ${spelt(text)}`.includes(` ${word}`)),
])"""
# Letters that are written for one another, which the script knows and Unicode does not.
FOR_ANOTHER = str.maketrans(
    {
        **dict(zip("ىیکةٱςıłøđðħŧɓɗƙ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "ييكهاσiloddhtbdk" + "0123456789" * 2, strict=True)),
        **dict.fromkeys("’ʼʻʾʿ׳", "'"),
        **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "ng", "ـ": ""},
    }
)

WRITING = st.text(st.characters(categories=["L", "M", "N", "P", "Zs"]))
ARABIC = st.text(st.sampled_from("اأإآٱبةتىيی ئؤءلوكک'’ َُِّـ٣۴"))
NAMES = st.text(st.sampled_from("aàÁeéhiİıßœłØñþÐ sS'’ʿ-‑.,\u00ad\u00a0 09"))
UNSPACED = st.text(st.sampled_from("停戦岸本カガー・、。 ทกุง์ລາ က\u200ba1"))
HEBREW = st.text(st.sampled_from("צהלמ״\"'׳ -."))


def find(page: Page, words: str) -> None:
    """Type words and wait until what was found is told."""
    page.get_by_role("searchbox").fill(words)
    expect(page.get_by_role("status")).not_to_be_empty()


def titles(page: Page) -> list[str]:
    return page.locator("#search_results .title").all_inner_texts()


def folded(text: str) -> str:
    """Fold a text as the script does, by another's tables."""
    letters = regex.sub(r"[\p{M}\p{DI}]", "", unicodedata.normalize("NFKD", text).lower())
    return regex.sub('(?<=[א-ת])["״](?=[א-ת])', "'", letters.replace("ـ", "")).translate(FOR_ANOTHER)


# ---------------------------------------------------------------- what is found


def test_a_name_is_found_as_it_is_typed_and_leads_to_its_page(reader: Reader) -> None:
    with reader.opens(SEARCH) as page:
        page.get_by_role("searchbox").press_sequentially("khalifa haf")
        expect(page.locator("#search_results .title").first).to_have_text("Khalifa Haftar")
        expect(page.locator("#search_index")).to_be_hidden()
        assert page.locator("#search_results li").first.locator("mark").all_inner_texts() == ["Khalifa", "Haftar"]
        page.locator("#search_results a").first.click()
        page.wait_for_url("**/actors/haftar.html")


def test_an_alias_finds_its_bearer(reader: Reader, subtests: pytest.Subtests) -> None:
    with reader.opens(SEARCH) as page:
        for words in ("Gaddafi", "GADDAFI", "معمر القذافي", "قذافي", "gáddáfi"):
            find(page, words)
            with subtests.test(words=words):
                assert titles(page)[0] == "Moammar Gadhafi"


def test_a_name_that_is_spelt_another_way_is_found_and_the_guess_is_told(
    reader: Reader, subtests: pytest.Subtests
) -> None:
    with reader.opens(SEARCH) as page:
        for words in ("Hifter", "Hafter", "Heftar", "Hatfar", "Haftra", "Hafttar"):
            find(page, words)
            with subtests.test(words=words):
                assert titles(page)[0] == "Khalifa Haftar"
                expect(page.get_by_role("status")).to_contain_text("Nothing is spelt exactly like this")


def test_what_has_all_words_is_found_where_it_stands_and_else_what_has_some_of_them(reader: Reader) -> None:
    with reader.opens(SEARCH) as page:
        find(page, "killed tripoli 213")
        first = page.locator("#search_results li").first
        expect(first.locator(".about")).to_have_text("Figure · April 2019")
        first.get_by_role("link").click()
        page.wait_for_url("**/figures.html#figure-killed")
    with reader.opens(SEARCH) as page:
        find(page, "tripoli zeppelin")
        assert titles(page)[0] == "Tripoli"
        expect(page.get_by_role("status")).to_contain_text("these have some of them")


def test_a_word_of_a_long_text_is_shown_with_the_words_around_it(reader: Reader) -> None:
    with reader.opens(SEARCH) as page:
        find(page, "1,009")
        section = page.locator("#search_results li", has=page.get_by_text("Section"))
        snippet = section.locator(".snippet")
        expect(snippet.locator("mark").first).to_be_visible()
        assert snippet.inner_text().startswith("… ")
        assert len(snippet.inner_text()) < 240
        section.get_by_role("link").click()
        page.wait_for_url("**/index.html#section-**")


def test_of_much_that_is_found_the_best_is_shown_and_how_much_there_is(reader: Reader) -> None:
    with reader.opens(SEARCH) as page:
        find(page, "the")
        assert len(titles(page)) == 50
        expect(page.get_by_role("status")).to_contain_text("The first 50 are shown")


def test_where_nothing_is_found_the_page_says_what_to_do_and_shows_its_index(reader: Reader) -> None:
    with reader.opens(SEARCH) as page:
        find(page, "xylophone")
        expect(page.get_by_role("status")).to_contain_text("Try fewer words")
        expect(page.locator("#search_index")).to_be_visible()
        page.get_by_role("searchbox").fill("")
        expect(page.get_by_role("status")).to_be_empty()
        expect(page.locator("#search_index")).to_be_visible()


def test_arabic_is_found_however_its_letters_are_written(arabic: Reader, subtests: pytest.Subtests) -> None:
    with arabic.opens(SEARCH) as page:
        for words in ("بلديه", "البَلَديّة", "والبلدية", "٢٠٢٤ البلدية", "بلـــدية"):
            find(page, words)
            with subtests.test(words=words):
                assert "البلدية" in " ".join(titles(page))
                expect(page.get_by_role("status")).to_contain_text("النتائج")


# ---------------------------------------------------------------- how it is reached


def test_the_address_leads_to_a_search_and_follows_what_is_typed(reader: Reader) -> None:
    with reader.opens(f"{SEARCH}?q=Haftar&from=elsewhere#search_words") as page:
        assert page.get_by_role("searchbox").input_value() == "Haftar"
        assert titles(page)[0] == "Khalifa Haftar"
        find(page, "Sarraj & Co")
        page.wait_for_url("**/search.html?q=Sarraj+%26+Co&from=elsewhere#search_words")
        page.get_by_role("searchbox").fill("")
        page.wait_for_url("**/search.html?from=elsewhere#search_words")


def test_the_keyboard_alone_searches_opens_what_is_found_and_comes_back_to_it(reader: Reader) -> None:
    with reader.opens(SEARCH) as page:
        page.get_by_role("searchbox").focus()
        page.keyboard.type("Sarraj")
        page.keyboard.press("Enter")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Fayez al-Sarraj").first).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**/actors/sarraj.html")
        page.go_back()
        expect(page.get_by_role("searchbox")).to_have_value("Sarraj")
        expect(page.locator("#search_results .title").first).to_have_text("Fayez al-Sarraj")


def test_nothing_is_asked_of_anyone_while_one_searches(reader: Reader) -> None:
    with reader.opens(SEARCH) as page:
        page.wait_for_load_state("networkidle")
        asked: list[Request] = []
        page.on("request", lambda request: asked.extend([request]))
        find(page, "Haftar")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=Haftar")
        # A browser may show the icon anew when the address changes.
        assert [each.url for each in asked if not each.url.endswith(".svg")] == []


def test_a_search_works_from_a_folder_on_disk(browser: Browser, published_site: Path) -> None:
    with Reader(browser, published_site.as_uri()).opens(f"{SEARCH}?q=Haft") as page:
        assert titles(page)[0] == "Khalifa Haftar"
        find(page, "Sarraj")
        page.wait_for_url("**/search.html?q=Sarraj")
        page.locator("#search_results a").first.click()
        page.wait_for_url("file:///**/actors/sarraj.html")


def test_without_a_script_the_page_is_an_index_with_references_from_other_spellings(reader: Reader) -> None:
    with reader.opens(SEARCH, Screen(script=False)) as page:
        assert "JavaScript" in page.get_by_role("search").inner_text()
        page.get_by_role("searchbox").fill("Gaddafi")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=Gaddafi")
        line = page.locator("#search_index li", has_text="Gaddafi: see Moammar Gadhafi")
        line.get_by_role("link").click()
        page.wait_for_url("**/actors/gadhafi.html")


# ---------------------------------------------------------------- for everyone


def test_axe_finds_no_barrier_in_what_is_found(reader: Reader, arabic: Reader) -> None:
    searches = (
        (reader, "Haftar", Screen()),
        (reader, "Hifter", Screen(dark=True)),
        (arabic, "البلدية", Screen(width=360)),
    )
    for site, words, screen in searches:
        with site.opens(SEARCH, screen) as page:
            find(page, words)
            assert titles(page)
            assert barriers_on(page) == []


def test_what_is_found_is_no_wider_than_the_window(reader: Reader) -> None:
    with reader.opens(f"{SEARCH}?q=the") as page:
        assert titles(page)
        for width in (1440, 360, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width


# ---------------------------------------------------------------- how words are compared


def test_words_are_compared_without_case_marks_and_forms_of_letters(reader: Reader) -> None:
    """As Python folds them too, and so that whatever stands in a text is found by the words of the text."""
    with reader.opens(SEARCH) as page:

        @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(st.lists(st.one_of(WRITING, ARABIC, NAMES, UNSPACED, HEBREW), min_size=20, max_size=40))
        def compare(texts: list[str]) -> None:
            read = page.evaluate(HOW_IT_IS_READ, texts)
            assert [fold for fold, _ in read] == [folded(text) for text in texts]
            assert [missed for _, missed in read] == [[]] * len(texts)

        compare()


def test_words_that_differ_only_in_how_they_are_written_are_the_same(reader: Reader) -> None:
    same = [
        ("Sana’a", "sanaa"),
        ("Sanaa", "Sana'a"),
        ("l’armée libyenne", "armee"),
        ("O’Reed", "oreed"),
        ("al-Sarraj", "sarraj"),
        ("Łódź, Straße, Øre", "lodz strasse ore"),
        ("ﬁlm in ①", "film 1"),
        ("والمدينة", "مدينه"),
        ("أُغلق الميناء", "اغلق ميناء"),
        ("مستشفى", "مستشفي"),
        ("U.S. Africa Command", "US Africa"),
        ("The US", "u.s."),
        ("J. R. R. Tolkien, Ph.D.", "jrr tolkien phd"),
        ("co-operation by e-mail", "cooperation email"),
        ("Cooperation, ceasefire", "co‑operation, cease-fire"),
        ("F-16s of al-Sarraj", "f16 alsarraj"),
        ("3,500 or 12\u202f500 or 1.000.000 or 1’000", "3500 12,500 1000000 1000"),
        ("3500", "3,500"),
        ("AT&T", "att"),
        ("The AT&T", "AT&T"),
        ("Þórður Guðmundsson", "Thordur Gudmundsson"),
        ("Haf\u00adtar, Trip\u200boli", "haftar tripoli"),
        ("岸本首相は停戦を求めた", "停戦 首相は"),
        ("การหยุดยิงในกรุงเทพ", "หยุดยิง"),
        ("하마스는", "하마스"),
        ("צה״ל", "צהל"),
        ('צה"ל', "צה״ל"),
    ]
    others = (
        "pairs => pairs.filter(([text, query]) => !sought(query).every(word => ` ${spelt(text)}`.includes(` ${word}`)))"
    )
    with reader.opens(SEARCH) as page:
        assert page.evaluate(others, same) == []


def test_what_was_sought_is_marked_and_nothing_beside_it(reader: Reader) -> None:
    marked = """pairs => pairs.map(([text, query]) => (
      marked(text, sought(query)).map(node => typeof node === "string" ? node : `[${node.textContent}]`).join("")
    ))"""
    texts = {
        ("岸本首相は停戦を求めた。", "停戦"): "岸本首相は[停戦]を求めた。",
        ("สั่งการหยุดยิงแล้ว", "หยุดยิง"): "สั่งการ[หยุดยิง]แล้ว",
        ("a co-operation of 3,500", "cooperation 3500"): "a [co-operation] of [3,500]",
        ("Haftar-led, U.S.-led", "led"): "Haftar-[led], U.S.-[led]",
        ("The U.S. Africa Command", "us"): "The [U.S]. Africa Command",
    }
    with reader.opens(SEARCH) as page:
        assert page.evaluate(marked, list(texts)) == list(texts.values())


# ---------------------------------------------------------------- days and questions


def test_a_day_is_found_as_it_is_said_or_as_machines_write_it_and_its_own_event_first(
    reader: Reader, subtests: pytest.Subtests
) -> None:
    with reader.opens(SEARCH) as page:
        for words in ("15 April 2019", "2019-04-15"):
            find(page, words)
            with subtests.test(words=words):
                assert titles(page)[0] == "President Trump and Haftar speak by telephone"
        find(page, "2019-04")
        assert titles(page)[0] == "Clashes in Tripoli as the Libyan National Army advances"


def test_a_question_finds_what_answers_it_though_nothing_has_all_of_its_words(
    reader: Reader, subtests: pytest.Subtests
) -> None:
    with reader.opens(SEARCH) as page:
        for words, found in (
            ("who is Pompeo", "Mike Pompeo"),
            ("what is the CIA deal", "What was Haftar’s deal with the CIA?"),
            (
                "how many people were killed in Tripoli",
                "at least 213 people killed in clashes in Tripoli in the month so far",
            ),
        ):
            find(page, words)
            with subtests.test(words=words):
                assert found in titles(page)[:4]
                expect(page.get_by_role("status")).to_contain_text("Nothing has all of these words; these have some")


def test_words_of_texts_are_found_by_another_spelling_too(reader: Reader) -> None:
    with reader.opens(SEARCH) as page:
        find(page, "recognizes")
        assert titles(page)
        find(page, "organization")
        assert "CIA" in titles(page)
        expect(page.get_by_role("status")).to_contain_text("These come close")
