"""Where days lie on a line that has room where they crowd: stretches of time, each to a scale of its own, and breaks.

Days are counted from 1 January of the year 1, which is 1, so that they can be reckoned with before it too.
"""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Iterator, Sequence
from operator import itemgetter

from standfirst.model import Day, Precision
from standfirst.model.frozen_class import frozen

# What a break must be worth, as the logarithm of how much likelier it makes the days, and the most stretches.
_WORTH, _MOST_STRETCHES = 8.0, 4
# The Gregorian calendar repeats itself; `datetime` has no years before 1 or after 9999.
_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097
_YEAR, _MONTH = 365.2425, 30.437
_STEPS = (
    *((Precision.DAY, count, float(count)) for count in (1, 2, 7)),
    *((Precision.MONTH, count, count * _MONTH) for count in (1, 3, 6)),
    *((Precision.YEAR, count * power, count * power * _YEAR) for power in (1, 10, 100, 1000) for count in (1, 2, 5)),
)


def day_number(day: Day) -> int:
    """Return the number of a day."""
    cycles, year = divmod(day.year - 1, _CYCLE_YEARS)
    return datetime.date(year + 1, day.month, day.day).toordinal() + cycles * _CYCLE_DAYS


def day_of(number: int) -> Day:
    """Return the day that has a number."""
    cycles, ordinal = divmod(number - 1, _CYCLE_DAYS)
    day = datetime.date.fromordinal(ordinal + 1)
    return Day(day.year + cycles * _CYCLE_YEARS, day.month, day.day)


# ---------------------------------------------------------------- stretches of one pace


def split_by_pace(days: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Return days in stretches within which events come at about one pace; the time between two is to be left out.

    The days are in order and each is another. They are cut where that makes them most likely, if they come at random
    and each stretch, like the time left out, has a pace of its own; and only where it makes them much likelier.
    """
    found: tuple[tuple[int, ...], ...] = (tuple(days),)
    best = found
    worth = most = 0.0
    while len(found) < _MOST_STRETCHES:
        gain, which, place = max((_best_cut(stretch, which) for which, stretch in enumerate(found)), key=itemgetter(0))
        if not place:
            break
        found = (*found[:which], found[which][:place], found[which][place:], *found[which + 1 :])
        worth += gain - _WORTH
        # A week between years is worth two breaks, though the first alone may be worth little.
        if worth > most:
            best, most = found, worth
    return best


def _best_cut(days: Sequence[int], which: int) -> tuple[float, int, int]:
    """What the best cut of a stretch is worth, which stretch that is, and how many days stand before the cut."""
    gaps = len(days) - 1
    whole = _likelihood(days[0], days[-1], gaps)

    def worth(place: int) -> float:
        before = _likelihood(days[0], days[place - 1], place - 1)
        after = _likelihood(days[place], days[-1], gaps - place)
        # That two events stand close together is no reason to part them.
        between = min(_likelihood(days[place - 1], days[place], 1), whole / gaps)
        return before + between + after - whole

    best = max(range(1, len(days)), key=worth, default=0)
    return (worth(best) if best else 0.0), which, best


def _likelihood(first: int, last: int, gaps: int) -> float:
    """How likely a stretch is, as a logarithm: that of a Poisson process at its likeliest pace, but for a constant."""
    return gaps * math.log(gaps / (last - first)) if gaps else 0.0


# ---------------------------------------------------------------- stretches on a line


@frozen
class Segment:
    """A stretch of time, from its first day at `top` to its last at `bottom`; a single day is in the middle."""

    first: int
    last: int
    top: int
    bottom: int

    def at(self, day: int) -> int:
        """Return where a day lies; one outside lies at the nearer end."""
        if self.first == self.last:
            return (self.top + self.bottom) // 2
        return _between(min(max(day, self.first), self.last), self.first, self.last, self.top, self.bottom)


def position_of(day: int, segments: Sequence[Segment]) -> int:
    """Return where a day lies: never above an earlier one. What is left out lies in the room of its break."""
    for before, after in itertools.pairwise(segments):
        if day <= before.last:
            return before.at(day)
        if day < after.first:
            return _between(day, before.last, after.first, before.at(before.last), after.at(after.first))
    return segments[-1].at(day)


def _between(day: int, first: int, last: int, top: int, bottom: int) -> int:
    return top + ((day - first) * (bottom - top) * 2 + (last - first)) // (2 * (last - first))


# ---------------------------------------------------------------- ticks


def tick_days(first: int, last: int, most: int) -> Iterator[tuple[int, Precision]]:
    """Yield the days within a stretch on which a round day, month or year begins, evenly apart; of a single day, none.

    They are not many more than `most`, which is at least two.
    """
    length = last - first
    precision, count, _ = next((step for step in _STEPS if length <= step[2] * (most - 1)), _STEPS[-1])
    if length:
        yield from ((day, precision) for day in _round_days(first, last, precision, count))


def _round_days(first: int, last: int, precision: Precision, count: int) -> Iterator[int]:
    if precision is Precision.DAY:
        yield from range(first, last + 1, count)
        return
    begin, end = day_of(first), day_of(last)
    if precision is Precision.YEAR:
        beginnings = (Day(year, 1, 1) for year in _round_years(begin.year, end.year, count))
    else:
        months = range((begin.year * 12 + begin.month - 1) // count * count, end.year * 12 + end.month, count)
        beginnings = (Day(month // 12, month % 12 + 1, 1) for month in months)
    yield from (day for day in map(day_number, beginnings) if first <= day <= last)


def _round_years(first: int, last: int, count: int) -> Iterator[int]:
    """Yield the years that are round as readers count them: 20 BC, which is -19 here, and AD 20, and no year 0."""
    for number in range((first // count - 1) * count, last + 1, count):
        if number:
            yield number + 1 if number < 0 else number
