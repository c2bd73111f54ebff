"""Names in a text: where it calls actors and terms by name, and what only looks like it.

Names are sought word by word, so that a text costs the same whether the explainer has ten names or ten thousand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

import icu
import regex

from standfirst.language import dates
from standfirst.language.characters import TABLE, CharacterMeaning
from standfirst.language.locale import code_of
from standfirst.model import FactId
from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.prose.clitics import endings, openings
from standfirst.prose.spellings import PlainText, Spelling, spellings_of

# A letter of a script without spaces.
_UNSPACED = next(row.pattern for row in TABLE if row.meaning is CharacterMeaning.CHARACTER)
_WITHIN_UNSPACED = regex.compile(rf"(?<={_UNSPACED})(?={_UNSPACED})", regex.VERSION1)
# What is typed to lead somewhere names nobody: addresses, of mail too, accounts, tags and the names of files.
_ADDRESS = regex.compile(
    rf"""
      \b[a-z][a-z0-9+.-]{{1,20}}+://(?:(?!{_UNSPACED})[^\s<>"“”«»、。「」])+
    | (?<![\w.])10\.[0-9]{{4,9}}/[^\s<>]+
    | (?<![\w@.+%-])[\w.+%-]++@[\w-]+(?:\.[\w-]+)+
    | (?<![\w.])[@\#][\w.-]*\w(?:@[\w-]+(?:\.[\w-]+)+)?
    | (?<![\w@.-])(?:[\w-]++\.)+(?:example|[a-z]{{2,4}})(?!\w)
      (?:/(?:(?!{_UNSPACED})[^\s<>"“”«»、。「」])*)?
    """,
    regex.VERBOSE | regex.VERSION1,
)
# So many whole words are no chance, however a dictionary parts them from those around.
_ENOUGH_WORDS = 2


@frozen
class FactName:
    """A spelling by which prose may call an actor or term; `any_case` of a term's first letter."""

    text: str
    fact: FactId
    address: Address
    any_case: bool


@frozen
class NameMatch:
    """A name in a text, from `start` up to `end`; what the language writes in one with it is left outside."""

    name: FactName
    start: int
    end: int


# A name, or with None a date or an address, from one place up to another.
_Stretch = tuple[int, int, NameMatch | None]


@dataclass(slots=True)
class _TrieNode:
    """What may follow some words, and the names that they may be."""

    following: dict[str, _TrieNode] = field(default_factory=dict)
    names: list[tuple[Spelling, FactName]] = field(default_factory=list)


class NameFinder:
    """The names to be sought in texts, by the rules of the site's language."""

    def __init__(self, names: Iterable[FactName], language: str) -> None:
        self._tag = language
        self._language = code_of(language)
        self._root = _TrieNode()
        for name in names:
            for spelling in spellings_of(name.text, language, any_case=name.any_case):
                self._add(spelling, name)

    def _add(self, spelling: Spelling, name: FactName) -> None:
        node = self._root
        for word in spelling.words:
            node = node.following.setdefault(word, _TrieNode())
        node.names.append((spelling, name))

    def find(self, text: str) -> tuple[NameMatch, ...]:
        """Return where a text calls somebody by name.

        Of names, dates and addresses that overlap, the longest counts.
        """
        named = [(found.start, found.end, found) for found in self._anywhere(text)]
        if not named:
            return ()
        dated = ((each.start, each.end, None) for each in dates.found_in(text, self._tag))
        leading = ((*each.span(), None) for each in _ADDRESS.finditer(text))
        return tuple(found for *_, found in _longest((*named, *dated, *leading)) if found)

    def may_be_in(self, words: str) -> tuple[FactName, ...]:
        """Return the names that `find` may find in any part of some words, in their order."""
        named = [(found.start, found.end, found) for found in self._anywhere(words)]
        return tuple(dict.fromkeys(found.name for *_, found in _longest(named) if found))

    def _anywhere(self, text: str) -> Iterator[NameMatch]:
        """Every name that stands in a text, those within others too."""
        if not self._root.following:
            return
        plain = PlainText.of(text)
        parting = _WordBreaks(plain.text, self._tag)
        for number in range(len(plain.words)):
            for start, end, name in self._at(number, plain):
                if parting.is_apart(start, end):
                    yield NameMatch(name, *plain.place(start, end))

    def _at(self, number: int, text: PlainText) -> Iterator[tuple[int, int, FactName]]:
        """The names that begin at a word of a text, or within it; and where they begin and end."""
        word = text.words[number]
        for offset, opening in openings(word.text, self._language, text.text[word.end : word.end + 2]):
            yield from self._along(text, number, word.start + offset, opening)

    def _along(self, text: PlainText, number: int, start: int, opening: str) -> Iterator[tuple[int, int, FactName]]:
        node = self._root
        spans: list[tuple[int, int]] = []
        written = opening
        for at in range(number, len(text.words)):
            word = text.words[at]
            begin = word.start if spans else start
            for ended in endings(written, self._language):
                if final := node.following.get(ended):
                    end = word.end - (len(written) - len(ended))
                    yield from _fitting(final, text, (*spans, (begin, end)))
            if written not in node.following or at + 1 == len(text.words):
                return
            node = node.following[written]
            spans.append((begin, word.end))
            written = text.words[at + 1].text


def _fitting(node: _TrieNode, text: PlainText, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, FactName]]:
    """The names that some words may be, where also what stands around and between these is theirs."""
    for spelling, name in node.names:
        start = spans[0][0] - len(spelling.around[0])
        end = spans[-1][1] + len(spelling.around[-1])
        if start >= 0 and end <= len(text.text) and text.around(spans, start, end) == spelling.around:
            yield start, end, name


def _longest(found: Iterable[_Stretch]) -> list[_Stretch]:
    """Return of stretches that overlap the longest, in order of place; of two that are alike the first."""
    chosen: list[_Stretch] = []
    places: list[tuple[int, int]] = []
    for each in sorted(found, key=lambda stretch: (stretch[0] - stretch[1], stretch[0])):
        at = bisect_left(places, each[:2])
        overlaps = (at and places[at - 1][1] > each[0]) or (at < len(places) and places[at][0] < each[1])
        if not overlaps:
            places.insert(at, each[:2])
            chosen.append(each)
    return sorted(chosen, key=lambda stretch: stretch[:2])


class _WordBreaks:
    """Where the words of a text begin and end that sets them apart by no spaces, as ICU's dictionaries have them."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language

    def is_apart(self, start: int, end: int) -> bool:
        """Tell whether a stretch may be a name: whole words, or too many to be there by chance."""
        edges = [place for place in (start, end) if _WITHIN_UNSPACED.match(self._text, place)]
        if not edges or self._boundaries.issuperset(edges):
            return True
        return sum(place in self._boundaries for place in range(start, end + 1)) > _ENOUGH_WORDS

    @cached_property
    def _boundaries(self) -> frozenset[int]:
        iterator = icu.BreakIterator.createWordInstance(icu.Locale.forLanguageTag(self._language))
        iterator.setText(self._text)
        ends = frozenset(iterator)
        # ICU counts in UTF-16, where what lies beyond the first plane counts twice.
        widths = accumulate(1 + (character > "\uffff") for character in self._text)
        return frozenset((0, *(place for place, width in enumerate(widths, start=1) if width in ends)))
