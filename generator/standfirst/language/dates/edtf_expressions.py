"""EDTF expressions as `Date` values: plain dates, and what joins two ends; `unusual_edtf` reads any other date.

Levels 0 and 1 of ISO 8601-2 are read, without long years; a time of day may be without seconds, and stands behind a
day. Of level 2 one form is read: what happened once within a period, `[1987-05..1990]`, whose ends may differ in
precision (`edtf` reads each of them, but not both).
"""

from __future__ import annotations

import calendar
import datetime
import functools
import re
from dataclasses import replace

from standfirst.language.dates.faults import DateError, explain
from standfirst.language.dates.times import moment, read_time
from standfirst.model import CalendarDate, Date, Day, End, Precision, Shape
from standfirst.problems.remedies import write

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)", re.ASCII)
_WITHIN = re.compile(r"\[([^][,]*?)\.\.([^][,]*)\]")
_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)T(.+)", re.ASCII)
# Two ends with times to the second and zones have so many characters.
_LONGEST = 56


@functools.cache
def parse_edtf(text: str) -> Date:
    """Return the date that an EDTF expression states; raise `DateError` for anything else, whatever it is."""
    if len(text) > _LONGEST or text.split() != [text]:
        raise explain(text)
    if within := _WITHIN.fullmatch(text):
        return _joined(text, Shape.WITHIN, *within.groups())
    start, slash, end = text.partition("/")
    if text.startswith("[") or "/" in end:
        raise explain(text)
    if slash:
        return _joined(text, Shape.SPAN, start, end)
    date = _calendar_date(text)
    return Date(text, Shape.DATE, date, date)


def from_day(day: datetime.date) -> Date:
    """Return the date that is exactly this day."""
    date = _exactly(day)
    return Date(day.isoformat(), Shape.DATE, date, date)


def _joined(text: str, shape: Shape, first: str, last: str) -> Date:
    # Between brackets the two points part the ends, so an end that is left out is open.
    start, end = (_end(part or (".." if shape is Shape.WITHIN else "")) for part in (first, last))
    match start, end:
        case CalendarDate(), CalendarDate() if end.latest < start.earliest or _is_earlier(end, start):
            in_order = f"{last}/{first}" if shape is Shape.SPAN else f"[{last}..{first}]"
            raise DateError(f"'{text}' ends before it starts", write(in_order), in_order=in_order)
        case End(), End():
            raise DateError(f"'{text}' has no date in it", "leave the date out if nothing is known of it")
    return Date(text, shape, start, end)


def _is_earlier(one: CalendarDate, other: CalendarDate) -> bool:
    """Tell whether a time is before another on the same day, by clocks that can be compared."""
    if not one.time or not other.time or bool(one.time.zone) != bool(other.time.zone):
        return False
    return one.earliest == other.earliest and moment(one.time) < moment(other.time)


def _end(text: str) -> CalendarDate | End:
    return End(text) if text in {End.OPEN.value, End.UNKNOWN.value} else _calendar_date(text)


@functools.cache
def _calendar_date(text: str) -> CalendarDate:
    if timed := _TIMED.fullmatch(text):
        return replace(_calendar_date(timed[1]), time=read_time(timed[2], text))
    plain = _PLAIN.fullmatch(text)
    if plain and (date := _plain_date(*plain.groups())):
        return date
    # Only here: nearly all dates are plain, and the grammar of EDTF takes as long to load as all of Markdown.
    from standfirst.language.dates.unusual_edtf import read_unusual  # noqa: PLC0415

    return read_unusual(text)


def _plain_date(year: str, month: str | None, day: str | None, mark: str) -> CalendarDate | None:
    """Return the year, month or day that digits state, or None where it is not on the calendar.

    `edtf` takes a millisecond for each: ten seconds for ten thousand events.
    """
    try:
        first = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    last_month = first.month if month else 12
    last_day = first.day if day else calendar.monthrange(first.year, last_month)[1]
    return CalendarDate(
        precision,
        earliest=Day(first.year, first.month, first.day),
        latest=Day(first.year, last_month, last_day),
        approximate=mark in {"~", "%"},
        uncertain=mark in {"?", "%"},
    )


def _exactly(day: datetime.date) -> CalendarDate:
    only = Day(day.year, day.month, day.day)
    return CalendarDate(Precision.DAY, only, only)
