"""The `basemap` command: cut from a map of the world what lies around the places of an explainer."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from standfirst.decoding.basemap import decode_basemap, write_basemap
from standfirst.decoding.decode import decode
from standfirst.model import Area, Basemap, Extent, Place, Polygon, Position, Ring
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.pictures.clipping import Box, clip
from standfirst.pictures.map_extents import extent_around, is_on_maps, place_groups, unwrapped
from standfirst.problems.errors import UsageError, gather, stop_at_errors
from standfirst.publishing.writing import replace_file
from standfirst.reading.files import BASEMAP
from standfirst.reading.folders import check_folder
from standfirst.reading.one_file import read_text
from standfirst.reading.read import read_content

# How much more than the maps show is kept, in parts of their width, so that a place may be added without a new cut.
_MORE = 0.05
# A map shows no more steps than this from side to side, and no island that is smaller than so many of them.
_STEPS, _ISLAND = 1200, 4
_LEAST_STEP = 0.01


@frozen
class WrittenBasemap:
    """The basemap that was written, and where."""

    path: Path
    basemap: Basemap


def cut_basemap(options: Options, worlds: Sequence[Path], source: str) -> WrittenBasemap:
    """Write `basemap.geojson` in the content folder anew, from files of outlines that reach further.

    `source` is whose they are, where a file does not say so.

    Raises `SiteError` where content or files cannot be read, `UsageError` where no place has coordinates.
    """
    check_folder(options.content, "--content")
    files = read_content(options.content)
    stop_at_errors(files.problems)
    decoded = decode(replace(files, basemap=None))
    stop_at_errors(decoded.problems)
    places = (fact for fact in decoded.content.facts if isinstance(fact, Place))
    positions = [place.position for place in places if place.position and is_on_maps(place.position)]
    if not positions:
        raise UsageError("no place has coordinates yet; give it `lat` and `lon`, then cut a basemap around it")
    read = gather(lambda path: decode_basemap(read_text(path), source), worlds)
    world = replace(read[0], areas=tuple(area for each in read for area in each.areas))
    basemap = cut_around(positions, world)
    path = options.content / BASEMAP
    replace_file(path, write_basemap(basemap))
    return WrittenBasemap(path, basemap)


def cut_around(positions: Sequence[Position], world: Basemap) -> Basemap:
    """Return the part of a basemap that maps of some positions show, and a little more."""
    extents = tuple(_widened(extent_around([positions[index] for index in group])) for group in place_groups(positions))
    areas = (replace(area, polygons=tuple(_polygons(area, extents))) for area in world.areas)
    return replace(world, extents=extents, areas=tuple(area for area in areas if area.polygons))


def _widened(extent: Extent) -> Extent:
    """An extent with what lies just beyond it, its west no further than a turn from Greenwich."""
    more = _MORE * (extent.east - extent.west)
    width = min(360.0, extent.east - extent.west + 2 * more)
    west = -180.0 if width == 360 else (extent.west - more + 180) % 360 - 180
    return Extent(west, max(-90.0, extent.south - more), west + width, min(90.0, extent.north + more))


def _polygons(area: Area, extents: Iterable[Extent]) -> Iterator[Polygon]:
    """What of an area lies in some extents, with as many positions as maps of them can show."""
    for extent in extents:
        step = max(_LEAST_STEP, round((extent.east - extent.west) / _STEPS, 2))
        for polygon, box, turn in itertools.product(area.polygons, _boxes(extent), (-360, 0, 360)):
            outline, *holes = (_part(ring, box, turn, step) for ring in polygon)
            if outline:
                yield (outline, *filter(None, holes))


def _part(ring: Ring, box: Box, turn: int, step: float) -> Ring:
    """What of a ring lies in a box, turned by so many degrees and rounded to steps; nothing where that is little."""
    part = clip([(lon + turn, lat) for lon, lat in unwrapped(ring)], box)
    rounded = ((round(lon / step) * step, round(lat / step) * step) for lon, lat in part)
    kept = tuple(Position(*point) for point, _ in itertools.groupby(rounded))
    return kept if len(kept) > 3 and _size(kept) >= _ISLAND * step else ()


def _boxes(extent: Extent) -> Iterator[Box]:
    """An extent in the longitudes of GeoJSON, which ends at the antimeridian."""
    yield Box(extent.west, extent.south, min(extent.east, 180.0), extent.north)
    if extent.east > 180:
        yield Box(-180.0, extent.south, extent.east - 360, extent.north)


def _size(ring: Ring) -> float:
    """How wide or how high a ring is, whichever is more."""
    lons, lats = zip(*ring, strict=True)
    return float(max(max(lons) - min(lons), max(lats) - min(lats)))
