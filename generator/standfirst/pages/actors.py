"""One page an actor: what is known of it, and all that refers to it; of very much the first, and pages behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Generic, TypeVar

from standfirst.language.locale import N_
from standfirst.model import Actor, Claim, Event, Fact, Figure, Image, Quote, Relation, Weight
from standfirst.model.addresses import GLOSSARY, Address, actor_page, address_of, glossary_entry
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import anchors_of, one, plan_shelves, rules_of
from standfirst.present.long_lists import (
    Division,
    ListPart,
    Pager,
    has_room_for,
    is_short,
    link_to_part,
    list_parts,
    pager_of,
    shelves_of,
    ways_to,
)
from standfirst.present.overviews import PartLink
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner, StandsIn
from standfirst.present.view_parts import Link
from standfirst.present.views import (
    ActorView,
    ClaimView,
    EventView,
    FactView,
    FigureView,
    ImageView,
    QuoteView,
    RelationView,
)
from standfirst.present.weights import fitting, weight_of

V = TypeVar("V", bound=FactView)

# So many facts that refer to an actor can be no more than a page holds, whatever they are.
_SURELY_FEW = 20
# What the first facts of one kind may weigh where they have pages of their own, and how many they are at most.
_MOST_FIRST, _MOST_WEIGHT = 20, 8_000


@frozen
class ActorFacts(Generic[V]):
    """The facts of one sort that refer to an actor: all, or the first and the ways to the pages that show all."""

    shown: tuple[V, ...]
    parts: tuple[PartLink, ...] = ()


@frozen(kw_only=True)
class ActorPageView(PageView):
    """`own_quotes` are the actor's own words; `other_quotes` those said to it, or reported for it.

    The `portrait` shows the actor alone; `images` are all others that have to do with it.
    """

    actor: ActorView
    portrait: ImageView | None
    relations: ActorFacts[RelationView]
    events: ActorFacts[EventView]
    own_quotes: ActorFacts[QuoteView]
    other_quotes: ActorFacts[QuoteView]
    claims: ActorFacts[ClaimView]
    figures: ActorFacts[FigureView]
    images: ActorFacts[ImageView]


@frozen(kw_only=True)
class ActorPartView(PageView):
    """Facts of one sort that refer to an actor; the `sort` is called as the field of `ActorPageView` for its first."""

    actor: ActorView
    sort: str
    facts: tuple[FactView, ...]
    pager: Pager


# The sorts of facts in the order of the page, and their headings.
_SORTS = {
    "relations": N_("Relations"),
    "events": N_("Events"),
    "own_quotes": N_("In their own words"),
    "other_quotes": N_("What others say"),
    "claims": N_("Claims"),
    "figures": N_("Figures"),
    "images": N_("Images"),
}


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield a page for each actor, and where very much refers to it pages for that."""
    for actor in planner.site.all(Actor):
        parts, home = _parts(actor, planner), actor_page(actor.id)
        moved = _moved(actor, parts, planner)
        shelves = shelves_of(f"actors/{actor.id}", parts, planner.presenter.naming)
        has_room = not shelves and has_room_for(anchor for anchors in moved for anchor in anchors)
        ways = tuple(ways_to(parts, shelves))
        yield PlannedPage(home, "pages/actor.html", partial(_view, planner, actor, ways, moved if has_room else ()))
        yield from plan_shelves(shelves, Link(actor.name, Address(home)), planner)
        for number, (part, anchors) in enumerate(zip(parts, moved, strict=True)):
            make_view = partial(_part_view, planner, actor, parts, number)
            stands_in = None if has_room else StandsIn(home, anchors)
            yield PlannedPage(part.route, "pages/actor_part.html", make_view, stands_in=stands_in)


def _parts(actor: Actor, planner: Planner) -> tuple[ListPart[Fact], ...]:
    """Return the pages behind that of an actor: none where all that refers to it has room there."""
    if len(planner.site.backlinks.get(actor.fact_id, ())) <= _SURELY_FEW:
        return ()
    facts, rules = _facts(actor, planner), rules_of(one)
    if is_short([fact for of_sort in facts.values() for fact in of_sort], rules):
        return ()
    divisions = [
        Division(_division(sort), planner.say(_SORTS[sort]), of_sort)
        for sort, of_sort in facts.items()
        if len(_first(of_sort)) < len(of_sort)
    ]
    return list_parts(f"actors/{actor.id}", divisions, rules, planner.presenter.naming)


def _division(sort: str) -> str:
    """Return what a sort of facts is called in addresses."""
    return sort.replace("_", "-")


