"""The words that qualify a number in a site's language: at least, at most, about, more than, fewer than."""

from __future__ import annotations

import functools
import re
from types import MappingProxyType
from typing import Final

from standfirst.language.locale import NP_, code_of, has_catalogue, translations, without_arabic_marks
from standfirst.language.numbers.agreement import begins_with
from standfirst.language.numbers.stated_numbers import number_at_start, stated_numbers
from standfirst.language.numbers.vocabularies import alternatives, vocabulary
from standfirst.model import Qualifier, Quantity

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
_LONGEST_NUMBER: Final = 100
_GOES_ON: Final = re.compile(r" ?\w")


def qualifier_words(qualifier: Qualifier, language: str) -> tuple[str, ...]:
    """Return the wordings that express a qualifier in a text: "at least", "no fewer than", "a minimum of" …"""
    translated = translations(language).pgettext(*_WORDS[qualifier])
    return tuple(dict.fromkeys((*alternatives(translated), *alternatives(_besides(qualifier, language)))))


def _besides(qualifier: Qualifier, language: str) -> str:
    table = vocabulary(code_of(language))
    match qualifier:
        case Qualifier.AT_LEAST:
            return table.at_least
        case Qualifier.AT_MOST:
            return table.at_most
        case Qualifier.ABOUT:
            return table.about
        case Qualifier.MORE_THAN:
            return table.more_than
        case Qualifier.FEWER_THAN:
            return table.fewer_than


def knows_qualifiers(language: str) -> bool:
    """Tell whether the wordings of qualifiers are known in a language, so that a missing one can be noticed."""
    return has_catalogue(language) or bool(vocabulary(code_of(language)).at_least)


def qualifiers_in(text: str, language: str) -> frozenset[Qualifier]:
    """Return the qualifiers that a text expresses, longest wording first: "no more than" is at most, not more than."""
    wordings = _wordings(language)
    return frozenset(wordings[found.group()] for found in _pattern(language).finditer(_folded(text)))


def qualifiers_before(text: str, number: Quantity, language: str) -> frozenset[Qualifier]:
    """Return the qualifiers that stand in a text right before one of a quantity's numbers."""
    folded = _folded(text)
    return frozenset(
        _wordings(language)[found.group()]
        for found in _pattern(language).finditer(folded)
        if begins_with(folded[found.end() : found.end() + _LONGEST_NUMBER].lstrip(), number, language)
    )


def qualifiers_behind(text: str, language: str, *, sure: bool = False) -> frozenset[Qualifier]:
    """Return the qualifier at the start of the text behind a number, or one word later: "or more", "people or more".

    A qualifier right before another number qualifies that one: "men and at least 40 women". With `sure` only those
    count that can qualify nothing else: "or more", or "at least" at the end of a clause.
    """
    folded = _folded(text)
    found = _pattern_behind(language).match(folded)
    if not found or number_at_start(folded[found.end() :].lstrip(), language):
        return frozenset()
    if sure and found["perhaps"] and _GOES_ON.match(folded, found.end()):
        return frozenset()
    return frozenset({_wordings(language)[found["words"] or found["perhaps"]]})


def foreign_qualifiers(text: str, number: Quantity, qualifier: Qualifier | None, language: str) -> frozenset[Qualifier]:
    """Return the qualifiers right before a quantity's numbers that are not the quantity's own.

    The ends of a range are bounds themselves: "at least 142 and at most 161" agrees with 142 to 161.
    """
    if number.low == number.high:
        return qualifiers_before(text, number, language) - {qualifier}
    low, high = (Quantity(end, end) for end in (number.low, number.high))
    below = qualifiers_before(text, low, language) - {qualifier, Qualifier.AT_LEAST}
    return below | (qualifiers_before(text, high, language) - {qualifier, Qualifier.AT_MOST})


def foreign_qualifiers_before_first(
    text: str, number: Quantity, qualifier: Qualifier | None, language: str
) -> frozenset[Qualifier]:
    """Return the qualifiers before the first number in a text that is a quantity's, if they are not its own."""
    bounds = (Qualifier.AT_LEAST, Qualifier.AT_MOST) if number.low != number.high else ()
    begins = 0
    for stated in stated_numbers(text, language):
        if stated.states(number.low) or stated.states(number.high):
            return qualifiers_in(text[begins : stated.start], language) - {qualifier, *bounds}
        begins = stated.end
    return frozenset()


def after_last_number(text: str, language: str) -> str:
    """Return the text behind the last number of a text; all of it if it has none."""
    last = next(reversed(stated_numbers(text, language)), None)
    return text[last.end :] if last else text


@functools.cache
def _wordings(language: str) -> dict[str, Qualifier]:
    return {_folded(words): qualifier for qualifier in Qualifier for words in qualifier_words(qualifier, language)}


@functools.cache
def _pattern(language: str) -> re.Pattern[str]:
    longest_first = sorted(_wordings(language), key=lambda words: (-len(words), words))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:(?<=[’.])|(?!\w))")


@functools.cache
def _pattern_behind(language: str) -> re.Pattern[str]:
    only, _, perhaps = vocabulary(code_of(language)).behind.partition(";")
    words = rf"(?P<words>{_one_of(only, language)})|(?P<perhaps>{_one_of(perhaps, language)})"
    return re.compile(rf"(?:[^\W\d_]+\b ?)??,? ?\b(?:{words})(?!\w)")


def _one_of(words: str, language: str) -> str:
    known = [each for each in map(_folded, alternatives(words)) if each in _wordings(language)]
    return "|".join(map(re.escape, sorted(known, key=len, reverse=True))) or r"(?!)"


def _folded(text: str) -> str:
    return " ".join(without_arabic_marks(text).casefold().replace("'", "’").split())
