"""Dates that a text states relative to the day it was written: "yesterday", "on Friday", "last month", "15 April"."""

from __future__ import annotations

import calendar
import contextlib
import datetime
import functools
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from types import MappingProxyType
from typing import Final, TypeAlias

import regex

from standfirst.language.dates import patterns
from standfirst.language.dates.folding import folded, one_of, whole_word_expression, with_plain_characters
from standfirst.language.dates.found import FoldedText
from standfirst.language.dates.names import full_weekday_names, month_names
from standfirst.language.dates.stated import DayRange, StatedDate
from standfirst.language.dates.vocabularies import vocabulary
from standfirst.language.dates.wording import PLACEHOLDER
from standfirst.language.locale import NP_, has_catalogue, locale, translations
from standfirst.language.numbers.stated_numbers import NumberKind, stated_numbers
from standfirst.model import CalendarDate, Date, Day, Precision
from standfirst.model.frozen_class import frozen

_HALF_A_YEAR: Final = 183


class Unit(Enum):
    """A unit of time that is counted from the base."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@frozen
class Shift:
    """The unit of time that comes so many after the one of the base: -1 for "last month"."""

    unit: Unit
    count: int


# A weekday, a month, or a day of one, which the base gives the rest of, is a date without these parts.
Relative: TypeAlias = Shift | StatedDate


@frozen
class FoundRelative:
    """What a text states by its distance from a base, from one offset to another."""

    start: int
    end: int
    stated: Relative


# A day and a month in numbers, with no year behind them.
_DAY_AND_MONTH: Final = regex.compile(r"(?<![\d.])(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})\.(?! ?\d)")
# What can be counted from a base that is known so precisely.
_COUNTABLE: Final = MappingProxyType(
    {
        Precision.DAY: frozenset(Unit),
        Precision.MONTH: frozenset({Unit.MONTH, Unit.YEAR}),
        Precision.YEAR: frozenset({Unit.YEAR}),
    }
)

# Every wording that says as much, in one message for each; languages with a dual have words of their own for two.
_SHIFTED: Final = (
    (Unit.DAY, 0, NP_("today", "today|tonight|this morning|this afternoon|this evening")),
    (Unit.DAY, -1, NP_("yesterday", "yesterday|last night|a day ago|one day ago")),
    (Unit.DAY, 1, NP_("tomorrow", "tomorrow|in a day|in one day")),
    (Unit.DAY, -2, NP_("two-days-ago", "the day before yesterday|two days ago")),
    (Unit.DAY, 2, NP_("in-two-days", "the day after tomorrow|in two days")),
    (Unit.WEEK, 0, NP_("this-week", "this week|the current week")),
    (Unit.WEEK, -1, NP_("last-week", "last week|the previous week|a week ago|one week ago")),
    (Unit.WEEK, 1, NP_("next-week", "next week|the coming week|in a week|in one week")),
    (Unit.WEEK, -2, NP_("two-weeks-ago", "the week before last|two weeks ago|a fortnight ago")),
    (Unit.MONTH, 0, NP_("this-month", "this month|the current month")),
    (Unit.MONTH, -1, NP_("last-month", "last month|the previous month|a month ago|one month ago")),
    (Unit.MONTH, 1, NP_("next-month", "next month|the coming month|in a month|in one month")),
    (Unit.MONTH, -2, NP_("two-months-ago", "the month before last|two months ago")),
    (Unit.YEAR, 0, NP_("this-year", "this year|the current year")),
    (Unit.YEAR, -1, NP_("last-year", "last year|the previous year|a year ago|one year ago")),
    (Unit.YEAR, 1, NP_("next-year", "next year|the coming year|in a year|in one year")),
    (Unit.YEAR, -2, NP_("two-years-ago", "the year before last|two years ago")),
)
_COUNTED: Final = MappingProxyType(
    {
        Unit.DAY: NP_("days-ago", "%(number)s days ago|%(number)s day ago"),
        Unit.WEEK: NP_("weeks-ago", "%(number)s weeks ago|%(number)s week ago"),
        Unit.MONTH: NP_("months-ago", "%(number)s months ago|%(number)s month ago"),
        Unit.YEAR: NP_("years-ago", "%(number)s years ago|%(number)s year ago"),
    }
)


def relative_in(text: str, language: str, base: Date) -> Iterator[DayRange]:
    """Yield every period that a text states by its distance from the base, the date on which it was written.

    A month that is named by itself ("in April") is the nearest to the base. A weekday is both days of that name that
    lie less than seven days from it. Nothing is stated that needs a more precise base: from `2019-04` "last month" is
    March, and "Friday" is no day. In a language without a catalogue only weekdays are read.
    """
    if not isinstance(base.start, CalendarDate) or base.start != base.end:
        return
    for found in _each(folded(text), language):
        yield from _days_meant(found.stated, base, base.start, language)


def relative_found_in(text: str, language: str) -> tuple[FoundRelative, ...]:
    """Return what a text states by its distance from the day of its writing, whichever that is, in its order.

    These are the words that `relative_in` reckons with; some may lie within others ("two days ago", "days ago").
    """
    plain = FoldedText.of(text)
    found = (FoundRelative(*plain.place(each.start, each.end), each.stated) for each in _each(plain.text, language))
    return tuple(sorted(found, key=lambda each: (each.start, -each.end)))


def _days_meant(stated: Relative, whole: Date, base: CalendarDate, language: str) -> Iterator[DayRange]:
    match stated:
        case Shift(unit):
            meant = shifted(base.earliest, stated, first_weekday=locale(language).first_week_day)
            if meant and unit in _COUNTABLE.get(base.precision, ()):
                yield meant
        case StatedDate(month=int() as month, day=int() as day):
            yield from nearest_day(month, day, whole)
        case StatedDate(month=int() as month):
            if base.precision is not Precision.YEAR:
                yield from _months_called(month, base.earliest)
        case StatedDate(weekday=int() as weekday):
            if base.precision is Precision.DAY:
                yield from _days_called(weekday, base.earliest)


def nearest_day(month: int, day: int, base: Date) -> Iterator[DayRange]:
    """Yield the day of a month that lies nearest to the base, if that is within half a year of it."""
    if not isinstance(base.start, CalendarDate) or base.start != base.end:
        return
    with contextlib.suppress(ValueError):
        first, last = datetime.date(*base.start.earliest), datetime.date(*base.start.latest)
        years = range(max(1, first.year - 1), min(9999, last.year + 1) + 1)
        days = [datetime.date(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1]]
        away = {each: max((first - each).days, (each - last).days, 0) for each in days}
        near = [each for each in days if away[each] <= _HALF_A_YEAR]
        if near:
            yield _one_day(min(near, key=lambda each: away[each]))


# ---------------------------------------------------------------- words


def _each(text: str, language: str) -> Iterator[FoundRelative]:
    """Yield what a folded text states, with its place in that."""
    # The expressions are slow, and most texts have not the words for them.
    if has_catalogue(language):
        wordings = _wordings(language)
        for found in _wording_pattern(language).finditer(text) if _has_one(wordings, text) else ():
            yield FoundRelative(*found.span(), Shift(*wordings[found["words"]]))
        yield from _counted_units(text, language)
    for pair in _DAY_AND_MONTH.finditer(text) if _writes_points(language) else ():
        yield FoundRelative(*pair.span(), StatedDate(month=int(pair["m"]), day=int(pair["d"])))
    for named in _month_pattern(language).finditer(text) if _has_one(month_names(language), text) else ():
        yield FoundRelative(*named.span("m"), StatedDate(month=month_names(language)[named["m"]]))
    for found in _weekday_pattern(language).finditer(text) if _has_one(full_weekday_names(language), text) else ():
        yield FoundRelative(*found.span(), StatedDate(weekday=full_weekday_names(language)[found["name"]]))


def _has_one(words: Iterable[str], text: str) -> bool:
    return any(each in text for each in words)


def _counted_units(text: str, language: str) -> Iterator[FoundRelative]:
    for unit, before, after in _counted(language):
        if before not in text or after not in text:
            continue
        for found in _counted_pattern(before, after, language).finditer(text):
            kinds = (NumberKind.NUMBER, NumberKind.RATIO)
            numbers = [each for each in stated_numbers(found["number"], language) if each.sure and each.kind in kinds]
            if numbers and numbers[-1].end == len(found["number"]):
                # Words that belong to no number may stand before it, but where the wording itself begins there.
                start = found.start() if before else found.start("number") + numbers[-1].start
                count = numbers[-1].values[-1 if numbers[-1].kind is NumberKind.RATIO else 0]
                yield FoundRelative(start, found.end(), Shift(unit, -int(count)))


@functools.cache
def _wordings(language: str) -> dict[str, tuple[Unit, int]]:
    words = translations(language)
    return {
        folded(wording): (unit, shift)
        for unit, shift, message in _SHIFTED
        for wording in words.pgettext(*message).split("|")
    }


@functools.cache
def _wording_pattern(language: str) -> re.Pattern[str]:
    # Python's own expressions find one of many words in a fifth of the time.
    return re.compile(whole_word_expression(f"(?P<words>{one_of(_wordings(language))})", language))


@functools.cache
def _weekday_pattern(language: str) -> re.Pattern[str]:
    names = one_of(full_weekday_names(language))
    return re.compile(whole_word_expression(f"(?P<name>{names})", language))


@functools.cache
def _writes_points(language: str) -> bool:
    """Tell whether CLDR has "15.4." for a day and its month, where others have "4/15" or "15/4"."""
    return regex.fullmatch(r"d+\. ?M+\.", str(locale(language).datetime_skeletons["Md"].pattern)) is not None


@functools.cache
def _month_pattern(language: str) -> regex.Pattern[str]:
    """Return the expression of the name of a month behind a word like "in", so that it is no verb or person."""
    its_words = vocabulary(language)
    before = "|".join(filter(None, map(with_plain_characters, (its_words.before_months, its_words.parts))))
    expression = rf"(?:{before})[ -]?(?P<m>\L<months>)" if before else r"(?!)"
    return patterns.compile_expression(whole_word_expression(expression, language), language)


@functools.cache
def _counted(language: str) -> tuple[tuple[Unit, str, str], ...]:
    """Return what stands before and after the number in each wording that has one."""
    words = translations(language)
    wordings = [(unit, each) for unit, message in _COUNTED.items() for each in words.pgettext(*message).split("|")]
    sides = [(unit, PLACEHOLDER.split(wording)[::2]) for unit, wording in wordings]
    return tuple((unit, folded(before), folded(after)) for unit, (before, after) in sides)


@functools.cache
def _counted_pattern(before: str, after: str, language: str) -> regex.Pattern[str]:
    """Return the expression of a wording with a number, which may have as many words as "two hundred and one"."""
    number = r"(?P<number>\S+(?: \S+){0,4}?)"
    parts = (regex.escape(before), number, regex.escape(after))
    return regex.compile(whole_word_expression(" ".join(filter(None, parts)), language))


# ---------------------------------------------------------------- the calendar


def shifted(base: Day, shift: Shift, *, first_weekday: int = 0) -> DayRange | None:
    """Return the unit that comes so many after the one of the base; None if no calendar has it."""
    with contextlib.suppress(OverflowError, ValueError):
        day = datetime.date(*base)
        match shift.unit:
            case Unit.DAY:
                return _one_day(day + datetime.timedelta(days=shift.count))
            case Unit.WEEK:
                into = (day.weekday() - first_weekday) % 7
                first = day + datetime.timedelta(weeks=shift.count, days=-into)
                return DayRange(_day(first), _day(first + datetime.timedelta(days=6)))
            case Unit.MONTH:
                year, month = divmod(day.year * 12 + day.month - 1 + shift.count, 12)
                first = datetime.date(year, month + 1, 1)
                return DayRange(_day(first), Day(year, month + 1, calendar.monthrange(year, month + 1)[1]))
            case Unit.YEAR:
                first = datetime.date(day.year + shift.count, 1, 1)
                return DayRange(_day(first), Day(first.year, 12, 31))
    return None


def _months_called(month: int, base: Day) -> Iterator[DayRange]:
    """Yield the month of that number that is at most half a year from the base."""
    away = (month - base.month + 5) % 12 - 5
    year, index = divmod(base.year * 12 + base.month - 1 + away, 12)
    yield DayRange(Day(year, index + 1, 1), Day(year, index + 1, calendar.monthrange(year, index + 1)[1]))


def _days_called(weekday: int, base: Day) -> Iterator[DayRange]:
    with contextlib.suppress(OverflowError, ValueError):
        day = datetime.date(*base)
        after = (weekday - day.weekday()) % 7
        for days in dict.fromkeys((after, after - 7 if after else 0)):
            yield _one_day(day + datetime.timedelta(days=days))


def _one_day(day: datetime.date) -> DayRange:
    return DayRange(_day(day), _day(day))


def _day(day: datetime.date) -> Day:
    return Day(day.year, day.month, day.day)
