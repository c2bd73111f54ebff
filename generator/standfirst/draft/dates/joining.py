"""Finds that stand side by side and are one date: "Monday" and "morning", "June 3" and "last year"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import regex

from standfirst.draft.dates.meanings import (
    Among,
    Clock,
    Counted,
    DayMeaning,
    Feast,
    Find,
    Grain,
    Meaning,
    Named,
    Origin,
    Period,
    Timed,
    Toward,
    WeekOf,
)
from standfirst.language.dates import StatedDate

_GAP: Final = regex.compile(
    r"\s{1,3}|,\s{1,3}|(?:,\s|\))?\s?(?:of|in|on|at|around|about)(?:\s(?:the|about|around))?\s|\s?\(|\s?-\s?|'s\s|"
)
_PAIR: Final = regex.compile(r"\s(?:and|or|to|through|until|and again on)\s(?:on\s)?|-")
_LONGEST_GAP: Final = 16
# Words before a find that narrow it, and those that say that it is meant roughly.
_NARROWED: Final = regex.compile(
    r"(?<![\p{L}-])(?:(?:very |as )?(?:early|late|later|earlier|mid|middle)(?: in| on| of)?(?: the)?|sometime|"
    r"(?:(?:at |by )?the )?(?:end|beginning|start|middle|(?:first|second) half|turn|rest|remainder|latter part)"
    r" of(?: the)?)[ -]$",
    regex.IGNORECASE,
)
_ABOUT: Final = regex.compile(
    r"(?<![\p{L}-])(?:(?:some ?time )?(?:about|around)|circa|roughly|approximately|c\.)\s$", regex.IGNORECASE
)
_OR_SO: Final = regex.compile(r"\sor\sso\b", regex.IGNORECASE)
_WEEK_OF: Final = regex.compile(r"(?<!\p{L})(?:the )?week (?:of|beginning|starting|ending|ended)\s$", regex.IGNORECASE)
_REACH: Final = 26


def joined(text: str, finds: Iterable[Find]) -> list[Find]:
    """Return finds, which stand in order and apart: those that are one date joined, with words that narrow them."""
    whole: list[Find] = []
    for find in finds:
        meaning = _both(text, whole[-1], find) if whole else None
        if meaning is not None:
            whole[-1] = replace(whole[-1], end=find.end, meaning=meaning)
        else:
            whole.append(_following(text, whole[-1], find) if whole else find)
    # A part of the day that stands by itself is no date.
    kept = [find for find in whole if not (isinstance(find.meaning, Clock) and _is_bare(find.meaning))]
    return [_widened(text, find, last) for find, last in zip(kept, [0, *(each.end for each in kept)], strict=False)]


def _following(text: str, first: Find, second: Find) -> Find:
    """Return the second of two weekdays, "Monday and Tuesday": it follows on the first."""
    match first.meaning, second.meaning:
        case Named(StatedDate(weekday=int(), day=None)), Named(StatedDate(weekday=int(), day=None) as date, None):
            if _PAIR.fullmatch(text, first.end, second.start):
                return replace(second, meaning=Named(date, Toward.NEXT, Origin.TOLD))
    return second


def _is_bare(clock: Clock) -> bool:
    return clock.time is None and not clock.is_told


def _both(text: str, first: Find, second: Find) -> Meaning | None:
    """Return what two finds mean together; None where more than a blank, a comma or a small word is between them."""
    gap = text[first.end : second.start]
    if len(gap) > _LONGEST_GAP or not _GAP.fullmatch(gap):
        return None
    one, other = first.meaning, second.meaning
    return _at_time(one, other, gap) or _on_weekday(one, other, gap) or _of_year(one, other, gap)


def _at_time(one: Meaning, other: Meaning, gap: str) -> Meaning | None:
    """Return a day and a time of it, or a time that is told twice: "5 p.m. in the afternoon"."""
    match one, other:
        case (Clock() as clock, (Named() | Counted() | Among() | Feast()) as day) if _is_day(day):
            return Timed(day, clock)
        case ((Named() | Counted() | Among() | Feast()) as day, Clock() as clock) if _is_day(day):
            return Timed(day, clock)
        case (Timed(day, Clock(None)), Clock() as clock) | (Clock() as clock, Timed(day, Clock(None))):
            return Timed(day, clock)
        case (Clock(None), Clock() as clock) | (Clock() as clock, Clock(None)):
            return clock
        case (Clock() as clock, Clock()) if "(" in gap:
            # The same time in another zone.
            return clock
        case _:
            return None


def _on_weekday(one: Meaning, other: Meaning, gap: str) -> Meaning | None:
    """Return a day that is told with its weekday: "Monday, April 15", "Monday last week"."""
    match one, other:
        case Named(StatedDate(weekday=int(), month=None)), Named(StatedDate(month=int(), day=int())):
            return other
        case Named(StatedDate(month=int(), day=int())), Named(StatedDate(weekday=int(), month=None)):
            return one if "," in gap or "(" in gap else None
        case Timed(Named(StatedDate(weekday=int(), month=None)), clock), Named(
            StatedDate(month=int(), day=int())
        ) as day:
            return Timed(day, clock)
        case Named(StatedDate(weekday=int(), month=None)) as what, Counted(Grain.WEEK) as week:
            return Among(what, week)
        case _:
            return None


def _of_year(one: Meaning, other: Meaning, gap: str) -> Meaning | None:
    """Return a day, month or part of a year with its year: "June 3 last year", "the 1998 first quarter"."""
    is_of = "of" in gap
    match one, other:
        case ((Named() | Period() | Feast() as what), Counted(Grain.YEAR) as year) if _lacks_year(what):
            return Among(what, year)
        case Counted(Grain.YEAR) as year, Period(year=None) as what if not is_of:
            return Among(what, year)
        case (Named(StatedDate(month=int(), year=None) as day), Named(date)) if _is_year(date):
            return Named(replace(day, year=date.year))
        case ((Period(year=None) | Feast(year=None) as what), Named(date)) if _is_year(date):
            return replace(what, year=date.year)
        case Named(date, toward=None), Period(year=None) as what if _is_year(date) and not is_of:
            return replace(what, year=date.year)
        case _:
            return None


def _is_day(meaning: DayMeaning) -> bool:
    match meaning:
        case Named(date):
            return date.day is not None or date.weekday is not None
        case Counted(grain):
            return grain is Grain.DAY
        case Among(what):
            return not isinstance(what, Period) and _is_day(what)
        case Feast():
            return True


def _lacks_year(meaning: Named | Period | Feast) -> bool:
    match meaning:
        case Named(date):
            return date.month is not None and date.year is None
        case Period(year=year) | Feast(year=year):
            return year is None


def _is_year(date: StatedDate) -> bool:
    return date.year is not None and replace(date, year=None, in_part=False) == StatedDate()


def _widened(text: str, find: Find, last: int) -> Find:
    """Return a find with the words before it that narrow it; it begins no earlier than where the last one ended."""
    start, about = find.start, False
    while found := _NARROWED.search(text, max(last, start - _REACH), start):
        start = found.start()
    if rough := _ABOUT.search(text, max(last, start - _REACH), start):
        start, about = rough.start(), True
    if (week := _WEEK_OF.search(text, max(last, start - _REACH), start)) and isinstance(find.meaning, Named):
        return replace(find, start=week.start(), meaning=WeekOf(find.meaning))
    if behind := _OR_SO.match(text, find.end):
        return replace(find, start=start, end=behind.end(), about=True)
    return replace(find, start=start, about=about)
