"""Dates are put in order, and HTML is given those that it has a form for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from standfirst.language import dates
from standfirst.model import Date, End, Shape
from tests.cases import answered, cases_in
from tests.drawn_values import DATES, ONE_DATE


def test_dates_stand_by_their_earliest_day_then_points_then_spans_then_what_goes_on() -> None:
    in_order = [
        "-0044",
        "19XX",
        "196X",
        "1969-07-16",
        "../1969-07-17",
        "1987-01-01",
        "1987-01",
        "1987",
        "1987~",
        "[1987..1990]",
        "[1987..]",
        "1987-05",
        "1987-05/1990",
        "2014",
        "[..2014-01]",
        "2014-01/2014-06",
        "2014/2019",
        "2014/..",
        "2014~/..",
        "2014-01-02",
        "2014-01-02/",
        "2019-04-01",
        "2019-04~",
        "2019-04-15",
        "2019-04-15T09:00",
        "2019-04-15T09:00/2019-04-15T12:00",
        "2019-04-15T18:00+05:00",
        "2019-04-15T14:30",
        "2019-04-15T14:30/..",
        "2019-04-15T14:30:05",
        "2019-04-15?",
        "2019-04-15/..",
        "2019-04-16",
    ]
    by_the_alphabet = sorted(in_order)
    assert sorted(by_the_alphabet, key=lambda text: dates.order(dates.parse(text))) == in_order


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2019~", "2019?"),
        ("2019-01-01/2019-12-31", "2019/2019-12"),
        ("2014-12/2014-12-31", "2014-12-01/2014-12"),
        ("../1969-07", "/1969-07"),
        ("2014/", "2014/.."),
    ],
)
def test_dates_of_one_sort_and_of_the_same_days_tie_so_that_path_and_line_decide(one: str, other: str) -> None:
    assert dates.order(dates.parse(one)) == dates.order(dates.parse(other))


@given(DATES, DATES)
def test_a_date_that_can_begin_earlier_comes_first_and_is_filed_no_later(one: Date, other: Date) -> None:
    first, second = dates.earliest_day(one), dates.earliest_day(other)
    if first and second and first < second:
        assert dates.order(one) < dates.order(other)
    if dates.order(one) <= dates.order(other):
        assert dates.first_year(one) <= dates.first_year(other)


@given(ONE_DATE.map(dates.parse), DATES)
def test_what_begins_a_time_comes_before_that_time_and_what_ends_before_what_goes_on(one: Date, other: Date) -> None:
    lasting = Date(other.text, Shape.SPAN, one.start, other.end)
    going_on = Date(other.text, Shape.SPAN, one.start, End.OPEN)
    assert dates.order(one) < dates.order(lasting) <= dates.order(going_on)


@given(DATES, DATES)
def test_any_two_dates_can_be_put_in_order(one: Date, other: Date) -> None:
    first, second = dates.order(one), dates.order(other)
    assert (first < second) + (first == second) + (first > second) == 1


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "year"),
    [
        ("2019-04", (2019, 4, 1), (2019, 4, 30), 2019),
        ("[1987-05..1990]", (1987, 5, 1), (1990, 12, 31), 1987),
        ("2014/..", (2014, 1, 1), None, 2014),
        ("2014/", (2014, 1, 1), None, 2014),
        ("/1969-07", None, (1969, 7, 31), 1969),
        ("[..1990]", None, (1990, 12, 31), 1990),
        ("19XX", (1900, 1, 1), (1999, 12, 31), 1900),
        ("-0044", (-44, 1, 1), (-44, 12, 31), -44),
    ],
)
def test_the_days_between_which_a_date_lies_and_the_year_it_is_filed_under(
    text: str, earliest: tuple[int, int, int] | None, latest: tuple[int, int, int] | None, year: int
) -> None:
    date = dates.parse(text)
    assert (dates.earliest_day(date), dates.latest_day(date), dates.first_year(date)) == (earliest, latest, year)


@pytest.mark.parametrize("texts", cases_in(Path(__file__).with_name("html_dates.txt")))
def test_html_is_given_a_date_only_where_it_has_a_form_for_it(texts: str) -> None:
    assert answered(texts, lambda text: dates.html_datetime(dates.parse(text))) == texts
