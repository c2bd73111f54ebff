"""Where it happened: the map, and at each place the events that happened there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from standfirst.model import Event, Picture, Place
from standfirst.model.addresses import PLACES
from standfirst.model.frozen_class import frozen
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import EventView, ListedPlace, MapView


@frozen
class PlaceEntry:
    """A place as the map calls it, and what happened there, in order."""

    place: ListedPlace
    events: tuple[EventView, ...]


@frozen(kw_only=True)
class PlacesView(PageView):
    map: MapView
    places: tuple[PlaceEntry, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of places, where there are any."""
    if planner.site.all(Place):
        yield PlannedPage(PLACES, "pages/places.html", partial(_view, planner))


def _view(planner: Planner) -> PlacesView:
    say, presenter = planner.say, planner.presenter
    shown = presenter.picture(Picture.MAP)
    assert isinstance(shown, MapView)
    return PlacesView(
        **planner.page_fields("places", PLACES, say("Where it happened"), say("Each place, and what happened there.")),
        map=shown,
        places=tuple(PlaceEntry(each, _events_at(each, planner)) for each in shown.places),
    )


def _events_at(listed: ListedPlace, planner: Planner) -> tuple[EventView, ...]:
    site = planner.site
    events = site.referring(Event, site.index[listed.place.fact])
    at = (event for event in events if event.place and event.place.to == listed.place.fact)
    return planner.presenter.views(EventView, at)
