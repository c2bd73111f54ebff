"""Whether texts support a date: they state it, or one that is at least as precise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from standfirst.language.dates import long_periods
from standfirst.language.dates.folding import folded, whole_word_expression, with_plain_characters
from standfirst.language.dates.found import FoundDate, found_in
from standfirst.language.dates.relative import nearest_day, relative_in
from standfirst.language.dates.stated import DayRange, StatedDate, dates_of
from standfirst.language.dates.vocabularies import vocabulary
from standfirst.model import CalendarDate, Date, Day, Precision

_CENTURIES = (1800, 1900, 2000)
_LEAST_OF_FOUR_DIGITS = 1000


def is_supported(date: Date, texts: Sequence[str], language: str, base: Date | None) -> bool:
    """Tell whether the texts, in their language, state every end of a date that is known.

    Any date that lies wholly within an end states it: "15 April 2019" states `2019-04`, and "April 2019" does not state
    `2019-04-15`. Ends may be stated in different texts. Dates may be relative to the base, the day, month or year in
    which the texts were written; without one, a day and month need a year in the same text. Whether a date is
    approximate does not matter. A text that has several readings states each of them.
    """
    periods = [period for text in texts for period in _stated(text, language, base)]
    if base and not _bear_out(periods, date, texts, language, base):
        # Most dates are not relative, and these take longer to find.
        periods += [period for text in texts for period in _reckoned(text, language, base)]
    return _bear_out(periods, date, texts, language, base)


def states_but_for_year(date: CalendarDate, texts: Sequence[str], language: str) -> bool:
    """Tell whether texts state all of a day or a month but its year."""
    found = (each for text in texts for find in found_in(text, language) for each in dates_of(find.stated))
    undated = [each for each in found if each.year is None and each.month]
    periods = (replace(each, year=date.earliest.year).period for each in undated)
    return any(_lies_within(period, date.earliest, date.latest) for period in periods if period)


def _bear_out(periods: Sequence[DayRange], date: Date, texts: Sequence[str], language: str, base: Date | None) -> bool:
    ends = [end for end in (date.start, date.end) if isinstance(end, CalendarDate)]
    # "The 5th century BC" is from one year to another, and names neither.
    if DayRange(ends[0].earliest, ends[-1].latest) in periods:
        return True
    return all(
        any(_lies_within(period, end.earliest, end.latest) for period in periods)
        or _is_named(end, texts, language, base)
        or _is_a_small_year(end, texts, language)
        for end in ends
    )


def _lies_within(period: DayRange, first: Day, last: Day) -> bool:
    return first <= period.first and period.last <= last


def _stated(text: str, language: str, base: Date | None) -> Iterator[DayRange]:
    stated = [date for found in found_in(text, language) for date in dates_of(found.stated)]
    years = {date.year for date in stated if date.year is not None}
    for date in stated:
        yield from _periods(date, years)
        if base and date.month and date.day and date.year is None:
            yield from nearest_day(date.month, date.day, base)


def _reckoned(text: str, language: str, base: Date) -> Iterator[DayRange]:
    # The weekday of a date is no day by itself.
    for found in reversed(found_in(text, language)):
        text = f"{text[: found.start]}…{text[found.end :]}"
    yield from relative_in(text, language, base)


def _periods(date: StatedDate, years: set[int]) -> Iterator[DayRange]:
    """Yield the period of a date; if its year is left out, one period for each year that its text states."""
    dated = [date]
    if date.decade is not None and date.decade < 100:
        dated = [replace(date, decade=century + date.decade) for century in _CENTURIES]
    elif date.decade is None and date.century is None and date.year is None:
        dated = [replace(date, year=year) for year in sorted(years)]
    yield from (period for each in dated if (period := each.period))


# ---------------------------------------------------------------- seasons and years that are not told by themselves


def _is_named(end: CalendarDate, texts: Sequence[str], language: str, base: Date | None) -> bool:
    """Tell whether the texts name a season and its year, together or apart."""
    if end.precision is not Precision.SEASON:
        return False
    names = "|".join(
        names for names, season in long_periods.seasons_alone(language) if season == end.earliest.month // 3
    )
    return any(
        end.earliest.year in _years_of(text, language, base) for text in texts if _stands_in(text, names, language)
    )


def _stands_in(text: str, expression: str, language: str) -> bool:
    return regex.search(whole_word_expression(expression, language), folded(text)) is not None


def _years_of(text: str, language: str, base: Date | None) -> set[int]:
    """Return the years that a text states; if it states none, those next to its base and that of the base."""
    years = {date.year for each in found_in(text, language) for date in dates_of(each.stated) if date.year is not None}
    if years or not base or not isinstance(base.start, CalendarDate):
        return years
    return {base.start.earliest.year + away for away in (-1, 0, 1)}


def _is_a_small_year(end: CalendarDate, texts: Sequence[str], language: str) -> bool:
    """Tell whether the texts have a year of fewer than four digits without an era, behind its month or as "in 476"."""
    year = end.earliest.year
    if not 0 < year < _LEAST_OF_FOUR_DIGITS:
        return False
    if end.precision is Precision.YEAR:
        before = with_plain_characters(vocabulary(language).before_months)
        return bool(before) and any(_stands_in(text, rf"(?:{before}){year:03}", language) for text in texts)
    follows = re.compile(rf",? 0*{year}(?!\d|[.,]\d)")
    return any(
        follows.match(text, found.end) and any(_lies_within(period, end.earliest, end.latest) for period in periods)
        for text in texts
        for found in found_in(text, language)
        for periods in [tuple(_of_year(found, year))]
    )


def _of_year(found: FoundDate, year: int) -> Iterator[DayRange]:
    for date in dates_of(found.stated):
        if date.year is None and date.month and (period := replace(date, year=year).period):
            yield period
