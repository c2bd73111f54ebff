"""Where the names of countries stand on a map: within what is seen of them, where nothing else does; else nowhere."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from standfirst.pictures.clipping import Box, Point
from standfirst.pictures.labels import SIZE, LabelSide, MapLabel, label_height
from standfirst.pictures.lettering import break_lines, text_width
from standfirst.pictures.outlines import VisibleCountry

# How much wider spaced letters are; how near a name may come to a border; between the rows that are tried.
_SPACED, _APART, _STEP = 1.08, 2.0, 3.0

Interval = tuple[float, float]
Rings = Sequence[Sequence[Point]]


def country_labels(
    countries: Sequence[VisibleCountry], names: Sequence[str], taken: Sequence[Box], sheet: Box
) -> tuple[MapLabel, ...]:
    """Return a label for each country whose name finds room, the largest first; one without a name gets none."""
    labels: list[MapLabel] = []
    ranked = sorted(zip(countries, names, strict=True), key=lambda each: -abs(_area(each[0].rings)))
    for country, name in ranked:
        boxes = [*taken, *(label.box for label in labels)]
        label = next((each for lines in _lines(name) if (each := _within(country, lines, boxes, sheet))), None)
        if label:
            labels.append(label)
    return tuple(labels)


def _lines(name: str) -> Iterator[tuple[str, ...]]:
    """A name in one line, and in as many as it has words, where it has several."""
    if name:
        yield (name,)
    if " " in name:
        yield break_lines(name, _width(name) / 2, _width)


def _width(text: str) -> float:
    return text_width(text, SIZE) * _SPACED


def _within(country: VisibleCountry, lines: tuple[str, ...], taken: Sequence[Box], sheet: Box) -> MapLabel | None:
    """The label nearest to the middle of what is seen of a country, or nothing where none finds room."""
    across, down = max(map(_width, lines)), label_height(lines)
    middle = _middle(country.rings)
    rooms = []
    # Most rows of a sheet lie above or below a country.
    heights = [y for ring in country.rings for _, y in ring]
    highest, lowest = min(heights), max(heights)
    top = sheet.top + _APART
    while top + down <= min(sheet.bottom - _APART, lowest):
        for left, right in _free(country.rings, top, top + down, taken, sheet) if top >= highest else ():
            if right - left >= across:
                x = min(max(middle[0], left + across / 2), right - across / 2)
                y = top + down / 2
                rooms.append(((x - middle[0]) ** 2 + (y - middle[1]) ** 2, x, y))
        top += _STEP
    if not rooms:
        return None
    _, x, y = min(rooms)
    return MapLabel(lines, (x, y), LabelSide.MIDDLE, Box(x - across / 2, y - down / 2, x + across / 2, y + down / 2))


def _free(rings: Rings, top: float, bottom: float, taken: Sequence[Box], sheet: Box) -> list[Interval]:
    """From where to where one can go along a row without leaving a country, or meeting what stands there."""
    free = [(sheet.left + _APART, sheet.right - _APART)]
    for y in (top, (top + bottom) / 2, bottom):
        if not free:
            break
        inside = [(left + _APART, right - _APART) for left, right in _inside(rings, y)]
        free = [both for one, other in itertools.product(free, inside) if (both := _common(one, other))]
    for box in taken:
        if box.top - _APART < bottom and top < box.bottom + _APART:
            sides = (sheet.left, box.left - _APART), (box.right + _APART, sheet.right)
            free = [both for one, other in itertools.product(free, sides) if (both := _common(one, other))]
    return free


def _common(one: Interval, other: Interval) -> Interval | None:
    left, right = max(one[0], other[0]), min(one[1], other[1])
    return (left, right) if left < right else None


def _inside(rings: Rings, y: float) -> list[Interval]:
    """The stretches of a line from left to right that lie within rings."""
    crossings = sorted(
        x + (right - x) * (y - above) / (below - above)
        for ring in rings
        for (x, above), (right, below) in itertools.pairwise(ring)
        if (above <= y) != (below <= y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def _middle(rings: Rings) -> Point:
    """The centre of gravity of the largest ring."""
    ring = max(rings, key=lambda each: abs(_area([each])))
    twice = 2 * _area([ring])
    if not twice:
        return ring[0]
    x = sum((left + right) * cross for (left, _), (right, _), cross in _crosses(ring))
    y = sum((above + below) * cross for (_, above), (_, below), cross in _crosses(ring))
    return x / (3 * twice), y / (3 * twice)


def _area(rings: Iterable[Sequence[Point]]) -> float:
    """Twice the area of rings is the sum of these crosses; holes go the other way around and count against it."""
    return sum(cross for ring in rings for _, _, cross in _crosses(ring)) / 2


def _crosses(ring: Sequence[Point]) -> Iterator[tuple[Point, Point, float]]:
    for start, end in itertools.pairwise(ring):
        yield start, end, start[0] * end[1] - end[0] * start[1]
