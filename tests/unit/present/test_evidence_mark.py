"""The mark of evidence: its label, its name, and how citations come together in it."""

from __future__ import annotations

import pytest

from standfirst.model import Source
from standfirst.model.addresses import Address
from standfirst.present.evidence_mark import evidence_of, mark_names, merged
from standfirst.present.evidence_views import CitationView, PassageView
from standfirst.present.view_parts import Link
from tests.explainers import content, joined


def cited(source: str, *paragraphs: int, mark_name: str = "") -> CitationView:
    """A citation of one passage in each paragraph."""
    address = Address(f"sources/{source}.html")
    passages = tuple(PassageView(f"words of {number}", "", "", number, address, "") for number in paragraphs)
    return CitationView(Link(source, address), passages, mark_name)


def letter(*paragraphs: int) -> CitationView:
    return cited("letter", *paragraphs, mark_name="Letter")


def courier(*paragraphs: int) -> CitationView:
    return cited("courier", *paragraphs, mark_name="The Courier")


@pytest.mark.parametrize(
    ("citations", "label", "name"),
    [
        ([cited("a", 4)], "¶4", "paragraph 4"),
        ([cited("a", 5, 3)], "¶3, 5", "paragraphs 3, 5"),
        ([cited("a", 5), cited("a", 3, 5)], "¶3, 5", "paragraphs 3, 5"),
        ([cited("a", 12, 7, 3)], "¶3, 7, 12", "paragraphs 3, 7, 12"),
        ([cited("a", 9, 7, 5, 3)], "¶3, 5, 7 …", "paragraphs 3, 5, 7, 9"),
        ([letter(4)], "Letter ¶4", "source and paragraph: Letter 4"),
        ([letter(4), courier(1)], "Letter ¶4; The Courier ¶1", "sources and paragraphs: Letter 4; The Courier 1"),
        (
            [letter(4, 2), courier(3, 1)],
            "Letter ¶2, 4; The Courier ¶1 …",
            "sources and paragraphs: Letter 2, 4; The Courier 1, 3",
        ),
        ([letter(1, 2, 3), courier(1)], "Letter ¶1, 2, 3 …", "sources and paragraphs: Letter 1, 2, 3; The Courier 1"),
    ],
)
def test_a_mark_tells_the_paragraphs_sorted_and_once_and_few_enough_to_stand_in_a_line(
    citations: list[CitationView], label: str, name: str
) -> None:
    evidence = evidence_of(citations, "en")
    assert (evidence.label, evidence.name) == (label, name)


def test_the_words_of_a_mark_are_those_of_the_sites_language() -> None:
    assert evidence_of([letter(3, 5)], "fr").name == "sources et paragraphes\u00a0: Letter 3, 5"
    assert evidence_of([cited("a", 3, 5)], "ar").label == "¶3، 5"
    assert evidence_of([cited("a", 3, 5)], "ar").name == "الفقرتان 3، 5"


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        ("{a: {title: A letter, publisher: The Courier}}", [""]),
        ("{a: {title: T, publisher: The Courier, short_name: Letter}, b: {title: A title}}", ["Letter", "A title"]),
        ("{a: {publisher: The Courier}, b: {publisher: The Courier}, c: {}}", ["The Courier 1", "The Courier 2", "c"]),
        (
            "{a: {publisher: Meridian News (made up)}, b: {title: ABCDEFGHIJKLMNOPQRSTU}}",
            ["Meridian News", "ABCDEFGHIJKLMNOPQR…"],
        ),
    ],
)
def test_marks_call_sources_by_short_names_that_tell_them_apart_and_an_only_one_by_none(
    sources: str, names: list[str]
) -> None:
    found = joined(content(f"sources: {sources}"))
    assert list(mark_names(found.all(Source)).values()) == names


def test_without_citations_there_is_no_mark() -> None:
    evidence = evidence_of([], "en")
    assert (evidence.citations, evidence.label, evidence.name) == ((), "", "")


def test_citations_come_together_by_source_with_each_passage_once_and_in_order() -> None:
    together = merged([cited("a", 5), cited("b", 1), cited("a", 3, 5)])
    assert [(each.source.text, [passage.paragraph for passage in each.passages]) for each in together] == [
        ("a", [5, 3]),
        ("b", [1]),
    ]
