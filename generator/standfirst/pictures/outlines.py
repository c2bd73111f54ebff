"""Outlines of land as lines on a sheet: coasts, and the borders that two countries share, each drawn once.

Neighbours are simplified along the same lines, so that no gap opens between them: rings are cut into arcs where
neighbours meet, and each arc is simplified by itself, as TopoJSON does it. Coordinates are whole numbers of tenths of a
unit here, so that what is the same is equal.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from standfirst.model import Area, AreaKind, Ring
from standfirst.model.frozen_class import frozen
from standfirst.pictures.clipping import Point, clip
from standfirst.pictures.map_extents import MapFrame, unwrapped

_TENTHS = 10
# In units: how far a simplified line may lie from the real one, how much of what is beside the sheet is kept so that
# edges cut there are not seen, and how large an island is at least.
_TOLERANCE, _BESIDE, _SMALLEST = 0.3, 4.0, 1.5

Tenths = tuple[int, int]
Polyline = tuple[Tenths, ...]


@frozen
class VisibleCountry:
    """What of a country can be seen on the sheet, in units; a ring may be an outline or a hole."""

    code: str
    rings: tuple[tuple[Point, ...], ...]


@frozen
class MapOutlines:
    """The land, its borders and its lakes as `d` of SVG paths, empty where there are none; the countries by code."""

    land: str
    borders: str
    lakes: str
    countries: tuple[VisibleCountry, ...]


def map_outlines(areas: Sequence[Area], frame: MapFrame) -> MapOutlines:
    """Return what a frame shows of some areas."""
    land = [_rings(area, frame) for area in areas if area.kind is AreaKind.LAND]
    lakes = [_rings(area, frame) for area in areas if area.kind is AreaKind.LAKE]
    coasts, borders = _lines(land)
    codes = [area.code for area in areas if area.kind is AreaKind.LAND]
    seen = ((code, rings) for code, rings in zip(codes, land, strict=True) if code and rings)
    return MapOutlines(
        land=_path(_joined(coasts)),
        borders=_path(borders),
        lakes=_path(_joined(_lines(lakes)[0])),
        countries=tuple(VisibleCountry(code, tuple(map(_in_units, rings))) for code, rings in seen),
    )


# ---------------------------------------------------------------- from degrees to the sheet


def _rings(area: Area, frame: MapFrame) -> list[Polyline]:
    """What of an area is on the sheet: outlines go around to the right, holes to the left."""
    sheet = frame.sheet.grown(_BESIDE)
    found = []
    for polygon in area.polygons:
        for index, ring in enumerate(polygon):
            for turned in _turned(ring, frame):
                line = _in_tenths(clip([frame.point(position) for position in turned], sheet))
                if len(line) > 3:
                    found.append(line if (_area(line) > 0) == (index == 0) else line[::-1])
    return found


def _turned(ring: Ring, frame: MapFrame) -> Iterator[Ring]:
    """A ring in those of its longitudes, a full turn apart, that the frame may show."""
    whole = unwrapped(ring)
    lons = [position.lon for position in whole]
    for turn in (-360, 0, 360):
        if max(lons) + turn >= frame.extent.west and min(lons) + turn <= frame.extent.east:
            yield tuple(position._replace(lon=position.lon + turn) for position in whole)


def _in_tenths(points: Iterable[Point]) -> Polyline:
    rounded = ((round(x * _TENTHS), round(y * _TENTHS)) for x, y in points)
    return tuple(point for point, _ in itertools.groupby(rounded))


def _in_units(line: Polyline) -> tuple[Point, ...]:
    return tuple((x / _TENTHS, y / _TENTHS) for x, y in line)


# ---------------------------------------------------------------- arcs


def _lines(areas: Sequence[Sequence[Polyline]]) -> tuple[list[Polyline], list[Polyline]]:
    """The coasts of some areas, each arc in the direction of its ring, and the borders that two of them share.

    Neighbours go along a border in opposite directions. What is left when these are set off against each other closes
    to rings again, whatever became of small bays when points were rounded.
    """
    ends = _ends(ring for rings in areas for ring in rings)
    uses: dict[Polyline, list[int]] = {}
    balance: Counter[Polyline] = Counter()
    for number, rings in enumerate(areas):
        for arc in (arc for ring in rings for arc in _arcs(ring, ends)):
            one = min(arc, arc[::-1])
            uses.setdefault(one, []).append(number)
            balance[one] += 1 if arc == one else -1
    simple = {arc: _simplified(arc) for arc in uses}
    coasts = [
        simple[arc] if count > 0 else simple[arc][::-1] for arc, count in balance.items() for _ in range(abs(count))
    ]
    borders = [simple[arc] for arc, numbers in uses.items() if not balance[arc] and len(set(numbers)) > 1]
    return coasts, borders


def _ends(rings: Iterable[Polyline]) -> set[Tenths]:
    """The points where arcs end, since not all rings that come through go on to the same points."""
    ways: dict[Tenths, tuple[Tenths, Tenths]] = {}
    ends = set()
    for ring in rings:
        for before, point, after in zip((ring[-2], *ring), ring[:-1], ring[1:], strict=False):
            way = min(before, after), max(before, after)
            if ways.setdefault(point, way) != way:
                ends.add(point)
    return ends


def _arcs(ring: Polyline, ends: set[Tenths]) -> Iterator[Polyline]:
    cuts = [index for index, point in enumerate(ring[:-1]) if point in ends]
    # A ring that meets no other is one arc, which begins at the same point in whichever direction it is gone along.
    start = cuts[0] if cuts else min(range(len(ring) - 1), key=ring.__getitem__)
    around = (*ring[start:-1], *ring[: start + 1])
    inner = [index - start for index in cuts[1:]]
    for first, last in itertools.pairwise((0, *inner, len(around) - 1)):
        yield around[first : last + 1]


def _simplified(line: Polyline) -> Polyline:
    """A line with as few of its points as it needs to stay near them all (Douglas and Peucker's way)."""
    kept = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        between = range(first + 1, last)
        if not between:
            continue
        away = [_distance(line[index], line[first], line[last]) for index in between]
        farthest = max(range(len(away)), key=away.__getitem__)
        if away[farthest] > _TOLERANCE * _TENTHS:
            kept.add(between[farthest])
            parts += [(first, between[farthest]), (between[farthest], last)]
    return tuple(line[index] for index in sorted(kept))


def _distance(point: Tenths, start: Tenths, end: Tenths) -> float:
    """How far a point is from the line between two others."""
    along, across = end[0] - start[0], end[1] - start[1]
    length = along * along + across * across
    part = ((point[0] - start[0]) * along + (point[1] - start[1]) * across) / length if length else 0.0
    part = max(0.0, min(1.0, part))
    return math.hypot(point[0] - start[0] - part * along, point[1] - start[1] - part * across)


def _joined(arcs: Sequence[Polyline]) -> list[Polyline]:
    """Arcs end to end, as rings; those of specks are left out."""
    starting: defaultdict[Tenths, list[Polyline]] = defaultdict(list)
    for arc in reversed(arcs):
        starting[arc[0]].append(arc)
    rings = []
    for arc in arcs:
        if arc not in starting[arc[0]]:
            continue
        ring = [arc[0]]
        while starting[ring[-1]]:
            ring += starting[ring[-1]].pop()[1:]
        rings.append(tuple(ring))
    return [ring for ring in rings if abs(_area(ring)) >= _SMALLEST * _TENTHS**2]


def _area(ring: Polyline) -> float:
    return sum(x * below - right * y for (x, y), (right, below) in itertools.pairwise(ring)) / 2


# ---------------------------------------------------------------- SVG


def _path(lines: Iterable[Polyline]) -> str:
    return "".join(_subpath(line) for line in lines if len(set(line)) > 1)


def _subpath(line: Polyline) -> str:
    """A line as part of a path: from its first point on in steps, which are shorter to write than places."""
    (x, y), closed = line[0], line[0] == line[-1]
    steps = [(right - left, below - above) for (left, above), (right, below) in itertools.pairwise(line)]
    written = "".join(f" {_number(across)} {_number(down)}" for across, down in (steps[:-1] if closed else steps))
    return f"M{_number(x)} {_number(y)}l{written.strip()}{'z' if closed else ''}".replace(" -", "-")


def _number(tenths: int) -> str:
    return f"{tenths / _TENTHS:g}"
