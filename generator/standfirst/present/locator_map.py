"""The maps of an explainer's places, with what they say in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standfirst.cache import cached_by_value
from standfirst.language.locale import direction
from standfirst.model import Basemap, Place
from standfirst.pictures.map import LocatedPlace, LocatorMap, MapWords, locator_maps
from standfirst.pictures.map_drawing import MapDrawing, draw_map
from standfirst.pictures.map_extents import is_on_maps
from standfirst.present.naming import Phrasing

# So many places are named in a title, of more only how many there are; so many countries in a description.
_MOST_NAMED, _MOST_COUNTRIES = 6, 12


@dataclass(frozen=True, slots=True)
class Maps:
    """The maps of some places; `numbered` when one of them calls places by their numbers in the list."""

    sheets: tuple[MapDrawing, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that maps depend on."""

    places: tuple[LocatedPlace, ...]
    basemap: Basemap
    language: str


def maps_of(places: Sequence[Place], basemap: Basemap | None, language: str) -> Maps:
    """Return the maps that show some places; none without a basemap, or where it reaches none of them."""
    if basemap is None:
        return Maps()
    return _drawn(_Shown(tuple(_located(places, Phrasing(language))), basemap, language))


@cached_by_value
def _drawn(shown: _Shown) -> Maps:
    phrasing, runs = Phrasing(shown.language), direction(shown.language)
    words = MapWords(country=phrasing.country, kilometres=phrasing.kilometres)
    maps = locator_maps(shown.places, shown.basemap, words)
    sheets = (draw_map(each, _title(each, phrasing), _description(each, phrasing), runs) for each in maps)
    return Maps(tuple(sheets), any(each.marks.numbered for each in maps))


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
