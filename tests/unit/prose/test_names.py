"""First mentions: the first time a text calls an actor or term by name, and only then, the name becomes a link."""

from __future__ import annotations

import contextlib
import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import FactId, Id, Kind, MarkdownForm
from standfirst.model.addresses import Address
from standfirst.present.views import FactTarget, ProseView
from standfirst.problems.errors import SiteError
from standfirst.prose.names import FactName, NameFinder
from standfirst.prose.references import read_prose
from standfirst.rendering.prose.html import Setting, Writer
from tests.explainers import content, joined, made, text_node


def name(text: str, fact: str, *, any_case: bool = False) -> FactName:
    return FactName(text, FactId(Kind.ACTOR, Id(fact)), Address(f"{fact}.html"), any_case)


def view(text: str, *names: FactName, form: MarkdownForm = MarkdownForm.BLOCK, language: str = "en") -> ProseView:
    prose = read_prose(text_node(text), form)
    targets = tuple(
        FactTarget(each.reference.to, Address(f"{each.reference.to.id}.html"), "x") for each in prose.mentions
    )
    longest_first = tuple(sorted(names, key=lambda each: -len(each.text)))
    return ProseView(
        markdown=text,
        form=form,
        document=prose.document,
        origin=prose.origin,
        scope="any",
        targets=targets,
        names=longest_first,
        language=language,
    )


SETTING = Setting(lambda address: address.route, lambda _embed, _anchored: "")


def linked(
    text: str, *names: FactName, form: MarkdownForm = MarkdownForm.BLOCK, language: str = "en"
) -> list[tuple[str, str]]:
    """Return the words that became mentions, each with the fact that it leads to."""
    rendered = html.unescape(Writer(str).to_html(view(text, *names, form=form, language=language), SETTING))
    return re.findall(r'<a class="mention" data-fact="actor:([^"]*)"[^>]*>([^<]*)</a>', rendered)


HAFTAR = (name("Khalifa Haftar", "haftar"), name("Haftar", "haftar"))


def test_only_the_first_mention_becomes_a_link_by_whichever_name() -> None:
    assert linked("Haftar came. Khalifa Haftar saw. Haftar won.", *HAFTAR) == [("haftar", "Haftar")]


def test_the_longest_name_wins() -> None:
    names = (*HAFTAR, name("Army", "army"), name("Libyan National Army", "lna"))
    assert linked("The Libyan National Army of Khalifa Haftar, an Army.", *names) == [
        ("lna", "Libyan National Army"),
        ("haftar", "Khalifa Haftar"),
        ("army", "Army"),
    ]


@pytest.mark.parametrize(
    "text", ["Haftarism", "anti_Haftar2", "XHaftar", "Haftar\u0301", "O’Haftar", "Haftar’ll", "Haftar2"]
)
def test_a_part_of_a_word_is_no_mention(text: str) -> None:
    assert linked(text, *HAFTAR) == []


@pytest.mark.parametrize(
    "text", ["(Haftar)", "Haftar-led", "“Haftar”", "‘Haftar’", "Haftar.", "pro-Haftar", "Haftar/Saleh", "'Haftar'"]
)
def test_a_name_between_other_signs_is_one(text: str) -> None:
    assert linked(text, *HAFTAR) == [("haftar", "Haftar")]


@pytest.mark.parametrize("text", ["Haftar’s army", "Haftar's army", "Haftar’s."])
def test_a_possessive_ending_stays_outside(text: str) -> None:
    assert linked(text, *HAFTAR) == [("haftar", "Haftar")]
    assert re.search(r"</a>[’']s", Writer(str).to_html(view(text, *HAFTAR), SETTING))


def test_either_apostrophe_writes_a_name_that_has_one() -> None:
    names = (name("O’Brien", "obrien"), name("Côte d'Ivoire", "ivoire"))
    assert linked("O'Brien in Côte d’Ivoire", *names) == [("obrien", "O'Brien"), ("ivoire", "Côte d’Ivoire")]
    assert linked("O’Brien’s Côte d'Ivoire", *names) == [("obrien", "O’Brien"), ("ivoire", "Côte d'Ivoire")]


