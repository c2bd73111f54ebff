"""The wording of a copy that is nearest to words which do not stand in it: for a message, never for a match."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

from generator.sources.copies import Copy
from generator.sources.words import Folded, words_in

# Less alike than this, out of 100, what is found says nothing about what was meant.
_ALIKE = 60.0
# Of more words than this, only those are shown that differ, and a few around them.
_MANY_WORDS = 12
_AROUND = 3


def nearest_wording(folded: Folded, copy: Copy, *, first: int | None = None) -> str:
    """Return the hint that shows the printed words nearest to folded ones, or else what to do where none are near.

    They are sought in the paragraph `first`, and then in all.
    """
    texts = copy.text.split("\n")
    index = _most_alike(folded, texts, range(first - 1, first)) if first else None
    index = _most_alike(folded, texts, range(len(texts))) if index is None else index
    if index is None:
        return f"copy the words from {copy.path}"
    return f"the nearest words are “{_printed(folded, texts[index], copy.paragraphs[index])}” (paragraph {index + 1})"


def _most_alike(folded: Folded, texts: Sequence[str], among: range) -> int | None:
    found = process.extractOne(folded, texts[among.start : among.stop], scorer=fuzz.partial_ratio, score_cutoff=_ALIKE)
    return among.start + found[2] if found else None


def _printed(folded: Folded, text: str, printed: str) -> str:
    """The stretch of a printed paragraph that is nearest to folded words; where these are many, where the two part."""
    place = fuzz.partial_ratio_alignment(folded, text)
    assert place is not None
    # What is folded and what is printed have the same words in the same order, a space before each.
    start = max(0, text.count(" ", 0, place.dest_start + 1) - 1)
    end = max(start + 1, text.count(" ", 0, place.dest_end - 1))
    words = words_in(printed)
    if end - start > _MANY_WORDS:
        start, end = _where_they_part(folded.split(), [word.text for word in words[start:end]], start)
    return printed[words[start].start : words[min(end, len(words)) - 1].end]


def _where_they_part(sought: list[str], found: list[str], start: int) -> tuple[int, int]:
    steps = SequenceMatcher(None, sought, found, autojunk=False).get_opcodes()
    parting = next((step for step in steps if step[0] != "equal"), steps[0])
    return start + max(0, parting[3] - _AROUND), start + min(len(found), parting[4] + _AROUND)
