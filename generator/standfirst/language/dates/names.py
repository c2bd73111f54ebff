"""What the months, weekdays, eras and ordinals are called in a language, folded, by CLDR and by our own table."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from babel import Locale

from standfirst.language.dates.folding import folded
from standfirst.language.dates.ordinals import ROMAN
from standfirst.language.dates.vocabularies import vocabulary
from standfirst.language.locale import code_of, locale, with_own_names

# Locales whose names of months are read in all of a language, because its press is read across borders.
_OTHER_NAMES: Final = MappingProxyType({"ar": ("ar-LB", "ar-DZ", "ar-MA", "ar-MR"), "de": ("de-AT",), "es": ("es-PE",)})
_SHORTEST_STEM: Final = 3
_BEFORE_CHRIST, _ANNO_DOMINI = 0, 1


def locales(language: str) -> tuple[Locale, ...]:
    """Return a language's locale and those of its language elsewhere: British sites may have "April 15" too."""
    here = locale(language)
    return here, locale(here.language), with_own_names(Locale(here.language))


@functools.cache
def month_names(language: str) -> dict[str, int]:
    """Return the names of the months, folded, and their numbers from 1."""
    others = (locale(tag) for tag in _OTHER_NAMES.get(code_of(language), ()))
    wide = dict(_names((*locales(language), *others), "months", ("abbreviated", "wide")))
    narrow = dict(_names((locale(language),), "months", ("narrow",)))
    # The narrow names are Roman numerals in Mongolian; in most languages they are single letters, or numbers.
    return wide | (narrow if ROMAN.keys() >= narrow.keys() else {})


@functools.cache
def month_stems(language: str) -> dict[str, int]:
    """Return the stems of the months' names that stay when these are inflected, if no other month begins alike."""
    names = month_names(language)
    stems: dict[str, int] = {}
    for number in sorted(set(names.values())):
        own = [name for name, its_number in names.items() if its_number == number]
        for stem in {*own, *(_common(one, other) for one in own for other in own)}:
            others = (name for name, its_number in names.items() if its_number != number)
            if len(stem) >= _SHORTEST_STEM and not any(name.startswith(stem) for name in others):
                stems[stem] = number
    return stems


def _common(one: str, other: str) -> str:
    return one[
        : next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(one))
    ]


@functools.cache
def weekday_names(language: str) -> dict[str, int]:
    """Return the names of the weekdays, folded, and their numbers from Monday, which is 0."""
    return dict(_names(locales(language), "days", ("abbreviated", "wide")))


@functools.cache
def full_weekday_names(language: str) -> dict[str, int]:
    """Return the names of the weekdays, and no abbreviations: "sat" and "sun" are other words too."""
    return dict(_names(locales(language), "days", ("wide",)))


def _names(in_locales: tuple[Locale, ...], of: str, widths: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    for its_locale in in_locales:
        for use in ("format", "stand-alone"):
            for width in widths:
                for number, name in getattr(its_locale, of)[use][width].items():
                    yield folded(name).removesuffix("."), number


# ---------------------------------------------------------------- eras


@functools.cache
def before_christ(language: str) -> frozenset[str]:
    """Return the names of the years before 1."""
    return frozenset(_era(language, _BEFORE_CHRIST, vocabulary(language).before_christ))


@functools.cache
def anno_domini(language: str) -> frozenset[str]:
    """Return the names of the years from 1 on."""
    return frozenset(_era(language, _ANNO_DOMINI, vocabulary(language).anno_domini))


def _era(language: str, number: int, others: str) -> Iterator[str]:
    found = [its_locale.eras[width][number] for its_locale in locales(language) for width in ("abbreviated", "wide")]
    for name in (*found, *others.split("|")):
        plain = folded(name)
        for points, spaces in itertools.product((".", ""), (" ", "")):
            # An abbreviation is written with its points and the spaces behind them, or without.
            written = plain.replace(". ", f".{spaces}").replace(".", points)
            yield from filter(None, (written, written.removesuffix(".")))
