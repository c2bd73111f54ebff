"""A text in Markdown after it was read: what stands in it, as a tree that cannot change.

Words are as readers see them. Where something was written is an offset into the Markdown, so that a text is the same
document wherever it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Words. `places` are pairs of offsets: which of the words were surely written where in the Markdown, in order.

    Of a square bracket or `<` that the writer did not escape there always is one.
    """

    text: str
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link to an address, or to a fact as `kind:id`. `place` is where its target is written."""

    target: str
    children: tuple[Node, ...]
    title: str | None = None
    place: int = 0


@dataclass(frozen=True, slots=True)
class ImageReference:
    """An image of an address, or of a fact or a picture, which it sets; those stand alone, in a paragraph's place."""

    target: str
    alternative: str
    title: str | None = None
    place: int = 0
    alone: bool = False


@dataclass(frozen=True, slots=True)
class CitationMark:
    """`[@source: words]`, in whatever way it is filled; `colon` tells whether it has one."""

    source: str
    words: str
    colon: bool
    place: int = 0


@dataclass(frozen=True, slots=True)
class Element:
    """Anything else, by the name and the attributes that it has in HTML."""

    tag: str
    children: tuple[Node, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """Return the value of an attribute, nothing where there is none."""
        return dict(self.attributes).get(name, "")


Node: TypeAlias = Words | Hyperlink | ImageReference | CitationMark | Element


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What does not come out as its writer means: where, what, and what to do about it.

    One that is `lost` leaves out or publishes what the writer did not want, the others only look wrong.
    """

    offset: int
    message: str
    hint: str
    lost: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read. `loose_notes` are the labels of those of its footnotes that nothing in it refers to."""

    nodes: tuple[Node, ...] = ()
    loose_notes: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
