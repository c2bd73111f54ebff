"""Where each word of a copy stands, to look for words that stand in it in another order, or not all of them."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Index:
    """The folded words of a copy, counted from 0 through all its paragraphs.

    `places` are the numbers of each word, ascending; `starts` the number of each paragraph's first word, and of all.
    """

    words: tuple[str, ...]
    places: Mapping[str, Sequence[int]]
    starts: tuple[int, ...]

    def paragraph_of(self, number: int) -> int:
        """Return the paragraph, from 1, of a word."""
        return bisect.bisect_right(self.starts, number)

    def words_of(self, paragraph: int) -> range:
        """Return the numbers of the words of a paragraph."""
        return range(self.starts[paragraph - 1], self.starts[paragraph])

    def places_among(self, word: str, among: range) -> Sequence[int]:
        """Return where a word stands among others."""
        places = self.places.get(word, ())
        return places[bisect.bisect_left(places, among.start) : bisect.bisect_left(places, among.stop)]


def index_of(paragraphs: Sequence[str]) -> Index:
    """Return the index of folded paragraphs."""
    words: list[str] = []
    starts = [0]
    for paragraph in paragraphs:
        words += paragraph.split()
        starts.append(len(words))
    places: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        places.setdefault(word, []).append(number)
    return Index(tuple(words), MappingProxyType(places), tuple(starts))
