"""A text by its paragraphs, as its readers see them: for rules about what stands together, and about what is quoted."""

from __future__ import annotations

import itertools
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence

import regex

from standfirst.model import (
    Citation,
    CitationMark,
    Element,
    FactId,
    Leaf,
    LeafText,
    Node,
    Origin,
    Paragraph,
    Prose,
    Role,
    TextNode,
)
from standfirst.model.frozen_class import frozen
from standfirst.prose.document import nodes_in
from standfirst.prose.leaves import fact_of, has_empty_links, line_with_names
from standfirst.prose.origins import origin_in_prose
from standfirst.prose.quotations import quoted_in

# A word of Markdown, or what shows no word: the address of a link, a citation, a footnote mark, an entity.
_WORD_OR_HIDDEN = regex.compile(r"\]\([^()]*\)|\[@[^\[\]]*\]|\[\^[^\[\]]*\]|&\#?\w+;|(?P<word>[\p{L}\p{M}\p{Nd}]+)")
# Before this stands an opening mark of a quotation, with no word between.
_AFTER_MARK = regex.compile(r"(?<=(?:[“„”«»「『\"‘’‚‹›'＂]|&\#?\w+;)[\W_]*)")
# By so many of its first words a stretch is found.
_ENOUGH_WORDS = 12
_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}]+")
# A line of attribution, below a block quotation or at its end.
_LEADS_UP = (":", "\uff1a")
_SAYS_WHOSE = re.compile(r"\s*(?:[—–―-]|--)\s*\S")