def test_a_name_may_be_broken_over_lines() -> None:
    assert linked("Khalifa\nHaftar", *HAFTAR) == [("haftar", "Khalifa\nHaftar")]


def test_case_counts_but_for_the_first_letter_of_a_term() -> None:
    term = name("ceasefire", "ceasefire", any_case=True)
    assert linked("haftar, HAFTAR", *HAFTAR) == []
    assert linked("Ceasefire now", term) == [("ceasefire", "Ceasefire")]
    assert linked("CEASEFIRE now", term) == []
    assert linked("a ceasefire now", name("Ceasefire", "c", any_case=True)) == [("c", "ceasefire")]


def test_names_are_found_in_scripts_without_capitals_and_with_marks() -> None:
    arabic, marked = name("حفتر", "haftar"), name("Saïf", "saif")
    assert linked("قال حفتر إن", arabic) == [("haftar", "حفتر")]
    assert linked("حفترَ", arabic) == []
    assert linked("Saïf spoke", marked) == [("saif", "Saïf")]


def test_signs_that_mean_something_in_a_pattern_mean_themselves() -> None:
    assert linked("The U.S. (and C++)", name("U.S.", "us"), name("C++", "cpp")) == [("us", "U.S."), ("cpp", "C++")]
    assert linked("The UxSx", name("U.S.", "us")) == []


@pytest.mark.parametrize(
    "text",
    [
        "[Haftar](https://example.org/)",
        "# Haftar",
        "> Haftar",
        "`Haftar`",
        "    Haftar",
        "| Haftar |\n|---|\n| Haftar |",
        "a[^1]\n\n[^1]: Haftar",
        "![Haftar](images/x.png)",
    ],
)
def test_a_name_is_left_alone_where_it_is_not_running_text(text: str) -> None:
    assert linked(text, *HAFTAR) == []


@pytest.mark.parametrize("text", ["*Haftar*", "**Haftar**", "- Haftar", "1. Haftar", "a\n:   Haftar", "> x\n\nHaftar"])
def test_a_name_in_running_text_is_linked_however_it_is_set(text: str) -> None:
    assert linked(text, *HAFTAR) == [("haftar", "Haftar")]


def test_an_explicit_link_counts_as_the_mention_only_from_where_it_stands() -> None:
    assert linked("[The marshal](actor:haftar) is Haftar.", *HAFTAR) == []
    assert linked("Haftar is [the marshal](actor:haftar).", *HAFTAR) == [("haftar", "Haftar")]


def test_text_around_and_between_links_stays_as_it_was() -> None:
    text = "Of Haftar, *of Saleh* and of NATO: **so** said Serraj."
    names = (*HAFTAR, name("Saleh", "saleh"), name("NATO", "nato"), name("Serraj", "serraj"))
    rendered = Writer(str).to_html(view(text, *names), SETTING)
    assert re.sub("<[^>]*>", "", rendered) == text.replace("*", "")
    assert rendered.count("mention") == 4


def test_texts_read_in_one_go_share_their_first_mentions() -> None:
    texts = [view(text, *HAFTAR, form=MarkdownForm.INLINE) for text in ("One.", "Haftar came.", "Haftar won.")]
    rendered = Writer(str).to_html_each(texts, SETTING)
    assert ["mention" in text for text in rendered] == [False, True, False]


def test_names_are_found_where_they_stand_and_none_within_another() -> None:
    names = name("Khalifa", "b"), name("Haftar", "c"), name("Khalifa Haftar", "a")
    found = NameFinder(names, "en").find("by Khalifa Haftar’s Khalifa")
    assert [(each.name.fact.id, each.start, each.end) for each in found] == [("a", 3, 17), ("b", 20, 27)]


