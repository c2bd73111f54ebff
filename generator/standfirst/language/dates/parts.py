"""What the groups that an expression found state: one date, or two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from standfirst.language.dates.long_periods import decade_called, season_called
from standfirst.language.dates.names import before_christ, month_names, month_stems, weekday_names
from standfirst.language.dates.numeric import day_is_first, roman_month
from standfirst.language.dates.ordinals import ROMAN, ordinal_words
from standfirst.language.dates.stated import Stated, StatedDate, StatedSpan, either

Parts = Mapping[str, str | None]

# A number alone is a year from here to there.
_PLAIN_YEARS: Final = range(1000, 3000)
_DIGITS: Final = 4
_YEARS, _MONTHS, _DAYS = range(-9999, 10_000), range(1, 13), range(1, 32)
# The centuries of which a year or a decade is written by its last two digits.
_RECENT: Final = (1900, 2000)
_FURTHEST_TURN: Final = 20


def stated_of(parts: Parts, language: str) -> Stated | None:
    """Return what the parts state: a date, or two that share a month or a year; None if they are no date."""
    starts = tuple(_dates(parts, language, ""))
    if not any(parts.get(f"{name}2") for name in ("y", "m", "d", "k", "x", "l")):
        return either(*_with_second_year(starts, parts))
    pairs = itertools.product(starts, _dates(parts, language, "2"))
    return either(*(span for start, end in pairs if (span := _span(start, end, parts))))


def _span(start: StatedDate, end: StatedDate, parts: Parts) -> StatedSpan | None:
    """Return two dates, each with the month and the year that it leaves to the other."""
    if end.year is not None and start.year is not None and not parts.get("g") and parts.get("g2"):
        # "100–44 BC": the era is of both.
        start = replace(start, year=1 - start.year) if end.year < 1 else start
    elif not _is_whole(start, parts, "") or not _is_whole(end, parts, "2"):
        return None
    first = replace(start, year=end.year if start.year is None else start.year, month=start.month or end.month)
    last = replace(end, year=start.year if end.year is None else end.year, month=end.month or start.month)
    return StatedSpan(first, last)


def _with_second_year(starts: tuple[StatedDate, ...], parts: Parts) -> Iterator[StatedDate | StatedSpan]:
    """Yield the dates; if a second year follows in two digits ("1914–18", "winter 2018/19"), all that both may mean."""
    second = parts.get("t")
    for start in starts:
        if not second:
            if _is_whole(start, parts, ""):
                yield start
        elif start.year is not None and (end := _year_after(start.year, int(second))):
            if start.season:
                yield from (start, replace(start, year=end))
                continue
            yield StatedSpan(start, StatedDate(end))
        if second and parts.get("h") and int(second) in _MONTHS:
            yield replace(start, month=int(second))


def _year_after(year: int, digits: int) -> int | None:
    """Return the next year behind another that ends with these digits, in the same century or soon after its turn."""
    if digits >= 100:
        return digits if digits > year else None
    end = year // 100 * 100 + digits
    if end <= year:
        end += 100
    return end if end // 100 == year // 100 or end - year <= _FURTHEST_TURN else None


def _is_whole(date: StatedDate, parts: Parts, second: str) -> bool:
    """Tell whether a date is more than a bare number: a year alone needs four digits, an era or a word like "year"."""
    alone = replace(date, year=None) == StatedDate()
    if not alone or date.year is None or parts.get(f"g{second}") or parts.get(f"v{second}"):
        return True
    return date.year in _PLAIN_YEARS and not parts.get("z")


# ---------------------------------------------------------------- one date


def _dates(parts: Parts, language: str, second: str) -> Iterator[StatedDate]:
    """Yield every date that the parts may mean."""
    base = StatedDate()
    if (name := parts.get(f"e{second}")) is not None:
        base = replace(base, weekday=weekday_names(language)[name])
    if (name := parts.get("q")) is not None:
        base = replace(base, season=season_called(name, language))
    is_before = (era := parts.get(f"g{second}")) is not None and _is_before_christ(era, language)
    if parts.get("c") or parts.get("w"):
        yield from _decades(base, parts, language)
    elif (century := _century(parts, language, second)) is not None:
        yield replace(base, century=-100 * century + 1 if is_before else (century - 1) * 100)
    else:
        for days in _days(parts, language, second):
            for year in _years(parts, second, is_before=is_before):
                yield replace(base, year=year, month=days[0], day=days[1])


def _is_before_christ(name: str, language: str) -> bool:
    return name in before_christ(language)


def _years(parts: Parts, second: str, *, is_before: bool) -> Iterator[int | None]:
    if written := parts.get(f"y{second}"):
        number = int(re.sub("[,.]", "", written))
        year = 1 - number if is_before else number
        is_known_for_one = len(written) == _DIGITS or any(parts.get(f"{sign}{second}") for sign in ("g", "g2", "v"))
        if year in _YEARS and number and is_known_for_one:
            yield year
    elif digits := parts.get("u"):
        yield int(digits)
        yield from (century + int(digits) for century in _RECENT if len(digits) == 2)
    elif digits := parts.get("z"):
        yield from (century + int(digits) for century in _RECENT)
    else:
        yield None


def _days(parts: Parts, language: str, second: str) -> Iterator[tuple[int | None, int | None]]:
    """Yield every month and day that the parts may mean; either may be left out."""
    if (a := parts.get(f"a{second}")) and (b := parts.get(f"b{second}")):
        yield from _in_order(int(a), int(b), language)
        return
    day = parts.get(f"d{second}")
    number = int(day) if day else _ordinal(parts.get(f"o{second}"), language)
    for month in _months(parts, language, second):
        if number is None or number in _DAYS:
            yield month, number


def _in_order(one: int, other: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield the month and the day of two numbers: in the language's order, or else in each that is possible."""
    orders = {True: (other, one), False: (one, other)}
    possible = {first: order for first, order in orders.items() if order[0] in _MONTHS and order[1] in _DAYS}
    settled = day_is_first(language)
    yield from [possible[settled]] if settled in possible else possible.values()


def _months(parts: Parts, language: str, second: str) -> Iterator[int | None]:
    name, other, roman = (parts.get(f"{part}{second}") for part in ("m", "n", "r"))
    if roman:
        yield roman_month(roman)
        return
    if name is None:
        yield None
        return
    names = month_names(language)
    month = names.get(name) or month_stems(language).get(name) or int(name)
    if month in _MONTHS and (other is None or names[other] == month):
        yield month


def _ordinal(words: str | None, language: str) -> int | None:
    return ordinal_words(language)[words] if words else None


def _century(parts: Parts, language: str, second: str) -> int | None:
    digits, roman, words = (parts.get(f"{part}{second}") for part in ("k", "x", "l"))
    if digits:
        return int(digits) or None
    return ROMAN[roman] if roman else _ordinal(words, language)


def _decades(base: StatedDate, parts: Parts, language: str) -> Iterator[StatedDate]:
    if words := parts.get("w"):
        century = _century(parts, language, "")
        yield replace(base, decade=decade_called(words, language) + (0 if century is None else (century - 1) * 100))
        return
    decade = int(parts["c"] or "1")
    if decade % 10 == 0:
        yield replace(base, decade=decade)
        # "The 1800s" may be either.
        if decade % 100 == 0 and decade:
            yield replace(base, century=decade)
