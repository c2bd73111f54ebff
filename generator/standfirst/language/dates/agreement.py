"""Whether what a text states agrees with the date of a fact."""

from __future__ import annotations

import calendar
from typing import Final

from standfirst.language.dates.ordering import earliest_day, latest_day
from standfirst.language.dates.stated import Stated, StatedDate, StatedSpan, century_of, meanings
from standfirst.language.dates.vocabularies import Sense
from standfirst.model import CalendarDate, Date, End, Precision, Shape

# The months that a season may be called on either half of the earth, by its number; winter may end in the next year.
_SEASON_MONTHS: Final = (
    frozenset({3, 4, 5, 6, 9, 10, 11, 12}),
    frozenset({6, 7, 8, 9, 12, 1, 2, 3}),
    frozenset({9, 10, 11, 12, 3, 4, 5, 6}),
    frozenset({12, 1, 2, 3, 6, 7, 8, 9}),
)
_INNER: Final = frozenset({Sense.WITHIN, Sense.BETWEEN, Sense.EITHER})


def agrees(stated: Stated, date: Date) -> bool:
    """Tell whether the parts that a text states agree with a date; where it has several readings, one must.

    A text may not state what the date leaves open: "1969" agrees with `1969-07`, "16 July 1969" does not.
    - If something lasted for a period, a text may state either end, or any time that lies within it.
    - If something happened once within a period, a text may state only what is true of every known end: a year that
      lies within would claim to know when.
    - Two stated dates agree with a period that has both as its ends. If the text says that something happened between
      them, they agree with any date between them too.
    - "From" and "until" agree with a date that has the stated end; "before" and "after" agree with any that may lie
      there.
    Whether a text says that a date is approximate, uncertain or part of a time is left to the writer.
    """
    return any(_agrees(reading, date) for reading in meanings(stated))


def _agrees(stated: StatedDate | StatedSpan, date: Date) -> bool:
    ends = [end for end in (date.start, date.end) if isinstance(end, CalendarDate)]
    if isinstance(stated, StatedDate):
        if date.shape is Shape.SPAN:
            return any(_holds(stated, end) for end in ends) or _within(stated, date)
        return all(_holds(stated, end) for end in ends)
    match stated:
        case StatedSpan(start=StatedDate() as start, end=StatedDate() as end):
            return _agrees_with_both(start, end, stated.sense, date, ends)
        case StatedSpan(start=only, sense=Sense.LATER) if only:
            return any(_holds(only, each) for each in ends) or _may_be_after(only, date)
        case StatedSpan(end=only, sense=Sense.EARLIER) if only:
            return any(_holds(only, each) for each in ends) or _may_be_before(only, date)
        case StatedSpan(start=start, end=end):
            return any(_holds(only, each) for only in (start, end) if only for each in ends)


def _agrees_with_both(start: StatedDate, end: StatedDate, sense: Sense, date: Date, ends: list[CalendarDate]) -> bool:
    if date.shape is not Shape.DATE and len(ends) == 2 and _holds(start, ends[0]) and _holds(end, ends[-1]):
        return True
    first, last = start.period, end.period
    begin, finish = earliest_day(date), latest_day(date)
    known = first and last and begin and finish and sense in _INNER
    return bool(known and first.first <= begin and finish <= last.last)  # type: ignore[union-attr, operator]


def _may_be_before(stated: StatedDate, date: Date) -> bool:
    first, period = earliest_day(date), stated.period
    return period is None or first is None or first <= period.last


def _may_be_after(stated: StatedDate, date: Date) -> bool:
    last, period = latest_day(date), stated.period
    return period is None or last is None or last >= period.first


# ---------------------------------------------------------------- one date of another


def _holds(stated: StatedDate, date: CalendarDate) -> bool:
    first, last = date.earliest, date.latest
    to_the_month = date.precision in {Precision.MONTH, Precision.DAY}
    is_day = date.precision is Precision.DAY
    known = (
        first.year if first.year == last.year else None,
        first.month if to_the_month else None,
        first.day if is_day else None,
        calendar.weekday(*first) if is_day else None,
    )
    parts = (stated.year, stated.month, stated.day, stated.weekday)
    if stated.season is not None:
        return _holds_season(stated, date)
    return (
        all(part is None or part == fact for part, fact in zip(parts, known, strict=True))
        and _holds_decade(stated, date)
        and (stated.century is None or stated.century in _centuries(date))
    )


def _holds_season(stated: StatedDate, date: CalendarDate) -> bool:
    """Tell whether a season agrees with the same season, or with a month or day that is in it anywhere on earth."""
    year, month, _ = date.earliest
    if date.precision is Precision.SEASON:
        return stated.year in {None, year} and stated.season == month // 3
    if stated.season is None or date.precision not in {Precision.MONTH, Precision.DAY}:
        return False
    years = {None, year, year - 1} if month <= 3 else {None, year}
    return stated.year in years and month in _SEASON_MONTHS[stated.season - 1]


def _holds_decade(stated: StatedDate, date: CalendarDate) -> bool:
    if stated.decade is None:
        return True
    if date.precision is Precision.CENTURY:
        return False
    decade = date.earliest.year // 10 * 10
    return stated.decade == (decade % 100 if stated.decade < 100 else decade)


def _centuries(date: CalendarDate) -> tuple[int, ...]:
    """Return the centuries, by their first years, in which a date may be said to lie: 2000 ended one or began one."""
    year = date.earliest.year
    if date.precision is Precision.CENTURY:
        return (year,)
    if date.precision is not Precision.DECADE and year > 0 and year % 100 == 0:
        return year, year - 100
    return (century_of(year),)


def _within(stated: StatedDate, span: Date) -> bool:
    """Tell whether a stated time, of which the year is known, lies in a span that has both ends or goes on."""
    period = stated.period
    if period is None or not isinstance(span.start, CalendarDate) or span.end is End.UNKNOWN:
        return False
    end = span.end.latest if isinstance(span.end, CalendarDate) else period.last
    is_weekday = stated.weekday is None or stated.weekday == calendar.weekday(*period.first)
    return span.start.earliest <= period.first and period.last <= end and is_weekday
