"""A document by its leaves: the lines of words that no other block stands in, and what each of them is part of."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from standfirst.model import (
    CitationMark,
    Document,
    Element,
    FactId,
    Hyperlink,
    Id,
    ImageReference,
    Kind,
    Leaf,
    LeafText,
    Node,
    Role,
    TextNode,
)
from standfirst.prose.document import KINDS, is_block, scheme_of

_ROLES = {"blockquote": Role.QUOTATION, "pre": Role.CODE, "table": Role.TABLE} | dict.fromkeys(
    ("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING
)
_LISTS = frozenset({"ul", "ol", "dl", "table"})


def leaves_of(document: Document) -> tuple[Leaf, ...]:
    """Return the leaves of a document in order, footnotes last; none of them is empty."""
    leaves = _Leaves()
    leaves.take(document.nodes, _LeafContext(Role.TEXT, 0))
    return tuple(leaves.found)


class _LeafContext(NamedTuple):
    """What stands around a node; `holds` if paragraphs in it are no units of their own."""

    role: Role
    unit: int
    holds: bool = False
    in_list: bool = False
    note: str = ""


class _Leaves:
    def __init__(self) -> None:
        self.found: list[Leaf] = []
        self._units = itertools.count(1)

    def take(self, nodes: tuple[Node, ...], around: _LeafContext) -> None:
        """Find the leaves of some nodes; hardly any of them mix blocks and words."""
        kinds = set(map(is_block, nodes))
        for blocks, together in itertools.groupby(nodes, is_block) if len(kinds) > 1 else ((True in kinds, nodes),):
            if not blocks:
                self._take_line(tuple(together), around)
            for node in together if blocks else ():
                if isinstance(node, Element):
                    self.take(node.children, self._in(node, around))
                else:
                    self.found.append(Leaf((node,), _line_of((node,)), around.role, next(self._units), around.note))

    def _take_line(self, nodes: tuple[Node, ...], around: _LeafContext) -> None:
        if any(not isinstance(node, TextNode) or node.text.strip() for node in nodes):
            self.found.append(Leaf(nodes, _line_of(nodes), around.role, around.unit, around.note))

    def _in(self, block: Element, around: _LeafContext) -> _LeafContext:
        role = _ROLES.get(block.tag, around.role)
        if block.tag == "div" and block.get("class") == "footnote":
            role = Role.NOTE
        note = block.get("id") if block.tag == "li" and around.role is Role.NOTE else ""
        goes_on = around.holds or (around.in_list and block.tag != "p")
        return _LeafContext(
            role=role,
            unit=next(self._units) if not goes_on or (note and not around.note) else around.unit,
            holds=around.holds or block.tag == "blockquote",
            in_list=around.in_list or block.tag in _LISTS,
            note=note or around.note,
        )


# ---------------------------------------------------------------- a leaf as words


def line_with_names(leaf: Leaf, written: Callable[[FactId], str]) -> LeafText:
    """Return what readers see of a leaf; `written` gives what an empty link to a fact writes."""
    # Few links are empty: the line of a leaf without one was read once for all.
    return _line_of(leaf.nodes, written) if has_empty_links((leaf,)) else leaf.line


def has_empty_links(leaves: Iterable[Leaf]) -> bool:
    """Whether there is a link in some leaves that shows no words of the text, and so perhaps the name of its fact."""
    return any(start == end for leaf in leaves for _, start, end in leaf.line.links)


def _line_of(nodes: tuple[Node, ...], written: Callable[[FactId], str] = lambda _fact: "") -> LeafText:
    if len(nodes) == 1 and isinstance(nodes[0], TextNode):
        return LeafText(nodes[0].text, nodes[0].offsets, (), ())
    line = _LeafReader(written)
    line.take_all(nodes)
    line.end()
    return LeafText("".join(line.pieces), tuple(line.places), tuple(line.apart), tuple(line.links))


def fact_of(target: str) -> FactId | None:
    """Return the fact that an address names, if it names one."""
    kind = scheme_of(target)
    return FactId(KINDS[kind], Id(target.partition(":")[2])) if kind in KINDS else None


# Of other scripts by their numbers: an ideographic stop, a danda, an Arabic stop; and so on.
_STOPS = (".", "\u3002", "\u0964", "\u06d4")
_OTHER_ENDS = ("?", "!", "…", "\uff1f", "\uff01", "\u061f")
_WITHIN_SENTENCES = (",", ";", ":", "\u060c", "\u061b", "\uff0c", "\uff1b", "\u3001")


def writes_a_sentence(fact: FactId) -> bool:
    """Whether an empty link to a fact writes a sentence."""
    return fact.kind in {Kind.CLAIM, Kind.UNKNOWN}


def with_one_full_stop(written: str, behind: str, *, sentence: bool) -> tuple[str, str]:
    """Return what an empty link writes and what stands behind it, with one full stop where there would be two."""
    if behind.startswith(_STOPS) and not behind.startswith(".."):
        if written.endswith(_STOPS):
            return written[:-1], behind
        if written.endswith(_OTHER_ENDS):
            return written, behind[1:]
    if sentence and behind.startswith((*_WITHIN_SENTENCES, *_OTHER_ENDS)) and written.endswith(_STOPS):
        return written[:-1], behind
    return written, behind


@dataclass(slots=True)
class _LeafReader:
    written: Callable[[FactId], str]
    pieces: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    apart: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[Hyperlink, int, int]] = field(default_factory=list)
    length: int = 0
    # Whether a citation stands before what comes next; and whether an empty link wrote a sentence there, or a name.
    cited: bool = False
    wrote: bool | None = None

    def take_all(self, nodes: tuple[Node, ...]) -> None:
        for node in nodes:
            self.take(node)

    def take(self, node: Node) -> None:
        match node:
            case TextNode():
                self._add_words(node)
            case CitationMark():
                self.cited = True
            case ImageReference():
                # What sets a fact or a picture shows no words of its own here.
                start = self.length
                self._add("" if node.standalone else node.alternative)
                self.apart.append((start, self.length))
            case Hyperlink():
                self._take_link(node)
            case Element(tag="br"):
                self._add("\n")
            case Element(tag="code"):
                start = self.length
                self.take_all(node.children)
                self.apart.append((start, self.length))
            case Element(tag="a"):
                pass  # The mark of a footnote, or the way back from one.
            case Element():
                self.take_all(node.children)

    def end(self) -> None:
        if self.cited:
            self._close_up("")

    def _add_words(self, words: TextNode) -> None:
        text = words.text
        if self.cited:
            self._close_up(text)
        cut = 0
        if self.wrote is not None and self.pieces:
            last = self.pieces[-1]
            self.pieces[-1], behind = with_one_full_stop(last, text, sentence=self.wrote)
            self.length -= len(last) - len(self.pieces[-1])
            cut = len(text) - len(behind)
        start = self.length - cut
        self.places += ((start + at, offset) for at, offset in words.offsets if at >= cut)
        self._add(text[cut:])

    def _close_up(self, behind: str) -> None:
        """Leave out the blanks before a citation, unless that would join two words."""
        self.cited = False
        while not behind[:1].isalnum() and self.pieces and self.pieces[-1][-1:].isspace():
            last = self.pieces[-1].rstrip()
            self.length -= len(self.pieces[-1]) - len(last)
            self.pieces[-1:] = [last] if last else []

    def _take_link(self, link: Hyperlink) -> None:
        start = self.length
        self.take_all(link.children)
        wrote = None
        if start == self.length and (fact := fact_of(link.target)):
            self._add(self.written(fact))
            wrote = writes_a_sentence(fact) if self.length > start else None
        start = min(start, self.length)
        self.links.append((link, start, self.length))
        self.apart.append((start, self.length))
        self.places.append((self.length, link.offset))
        self.wrote = wrote

    def _add(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)
        # Blanks may yet be left out, before a citation.
        if not text.isspace():
            self.wrote = None
