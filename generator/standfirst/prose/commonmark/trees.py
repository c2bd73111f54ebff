"""What was read of a line, as the elements of a tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from standfirst.prose.commonmark.characters import tree_text
from standfirst.prose.commonmark.emphasis import DelimiterRun
from standfirst.prose.commonmark.inlines import Closing, InlinePart, Opening

# What walks the tree afterwards calls itself for each level.
_DEEPEST = 50


def add_words(parent: Element, text: str) -> None:
    """Add words to the end of an element, behind all that stands in it."""
    if text and len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    elif text:
        parent.text = (parent.text or "") + text


def fill(element: Element, parts: Iterable[InlinePart]) -> None:
    """Put the parts of a text into the element that holds it. What stands deeper than 50 levels is not emphasised."""
    tree = _TreeBuilder([element])
    for part in parts:
        tree.add(part)
    tree.end_words()


@dataclass(slots=True)
class _TreeBuilder:
    """The elements that are open, from the outermost, and the words that go to the innermost."""

    open: list[Element]
    words: list[str] = field(default_factory=list)

    def add(self, part: InlinePart) -> None:
        match part:
            case str():
                self.words.append(part)
            case Element():
                self.end_words()
                self.open[-1].append(part)
            case DelimiterRun():
                for _ in range(part.ended):
                    self._end()
                self.words.append(part.sign * part.left)
                for tag in reversed(part.begun):
                    self._begin(Element(tag))
            case Opening():
                if part.element is None:
                    self.words.append(part.sign)
                else:
                    self._begin(part.element)
            case Closing():
                self._end()

    def end_words(self) -> None:
        add_words(self.open[-1], tree_text("".join(self.words)))
        self.words.clear()

    def _begin(self, element: Element) -> None:
        self.end_words()
        if len(self.open) > _DEEPEST:
            element = self.open[-1]
        else:
            self.open[-1].append(element)
        self.open.append(element)

    def _end(self) -> None:
        self.end_words()
        ended = self.open.pop()
        if ended.tag == "img" and ended is not self.open[-1]:
            ended.set("alt", "".join(_alternatives(ended)))
            ended.text, ended[:] = None, []


def _alternatives(element: Element) -> Iterator[str]:
    """What is said in the place of an image, which shows no elements."""
    yield " " if element.tag == "br" else element.get("alt") or element.text or ""
    for child in element:
        yield from _alternatives(child)
        yield child.tail or ""
