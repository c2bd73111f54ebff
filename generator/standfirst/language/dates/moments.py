"""Moments: days, or times whose zone is said, so that nobody has to guess when they are."""

from __future__ import annotations

import datetime

from standfirst.language.dates.faults import DateError
from standfirst.language.dates.parsing import parse
from standfirst.language.dates.times import beginning
from standfirst.model import CalendarDate, Date, Moment, Precision, Shape

_HOW = "write a day, as 2026-05-12 (from 00:00 UTC), or a time with its zone, as 2026-05-12T06:00+01:00"


def parse_moment(text: str) -> Moment:
    """Return the moment that a text is, or raise a `DateError`. A day alone is its beginning in UTC."""
    date = parse(text)
    day = _day(date)
    if day is None or not isinstance(date.start, CalendarDate):
        raise DateError(f"'{text}' is not a moment", _HOW)
    time = date.start.time
    if time and not time.zone:
        raise DateError(f"'{text}' does not say in which zone of time it is", f"add Z for UTC, or as in {text}+01:00")
    return Moment(date, beginning(day, time))


def _day(date: Date) -> datetime.date | None:
    """The day of a date that is known to be on it, if calendars have it."""
    start = date.start
    if date.shape is not Shape.DATE or not isinstance(start, CalendarDate) or start.precision is not Precision.DAY:
        return None
    if start.approximate or start.uncertain or not datetime.MINYEAR < start.earliest.year < datetime.MAXYEAR:
        return None
    return datetime.date(*start.earliest)
