"""What a text states of a date: its parts, two dates, or one of several that the text may mean."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from standfirst.language.dates.vocabularies import Sense
from standfirst.model import Day
from standfirst.model.frozen_class import frozen

_FIRST_MONTHS = (3, 6, 9, 12)
_YEARS_OF_DECADE, _YEARS_OF_CENTURY = 10, 100


class DayRange(NamedTuple):
    """The days from one to another, both of them included."""

    first: Day
    last: Day


@frozen
class StatedDate:
    """The parts of a date that a text states; months and days count from 1, weekdays from Monday, which is 0.

    Seasons count from 1, spring. A decade and a century are given by their first year: -99 for the first century BC. A
    decade below 100 is of an unknown century. `in_part` says that only a part of the time is meant: "early 1990".
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
        """The first and the last day that is meant; None without a year, or where no calendar has such a day."""
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


@frozen
class StatedSpan:
    """Two dates, or one that is a start or an end; `sense` says what is stated of the time between them."""

    start: StatedDate | None
    end: StatedDate | None
    sense: Sense = Sense.SPAN


@frozen
class StatedEither:
    """The readings of a text that has several, such as "4/5/2019"."""

    meanings: tuple[StatedDate | StatedSpan, ...]


Stated: TypeAlias = StatedDate | StatedSpan | StatedEither


def meanings(stated: Stated) -> tuple[StatedDate | StatedSpan, ...]:
    """Return all that a text may state."""
    return stated.meanings if isinstance(stated, StatedEither) else (stated,)


def either(*options: StatedDate | StatedSpan) -> Stated | None:
    """Return what a text with these readings states; None if there are no readings."""
    different = tuple(dict.fromkeys(options))
    return different[0] if len(different) == 1 else StatedEither(different) if different else None


def dates_of(stated: Stated) -> Iterator[StatedDate]:
    """Yield every date that a text states, or may state."""
    for reading in meanings(stated):
        ends = (reading.start, reading.end) if isinstance(reading, StatedSpan) else (reading,)
        yield from (end for end in ends if end)


def century_of(year: int) -> int:
    """Return the first year of the century of a year; before the year 1 centuries are counted backwards."""
    return year // _YEARS_OF_CENTURY * _YEARS_OF_CENTURY if year > 0 else -(-year // _YEARS_OF_CENTURY) * 100 - 99
