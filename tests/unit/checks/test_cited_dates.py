"""A fact's dates stand in the words of the passages that are cited for it, and that it goes on does too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import answered, cases_in
from tests.unit.checks.cited_facts import event, figure, messages, warning_with_copy

EVENT = "\n    events: {{closure: {{date: {date}, title: A, cite: {{paper: {cite}}}}}}}\n"
NO_DATE = "facts.yaml:2:26: warning: the `date` of event:closure, {}, is not in the words of a passage that it cites; "


@pytest.mark.parametrize("events", cases_in(Path(__file__).with_name("cited_dates.txt")))
def test_a_date_is_held_to_the_named_words_of_its_passages(events: str) -> None:
    assert answered(events, lambda date, cite: messages(event(cite, date))) == events


@pytest.mark.parametrize(
    ("date", "says"),
    [
        (
            "2025",
            "the `date` of event:closure, 2025, is not in the words of a passage that it cites; "
            "cite the words that give the date, or say in `reckoned` how it was worked out",
        ),
        (
            "2014/..",
            "that event:closure goes on, 2014/.., is not in the words of a passage that it cites; "
            "cite the words that say so, write 2014/ if it may have ended, or say in `reckoned` how it is known",
        ),
    ],
)
def test_what_is_not_stated_of_a_date_is_told_at_the_date_with_what_to_do(date: str, says: str) -> None:
    (problem,) = event("paper: they shut it in 2014", date)
    assert str(problem) == f"facts.yaml:3:19: warning: {says}"


def test_what_happened_once_some_time_from_a_date_on_need_not_go_on() -> None:
    assert event("paper: they shut it in 2014", "[2014..]") == ()


@pytest.mark.parametrize(
    ("text", "date", "cite"),
    [
        ("The road, on 3 March 2025, was closed by snow.", "2025-03-03", "The road … was closed by snow"),
        ("The road, on 3/30/2024, was closed by snow.", "2024-03-30", "The road … was closed by snow"),
        ("On 3 March, in 2024, the road was closed.", "2024-03-03", "On 3 March … the road was closed"),
    ],
)
def test_a_date_that_stands_within_an_ellipsis_is_told(text: str, date: str, cite: str) -> None:
    facts = EVENT.format(date=date, cite=f"'{cite}'")
    assert warning_with_copy(text, facts) == NO_DATE.format(date) + "it stands where your … is; write it out"


@pytest.mark.parametrize("date", ["2023-09-03", "2023-09-03/"])
@pytest.mark.parametrize(
    ("more", "where"), [("\n\nAll of 2023 was wet.", ", which stand in paragraph 2"), ("", ""), (" Year 12023.", "")]
)
def test_a_year_that_is_missing_is_told_with_where_it_stands(date: str, more: str, where: str) -> None:
    facts = EVENT.format(date=date, cite="'On 3 September the road'")
    hint = f"only the year is missing: cite the words that give it{where}, or say in `reckoned` how it is known"
    assert warning_with_copy(f"On 3 September the road was closed.{more}", facts) == NO_DATE.format(date) + hint


def test_where_a_missing_year_stands_is_not_told_of_a_source_that_is_not_at_hand() -> None:
    (problem,) = event("paper: On 3 September the road", "2023-09-03")
    assert "cite the words that give it, or say" in problem.hint


def test_of_a_date_that_stands_nowhere_no_more_is_said() -> None:
    facts = EVENT.format(date="2023-09-03", cite="'On 4 September … was closed'")
    hint = "cite the words that give the date, or say in `reckoned` how it was worked out"
    said = warning_with_copy("On 4 September the road was closed. In 2023 it snowed.", facts)
    assert said == NO_DATE.format("2023-09-03") + hint


@pytest.mark.parametrize(
    ("key", "date", "source", "count"),
    [
        ("as_of", "2025-03-07", "paper", 0),
        ("as_of", "2025-03", "gazette", 0),
        ("as_of", "2025-03-08", "paper", 1),
        ("as_of", "2025-03-07/", "paper", 1),
        ("as_of", "/2025-03-07", "paper", 1),
        ("period", "2025-03-07", "paper", 1),
    ],
)
def test_an_as_of_may_be_the_date_of_the_source(key: str, date: str, source: str, count: int) -> None:
    assert len(figure(f"{source}: les 213 people here", "213 people", f"{key}: {date}, ")) == count
