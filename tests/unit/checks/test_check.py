"""All rules are asked of a whole site, and of one with gaps those that do not depend on what is missing."""

from __future__ import annotations

from dataclasses import replace

from standfirst.checks.check import check
from standfirst.model import Drafts
from standfirst.problems.errors import Problem, in_order
from standfirst.reading.files import InputFile
from standfirst.sources.prove import prove
from tests.explainers import content, content_of, joined

FACTS = """\
actors:
  ann: {name: Ann, kind: person, summary: S., uncited: so}
  hill: {name: Hill, kind: person, summary: S., uncited: so}
events:
  closure: {date: 2025-03-03, title: It closes, cite: {weather: it rained … that day}}
quotes:
  hers: {speaker: ann, words: we will go, cite: {report: we will go}}
places:
  far: {name: Far, lat: 60, lon: 100}
  later: {name: Later, draft: true}
sources:
  report: {title: Report}
  weather: {title: Weather}
"""
SECTION = """\
It was [4 March](event:closure), or 3 March.

It was “here, in [a place](place:later), by [Hill] (actor:hill).
"""
BASEMAP = '{"type": "FeatureCollection", "source": "An atlas", "covers": [[0, 40, 10, 50]], "features": []}'


def found(*, is_whole: bool) -> tuple[Problem, ...]:
    copies = {"report": "Hill said so: “we will go”.", "weather": "But it rained, on 3 March 2025, all that day."}
    files = content(FACTS, SECTION, settings="licence: CC BY 4.0\n", copies=copies)
    files = replace(files, basemap=InputFile("basemap.geojson", BASEMAP))
    proof = prove(content_of(files), files, drafts=Drafts.SHOW)
    return in_order(check(joined(files, drafts=Drafts.SHOW), proof.lock, proof.copies, is_whole=is_whole))


def test_all_rules_are_asked_of_a_whole_site() -> None:
    late, date, *others = found(is_whole=True)
    assert late.message == "event:closure is dated 2025-03-03, after the facts as of 2025-01-01"
    # Which only the copy shows.
    assert date.said.endswith("is not in the words of a passage that it cites; it stands where your … is; write it out")
    assert [each.message for each in others] == [
        "no part of the name of the speaker, Ann, stands in 'report', but Hill does",
        "no map shows place 'far', as the basemap does not reach far enough around it",
        "'4 March' disagrees with event:closure, which is dated 3 March 2025",
        "'3 March' is the date of event:closure, and is not bound to it",
        "the quotation mark before “here, in a place,” is not closed in its paragraph",
        "place 'later' is a draft, and this is published",
        "a blank parts '(actor:hill)' from its text",
        "'CC BY 4.0' leads to no licence, as it is written",
    ]


def test_of_a_site_with_gaps_only_links_are_held_to_their_facts() -> None:
    (problem,) = found(is_whole=False)
    assert problem.message == "'4 March' disagrees with event:closure, which is dated 3 March 2025"
