"""Markdown to HTML: references become links, images of facts what they show, citations marks, names links as well.

A text is converted for all pages at once, with places for what each page sets in its own way. Most texts are shown by
several pages, and are the same in the next build.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.serializers import RE_AMP
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from generator.errors import Problem, SiteError, problem
from generator.model import FactId, Form, Id, Kind, Passage
from generator.places import parted, place
from generator.prose.converter import converter
from generator.prose.fit import CITES, box_tables, fit_headings, is_mark, set_marks_behind_statements
from generator.prose.mentions import link_names
from generator.prose.names import Names
from generator.prose.references import KINDS, OUTSIDE_SCHEMES, PICTURES, scheme_of, unknown_scheme
from generator.sources.words import wording_of
from generator.views import Address, CitationView, Embed, ProseView, Target

# A bare `&copy` in a query string is no entity.
_ENTITY = re.compile(r"&(#\d+|#[xX][0-9a-fA-F]+|\w+);")
# Browsers pass over these before and within a scheme.
_IGNORED_IN_SCHEME = re.compile(r"[\x00-\x20\x7f-\x9f]")
# So many converted texts are kept, as an explainer of ten thousand names has.
_MOST_KEPT = 2**14


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page sets texts: where an address lies from it, and what embeds and marks of evidence look like on it.

    `set_embed` is told whether the embed carries its fact's anchor. Without `set_mark`, texts show no marks.
    """

    href: Callable[[Address], str]
    set_embed: Callable[[Embed, bool], str]
    set_mark: Callable[[Sequence[CitationView]], str] = lambda _citations: ""


@dataclass(frozen=True, slots=True)
class _Embedded:
    """The place of an embed, by what names it in its text, and whether its fact's anchor stands there."""

    source: str
    anchored: bool


@dataclass(frozen=True, slots=True)
class _Marked:
    """The place of a mark, and what it cites."""

    citations: tuple[CitationView, ...]


Place = Address | _Embedded | _Marked


@dataclass(frozen=True, slots=True)
class _Converted:
    """A text as HTML in pieces, with the places in it; and the facts that have been mentioned at its end."""

    pieces: tuple[str | Place, ...]
    seen: frozenset[FactId]


@dataclass(slots=True)
class _Run:
    """One text on its way through Markdown, which calls our processors without arguments of ours."""

    view: ProseView
    seen: frozenset[FactId]
    problems: list[Problem] = field(default_factory=list)
    citations: list[CitationView] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)


class Writer:
    """Turns texts into HTML. Not for several threads at once: Markdown keeps state while it converts.

    `say` gives the words of the interface in the site's language.
    """

    def __init__(self, say: Callable[[str], str]) -> None:
        self.say = say
        self.run: _Run | None = None
        self._converters = {form: _converter(form, self) for form in Form}
        self._converted = functools.lru_cache(maxsize=_MOST_KEPT)(self._convert)

    def scope(self) -> str:
        """Return what the ids of the text that is being converted begin with."""
        return self.run.view.scope if self.run else ""

    def to_html(self, view: ProseView, setting: Setting) -> str:
        """Return a text as HTML, or raise a `SiteError` for links in it that nothing can be made of."""
        return _set(self._converted(view, frozenset()), view, setting)

    def to_html_each(self, views: Iterable[ProseView], setting: Setting) -> list[str]:
        """Return texts that are read in one go: a name is linked at its first mention in any of them."""
        seen: frozenset[FactId] = frozenset()
        texts = []
        for view in views:
            converted = self._converted(view, seen)
            texts.append(_set(converted, view, setting))
            seen = converted.seen
        return texts

    def _convert(self, view: ProseView, seen: frozenset[FactId]) -> _Converted:
        self.run = run = _Run(view, seen)
        blocks = view.form is Form.BLOCK
        converter = self._converters[view.form]
        converter.reset()
        try:
            text = converter.convert(view.markdown if blocks else " ".join(view.markdown.split()))
        except RecursionError:
            # Markdown is left in the middle of this text, and would go on from there with the next.
            self._converters[view.form] = _converter(view.form, self)
            message = "the lists or quotations of this text stand too deep within one another"
            raise problem(view.origin, message, "take some of them out") from None
        if run.problems:
            raise SiteError(run.problems)
        text = text if blocks else text.removeprefix("<p>").removesuffix("</p>")
        return _Converted(parted(text, run.places), run.seen)


def _set(converted: _Converted, view: ProseView, setting: Setting) -> str:
    """Set a text on a page: in the order of the text, by which the page numbers its notes."""
    return "".join(_set_piece(piece, view, setting) for piece in converted.pieces)


def _set_piece(piece: str | Place, view: ProseView, setting: Setting) -> str:
    match piece:
        case str():
            return piece
        case Address():
            return _in_attribute(setting.href(piece))
        case _Embedded():
            embed, _ = _embed_of(piece.source, view)
            assert embed is not None
            return setting.set_embed(embed, piece.anchored)
        case _Marked():
            return setting.set_mark(piece.citations)


def _in_attribute(text: str) -> str:
    """A text as Markdown writes it in an attribute."""
    return RE_AMP.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _converter(form: Form, writer: Writer) -> Markdown:
    made = converter(form, writer.scope, writer.say("Back to the text"))
    # After the inline patterns (20) have made links and images, before their texts are made ready to write (10, 0).
    made.treeprocessors.register(_References(made, writer), "references", 18)
    return made


