"""Where each word of a copy stands, so that to seek a passage costs the same however long its source is."""

from __future__ import annotations

import bisect
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from types import MappingProxyType

from standfirst.language.words import is_one_number
from standfirst.model.frozen_class import frozen

# The rarest of so many words says where a run of them may stand.
_LOOKED_AT = 64

# Runs of so few words begin and end many stretches.
_OFTEN_ASKED = 3


@frozen
class WordIndex:
    """The folded words of a copy, counted from 0 through all its paragraphs.

    `places` are the numbers of each word, ascending; `starts` the number of each paragraph's first word, and of all.
    `offsets` say where in the folded text each word begins. What stands where is remembered in `_runs`.
    """

    text: str
    words: tuple[str, ...]
    places: Mapping[str, Sequence[int]]
    starts: tuple[int, ...]
    offsets: Sequence[int]
    _runs: dict[str, Mapping[int, Sequence[int]]] = field(default_factory=dict)

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

    def numbers_of(self, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield the number of the first of some words wherever they stand, their numbers whole, in one paragraph.

        `start` and `end` are offsets of spaces, between which they are looked for.
        """
        sought = f" {words} "
        apart = words.split(" ")
        counts = [len(self.places.get(word, ())) for word in apart[:_LOOKED_AT]]
        rarest = counts.index(min(counts))
        numbers = self.places.get(apart[rarest], ())
        for at in range(bisect.bisect_left(numbers, start, key=self.offsets.__getitem__), len(numbers)):
            first = numbers[at] - rarest
            place = self.offsets[first] - 1 if first >= 0 else -1
            if end is not None and place + len(sought) > end:
                return
            stands_there = place >= start and self.text.startswith(sought, place)
            if stands_there and not self.parts_a_number(first, first + len(apart)):
                yield first

    def run_places(self, first: int, end: int) -> Mapping[int, Sequence[int]]:
        """Return where the words with some numbers stand one behind the other, in any paragraph.

        For each paragraph with such places these are the numbers of the first word, ascending.
        """
        words = " ".join(self.words[first:end])
        known = self._runs.get(words)
        if known is not None:
            return known
        found: dict[int, list[int]] = {}
        for number in self.numbers_of(words):
            found.setdefault(self.paragraph_of(number), []).append(number)
        if end - first <= _OFTEN_ASKED:
            self._runs[words] = found
        return found

    def parts_a_number(self, first: int, end: int) -> bool:
        """Tell whether a number within a stretch has its sign just outside it."""
        return self.is_within_a_number(first) or self.is_within_a_number(end)

    def is_within_a_number(self, at: int) -> bool:
        """Tell whether before a word stands what makes one number with it: no stretch begins or ends there."""
        words = self.words
        if not 0 < at < len(words) or not is_one_number(words[at - 1], words[at]):
            return False
        return self.starts[self.paragraph_of(at) - 1] != at


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
    return WordIndex(text, tuple(words), MappingProxyType(places), (*starts, len(words)), offsets)
