"""Which lists are tight, so that no space of paragraphs stands between their items; and which have long numbers."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element

from standfirst.prose.commonmark.structure import Structure

_LISTS = ("ul", "ol")
# Numbers above this reach further out than the points of a list.
_LONGEST_NUMBER = 99


def class_long_numbers(root: Element) -> None:
    """Give lists with long numbers a class, so that there is room for these."""
    for element in root.iter("ol"):
        if int(element.get("start", "1")) + len(element) - 1 > _LONGEST_NUMBER:
            element.set("class", "long-numbers")


def note_tight_lists(root: Element, blocks: Structure) -> None:
    """Note the paragraphs that are set as mere words, because no blank line stands in their list or definition."""
    for element in root.iter():
        if element.tag in _LISTS:
            items = list(element)
            if not _parted(items, blocks) and not any(_parted(list(item), blocks) for item in items):
                blocks.state.tight.update(child for item in items for child in item if child.tag == "p")
        elif element.tag == "dl":
            for before, each in pairwise(element):
                if each.tag == "dd" and not _parted([before, each], blocks) and not _parted(list(each), blocks):
                    blocks.state.tight.update(child for child in each if child.tag == "p")


def _parted(siblings: list[Element], blocks: Structure) -> bool:
    """Whether a blank line stands between two of some blocks."""
    return any(_first(after, blocks) > _last(before, blocks) + 1 for before, after in pairwise(siblings))


def _first(element: Element, blocks: Structure) -> int:
    return blocks.blocks[element].first


def _last(element: Element, blocks: Structure) -> int:
    """The last line of a block; that of a list is its last item's."""
    return blocks.blocks[element[-1] if element.tag in (*_LISTS, "dl") else element].last
