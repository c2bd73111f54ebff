"""Each kind of fact as a node of linked data: what it says, and what is left out of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standfirst.model import FactId, Id, Kind
from standfirst.pages.linked_data.fact_nodes import FactNodes
from standfirst.present.presenter import Presenter
from tests.cases import cases_in
from tests.explainers import as_if_found, content, joined

FACTS = """
actors:
  ann:
    {name: Ann, kind: person, role: mayor, aliases: [Annie], native_name: {text: آن, lang: ar}, summary: "She, *Ann*.",
     same_as: ["https://example.org/ann"], uncited: x}
  port: {name: Port, kind: organisation, role: harbour, summary: P., uncited: x}
  wing: {name: Wing, kind: armed-group, summary: W., uncited: x}
  crowd: {name: Crowd, kind: group, summary: C., uncited: x}
  city: {name: City, kind: government, summary: C., uncited: x}
  land: {name: Land, kind: state, summary: L., uncited: x}
terms:
  quorum: {name: Quorum, aliases: [Quora], summary: S., text: More., uncited: x}
places:
  pier: {name: Pier, lat: 1.5, lon: -2, summary: "*Here*."}
  nowhere: {name: Nowhere}
events:
  vote:
    {date: 2019-04/2019-05, title: The vote, text: So *it* was., actors: [ann, port], place: pier,
     cite: {s: a b c, bare: a b c}}
  day: {date: 2019-04-15, title: A day, uncited: x}
  doubt: {date: 2019~, title: A doubt, actors: [ann], place: pier, uncited: x}
quotes:
  said: {speaker: ann, words: So, event: day, relaying: port, cite: {s: [a b c, d e f]}}
  dated: {speaker: ann, words: So, event: vote, date: 2020-01-02, cite: {bare: a b c}}
  vague: {speaker: ann, words: So, date: 2020~, uncited: x}
claims:
  fell: {claim: "It *fell*.", by: [ann, "source:s"], relaying: port, date: 2019, cite: {s: a b c}}
  rose: {claim: It rose., uncited: x}
unknowns:
  why: {question: Why?}
figures:
  dead: {value: 3, label: dead, uncited: x}
relations:
  backing: {subject: ann, verb: backs, object: port, uncited: x}
updates:
  fix:
    {date: 2025-01-03, kind: correction, text: So *it* was., authors: [Ada, Ben],
     affects: ["event:vote", "figure:dead", "unknown:why", "relation:backing", "quote:said", "term:quorum"]}
sources:
  s:
    {title: A report, publisher: P, authors: [Q, R], kind: report, language: ar, url: https://example.org/s,
     archive_url: https://example.net/s, published: 2018}
  archived: {title: B, archive_url: https://example.net/b, published: 2018~}
  bare: {kind: wire report}
"""
VERBS = "verbs: {backs: {label: backs, inverse: is backed by}}\n"
AT = "https://example.org/"


@pytest.fixture
def nodes() -> FactNodes:
    files = content(FACTS, settings=VERBS)
    return FactNodes(Presenter(joined(files), as_if_found(files)), AT)


def fact_id(fact: str) -> FactId:
    kind, _, name = fact.partition(":")
    return FactId(Kind(kind), Id(name))


def told(nodes: FactNodes, fact: str) -> str:
    """Return the node of a fact, a property a line, with addresses as they lie in the site."""
    node = nodes.node_of(nodes.presenter.site.index[fact_id(fact)])
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in (node or {}).items())
    return "\n".join(lines).replace(AT, "~/").replace('"', "'")


@pytest.mark.parametrize(("fact", "node"), cases_in(Path(__file__).with_name("fact_nodes.txt")))
def test_a_node_says_what_its_fact_says_and_no_more(nodes: FactNodes, fact: str, node: str) -> None:
    assert told(nodes, fact) == node


@pytest.mark.parametrize("fact", ["figure:dead", "relation:backing", "unknown:why"])
def test_what_schema_org_has_no_honest_form_for_has_no_node(nodes: FactNodes, fact: str) -> None:
    assert told(nodes, fact) == ""


def test_it_is_known_which_facts_were_referred_to(nodes: FactNodes) -> None:
    iri = nodes.iri(fact_id("actor:ann"))
    assert iri == f"{AT}actors/ann.html#actor-ann"
    assert nodes.named[iri] == fact_id("actor:ann")


def test_the_entry_of_an_actor_in_the_glossary_is_about_the_actor(nodes: FactNodes) -> None:
    (ann, *_) = nodes.presenter.site.actors_and_terms()
    assert nodes.entry(ann) == {
        "@type": "DefinedTerm",
        "@id": f"{AT}glossary.html#actor-ann",
        "name": "Ann",
        "alternateName": ["Annie"],
        "description": "She, Ann.",
        "url": f"{AT}glossary.html#actor-ann",
        "inDefinedTermSet": {"@id": f"{AT}glossary.html#the_glossary"},
        "about": {"@id": f"{AT}actors/ann.html#actor-ann"},
    }
