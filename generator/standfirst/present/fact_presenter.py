"""Each kind of fact as a view: names for ids, words for dates and numbers, and links to what it refers to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypedDict, assert_never

from standfirst.language import dates, numbers
from standfirst.language.locale import code_of, direction
from standfirst.model import (
    Actor,
    Claim,
    Event,
    Fact,
    FactId,
    Figure,
    Image,
    Place,
    Prose,
    Quote,
    Reference,
    Relation,
    Source,
    Term,
    Translation,
    Unknown,
    Update,
    Weight,
)
from standfirst.model.addresses import Address, address_of, former_anchors, glossary_entry
from standfirst.model.licences import licence_url
from standfirst.model.sentences import sentence_of
from standfirst.present.evidence import EvidencePresenter
from standfirst.present.evidence_views import Evidence
from standfirst.present.filing import filing_to_tell, other_names
from standfirst.present.kind_names import actor_kind_name, update_kind_name
from standfirst.present.last_look import note_of_source
from standfirst.present.link_lists import MOST_CHOSEN, cut_links, first_links
from standfirst.present.naming import Naming
from standfirst.present.shown_images import host_of, shown_image
from standfirst.present.told_changes import ChangePresenter
from standfirst.present.view_parts import DateView, Link
from standfirst.present.views import (
    ActorView,
    ClaimView,
    EventView,
    FactView,
    FigureView,
    ImageView,
    PlaceView,
    ProseView,
    QuoteView,
    RelationView,
    SourceView,
    TermView,
    TranslationView,
    UnknownView,
    UpdateView,
)

# So many characters of a number fit into the narrowest place for one, wherever no blank parts them.
_SHORT_NUMBER = 7
# An update tells of other facts, and a source of nothing that happened.
_WITHOUT_VERSION = (Source, Update)


class _FactFields(TypedDict):
    """The fields of `FactView`, which the view of any fact has."""

    fact: FactId
    address: Address
    called: str
    version: str
    evidence: Evidence
    draft: bool
    publish_at: DateView | None
    ids: tuple[str, ...]
    former_anchors: tuple[str, ...]


class PresentProse(Protocol):
    """Makes the view of a text; see `Presenter.prose`."""

    def __call__(self, prose: Prose, scope: str, *, embeds: bool, marks: bool) -> ProseView: ...


class FactPresenter:
    """Makes the views of the facts of one site; `present_prose` makes those of their texts."""

    def __init__(
        self,
        naming: Naming,
        evidence: EvidencePresenter,
        present_prose: PresentProse,
        version_of: Callable[[Fact], str],
    ) -> None:
        self._site = naming.site
        self._naming = naming
        self._evidence = evidence
        self._present_prose = present_prose
        self._version_of = version_of
        self._changes = ChangePresenter(naming)

    def view(self, fact: Fact, *, embeds: bool) -> FactView:
        """Return the view of a fact; without `embeds`, its texts link to the facts that they would set."""
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
            case Image():
                return self._image(fact)
            case Unknown():
                return self._unknown(fact, embeds)
            case Update():
                return self._update(fact, embeds)
            case Source():
                return self._source(fact)
            case _:
                assert_never(fact)

    def _fields(self, fact: Fact) -> _FactFields:
        return {
            "fact": fact.fact_id,
            "address": address_of(fact),
            "called": self._naming.link_to(fact).text,
            "version": "" if isinstance(fact, _WITHOUT_VERSION) else self._version_of(fact),
            "evidence": self._evidence.of(fact),
            "draft": fact.draft,
            "publish_at": self._naming.date(fact.publish_at.date) if fact.publish_at else None,
            "ids": tuple(str(FactId(fact.KIND, each)) for each in (fact.id, *fact.former_ids)),
            "former_anchors": former_anchors(fact),
        }

    def _links(self, fact: Fact, field: str, references: Sequence[Reference]) -> tuple[Link, ...]:
        return cut_links(self._naming.links(references), fact.fact_id, field, self._naming)

    def _text(self, fact: Fact, key: str, prose: Prose, *, embeds: bool = True) -> ProseView:
        marks = prose is not sentence_of(fact)
        return self._present_prose(prose, f"{fact.KIND.value}-{fact.id}_{key}", embeds=embeds, marks=marks)

    def _optional_text(self, fact: Fact, key: str, prose: Prose | None, *, embeds: bool = True) -> ProseView | None:
        return self._text(fact, key, prose, embeds=embeds) if prose else None

    def _actor(self, actor: Actor, embeds: bool) -> ActorView:
        native = actor.native_name
        return ActorView(
            **self._fields(actor),
            name=actor.name,
            filed_as=filing_to_tell(actor),
            kind=actor.kind.value,
            kind_label=self._naming.say(actor_kind_name(actor.kind)),
            entry=glossary_entry(actor.fact_id),
            aliases=other_names(actor),
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
            **self._fields(term),
            name=term.name,
            aliases=other_names(term),
            summary=self._text(term, "summary", term.summary),
            text=self._optional_text(term, "text", term.text, embeds=embeds),
        )

    def _event(self, event: Event, embeds: bool) -> EventView:
        return EventView(
            **self._fields(event),
            date=self._naming.date(event.date),
            year=dates.first_year(event.date),
            title=event.title,
            text=self._optional_text(event, "text", event.text, embeds=embeds),
            actors=self._links(event, "actors", event.actors),
            actor_ids=tuple(actor.to.id for actor in event.actors) if len(event.actors) <= MOST_CHOSEN else (),
            place=self._naming.link(event.place) if event.place else None,
            is_planned=event.planned,
            is_key=event.weight is Weight.KEY,
            according_to=tuple(map(self._naming.voice, event.according_to)),
        )

    def _quote(self, quote: Quote, embeds: bool) -> QuoteView:
        event = self._site.get(Event, quote.event) if quote.event else None
        language = self._language_of(quote)
        return QuoteView(
            **self._fields(quote),
            speaker=self._naming.link(quote.speaker),
            role=self._site.get(Actor, quote.speaker).role,
            words=self._naming.within_marks(quote.words),
            lang=language,
            dir=direction(language) if language else "",
            translations=tuple(map(self._translation, quote.translation)),
            translated_by=quote.translated_by,
            date=self._naming.date_or_none(self._site.date_of(quote)),
            event=self._naming.link_to(event) if event else None,
            to=self._links(quote, "to", quote.to),
            where=quote.where,
            relaying=self._naming.link(quote.relaying) if quote.relaying else None,
            text=self._optional_text(quote, "text", quote.text, embeds=embeds),
        )

    def _language_of(self, quote: Quote) -> str:
        """Return the language of a quotation's words; nothing where it is the site's own."""
        language = self._site.language_of(quote)
        return "" if code_of(language) == code_of(self._naming.language) else language

    def _translation(self, translation: Translation) -> TranslationView:
        is_foreign = code_of(translation.lang) != code_of(self._naming.language)
        return TranslationView(
            text=translation.text,
            lang=translation.lang,
            dir=direction(translation.lang),
            language=self._naming.language_name(translation.lang) if is_foreign else "",
        )

    def _claim(self, claim: Claim, embeds: bool) -> ClaimView:
        return ClaimView(
            **self._fields(claim),
            claim=self._text(claim, "claim", claim.claim),
            by=tuple(map(self._naming.voice, claim.by)),
            relaying=self._naming.link(claim.relaying) if claim.relaying else None,
            date=self._naming.date_or_none(claim.date),
            record=self._optional_text(claim, "record", claim.record, embeds=embeds),
            see=self._links(claim, "see", claim.see),
            rivals=cut_links(
                tuple(map(self._naming.link_to, self._site.rivals(claim))), claim.fact_id, "rivals", self._naming
            ),
        )

    def _figure(self, figure: Figure) -> FigureView:
        amount = numbers.say_number(figure.value, figure.unit, self._naming.language)
        return FigureView(
            **self._fields(figure),
            qualifier=numbers.qualifier_words(figure.qualifier, self._naming.language)[0] if figure.qualifier else "",
            number=amount.number,
            is_long=max(map(len, amount.number.split(" "))) > _SHORT_NUMBER,
            unit=amount.unit,
            label=figure.label,
            as_of=self._naming.date_or_none(figure.as_of),
            period=self._naming.date_or_none(figure.period),
            according_to=tuple(map(self._naming.voice, figure.according_to)),
        )

    def _relation(self, relation: Relation, embeds: bool) -> RelationView:
        verb = self._site.verbs[relation.verb.to]
        return RelationView(
            **self._fields(relation),
            subject=self._naming.link(relation.subject),
            label=verb.label,
            inverse=verb.inverse,
            stance=verb.stance.value,
            object=self._naming.link(relation.object),
            since=self._naming.date_or_none(relation.since),
            until=self._naming.date_or_none(relation.until),
            text=self._optional_text(relation, "text", relation.text, embeds=embeds),
            according_to=tuple(map(self._naming.voice, relation.according_to)),
        )

    def _place(self, place: Place) -> PlaceView:
        return PlaceView(
            **self._fields(place),
            name=place.name,
            coordinates=self._naming.coordinates(place.position.lat, place.position.lon) if place.position else "",
            summary=self._optional_text(place, "summary", place.summary),
        )

    def _image(self, image: Image) -> ImageView:
        shown = shown_image(image.file, self._site.images)
        return ImageView(
            **self._fields(image),
            image=shown,
            is_tall=shown.height > shown.width,
            alt=image.alt,
            caption=self._optional_text(image, "caption", image.caption),
            credit=image.credit,
            source_url=image.url or "",
            licence=image.licence,
            licence_address=licence_url(image.licence),
            date=self._naming.date_or_none(image.date),
            place=self._naming.link(image.place) if image.place else None,
            actors=self._naming.links(image.actors),
            video=image.video or "",
            video_host=host_of(image.video or ""),
        )

    def _unknown(self, unknown: Unknown, embeds: bool) -> UnknownView:
        return UnknownView(
            **self._fields(unknown),
            question=self._text(unknown, "question", unknown.question),
            why=self._optional_text(unknown, "why", unknown.why, embeds=embeds),
        )

    def _update(self, update: Update, embeds: bool) -> UpdateView:
        affects = self._links(update, "affects", update.affects)
        changes = tuple(self._changes.view(each) for each in first_links(update.changes))
        named = {change.address for change in changes}
        return UpdateView(
            **self._fields(update),
            date=self._naming.day(update.date),
            kind=update.kind.value,
            kind_label=self._naming.say(update_kind_name(update.kind)),
            text=self._text(update, "text", update.text, embeds=embeds),
            affects=affects,
            also_affects=tuple(link for link in affects if link.address not in named),
            changes=changes,
            more_changes=self._changes.link_to_more(update),
            authors=update.authors,
        )

    def _source(self, source: Source) -> SourceView:
        seen = self._evidence.last_look(source)
        return SourceView(
            **self._fields(source),
            label=self._naming.source_label(source),
            title=source.title,
            publisher=source.publisher,
            authors=source.authors,
            kind=source.kind,
            language=self._naming.language_name(source.language) if source.language else "",
            lang=source.language or "",
            url=source.url or "",
            archive_url=source.archive_url or "",
            published=self._naming.date_or_none(source.published),
            accessed=self._naming.date_or_none(source.accessed),
            reckon_from=self._naming.date_or_none(source.reckon_from),
            licence=source.licence,
            licence_address=licence_url(source.licence),
            shows_whole=source.shows_whole,
            checked=self._naming.day(seen.checked) if seen else None,
            check_note=note_of_source(seen, self._naming) if seen else "",
        )
