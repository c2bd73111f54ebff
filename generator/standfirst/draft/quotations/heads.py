"""Which words of a noun phrase name a speaker: the name that it ends in or begins with, or else all of it."""

from __future__ import annotations

from enum import IntEnum

from standfirst.draft.quotations.capitals import HONORIFICS, TITLES
from standfirst.draft.quotations.grammar import (
    ADVERBS,
    DETERMINERS,
    INTRODUCING,
    KIN_AND_AIDES,
    PREPOSITIONS,
    RELATIVES,
    STANDING_ALONE,
    TIMES,
)
from standfirst.draft.quotations.narration import Name, Sentence
from standfirst.draft.quotations.tokens import Token, TokenKind
from standfirst.model.frozen_class import frozen


class PhraseKind(IntEnum):
    """What sort of words name a speaker."""

    NAME = 0
    PRONOUN = 1
    NOUN = 2


@frozen
class Phrase:
    """Words that name someone, tokens from `first` up to `last`; the phrase they are the head of begins at `outer`."""

    kind: PhraseKind
    first: int
    last: int
    outer: int
    name: Name | None = None


def head_of(sentence: Sentence, start: int, end: int) -> Phrase | None:
    """Return the words of a phrase that name: the name that it ends in, or begins with, or else all of it."""
    tokens = sentence.tokens
    if end - start > 1 and tokens[end - 1].low in {"all", "both", "each"}:
        if tokens[end - 2].low in TIMES:
            return Phrase(PhraseKind.NOUN, end - 1, end, end - 1)
        end -= 1
    start = _past_lead(sentence, start, end)
    if start >= end:
        return None
    preposition = next((each for each in range(start + 1, end) if _is_preposition(sentence, each)), None)
    name = sentence.name_ending_at(end)
    if preposition is None:
        return _named(sentence, start, name) if name and name.first >= start else _noun(sentence, start, end)
    if name and name.first > preposition and not _is_within_phrase(sentence, start, preposition, name):
        return _named(sentence, start, name)
    before = sentence.name_ending_at(preposition)
    if before and before.first >= start:
        return _named(sentence, start, before)
    return Phrase(PhraseKind.NOUN, start, end, start) if tokens[start].kind is TokenKind.WORD else None


def with_name_beside(sentence: Sentence, found: Phrase, end: int) -> Phrase:
    """Return the name that stands beside a phrase behind a comma, or else the phrase itself."""
    tokens = sentence.tokens
    if found.kind is not PhraseKind.NOUN or end >= len(tokens) or tokens[end].text not in {",", "—", "–"}:
        return found
    at = end + 1
    while at < min(len(tokens), end + 5) and not sentence.name_starting_at(at) and _may_precede_name(tokens[at]):
        at += 1
    name = sentence.name_starting_at(at)
    # "The Frenchman Gilles Hamon": a people is no name of his.
    if name is not None and name.actor is None:
        name = sentence.name_starting_at(name.last) or name
    if name is None or not _stands_alone(tokens, name.last):
        return found
    named = _named(sentence, max(end + 1, name.first - 1), name)
    return Phrase(PhraseKind.NAME, named.first, named.last, found.outer, name)


def _is_preposition(sentence: Sentence, place: int) -> bool:
    """Tell whether a preposition parts a phrase: within a name ("Bank of England") it does not."""
    if sentence.tokens[place].low not in PREPOSITIONS:
        return False
    return not any(each.first < place < each.last for each in sentence.names)


def _is_within_phrase(sentence: Sentence, start: int, preposition: int, name: Name) -> bool:
    """Tell whether a name at the end of a phrase only tells whose head it is: "a spokesman for President Trump"."""
    tokens, first = sentence.tokens, name.first
    while first - 1 > preposition and (tokens[first - 1].low in TITLES or tokens[first - 1].low in DETERMINERS):
        first -= 1
    if tokens[first - 1].low in PREPOSITIONS or tokens[first - 1].kind is TokenKind.POSSESSIVE:
        return True
    if tokens[start].low in {"a", "an", "one", "some", "several"}:
        return True
    if tokens[preposition].low != "of":
        return tokens[start].low in DETERMINERS
    return tokens[preposition - 1].low in KIN_AND_AIDES


def _named(sentence: Sentence, outer: int, name: Name) -> Phrase:
    first = name.first
    before = sentence.tokens[first - 1] if first > outer else None
    if before is not None and (before.low in HONORIFICS or before.low == "the"):
        first -= 1
    return Phrase(PhraseKind.NAME, first, name.last, min(outer, first), name)


def _noun(sentence: Sentence, start: int, end: int) -> Phrase | None:
    """Return a phrase without a name at its end, unless it is no phrase at all."""
    last = sentence.tokens[end - 1]
    if end - start == 1 and last.low in STANDING_ALONE:
        return Phrase(PhraseKind.NOUN, start, end, start)
    if last.kind is not TokenKind.WORD or last.low in DETERMINERS or last.low in ADVERBS or last.low in TIMES:
        return None
    return Phrase(PhraseKind.NOUN, start, end, start)


def _past_lead(sentence: Sentence, start: int, end: int) -> int:
    """Go on over words that lead up to a phrase without a comma: "On Monday the ministry", "Yet officials"."""
    tokens = sentence.tokens
    while start < end and not sentence.is_name(start) and _is_lead(tokens[start]):
        start += 1
    if start == end or sentence.is_name(start) or tokens[start].low not in PREPOSITIONS | INTRODUCING:
        return start
    name = sentence.name_ending_at(end)
    if name and name.first > start and tokens[name.first - 1].low not in PREPOSITIONS | DETERMINERS:
        first = name.first
        while first - 1 > start + 1 and tokens[first - 1].low in TITLES:
            first -= 1
        return first
    for place in range(end - 1, start + 1, -1):
        if tokens[place].low in DETERMINERS and tokens[place - 1].low not in PREPOSITIONS:
            return place
    return end - 1 if end - start > 2 and tokens[end - 1].low.endswith(("s", "police")) else end


def _is_lead(token: Token) -> bool:
    return token.low in ADVERBS or token.low in TIMES or token.text == "."


def _may_precede_name(token: Token) -> bool:
    return token.kind is TokenKind.WORD and (
        token.low in TITLES or "-year-old" in token.low or token.low in {"the", "a"}
    )


def _stands_alone(tokens: tuple[Token, ...], place: int) -> bool:
    if place >= len(tokens):
        return True
    token = tokens[place]
    return token.kind is not TokenKind.POSSESSIVE and (
        token.kind in {TokenKind.MARK, TokenKind.QUOTATION}
        or token.low in RELATIVES
        or token.low in PREPOSITIONS
        or token.low in TIMES
    )
