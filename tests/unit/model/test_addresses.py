"""Where facts stand in the site: addresses that others link to, and that therefore never change."""

from __future__ import annotations

import pytest

from standfirst.model import Actor, Event, FactId, Figure, Id, Kind, Source, Term
from standfirst.model.addresses import Address, address_of, fault_in_route, former_anchors, href
from tests.explainers import content, joined


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (Kind.ACTOR, "actors/x.html"),
        (Kind.TERM, "glossary.html#term-x"),
        (Kind.EVENT, "chronology.html#x"),
        (Kind.QUOTE, "index.html#quote-x"),
        (Kind.CLAIM, "claims.html#x"),
        (Kind.FIGURE, "index.html#figure-x"),
        (Kind.RELATION, "index.html#relation-x"),
        (Kind.PLACE, "index.html#place-x"),
        (Kind.UNKNOWN, "index.html#unknown-x"),
        (Kind.UPDATE, "updates.html#x"),
        (Kind.SOURCE, "sources/x.html"),
    ],
)
def test_each_kind_has_its_place(kind: Kind, address: str) -> None:
    found = address_of(FactId(kind, Id("x")))
    assert found.route + (f"#{found.anchor}" if found.anchor else "") == address


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
