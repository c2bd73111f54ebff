"""Which parts of the earth are shown: places that are far from the others get a map of their own.

A map of the world would crowd two towns and a city overseas into two dots, so those that are far apart are shown apart,
each at a scale of its own.

Maps are drawn in Mercator's projection, which keeps shapes and directions, so that an outline looks as readers know it;
where a map is so high that it would blow up the north, in the equirectangular one. Both turn what lies between
meridians and parallels into a rectangle.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from standfirst.model import Extent, Position, Ring
from standfirst.model.frozen_class import frozen
from standfirst.pictures.clipping import Box, Point

MOST_FRAMES = 3
# A gap parts two groups when it is so many times as wide as either, which counts as so many kilometres at least.
_GAP, _GROUP = 3.0, 1000.0
_KM_A_DEGREE, _RADIUS = 111.32, 6371.0
# What part of a map the places may take up; the rest is for their names, and to see where it is.
_FILLED = 0.6
_TALLEST, _USUAL, _WIDEST = 0.8, 4 / 3, 1.7
# In kilometres: as far apart as that, places are one; how wide a map around one is, and around others at least.
_SAME, _AROUND_ONE, _LEAST, _MOST_AROUND = 10.0, 1500.0, 400.0, 2200.0
# In degrees of latitude: the height up to which Mercator's projection is used, where it ends, and where the other one
# shows shapes as they are.
_MERCATOR_HEIGHT, _MERCATOR_END, _TRUE = 60.0, 84.0, 45.0


@frozen
class MapFrame:
    """A part of the earth on a sheet that is so many units wide."""

    extent: Extent
    width: float

    @property
    def height(self) -> float:
        return self._y(self.extent.south) - self._y(self.extent.north)

    @property
    def sheet(self) -> Box:
        return Box(0, 0, self.width, self.height)

    def point(self, position: Position) -> Point:
        """Return where a position stands on the sheet, or beside it."""
        x = (position.lon - self.extent.west) * self._units_a_degree
        return x, self._y(position.lat) - self._y(self.extent.north)

    def units_a_kilometre(self, latitude: float) -> float:
        """Return the scale along a parallel."""
        return self._units_a_degree / _km_a_degree(latitude)

    @property
    def _units_a_degree(self) -> float:
        return self.width / (self.extent.east - self.extent.west)

    def _y(self, latitude: float) -> float:
        if self.extent.north - self.extent.south <= _MERCATOR_HEIGHT:
            return -_mercator(latitude) * self._units_a_degree
        return -latitude * self._units_a_degree / math.cos(math.radians(_TRUE))


def _km_a_degree(latitude: float) -> float:
    return _KM_A_DEGREE * math.cos(math.radians(latitude))


def _mercator(latitude: float) -> float:
    """How far a latitude is from the equator in Mercator's projection, in degrees of longitude."""
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def _latitude(mercator: float) -> float:
    return math.degrees(math.atan(math.sinh(math.radians(mercator))))


def is_on_maps(position: Position) -> bool:
    """Whether a position is not too near to a pole for any map to show it."""
    return abs(position.lat) <= _MERCATOR_END


# ---------------------------------------------------------------- what is shown together


def place_groups(positions: Sequence[Position]) -> tuple[tuple[int, ...], ...]:
    """Return which positions are shown together, by their indices in order: the group of most first."""
    found = [tuple(range(len(positions)))] if positions else []
    while len(found) < MOST_FRAMES:
        parted = next(((group, parts) for group in found if (parts := _parted(group, positions))), None)
        if parted is None:
            break
        group, parts = parted
        found = sorted((each for each in (*found, *parts) if each != group), key=lambda each: (-len(each), each))
    return tuple(found)


def _parted(group: Sequence[int], positions: Sequence[Position]) -> tuple[tuple[int, ...], ...]:
    """The two groups on both sides of the widest gap in a group, if that is wide enough; else none."""
    points = [_on_sphere(positions[index]) for index in group]
    order, gaps = _nearest_next(points)
    if not gaps:
        return ()
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    parts = order[: widest + 1], order[widest + 1 :]
    if gaps[widest] <= _GAP * max(_GROUP, *(_spread([points[index] for index in part]) for part in parts)):
        return ()
    return tuple(tuple(sorted(group[index] for index in part)) for part in parts)


def _nearest_next(points: Sequence[_OnSphere]) -> tuple[list[int], list[float]]:
    """All points, each next to be the nearest to those before it, and how far it is from them (Prim's tree)."""
    order, gaps = [0], []
    away = {index: math.dist(points[0], points[index]) for index in range(1, len(points))}
    while away:
        nearest = min(away, key=away.__getitem__)
        order.append(nearest)
        gaps.append(_kilometres(away.pop(nearest)))
        for index, distance in away.items():
            away[index] = min(distance, math.dist(points[nearest], points[index]))
    return order, gaps


