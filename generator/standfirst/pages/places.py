"""Where it happened: the map, and at each place the events that happened there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from standfirst.model import Event, Picture, Place
from standfirst.model.addresses import CHRONOLOGY, PLACES
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import ListPage, lister_of, one, plan_list, rules_of
from standfirst.present.highlights import Excerpt, excerpt
from standfirst.present.long_lists import Pager
from standfirst.present.page_view import PageFields, PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import EventView, ListedPlace, MapView, PlaceView
from standfirst.present.weights import weight_of

# So many events are listed at a place, the key ones first; the chronology has all.
_MOST_EVENTS = 20


@frozen
class PlaceEntry:
    """A place as the map calls it, and what happened there, in order."""

    place: ListedPlace
    events: Excerpt[EventView]


@frozen(kw_only=True)
class PlacesView(PageView):
    """Places, below the map of the main ones where they are all there are."""

    map: MapView | None
    places: tuple[PlaceEntry, ...]
    pager: Pager


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of places, where there are any."""
    places, say = planner.site.all(Place), planner.say
    if places:
        page = ListPage(
            kind="places",
            route=PLACES,
            folder="places",
            title=planner.name(PLACES),
            description=say("Each place, and what happened there."),
            template="pages/places.html",
            rules=replace(rules_of(one), weight=partial(_weight, planner)),
            lister=lister_of(planner, one),
            view=partial(_view, planner),
            map=partial(_map, planner),
        )
        yield from plan_list(page, places, planner)


def _weight(planner: Planner, place: Place) -> int:
    return weight_of(place) + min(_MOST_EVENTS, len(_events_at(place, planner))) * weight_of()


def _view(planner: Planner, fields: PageFields, places: Sequence[Place], pager: Pager) -> PlacesView:
    shown = _map(planner)
    numbers = {each.place.fact: each.number for each in shown.places}
    views = planner.presenter.views(PlaceView, places)
    return PlacesView(
        **fields,
        map=shown if fields["route"] == PLACES else None,
        places=tuple(
            PlaceEntry(ListedPlace(numbers.get(view.fact, ""), view), _happened(place, planner))
            for place, view in zip(places, views, strict=True)
        ),
        pager=pager,
    )


def _map(planner: Planner) -> MapView:
    shown = planner.presenter.picture(Picture.MAP)
    assert isinstance(shown, MapView)
    return shown


def _happened(place: Place, planner: Planner) -> Excerpt[EventView]:
    events = planner.presenter.views(EventView, _events_at(place, planner))
    first = {event.fact for event in sorted(events, key=lambda event: not event.is_key)[:_MOST_EVENTS]}
    shown = (event for event in events if event.fact in first)
    return excerpt(shown, len(events), planner.link(CHRONOLOGY), planner.presenter.naming)


def _events_at(place: Place, planner: Planner) -> list[Event]:
    events = planner.site.referring(Event, place)
    return [event for event in events if event.place and event.place.to == place.fact_id]
