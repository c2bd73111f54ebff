"""Words of a source as a writer pastes them: found, cited, and what else is known of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from standfirst.checks.bound_links import disagreeing_links
from standfirst.desk.bindings import bindable_in
from standfirst.desk.citation import Citation, citation_of
from standfirst.desk.citation_text import as_text, in_prose
from standfirst.desk.cited_stretches import cited_stretches
from standfirst.desk.desk import Desk, Selection, desk_of
from standfirst.desk.pasted_words import find_pasted
from standfirst.model import Drafts
from standfirst.reading.files import InputFile
from tests.explainers import content, joined, read_site

REPORT = """\
The ferry stopped on 3 March 2025, the port said. “It’s over – for good,” Reed said.

At least 213 people were on board. On Monday the ferry stopped, after 40 years.

The fare was $5 [sic], and the com-
pany lost it. The ferry stopped.
"""
LETTER = "Dear all, the ferry stopped on 3 March 2025, as you know. It had 40 seats.\n"
FACTS = """\
sources:
  report: {title: Report, published: 2025-03-04}
  letter: {title: Letter}
events:
  stop: {date: 2025-03-03, title: The ferry stops, cite: {report: ferry stopped on … port said}}
  month: {date: 2025-03, title: A month, cite: {report: 213 people were}}
quotes:
  over: {speaker: reed, date: 2025-03-03, words: It's over, cite: {report: It's over for}}
figures:
  aboard: {value: 213, unit: people, label: on board, qualifier: at-least, cite: {report: At least 213}}
  years: {value: 40, unit: years, label: of service, cite: {report: after 40 years}}
  seats: {value: 40, unit: seats, label: aboard, cite: {letter: It had 40}}
terms:
  broken: {nme: nothing that can be read}
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return desk_of(content(FACTS, "It was over.[@report: good Reed said]", copies={"report": REPORT, "letter": LETTER}))


def cited(words: str, desk: Desk) -> list[list[Citation]]:
    already = cited_stretches(desk)
    return [[citation_of(each, desk, already) for each in place] for place in find_pasted(words, desk.copies.values())]


def only(words: str, desk: Desk) -> Citation:
    ((citation,),) = cited(words, desk)
    return citation


@pytest.mark.parametrize(
    ("pasted", "passage"),
    [
        ("It's over - for good", "It’s … good"),
        ("“IT’S OVER —\n  FOR GOOD,”", "It’s … good"),
        ("people  were\non board", "people … board"),
        ("and the com-\npany lost it", "and … it"),
        ("and the company lost", "and … lost"),
        ("Dear all … you know", "Dear … know"),
    ],
)
def test_words_are_found_however_they_are_typed(desk: Desk, pasted: str, passage: str) -> None:
    assert only(pasted, desk).words == passage


def test_words_of_two_sources_are_cited_from_both(desk: Desk) -> None:
    found = [citation for (citation,) in cited("ferry stopped on 3 March 2025", desk)]
    assert [each.selection.source for each in found] == ["report", "letter"]
    assert all(each.words for each in found)


def test_words_that_stand_twice_are_widened_in_each_place(desk: Desk) -> None:
    first, second, *_ = (citation for (citation,) in cited("The ferry stopped.", desk))
    assert first.places == (1, 2, 3)
    assert (first.printed, second.printed) == ("The ferry stopped on", "the ferry stopped, after")


def test_words_that_run_over_a_paragraph_are_cited_in_each(desk: Desk) -> None:
    (place,) = cited("for good,” Reed said. At least 213 people", desk)
    assert [(each.selection.paragraph, each.words) for each in place] == [
        (1, "for … said"),
        (2, "At … people"),
    ]


def test_a_number_is_cited_with_its_sign_and_a_short_selection_with_more_words(desk: Desk) -> None:
    citation = only("5 [sic]", desk)
    assert citation.asked == Selection("report", 3, 4, 6)  # type: ignore[arg-type]
    assert citation.printed == "$5 [sic"


