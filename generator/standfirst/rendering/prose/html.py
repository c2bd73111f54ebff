"""A document as HTML: references become links, images of facts what they show, citations marks, names links as well.

A text is converted for all pages at once, with placeholders for what each page sets in its own way. Most texts are
shown by several pages, and are the same in the next build.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree.ElementTree import Element as Tag
from xml.etree.ElementTree import SubElement

from markdown import Markdown
from markdown.treeprocessors import PrettifyTreeprocessor

from standfirst.model import (
    CitationMark,
    Element,
    FactId,
    Hyperlink,
    Id,
    ImageReference,
    Kind,
    Node,
    Passage,
    TextNode,
)
from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.present.evidence_views import CitationView
from standfirst.present.view_parts import ShownImage
from standfirst.present.views import Embed, FactTarget, ProseView
from standfirst.prose.addresses import address_of_link, file_named
from standfirst.prose.commonmark.trees import add_words
from standfirst.prose.converter import SCOPE
from standfirst.prose.document import KINDS, PICTURES, scheme_of
from standfirst.prose.leaves import fact_of, with_one_full_stop, writes_a_sentence
from standfirst.prose.names import NameFinder
from standfirst.prose.unbroken import MOST_UNBROKEN
from standfirst.rendering.placeholders import ALONE, placeholder, split_at_placeholders
from standfirst.rendering.prose.fit import CITES, box_tables, fit_headings, is_mark, set_marks_behind_statements
from standfirst.rendering.prose.markup import html_of
from standfirst.rendering.prose.mentions import link_names, linked_facts
from standfirst.sources.passages import wording_of

# At which lines end; typesetting has put others into dates and amounts.
_BREAKS = frozenset(" \n")
_DATED_OR_COUNTED = frozenset({Kind.EVENT, Kind.FIGURE})
# So many converted texts are kept, as an explainer of ten thousand names has.
_MOST_KEPT = 2**14


@frozen
class PageCallbacks:
    """What a page sets by itself in texts: links by where they lie from it, embeds, images and marks of evidence.

    `set_embed` is told whether the embed carries its fact's anchor, `set_image` the alternative text and the title of
    an image, `set_mark` whether there is room for side notes. Without `set_mark`, texts show no marks.
    """

    href: Callable[[Address], str]
    set_embed: Callable[[Embed, bool], str]
    set_image: Callable[[ShownImage, str, str], str]
    set_mark: Callable[[Sequence[CitationView], bool], str] = lambda _citations, _side_notes: ""


@frozen
class _EmbedPlaceholder:
    """An embed, by the address that names it in its text, and whether it carries its fact's anchor."""

    source: str
    anchored: bool


@frozen
class _MarkPlaceholder:
    """An evidence mark, and what it cites."""

    citations: tuple[CitationView, ...]


@frozen
class _ImagePlaceholder:
    """An image file with its alternative text and its title."""

    image: ShownImage
    alternative: str
    title: str


Placeholder = Address | _EmbedPlaceholder | _MarkPlaceholder | _ImagePlaceholder


@frozen
class _Converted:
    """A text as pieces of HTML and placeholders, and the facts that were mentioned up to its end."""

    pieces: tuple[str | Placeholder, ...]
    seen: frozenset[FactId]


