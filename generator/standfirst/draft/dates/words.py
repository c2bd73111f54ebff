"""The words that English news tells time with: pieces of expressions, with what they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from standfirst.draft.dates.meanings import Grain, Toward
from standfirst.language.numbers import numbers_in

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
SEASONS: Final = MappingProxyType(
    {"spring": 21, "springtime": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}
)
ORDINALS: Final = MappingProxyType(
    {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
)
# ISO 8601 writes what is shorter than a day behind a T.
UNITS: Final = MappingProxyType(
    {
        "second": ("T", 1, "S"),
        "minute": ("T", 1, "M"),
        "hour": ("T", 1, "H"),
        "day": ("", 1, "D"),
        "night": ("", 1, "D"),
        "weekend": ("", 2, "D"),
        "week": ("", 1, "W"),
        "fortnight": ("", 2, "W"),
        "month": ("", 1, "M"),
        "quarter": ("", 3, "M"),
        "year": ("", 1, "Y"),
        "decade": ("", 10, "Y"),
        "century": ("", 100, "Y"),
    }
)
GRAINS: Final = MappingProxyType(
    {
        **{grain.value: grain for grain in Grain},
        **dict.fromkeys(("night", "morning", "afternoon", "evening"), Grain.DAY),
        "fortnight": Grain.WEEK,
    }
)
TOWARD: Final = MappingProxyType(
    {
        **dict.fromkeys(("last", "past", "this past", "previous", "the previous", "the past"), Toward.LAST),
        **dict.fromkeys(("this", "current", "the current"), Toward.THIS),
        **dict.fromkeys(("next", "coming", "this coming", "the coming", "upcoming", "the following"), Toward.NEXT),
    }
)
# So many of a smaller unit make one: a half of it is so written.
_SMALLER: Final = MappingProxyType(
    {
        ("", "Y"): (12, "", "M"),
        ("", "D"): (24, "T", "H"),
        ("T", "H"): (60, "T", "M"),
        ("T", "M"): (60, "T", "S"),
    }
)
_FEW: Final = MappingProxyType(
    {
        **dict.fromkeys(("a", "an", "one", "a single"), Decimal(1)),
        **dict.fromkeys(("a couple of", "couple of", "a pair of"), Decimal(2)),
        **dict.fromkeys(("half a", "half an", "a half", "half", "one-half"), Decimal("0.5")),
        **dict.fromkeys(("a quarter of a", "a quarter", "quarter of a", "quarter of an", "quarter"), Decimal("0.25")),
        **dict.fromkeys(("three-quarters of a", "three-quarters of an", "three quarters of an"), Decimal("0.75")),
        **dict.fromkeys(("a half-dozen", "half a dozen", "half-dozen"), Decimal(6)),
        **dict.fromkeys(("a dozen", "dozen"), Decimal(12)),
    }
)

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = f"(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES}|hundred|thousand)"
# A number as lengths of time have it, in digits or in words.
NUMBER: Final = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}})(?:\.\d{{1,2}})?(?:[ -]1/2|½)?"
    rf"|{_WORD}(?: (?:and )?{_WORD}){{0,3}})(?: and (?:a|one)[ -]half)?"
)
FEW: Final = "|".join(sorted(_FEW, key=len, reverse=True))
UNIT: Final = "second|minute|hour|day|night|week|fortnight|month|year|decade|centur(?:y|ie)"
TEENS_AND_TENS: Final = rf"(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}"


def one_of(words: Iterable[str]) -> str:
    """Return the expression of any of some words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def count_in(words: str) -> Decimal | None:
    """Return the number that words before a unit state: 2.5 for "two and a half"; None where it cannot be told."""
    plain = " ".join(words.lower().split())
    if plain in _FEW:
        return _FEW[plain]
    for ending in (" and a half", " and one-half", "-1/2", " 1/2", "½", " and a-half"):
        if plain.endswith(ending):
            whole = count_in(plain.removesuffix(ending))
            return None if whole is None else whole + Decimal("0.5")
    return next(iter(numbers_in(plain, "en")), None)


def length_of(count: Decimal, unit: str) -> str:
    """Return so many of a unit as ISO 8601 writes it: `P2Y`, `PT48H`, `P18M`; halves are of the next smaller unit."""
    time, times, letter = UNITS[unit.replace("centurie", "century")]
    number = count * times
    whole, part = int(number), number - int(number)
    if part and (smaller := _SMALLER.get((time, letter))):
        factor, smaller_time, smaller_letter = smaller
        rest = f"{smaller_time if smaller_time != time else ''}{(part * factor).normalize():f}{smaller_letter}"
        return (
            f"P{time}{whole}{letter}{rest}"
            if whole
            else f"P{smaller_time}{(part * factor).normalize():f}{smaller_letter}"
        )
    return f"P{time}{number.normalize():f}{letter}"
