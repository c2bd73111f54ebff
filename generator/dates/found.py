"""Dates in a running text, each with its place."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import regex

from generator.dates import patterns
from generator.dates.stated import Stated, stated_of

# A run of plain characters, each of which is folded to one, or any other character with its marks.
_PIECE = regex.compile(r"(?P<plain>[!-~]+(?=[ -~]|$))|\X")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, or two with parts in common, that a text states from one offset to another."""

    start: int
    end: int
    stated: Stated


def found_in(text: str, language: str) -> tuple[FoundDate, ...]:
    """Return every date that a text states, in its order; the longest reading wins, and none lies within another.

    A date is what `read` reads, but for the catalogue's phrases; two dates that share a month or a year ("14–16 April
    2019") are a span. Any number of four digits from 1000 to 2999 is a year here, whatever it counts.
    """
    # Every date has a digit in it, and most texts have none.
    if not _DIGIT.search(text):
        return ()
    plain, pattern = Folded.of(text), _pattern(language)
    found: list[FoundDate] = []
    match = pattern.search(plain.text)
    while match:
        stated = stated_of(match.groupdict(), language)
        if stated:
            # The full stop of a sentence may be read as that of "Sept.".
            end = match.end() - match[0].endswith(".")
            found.append(FoundDate(*plain.place(match.start(), end), stated))
        match = pattern.search(plain.text, match.end() if stated else match.start() + 1)
    return tuple(found)


@functools.cache
def _pattern(language: str) -> regex.Pattern[str]:
    """Return one expression for all: at any place the one that has most parts is tried first."""
    expressions = (*patterns.spans(language), *patterns.dates(language))
    fullest_first = sorted(expressions, key=lambda expression: -expression.count("(?P<"))
    return regex.compile(patterns.apart("|".join(fullest_first), language))


# ---------------------------------------------------------------- places


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as patterns compare it, and for each of its characters the place in the text that it comes from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Folded:
        """Fold a text as `patterns.folded` does, but for a space at its end."""
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
    return " " if character.isspace() else patterns.with_plain_characters(character)
