"""Where each word of a copy stands, so that to seek a passage costs the same however long its source is."""

from __future__ import annotations

import bisect
from array import array
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from standfirst.model.frozen_class import frozen


@frozen
class WordIndex:
    """The folded words of a copy, counted from 0 through all its paragraphs.

    `places` are the numbers of each word, ascending; `starts` the number of each paragraph's first word, and of all.
    `offsets` say where in the folded text each word begins.
    """

    words: tuple[str, ...]
    places: Mapping[str, Sequence[int]]
    starts: tuple[int, ...]
    offsets: Sequence[int]

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

    def likely_offsets(self, words: Sequence[str], start: int) -> Iterator[int]:
        """Yield where in the text, from an offset on, the first of some words begins if all of them stand there.

        The rarest of them says where to look; whether the others stand beside it is left to the caller.
        """
        places = [self.places.get(word, ()) for word in words]
        counts = [*map(len, places)]
        rarest = counts.index(min(counts))
        numbers = places[rarest]
        for at in range(bisect.bisect_left(numbers, start, key=self.offsets.__getitem__), len(numbers)):
            if numbers[at] >= rarest:
                yield self.offsets[numbers[at] - rarest]


def word_index_of(text: str) -> WordIndex:
    """Return the index of a folded text, whose words stand between spaces, and line breaks between paragraphs."""
    words: list[str] = []
    starts = [0]
    offsets = array("Q")
    places: dict[str, array[int]] = {}
    # One object for all places of a word.
    same: dict[str, str] = {}
    offset = 0
    for word in text.split(" "):
        if word == "\n":
            starts.append(len(words))
        elif word:
            known = same.setdefault(word, word)
            places.setdefault(known, array("Q")).append(len(words))
            words.append(known)
            offsets.append(offset)
        offset += len(word) + 1
    return WordIndex(tuple(words), MappingProxyType(places), (*starts, len(words)), offsets)