ACTORS = """
actors:
  haftar:
    name: Khalifa Haftar
    kind: person
    aliases: [Haftar]
    summary: A commander, and Haftar to all.
    text: Haftar is a person.
    uncited: made up
"""


def test_each_section_has_its_own_first_mention_and_the_key_points_share_one() -> None:
    points = 'key_points: ["Haftar came.", "Haftar won."]\n'
    page = made(content(ACTORS, "Haftar and Haftar.", "Haftar.", settings=points))["index.html"]
    assert page.count('class="mention"') == 3
    assert 'href="glossary.html#actor-haftar">Haftar</a>' in page


def test_names_are_linked_in_sections_and_key_points_alone() -> None:
    pages = made(content(ACTORS, settings="how_we_know: Haftar knows.\n"))
    assert not any('class="mention"' in text for text in pages.values())


def test_autolink_false_leaves_a_section_alone() -> None:
    files = content(ACTORS, "Haftar.")
    section = files.sections[0]
    quiet = type(section)(section.path, section.text.replace("---\ntitle", "---\nautolink: false\ntitle", 1))
    assert 'class="mention"' in made(files)["index.html"]
    assert 'class="mention"' not in made(type(files)(files.settings, files.facts, (quiet,), ()))["index.html"]


# ---------------------------------------------------------------- what only looks like a name

MAY = (
    name("Theresa May", "may"),
    name("May", "may"),
    name("March", "march"),
    name("Mai", "mai"),
    name("1 Mayıs", "bir"),
)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("7 May 2019 and from March 2019; May and March agreed.", "en", ["May", "March"]),
        ("On May 7, on 7 May and on 7–9 March May spoke.", "en", ["May"]),
        ("Theresa May 2019 said so on 7 May.", "en", ["Theresa May"]),
        ("Am 7. Mai sprach Mai.", "de", ["Mai"]),
        ("In May, March spoke.", "en", ["May", "March"]),
        ("1 Mayıs 2019, 1 Mayıs", "tr", ["1 Mayıs"]),
    ],
)
def test_a_date_names_nobody(text: str, language: str, expected: list[str]) -> None:
    assert [words for _, words in linked(text, *MAY, language=language)] == expected
    assert not re.search(r"\d\.? <a", Writer(str).to_html(view(text, *MAY, language=language), SETTING))


def test_a_name_with_a_date_in_it_is_one() -> None:
    names = (name("Expo 2020", "expo"), name("7 October attack", "attack"), name("11 September", "eleven"))
    text = "Expo 2020, the 7 October attack, and 11 September; the 11 September 2001."
    assert [words for _, words in linked(text, *names)] == ["Expo 2020", "7 October attack", "11 September"]


ARLE = (name("Arle", "arle"), name("#ArleNow", "now"), name("Arle.com", "com"))


@pytest.mark.parametrize(
    "address",
    [
        "https://www.Arle.example/news",
        "http://Arle.example?q=Arle&b=Arle#Arle",
        "ftp://Arle.example",
        "press@Arle.example",
        "Arle@example.org",
        "press.Arle@example.org",
        "www.Arle.org",
        "Arle.org/Arle",
        "news.Arle.fr",
        "@Arle",
        "@Arle@example.social",
        "#Arle",
        "#Arle_now",
        "Arle.pdf",
        "doi:10.1000/Arle.7",
    ],
)
def test_an_address_names_nobody_and_holds_no_link(address: str) -> None:
    rendered = Writer(str).to_html(view(f"See {address}, and Arle.", *ARLE), SETTING)
    assert rendered.count('class="mention"') == 1
    assert rendered.endswith('data-fact="actor:arle" href="arle.html">Arle</a>.</p>'), rendered
    assert address.replace("&", "&amp;") in rendered


