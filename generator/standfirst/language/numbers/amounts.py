"""Numbers in digits that stand with a unit in a running text: "213 people", "0.5 per cent", "US$5,000"."""

from __future__ import annotations

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import regex
from babel import Locale
from babel.localedata import locale_identifiers
from babel.numbers import get_currency_name, get_currency_symbol, is_currency, list_currencies
from babel.units import format_unit

from standfirst.language.locale import code_of, has_spaces, locale
from standfirst.language.numbers.agreement import pairs_in
from standfirst.language.numbers.lexicon import WordTuple, folded_word
from standfirst.language.numbers.stated_numbers import NumberKind, StatedNumber, stated_numbers
from standfirst.language.numbers.vocabularies import alternatives, vocabulary
from standfirst.language.numbers.wording import PERCENT, percent_words
from standfirst.model import Quantity

_SPACE = r"[\s\p{Cf}]*"
# A word or a sign that may be a unit, or part of one; "km²" is one.
_WORD = regex.compile(r"[^\s\p{Nd}\p{Cc}\p{Cf}.,;:!?()\[\]\"“”„«»<>*_…–—]+")
_NEXT = regex.compile(rf"{_SPACE}(?P<word>{_WORD.pattern})")
_BEFORE = regex.compile(rf"(?P<sign>[\p{{L}}\p{{Sc}}%\u066a]+){_SPACE}$")
_INVISIBLE = regex.compile(r"\p{Cf}")
_SCALE = regex.compile(r"\p{L}+$")
# Behind "5 m", "5 m²" and "5 m/s" are other units.
_GOES_ON = regex.compile(r"[\p{No}/]")
_MONEY = regex.compile(r"\p{Sc}")
_PARTING = regex.compile(r"['\p{Pd}]")
# Between the two numbers of a range, whose sign may be written twice: "5%–7%", "US$5–US$6".
_SIGN = r"(?:\p{L}{0,3}\p{Sc}\p{L}{0,3}|[%\u066a])?"
_DASH = regex.compile(rf"{_SPACE}{_SIGN}{_SPACE}[-–—]{_SPACE}{_SIGN}{_SPACE}")
_LONGEST_SIGN = 8
_LONGEST_UNIT = 40
_MOST_AFTER = 4
# Numbers of which CLDR has a currency's name in the singular and in each plural.
_COUNTS = (0, 1, 2, 5, 100)
# As CLDR calls them.
DURATIONS = tuple(f"duration-{each}" for each in ("second", "minute", "hour", "day", "week", "month", "year"))
# None of which the sign is a word: "in" is an inch.
MEASURES = (
    *(f"length-{each}" for each in ("millimeter", "centimeter", "meter", "kilometer", "foot", "mile", "nautical-mile")),
    *(f"area-{each}" for each in ("hectare", "square-meter", "square-kilometer", "acre", "square-mile")),
    *(f"volume-{each}" for each in ("liter", "gallon", "cubic-meter", "barrel")),
    *("mass-gram", "mass-kilogram", "mass-tonne", "temperature-celsius", "temperature-fahrenheit"),
    *("power-kilowatt", "power-megawatt", "power-gigawatt", "energy-kilowatt-hour"),
    *("speed-kilometer-per-hour", "speed-mile-per-hour", "speed-meter-per-second", "speed-knot"),
)
# What a letter is where it stands as a unit; in a text it may be millions.
_LETTERS = MappingProxyType({"m": ("length-meter",), "g": ("mass-gram",), "t": ("mass-tonne",), "l": ("volume-liter",)})
_AMERICAN = MappingProxyType({"en": (Locale("en", "US"),)})
_DIGITS = regex.compile(r"\p{Nd}+")


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """A number, or two with a dash between them, that a text states with its unit from one offset to another.

    Of a sign like "$" there may be several `units` that it can mean. The sign of a number is left to the words: of
    "fell by 3 per cent" the number is 3.
    """

    start: int
    end: int
    quantity: Quantity
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Units:
    """What may stand after a number and before it, and the units that this may mean; `longest` counts words.

    Those of an `unspaced` language have no space between them and the next word.
    """

    after: Mapping[WordTuple, tuple[str, ...]]
    before: Mapping[WordTuple, tuple[str, ...]]
    longest: int
    unspaced: bool


def units_of(units: Iterable[str], language: str) -> Units:
    """Return how units, each a word, `percent` or an ISO 4217 code, are written in a language."""
    return _units_of(tuple(units), language)


