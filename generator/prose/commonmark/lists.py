"""Which lists are tight: their items are set without the space of paragraphs between them."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element

from generator.prose.commonmark.structure import Structure

_LISTS = ("ul", "ol")


def find_tight_lists(root: Element, blocks: Structure) -> None:
    """Note the paragraphs that are set as mere words, because no blank line stands in their list or definition."""
    for element in root.iter():
        if element.tag in _LISTS:
            items = list(element)
            if not _parted(items, blocks) and not any(_parted(list(item), blocks) for item in items):
                blocks.reading.tight.update(child for item in items for child in item if child.tag == "p")
        elif element.tag == "dl":
            for before, each in pairwise(element):
                if each.tag == "dd" and not _parted([before, each], blocks) and not _parted(list(each), blocks):
                    blocks.reading.tight.update(child for child in each if child.tag == "p")


def _parted(siblings: list[Element], blocks: Structure) -> bool:
    """Whether a blank line stands between two of some blocks."""
    return any(_first(after, blocks) > _last(before, blocks) + 1 for before, after in pairwise(siblings))


def _first(element: Element, blocks: Structure) -> int:
    return blocks.blocks[element].first


def _last(element: Element, blocks: Structure) -> int:
    """The last line of a block; that of a list is its last item's."""
    return blocks.blocks[element[-1] if element.tag in (*_LISTS, "dl") else element].last
