"""The wording of a copy that is nearest to words which do not stand in it: for a message, never for a match.

The words sought vote for where they would begin, the rarest first; only about the place with the most votes are
words compared. So a hint costs next to nothing, however long the source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

from standfirst.language.words import WEIGHT, FoldedWords, is_one_number, weight
from standfirst.problems.remedies import Remedy
from standfirst.sources.copies import Copy
from standfirst.sources.word_index import WordIndex

# Less alike than this, out of 100, what is found says nothing about what was meant.
_ALIKE = 60.0
# As much alike as this, what is found is what was meant if nothing else is.
_MUCH_ALIKE = 80.0
# Places with most votes, among which others may be as much alike.
_RIVALS = 8
# Words in more places than this have no vote where rarer ones have.
_COMMON = 2000
# By how many words what is sought and what is found may have shifted against each other.
_SHIFT = 6
# Of more words than this, some are spelled as in the copy.
_FEW_WORDS = 4
# Of more words than this, only those are shown that differ, and a few around them.
_MANY_WORDS = 12
_AROUND = 3


def nearest_wording(folded: FoldedWords, copy: Copy, *, first: int | None = None) -> Remedy:
    """Return the remedy that shows the printed words nearest to folded ones, or else what to do where none are near.

    They are sought in the paragraph `first`, and then in all. It names them exactly where they are much like those
    sought, and no others are as much like them.
    """
    index = copy.index
    sought = folded.split()
    found = _nearest_in(copy, sought, first)
    if found is None:
        return Remedy(f"copy the words from {copy.path}")
    paragraph = index.paragraph_of(found.start)
    whole = _printed(_with_signs(found, index, index.words_of(paragraph)), paragraph, copy)
    is_sure = _alike(sought, found, index) >= _MUCH_ALIKE and _is_only_one(sought, found, index)
    shown = _shown(sought, found, copy)
    hint = f"the nearest words are “{shown}” (paragraph {copy.named(paragraph)})"
    return Remedy(hint, " ".join(whole.split()) if is_sure else None)


def nearest_words(folded: FoldedWords, copy: Copy) -> str:
    """Return the printed words nearest to folded ones, of many those where they part; nothing where none are near."""
    sought = folded.split()
    found = _nearest_in(copy, sought, None)
    return _shown(sought, found, copy) if found else ""


def _nearest_in(copy: Copy, sought: Sequence[str], first: int | None) -> range | None:
    """The numbers of the words that are most like those sought: in the paragraph `first`, or else in all of them."""
    index = copy.index
    found = _nearest(sought, index, index.words_of(first)) if first else None
    found = found or _nearest(sought, index, range(len(index.words)))
    return found or _nearest(_like_words(sought, index), index, range(len(index.words)))


def _shown(sought: Sequence[str], found: range, copy: Copy) -> str:
    """The words that were found as they are printed; of many only those that differ, and a few around them."""
    index = copy.index
    paragraph = index.paragraph_of(found.start)
    if len(found) > _MANY_WORDS * _to_a_word(sought):
        found = _where_they_part(sought, found, index)
    return _printed(_with_signs(found, index, index.words_of(paragraph)), paragraph, copy)


def _is_only_one(sought: Sequence[str], found: range, index: WordIndex) -> bool:
    """Whether no words elsewhere are as much like those sought as the ones that were found."""
    alike = _alike(sought, found, index)
    votes = _votes(sought, index, range(len(index.words)))
    others = (_window(sought, place, index) for place, _ in votes.most_common(_RIVALS))
    rivals = (_aligned(sought, index, window) for window in others)
    elsewhere = (each for each in rivals if each.stop <= found.start or found.stop <= each.start)
    return all(_alike(sought, each, index) < alike for each in elsewhere)


def _alike(sought: Sequence[str], found: range, index: WordIndex) -> float:
    """How much some words are like those sought, out of 100."""
    return fuzz.ratio(_joined(sought), _text(index, found))


def _nearest(sought: Sequence[str], index: WordIndex, among: range) -> range | None:
    """The numbers of the words that are most like those sought; None where there are none like them."""
    votes = _votes(sought, index, among)
    if not votes:
        return None
    # Of equals the first.
    place = max(votes, key=lambda each: (votes[each], -each[0], -each[1]))
    found = _aligned(sought, index, _window(sought, place, index))
    return found if _alike(sought, found, index) >= _ALIKE else None


def _window(sought: Sequence[str], place: tuple[int, int], index: WordIndex) -> range:
    """The words about a place of a paragraph among which those sought may be."""
    paragraph, about = place
    whole = index.words_of(paragraph)
    return range(max(whole.start, (about - 1) * _SHIFT), min(whole.stop, (about + 2) * _SHIFT + len(sought)))


def _votes(sought: Sequence[str], index: WordIndex, among: range) -> Counter[tuple[int, int]]:
    """How many of the words stand where they would if all began about some word of some paragraph."""
    places = [(index.places_among(word, among), position) for position, word in enumerate(sought)]
    votes: Counter[tuple[int, int]] = Counter()
    counted = 0
    for numbers, position in sorted((each for each in places if each[0]), key=lambda each: len(each[0])):
        if counted + len(numbers) > _COMMON and counted:
            break
        counted += len(numbers)
        votes.update((index.paragraph_of(number), (number - position) // _SHIFT) for number in numbers)
    return votes


def _like_words(sought: Sequence[str], index: WordIndex) -> list[str]:
    """A few words as the copy spells them, where it does not hold all of them as they are sought; else none."""
    if len(sought) > _FEW_WORDS or all(word in index.places for word in sought):
        return []
    known = list(index.places)
    near = (process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_ALIKE) for word in sought)
    return [found[0] if found else word for found, word in zip(near, sought, strict=True)]


def _aligned(sought: Sequence[str], index: WordIndex, window: range) -> range:
    """The words within a window that are most like those sought: as many, or one more at either end."""
    found = index.words[window.start : window.stop]
    same = SequenceMatcher(None, sought, found, autojunk=False).find_longest_match()
    start = window.start + same.b - same.a
    ways = [
        range(max(window.start, first), min(window.stop, last))
        for first in (start, start - 1)
        for last in (start + len(sought), start + len(sought) + 1)
    ]
    return max(ways, key=lambda way: fuzz.ratio(_joined(sought), _text(index, way)))


def _where_they_part(sought: Sequence[str], found: range, index: WordIndex) -> range:
    steps = SequenceMatcher(None, sought, index.words[found.start : found.stop], autojunk=False).get_opcodes()
    parting = next((step for step in steps if step[0] != "equal"), steps[0])
    around = _AROUND * _to_a_word(sought)
    return range(found.start + max(0, parting[3] - around), found.start + min(len(found), max(parting[4], 1) + around))


def _with_signs(found: range, index: WordIndex, paragraph: range) -> range:
    """Return words with the signs of the numbers that they begin and end with."""
    start, stop = found.start, found.stop
    if start > paragraph.start and is_one_number(index.words[start - 1], index.words[start]):
        start -= 1
    if stop < paragraph.stop and is_one_number(index.words[stop - 1], index.words[stop]):
        stop += 1
    return range(start, stop)


def _to_a_word(words: Sequence[str]) -> int:
    """How many of the words make one: of scripts without spaces each character is one of them."""
    lightest = min(filter(None, map(weight, words)), default=WEIGHT)
    return WEIGHT // lightest


def _text(index: WordIndex, numbers: range) -> str:
    return _joined(index.words[numbers.start : numbers.stop])


def _joined(words: Sequence[str]) -> str:
    """Return words with spaces between, but for those of scripts without spaces, which the spaces would make alike."""
    return "".join(f"{word} " if weight(word) == WEIGHT else word for word in words).rstrip()


def _printed(numbers: range, paragraph: int, copy: Copy) -> str:
    first = copy.index.words_of(paragraph).start
    return copy.printed(paragraph, numbers.start - first, numbers.stop - first)
