"""What a text states of a date: its parts, two dates, or one of several that the text may mean."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from standfirst.language.dates.vocabularies import Sense
from standfirst.model import Day

_FIRST_MONTHS = (3, 6, 9, 12)
_YEARS_OF_DECADE, _YEARS_OF_CENTURY = 10, 100


class DayRange(NamedTuple):
    """The days from one to another, both of them included."""

    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class StatedDate:
    """The parts of a date that a text states; months and days count from 1, weekdays from Monday, which is 0.

    Seasons count from 1, spring. A decade and a century are their first year, and a decade below 100 is that of any
    century; the first century BC begins with -99. `in_part` is a date of which not the whole is meant: "early 1990".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    in_part: bool = False
    approximate: bool = False
    uncertain: bool = False

    @property
    def period(self) -> DayRange | None:
        """The days that it is, or None where its years are not stated, or no calendar has such a day."""
        first, last = self._years
        if first is None or last is None:
            return None
        first_month, last_month = (self.month, self.month) if self.month else (1, 12)
        if self.season:
            # As EDTF's library has them, so that no season leaves its year.
            first_month = _FIRST_MONTHS[self.season - 1]
            last_month = min(12, first_month + 2)
        days = calendar.monthrange(last, last_month)[1]
        if self.day and self.day > days:
            return None
        return DayRange(Day(first, first_month, self.day or 1), Day(last, last_month, self.day or days))

    @property
    def _years(self) -> tuple[int | None, int | None]:
        if self.century is not None:
            return self.century, self.century + _YEARS_OF_CENTURY - 1
        if self.decade is not None and self.decade >= _YEARS_OF_CENTURY:
            return self.decade, self.decade + _YEARS_OF_DECADE - 1
        return self.year, self.year


@dataclass(frozen=True, slots=True)
class StatedSpan:
    """Two dates, or one and what a phrase says of it; `sense` tells what happened between them, or from or up to it."""

    start: StatedDate | None
    end: StatedDate | None
    sense: Sense = Sense.SPAN


@dataclass(frozen=True, slots=True)
class StatedEither:
    """A text that may be read in several ways, as "4/5/2019": each of them."""

    meanings: tuple[StatedDate | StatedSpan, ...]


Stated: TypeAlias = StatedDate | StatedSpan | StatedEither


def meanings(stated: Stated) -> tuple[StatedDate | StatedSpan, ...]:
    """Return all that a text may state."""
    return stated.meanings if isinstance(stated, StatedEither) else (stated,)


def either(*options: StatedDate | StatedSpan) -> Stated | None:
    """Return what is stated where a text may be read in these ways, or None where there is no way."""
    different = tuple(dict.fromkeys(options))
    return different[0] if len(different) == 1 else StatedEither(different) if different else None


def dates_of(stated: Stated) -> Iterator[StatedDate]:
    """Yield every date that a text states, or may state."""
    for reading in meanings(stated):
        ends = (reading.start, reading.end) if isinstance(reading, StatedSpan) else (reading,)
        yield from (end for end in ends if end)


def century_of(year: int) -> int:
    """Return the first year of the century in which a year lies; before the year 1 they are counted back from there."""
    return year // _YEARS_OF_CENTURY * _YEARS_OF_CENTURY if year > 0 else -(-year // _YEARS_OF_CENTURY) * 100 - 99
