"""Shares that a number has beside it: "one person in five", "三分之二", "3割"; and "jeder Fünfte"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from standfirst.language.numbers.lexicon import Lexicon
from standfirst.language.numbers.tokens import Token

_MOST: Final = 1000
_TEN: Final = Decimal(10)


def share_at(tokens: Sequence[Token], start: int, end: int, value: Decimal, words: Lexicon) -> Decimal | None:
    """Return the share that the number from one token to another is, or is part of; None where it is neither.

    It may be a plain number as well: "two people in five" may go on with "days".
    """
    if words.tenths and end < len(tokens) and tokens[end].word.startswith(words.tenths) and 0 < value < _TEN:
        return value / _TEN
    if start > 1 and tokens[start - 1].word in words.parts_of and 0 < value < (of := _number(tokens[start - 2], words)):
        return value / of
    return _of_so_many(tokens, start, value, words)


def is_every(tokens: Sequence[Token], start: int, words: Lexicon) -> bool:
    """Tell whether the ordinal that begins at a token stands behind an "every": "jeder Fünfte", every fifth."""
    return start > 0 and tokens[start].joined and tokens[start - 1].word in words.every


def _of_so_many(tokens: Sequence[Token], start: int, value: Decimal, words: Lexicon) -> Decimal | None:
    """Return the share of a few things among so many: "one person in five", where the number is the five."""
    for phrase in words.ratios:
        few = start - len(phrase) - 2
        between = tokens[max(0, few + 1) : start]
        is_between = tuple(token.word for token in between[1:]) == phrase and bool(between[0].word)
        if few >= 0 and is_between and all(token.joined for token in (*between, tokens[start])) and value <= _MOST:
            number = _number(tokens[few], words)
            return number / value if 0 < number < value and not _number(between[0], words) else None
    return None


def _number(token: Token, words: Lexicon) -> Decimal:
    """Return the number that a token is by itself, or 0."""
    if token.number is not None:
        return token.number
    return words.numbers.get((token.word,)) or words.scales.get(token.word) or Decimal(0)
