"""The whole explainer to read, on one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from standfirst.model import (
    Actor,
    Claim,
    Event,
    Explainer,
    FactId,
    Figure,
    Kind,
    Picture,
    Place,
    Quote,
    Relation,
    Section,
    Source,
    Unknown,
    Update,
    Weight,
)
from standfirst.model.addresses import CLAIMS, FIGURES, GLOSSARY, HOME, PLACES, UNKNOWNS, Address, section_anchor
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import Holder
from standfirst.pages.claims import ClaimGroup, claim_groups
from standfirst.present.cited_passages import rests_on_one_source
from standfirst.present.kind_names import kind_heading
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.presenter import Presenter
from standfirst.present.views import (
    ActorView,
    FactView,
    FigureView,
    Link,
    PictureView,
    ProseView,
    QuoteView,
    SourceView,
    UnknownView,
    UpdateView,
)
from standfirst.site.site import Site

# So many the first page introduces where no writer says whom; the glossary has everyone.
_MOST_ACTORS = 8
_LATEST_UPDATES = 3


@frozen
class SectionView:
    """A section of the prose; what it is the first to embed carries its anchor in it."""

    anchor: str
    title: str
    body: ProseView
    draft: bool


@frozen(kw_only=True)
class HomeView(PageView):
    """`quotes` are those that no section embeds; a picture is None where a section embeds it, or it would be empty.

    `definitions` are of the actors and terms that the texts name, so that a name can open its own in place.
    """

    standfirst: ProseView
    key_points: tuple[ProseView, ...]
    sections: tuple[SectionView, ...]
    figures: tuple[FigureView, ...]
    all_figures: Link
    timeline: PictureView | None
    actors: tuple[ActorView, ...]
    quotes: tuple[QuoteView, ...]
    glossary: Link
    rivals: tuple[ClaimGroup, ...]
    all_claims: Link | None
    unknowns: tuple[UnknownView, ...]
    all_unknowns: Link
    relations: PictureView | None
    map: PictureView | None
    all_places: Link
    sources: tuple[SourceView, ...]
    only_source: bool
    how_we_know: ProseView | None
    updates: tuple[UpdateView, ...]
    definitions: tuple[FactView, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the first page."""
    yield PlannedPage(HOME, "pages/home.html", partial(_view, planner))


def _view(planner: Planner) -> HomeView:
    site = planner.site
    presenter, explainer = planner.presenter, site.explainer
    anchored = _first_embeds(site)
    elsewhere = frozenset(fact for facts, _ in anchored for fact in facts)
    pictures = frozenset(picture for _, found in anchored for picture in found)
    key_points = tuple(
        presenter.with_names(presenter.prose(point, f"point_{number}"))
        for number, point in enumerate(explainer.key_points)
    )
    sections = tuple(
        _section(section, facts | found, presenter)
        for section, (facts, found) in zip(site.sections, anchored, strict=True)
    )
    return HomeView(
        **planner.page_fields("home", HOME, explainer.title, presenter.naming.plain(explainer.standfirst)),
        standfirst=presenter.prose(explainer.standfirst, "standfirst"),
        key_points=key_points,
        sections=sections,
        figures=presenter.views(FigureView, site.all(Figure)),
        all_figures=_link(Kind.FIGURE, FIGURES, planner),
        timeline=_timeline(presenter) if Picture.CHRONOLOGY not in pictures else None,
        actors=presenter.views(ActorView, _main_actors(site)),
        quotes=presenter.views(QuoteView, (quote for quote in site.all(Quote) if quote.fact_id not in elsewhere)),
        glossary=planner.link(GLOSSARY),
        all_claims=planner.link(CLAIMS) if site.all(Claim) else None,
        rivals=tuple(group for group in claim_groups(site, presenter) if len(group.claims) > 1),
        unknowns=presenter.views(UnknownView, site.all(Unknown)),
        all_unknowns=_link(Kind.UNKNOWN, UNKNOWNS, planner),
        relations=_relations(presenter) if Picture.RELATIONS not in pictures else None,
        map=_map(presenter) if Picture.MAP not in pictures else None,
        all_places=_link(Kind.PLACE, PLACES, planner),
        sources=presenter.views(SourceView, site.all(Source)),
        only_source=rests_on_one_source(site),
        how_we_know=how_we_know(explainer, presenter),
        updates=presenter.views(UpdateView, site.all(Update)[:_LATEST_UPDATES]),
        definitions=tuple(_definitions((*key_points, *(section.body for section in sections)), presenter)),
    )


