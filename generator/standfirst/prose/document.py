"""A text read once: what Python-Markdown makes of it, as a document of which everything else is read."""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element as Tag

from standfirst.model import (
    CitationMark,
    Document,
    Element,
    Hyperlink,
    ImageReference,
    Kind,
    MarkdownFault,
    MarkdownForm,
    Node,
    Picture,
    TextNode,
)
from standfirst.model.frozen_class import frozen
from standfirst.prose.commonmark.characters import ENTITY, character_of
from standfirst.prose.commonmark.parser_state import ParserState
from standfirst.prose.converter import Converter
from standfirst.prose.simple_blocks import independent_parts, simple_block, simple_line
from standfirst.prose.traces import TRACE, offset_of, untraced, without_controls

KINDS = {kind.value: kind for kind in Kind}
PICTURES = {picture.value: picture for picture in Picture}
_BLOCKS = frozenset(
    {"blockquote", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre"}
    | {"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
# What stands in a tree for other characters, and for where words were written.
_PIECE = re.compile(rf"(?P<trace>{TRACE})?(?P<words>[^\x0e-\x18]*+)")
_SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):.*", re.DOTALL)
# Browsers pass over these before and within a scheme.
_PASSED_OVER = re.compile(r"[\x00-\x20\x7f-\x9f]")
_CHUNK = re.compile(r"\S+")
# Words in which no character means anything to Markdown, in a single line that is a paragraph.
_PLAIN = {
    MarkdownForm.INLINE: re.compile(r"[^\\`*_\[<&\x00-\x1f\x7f]+"),
    MarkdownForm.BLOCK: re.compile(r"[^\W\d_][^\\`*_\[<&|\x00-\x1f\x7f]*"),
}


def document_of(markdown: str, form: MarkdownForm) -> Document:
    """Return what a text says, which depends on these two alone."""
    text = without_controls(markdown)
    if _PLAIN[form].fullmatch(text):
        words = TextNode(" ".join(text.split()) if form is MarkdownForm.INLINE else text.rstrip(), ((0, 0),))
        return Document((words,) if form is MarkdownForm.INLINE else (Element("p", (words,)),))
    if form is MarkdownForm.INLINE:
        line = simple_line(text)
        return parsed_line(text) if line is None else Document(line)
    nodes: list[Node] = []
    parsed: list[Document] = []
    for start, end in independent_parts(text):
        if block := simple_block(text[start:end], start):
            nodes.append(block)
        else:
            parsed.append(parsed_blocks(text, start, end))
            nodes += parsed[-1].nodes
    return Document(
        tuple(nodes),
        tuple(itertools.chain.from_iterable(part.unused_footnotes for part in parsed)),
        tuple(itertools.chain.from_iterable(part.faults for part in parsed)),
    )


def parsed_blocks(text: str, start: int, end: int) -> Document:
    """Return what a part of a text says, read as a text of its own by the whole parser."""
    tree = _converter(MarkdownForm.BLOCK).read(text[start:end])
    reader = _DocumentBuilder(text, tree.state, (start,), (0,), by_word=False)
    loose = tuple(label for label, note in tree.state.notes.items() if not note.get("id"))
    return Document(reader.children(tree.root), loose, reader.faults())


def parsed_line(text: str) -> Document:
    """Return what a text of one line says, read by the whole parser."""
    # What is one run of words is one line.
    chunks = tuple(_CHUNK.finditer(text))
    tree = _converter(MarkdownForm.INLINE).read(" ".join(chunk[0] for chunk in chunks))
    starts = tuple(chunk.start() for chunk in chunks)
    reader = _DocumentBuilder(text, tree.state, starts, _starts(chunks), by_word=True)
    return Document(reader.children(tree.root[0]), (), reader.faults())


@functools.lru_cache(maxsize=len(MarkdownForm))
def _converter(form: MarkdownForm) -> Converter:
    return Converter(form)


def _starts(chunks: Sequence[re.Match[str]]) -> tuple[int, ...]:
    """Where chunks begin once there is one blank between them."""
    return tuple(itertools.accumulate((len(chunk[0]) + 1 for chunk in chunks), initial=0))[:-1]


def is_block(node: Node) -> bool:
    """Whether a node stands by itself and not in a line with others."""
    return (isinstance(node, Element) and node.tag in _BLOCKS) or (isinstance(node, ImageReference) and node.standalone)


# A target is asked for by each rule about links, and where the link is set.
@functools.lru_cache(maxsize=2**14)
def scheme_of(target: str) -> str | None:
    """Return the scheme of an address in lower case, as a browser reads it; None for an address within the site."""
    found = _SCHEME.fullmatch(_PASSED_OVER.sub("", target))
    return found["scheme"].lower() if found else None


@frozen
class _DocumentBuilder:
    """Turns the tree of a text, or of a part of it, into nodes.

    `starts` are where chunks begin in what was read, and `originals` where in the text; `by_word`, each word is one.
    """

    markdown: str
    state: ParserState
    originals: tuple[int, ...]
    starts: tuple[int, ...]
    by_word: bool

    def faults(self) -> tuple[MarkdownFault, ...]:
        """Return what does not come out as its writer means."""
        return tuple(replace(each, offset=self._offset(each.offset)) for each in sorted(self.state.faults))

    def children(self, tag: Tag) -> tuple[Node, ...]:
        """Return what stands in an element, with what it says before, between and behind its elements."""
        return tuple(self._children(tag))

    def _children(self, tag: Tag) -> Iterator[Node]:
        yield from self._words(tag.text)
        for child in tag:
            yield self._node(child)
            yield from self._words(child.tail)

    def _node(self, tag: Tag) -> Node:
        match tag.tag:
            case "sup" if "source" in tag.attrib:
                return CitationMark(
                    tag.get("source", ""), tag.get("words", ""), bool(tag.get("colon")), self._inside(tag)
                )
            case "a" if not tag.get("class", "").startswith("footnote-"):
                target, children = _plain(tag.get("href", "")), self.children(tag)
                # `<kind:id>` is a reference like any other; nobody is to read that for a fact.
                named = scheme_of(target) in KINDS and [target] == [getattr(node, "text", "") for node in children]
                return Hyperlink(target, () if named else children, _title(tag), self._inside(tag))
            case "img":
                return self._image(tag, alone=False)
            case "p" if _holds_only_what_is_set(tag):
                return self._image(tag[0], alone=True)
            case name:
                return Element(name, self.children(tag), tuple(sorted(tag.items())))

    def _image(self, tag: Tag, *, alone: bool) -> ImageReference:
        alternative = _plain(tag.get("alt", ""))
        return ImageReference(_plain(tag.get("src", "")), alternative, _title(tag), self._inside(tag), alone)

    def _inside(self, tag: Tag) -> int:
        """Where the address of a link or image is written, or what stands behind the bracket that it begins with."""
        return self._offset(self.state.addresses[tag])

    def _offset(self, offset: int) -> int:
        number = bisect_right(self.starts, offset) - 1
        return self.originals[number] + offset - self.starts[number] if number >= 0 else offset

    def _words(self, text: str | None) -> Iterator[TextNode]:
        """Words as readers see them, and where those with a trace are written."""
        shown = ""
        places: list[tuple[int, int]] = []
        for piece in _PIECE.finditer(text or ""):
            words = _plain(piece["words"])
            if piece["trace"]:
                places += self._places(words, len(shown), offset_of(piece["trace"]))
            shown += words
        if shown:
            yield TextNode(shown, tuple(places))

    def _places(self, words: str, at: int, offset: int) -> Iterator[tuple[int, int]]:
        """Where some words begin, in what they are part of and in the Markdown; in a text of one line, each of them."""
        for start in (chunk.start() for chunk in _CHUNK.finditer(words)) if self.by_word else (0,):
            original = self._offset(offset + start)
            if words[start : start + 1] == self.markdown[original : original + 1] != "":
                yield at + start, original


def _plain(text: str) -> str:
    """A text without traces, and with characters in the place of entities."""
    return ENTITY.sub(lambda found: character_of(found[0]), untraced(text))


def _title(tag: Tag) -> str | None:
    return _plain(tag.get("title", "")) if "title" in tag.attrib else None


def _holds_only_what_is_set(paragraph: Tag) -> bool:
    """Whether a paragraph is nothing but the image of a fact or a picture."""
    around = (paragraph.text or "") + "".join(child.tail or "" for child in paragraph)
    if [child.tag for child in paragraph] != ["img"] or untraced(around).strip():
        return False
    scheme = scheme_of(_plain(paragraph[0].get("src", "")))
    return scheme in KINDS or scheme in PICTURES


# ---------------------------------------------------------------- walking


def nodes_in(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield nodes and all that stands in them, in the order in which it is read."""
    for node in nodes:
        yield node
        if isinstance(node, Element | Hyperlink):
            yield from nodes_in(node.children)


def texts_in(document: Document) -> Iterator[str]:
    """Yield the words of a document, each run of them that nothing else interrupts by itself."""
    return (node.text for node in nodes_in(document.nodes) if isinstance(node, TextNode))
