"""Which date of its name is meant: the weekday, day, part of a year or feast that lies where words place it."""

from __future__ import annotations

import calendar
import contextlib
import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from standfirst.draft.dates import feasts
from standfirst.draft.dates.meanings import Grain, Toward
from standfirst.draft.dates.reckoning import Reckoned, as_day, days_between, iso, of_parts
from standfirst.language.dates import DayRange, StatedDate
from standfirst.model import Day

_WEEK: Final = 7
# A story goes back so many days and no further, but where it names the year.
_BACK: Final = 120


def behind(date: StatedDate, told: Reckoned) -> Reckoned | None:
    """Return a month or a day in a story: of the year that was told, or of the next where that is long over."""
    first = told.days.first
    found = of_parts(replace(date, year=first.year))
    if found and told.grain is not Grain.YEAR and days_between(found.days, first) > _BACK and found.days.last < first:
        return of_parts(replace(date, year=first.year + 1))
    return found


def nearest(
    known: Sequence[Reckoned], base: Day, toward: Toward | None, tense: Toward | None, near: int
) -> Reckoned | None:
    """Return the one of some dates that is meant: on the side that words say, or near, or as the tense has it."""
    if not known:
        return None
    before = [each for each in known if each.days.first <= base]
    after = [each for each in known if each.days.last >= base]
    match toward:
        case Toward.LAST:
            return next((each for each in reversed(before) if each.days.last < base), None)
        case Toward.NEXT:
            return next((each for each in after if each.days.first > base), None)
    closest = min(known, key=lambda each: days_between(each.days, base))
    if days_between(closest.days, base) <= near:
        return closest
    if tense is Toward.NEXT:
        return after[0] if after else closest
    # Without a tense a month is over, and a day is the nearest of its name.
    return before[-1] if before and (tense or not near) else closest


def weekday_of(weekday: int, base: Day, toward: Toward | None, tense: Toward | None) -> Reckoned | None:
    """Return the day with this name on the side that words say, or else the tense; without either the last one."""
    day = datetime.date(*base)
    since, ahead = (day.weekday() - weekday) % _WEEK, (weekday - day.weekday()) % _WEEK
    match toward, tense:
        case Toward.LAST, _:
            days = -(since or _WEEK)
        case Toward.NEXT, _:
            days = ahead or _WEEK
        case Toward.THIS, _:
            days = -since if tense is Toward.LAST and since <= day.weekday() else ahead
        case None, Toward.NEXT:
            days = ahead
        case _:
            days = -since
    with contextlib.suppress(OverflowError):
        found = as_day(day + datetime.timedelta(days=days))
        return Reckoned(iso(found), DayRange(found, found), Grain.DAY)
    return None


def feast_of(name: str, year: int) -> Reckoned | None:
    """Return a feast in a year; None where the calendar has no such year."""
    with contextlib.suppress(ValueError):
        day = as_day(feasts.day_of(name, year))
        return Reckoned(iso(day), DayRange(day, day), Grain.DAY)
    return None


_FIRST_MONTHS: Final = {
    **{number: (3 * (number - 21) + 3, 3) for number in range(21, 25)},
    **{number: (3 * (number - 33) + 1, 3) for number in range(33, 37)},
    **{number: (6 * (number - 40) + 1, 6) for number in (40, 41)},
}


def part_of_year(year: int, number: int) -> Reckoned | None:
    """Return the season, quarter or half of a year that has a number in EDTF; None where no calendar has the year."""
    if not 1 <= year < datetime.MAXYEAR:
        return None
    first, months = _FIRST_MONTHS[number]
    after, month = divmod(first + months - 2, 12)
    last = Day(year + after, month + 1, calendar.monthrange(year + after, month + 1)[1])
    return Reckoned(f"{year:04}-{number}", DayRange(Day(year, first, 1), last), Grain.QUARTER)