def _link(kind: Kind, route: str, planner: Planner) -> Link:
    """Return the link to the page of all facts of a kind."""
    return Link(planner.say(kind_heading(kind)), Address(route))


def how_we_know(explainer: Explainer, presenter: Presenter) -> ProseView | None:
    """Return what the writer says of how this is known, if anything."""
    if explainer.how_we_know is None:
        return None
    return replace(presenter.prose(explainer.how_we_know, "how_we_know"), headings=True)


def _timeline(presenter: Presenter) -> PictureView | None:
    return presenter.picture(Picture.CHRONOLOGY) if presenter.site.all(Event) else None


def _relations(presenter: Presenter) -> PictureView | None:
    return presenter.picture(Picture.RELATIONS) if presenter.site.all(Relation) else None


def _map(presenter: Presenter) -> PictureView | None:
    return presenter.picture(Picture.MAP) if presenter.site.all(Place) else None


def _section(section: Section, anchored: frozenset[FactId | Picture], presenter: Presenter) -> SectionView:
    anchor = section_anchor(section.id)
    body = replace(presenter.prose(section.body, anchor, anchored=anchored), headings=True)
    return SectionView(
        anchor=anchor,
        title=section.title,
        body=presenter.with_names(body) if section.autolink else body,
        draft=section.draft,
    )


def _definitions(texts: Sequence[ProseView], presenter: Presenter) -> Iterator[FactView]:
    """Yield the actors and terms that texts name or refer to, in the order of the facts files."""
    named = {name.fact for text in texts for name in text.names}
    named |= {target.fact for text in texts for target in text.targets}
    for fact in presenter.site.actors_and_terms():
        if fact.fact_id in named:
            yield presenter.view(fact)


def _first_embeds(site: Site) -> list[tuple[frozenset[FactId], frozenset[Picture]]]:
    """Return for each section the quotations and pictures that it is the first to embed: their anchors stand there."""
    facts: set[FactId] = set()
    pictures: set[Picture] = set()
    first = []
    for section in site.sections:
        embedded = {mention.reference.to for mention in section.body.mentions if mention.embeds}
        quotes = {fact for fact in embedded if fact.kind is Kind.QUOTE} - facts
        found = set(section.body.pictures) - pictures
        first.append((frozenset(quotes), frozenset(found)))
        facts |= quotes
        pictures |= found
    return first


def _main_actors(site: Site) -> list[Actor]:
    """Return the actors that the writer calls key, or else those on whom the story turns, in the order of the facts.

    These are named most often by the key events and by the explainer itself, and then by all facts.
    """
    actors = site.all(Actor)
    key = [actor for actor in actors if actor.weight is Weight.KEY]
    if key:
        return key
    told = (named for holder, named in zip(site.holders, site.named, strict=True) if _tells_the_story(holder))
    turns = Counter(chain.from_iterable(told))
    ranked = sorted(actors, key=lambda actor: (-turns[actor.fact_id], -len(site.backlinks.get(actor.fact_id, ()))))
    chosen = {actor.fact_id for actor in ranked[:_MOST_ACTORS]}
    return [actor for actor in actors if actor.fact_id in chosen]


def _tells_the_story(holder: Holder) -> bool:
    return isinstance(holder, Explainer) or (isinstance(holder, Event) and holder.weight is Weight.KEY)
