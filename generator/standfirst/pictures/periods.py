"""The stretches of time that a timeline shows: from when to when, what each is called, and its round dates."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from standfirst.language.dates import filed_under, say_period, say_short
from standfirst.model import CalendarDate, Date, Day, Precision, Shape
from standfirst.model.frozen_class import frozen
from standfirst.pictures.time_scale import day_number, day_of, split_by_pace, tick_days

# A period shorter than so many days is told by days, one shorter than so many by months.
_BY_DAYS, _BY_MONTHS = 100, 1100
# A period may be longer by a third, to take in the end of a date that begins in it.
_FURTHER = 3
_MOST_TICKS = 8


@frozen
class TickMark:
    """A round date on a scale: the number of its day, and what it is called there."""

    day: int
    text: str


@frozen
class TimelinePeriod:
    """A stretch of time, by the numbers of its first and its last day."""

    first: int
    last: int
    heading: str
    ticks: tuple[TickMark, ...]


class _Stated(NamedTuple):
    """A date that a scale must have, with the day that it stands for; of what lasted, the one on which it `ends`."""

    day: int
    date: CalendarDate
    ends: bool


def timeline_periods(all_dates: Sequence[Date], language: str) -> tuple[TimelinePeriod, ...]:
    """Return the periods in which dates lie, in order; there is one date at least."""
    stated = _stated(all_dates)
    begun = {each.day for each in stated if not each.ends}
    # Where one time ends on the day before another begins, that is one turn of events and not two that follow fast.
    ended = {each.day for each in stated if each.ends and each.day + 1 not in begun}
    parts = split_by_pace(sorted(begun | ended))
    begins = [part[0] for part in parts]
    within: list[list[_Stated]] = [[] for _ in parts]
    for each in stated:
        within[bisect.bisect_right(begins, each.day) - 1].append(each)
    ends = [*(begin - 1 for begin in begins[1:]), None]
    return tuple(_period(part, end, language) for part, end in zip(within, ends, strict=True))


def whole_period(all_dates: Sequence[Date], language: str) -> str:
    """Return what the time is called in which all dates lie: "1969 to 2019"."""
    return _called(_stated(all_dates), language)


def period_of(day: int, among: Sequence[TimelinePeriod]) -> int:
    """Return the index of the period that holds a day on which one of the dates begins."""
    return bisect.bisect_right([period.first for period in among], day) - 1


def _stated(all_dates: Sequence[Date]) -> list[_Stated]:
    """The days of dates, in order: those by which they are filed, and those on which what lasted ended."""
    begun = [filed_under(date) for date in all_dates]
    ended = [date.end for date in all_dates if date.shape is not Shape.DATE and isinstance(date.end, CalendarDate)]
    stated = [
        *(_Stated(day_number(date.earliest), date, ends=False) for date in begun),
        *(_Stated(day_number(date.latest), date, ends=True) for date in ended),
    ]
    return sorted(stated, key=lambda each: each.day)


def _period(stated: Sequence[_Stated], end: int | None, language: str) -> TimelinePeriod:
    """The period of some days, and as far as their dates reach if that is not far, and not beyond its `end`."""
    first, last = stated[0].day, stated[-1].day
    most = last + (last - first) // _FURTHER
    most = most if end is None else min(most, end)
    reached = [day_number(each.date.latest) for each in stated]
    last = max([last, *(day for day in reached if day <= most)])
    most_ticks = min(_MOST_TICKS, 2 + len({each.day for each in stated}))
    return TimelinePeriod(first, last, _called(stated, language), tuple(_marks(first, last, most_ticks, language)))


def _marks(first: int, last: int, most: int, language: str) -> Iterator[TickMark]:
    """The round dates of a period; where its heading names the one year that it is in, months go without it."""
    with_year = day_of(first).year != day_of(last).year
    for day, precision in tick_days(first, last, most):
        yield TickMark(day, say_short(day_of(day), precision, language, with_year=with_year))


def _called(stated: Sequence[_Stated], language: str) -> str:
    """What a time is called: as exactly as its length asks for, and no more exactly than any of its dates is stated."""
    first, last = stated[0], stated[-1]
    if first.day == last.day:
        return say_period(first.date, first.date, language)
    finest = max(each.date.precision.value for each in stated)
    length = last.day - first.day
    by_length = Precision.DAY if length < _BY_DAYS else Precision.MONTH if length < _BY_MONTHS else Precision.YEAR
    precision = min(by_length, Precision(finest), key=lambda each: each.value)
    return say_period(_rounded(day_of(first.day), precision), _rounded(day_of(last.day), precision), language)


def _rounded(day: Day, precision: Precision) -> CalendarDate:
    """The day, month or year in which a day lies; in a coarser precision, its year."""
    match precision:
        case Precision.DAY:
            return CalendarDate(precision, day, day)
        case Precision.MONTH | Precision.SEASON:
            month = Day(day.year, day.month, 1)
            return CalendarDate(Precision.MONTH, month, month)
        case _:
            year = Day(day.year, 1, 1)
            return CalendarDate(Precision.YEAR, year, year)
