"""How each block that holds others begins: a quotation, a footnote, an item of a list, a definition.

The functions are as those in `leaf_starts`.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from standfirst.prose.commonmark.container_blocks import BlockQuote, IndentedBlock
from standfirst.prose.commonmark.leaf_blocks import NOTHING, LeafBlock
from standfirst.prose.commonmark.lines import BlockText, MarkdownLine
from standfirst.prose.commonmark.structure import Structure

_ITEM = re.compile(r"(?P<bullet>[*+-])(?= |$)|(?P<number>[0-9]{1,9})(?P<sign>[.)])(?= |$)")
_NOTE = re.compile(r"\[\^(?P<label>[^\[\]]+)\]:")
_DEFINITION = re.compile(r": +(?=\S)")


def start_block_quote(blocks: Structure, line: MarkdownLine) -> bool:
    """`> words`: may stand right below a paragraph."""
    if not line.text.startswith(">", line.ahead) or not blocks.has_room(line):
        return False
    opened = BlockQuote(blocks.append("blockquote"), line.number, line.number)
    opened.goes_on(line)
    blocks.enter(opened)
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
    blanks = line.indent if line.indent <= 4 and not line.blank else 1
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
        blocks.hold(term, BlockText.of(part, offset))
    return made
