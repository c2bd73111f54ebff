"""EDTF expressions as `Date` values. The library `edtf` reads one date or one end of an interval; the rest is here.

Levels 0 and 1 of ISO 8601-2 are read, without times and long years. Of level 2 one form is read: what happened once
within a period, `[1987-05..1990]`, whose ends may differ in precision (`edtf` reads each of them, but not both).
"""

from __future__ import annotations

import calendar
import contextlib
import datetime
import functools
import re
from types import MappingProxyType
from typing import Final

import edtf
from edtf.parser.grammar import uaDateOrSeason, unspecified
from pyparsing import ParseException

from standfirst.language.dates.faults import DateError, explain
from standfirst.model import CalendarDate, Date, Day, End, Precision, Shape

_PLAIN_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WITHIN = re.compile(r"\[([^][,]*?)\.\.([^][,]*)\]")
_LONGEST = 50
_BY_DIGITS_LEFT_OUT: Final = MappingProxyType({"": Precision.YEAR, "X": Precision.DECADE, "XX": Precision.CENTURY})


@functools.cache
def parse_edtf(text: str) -> Date:
    """Return the date that an EDTF expression states; raise `DateError` for anything else, whatever it is.

    Seasons have edtf's days: spring begins in March, and winter is December, so that no season leaves its year.
    """
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
        case CalendarDate(), CalendarDate() if end.latest < start.earliest:
            mended = f"{last}/{first}" if shape is Shape.SPAN else f"[{last}..{first}]"
            raise DateError(f"'{text}' ends before it starts", f"write {mended}")
        case End(), End():
            raise DateError(f"'{text}' has no date in it", "leave the date out if nothing is known of it")
    return Date(text, shape, start, end)


def _end(text: str) -> CalendarDate | End:
    return End(text) if text in {End.OPEN.value, End.UNKNOWN.value} else _calendar_date(text)


@functools.cache
def _calendar_date(text: str) -> CalendarDate:
    if _PLAIN_DAY.fullmatch(text):
        # Most dates are plain days, and `edtf` takes a millisecond for each: ten seconds for ten thousand events.
        with contextlib.suppress(ValueError):
            return _exactly(datetime.date.fromisoformat(text))
    # One form of edtf's alone is read ten times as fast as by its `parse_edtf`, which tries all forms of all levels.
    form = unspecified if "X" in text else uaDateOrSeason
    try:
        stated = form.parse_string(text, parse_all=True)[0]
    except ParseException:
        raise explain(text) from None
    precision = _precision(stated)
    # `1950S2` has significant digits, which there are no words for.
    if precision is None or "S" in text:
        raise explain(text)
    return CalendarDate(
        precision,
        earliest=Day(*stated.lower_strict()[:3]),
        latest=Day(*stated.upper_strict()[:3]),
        # Not edtf's flags: of `2019%`, which is both, it sets neither. The mark can stand nowhere but at the end here.
        approximate=text.endswith(("~", "%")),
        uncertain=text.endswith(("?", "%")),
    )


def _exactly(day: datetime.date) -> CalendarDate:
    only = Day(day.year, day.month, day.day)
    return CalendarDate(Precision.DAY, only, only)


def _precision(stated: edtf.Date) -> Precision | None:
    """Return how much is stated; None for forms that `edtf` reads and Standfirst does not."""
    if isinstance(stated, edtf.Season):
        return Precision.SEASON
    if stated.day not in {None, "XX"}:
        last = calendar.monthrange(int(stated.year), int(stated.month))[1]
        return Precision.DAY if int(stated.day) <= last else None
    if stated.month not in {None, "XX"}:
        return Precision.MONTH
    # Digits left out of a negative year would count years away from ours, and edtf gets the days of such dates wrong.
    if isinstance(stated, edtf.Unspecified) and stated.negative:
        return None
    return _BY_DIGITS_LEFT_OUT.get(stated.year.lstrip("-0123456789"))
