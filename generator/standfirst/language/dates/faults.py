"""What is wrong with a text that is not EDTF, or in a form of EDTF that is not read."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from standfirst.problems.excerpts import shorten_value
from standfirst.problems.remedies import Remedy, write

_LONGEST_FORM = 200
_EXAMPLES = "write a date such as 2019-04-15, 2019-04 or 2019"
_CALENDAR = re.compile(r"(-?\d{4})-(\d\d)(?:-(\d\d))?[?~%]?", re.ASCII)
_MARKED = re.compile(r"(-?[\dX]{4}[?~%]?(?:-[?~%]?\d\d[?~%]?){0,2})", re.ASCII)
_TWO = re.compile(r"(-?\d[\d-]*)\.\.(-?\d[\d-]*)", re.ASCII)
TIMES = "as in 2019-04-15T14:30, 14:30Z or 14:30+02:00"
_MARK = re.compile(r"[?~%]")

# Forms of EDTF that we do not read, and the numerals of other habits, each with what to write instead.
_FORMS: Final[Mapping[str, tuple[str, str | Remedy]]] = MappingProxyType(
    {
        r"\{.*\}": ("is a set of dates", "write one record for each, or a period such as 1987/1990"),
        r"\[.*,.*\]": ("is a list of possible dates", "write the period it lies within, such as [1987..1990]"),
        r"\[.*\]": ("is not a period within brackets", "write both ends, such as [1987..1990], or [1987..], [..1990]"),
        r".*\dT.*": ("has a time of day in another form", f"write it {TIMES}"),
        r"-?\d{4}-\d\d-\d\d[ _]\d.*": ("has no T between its day and its time", "write both as in 2019-04-15T14:30"),
        r"Y.*": ("is a year of more than four digits", "write a year from -9999 to 9999"),
        r".*\dS\d+.*": ("has significant digits", "write 195X for the decade, or 1950~ for around 1950"),
        r"-0000": ("is not a year", write("0000", " for 1 BC")),
        r"[\dX-]*X[\dX-]*[?~%]?": (
            "leaves out digits other than the last two of a year",
            "write 201X, 19XX or [1000..1999]",
        ),
    }
)


class LooksLike(Enum):
    """What a text that is not EDTF looks like instead, of which `hints` may know more."""

    WORDS = auto()  # a date in words or in other numerals
    YEARS = auto()  # two years, where a month would be: "1914-18"


class DateError(ValueError):
    """A text is not a date that is read here: what is wrong with it, and what to write, in words or as a remedy.

    `in_order` is the expression with its ends in their order, where nothing else is wrong with it.
    """

    def __init__(
        self, message: str, hint: str | Remedy, *, looks_like: LooksLike | None = None, in_order: str = ""
    ) -> None:
        self.remedy = hint if isinstance(hint, Remedy) else Remedy(hint)
        super().__init__(f"{message}; {self.remedy.hint}")
        self.message = message
        self.looks_like = looks_like
        self.in_order = in_order

    @property
    def hint(self) -> str:
        """What to write, in words."""
        return self.remedy.hint


def explain(text: str) -> DateError:
    """Return the error for a text that was refused."""
    if not text.strip():
        return DateError("no date is written here", _EXAMPLES)
    text = text.strip()
    shown = shorten_value(text)
    if (calendar_date := _CALENDAR.fullmatch(text)) and (fault := _off_the_calendar(*calendar_date.groups())):
        return DateError(f"'{shown}' {fault[0]}", fault[1], looks_like=None if calendar_date[3] else LooksLike.YEARS)
    if len(text) > _LONGEST_FORM:
        return DateError(f"'{shown}' is not an EDTF date", _EXAMPLES, looks_like=LooksLike.WORDS)
    for form, (wrong, hint) in _FORMS.items():
        if re.fullmatch(form, text, re.ASCII):
            return DateError(f"'{shown}' {wrong}", hint)
    if two := _TWO.fullmatch(text):
        throughout, within = "/".join(two.groups()), "..".join(two.groups())
        return DateError(f"'{shown}' is two dates", f'write {throughout} for throughout, "[{within}]" for once within')
    if _MARK.search(text) and _MARKED.fullmatch(text):
        return DateError(f"'{shown}' marks one part of a date", _with_the_mark_at_the_end(text))
    return DateError(f"'{shown}' is not an EDTF date", _EXAMPLES, looks_like=LooksLike.WORDS)


def _with_the_mark_at_the_end(text: str) -> Remedy:
    marks = set(_MARK.findall(text))
    hint = "put ?, ~ or % at the end of the date"
    mended = f"{_MARK.sub('', text)}{marks.pop()}" if len(marks) == 1 else ""
    return Remedy(f"{hint}, as in {mended}", mended) if mended else Remedy(hint)


def _off_the_calendar(year: str, month: str, day: str | None) -> tuple[str, str] | None:
    if not 1 <= int(month) <= 12:
        return "has no month of the calendar", "months are 01 to 12, seasons 21 (spring) to 24 (winter)"
    if day is None:
        return None
    days = calendar.monthrange(int(year), int(month))[1]
    return "is not a day of the calendar", f"{calendar.month_name[int(month)]} {year} has {days} days"
