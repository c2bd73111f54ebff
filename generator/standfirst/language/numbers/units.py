"""How a language writes units: words, signs and abbreviations for per cent, money, lengths of time and measures."""

from __future__ import annotations

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

import regex
from babel import Locale
from babel.localedata import locale_identifiers
from babel.numbers import get_currency_name, get_currency_symbol, is_currency, list_currencies
from babel.units import format_unit

from standfirst.language.locale import code_of, has_spaces, locale
from standfirst.language.numbers.folding import WordTuple
from standfirst.language.numbers.stated_numbers import stated_numbers
from standfirst.language.numbers.vocabularies import alternatives, vocabulary
from standfirst.language.numbers.wording import PERCENT, percent_words
from standfirst.model.frozen_class import frozen

# A word or a sign that may be a unit, or part of one; "km²" is one.
UNIT_WORD = regex.compile(r"[^\s\p{Nd}\p{Cc}\p{Cf}.,;:!?()\[\]\"“”„«»<>*_…–—]+")
_INVISIBLE = regex.compile(r"\p{Cf}")
_MONEY = regex.compile(r"\p{Sc}")
_PARTING = regex.compile(r"['\p{Pd}]")
# Numbers of which CLDR has a currency's name in the singular and in each plural.
_COUNTS = (0, 1, 2, 5, 100)
# As CLDR calls them.
DURATIONS = tuple(f"duration-{each}" for each in ("second", "minute", "hour", "day", "week", "month", "year"))
# Inches are left out, because their sign "in" is a word.
MEASURES = (
    *(f"length-{each}" for each in ("millimeter", "centimeter", "meter", "kilometer", "foot", "mile", "nautical-mile")),
    *(f"area-{each}" for each in ("hectare", "square-meter", "square-kilometer", "acre", "square-mile")),
    *(f"volume-{each}" for each in ("liter", "gallon", "cubic-meter", "barrel")),
    *("mass-gram", "mass-kilogram", "mass-tonne", "temperature-celsius", "temperature-fahrenheit"),
    *("power-kilowatt", "power-megawatt", "power-gigawatt", "energy-kilowatt-hour"),
    *("speed-kilometer-per-hour", "speed-mile-per-hour", "speed-meter-per-second", "speed-knot"),
)
# What a letter means as a unit; behind a number in a text "m" may be millions.
LETTERS = MappingProxyType({"m": ("length-meter",), "g": ("mass-gram",), "t": ("mass-tonne",), "l": ("volume-liter",)})
_AMERICAN = MappingProxyType({"en": (Locale("en", "US"),)})
_DIGITS = regex.compile(r"\p{Nd}+")


@frozen
class Units:
    """How units are written `after` a number and `before` it, with the units that each of these may mean.

    `longest` is the most words that stand after a number. In an `unspaced` language no space parts a unit from the next
    word.
    """

    after: Mapping[WordTuple, tuple[str, ...]]
    before: Mapping[WordTuple, tuple[str, ...]]
    longest: int
    unspaced: bool


def units_of(units: Iterable[str], language: str) -> Units:
    """Return how a language writes units, each of which is a word, `percent` or an ISO 4217 code."""
    return _units_of(tuple(units), language)


@functools.lru_cache(maxsize=256)
def _units_of(units: tuple[str, ...], language: str) -> Units:
    after: defaultdict[WordTuple, list[str]] = defaultdict(list)
    before: defaultdict[WordTuple, list[str]] = defaultdict(list)
    for unit in filter(None, dict.fromkeys(units)):
        signs = _signs_before(unit, language)
        for found, wordings in ((before, signs), (after, _wordings(unit, language))):
            for words in dict.fromkeys(map(unit_words, wordings)):
                found[words].append(unit)
    return Units(
        after=MappingProxyType({words: tuple(meant) for words, meant in after.items() if words}),
        before=MappingProxyType({words: tuple(meant) for words, meant in before.items() if words}),
        longest=max(map(len, after), default=0),
        unspaced=not has_spaces(language),
    )


@functools.cache
def common_units(language: str) -> Units:
    """Return how a language writes the units that any text may have: per cent, money, lengths of time, measures."""
    return units_of((PERCENT, *sorted(list_currencies()), *DURATIONS, *MEASURES), language)


def common_meanings(unit: str, language: str) -> frozenset[str]:
    """Return the common units that a unit, as a writer wrote it, may mean: of "km" kilometres, of "dollars" several."""
    return frozenset((*common_units(language).after.get(unit_words(unit), ()), *LETTERS.get(unit, ())))


