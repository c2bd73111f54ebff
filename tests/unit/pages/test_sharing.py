"""Each page says what it is where it is shared."""

from __future__ import annotations

import functools

import lxml.html
import pytest

from standfirst.present.head import head_description, head_title
from tests.explainers import content, made, read_site


@functools.cache
def full() -> dict[str, str]:
    return made(read_site("full"))


def head(page: str, path: str) -> list[str]:
    found: list[str] = lxml.html.fromstring(page).xpath(f"/html/head/{path}")
    return found


@pytest.mark.parametrize(
    ("route", "kind"),
    [
        ("index.html", "article"),
        ("actors/reed.html", "profile"),
        ("actors/company.html", "website"),
        ("glossary.html", "website"),
    ],
)
def test_a_page_says_what_it_is_where_it_is_shared(route: str, kind: str) -> None:
    page = full()[route]
    (description,), (address,) = (
        head(page, "meta[@name='description']/@content"),
        head(page, "link[@rel='canonical']/@href"),
    )
    assert head(page, "meta[@property='og:type']/@content") == [kind]
    assert head(page, "meta[@property='og:url']/@content") == [address]
    assert head(page, "meta[@property='og:description']/@content") == [description]
    dates = head(page, "meta[starts-with(@property, 'article:')]/@content")
    assert dates == (["2025-03-10", "2025-03-14"] if kind == "article" else [])


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en", "en_US"), ("ar", "ar_EG"), ("fr-CA", "fr_CA"), ("zh-Hant-TW", "zh_TW"), ("sr-latn-rs", "sr_RS")],
)
def test_a_page_says_where_it_is_shared_what_language_it_is_in(language: str, locale: str) -> None:
    page = made(content(language=language))["index.html"]
    assert head(page, "meta[@property='og:locale']/@content") == [locale]


def test_of_a_language_that_nobody_knows_no_country_is_told() -> None:
    page = made(content(language="qaa"))["index.html"]
    assert head(page, "meta[@property='og:locale']/@content") == []


@pytest.mark.parametrize("route", ["404.html", "actors/barqi.html"])
def test_what_is_no_page_of_its_own_says_nothing_where_it_is_shared(route: str) -> None:
    assert head(full()[route], "meta[starts-with(@property, 'og:')]") == []


def test_a_long_title_is_cut_from_the_part_of_the_explainer() -> None:
    site = "Why does President Trump’s phone call with Khalifa Haftar matter?"
    assert head_title("Glossary", "Why?") == "Glossary – Why?"
    assert head_title("Glossary", site) == "Glossary – Why does President Trump’s phone call with…"
    assert len(head_title("Glossary", site)) <= 60
    assert head_title("A title of its own that is very long and is kept as it stands", site).endswith(
        "stands – Why does President…"
    )
    assert len(head_title("Glossary", "x" * 100)) == 60


def test_the_first_page_has_its_title_alone() -> None:
    assert head(full()["index.html"], "title/text()") == ["Why has the ferry to Marsa Barqa stopped?"]


def test_a_short_description_says_which_explainer_it_is_of_and_a_long_one_is_cut_between_words() -> None:
    site = "Why has the ferry to Marsa Barqa stopped?"
    assert head_description("What happened, in order.", site) == f"What happened, in order – {site}"
    assert head_description("x" * 60, site) == "x" * 60
    assert head_description("one two, " * 30, site) == "one two, " * 17 + "one…"
    assert head_description("x" * 49, "Why?") == "x" * 49 + " – Why?"
    assert head_description("x" * 50, "Why?") == "x" * 50
    assert head_description("x" * 160, "Why?") == "x" * 160
    assert head_description("x" * 150 + " (one) two, three four", "Why?") == "x" * 150 + " (one)…"
    assert head_description("x" * 150 + " two, three four", "Why?") == "x" * 150 + " two…"


def test_no_two_pages_are_described_alike() -> None:
    pages = {route: text for route, text in full().items() if route.endswith(".html") and "http-equiv" not in text}
    described = [head(text, "meta[@name='description']/@content")[0] for text in pages.values()]
    assert len(set(described)) == len(described)
    assert max(map(len, described)) <= 160


def test_the_lead_picture_is_the_card_of_the_first_page_where_networks_show_it_large() -> None:
    of_home, of_others = (
        head(full()[route], "meta[@property='og:image']/@content") for route in ("index.html", "about.html")
    )
    assert of_home == ["https://example.org/ferry/images/last-boat.jpg"]
    assert of_others != of_home
    size = [
        head(full()["index.html"], f"meta[@property='og:image:{each}']/@content")
        for each in ("type", "width", "height")
    ]
    assert size == [["image/jpeg"], ["1300"], ["860"]]
    facts = "images: {a: {file: a.png, alt: Two dots, credit: Ann}}"
    small = made(content(facts, settings="lead: a\n", images=("a.png",)))["index.html"]
    (card,) = head(small, "meta[@property='og:image']/@content")
    assert "/assets/card." in card
