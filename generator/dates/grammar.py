"""All expressions of dates in a language, compiled: what a text must be to be a date, or begin with to state one."""

from __future__ import annotations

import functools
from typing import Final

import regex

from generator.dates import longer, numeric, patterns
from generator.dates.folding import apart
from generator.dates.parts import stated_of
from generator.dates.stated import Stated

# How many characters tell which expressions a text may match: those of most words are none of a date's.
_BEGINNING: Final = 5


def whole(text: str, language: str) -> Stated | None:
    """Return the date that a folded text is."""
    for pattern in (*_patterns(language), *_patterns_of_whole_texts(language)):
        if (found := pattern.fullmatch(text)) and (stated := stated_of(found.groupdict(), language)):
            return stated
    return None


def longest_at(text: str, place: int, language: str) -> tuple[int, Stated] | None:
    """Return where the longest date ends that begins at a place of a folded text, and the date."""
    best: tuple[int, Stated] | None = None
    for pattern in _beginning_like(text[place : place + _BEGINNING], language):
        found = pattern.match(text, place)
        if found and found.end() > (best[0] if best else 0) and (stated := stated_of(found.groupdict(), language)):
            best = found.end(), stated
    return best


@functools.lru_cache(maxsize=1 << 16)
def _beginning_like(beginning: str, language: str) -> tuple[regex.Pattern[str], ...]:
    """Return the expressions of dates that may begin with these characters: of most, none."""
    among = _beginning_like(beginning[:-1], language) if len(beginning) > 1 else _patterns(language)
    return tuple(pattern for pattern in among if pattern.match(beginning, partial=True))


@functools.cache
def _patterns(language: str) -> tuple[regex.Pattern[str], ...]:
    expressions = (
        *patterns.dates(language),
        *numeric.EXPRESSIONS,
        *patterns.spans(language),
        *longer.expressions(language),
    )
    return tuple(patterns.compiled(apart(expression, language), language) for expression in dict.fromkeys(expressions))


@functools.cache
def _patterns_of_whole_texts(language: str) -> tuple[regex.Pattern[str], ...]:
    return tuple(patterns.compiled(expression, language) for expression in patterns.in_whole_texts(language))
