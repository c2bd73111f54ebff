"""What the first page shows where there is more than it has room for; the rest is counted, and stands elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Generic, TypeVar

from standfirst.model import FACT_TYPES, Actor, Event, Explainer, Fact, FactId, Relation, Section, Weight
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import Holder, prose_in
from standfirst.present.naming import Phrasing
from standfirst.present.view_parts import Link
from standfirst.present.weights import fitting, weight_of
from standfirst.site.site import Site

F = TypeVar("F", bound=Fact)
V = TypeVar("V")

# So many of one kind the first page shows, and so much, as `weight_of` guesses: all that most explainers have. Where it
# would show more than so much of all kinds, with what the writer says there, it shows half as much of each.
MOST_SHOWN, _ROOM, _ROOM_OF_ALL = 40, 16_000, 100_000
# So many actors it introduces where no writer says whom.
_MOST_ACTORS = 8


@frozen
class Excerpt(Generic[V]):
    """Some of a list, the way to all of it, and in words how many it leaves out; nothing where it has them all."""

    shown: tuple[V, ...]
    all: Link
    left_out: str


def excerpt(shown: Iterable[V], among: int, everything: Link, phrasing: Phrasing) -> Excerpt[V]:
    """Return what is shown of a list of so many."""
    views = tuple(shown)
    return Excerpt(views, everything, left_out(among - len(views), phrasing))


def left_out(number: int, phrasing: Phrasing) -> str:
    """Return in words how many of a list are not shown; nothing where there are none."""
    said = phrasing.ngettext("%(count)s more is not shown here.", "%(count)s more are not shown here.", number)
    return said if number > 0 else ""


def first_of(facts: Sequence[F], site: Site) -> tuple[F, ...]:
    """Return all of some facts where they are few; else those that the explainer's texts name, and the first others.

    They keep their order.
    """
    # How much room there is takes a look at all facts, and for most lists it does not matter.
    if len(fitting(facts, weight_of, most=MOST_SHOWN, room=_ROOM // 2)) == len(facts):
        return tuple(facts)
    room = room_on_first_page(site)
    if len(fitting(facts, weight_of, most=MOST_SHOWN, room=room)) == len(facts):
        return tuple(facts)
    named = _named_by(site, (Explainer, Section))
    named_first = sorted(facts, key=lambda fact: fact.fact_id not in named)
    chosen = {fact.fact_id for fact in fitting(named_first, weight_of, most=MOST_SHOWN, room=room)}
    return tuple(fact for fact in facts if fact.fact_id in chosen)


def room_on_first_page(site: Site) -> int:
    """Return how much of one kind the first page shows, as `weight_of` guesses."""
    texts = chain.from_iterable(map(prose_in, (site.explainer, *site.sections)))
    # A writer's own texts are all there, and stand there once, while those of facts are there for machines, too.
    of_writer = sum(len(text.markdown.encode()) for text in texts) // 2
    of_kinds = sum(min(_ROOM, sum(map(weight_of, site.all(record)[:MOST_SHOWN]))) for record in FACT_TYPES)
    return _ROOM if of_writer + of_kinds <= _ROOM_OF_ALL else _ROOM // 2


def main_actors(site: Site) -> tuple[Actor, ...]:
    """Return the actors that the writer calls key, or else those on whom the story turns, in the order of the facts.

    These are named most often by the key events and by the explainer itself, and then by all facts.
    """
    actors = site.all(Actor)
    key = tuple(actor for actor in actors if actor.weight is Weight.KEY)
    if 0 < len(key) <= MOST_SHOWN:
        return key
    told = (named for holder, named in zip(site.holders, site.named, strict=True) if _tells_the_story(holder))
    turns = Counter(chain.from_iterable(told))
    ranked = sorted(
        key or actors, key=lambda actor: (-turns[actor.fact_id], -len(site.backlinks.get(actor.fact_id, ())))
    )
    chosen = {actor.fact_id for actor in ranked[: MOST_SHOWN if key else _MOST_ACTORS]}
    return tuple(actor for actor in actors if actor.fact_id in chosen)


def main_relations(site: Site) -> tuple[Relation, ...]:
    """Return all relations where they are few; else those between the main actors, or those that some of them have."""
    relations = site.all(Relation)
    if len(relations) <= MOST_SHOWN:
        return first_of(relations, site)
    main = {actor.fact_id for actor in main_actors(site)}
    ends = {relation.fact_id: {relation.subject.to, relation.object.to} for relation in relations}
    between = [relation for relation in relations if ends[relation.fact_id] <= main]
    return first_of(between or [relation for relation in relations if ends[relation.fact_id] & main], site)


def key_events(site: Site) -> tuple[Event, ...]:
    """Return the events that the writer calls key, as many as the first page shows."""
    return first_of([event for event in site.all(Event) if event.weight is Weight.KEY], site)


def _tells_the_story(holder: Holder) -> bool:
    return isinstance(holder, Explainer) or (isinstance(holder, Event) and holder.weight is Weight.KEY)


def _named_by(site: Site, holders: tuple[type, ...]) -> frozenset[FactId]:
    named = (named for holder, named in zip(site.holders, site.named, strict=True) if isinstance(holder, holders))
    return frozenset(chain.from_iterable(named))
