"""How things are kept apart in a picture: labels along a line, bars beside each other."""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Sequence


def spread(wanted: Sequence[int], heights: Sequence[int], low: int, high: int) -> list[int]:
    """Return where things begin that have these heights and would begin as `wanted`: in order, none over another.

    They begin as near to that as can be, by least squares, and lie between `low` and `high` if there is room for all.
    """
    before = list(itertools.accumulate(heights, initial=0))
    # Less the heights of all before, no place may be smaller than the one before it; those that would be are pooled, at
    # their mean (the pool-adjacent-violators algorithm).
    pools: list[tuple[float, int]] = []
    for place, begin in enumerate(wanted):
        middle, count = float(begin - before[place]), 1
        while pools and pools[-1][0] > middle:
            above, many = pools.pop()
            middle, count = (above * many + middle * count) / (many + count), many + count
        pools.append((middle, count))
    room = max(low, high - before[-1])
    places = [min(max(math.floor(middle), low), room) for middle, count in pools for _ in range(count)]
    return [place + above for place, above in zip(places, before, strict=False)]


def bar_lanes(extents: Sequence[tuple[int, int]], gap: int) -> list[int]:
    """Return for each extent the first lane where it keeps the gap from all others; in order of where they begin."""
    chosen = [0] * len(extents)
    free: list[int] = []
    taken: list[tuple[int, int]] = []
    for place in sorted(range(len(extents)), key=lambda place: extents[place]):
        begin, end = extents[place]
        while taken and taken[0][0] <= begin:
            heapq.heappush(free, heapq.heappop(taken)[1])
        chosen[place] = heapq.heappop(free) if free else len(taken)
        heapq.heappush(taken, (end + gap, chosen[place]))
    return chosen
