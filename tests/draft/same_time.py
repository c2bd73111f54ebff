"""Tells whether two values of dates mean the same, whatever form of EDTF or of ISO 8601's durations they have."""

from __future__ import annotations

import re
from fractions import Fraction

from standfirst.language.dates import DateError, parse
from standfirst.model import CalendarDate, End

_DURATION = re.compile(
    r"P(?=.)(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
# Quarters and halves of a year as their months: content does not need these of EDTF's level 2.
_PARTS_OF_YEAR = {
    "33": ("01", "03"),
    "34": ("04", "06"),
    "35": ("07", "09"),
    "36": ("10", "12"),
    "40": ("01", "06"),
    "41": ("07", "12"),
}
_PART_OF_YEAR = re.compile(rf"(\d{{4}})-({'|'.join(_PARTS_OF_YEAR)})")


def is_same_time(one: str, other: str) -> bool:
    """Tell whether two values are the same period or length; a time of day and `~` do not count."""
    return one == other or bool(one and other and _meaning(one) == _meaning(other))


def is_value(text: str) -> bool:
    """Tell whether a text is a duration or a date in EDTF."""
    return _meaning(text) != text


def _meaning(value: str) -> object:
    """Return what can be compared; the text itself where it is no value."""
    if duration := _DURATION.fullmatch(value):
        return _length(*duration.groups())
    dated = _PART_OF_YEAR.sub(_months, value.replace("~", ""))
    try:
        date = parse(dated)
    except DateError:
        return value
    return date.shape.name == "WITHIN", _end(date.start, "earliest"), _end(date.end, "latest")


def _length(*parts: str | None) -> tuple[Fraction, Fraction]:
    """Return a length in months and in seconds."""
    years, months, weeks, days, hours, minutes, seconds = (Fraction(part or 0) for part in parts)
    return years * 12 + months, (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds


def _months(part: re.Match[str]) -> str:
    first, last = _PARTS_OF_YEAR[part[2]]
    return f"{part[1]}-{first}/{part[1]}-{last}"


def _end(end: CalendarDate | End, which: str) -> object:
    return end if isinstance(end, End) else getattr(end, which)
