"""Tokens looked up in the lexicon: the entry, scale, joiner or phrase that begins at one of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice
from typing import Final

from standfirst.language.numbers.folding import WordTuple, entry_words
from standfirst.language.numbers.lexicon import Lexicon
from standfirst.language.numbers.tokens import Token

_MOST_SCALES: Final = 4


def entry_at(tokens: Sequence[Token], start: int, words: Lexicon, *, ordinals: bool = False) -> WordTuple:
    """Return the longest number that begins at a token, or with `ordinals` the longest ordinal; () where none does."""
    run: list[str] = []
    for token in tokens[start : start + words.longest]:
        if not token.word or (run and not token.joined):
            break
        run.append(token.word)
    entries = (tuple(run[:length]) for length in range(len(run), 0, -1))
    if ordinals:
        return next((entry for entry in entries if entry in words.ordinals), ())
    return next((entry for entry in entries if entry in words.numbers and entry not in words.ordinals), ())


def scale_at(tokens: Sequence[Token], position: int, words: Lexicon) -> Decimal | None:
    """Return what a token multiplies the number before it by, if it does."""
    if position >= len(tokens) or not tokens[position].joined:
        return None
    token, before = tokens[position], tokens[position - 1]
    in_digits = before.number is not None or before.fraction is not None
    return words.scales.get(token.word) or (words.short.get(token.word) if in_digits else None)


def scales_at(tokens: Sequence[Token], position: int, words: Lexicon) -> tuple[Decimal, int]:
    """Return the product of the scales that stand one behind the other, and the token after them."""
    total, end = Decimal(1), position
    while end < position + _MOST_SCALES and (scale := scale_at(tokens, end, words)):
        total, end = total * scale, end + 1
    return total, end


def scale_of_unit(unit: str, words: Lexicon) -> Decimal:
    """Return what the first words of a unit multiply its number by: 1,000,000 in "million years", else 1."""
    scale = Decimal(1)
    for each in islice(entry_words(unit, words.code), _MOST_SCALES):
        if each not in words.scales:
            break
        scale *= words.scales[each]
    return scale


def past_joiner(tokens: Sequence[Token], end: int, words: Lexicon) -> int:
    """Return the token behind an "and" that joins the parts of a number; where none stands there, the same token."""
    joins = end < len(tokens) and tokens[end].joined and tokens[end].word in words.joiners
    return end + 1 if joins else end


def phrase_at(tokens: Sequence[Token], start: int, phrases: Sequence[WordTuple]) -> int:
    """Return how many words the first of the phrases has that begins at a token; 0 where none does."""
    for phrase in phrases:
        run = tokens[start : start + len(phrase)]
        if phrase and tuple(token.word for token in run) == phrase:
            return len(phrase)
    return 0


def is_percent(tokens: Sequence[Token], start: int, words: Lexicon) -> bool:
    """Tell whether a word or phrase for per cent begins at a token."""
    return bool(phrase_at(tokens, start, words.percents))
