"""What the lexicon has for the tokens of a text: entries, scales, joiners and phrases, each where a token begins."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice
from typing import Final

from standfirst.language.numbers.lexicon import Lexicon, Words, words_of
from standfirst.language.numbers.tokens import Token

_MOST_SCALES: Final = 4


def entry_at(tokens: Sequence[Token], start: int, words: Lexicon, *, ordinals: bool = False) -> Words:
    """Return the longest number, or else ordinal too, that begins at a token; nothing where none does."""
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
    in_digits = before.number is not None or before.part is not None
    return words.scales.get(token.word) or (words.short.get(token.word) if in_digits else None)


def scales_at(tokens: Sequence[Token], position: int, words: Lexicon) -> tuple[Decimal, int]:
    """Return the product of the scales that stand one behind the other, and the token after them."""
    total, end = Decimal(1), position
    while end < position + _MOST_SCALES and (scale := scale_at(tokens, end, words)):
        total, end = total * scale, end + 1
    return total, end


def scale_of_unit(unit: str, words: Lexicon) -> Decimal:
    """Return what the first words of a unit multiply its number by: 10 to the power of 6 in "million years", else 1."""
    scale = Decimal(1)
    for each in islice(words_of(unit, words.code), _MOST_SCALES):
        if each not in words.scales:
            break
        scale *= words.scales[each]
    return scale


def past_joiner(tokens: Sequence[Token], end: int, words: Lexicon) -> int:
    joins = end < len(tokens) and tokens[end].joined and tokens[end].word in words.joiners
    return end + 1 if joins else end


def phrase_at(tokens: Sequence[Token], start: int, phrases: Sequence[Words]) -> int:
    """Return of how many words the phrase is that begins at a token; 0 where none does."""
    for phrase in phrases:
        run = tokens[start : start + len(phrase)]
        if phrase and tuple(token.word for token in run) == phrase:
            return len(phrase)
    return 0


def is_percent(tokens: Sequence[Token], start: int, words: Lexicon) -> bool:
    return bool(phrase_at(tokens, start, words.percents))
