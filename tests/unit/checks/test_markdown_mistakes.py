"""Slips are told in every text of a site, and by whether the site has what they name."""

from __future__ import annotations

import pytest

from standfirst.checks.markdown_mistakes import markdown_mistakes
from tests.explainers import content, joined

FACTS = """
actors:
  ann: {name: Ann, kind: person, summary: S., text: "See [Ann] (actor:ann).", uncited: x}
"""


def said(text: str) -> list[str]:
    return [str(each) for each in markdown_mistakes(joined(content(FACTS.replace("[Ann] ", "[Ann]"), text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See actor:ann.", ["sections/1-part.md:5:5: 'actor:ann' is not read as a reference;"]),
        ("See [Eve] (actor:eve).", ["sections/1-part.md:5:12: warning: a blank parts '(actor:eve)' from its text;"]),
        ("See Actor: eve.", []),
        ("See {{ Actor: eve }}.", []),
    ],
)
def test_a_slip_that_names_no_fact_of_the_site_is_a_warning_at_most(text: str, found: list[str]) -> None:
    assert [f"{each.partition(';')[0]};" for each in said(text)] == found


def test_the_texts_of_facts_are_searched_too() -> None:
    (problem,) = markdown_mistakes(joined(content(FACTS, "A text.")))
    assert str(problem).startswith("facts.yaml:3:65: a blank parts '(actor:ann)' from its text;")


def test_an_oddity_is_a_warning_where_it_stands() -> None:
    assert said("A line.\n\n• So it is.") == [
        "sections/1-part.md:7:1: warning: '•' begins no item of a list; write - and a blank in its place"
    ]
