"""The number words of a language, as num2words writes them.

Whole numbers in words are read in the languages of which num2words writes nearly every form. Where number words
inflect for gender or case (Arabic, Russian, Spanish) parts of them would be read, which is worse than nothing: only
digits count there, with the words that multiply them ("3 mil"). In any other language digits count alone.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from num2words import num2words

Words = tuple[str, ...]

_IN_WORDS: Final = frozenset({"de", "en", "fr", "it", "nl"})
_BY_SCALES: Final = frozenset({"ar", "ca", "cs", "es", "fa", "he", "id", "pl", "pt", "ro", "ru", "sv", "uk"})
_SCALES = (10**3, 10**6, 10**9)
# Multiples that show every form that a number takes before a scale: `deux cents`, but `deux cent mille`.
_MULTIPLES = (*range(1, 10), *range(80, 1000, 100), *range(100, 1000, 100))
_SCALED: Final = MappingProxyType({scale * count: (scale, count) for scale in _SCALES for count in _MULTIPLES})
_ORDINALS = range(1, 101)

_JOINERS: Final = MappingProxyType({"en": "and", "fr": "et", "de": "und", "it": "e", "nl": "en"})
# What num2words does not write: how else the number one is written, and words for numbers of things.
_ONE: Final = MappingProxyType({"en": ("one", ("a", "an")), "fr": ("un", ("une",)), "nl": ("één", ("een",))})
_COUNTS: Final = MappingProxyType(
    {
        "de": {"tausend": 1000, "jahrzehnt": 10, "jahrzehnte": 10, "jahrhundert": 100, "jahrhunderte": 100},
        "en": {"dozen": 12, "decade": 10, "decades": 10, "century": 100, "centuries": 100},
        "fr": {
            **{"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30},
            **{"quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000},
            **{"dizaines": 10, "douzaines": 12, "centaines": 100, "milliers": 1000},
            **{"décennie": 10, "décennies": 10, "siècle": 100, "siècles": 100},
        },
        "it": {"mila": 1000},
        "nl": {"duizend": 1000},
    }
)
# What adds a half to the number before it: "two and a half million", "deux millions et demi".
_AND_A_HALF: Final = MappingProxyType(
    {
        "en": ("and a half",),
        "es": ("y medio", "y media"),
        "fr": ("et demi", "et demie"),
        "it": ("e mezzo", "e mezza"),
        "nl": ("en een half", "en een halve"),
        "pt": ("e meio", "e meia"),
    }
)
_HALF: Final = MappingProxyType({"en": (("half", "a"),)})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language: for numbers, for what multiplies a number before it or adds a half, and for ordinals.

    Words are as `words_of` gives them. A number that ends with a scale may go on, after `joiner` or without it, with a
    smaller one. `longest` is the number of words in the longest entry.
    """

    numbers: MappingProxyType[Words, Decimal]
    scales: MappingProxyType[str, Decimal]
    halves: frozenset[Words]
    ordinals: frozenset[Words]
    joiner: str
    longest: int


def is_read_in_words(code: str) -> bool:
    """Tell whether whole numbers in words are read in a language, which is given without its region."""
    return code in _IN_WORDS


def words_of(text: str) -> Words:
    """Return the words of a text that has no digits in it, as the lexicon has them."""
    return tuple(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).casefold()))


@functools.cache
def lexicon(language: str) -> Lexicon:
    """Return the number words of a BCP 47 tag's language; none where they cannot be read safely."""
    code = language.partition("-")[0].lower()
    numbers = _numbers(code) if code in _IN_WORDS else {}
    spoken = _ORDINALS if code in _IN_WORDS else ()
    ordinals = frozenset(words_of(num2words(number, lang=code, to="ordinal")) for number in spoken)
    scales = _scales(code) if code in _IN_WORDS | _BY_SCALES else {}
    return Lexicon(
        numbers=MappingProxyType(numbers),
        scales=MappingProxyType({word: Decimal(scale) for word, scale in scales.items()}),
        halves=frozenset(map(words_of, _AND_A_HALF.get(code, ()))),
        ordinals=ordinals,
        joiner=_JOINERS.get(code, ""),
        longest=max(map(len, (*numbers, *ordinals)), default=0),
    )


def _scales(code: str) -> dict[str, int]:
    scales = dict(_COUNTS.get(code, {}))
    for number, (scale, _) in _SCALED.items():
        words = words_of(num2words(number, lang=code))
        # Spanish ends its thousand millions with `millones` too: the smaller comes first, and is right.
        if words[1:]:
            scales.setdefault(words[-1], scale)
    return scales


def _numbers(code: str) -> dict[Words, Decimal]:
    said = {number: words_of(num2words(number, lang=code)) for number in (*range(1000), *_SCALED)}
    # In some languages a number of thousands is one word, and `mille` alone is a thousand.
    numbers = {words: number for number, words in said.items() if number < 1000 or not words[1:]}
    numbers |= {said[number][:-1]: count for number, (_, count) in _SCALED.items() if said[number][1:]}
    every = _without_joiner(_with_other_ones(numbers, code), _JOINERS[code])
    halves = {words: Decimal("0.5") for words in _HALF.get(code, ())}
    return {words: Decimal(number) for words, number in every.items()} | halves


def _with_other_ones(numbers: dict[Words, int], code: str) -> dict[Words, int]:
    """Return numbers with each that begins or ends with a one in its other forms too: `a hundred`, `vingt et une`."""
    one, others = _ONE.get(code, ("", ()))
    more = {(other, *words[1:]): number for words, number in numbers.items() if words[0] == one for other in others}
    more |= {(*words[:-1], other): number for words, number in numbers.items() if words[-1] == one for other in others}
    return more | numbers


def _without_joiner(numbers: dict[Words, int], joiner: str) -> dict[Words, int]:
    return {tuple(word for word in words if word != joiner): number for words, number in numbers.items()} | numbers
