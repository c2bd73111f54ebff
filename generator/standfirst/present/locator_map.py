"""The locator map as readers see it: the list of places, and the maps that show them, with what they say in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standfirst.cache import cached_by_value
from standfirst.language.locale import direction
from standfirst.model import Basemap, Place
from standfirst.model.addresses import PLACES
from standfirst.model.frozen_class import frozen
from standfirst.pictures.map import LocatedPlace, LocatorMap, MapWords, locator_maps
from standfirst.pictures.map_drawing import MapDrawing, draw_map
from standfirst.pictures.map_extents import is_on_maps
from standfirst.present.highlights import left_out
from standfirst.present.naming import Phrasing
from standfirst.present.page_names import page_link
from standfirst.present.views import ListedPlace, MapView, PlaceView
from standfirst.site.site import Site

# So many places are named in a title, of more only how many there are; so many countries in a description.
_MOST_NAMED, _MOST_COUNTRIES = 6, 12


@frozen
class _Maps:
    """The maps of some places; `numbered` when one of them calls places by their numbers in the list."""

    sheets: tuple[MapDrawing, ...] = ()
    numbered: bool = False


@frozen
class _MapInputs:
    """All that maps depend on."""

    places: tuple[LocatedPlace, ...]
    basemap: Basemap
    language: str


def map_view(places: Sequence[Place], views: Sequence[PlaceView], site: Site, phrasing: Phrasing) -> MapView:
    """Return the map of some places, whose `views` are in the same order.

    There are no pictures without a basemap, or where it reaches none of the places.
    """
    basemap = site.basemap
    maps = _maps(_MapInputs(tuple(_located(places, phrasing)), basemap, phrasing.language)) if basemap else _Maps()
    numbers = (phrasing.number(number) if maps.numbered else "" for number in range(1, len(places) + 1))
    return MapView(
        places=tuple(map(ListedPlace, numbers, views)),
        all=page_link(PLACES, phrasing),
        left_out=left_out(len(site.all(Place)) - len(places), phrasing),
        maps=maps.sheets,
        outlines_source=basemap.source if basemap and maps.sheets else "",
    )


@cached_by_value
def _maps(inputs: _MapInputs) -> _Maps:
    phrasing, runs = Phrasing(inputs.language), direction(inputs.language)
    words = MapWords(country=phrasing.country, kilometres=phrasing.kilometres)
    maps = locator_maps(inputs.places, inputs.basemap, words)
    sheets = (draw_map(each, _title(each, phrasing), _description(each, phrasing), runs) for each in maps)
    return _Maps(tuple(sheets), any(each.marks.numbered for each in maps))


def _located(places: Sequence[Place], phrasing: Phrasing) -> Iterator[LocatedPlace]:
    for index, place in enumerate(places, start=1):
        if place.position and is_on_maps(place.position):
            yield LocatedPlace(place.name, index, phrasing.number(index), place.position)


def _title(shown: LocatorMap, phrasing: Phrasing) -> str:
    names = [place.name for place in shown.places]
    if len(names) > _MOST_NAMED:
        return phrasing.ngettext("Map of %(count)s place", "Map of %(count)s places", len(names))
    return phrasing.say("Map: %(places)s") % {"places": phrasing.say(", ").join(names)}


def _description(shown: LocatorMap, phrasing: Phrasing) -> str:
    listed = phrasing.say("The places are listed with their coordinates beside or below it.")
    if not 0 < len(shown.countries) <= _MOST_COUNTRIES:
        return listed
    around = phrasing.say("It shows coasts and borders of %(countries)s.")
    countries = phrasing.say(", ").join(shown.countries)
    return f"{around % {'countries': countries}} {listed}"
