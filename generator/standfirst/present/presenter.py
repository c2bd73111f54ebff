"""Facts as views: names for ids, words for dates and numbers, and links to everything that is referred to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TypedDict, TypeVar, assert_never

from standfirst.cache import cached_by_value, cached_latest, cached_per_item
from standfirst.language import dates, numbers
from standfirst.language.locale import N_, code_of, direction
from standfirst.model import (
    Actor,
    ActorKind,
    Basemap,
    Claim,
    Event,
    Explainer,
    Fact,
    FactId,
    Figure,
    Picture,
    Place,
    Prose,
    Quote,
    Relation,
    Source,
    Term,
    Unknown,
    Update,
    UpdateKind,
    Weight,
)
from standfirst.model.addresses import CHRONOLOGY, Address, address_of, former_anchors, glossary_entry
from standfirst.pictures.timeline import draw_timeline
from standfirst.pictures.timeline_drawing import TimelineDrawing
from standfirst.pictures.timeline_layout import NARROW, WIDE, TimelineEvent, timeline_events
from standfirst.present.evidence import EvidencePresenter, sentence_of
from standfirst.present.locator_map import maps_of
from standfirst.present.naming import Naming
from standfirst.present.relations import relations_view
from standfirst.present.views import (
    ActorView,
    ClaimView,
    EventView,
    Evidence,
    FactTarget,
    FactView,
    FigureView,
    ListedPlace,
    MapView,
    PictureTarget,
    PictureView,
    PlaceView,
    ProseView,
    QuoteView,
    RelationView,
    SourceView,
    TermView,
    TimelineView,
    UnknownView,
    UpdateView,
)
from standfirst.prose.document import words_in
from standfirst.prose.fact_names import spelled
from standfirst.prose.names import Name, Names
from standfirst.site.site import Site
from standfirst.sources.lock import Lock

V = TypeVar("V", bound=FactView)

ACTOR_KINDS = {
    ActorKind.PERSON: N_("Person"),
    ActorKind.ORGANISATION: N_("Organisation"),
    ActorKind.GOVERNMENT: N_("Government"),
    ActorKind.STATE: N_("State"),
    ActorKind.ARMED_GROUP: N_("Armed group"),
    ActorKind.GROUP: N_("Group"),
}
UPDATE_KINDS = {
    UpdateKind.CORRECTION: N_("Correction"),
    UpdateKind.CLARIFICATION: N_("Clarification"),
    UpdateKind.UPDATE: N_("Update"),
}


class _Shared(TypedDict):
    """The part of a fact's view that every fact has."""

    fact: FactId
    address: Address
    evidence: Evidence
    draft: bool
    former_anchors: tuple[str, ...]


Views = dict[tuple[FactId, bool], FactView]


@cached_latest
def _views(_facts: tuple[Fact, ...], _explainer: Explainer, _lock: Lock, _basemap: Basemap | None) -> Views:
    """What the views are kept in; they are made when a page asks for them."""
    return {}


_all_names = cached_latest(Names)


