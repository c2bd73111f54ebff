"""The nodes of a YAML document: scalars, sequences and mappings that know where they stand.

No scalar has a type here: `no`, `2019-04` and `12:30` are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.mojibake import intended_character

# What neither HTML nor XML can hold.
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


class ScalarNode(NamedTuple):
    """A text, without a type; `start` and `end` are offsets into the file's text.

    A tuple, since most nodes of a file are scalars and a tuple is several times as quick to make.
    """

    file: InputFile
    text: str
    line: int
    column: int
    start: int
    end: int
    plain: bool

    @property
    def origin(self) -> Origin:
        return Origin(self.file.path, self.line, self.column)

    @property
    def is_empty(self) -> bool:
        return self.plain and not self.text

    def origin_of(self, needle: str, occurrence: int) -> Origin:
        """Return where the n-th `needle` (from 0) of this text was written; the text's origin if that is not found."""
        at = self.start
        for _ in range(occurrence + 1):
            found = self.file.text.find(needle, at, self.end)
            if found < 0:
                return self.origin
            at = found + len(needle)
        return self.origin_at(at - len(needle))

    def origin_at(self, offset: int) -> Origin:
        """Return the origin of an offset into the file that is not before this text."""
        # Counted from the text on, not from the start of the file: files are long and have many references.
        lines = self.file.text.count("\n", self.start, offset)
        if not lines:
            return Origin(self.file.path, self.line, self.column + offset - self.start)
        return Origin(self.file.path, self.line + lines, offset - self.file.text.rfind("\n", 0, offset))


@frozen
class SequenceNode:
    """A list; `flow` if it is written in brackets."""

    items: tuple[YamlNode, ...]
    origin: Origin
    flow: bool


class MappingEntry(NamedTuple):
    key: ScalarNode
    value: YamlNode


@frozen
class MappingNode:
    """Entries in the order of their file, with distinct keys; `flow` if they are written in braces.

    `repeated` are further entries with one of these keys, each of which is a problem.
    """

    entries: tuple[MappingEntry, ...]
    origin: Origin
    flow: bool
    repeated: tuple[MappingEntry, ...] = ()

    @property
    def all_entries(self) -> tuple[MappingEntry, ...]:
        """Every entry, repeated keys included, in the order of the file."""
        if not self.repeated:
            return self.entries
        return tuple(sorted((*self.entries, *self.repeated), key=lambda each: each.key.start))

    def __iter__(self) -> Iterator[MappingEntry]:
        return iter(self.entries)


YamlNode = ScalarNode | SequenceNode | MappingNode


def one_line(text: str) -> str:
    """Return a text with single spaces for all that parts its words, without what no page can show."""
    return " ".join(UNREADABLE.sub(" ", text).split())


def unreadable_characters(scalar: ScalarNode) -> Iterator[Problem]:
    """Yield a problem for the first character of a text that neither HTML nor XML can hold, if it has one.

    YAML lets such characters be written as escapes.
    """
    if found := UNREADABLE.search(scalar.text):
        yield unreadable_character(scalar.origin_of(found[0], 0), scalar.text, found.start())


def unreadable_character(origin: Origin, text: str, at: int) -> Problem:
    """Return the problem of one such character, at an offset into a text."""
    meant = intended_character(text, at)
    message = f"no page can show the character U+{ord(text[at]):04X}"
    return Problem(origin, message, f"write {meant}" if meant else "delete it")
