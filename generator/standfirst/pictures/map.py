"""The locator map: where the places of an explainer lie, over the outlines of its basemap.

No colour tells one country from another, and borders are drawn lightly: the map says where something is, not whose.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from standfirst.model import Basemap, Position
from standfirst.model.frozen_class import frozen
from standfirst.pictures.clipping import Box, Point
from standfirst.pictures.countries import country_labels
from standfirst.pictures.labels import SIZE, MapLabel, MapMarks, MapPlace, label_height, place_marks
from standfirst.pictures.lettering import text_width
from standfirst.pictures.map_extents import MapFrame, frame_around, place_groups, with_longitude_in
from standfirst.pictures.outlines import MapOutlines, map_outlines

# The first map is as wide as a page, the others half of that, at the same size of letters.
WIDE, NARROW = 360.0, 172.0
# In units: the longest bar of a scale, and how far it stays from the edge.
_BAR, _EDGE = 80.0, 8.0
# How much the scale may change from the middle to the edge for one bar to serve the whole map.
_STEADY = 1.35


@frozen
class LocatedPlace:
    """A place that has coordinates, with its name, its place in the list and its number there in words."""

    name: str
    index: int
    number: str
    position: Position


@frozen
class MapWords:
    """What the site's language calls a country by its code, if it has a name for it, and a distance in kilometres."""

    country: Callable[[str], str]
    kilometres: Callable[[int], str]


@frozen
class MapScale:
    """A bar of so many units from `start` on to the right, and the distance that it stands for, centred on it."""

    start: Point
    length: float
    text: str
    box: Box


@frozen
class LocatorMap:
    """One map, in units; `places` are those it shows, `countries` the names of all that are seen on it."""

    width: float
    height: float
    places: tuple[LocatedPlace, ...]
    countries: tuple[str, ...]
    outlines: MapOutlines
    marks: MapMarks
    country_labels: tuple[MapLabel, ...]
    scale: MapScale | None


def locator_maps(places: Sequence[LocatedPlace], basemap: Basemap, words: MapWords) -> tuple[LocatorMap, ...]:
    """Return the maps that show some places, as far as the basemap reaches; the one with the most places first."""
    found = [[places[index] for index in group] for group in place_groups([place.position for place in places])]
    maps: list[LocatorMap] = []
    for group in found:
        positions = [place.position for place in group]
        frame = frame_around(positions, basemap.extents, NARROW if maps else WIDE)
        if frame:
            maps.append(_drawn(group, frame, basemap, words))
    return tuple(maps)


def _drawn(places: Sequence[LocatedPlace], frame: MapFrame, basemap: Basemap, words: MapWords) -> LocatorMap:
    sheet, drawn = frame.sheet, map_outlines(basemap.areas, frame)
    on_sheet = [MapPlace(place.name, place.index, place.number, _point(place, frame)) for place in places]
    found = place_marks(on_sheet, sheet)
    taken = found.boxes
    scale = next((each for each in _scales(frame, words) if not any(each.box.overlaps(box) for box in taken)), None)
    names = [words.country(country.code) for country in drawn.countries]
    room = (*taken, scale.box) if scale else taken
    return LocatorMap(
        width=frame.width,
        height=frame.height,
        places=tuple(places),
        countries=tuple(dict.fromkeys(name for name in names if name)),
        outlines=drawn,
        marks=found,
        country_labels=country_labels(drawn.countries, names, room, sheet),
        scale=scale,
    )


def _point(place: LocatedPlace, frame: MapFrame) -> Point:
    return frame.point(with_longitude_in(frame.extent, place.position))


def _scales(frame: MapFrame, words: MapWords) -> Iterator[MapScale]:
    """The bar in each corner of the map, from the best on; none where no bar would be true of the whole map."""
    south, north = frame.extent.south, frame.extent.north
    middle = (south + north) / 2
    scales = [frame.units_a_kilometre(latitude) for latitude in (south, middle, north)]
    if max(scales) > _STEADY * scales[1] or _STEADY * min(scales) < scales[1]:
        return
    kilometres = _round_below(min(_BAR, frame.width / 3) / scales[1])
    length, text = kilometres * scales[1], words.kilometres(kilometres)
    across, down = max(length, text_width(text, SIZE)), label_height([text])
    for top in (frame.height - _EDGE - down, _EDGE):
        for left in (_EDGE, frame.width - _EDGE - across):
            start = left + (across - length) / 2, top + down - 2
            yield MapScale(start, length, text, Box(left, top, left + across, top + down))


def _round_below(most: float) -> int:
    """The largest of 1, 2 or 5, with or without noughts, that is not above a number; at least one."""
    power = 10 ** math.floor(math.log10(max(most, 1.0)))
    return int(max(factor * power for factor in (1, 2, 5) if factor * power <= max(most, 1.0)))
