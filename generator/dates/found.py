"""Dates in a running text, each with its place."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from generator.dates import longer
from generator.dates.folding import with_plain_characters, word_starts
from generator.dates.grammar import longest_at
from generator.dates.stated import Stated

# A run of plain characters, each of which is folded to one, or any other character with its marks.
_PIECE = regex.compile(r"(?P<plain>[!-~]+(?=[ -~]|$))|\X")
# How far a date may reach before and behind its first and last digit.
_REACH = 60


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, or two with parts in common, that a text states from one offset to another."""

    start: int
    end: int
    stated: Stated


def found_in(text: str, language: str) -> tuple[FoundDate, ...]:
    """Return every date that a text states, in its order; the longest reading wins, and none lies within another.

    A date is what `read` reads, but for phrases around dates; two dates that share a month or a year ("14–16 April
    2019") are a span. Any number of four digits from 1000 to 2999 is a year here, whatever it counts.
    """
    signs = [(sign.start(), sign.end()) for sign in longer.signs(language).finditer(text)]
    return tuple(
        FoundDate(start + each.start, start + each.end, each.stated)
        for start, end in _regions(text, signs)
        for each in _found(text[start:end], language)
    )


def _regions(text: str, signs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches near the signs without one of which there is no date, from space to space."""
    begin = end = 0
    for first, last in signs:
        if first - _REACH > end:
            if end:
                yield begin, end
            begin = _next_space(text, first - 2 * _REACH, first - _REACH) or first - _REACH
            begin = max(begin, end)
        if last + _REACH > end:
            end = _next_space(text, last + _REACH, last + 2 * _REACH) or min(len(text), last + _REACH)
    if end:
        yield begin, end


def _next_space(text: str, first: int, last: int) -> int:
    return max(0, text.find(" ", max(0, first), max(0, last)))


def _found(text: str, language: str) -> Iterator[FoundDate]:
    plain, last = Folded.of(text), 0
    for start in word_starts(language).finditer(plain.text):
        if start.start() >= last and (found := longest_at(plain.text, start.start(), language)):
            last, stated = found
            # The full stop of a sentence may be read as that of "Sept.".
            end = last - (plain.text[last - 1] == ".")
            yield FoundDate(*plain.place(start.start(), end), stated)


# ---------------------------------------------------------------- places


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as patterns compare it, and for each of its characters the place in the text that it comes from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Folded:
        """Fold a text as `folding.folded` does, but for a space at its end."""
        characters, starts, ends = [" "], [0], [0]
        for found in _PIECE.finditer(text):
            start, end = found.span()
            if found["plain"]:
                characters += found[0].lower()
                starts += range(start, end)
                ends += range(start + 1, end + 1)
                continue
            for character in _folded(found[0]):
                if character != " " or characters[-1] != " ":
                    characters.append(character)
                    starts.append(start)
                    ends.append(end)
        return cls("".join(characters[1:]), tuple(starts[1:]), tuple(ends[1:]))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the folded text stands in the text itself."""
        return self.starts[start], self.ends[end - 1]


@functools.lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    return " " if character.isspace() else with_plain_characters(character)
