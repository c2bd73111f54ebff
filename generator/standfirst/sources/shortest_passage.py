"""The fewest words that name a stretch of a copy: how it begins and how it ends, or, where it is short, all of it.

What `find_passage` finds by a wording is asked here the other way round. A stretch is given by its paragraph, from 1,
and by the words of that with which it begins and before which it ends, from 0.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import TypeAlias

import regex

from standfirst.language.words import FEWEST_WORDS, fold
from standfirst.model.frozen_class import frozen
from standfirst.sources.copies import Copy
from standfirst.sources.passages import ELLIPSIS, named_parts
from standfirst.sources.word_index import WordIndex

# The first of some words, and the one behind them.
WordSpan: TypeAlias = tuple[int, int]
# The ellipsis is counted as a word, so that none stands for a single word.
_FOR_ELLIPSIS = 1
# No longer beginning is tried: where the same is printed again and again, a passage may be longer than it must be.
_LONGEST_BEGINNING = 32


def shortest_passage(
    copy: Copy, paragraph: int, first: int, end: int, *, written_out: Sequence[WordSpan] = ()
) -> str | None:
    """Return the fewest words that name exactly this stretch, and of as few words those with the fewest characters.

    What is to be `written_out`, by its words in the paragraph, does not stand where the ellipsis is: what a fact takes
    from its passage must be read there. None where no words name it: it is shorter than a passage may be, parts a
    number from its sign, or stands elsewhere too.
    """
    stretch = _numbered(copy, paragraph, first, end)
    if not _can_be_named(copy.index, stretch):
        return None
    whole = _as_written(copy, stretch)
    most = len(stretch) - _FOR_ELLIPSIS if whole else len(stretch) + 1
    division = _Division(copy.index, stretch, tuple(_floors(first, end, written_out)))
    for count in range(_least_sum(division.begins, division.ends, division.names, most), most):
        both = [
            f"{begin} … {ending}"
            for at in division.ways(count)
            if (begin := _as_written(copy, stretch[:at])) and (ending := _as_written(copy, stretch[at - count :]))
        ]
        if both:
            return min(both, key=len)
    return whole


def widened(copy: Copy, paragraph: int, first: int, end: int) -> tuple[int, int] | None:
    """Return the stretch with the fewest words around it by which a passage can name it; itself if it can as it is.

    None where all of its paragraph cannot be named: it stands there twice, or is too short.
    """
    index = copy.index
    stretch, whole = _numbered(copy, paragraph, first, end), index.words_of(paragraph)
    before = [
        more for more in range(stretch.start - whole.start + 1) if not index.is_within_a_number(stretch.start - more)
    ]
    behind = [
        more for more in range(whole.stop - stretch.stop + 1) if not index.is_within_a_number(stretch.stop + more)
    ]

    def with_more(left: int, right: int) -> range:
        return range(stretch.start - left, stretch.stop + right)

    def can_be_named(left: int, right: int) -> bool:
        return _can_be_named(index, with_more(left, right))

    if not can_be_named(before[-1], behind[-1]):
        return None
    fewest = _least_sum(before, behind, can_be_named, before[-1] + behind[-1] + 1)
    ways = ((left, fewest - left) for left in before if fewest - left in behind)
    # Of as many words, those behind it.
    left, right = next((way for way in ways if can_be_named(*way)), (before[-1], behind[-1]))
    return first - left, end + right


def places_of(copy: Copy, paragraph: int, first: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield all stretches with the same words as one, itself among them."""
    index = copy.index
    stretch = _numbered(copy, paragraph, first, end)
    for here, numbers in index.run_places(stretch.start, stretch.stop).items():
        before = index.words_of(here).start
        yield from ((here, number - before, number - before + len(stretch)) for number in numbers)


def _numbered(copy: Copy, paragraph: int, first: int, end: int) -> range:
    """A stretch by the numbers of its words in the whole copy."""
    words = copy.index.words_of(paragraph)
    return words[first:end]