@functools.lru_cache(maxsize=256)
def _units_of(units: tuple[str, ...], language: str) -> Units:
    after: defaultdict[WordTuple, list[str]] = defaultdict(list)
    before: defaultdict[WordTuple, list[str]] = defaultdict(list)
    for unit in filter(None, dict.fromkeys(units)):
        signs = _signs_before(unit, language)
        for found, wordings in ((before, signs), (after, _wordings(unit, language))):
            for words in dict.fromkeys(map(_words, wordings)):
                found[words].append(unit)
    return Units(
        after=MappingProxyType({words: tuple(meant) for words, meant in after.items() if words}),
        before=MappingProxyType({words: tuple(meant) for words, meant in before.items() if words}),
        longest=max(map(len, after), default=0),
        unspaced=not has_spaces(language),
    )


@functools.cache
def common_units(language: str) -> Units:
    """Return the units that a number is told apart by in any text: per cent, currencies, lengths of time, measures."""
    return units_of((PERCENT, *sorted(list_currencies()), *DURATIONS, *MEASURES), language)


def another_unit(text: str, quantity: Quantity, unit: str, language: str) -> str:
    """Return the stretch of a text that states a quantity with a common unit which is not its own; else nothing.

    A length of time is another unit only of what is a length of time itself ("213 people in 40 days"), a measure of
    that and of another measure.
    """
    common = common_units(language)
    own = {unit, *common_meanings(unit, language)}
    times, measured = not own.isdisjoint(DURATIONS), not own.isdisjoint(MEASURES)
    passed_over = () if times else DURATIONS if measured else (*DURATIONS, *MEASURES)
    for found in amounts_in(text, common, language):
        meant = set(found.units).difference(passed_over)
        if meant and own.isdisjoint(meant) and is_stated_by(found, quantity):
            return text[found.start : found.end].strip()
    return ""


def common_meanings(unit: str, language: str) -> frozenset[str]:
    """Return the common units that a unit, as a writer wrote it, may mean: of "km" kilometres, of "dollars" several."""
    return frozenset((*common_units(language).after.get(_words(unit), ()), *_LETTERS.get(unit, ())))


def unit_meant(unit: str, language: str) -> str:
    """Return how per cent or a currency is written as a unit that is written with its sign, or otherwise; else nothing.

    Of a sign that several currencies have, it is what to write in general.
    """
    meant = common_meanings(unit, language)
    if meant == {PERCENT}:
        return "" if unit == PERCENT else PERCENT
    money = {each for each in meant if is_currency(each)}
    if is_currency(unit) or not money or not (_MONEY.search(unit) or unit.upper() in money):
        return ""
    return next(iter(money)) if len(money) == 1 else "the code of the currency, such as USD"


def is_measured(unit: str, language: str) -> bool:
    """Tell whether a unit is one of the common ones, so that nothing that is counted has it."""
    return unit == PERCENT or is_currency(unit) or bool(common_meanings(unit, language))


def states_another(text: str, quantity: Quantity, unit: str, language: str) -> bool:
    """Tell whether a text has, in a quantity's own unit or joined to its number, one that is not its: "213 or 4"."""
    ends = (quantity.low, quantity.high)
    for pair in pairs_in(text, language):
        stated = [any(each.states(end) for end in ends) for each in pair]
        if any(stated) and not all(stated):
            return True
    sizes = {abs(end) for end in ends}
    amounts = amounts_in(text, units_of([unit], language), language)
    return any(not {found.quantity.low, found.quantity.high} <= sizes for found in amounts)


def is_stated_by(found: FoundAmount, quantity: Quantity) -> bool:
    """Tell whether an amount is one of a quantity's ends."""
    return not {abs(quantity.low), abs(quantity.high)}.isdisjoint((found.quantity.low, found.quantity.high))


def amounts_in(text: str, units: Units, language: str, *, in_words: bool = False) -> Iterator[FoundAmount]:
    """Yield every number in digits that has one of the units beside it, and on demand every number in words too."""
    before: StatedNumber | None = None
    for number in stated_numbers(text, language):
        if number.kind is NumberKind.NUMBER and number.sure and (in_words or not number.in_words):
            joined = before and _DASH.fullmatch(text, before.end, number.start)
            if found := _amount(text, before if before and joined else number, number, units):
                yield found
            before = number


