"""The cards of facts, which pages elsewhere show in a frame: where they are, and what programs are told of them."""

from __future__ import annotations

import dataclasses
import functools
import html
import json
from typing import Any

import lxml.html

from standfirst.reading.files import InputFile
from tests.explainers import content, made, read_site

AT = "https://example.org/ferry/"
EVERY = "actor, term, event, quote, claim, figure, relation, place, image, unknown, update, source"


@functools.cache
def full() -> dict[str, str]:
    files = read_site("full")
    settings = InputFile(files.settings.path, f"{files.settings.text}\nembeds: [{EVERY}]\n")
    return made(dataclasses.replace(files, settings=settings))


def head(route: str, path: str) -> list[str]:
    found: list[str] = lxml.html.fromstring(full()[route]).xpath(f"/html/head/{path}")
    return found


def answer(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(full()[f"embed/{name}.json"])
    return found


def test_every_fact_of_every_kind_that_is_named_has_a_card_and_an_answer() -> None:
    facts = json.loads(full()["data/facts.json"])
    names = {f"embed/{kind.removesuffix('s')}-{name}" for kind, records in facts.items() for name in records}
    assert len(facts) == len(EVERY.split())
    assert names <= {route.removesuffix(".html") for route in full()}
    assert names <= {route.removesuffix(".json") for route in full()}


def test_without_a_word_of_it_no_fact_has_a_card_and_of_other_kinds_none() -> None:
    facts = "terms:\n  a: {name: A, summary: x, uncited: y}\nplaces:\n  b: {name: B}\n"
    assert not [route for route in made(content(facts)) if route.startswith("embed/")]
    cards = [route for route in made(content(facts, settings="embeds: [place]")) if route.startswith("embed/")]
    assert cards == ["embed/place-b.html", "embed/place-b.json"]


def test_an_answer_has_what_oembed_asks_of_rich_content() -> None:
    said = answer("figure-passengers")
    assert (said["version"], said["type"], said["title"]) == ("1.0", "rich", "213 passengers on the last boat")
    assert (said["provider_name"], said["provider_url"]) == ("The Arle Courier (made up)", AT)
    (frame,) = lxml.html.fromstring(said["html"]).xpath("//iframe")
    assert frame.get("src") == f"{AT}embed/figure-passengers.html"
    assert (frame.get("width"), frame.get("height")) == (str(said["width"]), str(said["height"]))
    assert said["title"] in frame.get("title")


def test_a_frame_is_the_higher_the_more_its_card_says() -> None:
    assert answer("actor-al-barqi")["height"] < answer("claim-unsafe")["height"]


def test_a_card_leads_to_its_fact_and_to_its_answer_and_search_engines_to_the_page_of_the_fact() -> None:
    route = "embed/figure-passengers.html"
    page = lxml.html.fromstring(full()[route])
    (link,) = page.xpath("//footer//p/a[@target='_blank'][@rel='noopener']/@href")
    assert link == "../figures.html#figure-passengers"
    assert head(route, "base/@target") == ["_blank"]
    assert head(route, "meta[@name='robots']/@content") == ["noindex"]
    assert head(route, "link[@rel='canonical']/@href") == [f"{AT}figures.html"]
    assert head(route, "link[@type='application/json+oembed']/@href") == [f"{AT}embed/figure-passengers.json"]
    assert html.unescape(page.xpath("//footer//pre")[0].text) == answer("figure-passengers")["html"]
    assert "embed/" not in full()["sitemap.xml"]


def test_pages_about_one_fact_lead_to_its_answer_and_no_others_do() -> None:
    path = "link[@type='application/json+oembed']/@href"
    assert head("actors/al-barqi.html", path) == [f"{AT}embed/actor-al-barqi.json"]
    assert head("sources/report.html", path) == [f"{AT}embed/source-report.json"]
    assert not head("figures.html", path)


def test_a_renamed_fact_keeps_the_address_of_its_card_and_of_its_answer() -> None:
    (target,) = head("embed/event-last-ferry.html", "meta[@http-equiv='refresh']/@content")
    assert target == "0; url=../embed/event-last-boat.html"
    assert "/ferry/embed/event-last-ferry.html /ferry/embed/event-last-boat 301!\n" in full()["_redirects"]
    assert answer("event-last-ferry") == answer("event-last-boat")
