"""What follows what: events that begin on one day, where a writer says which of them stands after which."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from standfirst.language.dates import filed_under
from standfirst.model import Event, FactId, Origin
from standfirst.problems.errors import Problem
from standfirst.site.site import Site


def following(names: Sequence[FactId], after: Mapping[FactId, FactId]) -> list[int]:
    """Return the places of names in their new order: each where it is, but no earlier than the one that it is after.

    Names that are after one another in a circle come last, as they were.
    """
    places = {name: place for place, name in enumerate(names)}
    waiting: defaultdict[FactId, list[int]] = defaultdict(list)
    free: list[int] = []
    for place, name in enumerate(names):
        first = after.get(name)
        (waiting[first] if first in places else free).append(place)
    order: list[int] = []
    while free:
        place = heapq.heappop(free)
        order.append(place)
        for follower in waiting.pop(names[place], ()):
            heapq.heappush(free, follower)
    return [*order, *sorted(chain.from_iterable(waiting.values()))]


def misplaced_events(site: Site) -> Iterator[Problem]:
    """Yield a problem for each event that cannot stand after the one that it names."""
    named = {event.fact_id: event.after for event in site.all(Event) if event.after}
    for circle in _circles({name: after.to for name, after in named.items()}):
        yield _in_a_circle(circle, named[circle[0]].origin)
    for name, after in named.items():
        event, other = site.index[name], site.index.get(after.to)
        if isinstance(event, Event) and isinstance(other, Event) and _begins_before(event, other):
            message = f"{name} begins before {other.fact_id}, which it is to stand after"
            hint = f"mend one of the dates ({event.date.text}, {other.date.text}), or take `after` out"
            yield Problem(after.origin, message, hint)


def _begins_before(event: Event, other: Event) -> bool:
    return filed_under(event.date).earliest < filed_under(other.date).earliest


def _in_a_circle(names: Sequence[FactId], origin: Origin) -> Problem:
    first, *others = map(str, names)
    message = (
        f"{', '.join(others)} and {first} are to stand after one another"
        if others
        else f"{first} is to stand after itself"
    )
    return Problem(origin, message, "take one `after` out" if others else "name another event, or take it out")


def _circles(after: Mapping[FactId, FactId]) -> Iterator[Sequence[FactId]]:
    """Yield the names that lead back to themselves, each circle once."""
    walks: dict[FactId, int] = {}
    for number, start in enumerate(after):
        name = start
        while name in after and name not in walks:
            walks[name] = number
            name = after[name]
        if walks.get(name) == number:
            circle = [name]
            while after[circle[-1]] != name:
                circle.append(after[circle[-1]])
            yield circle
