"""Rings cut to a rectangle, on a sheet or in degrees alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle; `top` is the smaller y, as in SVG."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def contains(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


def clip(ring: Sequence[Point], box: Box) -> tuple[Point, ...]:
    """Return the part of a closed ring that lies in a box, closed again; nothing of one that lies outside.

    Sutherland and Hodgman's way: of a ring that leaves the box and comes back, the parts stay joined along its edge.
    """
    points = tuple(ring[:-1])
    for axis, limit, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        points = _clip_at(points, axis, limit, sign)
    return (*points, points[0]) if len(points) > 2 else ()


def _clip_at(points: tuple[Point, ...], axis: int, limit: float, sign: int) -> tuple[Point, ...]:
    """The part of a ring, written without its last point, on one side of a line across one axis."""
    kept: list[Point] = []
    for before, point in zip((*points[-1:], *points[:-1]), points, strict=True):
        came_from, is_in = ((each[axis] - limit) * sign >= 0 for each in (before, point))
        if came_from != is_in:
            kept.append(_crossing(before, point, axis, limit))
        if is_in:
            kept.append(point)
    return tuple(kept)


def _crossing(one: Point, other: Point, axis: int, limit: float) -> Point:
    # The same for both directions: neighbours must meet in it.
    start, end = min(one, other), max(one, other)
    part = (limit - start[axis]) / (end[axis] - start[axis])
    across = start[1 - axis] + part * (end[1 - axis] - start[1 - axis])
    return (limit, across) if axis == 0 else (across, limit)