def test_a_name_that_looks_like_an_address_is_one() -> None:
    assert [words for _, words in linked("See #ArleNow and Arle.com.", *ARLE)] == ["#ArleNow", "Arle.com"]
    assert linked("日本https://example.org/岸本", name("岸本", "k"), language="ja") == [("k", "岸本")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Bank of England", ["bank"]),
        ("England and the Bank of England", ["england", "bank"]),
        ("Bank of England Rugby", ["bank"]),
        ("North Sudan Liberation Army", ["army"]),
        ("North Sudan, Sudan Liberation Army", ["north", "army"]),
    ],
)
def test_of_names_that_overlap_the_longest_counts(text: str, expected: list[str]) -> None:
    named = {
        "bank": "Bank of England",
        "england": "England",
        "rugby": "England Rugby",
        "north": "North Sudan",
        "army": "Sudan Liberation Army",
    }
    assert [fact for fact, _ in linked(text, *(name(text, fact) for fact, text in named.items()))] == expected


def test_a_longer_name_that_was_linked_before_is_still_no_mention_of_the_shorter() -> None:
    names = (name("Bank of England", "bank"), name("England", "england"))
    text = "The Bank of England. The Bank of England. England."
    rendered = Writer(str).to_html(view(text, *names), SETTING)
    assert rendered.endswith('href="england.html">England</a>.</p>')


# ---------------------------------------------------------------- what languages write in one with a name

ONU, HAFTAR_FR = name("ONU", "onu"), name("Haftar", "haftar")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Selon l’|ONU|.", "fr"),
        ("L'|ONU|", "fr-CA"),
        ("d’|ONU|", "fr"),
        ("Lorsqu’|ONU| et jusqu’|Haftar|", "fr"),
        ("dell’|ONU| e all’|Haftar|, un’|ONU|", "it"),
        ("l’|ONU| d’|Haftar|", "ca"),
        ("d’|ONU|", "lb"),
        ("b’|ONU|", "mt"),
        ("|ONU|’nun, |Haftar|'ın", "tr"),
        ("|ONU|:n, |Haftar|’n", "fi"),
        ("|ONU|’s, |Haftar|-led", "en"),
        ("|ONU|-nak", "hu"),
    ],
)
def test_what_is_written_in_one_with_a_name_stays_outside_the_link(text: str, language: str) -> None:
    written = text.replace("|", "")
    rendered = Writer(str).to_html(view(written, ONU, HAFTAR_FR, language=language), SETTING)
    marked = re.sub(r'<a class="mention"[^>]*>([^<]*)</a>', r"|\1|", rendered)
    first = {"|ONU|": 0, "|Haftar|": 0}
    for each in first:
        at = text.find(each)
        text = text[: at + len(each)] + text[at + len(each) :].replace(each, each.strip("|")) if at >= 0 else text
    assert marked == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "language"),
    [("d’ONU", "en"), ("O’ONU", "fr"), ("ONUx’s", "en"), ("ONU’ll", "en"), ("aujourd’ONU", "fr"), ("l’ONUx", "fr")],
)
def test_what_no_language_writes_so_is_no_mention(text: str, language: str) -> None:
    assert linked(text, ONU, language=language) == []


def test_a_name_with_an_apostrophe_is_longer_than_the_word_in_it() -> None:
    names = (name("Côte d’Ivoire", "ci"), name("Ivoire", "ivoire"), name("L’Aquila", "aquila"), name("Aquila", "eagle"))
    assert linked("la Côte d'Ivoire, l'Ivoire", *names, language="fr") == [
        ("ci", "Côte d'Ivoire"),
        ("ivoire", "Ivoire"),
    ]
    assert linked("L'Aquila e l’Aquila", *names, language="it") == [("aquila", "L'Aquila"), ("eagle", "Aquila")]


@pytest.mark.parametrize(
    ("text", "name_", "found"),
    [
        ("وحفتر قال", "حفتر", "حفتر"),
        ("لحفتر", "حفتر", "حفتر"),
        ("وبالأمم المتحدة", "الأمم المتحدة", "الأمم المتحدة"),
        ("للأمم المتحدة", "الأمم المتحدة", "للأمم المتحدة"),
        ("وللأمم المتحدة", "الأمم المتحدة", "للأمم المتحدة"),
        ("بالهدنة", "هدنة", "هدنة"),
        ("حـفـتر", "حفتر", "حـفـتر"),
    ],
)
def test_arabic_words_are_found_behind_what_is_joined_to_them(text: str, name_: str, found: str) -> None:
    assert linked(text, name(name_, "x"), language="ar") == [("x", found)]
    assert linked(f"س{text}", name(name_, "x"), language="ar") == []