def _spread(points: Sequence[_OnSphere]) -> float:
    return _kilometres(max((math.dist(*pair) for pair in itertools.combinations(points, 2)), default=0.0))


_OnSphere = tuple[float, float, float]


def _on_sphere(position: Position) -> _OnSphere:
    lon, lat = math.radians(position.lon), math.radians(position.lat)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def _kilometres(chord: float) -> float:
    """The way along the surface between two points of the unit sphere that are so far apart through it."""
    return 2 * _RADIUS * math.asin(min(1.0, chord / 2))


# ---------------------------------------------------------------- how much around them


def extent_around(positions: Sequence[Position]) -> Extent:
    """Return what a map of some positions shows: all of them, room for their names, and enough to see where it is.

    All of them are on maps.
    """
    west, east = _narrowest([position.lon for position in positions])
    south, north = min(each.lat for each in positions), max(each.lat for each in positions)
    km_a_degree = _km_a_degree((south + north) / 2)
    spread = max((east - west) * km_a_degree, (north - south) * _KM_A_DEGREE)
    least = _AROUND_ONE if spread < _SAME else min(_MOST_AROUND, max(_LEAST, 6 * spread))
    bottom, top = _mercator(south), _mercator(north)
    width = max((east - west) / _FILLED, least / km_a_degree)
    height = max((top - bottom) / _FILLED, least / km_a_degree / _USUAL)
    width, height = min(360.0, max(width, height * _TALLEST)), max(height, width / _WIDEST)
    start = (west + east - width) / 2
    return Extent(
        west=start,
        south=max(-_MERCATOR_END, _latitude((bottom + top - height) / 2)),
        east=start + width,
        north=min(_MERCATOR_END, _latitude((bottom + top + height) / 2)),
    )


def _narrowest(lons: Sequence[float]) -> tuple[float, float]:
    """The shortest stretch with all longitudes in it, which may go beyond 180° on its way to the east."""
    ordered = sorted(set(lons))
    gaps = [after - before for before, after in itertools.pairwise([*ordered, ordered[0] + 360])]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    west = ordered[(widest + 1) % len(ordered)]
    east = ordered[widest]
    return west, east + (360 if east < west else 0)


def frame_around(positions: Sequence[Position], covers: Sequence[Extent], width: float) -> MapFrame | None:
    """Return the frame of a map as far as a basemap covers it; nothing where it does not show enough around them."""
    wanted = extent_around(positions)
    shown = [each for cover in covers if (each := _common(wanted, cover)) and _is_enough(each, wanted, positions)]
    return MapFrame(max(shown, key=lambda each: each.east - each.west), width) if shown else None


def _common(wanted: Extent, cover: Extent) -> Extent | None:
    if cover.east - cover.west >= 360:
        cover = cover._replace(west=wanted.west, east=wanted.east)
    # Both may be written with longitudes that are a full turn apart.
    turn = 360 * round((wanted.west + wanted.east - cover.west - cover.east) / 720)
    common = Extent(
        max(wanted.west, cover.west + turn),
        max(wanted.south, cover.south),
        min(wanted.east, cover.east + turn),
        min(wanted.north, cover.north),
    )
    return common if common.west < common.east and common.south < common.north else None


def _is_enough(shown: Extent, wanted: Extent, positions: Sequence[Position]) -> bool:
    """Whether what can be shown has all the positions in it, and is not much less than what was wanted."""
    return (
        all(extent_contains(shown, position) for position in positions)
        and 2 * (shown.east - shown.west) >= wanted.east - wanted.west
        and 2 * (shown.north - shown.south) >= wanted.north - wanted.south
    )


def extent_contains(extent: Extent, position: Position) -> bool:
    return extent.south <= position.lat <= extent.north and with_longitude_in(extent, position).lon <= extent.east


def with_longitude_in(extent: Extent, position: Position) -> Position:
    """Return a position with its longitude turned to be that or the next to the east of an extent's west."""
    return position._replace(lon=extent.west + (position.lon - extent.west) % 360)


def unwrapped(ring: Ring) -> Ring:
    """Return a ring in longitudes that go on beyond 180° where it crosses the antimeridian."""
    turn, before, positions = 0, ring[0].lon, []
    for position in ring:
        turn += 360 * ((before - position.lon > 180) - (position.lon - before > 180))
        before = position.lon
        positions.append(position._replace(lon=position.lon + turn))
    return tuple(positions)
