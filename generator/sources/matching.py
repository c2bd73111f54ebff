"""Where a passage or a quotation stands in a copy. The design's rules and no others: nothing is matched nearly.

Exactly one stretch of at least three words may begin and end as a passage says, within one paragraph.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import problem
from generator.model import Passage
from generator.sources.copies import Copy
from generator.sources.nearest import nearest_wording
from generator.sources.words import FEWEST_WORDS, Folded, fold, named_parts, wording_of

_BRACKETS = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a copy: its paragraph, from 1, and its place in the folded text, the spaces around included."""

    paragraph: int
    start: int
    end: int


def find_passage(passage: Passage, copy: Copy) -> Stretch:
    """Return the one stretch that a passage names, or raise a `SiteError` that says why there is none, or not one."""
    wording = wording_of(passage)
    stretches = list(itertools.islice(_stretches(wording.parts, copy.text), 2))
    if len(stretches) == 1:
        return Stretch(copy.paragraph_at(stretches[0][0]), *stretches[0])
    if stretches:
        message = f"“{passage.words}” stands more than once in '{copy.source}', {_paragraphs(stretches, copy)}"
        raise problem(passage.origin, message, "name more of its words, so that only one stretch is meant")
    message, hint = _why_not(passage, wording.parts, copy)
    raise problem(passage.origin, message, hint)


def find_words(words: str, copy: Copy, within: Stretch | None = None) -> int | None:
    """Return the paragraph in which quoted words stand, in the whole copy or within one stretch of it, or else None.

    Square brackets are first taken for the source's own, and then for any words, or none, in their place.
    """
    start, end = (within.start, within.end) if within else (0, len(copy.text))
    literal = copy.text.find(f" {fold(words)} ", start, end)
    if literal >= 0:
        return copy.paragraph_at(literal)
    outside = [folded for part in _BRACKETS.split(words) if (folded := fold(part))]
    if not outside or not _BRACKETS.search(words):
        return None
    found = _in_order(outside, copy.text, start, end)
    return None if found is None else copy.paragraph_at(found)


def _in_order(parts: list[Folded], text: str, start: int, end: int) -> int | None:
    """Where words first stand that the others follow in their order within the same paragraph."""
    first = text.find(f" {parts[0]} ", start, end)
    while first >= 0:
        paragraph_end = text.find("\n", first, end)
        limit = paragraph_end if paragraph_end >= 0 else end
        place, behind = first, first
        for part in parts:
            place = text.find(f" {part} ", behind, limit)
            if place < 0:
                break
            behind = place + len(part) + 1
        else:
            return first
        # What does not follow its first place in the paragraph follows no later one.
        first = text.find(f" {parts[0]} ", limit, end)
    return None


def _stretches(parts: tuple[Folded, ...], text: str) -> Iterator[tuple[int, int]]:
    """Every stretch that begins and ends so: the folded text from one space before it to the one behind it."""
    begin, end = parts[0], parts[-1]
    if len(parts) == 2 and f" {end} " not in text:
        return
    for start in _places(begin, text, 0, len(text)):
        behind = start + len(begin) + 1
        if len(parts) == 1:
            yield start, behind + 1
            continue
        paragraph_end = text.find("\n", behind)
        for last in _places(end, text, behind, paragraph_end if paragraph_end >= 0 else len(text)):
            stretch = start, last + len(end) + 2
            if text.count(" ", *stretch) > FEWEST_WORDS:
                yield stretch


def _places(words: str, text: str, start: int, end: int) -> Iterator[int]:
    """Where words stand as whole words: the offsets of the spaces before them."""
    place = text.find(f" {words} ", start, end)
    while place >= 0:
        yield place
        place = text.find(f" {words} ", place + 1, end)


def _paragraphs(stretches: list[tuple[int, int]], copy: Copy) -> str:
    first, second = (copy.paragraph_at(start) for start, _ in stretches)
    return f"twice in paragraph {first}" if first == second else f"in paragraphs {first} and {second}"


def _why_not(passage: Passage, parts: tuple[Folded, ...], copy: Copy) -> tuple[str, str]:
    """Why a passage names no stretch, and what would."""
    places = [next(_places(part, copy.text, 0, len(copy.text)), None) for part in parts]
    for written, part, place in zip(named_parts(passage.words), parts, places, strict=True):
        if place is None:
            return f"“{written}” does not stand in '{copy.source}'", nearest_wording(part, copy)
    first, last = (copy.paragraph_at(place) for place in places if place is not None)
    if first != last:
        where = f"its beginning first stands in paragraph {first}, its end in paragraph {last}"
    else:
        where = f"in paragraph {first} the one does not stand before the other, {FEWEST_WORDS} words or more in all"
    return f"“{passage.words}” is no passage within one paragraph of '{copy.source}'", where
