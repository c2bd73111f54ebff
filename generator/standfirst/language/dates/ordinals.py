"""Ordinal numbers as centuries and days have them: in words, by ICU's rules, and in Roman numerals."""

from __future__ import annotations

import functools
from typing import Final

import icu

from standfirst.language.dates.folding import folded

# As many as a month has days; no century that is written about is later.
_MOST: Final = 31
_ONES: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_TENS: Final = ("", "x", "xx", "xxx")
# By folded Roman numeral.
ROMAN: Final = {_TENS[number // 10] + _ONES[number % 10]: number for number in range(1, _MOST + 1)}


@functools.cache
def ordinal_words(language: str) -> dict[str, int]:
    """Return the ordinals of a language in words, folded, in every gender and case that ICU has rules for."""
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale.forLanguageTag(language))
    found: dict[str, int] = {}
    for name in map(rules.getRuleSetName, range(rules.getNumberOfRuleSetNames())):
        if "ordinal" in name:
            rules.setDefaultRuleSet(name)
            found |= {words: number for number in range(1, _MOST + 1) for words in _written(rules.format(number))}
    return {words: number for words, number in found.items() if not words[:1].isdigit()}


def _written(spelt: str) -> tuple[str, ...]:
    """Return the ways to write an ordinal that ICU spells, which joins parts of words with soft hyphens."""
    words = folded(spelt.replace("\u00ad", ""))
    # Of the Arabic tens ICU has one case of two.
    return words, words.replace("-", " "), words.replace("\u0648\u0646", "\u064a\u0646")
