"""Dates reckoned from other dates, and how EDTF writes them."""

from __future__ import annotations

import datetime
from typing import Final

from standfirst.draft.dates.meanings import Grain
from standfirst.language.dates import DayRange, Shift, StatedDate, Unit, shifted
from standfirst.model import Day, TimeOfDay
from standfirst.model.frozen_class import frozen

_WEEKEND: Final = (5, 6)
_UNITS: Final = {each.value: each for each in Unit}


@frozen
class Reckoned:
    """A date as EDTF writes it, with its days and grain."""

    value: str
    days: DayRange
    grain: Grain


def from_base(base: Day, grain: Grain, count: int) -> Reckoned | None:
    """Return the time of a grain that comes so many after that of a day; None where no calendar has it."""
    match grain:
        case Grain.WEEKEND:
            week = shifted(base, Shift(Unit.WEEK, count))
            days = week and DayRange(_later(week.first, _WEEKEND[0]), week.last)
        case Grain.QUARTER:
            month = shifted(base, Shift(Unit.MONTH, 3 * count - (base.month - 1) % 3))
            last = month and shifted(month.first, Shift(Unit.MONTH, 2))
            days = DayRange(month.first, last.last) if month and last else None
        case Grain.DECADE | Grain.CENTURY:
            years = 10 if grain is Grain.DECADE else 100
            first = base.year // years * years + count * years
            days = DayRange(Day(first, 1, 1), Day(first + years - 1, 12, 31)) if 0 < first <= 9999 - years else None
        case _:
            days = shifted(base, Shift(_UNITS[grain.value], count))
    return days and Reckoned(written(days, grain), days, grain)


def of_parts(date: StatedDate) -> Reckoned | None:
    """Return a date of which all parts are known; None where no calendar has it, or EDTF cannot say it."""
    days, grain = date.period, grain_of(date)
    if days is None or grain is None:
        return None
    try:
        # Years before ours count from 0, of which EDTF as we read it has no decades.
        value = _year(days.first.year) if days.first.year < 1 and grain is Grain.YEAR else written(days, grain)
    except ValueError:
        return None
    return Reckoned(value, days, grain) if value else None


def grain_of(date: StatedDate) -> Grain | None:
    """Return how much time a date takes in; None where it has no year."""
    if date.century is not None:
        return Grain.CENTURY
    if date.decade is not None:
        return Grain.DECADE if date.decade >= 100 else None
    if date.year is None:
        return None
    return Grain.DAY if date.day else Grain.MONTH if date.month else Grain.YEAR


def written(days: DayRange, grain: Grain, time: TimeOfDay | None = None) -> str:
    """Return a time of a grain as EDTF writes it."""
    first = days.first
    match grain:
        case Grain.DAY:
            return iso(first) + (f"T{time.hour:02}:{time.minute:02}{time.zone}" if time else "")
        case Grain.WEEK | Grain.WEEKEND:
            return f"{iso(first)}/{iso(days.last)}"
        case Grain.MONTH:
            return f"{_year(first.year)}-{first.month:02}"
        case Grain.QUARTER:
            return f"{_year(first.year)}-{32 + (first.month + 2) // 3}"
        case Grain.YEAR:
            return _year(first.year)
        case Grain.DECADE:
            return f"{first.year // 10:03}X" if first.year > 0 else ""
        case Grain.CENTURY:
            return f"{first.year // 100:02}XX" if first.year >= 0 else ""


def iso(day: Day) -> str:
    """Return a day as ISO 8601 writes it."""
    return f"{_year(day.year)}-{day.month:02}-{day.day:02}"


def _year(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _later(day: Day, days: int) -> Day:
    return as_day(datetime.date(*day) + datetime.timedelta(days=days))


def as_day(date: datetime.date) -> Day:
    """Return a date of Python as a day."""
    return Day(date.year, date.month, date.day)


def days_between(days: DayRange, base: Day) -> int:
    """Return how many days a time lies before or behind a day; 0 where the day is within it."""
    first, last, day = map(_number, (*days, base))
    return max(first - day, day - last, 0)


def _number(day: Day) -> int:
    """Return the number of a day; of years before ours, which Python's calendar has not, nearly so."""
    return datetime.date(*day).toordinal() if day.year > 0 else day.year * 365 + day.month * 30 + day.day
