"""How each block of text begins: a heading, code, a comment, a rule, a table; one function a kind of block.

Each is given the blocks that are open and a line, of which something is still to be read. It returns False, or opens
the block and reads what marks its beginning.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from standfirst.model import Kind
from standfirst.prose.commonmark.characters import unescaped
from standfirst.prose.commonmark.leaf_blocks import (
    NOTHING,
    Comment,
    FencedCode,
    IndentedCode,
    LeafBlock,
    ParagraphBlock,
)
from standfirst.prose.commonmark.lines import BlockText, MarkdownLine
from standfirst.prose.commonmark.structure import Structure
from standfirst.prose.commonmark.tables import TableBlock, alignments_of, cells_of

_HEADING = re.compile(r"(#{1,6})(?= |$)")
# Words as they begin a sentence.
_SENTENCE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){3}")
_FENCE = re.compile(r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")
_UNDERLINE = re.compile(r"(=+|-+) *$")
_RULE = re.compile(r"(?:(?:\* *){3,}|(?:_ *){3,}|(?:- *){3,})$")
_COMMENT = "<!--"
_REFERENCE = re.compile(rf"\]\((?:{'|'.join(Kind)}):|\[@")
_MOST_BLANKS = 3


def start_heading(blocks: Structure, line: MarkdownLine) -> bool:
    """`# Words`: the signs need a space behind them, so that `#hashtag` is a word; signs at the end are left out."""
    found = _HEADING.match(line.text, line.ahead)
    if not found:
        return False
    line.move(found.end())
    words = line.rest(line.ahead).rstrip()
    without = words.rstrip("#")
    words = without.rstrip() if not without or without[-1] in " \t" else words
    blocks.state.report_attributes(words, line.offset(line.ahead))
    _set_heading(blocks, blocks.append(f"h{len(found[1])}"), BlockText.of(words, line.offset(line.ahead)), line)
    return True


def start_fenced_code(blocks: Structure, line: MarkdownLine) -> bool:
    """Three backticks or tildes, and on the same line the language of the code."""
    found = _FENCE.match(line.text, line.ahead)
    if not found:
        return False
    language, _, rest = unescaped(found["info"].strip()).partition(" ")
    if rest:
        message = "readers see nothing of what stands behind the signs that begin code"
        blocks.state.report_oddity(line.offset(found.start("info")), message, "write the code on the next line")
    element = blocks.append("pre")
    offset = line.offset(line.ahead)
    blocks.begin(
        FencedCode(element, line.number, line.number, BlockText(), found["fence"], line.indent, language, offset)
    )
    line.move(len(line.text))
    return True


def start_comment(blocks: Structure, line: MarkdownLine) -> bool:
    """`<!--`: a comment on lines of its own; what stands behind its end is text."""
    if not line.text.startswith(_COMMENT, line.ahead):
        return False
    offset = line.offset(line.ahead)
    opened = Comment(blocks.append(NOTHING), line.number, line.number, BlockText(), offset)
    # `<!-->` is a whole comment.
    line.move(line.ahead + 2)
    blocks.begin(opened)
    opened.takes(line)
    line.move(line.ahead)
    return True


def start_underlined_heading(blocks: Structure, line: MarkdownLine) -> bool:
    """A paragraph with `===` or `---` right below it."""
    paragraph, found = blocks.paragraph, _UNDERLINE.match(line.text, line.ahead)
    if not paragraph or not found:
        return False
    blocks.take_definitions(paragraph)
    if paragraph.element.tag == NOTHING:
        blocks.leaf = None
        return False
    blocks.leaf = None
    paragraph.element.tag = "h1" if found[1][0] == "=" else "h2"
    _set_heading(blocks, paragraph.element, paragraph.written, line)
    return True


def _set_heading(blocks: Structure, element: Element, written: BlockText, line: MarkdownLine) -> None:
    known = blocks.blocks.get(element)
    blocks.blocks[element] = LeafBlock(element, known.first if known else line.number, line.number)
    blocks.hold(element, written)
    line.move(len(line.text))


def start_rule(blocks: Structure, line: MarkdownLine) -> bool:
    """Three or more of `*`, `-` or `_` alone in a line."""
    if not _RULE.match(line.text, line.ahead):
        return False
    element = blocks.append("hr")
    blocks.blocks[element] = LeafBlock(element, line.number, line.number)
    line.move(len(line.text))
    return True


def start_table(blocks: Structure, line: MarkdownLine) -> bool:
    """A row of dashes below a row of as many cells: GitHub's tables."""
    paragraph, alignments = blocks.paragraph, alignments_of(line.text[line.ahead :])
    if not paragraph or not alignments:
        return False
    head = paragraph.written.parts[-1]
    if "|" not in head:
        return False
    if len(cells_of(head)) != len(alignments):
        message = f"this is no table: the row above has {len(cells_of(head))} cells, and this one {len(alignments)}"
        blocks.state.report_oddity(line.offset(line.ahead), message, "write dashes for each column")
        return False
    head, offset = paragraph.written.pop()
    if not paragraph.written.parts:
        del blocks.parent[-1]
        blocks.leaf = None
    opened = TableBlock(blocks.append("table"), line.number - 1, line.number, BlockText(), alignments)
    opened.add_head(head, offset, blocks.state)
    blocks.begin(opened)
    line.move(len(line.text))
    return True


def start_indented_code(blocks: Structure, line: MarkdownLine) -> bool:
    """Four columns further in than the text around it, unless a paragraph goes on."""
    if line.indent < 4 or isinstance(blocks.leaf, ParagraphBlock):
        return False
    if _REFERENCE.search(line.text):
        hint = f"begin the line with {_MOST_BLANKS} blanks at most"
        message = "four blanks before a line make it code, and readers see its brackets"
        blocks.state.report_oddity(line.offset(line.ahead), message, hint)
    elif _SENTENCE.match(line.text, line.ahead):
        message = "four blanks or a tab before a line make it code, and this seems to be text"
        hint = f"begin the line with {_MOST_BLANKS} blanks at most, or set code between lines of ```"
        blocks.state.report_oddity(line.offset(line.ahead), message, hint)
    opened = IndentedCode(blocks.append("pre"), line.number, line.number)
    opened.takes(line)
    blocks.begin(opened)
    line.move(len(line.text))
    return True
