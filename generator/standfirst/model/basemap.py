"""The outlines of land and lakes that maps are drawn over."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from standfirst.model.frozen_class import frozen


class Position(NamedTuple):
    """A point of the earth, in WGS 84 degrees; in the order of GeoJSON."""

    lon: float
    lat: float


class Extent(NamedTuple):
    """A box between two meridians and two parallels; `east` exceeds 180° where it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float


Ring = tuple[Position, ...]
Polygon = tuple[Ring, ...]


class AreaKind(StrEnum):
    LAND = "land"
    LAKE = "lake"


@frozen(kw_only=True)
class Area:
    """Land or a lake. Rings end where they begin; the first of a polygon is its outline, the others are holes.

    `code` is the country's in ISO 3166-1 (`LY`), empty where it has none; `name` is for those who read the file.
    """

    kind: AreaKind
    code: str = ""
    name: str = ""
    polygons: tuple[Polygon, ...]


@frozen(kw_only=True)
class Basemap:
    """`basemap.geojson`: the outlines within some extents. Outside these nothing is known.

    `source` is the credit that readers see; `remarks` are the file's other texts, by their keys.
    """

    source: str
    extents: tuple[Extent, ...]
    # The other fields tell basemaps apart well enough; to hash every point would take longer than to draw most maps.
    areas: tuple[Area, ...] = field(hash=False)
    remarks: tuple[tuple[str, str], ...] = ()
