"""The numbers that a text states: in digits and words, fractions, ratios, and some that cannot be read."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from typing import Final

from standfirst.language.locale import has_spaces
from standfirst.language.numbers.compound_numbers import CompoundNumber, compound_number_at
from standfirst.language.numbers.folding import WordTuple, folded_word
from standfirst.language.numbers.fractions import StatedFraction, fraction_at, past_of
from standfirst.language.numbers.lexicon import Lexicon, lexicon
from standfirst.language.numbers.lookup import entry_at, is_percent, past_joiner, phrase_at, scales_at
from standfirst.language.numbers.shares import is_every, share_at
from standfirst.language.numbers.tokens import Token, tokens_in
from standfirst.language.numbers.vocabularies import READ_WHOLE
from standfirst.model.frozen_class import frozen

_MOST_VALUES: Final = 12
_MOST_IN_RATIO: Final = 1000
_DASHES: Final = frozenset("-–—")
_LONGEST_BETWEEN: Final = 20
_ONE: Final = Decimal(1)


class NumberKind(Enum):
    """What kind of number a stretch of a text is."""

    NUMBER = "a number"
    FRACTION = "a part of something: two-thirds, 2/3"
    RATIO = "so many of so many: one in five"
    UNREAD = "number words that make no number that is known"
    VAGUE = "many, without a number that is stated: several thousand"


@frozen
class StatedNumber:
    """A number that a text states from one offset to another.

    `values` are what it may state, the likeliest first; a fraction has the share that it is, a ratio its two numbers.
    `share` is the share of a ratio, or of a number beside "in five". `scale` is what its last words multiply it by. If
    it is not `sure`, its words mean other things too. `in_words` says that it has no digits, `about` that digits are
    left out, as in a third of a million.
    """

    kind: NumberKind
    start: int
    end: int
    values: tuple[Decimal, ...]
    sure: bool = True
    in_words: bool = False
    scale: Decimal = _ONE
    share: Decimal | None = None
    about: bool = False

    def states(self, value: Decimal) -> bool:
        """Tell whether a value is among what may be stated; without a minus its sign is left to the words."""
        size = abs(value)
        return any(
            (abs(each) == size or (self.about and _is_near(each, size))) and not each < 0 < value
            for each in self.values
        )

    @property
    def share_of_all(self) -> Decimal | None:
        """The share that is stated, if one is: of a fraction, a ratio, or a number beside "in five"."""
        return self.values[0] if self.kind is NumberKind.FRACTION else self.share


@functools.lru_cache(maxsize=256)
def stated_numbers(text: str, language: str) -> tuple[StatedNumber, ...]:
    """Return the numbers that a text states, in its order; not ordinals, nor "one", an article in many languages."""
    tokens, words = tokens_in(text, language), lexicon(language)
    together = (_as_money(text, each) for each in _together(text, _each(tokens, words)))
    return tuple(_ranges(text, together, words))


def number_at_start(text: str, language: str) -> StatedNumber | None:
    """Return the number with which a text begins; None if it begins with anything else."""
    found = next(iter(stated_numbers(text, language)), None)
    return found if found and found.kind is NumberKind.NUMBER and not text[: found.start].strip() else None


def _is_near(stated: Decimal, value: Decimal) -> bool:
    """Tell whether a value is what a fraction like a third comes to, as a writer may round it."""
    return abs(stated - value) <= value * Decimal("0.03")


def _as_money(text: str, stated: StatedNumber) -> StatedNumber:
    """Return a stated number; beside a sign of money, with its likeliest value alone: "$5m" is not five metres."""
    beside = text[max(0, stated.start - 2) : stated.start].rstrip()[-1:], text[stated.end : stated.end + 1]
    is_money = any(each and unicodedata.category(each) == "Sc" for each in beside)
    return replace(stated, values=stated.values[:1]) if is_money and stated.kind is NumberKind.NUMBER else stated


# ---------------------------------------------------------------- one after the other


def _each(tokens: Sequence[Token], words: Lexicon) -> Iterator[StatedNumber]:
    position, loose = 0, False
    while position < len(tokens):
        loose = loose and tokens[position].joined
        word = tokens[position].word
        if word and word not in words.starts and word not in words.scales:
            loose = loose and word in words.joiners
            position += 1
            continue
        stated, after = _stated_number(tokens, position, words)
        if stated:
            yield replace(stated, kind=NumberKind.UNREAD, values=()) if loose else stated
        last = tokens[after - 1].word
        # Behind "hundred" or "several thousand" a number is the rest of one that was not read.
        is_read = stated and stated.kind is not NumberKind.VAGUE
        loose = (loose and last in words.joiners) or (not is_read and last in words.scales)
        position = after


def _stated_number(tokens: Sequence[Token], start: int, words: Lexicon) -> tuple[StatedNumber | None, int]:
    """Return the number that begins at a token, if one does, and the token to go on with."""
    if tokens[start].word in words.scales and _is_vague(tokens, start, words):
        return _of_vague(tokens, start, scales_at(tokens, start, words)[1])
    if tokens[start].word and tokens[start].word not in words.starts:
        return None, start + 1
    if skipped := phrase_at(tokens, start, words.percents):
        return None, start + skipped
    if tokens[start].strange:
        return StatedNumber(NumberKind.UNREAD, tokens[start].start, tokens[start].end, ()), start + 1
    ordinal = entry_at(tokens, start, words, ordinals=True)
    if len(ordinal) > len(entry_at(tokens, start, words)):
        return _of_ordinal(tokens, start, ordinal, words), start + len(ordinal)
    if ratio := _ratio(tokens, start, words):
        return ratio
    if fraction := fraction_at(tokens, start, words):
        return _of_fraction(tokens, start, fraction, words)
    if found := compound_number_at(tokens, start, words):
        return _of_number(tokens, start, found, words)
    return None, start + 1


def _of_ordinal(tokens: Sequence[Token], start: int, ordinal: WordTuple, words: Lexicon) -> StatedNumber | None:
    """Return the share that an ordinal is in "jeder Fünfte"; otherwise it is no number."""
    if not is_every(tokens, start, words):
        return None
    span = tokens[start].start, tokens[start + len(ordinal) - 1].end
    return StatedNumber(NumberKind.FRACTION, *span, (_ONE / words.ordinals[ordinal],), in_words=True)


def _of_number(
    tokens: Sequence[Token], start: int, found: CompoundNumber, words: Lexicon
) -> tuple[StatedNumber | None, int]:
    first, in_words = tokens[start], tokens[start].number is None and tokens[start].fraction is None
    after = past_joiner(tokens, found.end, words)
    ordinal = entry_at(tokens, after, words, ordinals=True)
    if in_words and (place := words.ordinals.get(ordinal)) and tokens[after].joined and place < found.room:
        return None, after + len(ordinal)
    alone = found.end == start + 1 and in_words
    span, share = (first.start, tokens[found.end - 1].end), share_at(tokens, start, found.end, found.value, words)
    if alone and found.value == 1:
        # An article or a pronoun, but for "五分之一".
        return StatedNumber(NumberKind.FRACTION, *span, (share,), in_words=True) if share else None, found.end
    if in_words and _is_vague(tokens, start, words):
        return _of_vague(tokens, start, found.end)
    values = (found.value, *(other * found.scale for other in first.otherwise), *found.otherwise)
    sure = not in_words or (words.code in READ_WHOLE and not (alone and _is_perhaps(tokens, start, found, words)))
    return StatedNumber(NumberKind.NUMBER, *span, values, sure, in_words, found.scale, share, found.about), found.end


def _of_vague(tokens: Sequence[Token], start: int, end: int) -> tuple[StatedNumber, int]:
    return StatedNumber(NumberKind.VAGUE, tokens[start].start, tokens[end - 1].end, (), in_words=True), end


def _is_vague(tokens: Sequence[Token], start: int, words: Lexicon) -> bool:
    """Tell whether a scale without a number follows a word like "several": "mehrere hundert"."""
    before = tokens[start - 1].word if start and tokens[start].joined else ""
    if not has_spaces(words.code):
        return before.endswith(tuple(words.vague))
    return tokens[start].word in words.scales and before in words.vague


def _is_perhaps(tokens: Sequence[Token], start: int, found: CompoundNumber, words: Lexicon) -> bool:
    return (tokens[start].word,) in words.perhaps.get(found.value, ())


def _of_fraction(
    tokens: Sequence[Token], start: int, fraction: StatedFraction, words: Lexicon
) -> tuple[StatedNumber | None, int]:
    """Return a fraction; with a scale behind it, the number that both make: "a quarter of a million"."""
    end, span = past_of(tokens, fraction.end, words), tokens[start].start
    in_words = tokens[start].number is None and tokens[start].fraction is None
    sure = not in_words or words.code in READ_WHOLE
    alone = StatedNumber(NumberKind.FRACTION, span, tokens[fraction.end - 1].end, (fraction.value,), sure, in_words)
    scale, after = scales_at(tokens, end, words)
    if after > end:
        value = fraction.value * scale
        number = StatedNumber(NumberKind.NUMBER, span, tokens[after - 1].end, (value,), sure, in_words, scale)
        return replace(number, about=not fraction.exact), after
    if end < len(tokens) and tokens[end - 1].joined and is_percent(tokens, end, words):
        return replace(alone, kind=NumberKind.NUMBER), fraction.end
    if pair := tokens[start].pair:
        return StatedNumber(NumberKind.RATIO, span, tokens[start].end, pair, share=fraction.value), start + 1
    return alone, fraction.end


def _ratio(tokens: Sequence[Token], start: int, words: Lexicon) -> tuple[StatedNumber, int] | None:
    """Return the "one in five" or "3 out of 4" that begins at a token, and the token after it, if one does."""
    few, end = _small(tokens, start, words)
    phrase = phrase_at(tokens, end, words.ratios) if few > 0 else 0
    position = end + phrase
    if not phrase or position >= len(tokens) or not all(token.joined for token in tokens[end : position + 1]):
        return None
    many = compound_number_at(tokens, position, words)
    if many is None or not few < many.value or (many.value > _MOST_IN_RATIO and many.scale == 1):
        return None
    in_words = tokens[start].number is None
    values = (many.value,) if in_words and few == 1 else (few, many.value)
    span = tokens[start].start, tokens[many.end - 1].end
    sure = not in_words or words.code in READ_WHOLE
    return StatedNumber(NumberKind.RATIO, *span, values, sure, in_words, share=few / many.value), many.end


def _small(tokens: Sequence[Token], start: int, words: Lexicon) -> tuple[Decimal, int]:
    """Return the number in one token or entry that begins at a token, and the token after it; 0 where none does."""
    if (number := tokens[start].number) is not None:
        return number, start + 1
    entry = entry_at(tokens, start, words)
    return words.numbers.get(entry, Decimal(0)), start + len(entry)


# ---------------------------------------------------------------- two numbers that belong together


def _together(text: str, found: Iterator[StatedNumber]) -> Iterator[StatedNumber]:
    """Yield stated numbers; two in words with nothing between are one that cannot be read: "nineteen eighty-four"."""
    held: StatedNumber | None = None
    for each in found:
        if held and held.in_words and each.in_words and _stand_together(text, held, each):
            values = (*held.values, *each.values)
            held = replace(held, kind=NumberKind.UNREAD, end=each.end, values=values[:_MOST_VALUES])
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def _stand_together(text: str, first: StatedNumber, second: StatedNumber) -> bool:
    numbers = {first.kind, second.kind} <= {NumberKind.NUMBER, NumberKind.UNREAD}
    return numbers and not text[first.end : second.start].strip(" \n\u00a0-")


def _ranges(text: str, found: Iterator[StatedNumber], words: Lexicon) -> Iterator[StatedNumber]:
    """Yield stated numbers; the first of "5–10 million" is 5 or 5 million."""
    held: StatedNumber | None = None
    for each in found:
        if held:
            shares = held.scale == 1 < each.scale and _in_a_range(text, held, each, words)
            yield (
                replace(held, values=(*held.values, *(value * each.scale for value in held.values))) if shares else held
            )
        held = each
    if held:
        yield held


def stand_in_a_range(text: str, first: StatedNumber, second: StatedNumber, language: str) -> bool:
    """Tell whether two numbers are stated together: "60–80", "between 60 and 80"."""
    return _in_a_range(text, first, second, lexicon(language))


def _in_a_range(text: str, first: StatedNumber, second: StatedNumber, words: Lexicon) -> bool:
    """Tell whether nothing stands between two numbers but a dash, or a word such as "to"."""
    between = text[first.end : second.start].strip()
    if len(between) > _LONGEST_BETWEEN:
        return False
    return between in _DASHES or tuple(folded_word(each, words.code) for each in between.split()) in words.between
