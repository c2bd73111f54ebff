"""Wording as it is compared: word by word, without case and without what stands between the words.

`characters` says what a word is. Folded words are in NFC, case folded, with one space between.
"""

from __future__ import annotations

import functools
import hashlib
from typing import NewType

import regex

from standfirst.language.characters import UNSPACED, in_one_case, normal, plain, simple_words, word_spans, words_of
from standfirst.model.frozen_class import frozen

FoldedWords = NewType("FoldedWords", str)
Digest = NewType("Digest", str)

FEWEST_WORDS = 3
WEIGHT = 4
_WEIGHTS = (
    (regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Yi}ー]"), 2),
    (regex.compile(UNSPACED, regex.V1), 1),
    (regex.compile(r"[\p{L}\p{M}\p{Nd}]"), WEIGHT),
)
_SIGN_BEFORE = regex.compile(r"[\p{Sc}±<>≤≥≈~−]")
_STROKE = "\N{FRACTION SLASH}"
_NUMBER = regex.compile(r"[−.]?\p{Nd}|\p{Sc}")
_SIGNS_BEHIND = frozenset("%‰‱°\u2032\u2033")
# 128 bits tell any two stretches of wording apart, and leave the lock readable.
_DIGEST_LENGTH = 32
DIGEST = regex.compile(rf"[0-9a-f]{{{_DIGEST_LENGTH}}}")


@frozen
class PlacedWord:
    """A word as it is compared, and where it stands in its text."""

    text: str
    start: int
    end: int


@functools.lru_cache(maxsize=2**16)
def weight(word: str) -> int:
    """Return how much a folded word counts, in parts of `WEIGHT`.

    In scripts without spaces each character is a word here, and counts less: about two make a word of Chinese or
    Japanese, about four one of Thai, Lao, Khmer or Burmese. A sign counts nothing: 50% is not two words.
    """
    if word.isascii():
        return WEIGHT if word.isalnum() or len(word) > 1 else 0
    return next((weighs for pattern, weighs in _WEIGHTS if pattern.search(word)), 0)


def is_one_number(word: str, following: str) -> bool:
    """Tell whether a folded word and the next are a number and its sign, between which no passage may end."""
    if following.isalpha():
        return False
    if _SIGN_BEFORE.fullmatch(word):
        return _NUMBER.match(following) is not None
    return word[-1:].isdigit() and (following in _SIGNS_BEHIND or _STROKE in following)


def count_of(folded: FoldedWords) -> int:
    """Return how many words a folded text has, as scripts with spaces count them."""
    return sum(map(weight, folded.split())) // WEIGHT


def fold(text: str) -> FoldedWords:
    """Return the words of a text as they are compared."""
    simple = simple_words(text)
    return FoldedWords(plain(" ".join(words_of(in_one_case(normal(text))))) if simple is None else simple)


def placed_words(text: str) -> tuple[PlacedWord, ...]:
    """Return the words of a normal text, as folding gives them, each with its place in it."""
    return tuple(PlacedWord(plain(in_one_case(text[start:end])), start, end) for start, end in word_spans(text))


def spans_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a normal text begin and end."""
    return tuple(word_spans(text))


def digest(text: str) -> Digest:
    """Return the digest by which the lock knows a text."""
    return Digest(hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH])
