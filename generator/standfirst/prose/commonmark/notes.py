"""Footnotes: numbered in the order in which their marks are read, and set below the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from standfirst.prose.commonmark.trees import add_words

_BACK = "&#8617;"
_CLOSE_BY = "&#160;"


@dataclass(slots=True)
class _Note:
    item: Element
    number: int
    marks: int = 0


@dataclass(slots=True)
class Notes:
    """The footnotes of a text by their labels.

    `scope` begins the ids, so that they differ from those of other texts on a page.
    """

    items: dict[str, Element]
    scope: str
    _marked: dict[str, _Note] = field(default_factory=dict)
    _order: list[_Note] = field(default_factory=list)

    def mark(self, label: str) -> Element | None:
        """Return the next mark of a footnote, or None where no footnote has that label."""
        if label not in self.items:
            return None
        note = self._marked.get(label)
        if note is None:
            self._marked[label] = note = _Note(self.items[label], len(self._order) + 1)
            self._order.append(note)
        note.marks += 1
        mark = Element("sup", {"id": self._mark_id(note.number, note.marks)})
        link = SubElement(mark, "a", {"class": "footnote-ref", "href": f"#{self._id(note.number)}"})
        link.text = str(note.number)
        return mark

    def in_order(self) -> Iterator[Element]:
        """Yield footnotes in the order of their first marks; more may be marked meanwhile."""
        number = 0
        while number < len(self._order):
            yield self._order[number].item
            number += 1

    def below(self) -> Element | None:
        """Return all that have been marked as they are set below the text, with links back to each mark."""
        if not self._order:
            return None
        division = Element("div", {"class": "footnote"})
        SubElement(division, "hr")
        listed = SubElement(division, "ol")
        for note in self._order:
            note.item.set("id", self._id(note.number))
            self._add_ways_back(note)
            listed.append(note.item)
        return division

    def _add_ways_back(self, note: _Note) -> None:
        last = note.item[-1] if len(note.item) else None
        if last is None or last.tag != "p":
            last = SubElement(note.item, "p")
        else:
            add_words(last, _CLOSE_BY)
        for count in range(1, note.marks + 1):
            href = f"#{self._mark_id(note.number, count)}"
            SubElement(last, "a", {"class": "footnote-backref", "href": href}).text = _BACK

    def _id(self, number: int) -> str:
        return f"fn_{self.scope}_{number}"

    def _mark_id(self, number: int, count: int) -> str:
        return f"fnref{count if count > 1 else ''}_{self.scope}_{number}"
