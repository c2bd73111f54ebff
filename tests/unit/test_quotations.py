"""Quotation marks that open and do not close: what they quote would be held to nothing."""

from __future__ import annotations

import pytest

from generator.checks.quotations import unclosed
from generator.memory import Memory
from tests.explainers import content, joined


def found(text: str) -> list[str]:
    return [str(each) for each in unclosed(joined(content("", text)), Memory())]


@pytest.mark.parametrize(
    "text",
    [
        "He said “so it was” and left.",
        'A board of 12" and the word "so".',
        "Er sagte „so war es“ und ging.",
        "Il a dit « ainsi » ; »so« too.",
        "It’s the crews’ boat.",
    ],
)
def test_marks_that_close_and_inches_are_let_be(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Then a hero: “so it was and left.",
        'Then a hero: “so it was" and left.',
        'Then a hero: "so it was and left.',
        "Then a hero: „so it was and left.",
        "Then a hero: «so it was and left.",
        "Then a hero: “so it was and left.\n\nNo more.”",
    ],
)
def test_a_mark_that_does_not_close_in_its_paragraph_is_pointed_out_at_its_words(text: str) -> None:
    (said,) = [each for each in found(text) if "“so it was and" in each or "“so it was”" in each]
    assert said.startswith("sections/1-part.md:5:15: warning: the quotation mark before “so it was")
