"""The words that qualify a number in a site's language: at least, at most, about, more than, fewer than."""

from __future__ import annotations

import functools
import re
from types import MappingProxyType
from typing import Final

from generator.language import NP_, translations, without_arabic_marks
from generator.model import Qualifier, Quantity
from generator.numbers.stated import number_at_start

# Every wording that says as much, in one message for each, so that a language has as many as it needs.
_WORDS: Final = MappingProxyType(
    {
        Qualifier.AT_LEAST: NP_(
            "at-least",
            "at least|at the least|at a minimum|a minimum of|minimum|or more|and more|"
            "no fewer than|not fewer than|no less than|not less than",
        ),
        Qualifier.AT_MOST: NP_(
            "at-most",
            "at most|at the most|at a maximum|a maximum of|maximum|no more than|not more than|up to|"
            "as many as|as much as|or fewer|or less",
        ),
        Qualifier.ABOUT: NP_(
            "about",
            "about|around|approximately|roughly|some|circa|in the region of|an estimated|nearly|almost|close to",
        ),
        Qualifier.MORE_THAN: NP_("more-than", "more than|over|above|upwards of|in excess of|greater than"),
        Qualifier.FEWER_THAN: NP_("fewer-than", "fewer than|less than|under|below"),
    }
)
# In words a number may be as long as "one hundred and thirty-six thousand two hundred and one".
_LONGEST_NUMBER: Final = 10


def qualifier_words(qualifier: Qualifier, language: str) -> tuple[str, ...]:
    """Return the wordings that express a qualifier in a text: "at least", "no fewer than", "a minimum of" …"""
    translated = translations(language).pgettext(*_WORDS[qualifier])
    return tuple(translated.split("|"))


def qualifiers_in(text: str, language: str) -> frozenset[Qualifier]:
    """Return the qualifiers that a text expresses, longest wording first: "no more than" is at most, not more than."""
    wordings = _wordings(language)
    return frozenset(wordings[found.group()] for found in _pattern(language).finditer(_folded(text)))


def qualifiers_before(text: str, number: Quantity, language: str) -> frozenset[Qualifier]:
    """Return the qualifiers that stand in a text right before one of a quantity's numbers."""
    folded, ends = _folded(text), {abs(number.low), abs(number.high)}
    return frozenset(
        _wordings(language)[found.group()]
        for found in _pattern(language).finditer(folded)
        if (after := folded[found.end() :].split(maxsplit=_LONGEST_NUMBER))
        and number_at_start(" ".join(after[:_LONGEST_NUMBER]), language) in ends
    )


@functools.cache
def _wordings(language: str) -> dict[str, Qualifier]:
    return {_folded(words): qualifier for qualifier in Qualifier for words in qualifier_words(qualifier, language)}


@functools.cache
def _pattern(language: str) -> re.Pattern[str]:
    longest_first = sorted(_wordings(language), key=lambda words: (-len(words), words))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:(?<=’)|(?!\w))")


def _folded(text: str) -> str:
    return " ".join(without_arabic_marks(text).casefold().replace("'", "’").split())
