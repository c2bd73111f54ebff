"""A qualifier that stands just before a passage, and so was cut off from the number that the passage begins with."""

from __future__ import annotations

import pytest

from standfirst.model import Drafts
from standfirst.sources.prove import prove
from tests.explainers import content, content_of

FACTS = """
figures:
  killed: {value: 213, unit: people, label: killed, QUALIFIER cite: {report: "PASSAGE"}}
sources:
  report: {title: R}
"""
COPY = "They say that at least 213 people have died and 1,009 been hurt.\n\nMore than one fell. 213 people left."


def found(passage: str, qualifier: str = "") -> list[str]:
    facts = FACTS.replace("PASSAGE", passage).replace("QUALIFIER", qualifier and f"qualifier: {qualifier},")
    files = content(facts, copies={"report": COPY})
    said = map(str, prove(content_of(files), files, drafts=Drafts.HIDE).problems)
    return [each for each in said if "just before" in each]


@pytest.mark.parametrize("passage", ["213 people have died", "213 people … been hurt", "least 213 people have"])
def test_a_figure_whose_passage_leaves_the_qualifier_of_its_number_out_is_pointed_out(passage: str) -> None:
    assert found(passage) == [
        "facts.yaml:3:19: warning: just before a passage that figure:killed cites, 'report' says 'at-least'; "
        "begin the passage with that, and write `qualifier: at-least`"
    ]


def test_a_qualifier_that_the_figure_has_or_that_stands_in_its_passage_is_let_be() -> None:
    assert found("213 people have died", "at-least") == []
    assert found("at least 213 people have died") == []


def test_what_stands_before_a_passage_and_qualifies_another_number_is_let_be() -> None:
    assert found("one fell. 213 people left") == []
    assert found("213 people left") == []


def test_nothing_is_said_of_a_draft_that_is_hidden() -> None:
    facts = FACTS.replace("PASSAGE", "213 people have died").replace("QUALIFIER", "draft: true,")
    files = content(facts, copies={"report": COPY})
    assert [
        sum("just before" in each.message for each in prove(content_of(files), files, drafts=drafts).problems)
        for drafts in (Drafts.HIDE, Drafts.SHOW)
    ] == [0, 1]


def test_a_qualifier_is_read_in_the_language_of_its_source() -> None:
    facts = FACTS.replace("PASSAGE", "213 personnes sont mortes").replace("QUALIFIER", "")
    copies = {"report": "Au moins 213 personnes sont mortes."}
    files = content(facts.replace("title: R", "title: R, language: fr"), copies=copies)
    said = [each.hint for each in prove(content_of(files), files, drafts=Drafts.HIDE).problems]
    assert "begin the passage with that, and write `qualifier: at-least`" in said
