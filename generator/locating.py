"""The maps of an explainer's places, with what they say in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.language import direction
from generator.model import Basemap, Place
from generator.naming import Naming
from generator.pictures.frames import is_on_maps
from generator.pictures.map import Located, LocatorMap, Words, locator_maps
from generator.pictures.sheet import Sheet, sheet_of

# So many places are named in a title, of more only how many there are; so many countries in a description.
_MOST_NAMED, _MOST_COUNTRIES = 6, 12


@dataclass(frozen=True, slots=True)
class Maps:
    """The maps of some places; `numbered` when one of them calls places by their numbers in the list."""

    sheets: tuple[Sheet, ...] = ()
    numbered: bool = False


def maps_of(places: Sequence[Place], basemap: Basemap | None, naming: Naming) -> Maps:
    """Return the maps that show some places; none without a basemap, or where it reaches none of them."""
    if basemap is None:
        return Maps()
    words = Words(country=naming.country, kilometres=naming.kilometres)
    maps = locator_maps(tuple(_located(places, naming)), basemap, words)
    runs = direction(naming.language)
    sheets = (sheet_of(each, _title(each, naming), _description(each, naming), runs) for each in maps)
    return Maps(tuple(sheets), any(each.marked.numbered for each in maps))


def _located(places: Sequence[Place], naming: Naming) -> Iterator[Located]:
    for index, place in enumerate(places, start=1):
        if place.position and is_on_maps(place.position):
            yield Located(place.name, index, naming.number(index), place.position)


def _title(shown: LocatorMap, naming: Naming) -> str:
    names = [place.name for place in shown.places]
    if len(names) > _MOST_NAMED:
        return naming.ngettext("Map of %(count)s place", "Map of %(count)s places", len(names))
    return naming.say("Map: %(places)s") % {"places": naming.say(", ").join(names)}


def _description(shown: LocatorMap, naming: Naming) -> str:
    listed = naming.say("The places are listed with their coordinates beside or below it.")
    if not 0 < len(shown.countries) <= _MOST_COUNTRIES:
        return listed
    around = naming.say("It shows coasts and borders of %(countries)s.")
    countries = naming.say(", ").join(shown.countries)
    return f"{around % {'countries': countries}} {listed}"
