"""The mark of evidence: its label, its name, and how citations come together in it."""

from __future__ import annotations

import pytest

from standfirst.model.addresses import Address
from standfirst.present.evidence_mark import evidence_of, merged
from standfirst.present.views import CitationView, Link, PassageView


def cited(source: str, *paragraphs: int) -> CitationView:
    """A citation of one passage in each paragraph."""
    address = Address(f"sources/{source}.html")
    passages = tuple(PassageView(f"words of {number}", "", "", number, address, "") for number in paragraphs)
    return CitationView(Link(source, address), passages)


@pytest.mark.parametrize(
    ("citations", "label", "name"),
    [
        ([cited("a", 4)], "¶4", "Source: paragraph 4"),
        ([cited("a", 5, 3)], "¶3, 5", "Source: paragraphs 3, 5"),
        ([cited("a", 5), cited("a", 3, 5)], "¶3, 5", "Source: paragraphs 3, 5"),
        ([cited("a", 12, 7, 3)], "¶3, 7, 12", "Source: paragraphs 3, 7, 12"),
        ([cited("a", 9, 7, 5, 3)], "¶3, 5, 7 …", "Source: paragraphs 3, 5, 7, 9"),
        ([cited("a", 4), cited("b", 1)], "¶4 ¶1", "Sources: paragraphs 4; 1"),
        ([cited("a", 4, 2), cited("b", 3, 1)], "¶2, 4 ¶1 …", "Sources: paragraphs 2, 4; 1, 3"),
        ([cited("a", 1, 2, 3), cited("b", 1)], "¶1, 2, 3 …", "Sources: paragraphs 1, 2, 3; 1"),
    ],
)
def test_a_mark_tells_the_paragraphs_sorted_and_once_and_few_enough_to_stand_in_a_line(
    citations: list[CitationView], label: str, name: str
) -> None:
    evidence = evidence_of(citations, "en")
    assert (evidence.label, evidence.name) == (label, name)


def test_the_words_of_a_mark_are_those_of_the_sites_language() -> None:
    assert evidence_of([cited("a", 3, 5)], "fr").name == "Source\u00a0: paragraphes 3, 5"
    assert evidence_of([cited("a", 3, 5)], "ar").label == "¶3، 5"
    assert evidence_of([cited("a", 3, 5)], "ar").name == "المصدر: الفقرتان 3، 5"


def test_without_citations_there_is_no_mark() -> None:
    evidence = evidence_of([], "en")
    assert (evidence.citations, evidence.label, evidence.name) == ((), "", "")


def test_citations_come_together_by_source_with_each_passage_once_and_in_order() -> None:
    together = merged([cited("a", 5), cited("b", 1), cited("a", 3, 5)])
    assert [(each.source.text, [passage.paragraph for passage in each.passages]) for each in together] == [
        ("a", [5, 3]),
        ("b", [1]),
    ]
