"""What a table of expressions is made of: how words look, and what they mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

import regex

from standfirst.draft.dates.meanings import Meaning, Toward
from standfirst.draft.dates.words import TOWARD

Match: TypeAlias = regex.Match[str]
_NEAR: Final = 24


class Rule(NamedTuple):
    """An expression in which a blank is any white space, and what a match means; None where it is no time.

    `needed` is an expression of small letters of which each match has some: the expression itself is slow, and is tried
    around these alone.
    """

    expression: str
    meaning: Callable[[Match], Meaning | None]
    needed: str


def words_before(found: Match) -> str:
    """Return what stands before a match, in small letters."""
    return found.string[max(0, found.start() - _NEAR) : found.start()].lower()


def as_written_before(found: Match) -> str:
    """Return what stands before a match, as it is written."""
    return found.string[max(0, found.start() - _NEAR) : found.start()]


def words_behind(found: Match) -> str:
    """Return what stands behind a match."""
    return found.string[found.end() : found.end() + _NEAR]


def group(found: Match, name: str) -> str:
    """Return the words of a group in small letters, with one blank between; nothing where it did not match."""
    return " ".join((found[name] or "").lower().split())


def toward(found: Match) -> Toward | None:
    """Return on which side the words of the group `toward` place a name."""
    return TOWARD.get(group(found, "toward"))
