"""The card for where a page is shared: its size, its words, and that its title fits whatever it is."""

from __future__ import annotations

import struct
from dataclasses import replace

import lxml.etree
import lxml.html
import pytest

from standfirst.outputs.card import FONTS, HEIGHT, WIDTH, CardText, advances, card_svg, cards_of, fit_title, render_png
from standfirst.pictures.lettering import break_lines
from tests.explainers import content, joined, made

CLAIMED = """
actors:
  ann: {name: Ann, kind: person, summary: A., uncited: x, weight: key}
  bob: {name: Bob, kind: person, summary: B., uncited: x}
claims: {fell: {claim: It fell., by: [ann], uncited: x}}
"""
ARABIC = "لماذا توقفت العبّارة إلى Marsa Barqa عام 2025؟"
LONG = "Why has the last ferry of the year that anybody on either shore remembers not come back to the pier? "


def card_text(title: str, direction: str = "ltr") -> CardText:
    return CardText("The Courier", title, "Explainer · Facts as of 19 April 2019", direction)


def words(svg: str) -> list[str]:
    """Return the lines of a drawing, without the marks that give them their direction."""
    return [text.strip("\u2066\u2067\u2069") for text in lxml.etree.fromstring(svg).itertext()]


def share(page: str) -> dict[str, str]:
    found = lxml.html.fromstring(page).xpath("//meta[starts-with(@property, 'og:image') or @name='twitter:card']")
    return {each.get("property") or each.get("name"): each.get("content") for each in found}


def test_the_card_is_a_png_of_the_size_that_it_says() -> None:
    cards = cards_of(joined(content()))
    view = cards.views["index.html"]
    signature, width, height = struct.unpack(">8s8xII", cards.files[0].make().body[:24])
    assert signature == b"\x89PNG\r\n\x1a\n"
    assert (width, height) == (view.width, view.height) == (WIDTH, HEIGHT) == (1200, 630)


def test_pages_without_a_card_of_their_own_name_that_of_the_explainer_by_its_whole_address() -> None:
    files = made(content(), base_url="https://example.org/moon/")
    for route in ("index.html", "about.html"):
        card = share(files[route])["og:image"].removeprefix("https://example.org/moon/")
        assert card in files
        assert share(files[route]) == {
            "og:image": f"https://example.org/moon/{card}",
            "og:image:type": "image/png",
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": "What happened?",
            "twitter:card": "summary_large_image",
        }


def test_the_pages_that_are_shared_most_have_a_card_with_their_title_and_that_of_the_explainer() -> None:
    files = made(content(CLAIMED), base_url="https://example.org/moon/")
    cards = {route: share(text) for route, text in files.items() if route.endswith(".html")}
    own = {route: card["og:image:alt"] for route, card in cards.items() if " – " in card.get("og:image:alt", "")}
    assert own == {
        "actors/ann.html": "Ann – What happened?",
        "chronology.html": "Chronology – What happened?",
        "claims.html": "Claims – What happened?",
        "glossary.html": "Glossary – What happened?",
    }
    addresses = {cards[route]["og:image"] for route in (*own, "index.html", "about.html")}
    assert len(addresses) == len(own) + 1
    assert {address.removeprefix("https://example.org/moon/") for address in addresses} <= files.keys()


def test_of_many_key_actors_only_some_have_a_card() -> None:
    people = "".join(
        f"  a{number}: {{name: Ann {number}, kind: person, summary: A., uncited: x, weight: key}}\n"
        for number in range(30)
    )
    cards = cards_of(joined(content(f"actors:\n{people}"))).views
    assert len([route for route in cards if route.startswith("actors/")]) == 12


def test_below_the_title_of_a_page_the_explainers_fits_in_two_lines() -> None:
    drawn = words(card_svg(replace(card_text(LONG), within=LONG * 2)))
    (start,) = [number for number, line in enumerate(drawn) if number > 1 and line.startswith("Why has")]
    assert len(drawn) - 1 - start == 2
    assert drawn[-2].endswith(" …")
    assert drawn[-1] == "Explainer · Facts as of 19 April 2019"


def test_a_card_says_who_publishes_what_it_asks_and_as_of_when() -> None:
    assert words(card_svg(card_text("Why?"))) == ["The Courier", "Why?", "Explainer · Facts as of 19 April 2019"]


def test_what_looks_like_markup_is_drawn_as_it_stands() -> None:
    assert words(card_svg(card_text("1 < 2 & </text>")))[1] == "1 < 2 & </text>"


@pytest.mark.parametrize("title", ["Why?", ARABIC, "Почему остановился паром?", LONG, LONG * 5, "long" * 40])
def test_a_title_fits_in_as_large_a_size_as_it_can(title: str) -> None:
    font = next(font for font in FONTS if set(title) <= advances(font).keys())
    size, lines = fit_title(title, font)
    assert len(lines) * size * font.leading <= 336
    assert " ".join(lines).split()[:1] == title.split()[:1] or len(lines) == 1
    for line in lines[:-1]:
        assert break_lines(line, 1040 / size, lambda text: 1.06 * sum(advances(font)[letter] for letter in text)) == (
            line,
        )


def test_short_titles_are_larger_than_long_ones_and_lines_are_even() -> None:
    source_serif = FONTS[0]
    assert fit_title("Why?", source_serif)[0] > fit_title(LONG, source_serif)[0]
    _, lines = fit_title("Why does President Trump’s phone call with Khalifa Haftar matter?", source_serif)
    assert lines == ("Why does President", "Trump’s phone call with", "Khalifa Haftar matter?")


def test_a_title_that_never_fits_is_cut_and_says_so() -> None:
    shown = " ".join(fit_title(LONG * 5, FONTS[0])[1])
    assert shown.endswith(" …")
    assert (LONG * 5).startswith(shown.removesuffix("…"))


def test_arabic_is_set_from_the_right_in_a_font_that_has_it() -> None:
    drawn = card_svg(card_text(ARABIC, "rtl"))
    assert "Amiri" in drawn
    assert set(lxml.etree.fromstring(drawn).xpath("//@text-anchor")) == {"end"}
    # Letters that are joined take less room than the same letters apart.
    assert render_png(drawn) != render_png(drawn.replace("العبّارة", "\u200c".join("العبّارة")))


def test_an_explainer_in_letters_that_no_font_has_goes_without_a_card() -> None:
    files = made(content(language="ja", settings="publisher: 新聞社"))
    assert not [route for route in files if route.endswith(".png")]
    assert share(files["index.html"]) == {"twitter:card": "summary"}


def test_the_same_words_give_the_same_bytes() -> None:
    drawn = card_svg(card_text("Why?"))
    assert render_png(drawn) == render_png.__wrapped__(drawn)