def test_what_is_cited_already_is_told_with_its_place(desk: Desk) -> None:
    citation = only("The ferry stopped on 3 March 2025, the port said. “It’s over", desk)
    assert [(each.by, each.selection == citation.selection) for each in citation.cited] == [
        ("event:stop", False),
        ("quote:over", False),
    ]
    assert [each.by for each in only("for good,” Reed said", desk).cited] == ["section part-1", "quote:over"]
    (same,) = only("ferry stopped on 3 March 2025, the port said", desk).cited
    assert same.selection == only("ferry stopped on 3 March 2025, the port said", desk).selection
    assert same.origin.path == "facts.yaml"


def test_a_number_leads_to_the_figures_that_have_it(desk: Desk) -> None:
    links = {each.text: each.links for each in only("At least 213 people were on board", desk).bindable}
    # What qualifies it is written by the link.
    assert links["213"] == ("[](figure:aboard)",)
    assert [each.links for each in only("It had 40 seats", desk).bindable] == [("[40](figure:seats)",)]


def test_a_date_leads_to_the_facts_that_have_it_reckoned_from_the_day_of_publication(desk: Desk) -> None:
    (day,) = only("the ferry stopped on 3 March 2025, the port", desk).bindable
    assert (day.value, day.links) == ("2025-03-03", ("[3 March 2025](event:stop)", "[3 March 2025](quote:over)"))
    monday, years = only("On Monday the ferry stopped, after 40 years", desk).bindable
    assert (monday.value, monday.is_reckoned) == ("2025-03-03", True)
    # What was written on another day would be another Monday.
    assert monday.links == ("[](event:stop)", "[3 March 2025](quote:over)")
    assert (years.value, years.links) == ("P40Y", ("[40 years](figure:years)",))


def test_every_link_that_is_offered_agrees_with_its_fact() -> None:
    files = read_site("full")
    desk = desk_of(files)
    selections = (
        Selection(copy.source, number, 0, len(copy.index.words_of(number)))
        for copy in desk.copies.values()
        for number in range(1, len(copy.paragraphs) + 1)
    )
    links = [link for each in selections for bindable in bindable_in(desk, each) for link in bindable.links]
    assert len(links) >= 10
    section = InputFile("sections/99-links.md", "---\ntitle: Links\n---\n" + "\n\n".join(links))
    site = joined(replace(files, sections=(section,)), drafts=Drafts.SHOW)
    assert [str(problem) for problem in disagreeing_links(site)] == []


def test_no_number_that_would_be_read_in_the_passage_is_left_to_its_ellipsis(desk: Desk) -> None:
    citation = only("At least 213 people were on board", desk)
    assert citation.words == "At … board"
    assert citation.written_out == "At least 213 … board"


def test_what_is_printed_is_yaml_that_cites_the_words(desk: Desk) -> None:
    for words in ("ferry stopped on 3 March 2025, the port said", "for good,” Reed said. At least 213 people"):
        found = [tuple(place) for place in cited(words, desk)]
        for place in found:
            (source,) = {each.selection.source for each in place}
            passages = [each.words for each in place]
            said = yaml.safe_load(as_text([place], desk.sources))
            assert said == {"cite": {source: passages[0] if len(passages) == 1 else passages}}


def test_a_mark_in_prose_cites_the_same_words(desk: Desk) -> None:
    citation = only("The fare was $5 [sic], and", desk)
    whole = only("was $5 [sic]", desk)
    for each in (citation, whole):
        (section,) = desk_of(content("", in_prose(each))).content.sections
        ((read,),) = (mark.passages for mark in section.body.citations)
        assert read.words == each.words


def test_a_source_without_a_record_is_cited_all_the_same() -> None:
    desk = desk_of(content("", copies={"note": "The pier is closed for good."}))
    (place,) = [tuple(place) for place in cited("pier is closed", desk)]
    assert as_text([place], desk.sources).splitlines() == [
        "cite: {note: \"pier is closed\"}  # paragraph 1 of 'note'",
        "# in prose: [@note: pier is closed]",
        "# not cited yet",
        "# there is no source 'note' yet: write its record under `sources`",
    ]
