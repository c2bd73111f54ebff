"""GitHub's tables, row by row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from generator.prose.commonmark.leaves import Leaf
from generator.prose.commonmark.lines import Line, Written
from generator.prose.commonmark.reading import Reading

_DASHES = re.compile(r"\|? *:?-++:? *(?:\| *:?-++:? *)*+\|? *$")
_EDGE = re.compile(r"(?<!\\)\|")
# A class and no style, which the pages' own policy would block; of the start and the end, as the text runs.
_ALIGNMENTS = {(True, True): "align-center", (True, False): "align-start", (False, True): "align-end"}
# Rows are filled up with empty cells, but not so that a short text makes a huge table.
_MOST_FILLED = 100


def alignments_of(row: str) -> tuple[str, ...]:
    """Return the class of each column that a row of dashes draws, which may be empty; none if it is no such row."""
    if ("|" not in row and ":" not in row) or not _DASHES.match(row):
        return ()
    dashes = [cell.strip() for _, cell in cells_of(row)]
    return tuple(_ALIGNMENTS.get((cell.startswith(":"), cell.endswith(":")), "") for cell in dashes)


def cells_of(row: str) -> list[tuple[int, str]]:
    """Return the cells of a row, each with its offset in it; an escaped `|` parts nothing."""
    edges = [edge.start() for edge in _EDGE.finditer(row)]
    end = len(row.rstrip())
    edges = [*([] if edges[:1] == [0] else [-1]), *edges, *([] if edges[-1:] == [end - 1] and end > 1 else [end])]
    return [(start + 1, row[start + 1 : stop]) for start, stop in pairwise(edges)]


@dataclass(slots=True, eq=False)
class Table(Leaf):
    """Every line is a row, until a blank line or another block."""

    alignments: tuple[str, ...] = ()

    def add_head(self, written: str, offset: int, reading: Reading) -> None:
        """Set the names of the columns."""
        self._add_cells(SubElement(SubElement(self.element, "thead"), "tr"), "th", written, offset, reading)

    def add_row(self, line: Line, reading: Reading) -> None:
        """Set a line as a row."""
        body = self.element[-1] if self.element[-1].tag == "tbody" else SubElement(self.element, "tbody")
        row, written, offset = SubElement(body, "tr"), line.rest(line.ahead), line.offset(line.ahead)
        cells = cells_of(written)
        if len(cells) > len(self.alignments):
            at = offset + cells[len(self.alignments)][0]
            message = "this row has more cells than the table has columns, and they are left out"
            reading.lost(at, message, "add columns to its head, or write \\| for the sign |")
        self._add_cells(row, "td", written, offset, reading)
        self.last = line.number

    def _add_cells(self, row: Element, tag: str, written: str, offset: int, reading: Reading) -> None:
        """As many cells as the table has columns."""
        cells = cells_of(written)
        missing = len(self.alignments) - len(cells) if len(self.alignments) <= _MOST_FILLED else 0
        for alignment, (start, cell) in zip(self.alignments, [*cells, *[(len(written), "")] * missing], strict=False):
            element = SubElement(row, tag, {"class": alignment} if alignment else {})
            at = offset + start + len(cell) - len(cell.lstrip())
            reading.texts[element] = Written()
            reading.texts[element].add(cell.strip().replace("\\|", "|"), at)
