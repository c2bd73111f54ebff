"""Problems are told once and in order, and each on one line."""

from __future__ import annotations

from standfirst.model import Origin
from standfirst.problems.errors import Problem, SiteError, UsageError, in_order
from standfirst.problems.remedies import nearest_word


def test_causes_come_first_and_what_is_found_twice_is_told_once() -> None:
    first, second = (Problem(Origin("a.yaml", line, 1), "there is no such fact") for line in (1, 2))
    cause = Problem(Origin("b.yaml", 1, 1), "this file is not read", is_cause=True)
    assert in_order([second, first, cause, second]) == (cause, first, second)
    assert str(SiteError([second, first])) == "a.yaml:1:1: there is no such fact\na.yaml:2:1: there is no such fact"


def test_why_a_command_cannot_be_carried_out_is_one_line_that_can_be_read() -> None:
    said = str(UsageError(f"there is no folder a\nb\x1b[31m{'c' * 1000}"))
    assert said.startswith("there is no folder a\\nb\\x1b[31mccc")
    assert len(said) < 500


def test_a_word_is_near_to_the_one_that_it_begins_or_goes_on_from() -> None:
    assert nearest_word("lang", ["language", "label"]) == "language"
    assert nearest_word("summarytext", ["sum", "text"]) == "sum"
    assert nearest_word("nat", ["native", "nationality"]) == ""
