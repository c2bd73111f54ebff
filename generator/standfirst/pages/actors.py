"""One page an actor: what is known of it, and everything that refers to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from standfirst.model import Actor, Claim, Event, Figure, Image, Quote, Relation
from standfirst.model.addresses import actor_page, glossary_entry
from standfirst.model.frozen_class import frozen
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import (
    ActorView,
    ClaimView,
    EventView,
    FigureView,
    ImageView,
    Link,
    QuoteView,
    RelationView,
)


@frozen(kw_only=True)
class ActorPageView(PageView):
    """`own_quotes` are the actor's own words; `other_quotes` those said to it, or reported for it.

    The `portrait` shows the actor alone; `images` are all others that have to do with it.
    """

    actor: ActorView
    relations: tuple[RelationView, ...]
    events: tuple[EventView, ...]
    own_quotes: tuple[QuoteView, ...]
    other_quotes: tuple[QuoteView, ...]
    claims: tuple[ClaimView, ...]
    figures: tuple[FigureView, ...]
    portrait: ImageView | None
    images: tuple[ImageView, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield a page for each actor."""
    for actor in planner.site.all(Actor):
        route = actor_page(actor.id)
        yield PlannedPage(route, "pages/actor.html", partial(_view, planner, actor, route))


def _view(planner: Planner, actor: Actor, route: str) -> ActorPageView:
    site, presenter = planner.site, planner.presenter
    glossary = Link(planner.say("Glossary"), glossary_entry(actor.fact_id))
    quotes = site.referring(Quote, actor)
    spoken = tuple(quote for quote in quotes if quote.speaker.to == actor.fact_id)
    images = site.referring(Image, actor)
    portrait = next((image for image in images if {seen.to for seen in image.actors} == {actor.fact_id}), None)
    return ActorPageView(
        **planner.page_fields("actor", route, actor.name, presenter.naming.plain(actor.summary), glossary),
        actor=presenter.views(ActorView, [actor])[0],
        relations=presenter.views(RelationView, site.referring(Relation, actor)),
        events=presenter.views(EventView, site.referring(Event, actor)),
        own_quotes=presenter.views(QuoteView, spoken),
        other_quotes=presenter.views(QuoteView, (quote for quote in quotes if quote.speaker.to != actor.fact_id)),
        claims=presenter.views(ClaimView, site.referring(Claim, actor)),
        figures=presenter.views(FigureView, site.referring(Figure, actor)),
        portrait=presenter.views(ImageView, [portrait])[0] if portrait else None,
        images=presenter.views(ImageView, (image for image in images if image is not portrait)),
    )
