"""Dates that a writer states in a text, read as a reader of its language would, and checked against a fact's date."""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.dates import patterns
from generator.model import CalendarDate, Date, Day, End, Precision, Shape

_LONGEST = 60
_YEARS, _MONTHS, _DAYS = range(1000, 3000), range(1, 13), range(1, 32)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """The parts of a date that a text states; months and days count from 1, weekdays from Monday, which is 0."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class StatedSpan:
    """Two dates that a text states as the ends of a period."""

    start: StatedDate
    end: StatedDate


Stated: TypeAlias = StatedDate | StatedSpan


def read(text: str, language: str) -> Stated | None:
    """Return the date that a text is, from its first word to its last, or None where it is anything else.

    Read are days, months and years in the patterns and month names of the language and in the digits of any script:
    with or without a weekday, alone or in a phrase of the catalogue ("around 1984", "1987 to 1990"), or two that share
    a month or a year ("14–16 April 2019"); and ISO 8601.
    A number alone is a year from 1000 to 2999. The name of a month alone is none: it may be a word or a person.
    """
    folded = patterns.folded(text)
    return _read(folded, language) if len(folded) <= _LONGEST else None


def agrees(stated: Stated, date: Date) -> bool:
    """Tell whether what a text states holds of a date, in the parts that the text states.

    What the date leaves open cannot be stated: "16 July 1969" does not agree with `1969-07`, "1969" does.
    - Of a period that lasted throughout, a text may state either end, or any time that lies within it.
    - Of a period within which something happened once, it may state only what holds of every known end: a year that
      lies within would claim to know when.
    - A text that states two dates agrees with a period that has both.
    Whether a text says that a date is approximate, uncertain or open is left to the writer.
    """
    ends = [end for end in (date.start, date.end) if isinstance(end, CalendarDate)]
    if isinstance(stated, StatedSpan):
        whole = date.shape is not Shape.DATE and len(ends) == 2
        return whole and _holds(stated.start, ends[0]) and _holds(stated.end, ends[-1])
    if date.shape is Shape.SPAN:
        return any(_holds(stated, end) for end in ends) or _within(stated, date)
    return all(_holds(stated, end) for end in ends)


# ---------------------------------------------------------------- agreement


def _holds(stated: StatedDate, date: CalendarDate) -> bool:
    first, last = date.earliest, date.latest
    known = (
        first.year if first.year == last.year else None,
        first.month if date.precision in {Precision.MONTH, Precision.DAY} else None,
        first.day if date.precision is Precision.DAY else None,
        calendar.weekday(*first) if date.precision is Precision.DAY else None,
    )
    parts = (stated.year, stated.month, stated.day, stated.weekday)
    return all(part is None or part == fact for part, fact in zip(parts, known, strict=True))


def _within(stated: StatedDate, span: Date) -> bool:
    """Tell whether a stated time, of which the year is known, lies in a span that has both ends or goes on."""
    if stated.year is None or not isinstance(span.start, CalendarDate) or span.end is End.UNKNOWN:
        return False
    first = Day(stated.year, stated.month or 1, stated.day or 1)
    last = Day(stated.year, stated.month or 12, stated.day or 31)
    end = span.end.latest if isinstance(span.end, CalendarDate) else last
    return span.start.earliest <= first and last <= end and _is_the_weekday(stated.weekday, first)


def _is_the_weekday(weekday: int | None, day: Day) -> bool:
    exists = day.day <= calendar.monthrange(day.year, day.month)[1]
    return exists and (weekday is None or weekday == calendar.weekday(*day))


# ---------------------------------------------------------------- reading


def _read(text: str, language: str) -> Stated | None:
    if stated := _read_plain(text, language):
        return stated
    for pattern in _phrase_patterns(language):
        if (found := pattern.fullmatch(text)) and (stated := _in_phrase(found.groups(), language)):
            return stated
    return None


def _in_phrase(parts: Sequence[str], language: str) -> Stated | None:
    """Return the date of a phrase around one or two, of which the first may leave its month to the second."""
    match [_read(part, language) for part in parts]:
        case [StatedDate() | StatedSpan() as only]:
            return only
        case [StatedDate() as start, StatedDate() as end]:
            return StatedSpan(start, end)
        case [None, StatedDate()]:
            return _read_plain("–".join(parts), language)
        case _:
            return None


def _read_plain(text: str, language: str) -> Stated | None:
    for pattern in _date_patterns(language):
        if (found := pattern.fullmatch(text)) and (stated := stated_of(found.groupdict(), language)):
            return stated
    return None


def stated_of(parts: Mapping[str, str | None], language: str) -> Stated | None:
    """Return the date, or the two that share a month or a year, of the parts that one of the `patterns` found."""
    if not parts.get("d2") and not parts.get("m2"):
        return date_of(parts, language)
    start, end = date_of(parts, language), date_of(parts, language, "2")
    return StatedSpan(_completed(start, end), _completed(end, start)) if start and end else None


def _completed(date: StatedDate, other: StatedDate) -> StatedDate:
    """Return a date with the month and year of the other, where it leaves them out."""
    return replace(date, year=date.year or other.year, month=date.month or other.month)


def date_of(parts: Mapping[str, str | None], language: str, second: str = "") -> StatedDate | None:
    """Return the date of the parts that one of the `patterns` found, or None where they are those of no date."""
    months, weekdays = patterns.month_names(language), patterns.weekday_names(language)
    year, month, day, weekday, name = (parts.get(f"{part}{second}") for part in ("y", "m", "d", "e", "n"))
    date = StatedDate(
        year=int(year) if year else None,
        month=(months.get(month) or int(month)) if month else None,
        day=int(day) if day else None,
        weekday=weekdays[weekday] if weekday else None,
    )
    limits = ((date.year, _YEARS), (date.month, _MONTHS), (date.day, _DAYS))
    two_months = name is not None and months[name] != date.month
    return date if not two_months and all(part is None or part in limit for part, limit in limits) else None


@functools.cache
def _date_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, (*patterns.dates(language), *patterns.spans(language))))


@functools.cache
def _phrase_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, patterns.phrases(language)))
