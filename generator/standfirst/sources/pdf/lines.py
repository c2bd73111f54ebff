"""The lines of a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from standfirst.model.frozen_class import frozen
from standfirst.sources.pdf.fragments import Fragment, rows_of

# In sizes of the type: the white that rows of a table have at one place. Lines that are set to a width have none.
_LEAST_WHITE = 1.2
_MARKER = re.compile(r"(?:[•▪▫◦‣●○■□–—*·-]|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)])")


Whites = tuple[tuple[float, float], ...]


@frozen
class Line:
    """A line of a column, from where it begins to be read, its `start`, to its `end`.

    `whites` are where its parts stand apart; in a row of a table these are cells.
    """

    page: int
    start: float
    end: float
    baseline: float
    size: float
    text: str
    whites: Whites = ()
    is_row: bool = False

    @property
    def first_word(self) -> float:
        """About how wide the first word is."""
        words = self.text.split(maxsplit=1)
        return (self.end - self.start) * len(words[0]) / len(self.text) if words else 0.0

    @property
    def begins_item(self) -> bool:
        """Whether it begins with the mark or the number of an item in a list."""
        word, _, rest = self.text.partition(" ")
        return bool(rest and _MARKER.fullmatch(word))


def lines_in(fragments: Sequence[Fragment], page: int) -> list[Line]:
    """Return the lines of a column, from its head to its foot."""
    lines = [_line(parts, page) for parts in rows_of(fragments)]
    whites = [line.whites for line in lines]
    return [
        replace(line, is_row=any(map(partial(_have_one_white, line), around)))
        for line, around in zip(lines, zip([(), *whites], [*whites[1:], ()], strict=False), strict=True)
    ]


def _have_one_white(line: Line, whites: Whites) -> bool:
    """Tell whether there is white at one place in a line and in the one before it or behind it."""
    return any(
        min(end, other_end) - max(start, other_start) >= _LEAST_WHITE * line.size
        for start, end in line.whites
        for other_start, other_end in whites
    )


def _line(parts: list[Fragment], page: int) -> Line:
    parts.sort(key=lambda each: each.start)
    longest = max(parts, key=lambda each: len(each.text))
    # The mark of an item stands apart as well.
    cells = parts[1:] if _MARKER.fullmatch(parts[0].text) else parts
    whites = tuple((before.end, behind.start) for before, behind in pairwise(cells))
    start, end = parts[0].start, max(each.end for each in parts)
    return Line(page, start, end, longest.baseline, longest.size, " ".join(each.text for each in parts), whites)
