"""Whether wording bears out a date: states it, or states one that is at least as precise."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.dates import patterns
from generator.dates.found import FoundDate, found_in
from generator.dates.relative import Period, nearest, relative_in
from generator.dates.stated import StatedDate, StatedSpan
from generator.dates.wording import say, season_name
from generator.model import CalendarDate, Date, Day, Precision, Shape

_ARTICLE: Final = re.compile("^(?:the|les?) ")


def borne_out(date: Date, texts: Sequence[str], language: str, base: Date | None) -> bool:
    """Tell whether the texts, in their language, state every end of a date that is known.

    An end is stated by any date that lies wholly within it: `2019-04` by "15 April 2019", not `2019-04-15` by "April
    2019". Ends may be stated in different texts. Dates may be relative to the base, the day, month or year in which the
    texts were written; without one, a day and month need a year in the same text. Whether a date is approximate does
    not matter.
    """
    periods = [period for text in texts for period in _stated(text, language, base)]
    if base and not _bear_out(periods, date, texts, language, base):
        # Most dates are not relative, and these take longer to find.
        periods += [period for text in texts for period in _reckoned(text, language, base)]
    return _bear_out(periods, date, texts, language, base)


def _bear_out(periods: Sequence[Period], date: Date, texts: Sequence[str], language: str, base: Date | None) -> bool:
    ends = [end for end in (date.start, date.end) if isinstance(end, CalendarDate)]
    return all(
        any(_lies_within(period, end.earliest, end.latest) for period in periods)
        or _is_named(end, texts, language, base)
        for end in ends
    )


def _lies_within(period: Period, first: Day, last: Day) -> bool:
    return first <= period.first and period.last <= last


def _stated(text: str, language: str, base: Date | None) -> Iterator[Period]:
    stated = [date for found in found_in(text, language) for date in _each(found)]
    years = {date.year for date in stated if date.year}
    for date in stated:
        yield from _period(date, years)
        if base and date.month and date.day and not date.year:
            yield from nearest(date.month, date.day, base)


def _reckoned(text: str, language: str, base: Date) -> Iterator[Period]:
    # The weekday of a date is no day by itself.
    for found in reversed(found_in(text, language)):
        text = f"{text[: found.start]}…{text[found.end :]}"
    yield from relative_in(text, language, base)


def _each(found: FoundDate) -> tuple[StatedDate, ...]:
    stated = found.stated
    return (stated.start, stated.end) if isinstance(stated, StatedSpan) else (stated,)


def _period(date: StatedDate, years: set[int]) -> Iterator[Period]:
    """Yield the period that a date is; where its year is left out, one for each year that its text states."""
    for year in [date.year] if date.year else sorted(years):
        first_month, last_month = (date.month, date.month) if date.month else (1, 12)
        days = calendar.monthrange(year, last_month)[1]
        first, last = (date.day, date.day) if date.day else (1, days)
        if last <= days:
            yield Period(Day(year, first_month, first), Day(year, last_month, last))


# ---------------------------------------------------------------- seasons, decades and centuries


def _is_named(end: CalendarDate, texts: Sequence[str], language: str, base: Date | None) -> bool:
    """Tell whether the texts call a season, decade or century what the catalogue calls it."""
    match end.precision:
        case Precision.SEASON:
            seasons = (text for text in texts if _stands_in(text, season_name(end, language), language))
            return any(end.earliest.year in _years_of(text, language, base) for text in seasons)
        case Precision.DECADE | Precision.CENTURY:
            exactly = replace(end, approximate=False, uncertain=False)
            name = _ARTICLE.sub("", say(Date("", Shape.DATE, exactly, exactly), language))
            return any(_stands_in(text, name, language) for text in texts)
        case _:
            return False


def _stands_in(text: str, name: str, language: str) -> bool:
    pattern = patterns.apart(re.escape(patterns.folded(name)), language)
    return re.search(pattern, patterns.folded(text)) is not None


def _years_of(text: str, language: str, base: Date | None) -> set[int]:
    """The years that a text states, and where it states none that of its base and those beside it."""
    years = {date.year for each in found_in(text, language) for date in _each(each) if date.year}
    if years or not base or not isinstance(base.start, CalendarDate):
        return years
    return {base.start.earliest.year + away for away in (-1, 0, 1)}
