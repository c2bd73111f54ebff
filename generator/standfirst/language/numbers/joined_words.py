"""Number words that are written together with others, or with an article or a preposition, as their parts."""

from __future__ import annotations

import functools
from typing import Final

from standfirst.language.numbers.folding import PREFIXED, WordTuple, fewest_pieces
from standfirst.language.numbers.lexicon import Lexicon, lexicon

# What Arabic and Hebrew write together with the word behind it: articles, prepositions, and both.
_PREFIXES: Final = (
    "",
    *("\u0627\u0644", "\u0628\u0627\u0644", "\u0644\u0644", "\u0641\u0627\u0644", "\u0643\u0627\u0644"),
    *("\u0628", "\u0644", "\u0641", "\u0643", "\u05d4", "\u05d1", "\u05dc"),
)
_LONGEST_TOGETHER: Final = 120


def pieces_of(text: str, words: Lexicon) -> WordTuple:
    """Return the number words that one word is made of; the word itself if it has any other part."""
    known, joiner = _known_words(words.code), PREFIXED.get(words.code, "")
    if text in known or len(text) > _LONGEST_TOGETHER:
        return (text,)
    if joiner and text.startswith(joiner) and (rest := _without_prefix(text[1:], known)):
        return joiner, rest
    if joiner and (rest := _without_prefix(text, known)):
        return (rest,)
    return (words.together and fewest_pieces(text, _pieces(words.code))) or (text,)


def _without_prefix(text: str, known: frozenset[str]) -> str:
    """Return a number word without the article and preposition written together with it; "" for other words."""
    rests = (text.removeprefix(prefix) for prefix in _PREFIXES if text.startswith(prefix))
    return next((rest for rest in rests if len(rest) > 2 and rest in known), "")


@functools.cache
def _known_words(code: str) -> frozenset[str]:
    """Return all words that are, or are part of, an entry of the lexicon."""
    words = lexicon(code)
    entries = {each_word for entry in (*words.numbers, *words.ordinals) for each_word in entry}
    return frozenset(entries | set(words.scales) | set(words.fractions) | set(words.short))


@functools.cache
def _pieces(code: str) -> frozenset[str]:
    """Return the words of which a language may make up one word for a number."""
    words = lexicon(code)
    numbers = {entry[0] for entry in words.numbers if len(entry) == 1}
    return frozenset(numbers | set(words.scales) | set(words.joiners) | set(words.fractions))
