"""What was changed: the page that lists it, and the marks of facts that were corrected."""

from __future__ import annotations

import lxml.html

from standfirst.pages.updates import UpdatesView
from tests.explainers import content, made
from tests.unit.pages.page_views import view


def test_corrections_stand_apart_and_the_newest_first() -> None:
    facts = """
updates:
  a: {date: 2025-01-01, kind: correction, text: A}
  b: {date: 2025-01-03, kind: update, text: B}
  c: {date: 2025-01-02, kind: correction, text: C}
  d: {date: 2025-01-04, kind: clarification, text: D}
"""
    found = view(UpdatesView, "updates.html", facts)
    assert [update.fact.id for update in found.corrections] == ["c", "a"]
    assert [update.fact.id for update in found.others] == ["d", "b"]
    assert found.site.updated
    assert found.site.updated.machine == "2025-01-04"


def test_a_fact_that_was_corrected_says_so_wherever_it_is_shown() -> None:
    facts = """
actors:
  ann: {name: Ann, kind: person, summary: A., uncited: x}
  bob: {name: Bob, kind: person, summary: B., uncited: x}
terms:
  word: {name: word, summary: W., uncited: x}
events:
  met: {date: 2019, title: Met, actors: [ann], uncited: x}
quotes:
  said: {speaker: ann, words: so, uncited: x}
claims:
  one: {claim: C, by: [ann], uncited: x}
figures:
  many: {value: 3, label: boats, according_to: [ann], uncited: x}
relations:
  both: {subject: ann, verb: likes, object: bob, uncited: x}
places:
  here: {name: Here}
unknowns:
  who: {question: Who?}
sources:
  s: {title: S}
updates:
  mended:
    date: 2025-03-12
    kind: correction
    text: Mended.
    affects: ["actor:ann", "term:word", "event:met", "quote:said", "claim:one", "figure:many", "relation:both",
      "place:here", "unknown:who", "source:s"]
  clearer: {date: 2025-03-13, kind: clarification, text: Clearer., affects: ["event:met"]}
  more: {date: 2025-03-14, kind: update, text: More., affects: ["event:met"]}
"""
    verbs = "verbs:\n  likes: {label: likes, inverse: is liked by}\n"
    pages = made(content(facts, "![](claim:one)", settings=verbs))
    shown = {
        "index.html": 9, "glossary.html": 2, "chronology.html": 1, "claims.html": 1, "sources.html": 1,
        "sources/s.html": 1, "about.html": 1, "actors/ann.html": 6,
    }  # fmt: skip
    for route, times in shown.items():
        marks = lxml.html.fromstring(pages[route]).xpath("//a[@class='corrected']")
        corrected = [mark for mark in marks if mark.text_content() == "Corrected 12 March 2025"]
        assert len(corrected) == times, route
        assert {mark.get("href").removeprefix("../") for mark in corrected} == {"updates.html#mended"}
    clearer = lxml.html.fromstring(pages["chronology.html"]).xpath("//a[@class='corrected']")
    assert [mark.text_content() for mark in clearer] == ["Clarified 13 March 2025", "Corrected 12 March 2025"]
