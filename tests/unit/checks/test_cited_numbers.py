"""A figure's number stands in the words of the passages that are cited for it, with its unit and qualifier."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.problems.errors import Severity
from tests.cases import answered, cases_in
from tests.unit.checks.cited_facts import figure, messages, unsupported_in, warning_with_copy


@pytest.mark.parametrize("figures", cases_in(Path(__file__).with_name("cited_numbers.txt")))
def test_a_figure_is_held_to_the_named_words_of_its_passages(figures: str) -> None:
    assert answered(figures, lambda value, cite: messages(figure(cite, value))) == figures


@pytest.mark.parametrize(("language", "value"), [("en", "1,009"), ("de", "1.009")])
def test_the_report_says_what_to_do_where_the_figure_is_and_only_warns(language: str, value: str) -> None:
    facts = """
    figures:
      dead: {value: 1009, label: a, cite: {paper: at least 213 people}}"""
    (problem,) = unsupported_in(facts, language=language)
    assert problem.severity is Severity.WARNING
    assert str(problem) == (
        f"facts.yaml:3:17: warning: the value of figure:dead, {value}, is not in the words of a passage that it cites; "
        "cite the passage with its number, or mend the value"
    )


def test_what_is_wrong_with_a_unit_or_a_qualifier_is_told_at_its_key() -> None:
    said = unsupported_in("""
    figures:
      cost: {value: 2, unit: EUR, label: a, cite: {paper: cost 2 dollars}}
      wells: {value: 40, unit: litres, label: a, cite: {paper: 40% of the wells}}
      alone: {value: 40, label: a, cite: {paper: 40% of the wells}}
      dead: {value: 213, label: a, cite: {paper: at least 213 of them}}
      lost: {value: 213, qualifier: about, label: a, cite: {paper: at least 213 of them}}
      hurt: {value: 213, qualifier: about, label: a, cite: {paper: they counted 213 of them}}""")
    cites = "a passage that figure:{} cites says '{}'{}".format
    assert list(map(str, said)) == [
        "facts.yaml:3:26: warning: the unit of figure:cost, EUR, is not in the words of a passage that it cites; "
        "cite the words that name it, or mend the unit",
        f"facts.yaml:4:28: warning: {cites('wells', '40%', ', and its unit is litres; mend the unit')}",
        f"facts.yaml:5:3: warning: {cites('alone', '40%', ', and its unit is left out; mend the unit')}",
        f"facts.yaml:6:17: warning: {cites('dead', 'at-least', ' of its number, and it does not; ')}"
        "write `qualifier: at-least`",
        f"facts.yaml:7:33: warning: {cites('lost', 'at-least', ' of its number, and its qualifier is about; ')}"
        "write `qualifier: at-least`",
        "facts.yaml:8:33: warning: the qualifier of figure:hurt, about, is not in the words of a passage that it "
        "cites; cite the words that say so, or mend the qualifier",
    ]


def test_what_a_figure_counts_its_label_may_say() -> None:
    assert figure("paper: killed 40 dogs and 3 people", "40 people", label="killed with their dogs") == ()


def test_a_number_that_stands_within_an_ellipsis_is_told() -> None:
    facts = "\n    figures: {dead: {value: 213, unit: people, label: a, cite: {paper: 'The toll … by noon'}}}\n"
    said = warning_with_copy("The toll was 213 people by noon.", facts)
    assert said.endswith("cites; it stands where your … is; write it out")


@pytest.mark.parametrize(
    ("cite", "more", "says"),
    [
        ("paper: nobody was ever told", "", ""),
        ("paper: nobody was told in 2025", "as_of: 2025, ", ""),
        ("paper: nobody was ever told", "as_of: 2025-03-07, ", ""),
        (
            "paper: nobody was ever told",
            "as_of: 2025, ",
            "the value of figure:dead, 213, is not in the words of a passage that it cites",
        ),
    ],
)
def test_of_a_figure_its_date_is_what_was_reckoned_if_that_is_not_in_the_passages(
    cite: str, more: str, says: str
) -> None:
    assert messages(figure(cite, "213 people", f"{more}reckoned: so it goes, ")) == says
