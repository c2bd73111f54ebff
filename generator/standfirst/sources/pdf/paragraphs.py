"""Paragraphs of lines: where one ends is told by white, by an indented line, and by room that is left in a line.

A line that leaves room for the first word of the next was not broken for want of it. What is set in another size is
another paragraph, and each row of a table is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import regex

from standfirst.model.frozen_class import frozen
from standfirst.sources.paragraph_ends import ends_sentence
from standfirst.sources.pdf.lines import Line

# In sizes of the type: an indent, and what a line may end short of its column by chance.
_INDENT, _SLACK = 0.6, 0.8
# To the usual distance of lines; to the width of a column.
_MORE_WHITE, _MUCH_ROOM = 1.25, 0.25
# Sizes that are nearly the same; and what is set larger than the text, as headings are.
_SAME_SIZE, _LARGER = 1.14, 1.15
# Of the distances of lines in one size, so many have the usual one.
_USUAL = 0.15
_BEGINS_SMALL = regex.compile(r"\P{L}*\p{Ll}")
_HYPHEN = ("-", "\u2010", "\u00ad")


@frozen
class TypeArea:
    """How a document is set: the size of most of its text, and by size how far lines are from one another."""

    size: float
    distances: tuple[tuple[float, float], ...]

    def distance(self, size: float) -> float:
        """Return the usual distance of lines in a size."""
        return next((distance for known, distance in self.distances if known == round(size)), 1.3 * size)


@frozen
class SetParagraph:
    """The lines of a paragraph, and the column that they stand in, from its `start` to its `end`."""

    lines: tuple[Line, ...]
    start: float
    end: float

    @property
    def size(self) -> float:
        return max(self.lines, key=lambda line: len(line.text)).size

    def has_room(self, word: float) -> bool:
        """Tell whether a word so wide would have found room behind its last line."""
        last = self.lines[-1]
        return self.end - last.end > word + _SLACK * last.size

    @property
    def ends_early(self) -> bool:
        """Whether its last line leaves much of the column free."""
        return self.end - self.lines[-1].end > _MUCH_ROOM * (self.end - self.start)


def type_area_of(columns: Iterable[Sequence[Line]]) -> TypeArea:
    """Return how a document is set, of which these are the lines of each column."""
    columns = tuple(columns)
    sizes: Counter[float] = Counter()
    distances: dict[float, Counter[float]] = {}
    for line in (line for lines in columns for line in lines):
        sizes[line.size] += len(line.text)
    for before, line in (pair for lines in columns for pair in pairwise(lines)):
        if _is_same_size(before.size, line.size) and line.baseline > before.baseline:
            distances.setdefault(round(line.size), Counter())[round(2 * (line.baseline - before.baseline)) / 2] += 1
    usual = ((size, _usual(counted)) for size, counted in distances.items())
    return TypeArea(max(sizes, key=lambda size: (sizes[size], size), default=10.0), tuple(usual))


def _usual(counted: Counter[float]) -> float:
    """The least distance that is no exception."""
    least = _USUAL * counted.total()
    return min(distance for distance, count in counted.items() if count >= least or count == max(counted.values()))


def paragraphs_in(lines: Sequence[Line], area: TypeArea) -> list[SetParagraph]:
    """Return the paragraphs of a column."""
    text = [line for line in lines if not line.is_row] or lines
    start, end = min(line.start for line in text), max(line.end for line in text)
    found: list[list[Line]] = []
    for line in lines:
        if found and not _begins(line, SetParagraph(tuple(found[-1]), start, end), area):
            found[-1].append(line)
        else:
            found.append([line])
    return [SetParagraph(tuple(each), start, end) for each in found]


def _begins(line: Line, before: SetParagraph, area: TypeArea) -> bool:
    """Tell whether a line begins another paragraph than the lines before it."""
    last = before.lines[-1]
    if line.is_row or last.is_row or not _is_same_size(line.size, last.size):
        return True
    if line.baseline - last.baseline > _MORE_WHITE * area.distance(line.size):
        return True
    if last.text.endswith(_HYPHEN):
        return False
    if _is_indented(line, before) or (line.begins_item and before.lines[0].begins_item):
        return True
    if line.size > _LARGER * area.size:
        return False
    return before.has_room(line.first_word) and (ends_sentence(last.text) or before.ends_early)


def _is_indented(line: Line, before: SetParagraph) -> bool:
    """Tell whether a line begins where a paragraph does: further in than the lines before it, or less far in."""
    last, indent = before.lines[-1], _INDENT * line.size
    if line.start > last.start + indent:
        # Behind its first line a paragraph may stand further in, as the items of a list do.
        return len(before.lines) > 1
    return line.start < last.start - indent and len(before.lines) > 1


def _is_same_size(one: float, other: float) -> bool:
    return max(one, other) <= _SAME_SIZE * min(one, other)


def runs_on(paragraph: SetParagraph, following: SetParagraph) -> bool:
    """Tell whether a paragraph goes on in the one at the head of the next column, or page.

    It does where its last line is full and its sentence does not end there.
    """
    last, line = paragraph.lines[-1], following.lines[0]
    if last.is_row or line.is_row or not _is_same_size(last.size, line.size) or line.begins_item:
        return False
    if last.text.endswith(_HYPHEN):
        return True
    if paragraph.has_room(line.first_word) or line.start > following.start + _INDENT * line.size:
        return False
    return not ends_sentence(last.text) or bool(_BEGINS_SMALL.match(line.text))
