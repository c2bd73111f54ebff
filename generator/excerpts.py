"""The part of a line of an input file that is shown with a problem in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Characters: a paragraph is often one line, and so much of it is seen on either side of a fault.
_SIDE = 60
_CUT = "…"
# What opens something, and a word up to what would close it.
_WORD = re.compile(r"""["'“‘«(\[{<!]*[^\s"'”’»)\]}>,;]{1,60}|.""")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a line, with the word at fault between what stands before and after it."""

    before: str
    fault: str = ""
    after: str = ""


def around(line: str, column: int) -> Excerpt:
    """Return what stands around a column, counted from one; behind the end of the line a space is at fault."""
    before, rest = line[: column - 1], line[column - 1 :]
    found = _WORD.match(rest)
    fault = found[0] if found else " "
    cut = before if len(before) <= _SIDE else _CUT + before[-_SIDE:]
    return Excerpt(cut, fault, _shortened(rest[len(fault) :]))


def beginning(line: str) -> Excerpt:
    """Return how a line begins in which nothing is at fault."""
    return Excerpt(_shortened(line))


def _shortened(text: str) -> str:
    return text if len(text) <= _SIDE else text[:_SIDE] + _CUT
