"""What is known of how a language writes numbers, besides the words that ICU spells out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The table of one language.

    `joiners` stand between the parts of a number ("two hundred and six"), `articles` for the number one before a
    scale or a fraction ("a million"), `of` between a fraction and its scale. `scales` multiply the number before
    them, `bare` do so and are a number by themselves; `short` multiply digits alone and may end with a point.
    `parts` are fractions, `after_half` what makes a half of it behind a number in one word, `numbers` what ICU does
    not spell out. Behind a word of `vague` a scale is no number ("mehrere hundert"). `perhaps` are words that mean
    a number and other things: they bear it out and contradict nothing; so do `endings` behind a number in one word
    ("fünfjährig"). `ratio` stands in "one in five", `every` before its ordinal ("jeder Fünfte"), `part_of` behind
    the whole of a fraction and before its parts ("三分之二"), `tenths` right behind their number ("3割"), `per` in a
    rate ("litres a minute"), `between` in a range, and `percent` behind a number of hundredths. `money` are names
    that several currencies have, parted by semicolons: a text may leave out whose they are. The next five are the
    wordings of qualifiers, besides those of the catalogue; `behind` are those of them that may follow what they
    qualify, and after a semicolon those that may as well belong to what comes then: "213, at least 40 of them
    children".
    """

    joiners: str = ""
    articles: str = ""
    of: str = ""
    scales: Mapping[str, int] = field(default_factory=dict)
    bare: Mapping[str, int] = field(default_factory=dict)
    short: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    after_half: str = ""
    vague: str = ""
    perhaps: Mapping[str, str] = field(default_factory=dict)
    ratio: str = ""
    every: str = ""
    part_of: str = ""
    tenths: str = ""
    per: str = ""
    between: str = ""
    percent: str = ""
    money: str = ""
    endings: str = ""
    at_least: str = ""
    at_most: str = ""
    about: str = ""
    more_than: str = ""
    fewer_than: str = ""
    behind: str = ""


def each(entries: Mapping[str, int]) -> dict[str, int]:
    """Return a table with every way of writing by itself."""
    return {word: meant for words, meant in entries.items() for word in words.split("|")}


def each_part(entries: Mapping[str, str]) -> dict[str, Fraction]:
    """Return a table of fractions with every way of writing by itself."""
    return {word: Fraction(meant) for words, meant in entries.items() for word in words.split("|")}


def ways(words: str) -> tuple[str, ...]:
    """Return the ways of writing that bars part."""
    return tuple(filter(None, words.split("|")))