def test_hebrew_and_korean_words_are_found_with_what_is_joined_to_them() -> None:
    assert linked("ובחיפה", name("חיפה", "h"), language="he") == [("h", "חיפה")]
    assert linked("והאו״ם", name("או״ם", "un"), language="he") == [("un", "או״ם")]
    assert linked("하마스는 말했다", name("하마스", "h"), language="ko") == [("h", "하마스")]
    assert linked("하마스크는", name("하마스", "h"), language="ko") == []


@pytest.mark.parametrize(
    ("term", "text", "language", "found"),
    [
        ("ilçe", "İlçe sandıkları", "tr", "İlçe"),
        ("ilçe", "Ilçe", "tr", None),
        ("Isı", "ısı", "az", "ısı"),
        ("ilçe", "Ilçe", "en", "Ilçe"),
        ("ijs", "IJs", "nl", "IJs"),
        ("ijs", "Ijs", "nl", None),
        ("άμυνα", "Άμυνα", "el", "Άμυνα"),
        ("ǆamija", "ǅamija", "hr", "ǅamija"),
        ("ceasefire", "CEASEFIRE", "en", None),
        ("iPhone", "IPhone", "en", "IPhone"),
    ],
)
def test_a_term_begins_a_sentence_by_the_rules_of_the_language(
    term: str, text: str, language: str, found: str | None
) -> None:
    found_words = [words for _, words in linked(text, name(term, "t", any_case=True), language=language)]
    assert found_words == ([found] if found else [])


# ---------------------------------------------------------------- scripts without spaces


@pytest.mark.parametrize(
    ("text", "language", "names", "found"),
    [
        ("岸本首相は停戦を求めた。", "ja", ["岸本", "停戦"], ["岸本", "停戦"]),
        ("東京都の京都市", "ja", ["京都"], ["京都"]),
        ("アメリカンとアメリカ", "ja", ["アメリカ"], ["アメリカ"]),
        ("ハフタル将軍のリビア国民軍が", "ja", ["リビア", "リビア国民軍", "ハフタル"], ["ハフタル", "リビア国民軍"]),
        ("哈夫塔尔将军停战，NATO军", "zh", ["哈夫塔尔", "停战", "NATO"], ["哈夫塔尔", "停战", "NATO"]),
        ("นายประยุทธ์กล่าวว่าการหยุดยิงในกรุงเทพ", "th", ["ประยุทธ์", "การหยุดยิง"], ["ประยุทธ์", "การหยุดยิง"]),
        ("ທ່ານທອງລຸນກ່າວ", "lo", ["ທອງລຸນ"], ["ທອງລຸນ"]),
        ("លោកហ៊ុនសែនបាន", "km", ["ហ៊ុនសែន"], ["ហ៊ុនសែន"]),
        ("ဒေါ်အောင်ဆန်းစုကြည်က", "my", ["အောင်ဆန်းစုကြည်"], ["အောင်ဆန်းစုကြည်"]),
        ("𠮷野家は東京都、京都", "ja", ["京都", "𠮷野家"], ["𠮷野家", "京都"]),
        ("In 岸本's 東京都 they", "en", ["岸本", "京都"], ["岸本"]),
    ],
)
def test_names_are_found_where_no_spaces_part_words(
    text: str, language: str, names: list[str], found: list[str]
) -> None:
    sought = [name(each, f"n{number}") for number, each in enumerate(names)]
    assert [words for _, words in linked(text, *sought, language=language)] == found
    rendered = Writer(str).to_html(view(text, *sought, language=language), SETTING)
    assert "東京都" in rendered or "京都" not in text
    assert "アメリカン" in rendered or "アメリカ" not in text


