"""GitHub's tables, row by row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from standfirst.prose.commonmark.leaf_blocks import LeafBlock
from standfirst.prose.commonmark.lines import BlockText, MarkdownLine
from standfirst.prose.commonmark.parser_state import ParserState

_DASHES = re.compile(r"\|? *:?-++:? *(?:\| *:?-++:? *)*+\|? *$")
_EDGE = re.compile(r"(?<!\\)\|")
# A class and no style, which the pages' own policy would block; of the start and the end, as the text runs.
_ALIGNMENTS = {(True, True): "align-center", (True, False): "align-start", (False, True): "align-end"}
# HTML's limit.
_WIDEST = 1000


def alignments_of(row: str) -> tuple[str, ...]:
    """Return the class of each column that a row of dashes draws, which may be empty; none if it is no such row."""
    if not _DASHES.match(row):
        return ()
    dashes = [cell.strip() for _, cell in cells_of(row)]
    return tuple(_ALIGNMENTS.get((cell.startswith(":"), cell.endswith(":")), "") for cell in dashes)


def cells_of(row: str) -> list[tuple[int, str]]:
    """Return the cells of a row, each with its offset in it; an escaped `|` parts nothing."""
    edges = [edge.start() for edge in _EDGE.finditer(row)]
    end = len(row.rstrip())
    edges = [*([] if edges[:1] == [0] else [-1]), *edges, *([] if edges[-1:] == [end - 1] else [end])]
    return [(start + 1, row[start + 1 : stop]) for start, stop in pairwise(edges)]


@dataclass(slots=True, eq=False)
class TableBlock(LeafBlock):
    """Every line is a row, until a blank line or another block."""

    alignments: tuple[str, ...] = ()

    def add_head(self, written: str, offset: int, state: ParserState) -> None:
        """Set the names of the columns."""
        self._add_cells(SubElement(SubElement(self.element, "thead"), "tr"), "th", written, offset, state)

    def add_row(self, line: MarkdownLine, state: ParserState) -> None:
        """Set a line as a row."""
        body = self.element[-1] if self.element[-1].tag == "tbody" else SubElement(self.element, "tbody")
        row, written, offset = SubElement(body, "tr"), line.rest(line.ahead), line.offset(line.ahead)
        beyond = [start for start, cell in cells_of(written)[len(self.alignments) :] if cell.strip()]
        if beyond:
            message = "the head of the table has no column for this cell, which is left out"
            hint = "add a column to the head and to the row of dashes, or write \\| for the sign |"
            state.report_loss(offset + beyond[0], message, hint)
        self._add_cells(row, "td", written, offset, state)
        self.last = line.number

    def _add_cells(self, row: Element, tag: str, written: str, offset: int, state: ParserState) -> None:
        """As many cells as the table has columns; one for all that are missing, lest short rows make a huge table."""
        cells = cells_of(written)
        for alignment, (start, cell) in zip(self.alignments, cells, strict=False):
            element = SubElement(row, tag, {"class": alignment} if alignment else {})
            at = offset + start + len(cell) - len(cell.lstrip())
            state.texts[element] = BlockText()
            state.texts[element].add(cell.strip().replace("\\|", "|"), at)
        if (missing := len(self.alignments) - len(cells)) > 0:
            SubElement(row, tag, {"colspan": str(min(missing, _WIDEST))} if missing > 1 else {})
