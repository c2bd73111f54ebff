"""Fractions: "half", "a quarter", "two-thirds", "½", "2/3", and what stands between them and their scale."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from standfirst.language.numbers.lexicon import Lexicon
from standfirst.language.numbers.lookup import entry_at
from standfirst.language.numbers.tokens import Token
from standfirst.model.frozen_class import frozen

_MOST_OF: Final = 3
# The largest number of parts that is written: "nineteen twentieths".
_MOST_COUNTED: Final = 20
_ONE: Final = Decimal(1)


@frozen
class StatedFraction:
    """A fraction, and the token after it; `exact` where no digits of it were left out."""

    value: Decimal
    end: int
    exact: bool


def fraction_at(tokens: Sequence[Token], start: int, words: Lexicon) -> StatedFraction | None:
    """Return the fraction that begins at a token, if one does: "half", "a quarter", "two-thirds", "½", "2/3"."""
    token = tokens[start]
    if token.fraction is not None:
        return StatedFraction(token.fraction, start + 1, exact=len(token.fraction.as_tuple().digits) < 10)
    count, position = _counted(tokens, start, words)
    if position >= len(tokens) or (position > start and not tokens[position].joined):
        return None
    part = words.fractions.get(tokens[position].word)
    # "Twenty-third" is no fraction, nor is the fourth of "three fourth".
    if part is None or (part * int(count) > 1 and part.denominator > 2):
        return None
    value = count * part.numerator / part.denominator
    return StatedFraction(value, position + 1, exact=100 % part.denominator == 0)


def _counted(tokens: Sequence[Token], start: int, words: Lexicon) -> tuple[Decimal, int]:
    """Return how many of a fraction there are, and where its word stands."""
    token = tokens[start]
    if token.word in words.articles:
        return _ONE, start + 1
    if token.number is not None and 0 < token.number <= _MOST_COUNTED and token.number == int(token.number):
        return token.number, start + 1
    entry = entry_at(tokens, start, words)
    count = words.numbers.get(entry, _ONE)
    is_count = entry and 0 < count <= _MOST_COUNTED and count == int(count)
    return (count, start + len(entry)) if is_count else (_ONE, start)


def past_of(tokens: Sequence[Token], end: int, words: Lexicon) -> int:
    """Return the token behind the "of a" that may stand between a fraction and its scale."""
    past = end
    while past < min(len(tokens), end + _MOST_OF) and tokens[past].joined and tokens[past].word in words.of:
        past += 1
    return past
