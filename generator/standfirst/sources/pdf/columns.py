"""The order in which what stands on a page is read: column by column, where it has columns.

Columns are told by the white between them: hardly anything goes across it, and on both sides lines of text stand
side by side. What does go across it, such as a heading, parts the page into bands, and each is read by itself. So does
a heading that is no wider than a column, and a picture, where the columns end above it and begin again below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import chain, groupby, pairwise
from statistics import median

from standfirst.sources.pdf.fragments import Fragment, rows_of

# In sizes of the type; and of all fragments how many may go across the white, and on either side how many are needed.
_LEAST_GUTTER, _MOST_ACROSS, _FEWEST_BESIDE = 0.6, 0.3, 3
# A column holds lines of text, and they fill it: cells of a table are shorter.
_LEAST_CHARACTERS, _LEAST_FILLED = 12, 0.5
_FEWEST_IN_COLUMNS = 8
# Of a table: how many rows it has at least, and how much of the width the cells of one take at most.
_FEWEST_ROWS, _MOST_OF_ROW = 3, 0.5
# In sizes of the type: white that parts more than lines do; how high a heading over columns may be, and how high white
# is that holds a picture. And how far from there one column may end before the other, and begin after it.
_WHITE, _HIGHEST, _PICTURE, _ENDS_BEFORE, _BEGINS_AFTER = 0.5, 4, 3, 4, 1.5
_OTHER_SIZE = 1.14
# Of the width of a page: what is wider stands in no column.
_FULL = 0.6
# In points: what is no further apart stands at one place.
_ABOUT = 2
Fragments = Sequence[Fragment]


def regions_in(fragments: Fragments) -> Iterator[Fragments]:
    """Yield the regions of a page, each with a single column, in the order in which they are read."""
    in_tables = frozenset(_in_tables(fragments))
    text = [each for each in fragments if each not in in_tables]
    gutter = _gutter_in(text)
    if gutter is None:
        yield from _between_full_lines(fragments, in_tables)
        return
    for band, is_across in _bands(fragments, gutter, in_tables):
        if is_across:
            yield band
        else:
            yield from regions_in([each for each in band if each.end <= gutter])
            yield from regions_in([each for each in band if each.start >= gutter])


def _between_full_lines(fragments: Fragments, in_tables: Set[Fragment]) -> Iterator[Fragments]:
    """Yield the regions of a page that has columns nowhere, or above and below lines that take up all its width."""
    if not fragments:
        return
    width = max(each.end for each in fragments) - min(each.start for each in fragments)
    in_order = sorted(fragments, key=lambda each: each.baseline)
    region: list[Fragment] = []
    for is_full, band in groupby(in_order, key=lambda each: each.end - each.start > _FULL * width):
        lines = list(band)
        if is_full or _gutter_in([each for each in lines if each not in in_tables]) is None:
            region += lines
            continue
        if region:
            yield region
        yield from regions_in(lines)
        region = []
    if region:
        yield region


def _in_tables(fragments: Fragments) -> Iterator[Fragment]:
    """Yield what stands in rows of a table: several in a row that have cells, one below the other, and much white."""
    if not fragments:
        return
    width = max(each.end for each in fragments) - min(each.start for each in fragments)
    rows = list(rows_of(fragments))
    table: list[list[Fragment]] = []
    for row in [*rows, []]:
        is_of_cells = len(row) > 1 and sum(each.end - each.start for each in row) <= _MOST_OF_ROW * width
        if table and not (is_of_cells and _are_aligned(table[-1], row)):
            yield from chain.from_iterable(table if len(table) >= _FEWEST_ROWS else ())
            table = []
        if is_of_cells:
            table.append(row)


def _are_aligned(row: Fragments, following: Fragments) -> bool:
    """Tell whether two cells of a row begin or end where cells of the row above it do."""
    aligned = sum(
        any(abs(each.start - other.start) <= _ABOUT or abs(each.end - other.end) <= _ABOUT for other in row)
        for each in following
    )
    return aligned > 1


def _bands(fragments: Fragments, gutter: float, in_tables: Set[Fragment]) -> Iterator[tuple[Fragments, bool]]:
    """Yield what goes across the white, and what stands between that, from the head of the page to its foot."""
    goes_across = in_tables | {each for each in fragments if each.start < gutter < each.end}
    breaks = list(_breaks([each for each in fragments if each not in goes_across], gutter))

    def place(each: Fragment) -> tuple[int, bool]:
        is_across = each in goes_across or any(head <= each.baseline < foot for head, foot in breaks)
        return sum(foot <= each.baseline for _, foot in breaks), is_across

    for (_, is_across), band in groupby(sorted(fragments, key=lambda each: each.baseline), key=place):
        yield list(band), is_across


def _breaks(fragments: Fragments, gutter: float) -> Iterator[tuple[float, float]]:
    """Yield from where to where two columns are broken off together, for a heading or a picture over both of them."""
    size = median(each.size for each in fragments) if fragments else 0.0
    above: list[Fragment] = []
    has_heading = False
    for stretch in _stretches(fragments, _WHITE * size):
        if above and _may_be_heading(stretch, gutter, size):
            has_heading = True
            continue
        head, foot = max((each.foot for each in above), default=0), min(each.top for each in stretch)
        if (has_heading or foot - head >= _PICTURE * size) and all(
            any(each.foot >= head - _ENDS_BEFORE * size for each in above if (each.end <= gutter) is is_left)
            and any(each.top <= foot + _BEGINS_AFTER * size for each in stretch if (each.end <= gutter) is is_left)
            for is_left in (True, False)
        ):
            yield head, foot
        above += stretch
        has_heading = False


def _stretches(fragments: Fragments, white: float) -> Iterator[list[Fragment]]:
    """Yield what stands between white that goes across the page, and is so high, from its head to its foot."""
    stretch: list[Fragment] = []
    foot = 0.0
    for each in sorted(fragments, key=lambda each: each.top):
        if stretch and each.top - foot >= white:
            yield stretch
            stretch = []
        foot = max(foot, each.foot) if stretch else each.foot
        stretch.append(each)
    if stretch:
        yield stretch


def _may_be_heading(stretch: Fragments, gutter: float, size: float) -> bool:
    """Tell whether what stands there is in another size than the text, beside nothing, and as low as a heading is."""
    return (
        len({each.end <= gutter for each in stretch}) == 1
        and max(each.foot for each in stretch) - min(each.top for each in stretch) <= _HIGHEST * size
        and all(max(each.size, size) > _OTHER_SIZE * min(each.size, size) for each in stretch)
    )


def _gutter_in(fragments: Fragments) -> float | None:
    """Return where the white between two columns is; None where there is but one."""
    if len(fragments) < _FEWEST_IN_COLUMNS:
        return None
    least = _LEAST_GUTTER * median(each.size for each in fragments)
    whites = [
        (across, start - end, (start + end) / 2)
        for end, start, across in _whites(fragments)
        if start - end >= least and across <= _MOST_ACROSS * len(fragments)
    ]
    # What least goes across; of several the widest.
    whites.sort(key=lambda white: (white[0], -white[1], white[2]))
    return next((middle for _, _, middle in whites if _are_columns(fragments, middle)), None)


def _whites(fragments: Fragments) -> Iterator[tuple[float, float, int]]:
    """Yield the stretches of the page's width at which nothing begins or ends, with how much goes across each."""
    edges = sorted([(each.start, 1) for each in fragments] + [(each.end, -1) for each in fragments])
    across = 0
    for (place, step), (following, _) in pairwise(edges):
        across += step
        # Between the end of one and the start of another; what goes across covers both.
        if following > place:
            yield place, following, across


def _are_columns(fragments: Fragments, gutter: float) -> bool:
    left = [each for each in fragments if each.end <= gutter]
    right = [each for each in fragments if each.start >= gutter]
    if not (_is_column(left) and _is_column(right)):
        return False
    fewer, more = sorted((left, right), key=len)
    return sum(any(each.is_beside(other) for other in more) for each in fewer) >= max(
        _FEWEST_BESIDE, _MOST_ACROSS * len(fewer)
    )


def _is_column(side: Fragments) -> bool:
    lines = list(rows_of(side))
    if (
        len(lines) < _FEWEST_BESIDE
        or median(sum(len(each.text) for each in line) for line in lines) < _LEAST_CHARACTERS
    ):
        return False
    width = max(each.end for each in side) - min(each.start for each in side)
    return median(sum(each.end - each.start for each in line) for line in lines) >= _LEAST_FILLED * width