class HtmlWriter:
    """Turns texts into HTML; `say` gives the words of the interface in the site's language."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self.say = say
        self._prettify = PrettifyTreeprocessor(Markdown())
        self._converted = functools.lru_cache(maxsize=_MOST_KEPT)(self._convert)

    def to_html(self, view: ProseView, callbacks: PageCallbacks) -> str:
        """Return a text as HTML."""
        return _set(self._converted(view, frozenset()), view, callbacks)

    def to_html_each(self, views: Iterable[ProseView], callbacks: PageCallbacks) -> list[str]:
        """Return texts that are read in one go: a name is linked at its first mention in any of them."""
        seen: frozenset[FactId] = frozenset()
        texts = []
        for view in views:
            converted = self._converted(view, seen)
            texts.append(_set(converted, view, callbacks))
            seen = converted.seen
        return texts

    def _convert(self, view: ProseView, seen: frozenset[FactId]) -> _Converted:
        root = Tag("div")
        tree = _HtmlBuilder(view, self.say("Back to the text"))
        tree.add_all(view.document.nodes, root)
        if view.names:
            seen = link_names(root, NameFinder(view.names, view.language), seen, tree.add_placeholder)
        else:
            seen = seen.union(linked_facts(root))
        set_marks_behind_statements(root)
        fit_headings(root, headings=view.headings)
        tree.finish(root)
        box_tables(root, self.say("Table"))
        self._prettify.run(root)
        return _Converted(split_at_placeholders(html_of(root), tree.placeholders), seen)


def _set(converted: _Converted, view: ProseView, callbacks: PageCallbacks) -> str:
    """Set a text on a page: in the order of the text, by which the page numbers its notes."""
    return "".join(_set_piece(piece, view, callbacks) for piece in converted.pieces)


def _set_piece(piece: str | Placeholder, view: ProseView, callbacks: PageCallbacks) -> str:
    match piece:
        case str():
            return piece
        case Address():
            return callbacks.href(piece)
        case _EmbedPlaceholder():
            embed, _ = _embed_of(piece.source, view)
            assert embed is not None
            return callbacks.set_embed(embed, piece.anchored)
        case _MarkPlaceholder():
            return callbacks.set_mark(piece.citations, view.side_notes)
        case _ImagePlaceholder():
            return callbacks.set_image(piece.image, piece.alternative, piece.title)


@dataclass(slots=True)
class _HtmlBuilder:
    """Builds a tree of HTML. `placeholders` are what each page sets in its own way."""

    view: ProseView
    back: str
    placeholders: list[Placeholder] = field(default_factory=list)
    citations: list[CitationView] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    # Each empty link, and whether what it writes is a sentence.
    empty_links: list[tuple[Tag, bool]] = field(default_factory=list)

    def add_all(self, nodes: tuple[Node, ...], parent: Tag) -> None:
        """Add nodes to the end of an element."""
        for node in nodes:
            self._add(node, parent)

    def add_placeholder(self, what: Placeholder) -> str:
        """Add a placeholder; return how it is written in a text or an attribute."""
        self.placeholders.append(what)
        return placeholder(len(self.placeholders) - 1)

    def finish(self, root: Tag) -> None:
        """Fill the marks with placeholders, and leave one full stop where an empty link would make two."""
        for mark in filter(is_mark, root.iter("sup")):
            cited = tuple(self.citations[int(number)] for number in mark.attrib.pop(CITES).split())
            mark.text = self.add_placeholder(_MarkPlaceholder(cited))
        beside = _beside(root) if self.empty_links else {}
        for link, sentence in self.empty_links:
            last = link
            while not last.tail and last in beside:
                last = beside[last]
            link.text, last.tail = with_one_full_stop(link.text or "", last.tail or "", sentence=sentence)

    def _add(self, node: Node, parent: Tag) -> None:
        match node:
            case TextNode():
                add_words(parent, node.text)
            case CitationMark():
                SubElement(parent, "sup", {CITES: self._citation(node)})
            case Hyperlink():
                self._add_link(node, parent)
            case ImageReference(standalone=True):
                self._add_embed(node, parent)
            case ImageReference():
                shown = next(each for each in self.view.images if each.route == file_named(node.target))
                image = _ImagePlaceholder(shown, node.alternative, node.title or "")
                SubElement(parent, ALONE).text = self.add_placeholder(image)
            case Element():
                self._add_element(node, parent)

    def _add_element(self, element: Element, parent: Tag) -> None:
        attributes = {name: value.replace(SCOPE, self.view.scope) for name, value in element.attributes}
        if attributes.get("class") == "footnote-backref":
            attributes["title"] = self.back
        self.add_all(element.children, SubElement(parent, element.tag, attributes))

    def _add_link(self, link: Hyperlink, parent: Tag) -> None:
        title = {} if link.title is None else {"title": link.title}
        fact = fact_of(link.target)
        if fact is None:
            tag = SubElement(parent, "a", {"href": self._address(link.target), **title})
            self.add_all(link.children, tag)
            return
        target = self._target(fact)
        tag = SubElement(parent, "a", {"href": self.add_placeholder(target.address), "data-fact": str(fact), **title})
        self.add_all(link.children, tag)
        if not len(tag) and not (tag.text or "").strip():
            tag.text = target.text
            self.empty_links.append((tag, writes_a_sentence(fact)))
        if fact.kind in _DATED_OR_COUNTED and _is_one_value("".join(tag.itertext())):
            tag.set("class", "unbroken")

    def _address(self, target: str) -> str:
        """An address as a browser will read it; within the site, a place for it."""
        address = address_of_link(target)
        route, _, anchor = address.partition("#")
        return self.add_placeholder(Address(route, anchor)) if route and scheme_of(address) is None else address

    def _add_embed(self, image: ImageReference, parent: Tag) -> None:
        """Set what an image names; a text that is itself set somewhere only links to facts."""
        embed, anchored = _embed_of(image.target, self.view)
        if embed is not None:
            first = anchored and image.target not in self.anchors
            self.anchors.add(image.target)
            SubElement(parent, "p").text = self.add_placeholder(_EmbedPlaceholder(image.target, first))
        elif scheme_of(image.target) in KINDS:
            self._add_link(Hyperlink(image.target, (), image.title), SubElement(parent, "p"))

    def _citation(self, mark: CitationMark) -> str:
        """The number of what a mark cites; where the text's marks are not set, it cites nothing here."""
        if not self.view.marks:
            return ""
        wording = str(wording_of(Passage(" ".join(mark.words.split()), self.view.origin)))
        named = FactId(Kind.SOURCE, Id(mark.source)), wording
        self.citations.append(next(each.shown for each in self.view.citations if (each.source, each.wording) == named))
        return str(len(self.citations) - 1)

    def _target(self, fact: FactId) -> FactTarget:
        return next(each for each in self.view.targets if each.fact == fact)


def _beside(root: Tag) -> dict[Tag, Tag]:
    """Return, for an element without a tail, the element whose tail is read next: a mark behind it, or its emphasis."""
    beside: dict[Tag, Tag] = {}
    for parent in root.iter():
        if parent.tag in {"em", "strong"} and len(parent):
            beside[parent[-1]] = parent
        beside.update((each, behind) for each, behind in pairwise(parent) if behind.tag == "sup")
    return beside


def _is_one_value(text: str) -> bool:
    """Whether a text is a short date or amount alone: its blanks are held already, but a line could end at its dash."""
    return len(text) <= MOST_UNBROKEN and not _BREAKS.intersection(text) and any(map(str.isdecimal, text))


def _embed_of(source: str, view: ProseView) -> tuple[Embed | None, bool]:
    """What an image's source names, and whether its anchor stands here."""
    if source.removesuffix(":") in PICTURES:
        found = next((each for each in view.pictures if f"{each.embed.picture.value}:" == source), None)
        return (found.embed, found.anchored) if found else (None, False)
    target = next((each for each in view.targets if str(each.fact) == source), None)
    return (target.embed, target.anchored) if target else (None, False)