def paragraphs(prose: Prose, names: Mapping[FactId, str]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text in order, in which an empty link writes what `names` calls its fact."""
    # Few links are empty: the paragraphs of a text without one were read once for all.
    if not has_empty_links(prose.leaves):
        return prose.paragraphs
    lines = [line_with_names(leaf, lambda fact: names.get(fact, "")) for leaf in prose.leaves]
    return tuple(_paragraphs(prose, prose.citations, lines))


def read_paragraphs(prose: Prose, citations: Citations) -> tuple[Paragraph, ...]:
    """Read the paragraphs off the leaves of a text that has these citations; empty links write nothing."""
    return tuple(_paragraphs(prose, citations, [leaf.line for leaf in prose.leaves]))


@frozen
class OwnWords:
    """A line of the writer's running text, in which each character of a link, of code or of an image is `\0`."""

    text: str
    places: tuple[tuple[int, int], ...]
    start: int

    def place_of(self, at: int) -> int:
        """Return the last known offset into the Markdown at or before an offset of `text`, or that of the line."""
        return next((place for known, place in reversed(self.places) if known <= at), self.start)


def own_words(prose: Prose, having: re.Pattern[str]) -> Iterator[OwnWords]:
    """Yield the lines of a text that are neither code nor part of a block quotation, and have what is sought."""
    for leaf, paragraph in zip(prose.leaves, prose.paragraphs, strict=True):
        if leaf.role not in {Role.CODE, Role.QUOTATION} and having.search(leaf.line.text):
            yield OwnWords(_blanked(leaf.line), leaf.line.offsets, paragraph.start)


def _blanked(line: LeafText) -> str:
    pieces: list[str] = []
    end = 0
    # What stands within another is blanked out with it.
    for start, behind in sorted(line.excluded):
        if behind > end:
            pieces += (line.text[end : max(start, end)], "\0" * (behind - max(start, end)))
            end = behind
    return "".join((*pieces, line.text[end:]))


def origin_of_words(prose: Prose, words: str, start: int = 0, *, quoted: bool = False) -> Origin:
    """Return the origin of the first such words at or behind an offset into the Markdown; `quoted`, after a mark.

    Words that are written otherwise than readers see them have the origin of the whole text.
    """
    return origin_in_prose(prose, _offset_of(words, prose.markdown, start, quoted=quoted))


def _offset_of(words: str, markdown: str, start: int, *, quoted: bool) -> int | None:
    sought = tuple(word.casefold() for word in _WORD.findall(words)[:_ENOUGH_WORDS])
    if not sought:
        return None
    last: deque[str] = deque(maxlen=len(sought))
    starts: deque[int] = deque(maxlen=len(sought))
    for found in _WORD_OR_HIDDEN.finditer(markdown, start):
        if word := found["word"]:
            last.append(word.casefold())
            starts.append(found.start())
            if tuple(last) == sought and (not quoted or _AFTER_MARK.match(markdown, starts[0])):
                return starts[0]
    return None


# ---------------------------------------------------------------- what each of them cites

Citations = tuple[Citation, ...]


def _paragraphs(prose: Prose, citations: Citations, lines: Sequence[LeafText]) -> Iterator[Paragraph]:
    leaves = prose.leaves
    own = _own_citations(leaves, citations)
    together = _together(leaves, lines, own) if citations else {}
    start = 0
    for leaf, line, cited in zip(leaves, lines, own, strict=True):
        start = _start(line, prose.markdown, start)
        text = " ".join(line.text.split())
        yield Paragraph(
            # One text for both, where they are equal, takes half of the memory.
            text=line.text if text == line.text else text,
            role=leaf.role,
            citations=together.get(leaf.unit, cited),
            facts=tuple(filter(None, (fact_of(link.target) for link, _, _ in line.links))) if line.links else (),
            start=start,
            quotation=_quotation(line.text) if leaf.role is Role.QUOTATION else "",
        )


def _quotation(text: str) -> str:
    lines = text.strip().split("\n")
    if _SAYS_WHOSE.match(lines[-1]):
        del lines[-1]
    words = " ".join(" ".join(lines).split())
    marked = sum(len(_WORD.findall(each)) for each in quoted_in(words))
    return words if 2 * marked < len(_WORD.findall(words)) else ""


def _start(line: LeafText, markdown: str, before: int) -> int:
    """Where the line of Markdown begins that a leaf begins in; `before` if that is not known."""
    if not line.offsets:
        return before
    at, offset = line.offsets[0]
    start = markdown.rfind("\n", 0, offset) + 1
    for _ in range(line.text.count("\n", 0, at)):
        start = markdown.rfind("\n", 0, max(start - 1, 0)) + 1
    return start


def _own_citations(leaves: Sequence[Leaf], citations: Citations) -> tuple[Citations, ...]:
    """The citations in each leaf."""
    if not citations:
        return ((),) * len(leaves)
    own: list[list[Citation]] = [[] for _ in leaves]
    marks = ((number, node) for number, leaf in enumerate(leaves) for node in nodes_in(leaf.nodes))
    cited = [(number, node) for number, node in marks if isinstance(node, CitationMark)]
    # `read_prose` put the citations in this order.
    for (number, _), citation in zip(sorted(cited, key=lambda each: each[1].offset), citations, strict=True):
        own[number].append(citation)
    return tuple(map(tuple, own))


def _together(leaves: Sequence[Leaf], lines: Sequence[LeafText], own: Sequence[Citations]) -> dict[int, Citations]:
    """The citations of each unit: those of its leaves, of their footnotes, and beside a block quotation."""
    units: dict[int, list[Citation]] = {}
    notes: dict[str, list[Citation]] = {}
    for leaf, cited in zip(leaves, own, strict=True):
        units.setdefault(leaf.unit, []).extend(cited)
        notes.setdefault(leaf.note, []).extend(cited)
    for number, leaf in enumerate(leaves):
        units[leaf.unit] += itertools.chain.from_iterable(notes.get(note, ()) for note in _notes_in(leaf.nodes))
        units[leaf.unit] += _beside(number, leaves, lines, own)
    return {unit: tuple(dict.fromkeys(cited)) for unit, cited in units.items()}


def _notes_in(nodes: tuple[Node, ...]) -> Iterator[str]:
    """The ids of the footnotes to which a line refers."""
    for node in nodes_in(nodes):
        if isinstance(node, Element) and node.get("class") == "footnote-ref":
            yield node.get("href").removeprefix("#")


def _beside(
    number: int, leaves: Sequence[Leaf], lines: Sequence[LeafText], own: Sequence[Citations]
) -> Iterator[Citation]:
    """The citations for a block quotation that stand in the leaf before it or behind it."""
    if leaves[number].role is not Role.QUOTATION:
        return
    before, behind = number - 1, number + 1
    if before >= 0 and leaves[before].unit != leaves[number].unit and lines[before].text.rstrip().endswith(_LEADS_UP):
        yield from own[before]
    if (
        behind < len(leaves)
        and leaves[behind].unit != leaves[number].unit
        and _is_for_what_is_above(leaves[behind], lines[behind])
    ):
        yield from own[behind]


def _is_for_what_is_above(leaf: Leaf, line: LeafText) -> bool:
    begins = next((node for node in leaf.nodes if not isinstance(node, TextNode) or node.text.strip()), None)
    return isinstance(begins, CitationMark) or bool(_SAYS_WHOSE.match(line.text))
