"""Scales: days by number, stretches of one pace, where a day lies, and the round dates that are named."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import Day, Precision
from standfirst.pictures.time_scale import Segment, day_number, day_of, position_of, split_by_pace, tick_days

numbers = st.integers(-1_000_000, 3_000_000)
some_days = st.lists(numbers, min_size=1, max_size=80, unique=True).map(sorted)


def test_days_are_counted_from_the_first_of_the_year_1_and_before_it_too() -> None:
    assert [day_number(Day(*day)) for day in ((1, 1, 1), (0, 12, 31), (2019, 4, 15))] == [1, 0, 737164]


@given(numbers)
def test_a_number_is_that_of_the_day_that_it_gives(number: int) -> None:
    assert day_number(day_of(number)) == number


@given(some_days)
def test_every_day_is_in_one_stretch_and_all_are_in_order(days: list[int]) -> None:
    found = split_by_pace(days)
    assert [day for stretch in found for day in stretch] == days
    assert 1 <= len(found) <= 4


@pytest.mark.parametrize("apart", [1, 30, 365])
def test_days_evenly_apart_are_one_stretch_however_far_that_is(apart: int) -> None:
    assert len(split_by_pace(range(0, 40 * apart, apart))) == 1


def test_a_crowded_week_is_cut_from_the_years_before_it_and_one_after_them_too() -> None:
    year, week = 365, list(range(20_000, 20_007))
    before, after = [number * 3 * year for number in range(8)][:6], [30_000 + number * 3 * year for number in range(6)]
    assert split_by_pace(before + week) == (tuple(before), tuple(week))
    assert split_by_pace(before + week + after) == (tuple(before), tuple(week), tuple(after))


def test_a_crowded_week_before_the_years_and_one_behind_them_are_cut_off() -> None:
    week, years, last = range(7), range(5_000, 25_000, 1_000), range(30_000, 30_009)
    assert split_by_pace([*week, *years, *last]) == (tuple(week), tuple(years), tuple(last))


def test_one_day_long_before_a_crowded_week_is_cut_off() -> None:
    assert split_by_pace([0, *range(20_000, 20_020)]) == ((0,), tuple(range(20_000, 20_020)))


def test_two_events_of_one_day_and_the_next_are_no_reason_for_a_break() -> None:
    assert len(split_by_pace([0, 3000, 3001, 6000, 6001, 9000])) == 1


def test_a_day_lies_where_its_stretch_or_the_break_behind_that_has_it() -> None:
    segments = [Segment(0, 10, 100, 200), Segment(20, 20, 250, 270), Segment(30, 34, 300, 310)]
    days = (-5, 0, 1, 5, 10, 15, 20, 25, 30, 31, 32, 34, 99)
    assert [position_of(day, segments) for day in days] == [
        *(100, 100, 110, 150, 200),
        *(230, 260, 280),
        *(300, 303, 305, 310, 310),
    ]


@given(some_days, st.lists(numbers, min_size=2, max_size=20))
def test_a_later_day_never_lies_above_an_earlier_one_and_none_off_the_line(days: list[int], asked: list[int]) -> None:
    tops = itertools.count(10, 150)
    segments = [
        Segment(stretch[0], stretch[-1], top, top + 100)
        for stretch, top in zip(split_by_pace(days), tops, strict=False)
    ]
    places = [position_of(day, segments) for day in sorted(asked)]
    assert places == sorted(places)
    assert all(10 <= place <= segments[-1].bottom for place in places)
    for segment in segments:
        if segment.first < segment.last:
            assert (position_of(segment.first, segments), position_of(segment.last, segments)) == (
                segment.top,
                segment.bottom,
            )


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        ((1969, 1, 1), (2016, 12, 31), [(1970, 1, 1), (1980, 1, 1), (1990, 1, 1), (2000, 1, 1), (2010, 1, 1)]),
        ((2019, 4, 7), (2019, 4, 9), [(2019, 4, 7), (2019, 4, 8), (2019, 4, 9)]),
        ((2019, 4, 1), (2019, 4, 8), [(2019, 4, day) for day in range(1, 9)]),
        ((2019, 4, 1), (2019, 4, 9), [(2019, 4, day) for day in range(1, 10, 2)]),
        ((2018, 5, 1), (2019, 7, 1), [(2018, 7, 1), (2018, 10, 1), (2019, 1, 1), (2019, 4, 1), (2019, 7, 1)]),
        ((2010, 1, 1), (2020, 1, 1), [(year, 1, 1) for year in range(2010, 2021, 2)]),
        ((2019, 1, 9), (2019, 6, 2), [(2019, 2, 1), (2019, 3, 1), (2019, 4, 1), (2019, 5, 1), (2019, 6, 1)]),
        # 40 BC and 20 BC are the years -39 and -19, and there was no year 0.
        ((-50, 1, 1), (49, 1, 1), [(-39, 1, 1), (-19, 1, 1), (20, 1, 1), (40, 1, 1)]),
        ((-99, 1, 1), (14, 12, 31), [(-99, 1, 1), (-79, 1, 1), (-59, 1, 1), (-39, 1, 1), (-19, 1, 1)]),
        ((-2, 1, 1), (3, 1, 1), [(-2, 1, 1), (-1, 1, 1), (0, 1, 1), (1, 1, 1), (2, 1, 1), (3, 1, 1)]),
        ((2019, 4, 7), (2019, 4, 7), []),
    ],
)
def test_a_scale_names_round_dates(first: Day, last: Day, named: list[Day]) -> None:
    found = tick_days(day_number(Day(*first)), day_number(Day(*last)), 8)
    assert [tuple(day_of(day)) for day, _ in found] == named


@given(numbers, st.integers(0, 2_000_000), st.integers(2, 9))
def test_the_dates_that_a_scale_names_are_within_it_and_few(first: int, length: int, most: int) -> None:
    found = list(tick_days(first, first + length, most))
    assert all(first <= day <= first + length for day, _ in found)
    assert len(found) <= most + 1
    assert {precision for _, precision in found} <= {Precision.DAY, Precision.MONTH, Precision.YEAR}
