"""Where facts stand in the site: addresses that others link to, and that therefore never change."""

from __future__ import annotations

import lxml.html
import pytest

from standfirst.model import Actor, Event, Figure, Source, Term
from standfirst.model.addresses import HOME, Address, address_of, fault_in_route, former_anchors, href, permalink
from tests.explainers import content, joined, made

ONE_OF_EACH = """
actors:
  a: {name: A, kind: person, summary: S., uncited: why}
  b: {name: B, kind: person, summary: S., uncited: why}
terms:
  x: {name: T, summary: S., uncited: why}
events:
  x: {date: 2001, title: E, uncited: why}
quotes:
  x: {speaker: a, words: one, uncited: why}
claims:
  x: {claim: C, uncited: why}
figures:
  x: {value: 1, label: F, uncited: why}
relations:
  x: {subject: b, verb: knows, object: a, uncited: why}
places:
  x: {name: P}
unknowns:
  x: {question: Why?}
updates:
  x: {date: 2025-01-03, kind: update, text: U.}
sources:
  x: {title: S}
"""
VERBS = "verbs: {knows: {label: knows, inverse: is known by, stance: neutral}}\n"


def test_each_kind_has_its_place() -> None:
    facts = joined(content(ONE_OF_EACH, settings=VERBS)).facts
    assert {str(fact.fact_id): permalink("", address_of(fact)) for fact in facts} == {
        "actor:a": "actors/a.html",
        "actor:b": "actors/b.html",
        "term:x": "glossary.html#term-x",
        "event:x": "chronology.html#x",
        "quote:x": "actors/a.html#quote-x",
        "claim:x": "claims.html#x",
        "figure:x": "figures.html#figure-x",
        "relation:x": "actors/b.html#relation-x",
        "place:x": "places.html#place-x",
        "unknown:x": "unknowns.html#unknown-x",
        "update:x": "updates.html#x",
        "source:x": "sources/x.html",
    }


def test_every_address_leads_to_what_is_there_and_the_first_page_has_its_few_facts_too() -> None:
    pages = made(content(ONE_OF_EACH, settings=VERBS))
    ids = {route: set(lxml.html.fromstring(text).xpath("//@id")) for route, text in pages.items() if "html" in route}
    for fact in joined(content(ONE_OF_EACH, settings=VERBS)).facts:
        address = address_of(fact)
        assert address.anchor in ids[address.route] | {""}
    assert ids[HOME] >= {"quote-x", "figure-x", "relation-x", "place-x", "unknown-x"}


@pytest.mark.parametrize(
    ("route", "to", "link"),
    [
        ("index.html", Address("claims.html", "x"), "claims.html#x"),
        ("index.html", Address("index.html", "x"), "#x"),
        ("index.html", Address("index.html"), "index.html"),
        ("actors/a.html", Address("index.html"), "../index.html"),
        ("actors/a.html", Address("actors/b.html"), "../actors/b.html"),
        ("actors/a.html", Address("actors/a.html"), "a.html"),
        ("404.html", Address("index.html"), "/moon/index.html"),
        ("404.html", Address("assets/site.css"), "/moon/assets/site.css"),
    ],
)
def test_links_are_relative_but_for_those_of_the_page_shown_at_any_depth(route: str, to: Address, link: str) -> None:
    assert href(to, route, "/moon/") == link


def test_a_renamed_fact_keeps_its_old_anchors_where_it_had_anchors() -> None:
    facts = """
    actors:
      new: {name: N, kind: person, summary: S., uncited: why, former_ids: [old]}
    terms:
      new: {name: T, summary: S., uncited: why, former_ids: [old]}
    events:
      new: {date: 2001, title: E, uncited: why, former_ids: [old, older]}
    figures:
      new: {value: 1, label: F, uncited: why, former_ids: [old]}
    sources:
      new: {title: S, former_ids: [old]}
    """
    site = joined(content(facts))
    anchors = {type(fact): former_anchors(fact) for fact in site.facts}
    assert anchors == {
        Actor: ("actor-old",),
        Term: ("term-old",),
        Event: ("old", "older"),
        Figure: ("figure-old",),
        Source: (),
    }


@pytest.mark.parametrize(
    ("route", "fault"),
    [
        ("actors/a.html", ""),
        ("actors/é.html", ""),
        ("", "it names no file inside the site"),
        ("/a.html", "it names no file inside the site"),
        ("./a.html", "it names no file inside the site"),
        ("actors/../../a.html", "it names no file inside the site"),
        ("..\\a.html", "its name has a backslash, which to some systems begins a folder"),
        ("a\udcff.html", "its name is not text in UTF-8"),
        ("a\x9b.html", "its name has the character U+009B, which no address can have"),
    ],
)
def test_a_route_names_a_file_inside_the_site_on_every_system(route: str, fault: str) -> None:
    assert fault_in_route(route) == fault
