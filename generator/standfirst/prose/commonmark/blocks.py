"""A text by its blocks, line by line: which blocks each line goes on with, and which it begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser

from standfirst.prose.commonmark.container_blocks import ContainerBlock
from standfirst.prose.commonmark.container_starts import (
    start_block_quote,
    start_definition,
    start_footnote,
    start_list_item,
)
from standfirst.prose.commonmark.leaf_blocks import ParagraphBlock
from standfirst.prose.commonmark.leaf_starts import (
    start_comment,
    start_fenced_code,
    start_heading,
    start_indented_code,
    start_rule,
    start_table,
    start_underlined_heading,
)
from standfirst.prose.commonmark.lines import BlockText, MarkdownLine, markdown_lines
from standfirst.prose.commonmark.lists import class_long_numbers, note_tight_lists
from standfirst.prose.commonmark.parser_state import ParserState
from standfirst.prose.commonmark.structure import Structure
from standfirst.prose.commonmark.tables import TableBlock

# In the order in which CommonMark asks for them.
_STARTS: tuple[Callable[[Structure, MarkdownLine], bool], ...] = (
    start_block_quote,
    start_heading,
    start_fenced_code,
    start_comment,
    start_underlined_heading,
    start_rule,
    start_footnote,
    start_list_item,
    start_table,
    start_definition,
)


class Blocks(BlockParser):
    """Reads a text by its blocks; or, `inline`, as one paragraph. `text_state` is what it knows of the last."""

    def __init__(self, md: Markdown, *, inline: bool = False) -> None:
        super().__init__(md)
        self.text_state = ParserState()
        self._inline = inline

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:
        """Return the blocks of a text, in which `text_state.texts` are still to be read."""
        self.text_state = ParserState()
        self.root = Element(self.md.doc_tag)
        text = "\n".join(lines)
        if self._inline:
            self._read_as_paragraph(text)
        else:
            _read(text, self.root, self.text_state)
        return ElementTree(self.root)

    def _read_as_paragraph(self, text: str) -> None:
        written = BlockText()
        for line in markdown_lines(text):
            written.add(line.rest(line.ahead), line.offset(line.ahead))
        self.text_state.texts[SubElement(self.root, "p")] = written


def _read(text: str, root: Element, state: ParserState) -> None:
    blocks = Structure(state, [ContainerBlock(root, 0, 0)])
    for line in markdown_lines(text):
        _read_line(line, blocks)
    blocks.close()
    for part in (root, *state.notes.values()):
        class_long_numbers(part)
        note_tight_lists(part, blocks)


def _read_line(line: MarkdownLine, blocks: Structure) -> None:
    _match(line, blocks)
    if blocks.whole and blocks.leaf and blocks.leaf.takes(line):
        return
    blank = line.blank
    while not line.blank and _begins_another(line, blocks):
        continue
    if not line.blank:
        _add_text(line, blocks)
    elif blank:
        blocks.close()


def _match(line: MarkdownLine, blocks: Structure) -> None:
    """Find out with which of the open containers a line goes on."""
    blocks.matched = 0
    for container in blocks.containers:
        if not container.goes_on(line):
            return
        blocks.matched += 1
        container.last = container.last if line.blank else line.number


def _begins_another(line: MarkdownLine, blocks: Structure) -> bool:
    if line.indent >= 4:
        return start_indented_code(blocks, line)
    return any(start(blocks, line) for start in _STARTS)


def _add_text(line: MarkdownLine, blocks: Structure) -> None:
    """Add what a line says to the paragraph or table that is open, or begin a paragraph."""
    blocks.state.report_attributes(line.rest(line.ahead).rstrip(), line.offset(line.ahead))
    words, offset = line.rest(line.ahead), line.offset(line.ahead)
    blocks.state.report_near_item(words, offset)
    above = "".join(blocks.leaf.written.parts[-1:]) if isinstance(blocks.leaf, ParagraphBlock) else ""
    blocks.state.report_near_block(words, above, offset)
    if isinstance(blocks.leaf, ParagraphBlock):
        for container in blocks.containers:
            container.last = line.number
        blocks.leaf.add(line)
    elif isinstance(blocks.leaf, TableBlock) and blocks.whole:
        blocks.leaf.add_row(line, blocks.state)
    else:
        paragraph = ParagraphBlock(blocks.append("p"), line.number, line.number)
        paragraph.add(line)
        blocks.begin(paragraph)
