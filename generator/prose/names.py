"""First mentions: the first time a text calls an actor or term by name, the name leads to its glossary entry.

Names are sought word by word, so that a text costs the same whether the explainer has ten names or ten thousand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from xml.etree.ElementTree import Element

import regex
from markdown.util import AtomicString

from generator.model import FactId, Id, Kind
from generator.views import Address, Name

# A word is a run of letters, marks and digits with inner apostrophes.
_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}]+(?:['’][\p{L}\p{M}\p{Nd}]+)*")
_SPACES = regex.compile(r"\s+")
_POSSESSIVE = "'s"
# Where a name is not linked: it is a link already, or not the writer's running text.
_LEFT_ALONE = frozenset(
    {"a", "blockquote", "caption", "code", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "q", "sup", "table"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text, from `start` up to `end`; a possessive ending is left outside."""

    name: Name
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as it is sought: its words, and what stands before, between and after them."""

    name: Name
    words: tuple[str, ...]
    around: tuple[str, ...]


class Names:
    """The names to be sought in texts."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        # By two words, since many names may share the first: `General …`, `Islamic …`.
        self._by_first_words: dict[tuple[str, ...], list[Spelling]] = {}
        for spelling in sorted(spellings, key=lambda spelling: -len(spelling.name.text)):
            self._by_first_words.setdefault(spelling.words[:2], []).append(spelling)
        self._first_words = frozenset(words[0] for words in self._by_first_words)

    def find(self, text: str) -> Iterator[Found]:
        """Find names as whole words, from the start of a text to its end and the longest first; none within another."""
        if not self._by_first_words:
            return
        words = _words(text)
        reached = 0
        for number, word in enumerate(words):
            if word.start >= reached and self._begins(word) and (found := self._at(number, words, text)):
                reached = found.end
                yield found

    def _begins(self, word: _Word) -> bool:
        """Tell whether any name begins with a word, as few do."""
        return word.text in self._first_words or word.text.removesuffix(_POSSESSIVE) in self._first_words

    def _at(self, number: int, words: list[_Word], text: str) -> Found | None:
        for key in _keys(*(word.text for word in words[number : number + 2])):
            for spelling in self._by_first_words.get(key, ()):
                if found := _matched(spelling, words[number : number + len(spelling.words)], text):
                    return found
        return None


def _keys(first: str, second: str = "") -> Iterator[tuple[str, ...]]:
    """The beginnings that a name may have here, the longer before the shorter; only its last word is possessive."""
    if second:
        yield first, second
        yield first, second.removesuffix(_POSSESSIVE)
    yield (first,)
    yield (first.removesuffix(_POSSESSIVE),)


def spellings_of(name: Name) -> Iterator[Spelling]:
    """The ways in which a name may be written; one without a letter or digit is never found."""
    words = _words(name.text)
    if not words:
        return
    around = tuple(_gaps(name.text, words, 0, len(name.text)))
    plain = tuple(word.text for word in words)
    first = plain[0]
    either = {first, first[0].lower() + first[1:], first[0].upper() + first[1:]} if name.any_case else {first}
    for variant in sorted(either):
        yield Spelling(name, (variant, *plain[1:]), around)


def _matched(spelling: Spelling, words: list[_Word], text: str) -> Found | None:
    *inner, last = spelling.words
    if len(words) != len(spelling.words) or [word.text for word in words[:-1]] != inner:
        return None
    if words[-1].text not in {last, last + _POSSESSIVE}:
        return None
    end = words[-1].end - (len(words[-1].text) - len(last))
    first, final = words[0].start - len(spelling.around[0]), end + len(spelling.around[-1])
    exact = [_Word(word.text, word.start, word.end) for word in words[:-1]] + [_Word(last, words[-1].start, end)]
    if first < 0 or tuple(_gaps(text, exact, first, final)) != spelling.around:
        return None
    return Found(spelling.name, first, final)


def _words(text: str) -> list[_Word]:
    return [_Word(_plain(word[0]), word.start(), word.end()) for word in _WORD.finditer(text)]


def _plain(word: str) -> str:
    return word if word.isascii() else unicodedata.normalize("NFC", word.replace("’", "'"))


def _gaps(text: str, words: list[_Word], start: int, end: int) -> Iterator[str]:
    """What stands before, between and after words; a space is a space, however wide."""
    ends = [start, *(word.end for word in words)]
    starts = [*(word.start for word in words), end]
    for gap_start, gap_end in zip(ends, starts, strict=True):
        yield _SPACES.sub(" ", text[gap_start:gap_end])


# ---------------------------------------------------------------- in HTML


def link_names(
    root: Element, names: Iterable[Name], seen: frozenset[FactId], href: Callable[[Address], str]
) -> frozenset[FactId]:
    """Link the first mention of each fact in a tree of HTML, in place; return `seen` with the facts mentioned in it.

    An explicit link, which carries its fact in `data-fact`, counts as the mention.
    """
    linker = _Linker(Names(chain.from_iterable(map(spellings_of, names))), href, set(seen))
    linker.walk(root)
    return frozenset(linker.seen)


@dataclass(slots=True)
class _Linker:
    names: Names
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
            kind, _, name = fact.partition(":")
            self.seen.add(FactId(Kind(kind), Id(name)))
        if child.tag not in _LEFT_ALONE and child.get("class") != "footnote":
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

    def _link(self, found: Found, text: str) -> Element:
        name = found.name
        link = Element("a", {"class": "mention", "href": self.href(name.address), "data-fact": str(name.fact)})
        link.text = AtomicString(text[found.start : found.end])
        return link
