"""Dates as people write them, to EDTF."""

from __future__ import annotations

import re

from standfirst.language import dates
from standfirst.model import CalendarDate, Date, Day
from standfirst.model.frozen_class import frozen

# A time that says of a day that it is one: databases write it behind every day.
_MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$")
_WITH_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ]([0-2]\d:[0-5]\d)(:[0-5]\d)?(?:\.\d+)?\s?(Z|UTC|[+-]\d\d:?\d\d)?", re.ASCII
)
_SHORT_MONTH = re.compile(r"(\d{1,2})[- ]([^\W\d_]{3,})\.?[- ](\d\d)", re.ASCII)


@frozen
class ReadDate:
    """A date in EDTF, as far as it can be told, and what to say where that is not all, or not sure.

    `within` is the period in which a date with several meanings certainly lies.
    """

    edtf: str = ""
    doubt: str = ""
    within: str = ""


def read_date(text: str, language: str) -> ReadDate:
    """Return the date that a text is; in numbers that may mean two days it is no day, but a doubt."""
    text = _MIDNIGHT.sub("", " ".join(text.split()))
    if timed := _WITH_TIME.fullmatch(text):
        day, time, seconds, zone = timed.groups(default="")
        zone = "Z" if zone == "UTC" else zone if not zone or ":" in zone or zone == "Z" else f"{zone[:3]}:{zone[3:]}"
        text = f"{day}T{time}{seconds}{zone}"
    try:
        return ReadDate(dates.parse(text).text)
    except dates.DateError as error:
        found = dates.expressions_for(text, language)
        if len(found) == 1:
            return ReadDate(found[0])
        if not found:
            return ReadDate(doubt=error.remedy.hint or "it is no date that is known here")
        return ReadDate(doubt=f"it may mean {' or '.join(found)}", within=_within(found))


def joined(start: str, end: str) -> str:
    """Return the span from one date to another in EDTF; one of them where that is all that is known."""
    return f"{start}/{end}" if start and end and start != end else start or end


def _within(found: tuple[str, ...]) -> str:
    """The period between the earliest and the latest of some days."""
    read = [dates.parse(each) for each in found]
    ends = [each.start for each in read if isinstance(each.start, CalendarDate)]
    if len(ends) != len(read):
        return ""
    first, last = min(read, key=_first), max(read, key=_first)
    return f"[{first.text}..{last.text}]"


def _first(date: Date) -> Day:
    return date.start.earliest if isinstance(date.start, CalendarDate) else Day(0, 1, 1)
