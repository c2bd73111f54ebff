"""Quotation marks that stand alone, so that what they quote is held to nothing."""

from __future__ import annotations

import pytest

from standfirst.checks.unpaired_quotation_marks import unpaired_quotation_marks
from tests.explainers import content, joined

OPEN, CLOSED = "is not closed in its paragraph", "is not opened in its paragraph"


def said(section: str) -> list[tuple[int, str]]:
    found = unpaired_quotation_marks(joined(content("", section)))
    return [(problem.origin.column, problem.message.removeprefix("the quotation mark ")) for problem in found]


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ("He said “we go, all of us.", [(10, f"before “we go, all of” {OPEN}")]),
        ("Er sagte „wir gehen.", [(11, f"before “wir gehen” {OPEN}")]),
        ('He said "we go.', [(10, f"before “we go” {OPEN}")]),
        ("He said “we go”, and “we stay.", [(23, f"before “we stay” {OPEN}")]),
        ("We go, all of us”, he said.", [(4, f"behind “go, all of us” {CLOSED}")]),
        ("Nous partons », dit-il.", []),
        ("Nous partons», dit-il.", [(1, f"behind “Nous partons” {CLOSED}")]),
        ("“One.\n\nTwo.”", [(2, f"before “One” {OPEN}"), (1, f"behind “Two” {CLOSED}")]),
        ("“One.\n\n“Two.”", []),
        ("A board of 13” and 5’10”, the nurses’ own; More »", []),
        ("The nurses’ 'own ‘words", []),
        ("He said: ‘All of us go.", [(11, f"before “All of us go” {OPEN}")]),
        ("„Wir ‚gehen alle heim“, sagte er.", [(7, f"before “gehen alle heim“, sagte” {OPEN}")]),
        ("In ‘Ajloun, ‘til then, ‘the king ruled the ‘90s.", [(25, f"before “the king ruled the” {OPEN}")]),
        ("So it ends at last: ⹂", [(4, f"behind “it ends at last” {CLOSED}")]),
        ("```\n“code\n```", []),
    ],
)
def test_a_mark_without_its_other_is_told(section: str, found: list[tuple[int, str]]) -> None:
    assert said(section) == found


def test_of_many_marks_in_a_paragraph_some_are_told() -> None:
    assert [len(said(mark * 2_000)) for mark in ("“a ", "a” ")] == [5, 5]


def test_the_report_stands_where_the_mark_is_and_says_what_to_do() -> None:
    section = (
        "We go.\n\nWe go; he said: “we go, all of us, and not to come back.\n\nAll of us, and not one of us is back”."
    )
    several = "a quotation of several paragraphs is opened in each"
    assert [str(each) for each in unpaired_quotation_marks(joined(content("", section)))] == [
        f"sections/1-part.md:7:18: warning: the quotation mark before “we go, all of” {OPEN}; "
        f"close it; {several}, and closed in the last",
        f"sections/1-part.md:9:24: warning: the quotation mark behind “of us is back” {CLOSED}; "
        f"open it before the first word that it quotes; {several}",
    ]
