"""What is wrong with a text that is no date we read, and what its writer probably meant."""

from __future__ import annotations

import calendar
import re
from types import MappingProxyType
from typing import Final

from edtf import text_to_edtf

_LONGEST_SHOWN = 40
_EXAMPLES = "write a date such as 2019-04-15, 2019-04 or 2019"
_CALENDAR = re.compile(r"(-?\d{4})-(\d\d)(?:-(\d\d))?[?~%]?", re.ASCII)
_MEANT = re.compile(r"\d{3}[\dX](-\d\d){0,2}[?~]?(/\d{4})?", re.ASCII)

# Forms of EDTF that we do not read, and the numerals of other habits, each with what to write instead.
_FORMS: Final = MappingProxyType(
    {
        r"\{.*\}": ("is a set of dates", "write one record for each, or a period such as 1987/1990"),
        r"\[.*,.*\]": ("is a list of possible dates", "write the period it lies within, such as [1987..1990]"),
        r"\[.*\]": ("is not a period within brackets", "write both ends, such as [1987..1990], or [1987..], [..1990]"),
        r".*\dT.*": ("has a time of day", "write the day alone, such as 2019-04-15"),
        r"Y.*": ("is a year of more than four digits", "write a year from -9999 to 9999"),
        r".*\dS\d+.*": ("has significant digits", "write 195X for the decade, or 1950~ for around 1950"),
        r"-0000": ("is not a year", "write 0000 for 1 BC"),
        r"[\dX-]*X[\dX-]*[?~%]?": (
            "leaves out digits other than the last two of a year",
            "write 201X, 19XX or [1000..1999]",
        ),
        r"[\d-]+\.\.[\d-]+": ("is two dates", "write 1987/1990 for throughout, [1987..1990] for once within"),
        r"-?\d{4}[?~%]-.*|.*[?~%]\d.*": ("marks one part of a date", "put ?, ~ or % at the end of the date"),
    }
)


class DateError(ValueError):
    """A text is not a date that is read here: what is wrong with it, and what to write."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}; {hint}")
        self.message = message
        self.hint = hint


def explain(text: str) -> DateError:
    """Return the error for a text that was refused."""
    if not text.strip():
        return DateError("no date is written here", _EXAMPLES)
    text = text.strip()
    shown = " ".join(text.split())
    shown = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
    if (calendar_date := _CALENDAR.fullmatch(text)) and (fault := _off_the_calendar(*calendar_date.groups())):
        return DateError(f"'{shown}' {fault[0]}", fault[1])
    for form, (wrong, hint) in _FORMS.items():
        if re.fullmatch(form, text, re.ASCII):
            return DateError(f"'{shown}' {wrong}", hint)
    return DateError(f"'{shown}' is not an EDTF date", _meant(text) or _EXAMPLES)


def _off_the_calendar(year: str, month: str, day: str | None) -> tuple[str, str] | None:
    if not 1 <= int(month) <= 12:
        return "has no month of the calendar", "months are 01 to 12, seasons 21 (spring) to 24 (winter)"
    if day is None:
        return None
    days = calendar.monthrange(int(year), int(month))[1]
    return "is not a day of the calendar", f"{calendar.month_name[int(month)]} {year} has {days} days"


def _meant(text: str) -> str:
    """Return the hint that writes English words or other numerals as EDTF, or none where they may mean two things."""
    begins_with_year = re.match(r"\d{4}", text)
    if len(text) > _LONGEST_SHOWN or not (begins_with_year or re.search("[A-Za-z]{3}", text)):
        return ""
    try:
        meant = text_to_edtf(text) or ""
    except (ValueError, OverflowError):
        return ""
    return f"write {meant}" if _MEANT.fullmatch(meant) else ""