class Presenter:
    """Presents the facts of one site; each view is made once, however many pages show it.

    `lock` says in which paragraph of its source each passage stands.
    """

    def __init__(self, site: Site, lock: Lock) -> None:
        self.site = site
        self.lock = lock
        self.naming = Naming(site)
        self.evidence = EvidencePresenter(site, lock, self.naming)
        self._made = _views(site.facts, site.explainer, lock, site.basemap)

    # ------------------------------------------------------------ prose

    def prose(
        self,
        prose: Prose,
        scope: str,
        *,
        embeds: bool = True,
        marks: bool = True,
        anchored: frozenset[FactId | Picture] = frozenset(),
    ) -> ProseView:
        """Return a text with the targets it refers to and what it cites.

        `anchored` are the facts and pictures whose anchors stand where this text sets them. Without `marks`, what it
        cites is shown elsewhere.
        """
        linked = {mention.reference.to for mention in prose.mentions}
        embedded = {mention.reference.to for mention in prose.mentions if mention.embeds and embeds}
        pictures = sorted(set(prose.pictures)) if embeds else ()
        return ProseView(
            markdown=prose.markdown,
            form=prose.form,
            document=prose.document,
            origin=prose.origin,
            scope=scope,
            marks=marks,
            citations=self.evidence.citations_in(prose) if marks else (),
            targets=tuple(
                FactTarget(
                    fact,
                    address_of(fact),
                    self.naming.empty_link_text(fact),
                    self._embed(fact) if fact in embedded else None,
                    fact in anchored,
                )
                for fact in sorted(linked)
            ),
            pictures=tuple(PictureTarget(self.picture(picture), picture in anchored) for picture in pictures),
        )

    def picture(self, picture: Picture) -> PictureView:
        """Return what stands where prose sets a picture."""
        match picture:
            case Picture.CHRONOLOGY:
                return self._timeline
            case Picture.RELATIONS:
                return relations_view(self._embeds(RelationView, self.site.all(Relation)), self.naming)
            case Picture.MAP:
                return self._map

    @cached_property
    def _map(self) -> MapView:
        places, basemap = self.site.all(Place), self.site.basemap
        maps = maps_of(places, basemap, self.naming.language)
        numbers = (self.naming.number(index) if maps.numbered else "" for index in range(1, len(places) + 1))
        return MapView(
            places=tuple(map(ListedPlace, numbers, self._embeds(PlaceView, places))),
            maps=maps.sheets,
            outlines_source=basemap.source if basemap and maps.sheets else "",
        )

    @cached_property
    def _timeline(self) -> TimelineView:
        facts = self.site.all(Event)
        events = self._embeds(EventView, facts)
        listed = tuple(event for event in events if event.is_key) or events
        drawn = _timelines((timeline_events(facts), self.naming.language))
        named = {fact for each in drawn for fact in each.named} - {event.fact for event in listed}
        others = tuple(event for event in events if event.fact in named)
        return TimelineView(listed, Address(CHRONOLOGY), others, drawn)

    @cached_property
    def _names(self) -> Names:
        names = tuple(_names_of.flat_map(self.site.actors_and_terms()))
        return _all_names(names, self.naming.language)

    def with_names(self, text: ProseView) -> ProseView:
        """Return a text with the names that stand in it, so that their first mentions are linked."""
        # A name within a link counts here, and is left alone when rendered.
        names = self._names.may_be_in("\0".join(words_in(text.document)))
        return replace(text, names=names, language=self.naming.language)

    # ------------------------------------------------------------ facts

    def view(self, fact: Fact, *, embedded: bool = False) -> FactView:
        """Return a fact's view. What is `embedded` in a text embeds nothing, so that no two can embed each other."""
        made = self._made.get((fact.fact_id, embedded))
        if made is None:
            made = self._made[fact.fact_id, embedded] = self._make(fact, embeds=not embedded)
        return made

    def views(self, kind: type[V], facts: Iterable[Fact]) -> tuple[V, ...]:
        """Return the views of facts that are all of one kind."""
        return tuple(_sure(kind, self.view(fact)) for fact in facts)

    def _embeds(self, kind: type[V], facts: Iterable[Fact]) -> tuple[V, ...]:
        return tuple(_sure(kind, self.view(fact, embedded=True)) for fact in facts)

    def _embed(self, fact: FactId) -> FactView:
        return self.view(self.site.index[fact], embedded=True)

    def _make(self, fact: Fact, *, embeds: bool) -> FactView:
        match fact:
            case Actor():
                return self._actor(fact, embeds)
            case Term():
                return self._term(fact, embeds)
            case Event():
                return self._event(fact, embeds)
            case Quote():
                return self._quote(fact, embeds)
            case Claim():
                return self._claim(fact, embeds)
            case Figure():
                return self._figure(fact)
            case Relation():
                return self._relation(fact, embeds)
            case Place():
                return self._place(fact)
            case Unknown():
                return self._unknown(fact, embeds)
            case Update():
                return self._update(fact, embeds)
            case Source():
                return self._source(fact)
            case _:
                assert_never(fact)

    def _shared(self, fact: Fact) -> _Shared:
        return {
            "fact": fact.fact_id,
            "address": address_of(fact.fact_id),
            "evidence": self.evidence.of(fact),
            "draft": fact.draft,
            "former_anchors": former_anchors(fact),
        }

    def _text(self, fact: Fact, key: str, prose: Prose, *, embeds: bool = True) -> ProseView:
        marks = prose is not sentence_of(fact)
        return self.prose(prose, f"{fact.KIND.value}-{fact.id}_{key}", embeds=embeds, marks=marks)

    def _optional_text(self, fact: Fact, key: str, prose: Prose | None, *, embeds: bool = True) -> ProseView | None:
        return self._text(fact, key, prose, embeds=embeds) if prose else None

    def _actor(self, actor: Actor, embeds: bool) -> ActorView:
        native = actor.native_name
        return ActorView(
            **self._shared(actor),
            name=actor.name,
            kind=actor.kind.value,
            kind_label=self.naming.say(ACTOR_KINDS[actor.kind]),
            entry=glossary_entry(actor.fact_id),
            aliases=actor.aliases,
            native_name=native.text if native else "",
            native_lang=native.lang if native else "",
            native_dir=direction(native.lang) if native else "",
            role=actor.role,
            summary=self._text(actor, "summary", actor.summary),
            text=self._optional_text(actor, "text", actor.text, embeds=embeds),
            same_as=actor.same_as,
        )

    def _term(self, term: Term, embeds: bool) -> TermView:
        return TermView(
            **self._shared(term),
            name=term.name,
            aliases=term.aliases,
            summary=self._text(term, "summary", term.summary),
            text=self._optional_text(term, "text", term.text, embeds=embeds),
        )

    def _event(self, event: Event, embeds: bool) -> EventView:
        return EventView(
            **self._shared(event),
            date=self.naming.date(event.date),
            year=dates.first_year(event.date),
            title=event.title,
            text=self._optional_text(event, "text", event.text, embeds=embeds),
            actors=self.naming.links(event.actors),
            actor_ids=tuple(actor.to.id for actor in event.actors),
            place=self.naming.link(event.place) if event.place else None,
            is_key=event.weight is Weight.KEY,
            according_to=self.naming.links(event.according_to),
        )

    def _quote(self, quote: Quote, embeds: bool) -> QuoteView:
        event = self.site.get(Event, quote.event) if quote.event else None
        language = self._language_of(quote)
        return QuoteView(
            **self._shared(quote),
            speaker=self.naming.link(quote.speaker),
            role=self.site.get(Actor, quote.speaker).role,
            words=quote.words,
            lang=language,
            dir=direction(language) if language else "",
            date=self.naming.date_or_none(quote.date or (event.date if event else None)),
            event=self.naming.link_to(event) if event else None,
            to=self.naming.links(quote.to),
            where=quote.where,
            relaying=self.naming.link(quote.relaying) if quote.relaying else None,
            text=self._optional_text(quote, "text", quote.text, embeds=embeds),
        )

    def _language_of(self, quote: Quote) -> str:
        """The language of a quotation's words, which is that of its sources, where it is not the site's own."""
        languages = {self.site.get(Source, citation.source).language or "" for citation in quote.cite}
        only = languages.pop() if len(languages) == 1 else ""
        return "" if code_of(only) == code_of(self.naming.language) else only

    def _claim(self, claim: Claim, embeds: bool) -> ClaimView:
        return ClaimView(
            **self._shared(claim),
            claim=self._text(claim, "claim", claim.claim),
            by=tuple(map(self.naming.voice, claim.by)),
            relaying=self.naming.link(claim.relaying) if claim.relaying else None,
            date=self.naming.date_or_none(claim.date),
            record=self._optional_text(claim, "record", claim.record, embeds=embeds),
            see=self.naming.links(claim.see),
            rivals=tuple(self.naming.link_to(rival) for rival in self.site.rivals(claim)),
        )

    def _figure(self, figure: Figure) -> FigureView:
        amount = numbers.say_number(figure.value, figure.unit, self.naming.language)
        return FigureView(
            **self._shared(figure),
            qualifier=numbers.qualifier_words(figure.qualifier, self.naming.language)[0] if figure.qualifier else "",
            number=amount.number,
            unit=amount.unit,
            label=figure.label,
            as_of=self.naming.date_or_none(figure.as_of),
            period=self.naming.date_or_none(figure.period),
            according_to=self.naming.links(figure.according_to),
        )

    def _relation(self, relation: Relation, embeds: bool) -> RelationView:
        verb = self.site.verbs[relation.verb.to]
        return RelationView(
            **self._shared(relation),
            subject=self.naming.link(relation.subject),
            label=verb.label,
            inverse=verb.inverse,
            stance=verb.stance.value,
            object=self.naming.link(relation.object),
            since=self.naming.date_or_none(relation.since),
            until=self.naming.date_or_none(relation.until),
            text=self._optional_text(relation, "text", relation.text, embeds=embeds),
            according_to=self.naming.links(relation.according_to),
        )

    def _place(self, place: Place) -> PlaceView:
        return PlaceView(
            **self._shared(place),
            name=place.name,
            coordinates=self.naming.coordinates(place.position.lat, place.position.lon) if place.position else "",
            summary=self._optional_text(place, "summary", place.summary),
        )

    def _unknown(self, unknown: Unknown, embeds: bool) -> UnknownView:
        return UnknownView(
            **self._shared(unknown),
            question=self._text(unknown, "question", unknown.question),
            why=self._optional_text(unknown, "why", unknown.why, embeds=embeds),
        )

    def _update(self, update: Update, embeds: bool) -> UpdateView:
        return UpdateView(
            **self._shared(update),
            date=self.naming.day(update.date),
            kind=update.kind.value,
            kind_label=self.naming.say(UPDATE_KINDS[update.kind]),
            text=self._text(update, "text", update.text, embeds=embeds),
            affects=self.naming.links(update.affects),
            authors=update.authors,
        )

    def _source(self, source: Source) -> SourceView:
        return SourceView(
            **self._shared(source),
            label=self.naming.source_label(source),
            title=source.title,
            publisher=source.publisher,
            authors=source.authors,
            kind=source.kind,
            language=self.naming.language_name(source.language) if source.language else "",
            lang=source.language or "",
            url=source.url or "",
            archive_url=source.archive_url or "",
            published=self.naming.date_or_none(source.published),
            accessed=self.naming.date_or_none(source.accessed),
        )


@cached_by_value
def _timelines(shown: tuple[tuple[TimelineEvent, ...], str]) -> tuple[TimelineDrawing, ...]:
    """Timelines for every width, or none where nothing happens."""
    events, language = shown
    return tuple(draw_timeline(events, language, frame) for frame in (NARROW, WIDE)) if events else ()


def _sure(kind: type[V], view: FactView) -> V:
    assert isinstance(view, kind)
    return view


@cached_per_item
def _names_of(fact: Actor | Term) -> Iterator[Name]:
    for text in spelled(fact):
        yield Name(text, fact.fact_id, glossary_entry(fact.fact_id), any_case=isinstance(fact, Term))
