"""What facts, lines and anchors weigh: guesses of how many bytes they add to a page, compressed.

They are made of facts alone, so that pages can be planned before anything is made.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeVar

from standfirst.model import Citation, Citing, FactChange, Located, Record, Reference
from standfirst.model.frozen_class import values_of
from standfirst.model.walking import prose_in
from standfirst.present.link_lists import first_links, first_passages

T = TypeVar("T")

# What an entry weighs beside its texts, and what each embed in them adds, which may be a picture.
_FRAME, _EMBED = 180, 3_000
# What a link adds to another fact.
_LINK = 25
# What a line weighs beside its words, and what each character of these and of an anchor adds.
_LINE, _A_CHARACTER = 20, 0.6


def line_weight(*words: str) -> int:
    """Return what a line of some words and anchors weighs."""
    return _LINE + round(sum(len(each.encode()) for each in words) * _A_CHARACTER)


def anchor_weight(anchor: str) -> float:
    """Return what an empty anchor weighs."""
    return len(anchor) * _A_CHARACTER


def weight_of(*parts: object) -> int:
    """Return about how many bytes an entry adds to a page, compressed: a fact, or its texts and citations apart."""
    return _FRAME + sum(map(_weight, parts))


def _weight(part: object) -> int:
    texts = prose_in(part)
    cited = [*(part.cite if isinstance(part, Citing) else ()), *(each for text in texts for each in text.citations)]
    if isinstance(part, Citation):
        cited.append(part)
    words = sum(len(passage.words.encode()) for citation in first_passages(cited) for passage in citation.passages)
    embeds = sum(mention.embeds for text in texts for mention in text.mentions)
    embeds += sum(len(text.pictures) for text in texts)
    # A text stands there twice, the second time for machines, and a passage as well, the second time in an address.
    return _words_in(part) + sum(len(text.markdown.encode()) for text in texts) + 2 * words + embeds * _EMBED


def _words_in(part: object) -> int:
    """Return how many bytes of plain words a fact has, as its title or its aliases, and of links to others."""
    if not isinstance(part, Record):
        return 0
    record: type = type(part)
    return sum(map(_words_of, _values_of(record)(part)))


@functools.cache
def _values_of(record: type) -> Callable[[object], tuple[object, ...]]:
    """Return a function of the values of a record, without where they were written, which is no part of a page."""
    places = {field.name for field in dataclasses.fields(Located)}
    return values_of([field.name for field in dataclasses.fields(record) if field.name not in places])


def _words_of(value: object) -> int:
    match value:
        case str():
            return len(value.encode())
        case (Reference(), *_):
            return len(first_links(value)) * _LINK
        case (FactChange(), *_):
            changes = (each for each in first_links(value) if isinstance(each, FactChange))
            return sum(_LINK + line_weight(each.before, each.after) for each in changes)
        case tuple():
            return sum(map(_words_of, value))
        case _:
            return 0


def fitting(entries: Sequence[T], weight: Callable[[T], int], *, most: int, room: int) -> Sequence[T]:
    """Return the first entries, one at least: so many at most, that weigh no more than there is room for."""
    weights = accumulate(map(weight, entries[:most]))
    return entries[: max(1, sum(weighs <= room for weighs in weights))]
