"""Lines that leave a column of names at one height and come back to it at another, side by side without touching."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from standfirst.model.frozen_class import frozen

# How long an arrowhead is, and how far it reaches to either side.
ARROW, HALF_ARROW = 6.0, 2.7
# How far a line runs straight before it bends, and the widest bend: what crosses others is best seen where it is steep.
STRAIGHT, WIDEST_BEND = 8.0, 30.0
# A dash and the gap after it, as stroke-dasharray has them.
DASH, GAP = 5, 3
# Loops in one lane, one below the other, stay so far apart.
_BETWEEN = 4.0


class Span(NamedTuple):
    """From which height to which a line leads; heights grow downwards."""

    top: float
    bottom: float


@frozen
class Loop:
    """A line from the `edge` of a column out to its `lane`, along it and back, with arrowheads at its ends."""

    span: Span
    edge: float
    lane: float
    points_up: bool
    points_down: bool

    @property
    def path(self) -> str:
        """The line as SVG has it."""
        top, bottom, bend = *self.span, self._bend
        turn = svg_number(self.lane - self._outwards * bend)
        arc = f"A{svg_number(bend)} {svg_number(bend)} 0 0 {int(self._outwards > 0)} "
        # A stroke ends within its arrowhead, whose tip it would blunt.
        start, end = (
            svg_number(self.edge + self._outwards * self._short(at)) for at in (self.points_up, self.points_down)
        )
        return (
            f"M{start} {svg_number(top)}H{turn}{arc}{svg_number(self.lane)} {svg_number(top + bend)}"
            f"V{svg_number(bottom - bend)}{arc}{turn} {svg_number(bottom)}H{end}"
        )

    @property
    def dashed_length(self) -> int:
        """The nearest to its length at which it begins and ends with a dash: SVG's pathLength fits dashes to it."""
        across = (
            2 * (abs(self.lane - self.edge) - self._bend) - self._short(self.points_up) - self._short(self.points_down)
        )
        length = across + self.span.bottom - self.span.top - 2 * self._bend + math.pi * self._bend
        return max(round((length + GAP) / (DASH + GAP)), 1) * (DASH + GAP) - GAP

    @property
    def arrows(self) -> str:
        """The arrowheads as SVG has them."""
        ends = [self.span.top] * self.points_up + [self.span.bottom] * self.points_down
        head = f"l{svg_number(self._outwards * ARROW)} {-HALF_ARROW}v{2 * HALF_ARROW}z"
        return "".join(f"M{svg_number(self.edge)} {svg_number(end)}{head}" for end in ends)

    @property
    def _outwards(self) -> int:
        return 1 if self.lane > self.edge else -1

    @property
    def _bend(self) -> float:
        return min(abs(self.lane - self.edge) - STRAIGHT, (self.span.bottom - self.span.top) / 2, WIDEST_BEND)

    @staticmethod
    def _short(is_pointed: bool) -> float:
        return (ARROW - 1) * is_pointed


def loop_lanes(spans: Sequence[Span]) -> tuple[int, ...]:
    """Return a lane for each line, from 0 outwards, so that no two lie upon each other; short ones lie inside."""
    taken: list[list[Span]] = []
    chosen: dict[int, int] = {}
    for index in sorted(range(len(spans)), key=lambda index: (spans[index].bottom - spans[index].top, spans[index])):
        free = (lane for lane, others in enumerate(taken) if not any(_meet(spans[index], each) for each in others))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(spans[index])
        chosen[index] = lane
    return tuple(chosen[index] for index in range(len(spans)))


def svg_number(value: float) -> str:
    """Return a number as SVG has it, to a tenth."""
    return f"{round(value, 1):g}"


def _meet(one: Span, other: Span) -> bool:
    return one.top < other.bottom + _BETWEEN and other.top < one.bottom + _BETWEEN