def unit_to_write(unit: str, language: str) -> str:
    """Return what to write for a unit that a writer gave as a sign or a name of per cent or of money; else "".

    For a sign that several currencies share, that is a description of what to write.
    """
    meant = common_meanings(unit, language)
    if meant == {PERCENT}:
        return "" if unit == PERCENT else PERCENT
    money = {each for each in meant if is_currency(each)}
    if is_currency(unit) or not money or not (_MONEY.search(unit) or unit.upper() in money):
        return ""
    return next(iter(money)) if len(money) == 1 else "the code of the currency, such as USD"


def is_measured(unit: str, language: str) -> bool:
    """Tell whether a unit is a common one, and so measures something rather than counts things."""
    return unit == PERCENT or is_currency(unit) or bool(common_meanings(unit, language))


def names_unit(texts: Sequence[str], unit: str, language: str) -> bool:
    """Tell whether texts have a word or a sign for per cent or a currency; any word of a name will do: "US dollars".

    A share such as two-thirds names per cent too. The answer is yes where it cannot be told: other units are words,
    which a text may put in another way, and some languages have no table of what money is called.
    """
    if unit != PERCENT and not is_currency(unit):
        return True
    if unit == PERCENT and any(
        each.share_of_all is not None for text in texts for each in stated_numbers(text, language)
    ):
        return True
    known = {
        word
        for wording in (*_wordings(unit, language), *_signs_at_home(unit, language))
        for word in unit_words(wording)
    }
    if unit != PERCENT and not vocabulary(code_of(language)).money:
        return True
    if not has_spaces(language):
        return any(word in folded_unit(text) for text in texts for word in known)
    found = {word for text in texts for each in unit_words(text) for word in (each, *_parts(each))}
    return not known.isdisjoint(found)


def _parts(word: str) -> Iterator[str]:
    """Yield the signs of money in a word, and its parts around apostrophes and dashes: "d'euros", "12-euro"."""
    yield from _MONEY.findall(word)
    yield from _PARTING.split(word)


# ---------------------------------------------------------------- how units are written


def _wordings(unit: str, language: str) -> tuple[str, ...]:
    """Return how a language writes a unit after a number."""
    if unit == PERCENT:
        return percent_words(language)
    if unit in (*DURATIONS, *MEASURES):
        lengths: tuple[Literal["long", "short"], ...] = ("long", "short") if unit in MEASURES else ("long",)
        # Whatever the country: metres and meters.
        locales = dict.fromkeys((locale(language), locale(code_of(language)), *_AMERICAN.get(code_of(language), ())))
        spoken = (
            format_unit(count, unit, length, locale=each) for each in locales for length in lengths for count in _COUNTS
        )
        # A sign of one letter may be millions or tonnes.
        return tuple(words for each in spoken if len(words := _DIGITS.sub("", each).strip()) > 1)
    if not is_currency(unit):
        return (unit,)
    names = [get_currency_name(unit, count, locale(language)) for count in _COUNTS]
    named = {part for name in names for word in unit_words(name) for part in word.split("-")}
    shared = (family for family in _names_of_several(language) if not named.isdisjoint(family))
    return (*names, *_signs(unit, language), *(form for family in shared for form in family))


@functools.cache
def _names_of_several(language: str) -> tuple[WordTuple, ...]:
    """Return the names that several currencies have, each in all its forms: "dollar", "dollars"."""
    families = vocabulary(code_of(language)).money.split(";")
    return tuple(tuple(word for way in alternatives(family) for word in unit_words(way)) for family in families)


def _signs_before(unit: str, language: str) -> tuple[str, ...]:
    """Return what stands for a unit before a number: a currency's signs, and per cent where a language has it there."""
    if unit == PERCENT:
        return ("%", "\u066a") if locale(language).percent_formats[None].pattern.startswith("%") else ()
    return _signs(unit, language) if is_currency(unit) else ()


def _signs(unit: str, language: str) -> tuple[str, ...]:
    """Return what stands for a currency before or after a number: "US$", "$", "USD"."""
    symbol = _INVISIBLE.sub("", get_currency_symbol(unit, locale(language)))
    return (unit, symbol, *_MONEY.findall(symbol))


def _signs_at_home(unit: str, language: str) -> tuple[str, ...]:
    """Return what a currency's own country, which its code begins with, writes for it in a language: "K" for kina."""
    tag = f"{code_of(language)}_{unit[:2]}"
    return _signs(unit, tag.replace("_", "-")) if is_currency(unit) and tag in _locales() else ()


@functools.cache
def _locales() -> frozenset[str]:
    return frozenset(locale_identifiers())


def unit_words(text: str) -> WordTuple:
    """Return the words and signs in a text, folded, of which units are made."""
    return tuple(UNIT_WORD.findall(folded_unit(text)))


def folded_unit(text: str) -> str:
    """Return a text as units are compared: in NFC, without case, with straight apostrophes."""
    return unicodedata.normalize("NFC", text).casefold().replace("’", "'")
