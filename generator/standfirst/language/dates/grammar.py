"""Dates read with all expressions of a language: a whole text, or the longest date at a place in a text."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

import regex

from standfirst.language.dates import long_periods, numeric, patterns
from standfirst.language.dates.folding import whole_word_expression
from standfirst.language.dates.needed_names import NameKind, NameKinds, named_in, needed_by
from standfirst.language.dates.parts import stated_of
from standfirst.language.dates.stated import Stated, StatedDate, StatedSpan, either, meanings

# How many characters tell which expressions a text may match: those of most words are none of a date's.
_BEGINNING: Final = 5
# The most characters of a date, and of words like "early" before it.
_LONGEST, _LONGEST_PART = 80, 30


def whole_date(text: str, language: str) -> Stated | None:
    """Return the date that a folded text is as a whole, "early 1990" too; None if it is none."""
    names = named_in(text, language)
    for pattern in chain(_patterns(language, names), _patterns_of_whole_texts(language, names)):
        if (found := pattern.fullmatch(text)) and (stated := stated_of(found.groupdict(), language)):
            return stated
    parts = ((end, whole_date(text[end:], language)) for end in _parts(text, 0, language))
    return next((part for _, stated in parts if stated and (part := _in_part(stated))), None)


@functools.cache
class DateReader:
    """Reads the dates within folded texts of a language that may have some kinds of names."""

    def __init__(self, language: str, names: NameKinds) -> None:
        self.patterns = _patterns(language, names)
        self.part = long_periods.part_expression(language)
        self._language = language

    def longest_at(self, text: str, place: int) -> tuple[int, Stated] | None:
        """Return where the longest date ends that begins at a place of a text, and the date."""
        patterns, may_be_part = _beginning_like(text[place : place + _BEGINNING], self)
        best: tuple[int, Stated] | None = None
        for pattern in patterns:
            found = pattern.match(text, place)
            if found and found.end() > (best[0] if best else 0):
                stated = stated_of(found.groupdict(), self._language)
                best = (found.end(), stated) if stated else best
        for end in _parts(text, place, self._language) if may_be_part else ():
            rest = self.longest_at(text[end : end + _LONGEST], 0)
            if rest and end + rest[0] > (best[0] if best else 0) and (part := _in_part(rest[1])):
                best = end + rest[0], part
        return best


@functools.lru_cache(maxsize=1 << 16)
def _beginning_like(beginning: str, reader: DateReader) -> tuple[tuple[regex.Pattern[str], ...], bool]:
    """Return the expressions of dates that may begin with these characters, and whether words like "early" may.

    For most words there are none.
    """
    shorter = beginning[:-1]
    among = _beginning_like(shorter, reader)[0] if shorter else reader.patterns
    patterns = tuple(pattern for pattern in among if pattern.match(beginning, partial=True))
    return patterns, reader.part is not None and reader.part.match(beginning, partial=True) is not None


@functools.cache
def _patterns(language: str, names: NameKinds) -> tuple[regex.Pattern[str], ...]:
    """Return the expressions of dates that need no other names than these."""
    expressions = (
        *patterns.date_expressions(language),
        *numeric.EXPRESSIONS,
        *patterns.span_expressions(language),
        *long_periods.period_expressions(language),
    )
    return tuple(
        patterns.compile_expression(whole_word_expression(expression, language), language, eras=NameKind.ERA in names)
        for expression in dict.fromkeys(expressions)
        if needed_by(expression) <= names
    )


@functools.cache
def _patterns_of_whole_texts(language: str, names: NameKinds) -> tuple[regex.Pattern[str], ...]:
    return tuple(
        patterns.compile_expression(expression, language, eras=NameKind.ERA in names)
        for expression in patterns.whole_text_expressions(language)
        if needed_by(expression) <= names
    )


# ---------------------------------------------------------------- of which not all is meant


def _parts(text: str, place: int, language: str) -> Iterator[int]:
    """Yield where words like "early" that begin at a place may end, the longest first."""
    pattern = long_periods.part_expression(language)
    if pattern and pattern.match(text, place):
        ends = range(min(len(text) - 1, place + _LONGEST_PART), place, -1)
        yield from (end for end in ends if pattern.fullmatch(text, place, end))


def _in_part(stated: Stated) -> Stated | None:
    """Return a month, season, year or longer time, of which only a part is meant; of two dates, only centuries."""
    found: list[StatedDate | StatedSpan] = []
    for each in meanings(stated):
        match each:
            case StatedDate(day=None, weekday=None, in_part=False) if replace(each, month=None) != StatedDate():
                found.append(replace(each, in_part=True))
            case StatedSpan(StatedDate(century=int()) as start, StatedDate(century=int()) as end):
                found.append(StatedSpan(replace(start, in_part=True), replace(end, in_part=True)))
            case _:
                return None
    return either(*found)
