"""What stands where on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from standfirst.model.frozen_class import frozen

# In sizes of the type: how far what stands in one line may be from its baseline.
_ABOUT = 0.5


@frozen
class Fragment:
    """Words that stand in one line, without a gap such as that between columns.

    All is in points. `start` and `end` grow in the direction in which lines are read, `baseline` grows down the page;
    `size` is that of the type.
    """

    start: float
    end: float
    baseline: float
    size: float
    text: str

    @property
    def top(self) -> float:
        return self.baseline - self.size

    @property
    def foot(self) -> float:
        """How far its letters go down, about."""
        return self.baseline + self.size / 4

    def is_beside(self, other: Fragment) -> bool:
        """Tell whether another stands at the same height, at least in part."""
        return self.top < other.foot and other.top < self.foot


_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_LEFT_TO_RIGHT = regex.compile(r"\p{Bidi_Class=L}")
# What stands on each page, in the order of the file.
Pages = tuple[tuple[Fragment, ...], ...]


def rows_of(fragments: Iterable[Fragment]) -> Iterator[list[Fragment]]:
    """Yield what stands in one line, from the head of the page to its foot."""
    row: list[Fragment] = []
    for each in sorted(fragments, key=lambda each: (each.baseline, each.start)):
        if row and each.baseline - row[-1].baseline > _ABOUT * min(each.size, row[-1].size):
            yield row
            row = []
        row.append(each)
    if row:
        yield row


def as_read(page: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """Return what stands on a page, turned round where most of it is read from the right."""
    text = "".join(each.text for each in page)
    if len(_RIGHT_TO_LEFT.findall(text)) <= len(_LEFT_TO_RIGHT.findall(text)):
        return tuple(page)
    return tuple(replace(each, start=-each.end, end=-each.start) for each in page)
