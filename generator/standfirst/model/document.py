"""A text in Markdown after it was parsed: a tree that cannot change, in the terms of HTML.

Words are as readers see them. Each `offset` is one into the Markdown, so that the same text gives the same document
wherever it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class TextNode:
    """Words. `offsets` are pairs in ascending order: an offset into `text`, and where that is in the Markdown.

    Not every character has a pair, but every square bracket and `<` that the writer did not escape has.
    """

    text: str
    offsets: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link to an address, or to a fact as `kind:id`. `offset` is where its target is written."""

    target: str
    children: tuple[Node, ...]
    title: str | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ImageReference:
    """An image at an address, or a fact or picture to embed, as `kind:id`; `standalone` as a whole paragraph."""

    target: str
    alternative: str
    title: str | None = None
    offset: int = 0
    standalone: bool = False


@dataclass(frozen=True, slots=True)
class CitationMark:
    """`[@source: words]`, where either part may be wrong or empty; `has_colon` tells it from `[@source]`."""

    source: str
    words: str
    has_colon: bool
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Element:
    """Any other element, by its name and attributes in HTML."""

    tag: str
    children: tuple[Node, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """Return the value of an attribute; an empty string where there is none."""
        return dict(self.attributes).get(name, "")


Node: TypeAlias = TextNode | Hyperlink | ImageReference | CitationMark | Element


@dataclass(frozen=True, slots=True, order=True)
class MarkdownFault:
    """Markdown that does not come out as its writer meant it: where it stands, what is wrong, and what to do.

    An error leaves something out, or publishes what was to stay hidden. Any other fault only looks wrong.
    """

    offset: int
    message: str
    hint: str
    is_error: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text. `unused_footnotes` are the labels of footnotes that nothing in the text refers to."""

    nodes: tuple[Node, ...] = ()
    unused_footnotes: tuple[str, ...] = ()
    faults: tuple[MarkdownFault, ...] = ()
