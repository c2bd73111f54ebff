"""What the house's grammar of dates finds in a text of any language, as what it means in a running text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from standfirst.draft.dates.meanings import Counted, Find, Grain, Named, Period, Stretch
from standfirst.draft.dates.years import is_year
from standfirst.language.dates import (
    FoundDate,
    FoundRelative,
    Shift,
    StatedDate,
    StatedEither,
    StatedSpan,
    found_in,
    relative_found_in,
)

_BARE: Final = regex.compile(r"\d{4}")
# In English "1678.5", "1.2019", "5-2019" and "1462/9" are other numbers.
_OTHER_NUMBERS: Final = regex.compile(r"\d{3,4}\.\d{1,2}|\d{1,2}[.-]\d{4}|\d{1,2}\.\d{1,2}\.\d\d|\d{4}[-/]\d")
_DECADE_OR_DEGREES: Final = regex.compile(r"(?i:the )?\d0s")
_WEATHER: Final = regex.compile(r"temperature|\bhighs?\b|\blows?\b|degrees|humid|\bsunny\b|\bcloud", regex.IGNORECASE)
_REACH: Final = 60
_FIRST_BARE: Final = 1000
# "The year 32" in "since the start of the year 32 people" is no year.
_SMALL_YEAR: Final = regex.compile(r".*\b\d{1,3}", regex.DOTALL)
# "This Week" is a programme, and "today's world" is that of no day.
_TITLE: Final = regex.compile(r" \p{Lu}\p{Ll}")
_OF_THE_TIMES: Final = regex.compile(
    r"'s (?:\p{Ll}+ )?(?:world|youth|society|standards?|generation|kids|consumers|women|men|families|technology)\b"
)
_POSSESSIVE: Final = regex.compile(
    r"\b(?:his|their|its|my|our|your|whose|(?:in|of|for|during|by|from)\sher)\s$", regex.I
)


def finds_in(text: str, language: str) -> Iterator[Find]:
    """Yield the dates of a text of plain characters, then what it tells relative to the day of its writing."""
    for found in found_in(text, language):
        yield from _of_date(text, found, language)
    for relative in relative_found_in(text, language):
        if not language.lower().startswith("en") or _is_relative(text, relative):
            yield Find(relative.start, relative.end, _relative(relative))


def _relative(found: FoundRelative) -> Counted | Named:
    match found.stated:
        case Shift(unit, count):
            return Counted(Grain(unit.value), count)
        case date:
            return Named(date)


def _of_date(text: str, found: FoundDate, language: str) -> Iterator[Find]:
    words = text[found.start : found.end]
    if not _is_date(text, found.start, found.end):
        return
    match found.stated:
        case StatedSpan(StatedDate() as start, StatedDate() as end):
            yield from _of_two(words, found.start, start, end)
        case StatedEither(meanings):
            first = _likeliest(meanings, language)
            yield from _of_date(text, FoundDate(found.start, found.end, first), language)
        case StatedDate(month=None, year=int() as year) if 0 < year < _FIRST_BARE and _SMALL_YEAR.fullmatch(words):
            return
        case StatedDate() as date:
            yield Find(found.start, found.end, meaning_of(date))


def meaning_of(date: StatedDate) -> Named | Period:
    """Return what a date of the calendar means: a season is a period."""
    return Period(20 + date.season, date.year) if date.season else Named(date)


def _likeliest(meanings: tuple[StatedDate | StatedSpan, ...], language: str) -> StatedDate | StatedSpan:
    """Return the reading that a newspaper means: of 4/5 the month first, of two years the earlier."""
    month_first = [each for each in meanings if isinstance(each, StatedDate) and each.month and each.day]
    if len(month_first) > 1 and not language.lower().startswith(("en-gb", "en-au", "en-nz", "en-ie", "en-in")):
        ordered = sorted(month_first, key=lambda each: each.year or 0)
        # The readings begin with the day before the month.
        same_year = [each for each in ordered if each.year == ordered[0].year]
        return same_year[-1]
    return meanings[0]


# ---------------------------------------------------------------- two dates


_BETWEEN: Final = regex.compile(r"(?i)\s(?:to|through|thru|until|till|and|or)\s|(?<=\d{4})\s?[-–—/]\s?(?=\d{4})")


def _of_two(words: str, offset: int, start: StatedDate, end: StatedDate) -> Iterator[Find]:
    """Yield two dates where each is named by itself; a stretch where they share a month: "March 15–17"."""
    between = _BETWEEN.search(words)
    if between is None:
        yield Find(offset, offset + len(words), Stretch(Named(start), Named(end)))
        return
    yield Find(offset, offset + between.start(), meaning_of(start))
    yield Find(offset + between.end(), offset + len(words), meaning_of(end))


# ---------------------------------------------------------------- numbers that are no years


def _is_date(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    if _BARE.fullmatch(words):
        return is_year(text, start, end)
    if _DECADE_OR_DEGREES.fullmatch(words):
        return not _WEATHER.search(text, max(0, start - _REACH), end + _REACH)
    return not _OTHER_NUMBERS.fullmatch(words)


def _is_relative(text: str, found: FoundRelative) -> bool:
    """Tell whether words of English are a date: "last year" is none in "his last year" or "the last year of"."""
    words = text[found.start : found.end]
    # A weekday or a month by itself may be a name, which the table for English knows; "in a year" and "in two days" are
    # lengths as often as dates, and stand there too.
    if isinstance(found.stated, StatedDate) or words.lower().startswith("in "):
        return False
    before = text[max(0, found.start - 12) : found.start]
    if _TITLE.search(words) or _OF_THE_TIMES.match(text, found.end) or before.endswith(("USA ", " of ")):
        return before.endswith(" of ") and not words.lower().startswith(("today", "tomorrow"))
    return not words.lower().startswith(("last ", "next ")) or not (
        _POSSESSIVE.search(before) or text.startswith(" of ", found.end) or before.lower().endswith("the ")
    )
