"""The whole explainer to read, on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate
from typing import TypeVar

from standfirst.model import (
    Event,
    Explainer,
    Fact,
    FactId,
    Figure,
    Image,
    Kind,
    Picture,
    Place,
    Quote,
    Relation,
    Section,
    Source,
    Unknown,
    Update,
)
from standfirst.model.addresses import (
    CLAIMS,
    FIGURES,
    GLOSSARY,
    HOME,
    SOURCES,
    UNKNOWNS,
    UPDATES,
    section_anchor,
)
from standfirst.model.frozen_class import frozen
from standfirst.pages.claims import ClaimGroup, claim_groups, grouped_claims
from standfirst.present.cited_passages import rests_on_one_source
from standfirst.present.highlights import Excerpt, excerpt, first_of, main_actors, room_on_first_page
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.presenter import Presenter
from standfirst.present.view_parts import CardView, DateView, Link
from standfirst.present.views import (
    ActorView,
    FactView,
    FigureView,
    ImageView,
    PictureView,
    ProseView,
    QuoteView,
    SourceView,
    UnknownView,
    UpdateView,
)
from standfirst.present.weights import fitting, weight_of
from standfirst.site.site import Site

# What every network takes for a large picture, by Open Graph: its media types, and its width in pixels.
_TYPES_OF_CARDS, _LEAST_CARD = ("image/jpeg", "image/png"), 600
_LATEST_UPDATES = 3
# Groups of claims that stand against each other, each of several claims with all that the record shows.
_MOST_RIVALS, _MOST_OF_GROUP = 20, 20
# So much definitions weigh that names open in place; other names lead to the page of all.
_ROOM_OF_DEFINITIONS = 20_000

V = TypeVar("V", bound=FactView)


@frozen
class SectionView:
    """A section of the prose; what it is the first to embed carries its anchor in it, as the `pictures` do."""

    anchor: str
    title: str
    body: ProseView
    pictures: tuple[Picture, ...]
    draft: bool
    publish_at: DateView | None


@frozen(kw_only=True)
class HomeView(PageView):
    """`quotes` are those that no section embeds; a picture is None where a section embeds it, or it would be empty.

    `definitions` are of the actors and terms that the texts name, so that a name can open its own in place.
    """

    standfirst: ProseView
    lead: ImageView | None
    key_points: tuple[ProseView, ...]
    sections: tuple[SectionView, ...]
    figures: Excerpt[FigureView]
    timeline: PictureView | None
    actors: tuple[ActorView, ...]
    glossary: Link
    quotes: Excerpt[QuoteView]
    rivals: Excerpt[ClaimGroup]
    unknowns: Excerpt[UnknownView]
    relations: PictureView | None
    map: PictureView | None
    sources: Excerpt[SourceView]
    only_source: bool
    how_we_know: ProseView | None
    updates: Excerpt[UpdateView]
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
        presenter.with_names(replace(presenter.prose(point, f"point_{number}"), side_notes=True))
        for number, point in enumerate(explainer.key_points)
    )
    sections = tuple(
        _section(section, facts | found, presenter)
        for section, (facts, found) in zip(site.sections, anchored, strict=True)
    )
    fields = planner.page_fields("home", HOME, explainer.title, presenter.naming.plain(explainer.standfirst))
    lead = _lead(presenter)
    fields["card"] = _card_of(lead) or fields["card"]
    return HomeView(
        **fields,
        standfirst=presenter.prose(explainer.standfirst, "standfirst"),
        lead=lead,
        key_points=key_points,
        sections=sections,
        figures=_excerpt(FigureView, Figure, FIGURES, planner),
        timeline=_timeline(presenter) if Picture.CHRONOLOGY not in pictures else None,
        actors=presenter.views(ActorView, main_actors(site)),
        quotes=_quotes(elsewhere, planner),
        glossary=planner.link(GLOSSARY),
        rivals=_rivals(planner),
        unknowns=_excerpt(UnknownView, Unknown, UNKNOWNS, planner),
        relations=_relations(presenter) if Picture.RELATIONS not in pictures else None,
        map=_map(presenter) if Picture.MAP not in pictures else None,
        sources=_excerpt(SourceView, Source, SOURCES, planner),
        only_source=rests_on_one_source(site),
        how_we_know=how_we_know(explainer, presenter),
        updates=_updates(planner),
        definitions=tuple(_definitions((*key_points, *(section.body for section in sections)), presenter)),
    )


def _excerpt(view: type[V], record: type[Fact], route: str, planner: Planner) -> Excerpt[V]:
    """Return what the page shows of the facts of one kind, all of which stand on a page of their own."""
    facts = planner.site.all(record)
    shown = planner.presenter.views(view, first_of(facts, planner.site))
    return excerpt(shown, len(facts), planner.link(route), planner.presenter.naming)


def _quotes(elsewhere: frozenset[FactId], planner: Planner) -> Excerpt[QuoteView]:
    """Return the quotations that stand in no section; all of them are on the pages of their speakers."""
    quotes = [quote for quote in planner.site.all(Quote) if quote.fact_id not in elsewhere]
    shown = planner.presenter.views(QuoteView, first_of(quotes, planner.site))
    return excerpt(shown, len(quotes), planner.link(GLOSSARY), planner.presenter.naming)


def _rivals(planner: Planner) -> Excerpt[ClaimGroup]:
    groups = [group for group in grouped_claims(planner.site) if len(group) > 1]
    room = room_on_first_page(planner.site)
    beginnings = [fitting(group, weight_of, most=_MOST_OF_GROUP, room=room // 2) for group in groups]
    fit = fitting(beginnings, lambda group: sum(map(weight_of, group)), most=_MOST_RIVALS, room=room)
    # Of a group that is too large all are counted that are not here.
    among = len(groups) + sum(len(group) - len(shown) for group, shown in zip(groups, fit, strict=False))
    return excerpt(claim_groups(fit, planner.presenter), among, planner.link(CLAIMS), planner.presenter.naming)


def _updates(planner: Planner) -> Excerpt[UpdateView]:
    updates = planner.site.all(Update)
    shown = planner.presenter.views(UpdateView, updates[:_LATEST_UPDATES])
    return excerpt(shown, len(updates), planner.link(UPDATES), planner.presenter.naming)


def how_we_know(explainer: Explainer, presenter: Presenter) -> ProseView | None:
    """Return what the writer says of how this is known, if anything."""
    if explainer.how_we_know is None:
        return None
    return replace(presenter.prose(explainer.how_we_know, "how_we_know"), headings=True, side_notes=True)


def _lead(presenter: Presenter) -> ImageView | None:
    lead, site = presenter.site.explainer.lead, presenter.site
    return presenter.views(ImageView, [site.get(Image, lead)])[0] if lead else None


def _card_of(lead: ImageView | None) -> CardView | None:
    """Return the lead picture as the card of the first page, if networks show such an image large."""
    if not lead or lead.image.media_type not in _TYPES_OF_CARDS or lead.image.width < _LEAST_CARD or lead.is_tall:
        return None
    return CardView(lead.image.address, lead.image.width, lead.image.height, lead.alt, lead.image.media_type)


def _timeline(presenter: Presenter) -> PictureView | None:
    return presenter.picture(Picture.CHRONOLOGY) if presenter.site.all(Event) else None


def _relations(presenter: Presenter) -> PictureView | None:
    return presenter.picture(Picture.RELATIONS) if presenter.site.all(Relation) else None


def _map(presenter: Presenter) -> PictureView | None:
    return presenter.picture(Picture.MAP) if presenter.site.all(Place) else None


def _section(section: Section, anchored: frozenset[FactId | Picture], presenter: Presenter) -> SectionView:
    anchor = section_anchor(section.id)
    body = replace(presenter.prose(section.body, anchor, anchored=anchored), headings=True, side_notes=True)
    return SectionView(
        anchor=anchor,
        title=section.title,
        body=presenter.with_names(body) if section.autolink else body,
        pictures=tuple(picture for picture in dict.fromkeys(section.body.pictures) if picture in anchored),
        draft=section.draft,
        publish_at=presenter.naming.date(section.publish_at.date) if section.publish_at else None,
    )


def _definitions(texts: Sequence[ProseView], presenter: Presenter) -> Iterator[FactView]:
    """Yield the actors and terms that texts name or refer to, in the order of the facts files."""
    named = {name.fact for text in texts for name in text.names}
    named |= {target.fact for text in texts for target in text.targets}
    defined = [fact for fact in presenter.site.actors_and_terms() if fact.fact_id in named]
    sizes = accumulate(weight_of(fact.summary, *fact.cite) for fact in defined)
    for fact, size in zip(defined, sizes, strict=True):
        if size <= _ROOM_OF_DEFINITIONS:
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
