"""The explainer in one file: nothing of it is elsewhere, and every link leads on."""

from __future__ import annotations

import base64
import functools
import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

import lxml.html
import pytest

from standfirst.model.addresses import DATA, ONE_FILE, Address
from standfirst.outputs.downloads.one_file import OneFile
from standfirst.pages.plan import plan
from standfirst.present.naming import Phrasing
from standfirst.present.page_view import LogoView, MastheadView
from tests.explainers import made, planner, read_site

AT = "https://example.org/ferry/"
SITES = ["full", "apollo", "arabic", "minimal"]


@functools.cache
def site(name: str) -> dict[str, str]:
    return made(read_site(name))


def whole(name: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(site(name)[ONE_FILE])


@pytest.mark.parametrize("name", SITES)
def test_nothing_of_it_lies_elsewhere_and_nothing_needs_a_script(name: str) -> None:
    page = whole(name)
    assert not page.xpath("//script | //form | //link[@rel='stylesheet'] | //*[@srcset] | //*[@data-script]")
    assert all(source.startswith("data:") for source in page.xpath("//@src"))
    assert not re.search(r"url\((?!\"data:)", page.xpath("string(//style)"))


@pytest.mark.parametrize("name", SITES)
def test_each_link_leads_to_a_place_in_it_or_to_the_web(name: str) -> None:
    page = whole(name)
    ids: list[str] = page.xpath("//@id")
    assert [each for each, times in Counter(ids).items() if times > 1] == []
    for href in page.xpath("//a/@href"):
        assert href.startswith(("https://", "http://", "mailto:")) or href.removeprefix("#") in ids, href
    for named in page.xpath("//@popovertarget | //@aria-labelledby | //@aria-describedby"):
        assert set(named.split()) <= set(ids)


def test_what_the_pages_say_is_there_with_its_evidence() -> None:
    page = whole("full")
    assert page.xpath("count(//h1)") == 1
    assert [title.text_content() for title in page.xpath("//article//header/h2")] == [
        "Chronology", "Glossary", "Claims", "What is not known", "Sources", "About this explainer",
    ]  # fmt: skip
    (event,) = page.xpath("//li[@id='chronology__last-boat']")
    number = event.xpath(".//button/@popovertarget")[0]
    assert "stopped on 3 March 2025" in page.get_element_by_id(number).text_content()
    assert page.xpath("//img")


def test_actors_are_found_in_the_glossary_and_what_is_nowhere_in_it_on_the_site() -> None:
    links = {href for href in whole("full").xpath("//a/@href") if "al-barqi" in href}
    assert "#glossary__actor-al-barqi" in links
    assert not {href for href in links if href.endswith("actors/al-barqi.html")}
    assert f"{AT}sources/report.html#p1" in set(whole("full").xpath("//a/@href"))


def test_it_is_in_the_language_and_the_direction_of_its_site() -> None:
    assert (whole("arabic").get("lang"), whole("arabic").get("dir")) == ("ar", "rtl")


def one_of(files: Mapping[str, bytes], masthead: MastheadView | None = None) -> str:
    """The file made of a site with one page and some other files."""
    body_of = {"index.html": b"<main><h1>A</h1></main>", "assets/s.css": b"", **files}.__getitem__
    settings = MappingProxyType(
        {"title": "A & B", "description": "x", "language": "en", "direction": "ltr", "base_url": AT, "contents": "c"}
    )
    made_from, pages = "From %(address)s.", ("index.html",)
    one = OneFile(
        pages=pages,
        stylesheet="assets/s.css",
        stand_ins={},
        made_from=made_from,
        masthead=masthead,
        absolute=lambda address: AT + address.route,
        **settings,
    )
    return one.make(body_of).decode()


def test_what_its_stylesheet_refers_to_is_in_it() -> None:
    styles = b"@font-face{src:url(../fonts/a.woff2)} a{b:url('data:,x')} /* </style> */"
    text = one_of({"assets/s.css": styles, "fonts/a.woff2": b"letters"})
    assert f'url("data:font/woff2;base64,{base64.b64encode(b"letters").decode()}")' in text
    assert text.count("</style>") == 1
    assert "<title>A &amp; B</title>" in text


def test_the_logo_of_the_newsroom_is_in_it_for_light_and_dark() -> None:
    drawings = {f"images/{name}.svg": f"<svg>{name}</svg>".encode() for name in ("light", "dark")}
    logo = LogoView(Address("images/light.svg"), Address("images/dark.svg"), "The Pier", 80, 32)
    text = one_of(drawings, MastheadView("", "https://pier.example/", logo))
    (link,) = lxml.html.document_fromstring(text).xpath("//p[@class='publisher']/a")
    assert link.get("href") == "https://pier.example/"
    assert link.xpath(".//img/@alt") == ["The Pier"]
    shown = [*link.xpath(".//img/@src"), *link.xpath(".//source/@srcset")]
    assert [base64.b64decode(each.removeprefix("data:image/svg+xml;base64,")) for each in shown] == [*drawings.values()]


def test_the_page_about_the_data_says_how_large_each_download_is() -> None:
    page = lxml.html.fromstring(site("full")["data.html"])
    (link,) = page.xpath("//a[@download]")
    told = link.xpath("string(ancestor::div[1]//span[@class='size'])")
    assert (link.get("href"), told) == (ONE_FILE, Phrasing("en").size_of_file(len(site("full")[ONE_FILE].encode())))


def test_what_a_page_of_an_earlier_build_says_of_sizes_is_said_anew() -> None:
    pages = (page for page in plan(planner(read_site("full"))).pages if page.route == DATA)
    (finish,) = (page.finish for page in pages if page.finish)
    before = finish(site("full")[DATA].encode(), lambda _route: b"x" * 5_000)
    assert b">5 kB<" in before
    after = finish(before, lambda _route: b"x" * 7_000)
    assert after == before.replace(b">5 kB<", b">7 kB<")


@pytest.mark.parametrize("route", ["no-such-file.zip", DATA])
def test_a_theme_with_room_for_the_size_of_what_is_no_download_is_told_none(route: str) -> None:
    pages = (page for page in plan(planner(read_site("full"))).pages if page.route == DATA)
    (finish,) = (page.finish for page in pages if page.finish)
    room = f'<span class="size" data-file="{route}"></span>'.encode()
    files: dict[str, bytes] = {}
    assert finish(room, files.__getitem__) == room


@pytest.mark.parametrize(("size", "words"), [(1, "1 kB"), (1000, "1 kB"), (1001, "2 kB"), (1_250_000, "1.2 MB")])
def test_sizes_are_said_in_thousands_of_bytes_and_no_smaller_than_they_are(size: int, words: str) -> None:
    assert Phrasing("en").size_of_file(size) == words
