"""Texts of the writer and what they rest on: Markdown with what was read in it, passages, citations."""

from __future__ import annotations

from dataclasses import field
from enum import Enum, StrEnum
from typing import Annotated

from standfirst.model.document import Document, Leaf, Role
from standfirst.model.frozen_class import frozen
from standfirst.model.values import FactId, Origin, Reference


@frozen
class Passage:
    """A stretch of a source's wording, named by its own words: the whole of it, or first and last words and `…`."""

    words: str
    origin: Origin


@frozen
class Citation:
    """The link from a statement to a source and the passages of it that the statement rests on."""

    source: Reference
    passages: tuple[Passage, ...]


class MarkdownForm(Enum):
    """How Markdown is parsed: as inlines alone, or as blocks."""

    INLINE = "inline"
    BLOCK = "block"


class Picture(StrEnum):
    """The pictures that prose sets with `![](NAME:)`."""

    CHRONOLOGY = "chronology"
    RELATIONS = "relations"
    MAP = "map"


@frozen
class Mention:
    """A fact referred to in prose.

    `text` is the link's; `before` are the words that lead up to it and `after` those that follow, up to other links,
    all as readers see them.
    """

    reference: Reference
    text: str
    before: str
    embeds: bool
    after: str = ""


@frozen
class Paragraph:
    """A paragraph, heading, cell or item of a list: what its readers see, what it cites, and the facts it links to.

    It cites what stands in it, in its footnotes, and in what it is written together with: the same tight list, table or
    block quotation. A block quotation also cites what stands right behind it, or in words that lead up to it with a
    colon. `start` is an offset into the Markdown, with or before its first words.
    """

    text: str
    role: Role
    citations: tuple[Citation, ...]
    facts: tuple[FactId, ...]
    start: int
    # The words of a block quotation, without a line about whose they are; nothing where marks tell what is quoted.
    quotation: str = ""


@frozen
class Prose:
    """Markdown, and what was read in it.

    `leaves` are the lines of its document in order, footnotes last; none of them is empty. `links` are the addresses of
    pages of the site that it links to, `images` those of images, each with its place. In `leaves` and `paragraphs`,
    empty links to facts write nothing.

    `raw` is the text as it stands in its file, from its origin on: indented, quoted, escaped. Two texts are equal if
    their Markdown, form and origin are, since all else follows from these.
    """

    markdown: str
    form: MarkdownForm
    origin: Origin
    document: Document = field(default=Document(), repr=False, compare=False)
    leaves: tuple[Leaf, ...] = field(default=(), repr=False, compare=False)
    mentions: tuple[Mention, ...] = field(default=(), compare=False)
    citations: tuple[Citation, ...] = field(default=(), compare=False)
    links: tuple[tuple[str, Origin], ...] = field(default=(), compare=False)
    images: tuple[tuple[str, Origin], ...] = field(default=(), compare=False)
    pictures: tuple[Picture, ...] = field(default=(), compare=False)
    paragraphs: tuple[Paragraph, ...] = field(default=(), repr=False, compare=False)
    raw: str = field(default="", repr=False, compare=False)


Inline = Annotated[Prose, MarkdownForm.INLINE]
Block = Annotated[Prose, MarkdownForm.BLOCK]
