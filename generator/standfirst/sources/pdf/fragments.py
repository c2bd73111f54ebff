"""What stands where on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from standfirst.model.frozen_class import frozen

# In sizes of the type: how far what stands in one line may be from its baseline.
_ABOUT = 0.5


@frozen
class Fragment:
    """Words that stand in one line, without a gap such as that between columns.

    `start` and `end` are in points from the left edge of the page, `baseline` from its upper edge; `size` is that of
    the type.
    """

    start: float
    end: float
    baseline: float
    size: float
    text: str

    @property
    def top(self) -> float:
        return self.baseline - self.size

    def is_beside(self, other: Fragment) -> bool:
        """Tell whether another stands at the same height, at least in part."""
        return self.top < other.baseline and other.top < self.baseline


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
