"""What sort of line a line of an article is: prose, a heading in capitals, or a row of a table."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

import regex

from standfirst.draft.names.tables import cue


class LineKind(Enum):
    """How capitals are to be read in a line."""

    PROSE = "only names have capitals"
    CAPITALS = "all words are in capitals"
    TITLE = "all words begin with a capital"
    TABLE = "names stand among numbers"


class Line(NamedTuple):
    """A line of the text from `start` to `end`."""

    start: int
    end: int
    kind: LineKind
    text: str


_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’.-]*")
_SMALL = regex.compile(r"(?<![\p{L}\p{N}'’.-])\p{Ll}[\p{L}'’-]*")
_NUMBER = regex.compile(r"(?<![\p{L}\p{N}])[\p{N}][\p{N}.,:/%-]*|(?<=\s)[-.]\p{N}+|(?<=\s)-(?=\s|$)")
_RANK = regex.compile(r"\s*(?:=|\p{N}{1,3}[.)=]?)\s+[\p{Lu}]")
_ENDS = (".", "?", "!", "”", '"', "’", "'")


# Rows of tables are short, and so what is sought in all of a row takes no long time.
_LONGEST_ROW = 400


def lines_of(text: str) -> Sequence[Line]:
    """Return the lines of a text, at least one."""
    lines, start = [], 0
    for part in text.split("\n"):
        lines.append(Line(start, start + len(part), _kind_of(part), part))
        start += len(part) + 1
    return lines


def _kind_of(line: str) -> LineKind:
    words = _WORD.findall(line)
    if not words:
        return LineKind.PROSE
    small = _SMALL.findall(line)
    if not small and _is_in_capitals(words):
        return LineKind.TABLE if len(_NUMBER.findall(line)) > 2 and len(words) < 6 else LineKind.CAPITALS
    if _is_table_row(line, len(words), small):
        return LineKind.TABLE
    if len(words) > 3 and not line.rstrip().endswith(_ENDS) and _is_title(words, small):
        return LineKind.TITLE
    return LineKind.PROSE


def _is_in_capitals(words: Sequence[str]) -> bool:
    capitals = sum(len(word) for word in words if word.isupper())
    return capitals > 3 and capitals >= 0.8 * sum(len(word) for word in words)


def _is_title(words: Sequence[str], small: Sequence[str]) -> bool:
    return len(words) - len(small) > 2 and all(word in cue("small in headings") for word in small)


def _is_table_row(line: str, words: int, small: Sequence[str]) -> bool:
    """Tell whether names stand among numbers: results, rankings, tables of leagues, cards of scores."""
    if len(line) > _LONGEST_ROW:
        return False
    if any(word not in cue("small in tables") for word in small):
        return False
    numbers = len(_NUMBER.findall(line))
    if _RANK.match(line) and len(small) < 3:
        return True
    return numbers > 1 and 2 * numbers >= words - len(small) - 3 and len(small) <= max(2, words // 3)