# ---------------------------------------------------------------- characters


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Al-Qa‘ida", "Al\u2011Qa'ida"),
        ("Al-Qa‘ida", "Al–Qaʿida"),
        ("Saïf", "Sai\u0308f"),
        ("Sai\u0308f", "Saïf"),
        ("Khalifa Haftar", "Khalifa\u00a0Haf\u00adtar"),
        ("Khalifa Haftar", "Khalifa\u2009Haft\u200bar"),
        ("NATO", "\uff2e\uff21\uff34\uff2f"),
        ("The “Lions”", 'The "Lions"'),
        ("حفتر", "ﺣﻔﺘﺮ"),
        ("ﬁreline", "fireline"),
    ],
)
def test_a_name_may_be_written_in_other_characters_that_readers_take_for_the_same(written: str, text: str) -> None:
    assert linked(f"So {text} so", name(written, "n")) == [("n", text)]


@pytest.mark.parametrize(
    ("one", "other", "language", "shared"),
    [
        ("{name: alpha}", "{name: Alpha}", "en", True),
        ("{name: Al-Qa‘ida}", "{name: Al\u2011Qa'ida}", "en", True),
        ("{name: Saïf}", "{name: X, aliases: [Sai\u0308f]}", "en", True),
        ("{name: Haftar}", "{name: Haf\u00adtar}", "en", True),
        ("{name: ilçe}", "{name: İlçe}", "tr", True),
        ("{name: ilçe}", "{name: Ilçe}", "tr", False),
        ("{name: U.S.}", "{name: US}", "en", False),
    ],
)
def test_two_facts_share_a_name_where_prose_could_not_tell_them_apart(
    one: str, other: str, language: str, shared: bool
) -> None:
    records = (f"  {number}: {each[:-1]}, summary: S., uncited: x}}\n" for number, each in enumerate((one, other)))
    files = content(f"terms:\n{''.join(records)}", language=language)
    with pytest.raises(SiteError, match="is also that of term:0") if shared else contextlib.nullcontext():
        joined(files)


def test_many_words_and_names_take_no_longer_than_they_are() -> None:
    names = [name("a " * length + f"b{length}", f"n{length}") for length in range(1, 20)]
    found = NameFinder(names, "en").find("a " * 5_000 + "b7 " + "a.a%" * 5_000 + "@" * 20_000 + "'a" * 20_000)
    assert [each.name.fact.id for each in found] == ["n7"]


SCRAPS = st.sampled_from(
    ["Haftar", "Khalifa ", "l’", "’s", "'ın", "و", "ال", "لل", "حفتر", "岸本", "京都", "東", "は", "停戦", "ガ", "กา",
     "하마스는", " ", "-", "–", "7 May 2019", "May", "U.S.", "@", "#", "https://", "a.com", "½", "İ", "ß", "\n",
     "*", "ﬁ", "𠮷", "\u00ad", "\u200d", "\u0301"]
)  # fmt: skip


@given(
    st.lists(SCRAPS, max_size=12).map("".join),
    st.lists(st.lists(SCRAPS, min_size=1, max_size=3).map("".join), min_size=1, max_size=5),
    st.sampled_from(["en", "fr", "ar", "tr", "ja", "th", "ko", "nl", "x-none"]),
)
def test_what_is_found_stands_there_one_behind_the_other(text: str, named: list[str], language: str) -> None:
    names = [name(each, f"n{number}", any_case=number % 2 > 0) for number, each in enumerate(named)]
    sought = NameFinder(names, language)
    found = sought.find(text)
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    rendered = Writer(str).to_html(view(text, *names, language=language), SETTING)
    plain = Writer(str).to_html(view(text, language=language), SETTING)
    assert re.sub(r"<a class=\"mention\"[^>]*>([^<]*)</a>", r"\1", rendered) == plain