def _can_be_named(index: WordIndex, stretch: range) -> bool:
    """Whether a stretch is long enough, has its numbers whole, and stands nowhere else."""
    if len(stretch) < FEWEST_WORDS or index.parts_a_number(stretch.start, stretch.stop):
        return False
    places = index.run_places(stretch.start, stretch.stop)
    return sum(map(len, places.values())) == 1


def _floors(first: int, end: int, written_out: Sequence[WordSpan]) -> Iterator[tuple[int, int]]:
    """Yield how many words a beginning and an end have at least that hold all that is to be written out."""
    spans = sorted(written_out)
    for in_beginning in range(len(spans) + 1):
        begin = max((last for _, last in spans[:in_beginning]), default=first + 1)
        ending = min((start for start, _ in spans[in_beginning:]), default=end - 1)
        yield begin - first, end - ending


@frozen
class _Division:
    """A stretch as it is divided into a beginning, an end, and what is left out between them.

    `floors` are the fewest words of both, in each way in which they hold what they must.
    """

    index: WordIndex
    stretch: range
    floors: tuple[tuple[int, int], ...]

    @property
    def begins(self) -> list[int]:
        """How many words a beginning may have."""
        tried = {*range(1, min(len(self.stretch), _LONGEST_BEGINNING + 1)), *(begin for begin, _ in self.floors)}
        return [count for count in sorted(tried) if not self.index.is_within_a_number(self.stretch.start + count)]

    @property
    def ends(self) -> list[int]:
        """How many words an end may have."""
        counts = range(1, len(self.stretch))
        return [count for count in counts if not self.index.is_within_a_number(self.stretch.stop - count)]

    def ways(self, count: int) -> Iterator[int]:
        """Yield how many of so many words make a beginning whose end, of the others, names the stretch with it."""
        ends = {*self.ends}
        return (begin for begin in self.begins if count - begin in ends and self.names(begin, count - begin))

    def names(self, first: int, last: int) -> bool:
        """Tell whether so many of the first words and so many of the last name the stretch, and hold what they must."""
        if not any(first >= begin and last >= end for begin, end in self.floors):
            return False
        index, stretch = self.index, self.stretch
        begins = index.run_places(stretch.start, stretch.start + first)
        ends = index.run_places(stretch.stop - last, stretch.stop)
        fewer, others = (begins, ends) if len(begins) < len(ends) else (ends, begins)
        found = (
            (begin, end + last)
            for paragraph in fewer
            if paragraph in others
            # What ends a stretch from a later place ends one from an earlier place too, and so the other way round.
            for begin, end in product(begins[paragraph][:2], ends[paragraph][-2:])
            if begin + first <= end and end + last - begin >= FEWEST_WORDS
        )
        return all(each == (stretch.start, stretch.stop) for each in found)


def _least_sum(xs: Sequence[int], ys: Sequence[int], holds: Callable[[int, int], bool], below: int) -> int:
    """Return the least sum of two numbers for which something holds that also holds for all greater ones.

    The numbers are ascending. `below` if no less sum is found.
    """
    least = below
    for x in xs:
        less = ys[: bisect_left(ys, least - x)]
        if not less:
            break
        if holds(x, less[-1]):
            least = x + less[bisect_left(less, True, key=lambda y, x=x: holds(x, y))]  # type: ignore[misc]
    return least


def _as_written(copy: Copy, stretch: range) -> str | None:
    """Return words as they are printed, without an ellipsis of the source, which would be taken for that of a passage.

    Read by themselves some are other words: of 5/4/2019 the first two would be a fraction. Then they are written as
    they are compared; None where these are read as others too.
    """
    words = " ".join(copy.index.words[stretch.start : stretch.stop])
    paragraph = copy.index.paragraph_of(stretch.start)
    before = copy.index.words_of(paragraph).start
    printed = copy.printed(paragraph, stretch.start - before, stretch.stop - before)
    ways = (printed, *(ELLIPSIS.sub(instead, printed) for instead in (" ", ", ")), words)
    tidy = (regex.sub(r" +", " ", way) for way in ways)
    return next((way for way in tidy if len(named_parts(way)) == 1 and fold(way) == words), None)