def _amount(text: str, first: StatedNumber, last: StatedNumber, units: Units) -> FoundAmount | None:
    """Return the amount of a number, or of the first and last of a range, if it has a unit."""
    # Of "5–10 million" the first is 5 million.
    low, high = first.values[-1 if last.scale > first.scale else 0], last.values[0]
    quantity, words = Quantity(abs(low), abs(high)), _words_after(text, last.end, units.longest)
    sign = _BEFORE.search(text[max(0, first.start - _LONGEST_SIGN) : first.start])
    if sign and (meant := units.before.get(_words(sign["sign"]))):
        return FoundAmount(first.start - len(sign[0]), last.end, quantity, meant)
    for length in range(min(len(words), units.longest), 0, -1):
        if meant := units.after.get(tuple(word for word, _ in words[:length])):
            return FoundAmount(first.start, words[length - 1][1], quantity, meant)
    if measured := _measured(text, first, last, units):
        return measured
    end, meant = _written_to(text, last.end, units) if units.unspaced else (0, ())
    return FoundAmount(first.start, end, quantity, meant) if meant else None


def _measured(text: str, first: StatedNumber, last: StatedNumber, units: Units) -> FoundAmount | None:
    """Return the amount of a number whose scale may be a unit of measurement instead: "5 mm", "5 m"."""
    scale = _SCALE.search(text, last.start, last.end)
    meant = units.after.get(_words(scale[0]), ()) or _LETTERS.get(scale[0], ()) if scale else ()
    if not meant or len(last.values) == 1 or _GOES_ON.match(text, last.end):
        return None
    return FoundAmount(first.start, last.end, Quantity(*(min(map(abs, each.values)) for each in (first, last))), meant)


def _written_to(text: str, position: int, units: Units) -> tuple[int, tuple[str, ...]]:
    """Return where the longest unit ends that stands behind a number and before other letters, and what it may mean."""
    start = position + len(text[position : position + 1]) if text[position : position + 1].isspace() else position
    following = _folded(text[start : start + _LONGEST_UNIT])
    found = max((each for each in units.after if following.startswith("".join(each))), key=_length, default=())
    return start + _length(found), units.after.get(found, ())


def _length(words: WordTuple) -> int:
    return sum(map(len, words))


def words_after(text: str, position: int, language: str) -> tuple[tuple[str, int], ...]:
    """Return the few words that follow a place with nothing but spaces between, and where each ends."""
    return tuple((folded_word(each, code_of(language)), end) for each, end in _words_after(text, position, _MOST_AFTER))


def _words_after(text: str, position: int, most: int) -> list[tuple[str, int]]:
    """Return the words that follow a place with nothing but spaces between, and where each ends."""
    words: list[tuple[str, int]] = []
    while len(words) < most and (found := _NEXT.match(text, position)):
        position = found.end()
        words.append((_folded(found["word"]), position))
    return words


def names_unit(texts: Sequence[str], unit: str, language: str) -> bool:
    """Tell whether texts have a word or a sign for per cent or a currency: of its name, "US dollars", any word will do.

    Other units are words, which a text may put in another way; and a share of something is so many per cent. What money
    is called in a language that has no table of it cannot be judged.
    """
    if unit != PERCENT and not is_currency(unit):
        return True
    if unit == PERCENT and any(
        each.share_of_all is not None for text in texts for each in stated_numbers(text, language)
    ):
        return True
    known = {
        word for wording in (*_wordings(unit, language), *_signs_at_home(unit, language)) for word in _words(wording)
    }
    if unit != PERCENT and not vocabulary(code_of(language)).money:
        return True
    if not has_spaces(language):
        return any(word in _folded(text) for text in texts for word in known)
    found = {word for text in texts for each in _words(text) for word in (each, *_parts(each))}
    return not known.isdisjoint(found)


def _parts(word: str) -> Iterator[str]:
    """Yield the signs of money in a word, and what marks part it: French "d'euros", English "12-euro"."""
    yield from _MONEY.findall(word)
    yield from _PARTING.split(word)


# ---------------------------------------------------------------- how units are written


def _wordings(unit: str, language: str) -> tuple[str, ...]:
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
    named = {part for name in names for word in _words(name) for part in word.split("-")}
    shared = (family for family in _names_of_several(language) if not named.isdisjoint(family))
    return (*names, *_signs(unit, language), *(form for family in shared for form in family))


@functools.cache
def _names_of_several(language: str) -> tuple[WordTuple, ...]:
    """Return the names that several currencies have, each in all its forms: "dollar", "dollars"."""
    families = vocabulary(code_of(language)).money.split(";")
    return tuple(tuple(word for way in alternatives(family) for word in _words(way)) for family in families)


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


def _words(text: str) -> WordTuple:
    return tuple(_WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().replace("’", "'")