def _facts(actor: Actor, planner: Planner) -> dict[str, tuple[Fact, ...]]:
    """Return what refers to an actor, by its sort."""
    site = planner.site
    quotes, portrait = site.referring(Quote, actor), _portrait(actor, planner)
    return {
        "relations": site.referring(Relation, actor),
        "events": site.referring(Event, actor),
        "own_quotes": tuple(quote for quote in quotes if quote.speaker.to == actor.fact_id),
        "other_quotes": tuple(quote for quote in quotes if quote.speaker.to != actor.fact_id),
        "claims": site.referring(Claim, actor),
        "figures": site.referring(Figure, actor),
        "images": tuple(image for image in site.referring(Image, actor) if image is not portrait),
    }


def _portrait(actor: Actor, planner: Planner) -> Image | None:
    """Return the first image that shows an actor alone, if there is one."""
    images = planner.site.referring(Image, actor)
    return next((image for image in images if {seen.to for seen in image.actors} == {actor.fact_id}), None)


def _first(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts of a sort that stand on the page of an actor too: the first, and key events before others."""
    key_first = sorted(facts, key=lambda fact: not (isinstance(fact, Event) and fact.weight is Weight.KEY))
    chosen = {fact.fact_id for fact in fitting(key_first, weight_of, most=_MOST_FIRST, room=_MOST_WEIGHT)}
    return tuple(fact for fact in facts if fact.fact_id in chosen)


def _moved(actor: Actor, parts: Sequence[ListPart[Fact]], planner: Planner) -> tuple[tuple[str, ...], ...]:
    """Return for each page behind that of an actor the anchors of what has its address there and stands here alone."""
    facts, home = _facts(actor, planner) if parts else {}, actor_page(actor.id)
    first = {fact.fact_id for of_sort in facts.values() for fact in _first(of_sort)}
    alone = [
        [each for each in part.entries if address_of(each).route == home and each.fact_id not in first]
        for part in parts
    ]
    return tuple(tuple(anchor for each in of_part for anchor in anchors_of(each)) for of_part in alone)


def _view(
    planner: Planner, actor: Actor, parts: Sequence[ListPart[Fact]], moved: Sequence[tuple[str, ...]]
) -> ActorPageView:
    """Return the page of an actor, with the anchors of what `moved` to each page behind it, if it has any."""
    presenter, portrait = planner.presenter, _portrait(actor, planner)
    facts, home = _facts(actor, planner), actor_page(actor.id)
    ways = [_way(part, anchors, planner) for part, anchors in zip(parts, moved or [()] * len(parts), strict=True)]

    def some(view: type[V], sort: str) -> ActorFacts[V]:
        behind = [way for part, way in zip(parts, ways, strict=True) if part.division == _division(sort)]
        shown = _first(facts[sort]) if behind else facts[sort]
        return ActorFacts(presenter.views(view, shown), tuple(behind))

    return ActorPageView(
        **planner.page_fields(
            "actor", home, actor.name, _description(actor, planner), _glossary(actor, planner), fact=actor
        ),
        actor=presenter.views(ActorView, [actor])[0],
        portrait=presenter.views(ImageView, [portrait])[0] if portrait else None,
        relations=some(RelationView, "relations"),
        events=some(EventView, "events"),
        own_quotes=some(QuoteView, "own_quotes"),
        other_quotes=some(QuoteView, "other_quotes"),
        claims=some(ClaimView, "claims"),
        figures=some(FigureView, "figures"),
        images=some(ImageView, "images"),
    )


def _way(part: ListPart[Fact], anchors: tuple[str, ...], planner: Planner) -> PartLink:
    """Return the way to a page behind that of an actor, with the anchors of what only stands there."""
    return PartLink(link_to_part(part), planner.presenter.naming.number(len(part.entries)), anchors)


def _part_view(planner: Planner, actor: Actor, parts: Sequence[ListPart[Fact]], number: int) -> ActorPartView:
    part, say = parts[number], planner.say
    (view,) = planner.presenter.views(ActorView, [actor])
    sort = next(sort for sort in _SORTS if _division(sort) == part.division)
    label = say(_SORTS[sort])
    page = say("%(title)s, page %(page)s") % {"title": label, "page": part.label}
    heading = label if part.label == label else page
    title = say("%(name)s: %(list)s") % {"name": actor.name, "list": heading}
    trail = (_glossary(actor, planner), Link(actor.name, view.address))
    return ActorPartView(
        **planner.page_fields("actor-part", part.route, title, _description(actor, planner), *trail),
        actor=view,
        sort=sort,
        facts=tuple(map(planner.presenter.view, part.entries)),
        pager=pager_of(parts, number),
    )


def _description(actor: Actor, planner: Planner) -> str:
    return planner.presenter.naming.plain(actor.summary)


def _glossary(actor: Actor, planner: Planner) -> Link:
    return Link(planner.name(GLOSSARY), glossary_entry(actor.fact_id))