class _References(Treeprocessor):
    """Resolves every link and image, and links first mentions."""

    def __init__(self, converter: Markdown, writer: Writer) -> None:
        super().__init__(converter)
        self._stash = converter.htmlStash
        self._writer = writer

    def run(self, root: Element) -> None:
        run = self._writer.run
        assert run is not None
        within = {child: parent for parent in root.iter() for child in parent}
        for paragraph in filter(_holds_only_an_image, list(root.iter("p"))):
            self._embed(paragraph, within[paragraph], run)
        for element in list(root.iter()):
            try:
                self._resolve(element, run)
            except SiteError as error:
                run.problems.extend(error.problems)
        names = Names(run.view.names, run.view.language)
        run.seen = link_names(root, names, run.seen, lambda address: self._place_of(address, run))
        set_marks_behind_statements(root)
        fit_headings(root, headings=run.view.headings)
        for mark in filter(is_mark, root.iter()):
            self._set_mark(mark, run)
        box_tables(root, self._writer.say("Table"))

    def _resolve(self, element: Element, run: _Run) -> None:
        match element.tag:
            case "sup" if "source" in element.attrib:
                _take_citation(element, run)
            case "a":
                self._link(element, element.get("href", ""), run)
            case "img" if scheme_of(element.get("src", "")) in KINDS:
                self._link(element, element.attrib.pop("src"), run)
            case "img":
                element.set("src", self._address(element.get("src", ""), run))

    def _place_of(self, what: Place, run: _Run) -> str:
        """Keep a place until a page sets it; return what stands there, in a text or in an attribute."""
        run.places.append(what)
        return self._stash.store(place(len(run.places) - 1))

    def _set_mark(self, mark: Element, run: _Run) -> None:
        cited = tuple(run.citations[int(number)] for number in mark.attrib.pop(CITES).split())
        mark.text = self._place_of(_Marked(cited), run)

    def _link(self, element: Element, target: str, run: _Run) -> None:
        if scheme_of(target) not in KINDS:
            element.set("href", self._address(target, run))
            return
        found = _target(target, run)
        if not element.text and not len(element):
            element.text = AtomicString(found.text)
        element.tag = "a"
        element.attrib.pop("alt", None)
        element.set("href", self._place_of(found.address, run))
        element.set("data-fact", target)

    def _address(self, written: str, run: _Run) -> str:
        """An address as a browser will read it, so that none can hide its scheme; within the site, a place for it."""
        unescaped = UnescapeTreeprocessor().unescape(written.replace(AMP_SUBSTITUTE, "&"))
        target = _ENTITY.sub(lambda entity: html.unescape(entity[0]), unescaped)
        plain = _IGNORED_IN_SCHEME.sub("", target)
        scheme = scheme_of(plain)
        if scheme in OUTSIDE_SCHEMES:
            return target
        if scheme or plain.startswith(("/", "\\")):
            raise SiteError([unknown_scheme(plain, run.view.origin)])
        route, _, anchor = target.partition("#")
        return self._place_of(Address(route, anchor), run) if route else target

    def _embed(self, paragraph: Element, parent: Element, run: _Run) -> None:
        """Set what the paragraph's image names; a text that is itself set somewhere only links to facts."""
        source = paragraph[0].get("src", "")
        embed, anchored = _embed_of(source, run.view)
        if embed is None and source.removesuffix(":") in PICTURES:
            parent.remove(paragraph)
        elif embed is not None:
            first = anchored and source not in run.anchors
            run.anchors.add(source)
            paragraph.clear()
            paragraph.text = self._place_of(_Embedded(source, first), run)


def _take_citation(mark: Element, run: _Run) -> None:
    """Note what a mark cites; where the text's marks are not set, it cites nothing here."""
    source, words = mark.attrib.pop("source"), mark.attrib.pop("words")
    mark.set(CITES, "")
    if run.view.marks:
        wording = str(wording_of(Passage(words, run.view.origin)))
        named = FactId(Kind.SOURCE, Id(source)), wording
        found = next((each.shown for each in run.view.citations if (each.source, each.wording) == named), None)
        if found is None:
            message = f"'[@{source}: {words}]' is cited in a way that cannot be read"
            raise problem(run.view.origin, message, "write [@source: first words … last words]")
        mark.set(CITES, str(len(run.citations)))
        run.citations.append(found)


def _target(written: str, run: _Run) -> Target:
    found = next((each for each in run.view.targets if str(each.fact) == written), None)
    if found is None:
        message = f"'{written}' is referred to in a way that cannot be read"
        raise problem(run.view.origin, message, "write [text](kind:id)")
    return found


def _embed_of(source: str, view: ProseView) -> tuple[Embed | None, bool]:
    """What an image's source names, and whether its anchor stands here."""
    if source.removesuffix(":") in PICTURES:
        found = next((each for each in view.pictures if f"{each.embed.picture.value}:" == source), None)
        return (found.embed, found.anchored) if found else (None, False)
    target = next((each for each in view.targets if str(each.fact) == source), None)
    return (target.embed, target.anchored) if target else (None, False)


def _holds_only_an_image(paragraph: Element) -> bool:
    around = (paragraph.text or "") + "".join(child.tail or "" for child in paragraph)
    return [child.tag for child in paragraph] == ["img"] and not around.strip()
