"""A site of any size: its pages stay small, and each fact keeps the one address that it has in the smallest site."""

from __future__ import annotations

import gzip
import json
import posixpath
import random
from itertools import chain

import lxml.html
import pytest

from standfirst.model.addresses import Address, address_of
from standfirst.present import long_lists
from standfirst.present.highlights import room_on_first_page
from standfirst.reading.files import ContentFiles
from tests.explainers import content, joined, made
from tests.long_explainers import few_to_a_page, long_explainer

# The most that a page may weigh, compressed.
BUDGET = 100_000


def addresses_of(files: ContentFiles) -> dict[str, Address]:
    return {str(fact.fact_id): address_of(fact) for fact in joined(files).facts}


@pytest.mark.parametrize("number", [2, 10, 30])
def test_the_address_of_a_fact_is_that_which_it_has_in_the_smallest_site_and_leads_to_it(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_to_a_page(monkeypatch)
    files = long_explainer(number)
    # Making the site finds that each of its links leads to an anchor that is there.
    pages, addresses = made(files), addresses_of(files)
    ids = {route: set(lxml.html.fromstring(text).xpath("//@id")) for route, text in pages.items() if "html" in route}
    for fact, address in addresses.items():
        assert address.anchor in ids[address.route] | {""}, fact
    assert addresses_of(long_explainer(1)).items() <= addresses.items()
    assert {"actor-a1", "actor-old1", "term-t1"} <= ids["glossary.html"]
    assert {"relation-tie1", "quote-was1"} <= ids["actors/all.html"]
    assert "figure-once1" in ids["figures.html"]
    behind = [route for route in pages if route.startswith(("figures/", "actors/all/", "glossary/"))]
    assert bool(behind) == (number > 2)


def test_where_a_page_has_no_room_for_anchors_links_lead_past_it_and_files_tell_where_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few_to_a_page(monkeypatch, anchors=10)
    files = long_explainer(14)
    pages = made(files)
    ids = {route: set(lxml.html.fromstring(text).xpath("//@id")) for route, text in pages.items() if "html" in route}
    looked_up = {
        Address(f"{route}.html", anchor): posixpath.normpath(posixpath.join(posixpath.dirname(route), page))
        for file, text in pages.items()
        if file.startswith("anchors/")
        for route in [file.removeprefix("anchors/").rpartition("-")[0]]
        for page, anchors in json.loads(text[text.index("[") : text.rindex("]") + 1])
        for anchor in anchors.split()
    }
    for fact, address in addresses_of(files).items():
        assert address.anchor in ids[looked_up.get(address, address.route)] | {""}, fact
    assert {Address("chronology.html", "e9"), Address("glossary.html", "actor-old9")} <= looked_up.keys()
    # A fact still says its lasting address, while links to it lead to where it stands.
    there = looked_up[Address("figures.html", "figure-f9")]
    assert 'href="../figures.html#figure-f9"' in pages[there]
    assert any(f'href="../{there}#figure-f9"' in text for route, text in pages.items() if route.startswith("updates/"))


def test_no_page_of_a_site_exceeds_its_budget() -> None:
    chosen = random.Random(14)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(chosen.choices(letters, k=chosen.randrange(3, 9))) for _ in range(5_000)]
    texts = [" ".join(chosen.choices(words, k=100)) for _ in range(100)]
    pages = made(long_explainer(110, texts, actors=5))
    weights = {route: len(gzip.compress(text.encode(), 6)) for route, text in pages.items() if route.endswith(".html")}
    assert {route: weight for route, weight in weights.items() if weight > BUDGET} == {}


def test_pages_that_are_too_many_for_an_overview_stand_on_shelves_between_them(monkeypatch: pytest.MonkeyPatch) -> None:
    few_to_a_page(monkeypatch)
    monkeypatch.setattr(long_lists, "MOST_WAYS", 2)
    pages = made(long_explainer(22))

    def ways(route: str) -> list[str]:
        found: list[str] = lxml.html.fromstring(pages[route]).xpath("//*[@data-part]/a/@href")
        return found

    assert ways("figures.html") == [f"figures/all-{number}.html" for number in range(1, len(ways("figures.html")) + 1)]
    behind = [way for shelf in ways("figures.html") for way in ways(shelf)]
    assert behind == [f"../figures/{number}.html" for number in range(1, len(behind) + 1)]
    assert all(len(ways(shelf)) <= 2 for shelf in ways("figures.html"))


def test_of_very_many_who_take_part_the_first_stand_with_the_event_and_a_page_has_all() -> None:
    number = 60
    actors = "".join(
        f"  a{at}: {{name: Name{at:02}, kind: person, summary: S., uncited: It is so.}}\n" for at in range(number)
    )
    everyone = ", ".join(f"a{at}" for at in range(number))
    event = f"  e: {{date: 2019, title: All, actors: [{everyone}], uncited: It is so.}}\n"
    pages = made(content(f"actors:\n{actors}events:\n{event}"))
    chronology = lxml.html.fromstring(pages["chronology.html"])
    (who,) = chronology.xpath("//li[@id='e']//p[@class='detail'][span='Who']")
    assert who.text_content().startswith("Who Name00, Name01, ")
    assert who.text_content().endswith("Name19 and 40 more")
    assert who.xpath("a[last()]/@href") == ["lists/event-e-actors.html"]
    everyone_there = lxml.html.fromstring(pages["lists/event-e-actors.html"])
    assert everyone_there.xpath("//main//li/a/text()") == [f"Name{at:02}" for at in range(number)]
    assert everyone_there.xpath("//main/p/a/@href") == ["../chronology.html#e"]


def test_claims_that_stand_against_one_another_are_shared_out_to_as_many_pages_as_they_take() -> None:
    number = 401
    rivals = ", ".join(f"c{at}" for at in range(1, number))
    claims = "".join(
        f"  c{at}: {{claim: Claim number {at}., uncited: It is so.{f', rivals: [{rivals}]' if not at else ''}}}\n"
        for at in range(number)
    )
    pages = made(content(f"claims:\n{claims}"))
    there = {
        route: lxml.html.fromstring(text).xpath("//div[@class='claim']/@id")
        for route, text in pages.items()
        if route.startswith("claims/")
    }
    assert sorted(chain.from_iterable(there.values())) == sorted(f"c{at}" for at in range(number))
    assert max(map(len, there.values())) <= 200
    home = lxml.html.fromstring(pages["index.html"])
    assert len(home.xpath("//div[@class='claim']")) == 20
    assert "381 more are not shown here." in home.text_content()


def test_the_first_page_shows_half_as_much_of_each_kind_where_all_of_them_say_much() -> None:
    assert room_on_first_page(joined(long_explainer(20))) == 2 * room_on_first_page(
        joined(long_explainer(20, ["Told. " * 300]))
    )
