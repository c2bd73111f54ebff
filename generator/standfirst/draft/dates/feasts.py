"""Days that news calls by a name: on which day of a year each falls."""

from __future__ import annotations

import calendar
import datetime
from types import MappingProxyType
from typing import Final

_MONDAY, _TUESDAY, _THURSDAY, _FRIDAY = 0, 1, 3, 4
# A month and a day.
_FIXED: Final = MappingProxyType(
    {
        "new year's day": (1, 1),
        "new year's eve": (12, 31),
        "valentine's day": (2, 14),
        "st. patrick's day": (3, 17),
        "april fools' day": (4, 1),
        "may day": (5, 1),
        "independence day": (7, 4),
        "fourth of july": (7, 4),
        "bastille day": (7, 14),
        "halloween": (10, 31),
        "veterans day": (11, 11),
        "armistice day": (11, 11),
        "christmas eve": (12, 24),
        "christmas day": (12, 25),
        "christmas": (12, 25),
        "boxing day": (12, 26),
        "9/11": (9, 11),
    }
)
# A month, a weekday, and which one of the month; -1 is the last.
_WEEKDAYS: Final = MappingProxyType(
    {
        "martin luther king day": (1, _MONDAY, 3),
        "presidents day": (2, _MONDAY, 3),
        "presidents' day": (2, _MONDAY, 3),
        "mother's day": (5, 6, 2),
        "memorial day": (5, _MONDAY, -1),
        "father's day": (6, 6, 3),
        "labor day": (9, _MONDAY, 1),
        "columbus day": (10, _MONDAY, 2),
        "thanksgiving day": (11, _THURSDAY, 4),
        "thanksgiving": (11, _THURSDAY, 4),
    }
)
# Days behind Easter.
_MOVED: Final = MappingProxyType(
    {
        "ash wednesday": -46,
        "palm sunday": -7,
        "good friday": -2,
        "easter sunday": 0,
        "easter monday": 1,
        "easter": 0,
        "whit monday": 50,
    }
)
NAMES: Final = frozenset({*_FIXED, *_WEEKDAYS, *_MOVED})


def day_of(name: str, year: int) -> datetime.date:
    """Return the day on which a year has a feast; raise `ValueError` where the calendar has no such year."""
    if fixed := _FIXED.get(name):
        return datetime.date(year, *fixed)
    if name in _MOVED:
        return _easter(year) + datetime.timedelta(days=_MOVED[name])
    month, weekday, which = _WEEKDAYS[name]
    if which < 0:
        last = datetime.date(year, month, calendar.monthrange(year, month)[1])
        return last - datetime.timedelta(days=(last.weekday() - weekday) % 7)
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(weekday - first.weekday()) % 7, weeks=which - 1)


def _easter(year: int) -> datetime.date:
    """Return Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century + 8) // 25
    moon = (19 * golden + century - century // 4 - (century - skipped + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
