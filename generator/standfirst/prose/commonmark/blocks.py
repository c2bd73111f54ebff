"""A text by its blocks, line by line: which blocks each line goes on with, and which it begins."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser

from standfirst.prose.commonmark.containers import Container
from standfirst.prose.commonmark.leaves import Paragraph
from standfirst.prose.commonmark.lines import Line, Written, lines_of
from standfirst.prose.commonmark.lists import set_lists
from standfirst.prose.commonmark.reading import Reading
from standfirst.prose.commonmark.starts import STARTS, indented_code
from standfirst.prose.commonmark.structure import Structure
from standfirst.prose.commonmark.tables import Table


class Blocks(BlockParser):
    """Reads a text by its blocks; or, `inline`, as one paragraph. `reading` is what it knows of the last."""

    def __init__(self, md: Markdown, *, inline: bool = False) -> None:
        super().__init__(md)
        self.reading = Reading()
        self._inline = inline

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:
        """Return the blocks of a text, in which `reading.texts` are still to be read."""
        self.reading = Reading()
        self.root = Element(self.md.doc_tag)
        text = "\n".join(lines)
        if self._inline:
            self._read_as_paragraph(text)
        else:
            _read(text, self.root, self.reading)
        return ElementTree(self.root)

    def _read_as_paragraph(self, text: str) -> None:
        written = Written()
        for line in lines_of(text):
            written.add(line.rest(line.ahead), line.offset(line.ahead))
        self.reading.texts[SubElement(self.root, "p")] = written


def _read(text: str, root: Element, reading: Reading) -> None:
    blocks = Structure(reading, [Container(root, 0, 0)])
    for line in lines_of(text):
        _read_line(line, blocks)
    blocks.matched = 1
    blocks.close()
    set_lists(root, blocks)
    for note in reading.notes.values():
        set_lists(note, blocks)


def _read_line(line: Line, blocks: Structure) -> None:
    _match(line, blocks)
    if blocks.whole and blocks.leaf and blocks.leaf.takes(line):
        return
    lazy = isinstance(blocks.leaf, Paragraph)
    blank = line.blank
    while not line.blank and _begins_another(line, blocks):
        lazy = False
    if not line.blank:
        _add_text(line, blocks, lazy=lazy)
    elif blank:
        blocks.close()


def _match(line: Line, blocks: Structure) -> None:
    """Find out with which of the open containers a line goes on."""
    blocks.matched = 0
    for container in blocks.containers:
        if not container.goes_on(line):
            return
        blocks.matched += 1
        container.last = container.last if line.blank else line.number


def _begins_another(line: Line, blocks: Structure) -> bool:
    if line.indent >= 4:
        return indented_code(blocks, line)
    return any(start(blocks, line) for start in STARTS)


def _add_text(line: Line, blocks: Structure, *, lazy: bool) -> None:
    """Add what a line says to the paragraph or table that is open, or begin a paragraph."""
    blocks.reading.tell_of_attributes(line.rest(line.ahead).rstrip(), line.offset(line.ahead))
    words, offset = line.rest(line.ahead), line.offset(line.ahead)
    blocks.reading.tell_of_no_item(words, offset)
    above = "".join(blocks.leaf.written.parts[-1:]) if isinstance(blocks.leaf, Paragraph) else ""
    blocks.reading.tell_of_no_block(words, above, offset)
    if isinstance(blocks.leaf, Paragraph) and (lazy or blocks.whole):
        for container in blocks.containers:
            container.last = line.number
        blocks.leaf.add(line)
    elif isinstance(blocks.leaf, Table) and blocks.whole:
        blocks.leaf.add_row(line, blocks.reading)
    else:
        paragraph = Paragraph(blocks.append("p"), line.number, line.number)
        paragraph.add(line)
        blocks.begin(paragraph)
