"""A text in Markdown after it was parsed: a tree that cannot change, in the terms of HTML.

Words are as readers see them. Each `offset` is one into the Markdown, so that the same text gives the same document
wherever it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from standfirst.model.frozen_class import frozen


@frozen
class TextNode:
    """Words. `offsets` are pairs in ascending order: an offset into `text`, and where that is in the Markdown.

    Not every character has a pair, but every square bracket and `<` that the writer did not escape has.
    """

    text: str
    offsets: tuple[tuple[int, int], ...] = ()


@frozen
class Hyperlink:
    """A link to an address, or to a fact as `kind:id`. `offset` is where its target is written."""

    target: str
    children: tuple[Node, ...]
    title: str | None = None
    offset: int = 0


@frozen
class ImageReference:
    """An image at an address, or a fact or picture to embed, as `kind:id`; `standalone` as a whole paragraph."""

    target: str
    alternative: str
    title: str | None = None
    offset: int = 0
    standalone: bool = False


@frozen
class CitationMark:
    """`[@source: words]`, where either part may be wrong or empty; `has_colon` tells it from `[@source]`."""

    source: str
    words: str
    has_colon: bool
    offset: int = 0


@frozen
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

    An error leaves something out, or publishes what was to stay hidden. Any other fault only looks wrong. Where the
    hint names it exactly, `new` is what to write in the stead of `old`.
    """

    offset: int
    message: str
    hint: str
    is_error: bool
    old: str = ""
    new: str = ""


@frozen
class Document:
    """A whole text. `unused_footnotes` are the labels of footnotes that nothing in the text refers to."""

    nodes: tuple[Node, ...] = ()
    unused_footnotes: tuple[str, ...] = ()
    faults: tuple[MarkdownFault, ...] = ()


class Role(Enum):
    """What a leaf is part of; of several the innermost."""

    TEXT = "running text, lists too"
    HEADING = "a heading"
    QUOTATION = "a block quotation"
    CODE = "a block of code"
    TABLE = "a table"
    NOTE = "a footnote"


@frozen
class LeafText:
    """The words of a leaf as its readers see them, but for blanks, and where those with a place are written.

    `excluded` are the spans of what is not the writer's running text: links, code, images. `links` are those of links.
    """

    text: str
    offsets: tuple[tuple[int, int], ...]
    excluded: tuple[tuple[int, int], ...]
    links: tuple[tuple[Hyperlink, int, int], ...]


@frozen
class Leaf:
    """Words in a line, or what is set alone. What is written together shares a `unit`: a tight list, a quotation.

    `note` is the id of the footnote that it is part of. In its `line`, empty links to facts write nothing.
    """

    nodes: tuple[Node, ...]
    line: LeafText
    role: Role
    unit: int
    note: str = ""
