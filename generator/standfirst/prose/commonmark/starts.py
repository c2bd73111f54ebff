"""How each block begins: one function a kind of block, in the order in which CommonMark asks for them.

Each is given the blocks that are open and a line, of which something is still to be read. It returns False, or opens
the block and reads what marks its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from standfirst.model import Kind
from standfirst.prose.commonmark.characters import unescaped
from standfirst.prose.commonmark.container_blocks import BlockQuote, IndentedBlock
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
_ITEM = re.compile(r"(?P<bullet>[*+-])(?= |$)|(?P<number>[0-9]{1,9})(?P<sign>[.)])(?= |$)")
_NOTE = re.compile(r"\[\^(?P<label>[^\[\]]+)\]:")
_DEFINITION = re.compile(r": +(?=\S)")
_COMMENT = "<!--"
_REFERENCE = re.compile(rf"\]\((?:{'|'.join(Kind)}):|\[@")
_MOST_BLANKS = 3


def start_block_quote(blocks: Structure, line: MarkdownLine) -> bool:
    """`> words`: may stand right below a paragraph."""
    if not line.text.startswith(">", line.ahead) or not blocks.has_room(line):
        return False
    opened = BlockQuote(blocks.append("blockquote"), line.number, line.number)
    opened.goes_on(line)
    blocks.enter(opened)
    return True


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
    _set_heading(blocks, blocks.append(f"h{len(found[1])}"), _written(words, line.offset(line.ahead)), line)
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


def _written(text: str, offset: int) -> BlockText:
    written = BlockText()
    written.add(text, offset)
    return written


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


def start_footnote(blocks: Structure, line: MarkdownLine) -> bool:
    """`[^label]: words`: a footnote, which goes on where lines are four columns in."""
    found = _NOTE.match(line.text, line.ahead)
    if not found or not blocks.has_room(line):
        return False
    place = blocks.append(NOTHING)
    if found["label"] in blocks.state.notes:
        message = f"another footnote is called '{found['label']}', and this one is left out"
        blocks.state.report_loss(line.offset(line.ahead), message, "give it another label")
    element = Element("li")
    blocks.state.notes.setdefault(found["label"], element)
    line.move(found.end())
    line.move(line.ahead)
    opened = IndentedBlock(element, line.number, line.number, 4)
    blocks.blocks[place] = opened
    blocks.enter(opened)
    return True


def start_list_item(blocks: Structure, line: MarkdownLine) -> bool:
    """`- words` or `1. words`: within a paragraph only with words, and of the numbers only 1 (years end sentences)."""
    found = _ITEM.match(line.text, line.ahead)
    if not found or (blocks.paragraph and _is_no_item_in_a_paragraph(found, line)) or not blocks.has_room(line):
        return False
    blocks.close()
    element = SubElement(_list_of(blocks, found, line), "li")
    before = line.indent
    line.move(found.end())
    blanks = line.indent if 1 <= line.indent <= 4 and not line.blank else 1
    line.move(min(line.at + blanks, len(line.text)))
    blocks.enter(IndentedBlock(element, line.number, line.number, before + len(found[0]) + blanks))
    return True


def _is_no_item_in_a_paragraph(found: re.Match[str], line: MarkdownLine) -> bool:
    return not line.text[found.end() :].strip() or (found["number"] is not None and int(found["number"]) != 1)


def _list_of(blocks: Structure, found: re.Match[str], line: MarkdownLine) -> Element:
    """The list that an item belongs to: the one before it if that has the same sign, or a new one."""
    sign = found["bullet"] or found["sign"]
    last = blocks.parent[-1] if len(blocks.parent) else None
    if last is not None and blocks.signs.get(last) == sign:
        _tell_of_another_number(blocks, last, found, line)
        return last
    attributes = {"start": str(int(found["number"]))} if found["number"] and int(found["number"]) != 1 else {}
    made = SubElement(blocks.parent, "ol" if found["number"] else "ul", attributes)
    blocks.signs[made] = sign
    blocks.blocks[made] = LeafBlock(made, line.number, line.number)
    return made


def _tell_of_another_number(blocks: Structure, within: Element, found: re.Match[str], line: MarkdownLine) -> None:
    """A list counts on from its first number; many writers give all its items that one."""
    first = int(within.get("start", "1"))
    shown = first + len(within)
    if found["number"] and int(found["number"]) not in (first, shown):
        message = f"readers see the number {shown} here, since a list counts on from its first"
        hint = f"write {shown}{found['sign']}, or {found['number']}\\{found['sign']} for a number that is no list's"
        blocks.state.report_oddity(line.offset(line.ahead), message, hint)


def start_definition(blocks: Structure, line: MarkdownLine) -> bool:
    """`: words` below a term: PHP Markdown Extra's definition lists."""
    found = _DEFINITION.match(line.text, line.ahead)
    last = blocks.parent[-1] if len(blocks.parent) else None
    if not found or last is None or last.tag not in ("p", "dl") or not blocks.has_room(line):
        return False
    blocks.close()
    terms = last if last.tag == "dl" else _terms(blocks, last)
    if terms is None:
        return False
    element = SubElement(terms, "dd")
    line.move(found.end())
    blocks.enter(IndentedBlock(element, line.number, line.number, min(len(found[0]), 4)))
    return True


def _terms(blocks: Structure, paragraph: Element) -> Element | None:
    """The list whose last terms are the lines of a paragraph, which it takes the place of."""
    if paragraph.tag == NOTHING:
        return None
    written, known = blocks.state.texts.pop(paragraph), blocks.blocks[paragraph]
    parent = blocks.parent
    del parent[-1]
    before = parent[-1] if len(parent) else None
    made = before if before is not None and before.tag == "dl" else SubElement(parent, "dl")
    blocks.blocks.setdefault(made, LeafBlock(made, known.first, known.last))
    for part, offset in zip(written.parts, written.offsets, strict=True):
        term = SubElement(made, "dt")
        blocks.blocks[term] = LeafBlock(term, known.first, known.last)
        blocks.hold(term, _written(part, offset))
    return made


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


STARTS: tuple[Callable[[Structure, MarkdownLine], bool], ...] = (
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
