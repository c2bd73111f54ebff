"""First mentions: the first time a text calls an actor or term by name, the name leads to its glossary entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from standfirst.model import FactId, Id, Kind
from standfirst.model.addresses import Address
from standfirst.prose.names import NameFinder, NameMatch

# Where a name is not linked: it is a link already, or not the writer's running text.
_LEFT_ALONE = frozenset(
    {"a", "blockquote", "caption", "code", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "q", "sup", "table"}
)


def link_names(
    root: Element, names: NameFinder, seen: frozenset[FactId], href: Callable[[Address], str]
) -> frozenset[FactId]:
    """Link the first mention of each fact in a tree of HTML, in place; return `seen` with the facts mentioned in it.

    An explicit link, which carries its fact in `data-fact`, counts as the mention.
    """
    linker = _Linker(names, href, set(seen))
    linker.walk(root)
    return frozenset(linker.seen)


def linked_facts(element: Element) -> Iterator[FactId]:
    """Yield the facts that links in a tree of HTML lead to, as far as these count as mentions."""
    for child in element:
        fact = child.get("data-fact")
        if fact:
            yield _fact_named(fact)
        if _may_hold_names(child) and len(child):
            yield from linked_facts(child)


def _fact_named(name: str) -> FactId:
    kind, _, id_ = name.partition(":")
    return FactId(Kind(kind), Id(id_))


def _may_hold_names(element: Element) -> bool:
    return element.tag not in _LEFT_ALONE and element.get("class") != "footnote"


@dataclass(slots=True)
class _Linker:
    names: NameFinder
    href: Callable[[Address], str]
    seen: set[FactId] = field(default_factory=set)

    def walk(self, element: Element) -> None:
        """Link the names in an element, in the order in which they are read."""
        children = list(element)
        links = self._link_text(element)
        element[0:0] = links
        at = len(links)
        for child in children:
            at += 1
            self._enter(child)
            links = self._link_tail(child)
            element[at:at] = links
            at += len(links)

    def _enter(self, child: Element) -> None:
        fact = child.get("data-fact")
        if fact:
            self.seen.add(_fact_named(fact))
        if _may_hold_names(child):
            self.walk(child)

    def _link_text(self, element: Element) -> list[Element]:
        if isinstance(element.text, AtomicString):
            return []
        element.text, links = self._split(element.text or "")
        return links

    def _link_tail(self, child: Element) -> list[Element]:
        child.tail, links = self._split(child.tail or "")
        return links

    def _split(self, text: str) -> tuple[str, list[Element]]:
        """Return a text up to its first link, and the links, each with the text behind it as its tail."""
        links: list[Element] = []
        before, end = text, 0
        for found in self.names.find(text):
            if found.name.fact in self.seen:
                continue
            self.seen.add(found.name.fact)
            if links:
                links[-1].tail = text[end : found.start]
            else:
                before = text[: found.start]
            links.append(self._link(found, text))
            end = found.end
        if links:
            links[-1].tail = text[end:]
        return before, links

    def _link(self, found: NameMatch, text: str) -> Element:
        name = found.name
        link = Element("a", {"class": "mention", "href": self.href(name.address), "data-fact": str(name.fact)})
        link.text = AtomicString(text[found.start : found.end])
        return link
