"""Facts as nodes of linked data, in the words of schema.org.

A node says no more than its fact: what schema.org has no honest form for is left out, or said in words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import assert_never

from standfirst.language import dates
from standfirst.model import (
    Actor,
    ActorKind,
    Citing,
    Claim,
    Date,
    Event,
    Fact,
    FactId,
    Figure,
    Image,
    Kind,
    Place,
    Quote,
    Reference,
    Relation,
    Source,
    Term,
    Unknown,
    Update,
)
from standfirst.model.addresses import GLOSSARY, Address, address_of, glossary_entry, permalink
from standfirst.model.frozen_class import frozen
from standfirst.model.licences import licence_url
from standfirst.outputs.fact_rows import Json
from standfirst.present.link_lists import first_links
from standfirst.present.naming import Naming
from standfirst.present.presenter import Presenter
from standfirst.present.views import ImageView, QuoteView
from standfirst.prose.fact_names import all_names, names_in_prose

JsonLdNode = dict[str, Json]

THE_GLOSSARY = Address(GLOSSARY, "the_glossary")


def node(type_: str, iri: str = "", **properties: Json) -> JsonLdNode:
    """Return a node with those of its properties that are not empty."""
    named: JsonLdNode = {"@type": type_, "@id": iri} if iri else {"@type": type_}
    return named | {name: value for name, value in properties.items() if value not in ("", None, [])}


def reference_to(iri: str) -> JsonLdNode:
    """Return a reference to a node that stands elsewhere, on this page or on another."""
    return {"@id": iri}


@frozen
class FactNodes:
    """Makes the nodes of one site's facts, named by the absolute addresses where the facts stand.

    `named` are the facts to which nodes referred so far, by their IRIs.
    """

    presenter: Presenter
    base_url: str
    named: dict[str, FactId] = field(default_factory=dict)

    @property
    def naming(self) -> Naming:
        return self.presenter.naming

    def node_of(self, fact: Fact) -> JsonLdNode | None:
        """Return the node of a fact; None of the kinds that schema.org has no honest form for, which are data alone."""
        match fact:
            case Actor():
                return self.actor(fact)
            case Term():
                return self.entry(fact)
            case Event():
                return self.event(fact)
            case Place():
                return self.place(fact)
            case Quote():
                return self.quotation(fact)
            case Claim():
                return self.claim(fact)
            case Source():
                return self.source(fact)
            case Update():
                return self.correction(fact)
            case Image():
                return self.image(fact)
            case Figure() | Relation() | Unknown():
                return None
            case _:
                assert_never(fact)

    def iri(self, fact: FactId) -> str:
        """Return the IRI of a fact: its permalink with a fragment, since a person is not the page about them."""
        address = address_of(self.presenter.site.index[fact])
        iri = self.url(Address(address.route, address.anchor or f"{fact.kind.value}-{fact.id}"))
        self.named[iri] = fact
        return iri

    def url(self, address: Address) -> str:
        """Return the absolute form of an address in the site."""
        return permalink(self.base_url, address)

    def references(self, references: Iterable[Reference]) -> list[Json]:
        """Return references to the nodes of facts, of very many to as many as stand with the fact that has them."""
        return [reference_to(self.iri(reference.to)) for reference in first_links(tuple(references))]

    # ------------------------------------------------------------ who

    def actor(self, actor: Actor) -> JsonLdNode:
        """Return an actor, with every name and, of a person, the role."""
        return node(
            _actor_type(actor.kind),
            self.iri(actor.fact_id),
            name=actor.name,
            alternateName=list(all_names(actor)[1:]),
            description=self.naming.plain(actor.summary),
            jobTitle=actor.role if actor.kind is ActorKind.PERSON else "",
            url=self.url(address_of(actor)),
            sameAs=list(actor.same_as),
        )

    def entry(self, fact: Actor | Term) -> JsonLdNode:
        """Return the glossary's entry on an actor or term."""
        return node(
            "DefinedTerm",
            self.url(glossary_entry(fact.fact_id)),
            name=fact.name,
            alternateName=list(names_in_prose(fact)[1:]),
            description=self.naming.plain(fact.summary),
            url=self.url(glossary_entry(fact.fact_id)),
            inDefinedTermSet=reference_to(self.url(THE_GLOSSARY)),
            about=reference_to(self.iri(fact.fact_id)) if isinstance(fact, Actor) else None,
        )

    # ------------------------------------------------------------ what happened, and where

    def event(self, event: Event) -> JsonLdNode:
        """Return an event.

        Readers of schema.org require a start; an event without a certain one is a `Thing` that says it is an event.
        """
        start, end = dates.iso_ends(event.date)
        shared = node(
            "Thing",
            self.iri(event.fact_id),
            name=event.title,
            description=self.naming.plain(event.text) if event.text else "",
            disambiguatingDescription="" if _says_all(event.date) else self.naming.date(event.date).text,
            url=self.iri(event.fact_id),
            subjectOf=self._sources(event),
        )
        if not start:
            return shared | {"additionalType": "https://schema.org/Event"}
        place = reference_to(self.iri(event.place.to)) if event.place else None
        dated = node("Event", startDate=start, endDate=end, about=self.references(event.actors), location=place)
        # Of what happened, no status is said.
        status = {"eventStatus": "https://schema.org/EventScheduled"} if event.planned else {}
        return shared | dated | status

    def place(self, place: Place) -> JsonLdNode:
        """Return a place, and its position if that is known."""
        at = place.position
        return node(
            "Place",
            self.iri(place.fact_id),
            name=place.name,
            description=self.naming.plain(place.summary) if place.summary else "",
            url=self.iri(place.fact_id),
            geo=node("GeoCoordinates", latitude=at.lat, longitude=at.lon) if at else None,
        )

    # ------------------------------------------------------------ who says what

    def quotation(self, quote: Quote) -> JsonLdNode:
        """Return words that were spoken.

        Their speaker is the `creator`, as schema.org wants it of people who exist, and the `spokenByCharacter`.
        """
        site = self.presenter.site
        (view,) = self.presenter.views(QuoteView, [quote])
        return node(
            "Quotation",
            self.iri(quote.fact_id),
            text=quote.words,
            inLanguage=view.lang or site.explainer.language,
            workTranslation=[
                node("Quotation", text=each.text, inLanguage=each.lang, creditText=quote.translated_by)
                for each in quote.translation
            ],
            creator=reference_to(self.iri(quote.speaker.to)),
            spokenByCharacter=reference_to(self.iri(quote.speaker.to)),
            about=reference_to(self.iri(quote.relaying.to)) if quote.relaying else None,
            dateCreated=_day(site.date_of(quote)),
            isBasedOn=self._sources(quote),
            url=self.iri(quote.fact_id),
        )

    def claim(self, claim: Claim) -> JsonLdNode:
        """Return what someone says is so. It is no ClaimReview: that would rate whether it is so."""
        return node(
            "Claim",
            self.iri(claim.fact_id),
            text=self.naming.plain(claim.claim),
            creator=self.references(voice for voice in claim.by if voice.to.kind is Kind.ACTOR),
            about=reference_to(self.iri(claim.relaying.to)) if claim.relaying else None,
            dateCreated=_day(claim.date),
            appearance=self._sources(claim),
            url=self.iri(claim.fact_id),
        )

    def source(self, source: Source) -> JsonLdNode:
        """Return a document that statements rest on; what is not known of it is not said."""
        return node(
            "CreativeWork",
            self.iri(source.fact_id),
            name=source.title,
            description="" if source.title else self.naming.source_label(source),
            genre=source.kind,
            author=[node("Person", name=name) for name in source.authors],
            publisher=node("Organization", name=source.publisher) if source.publisher else None,
            datePublished=_day(source.published),
            inLanguage=source.language,
            license=licence_url(source.licence)
            or (node("CreativeWork", name=source.licence) if source.licence else None),
            url=source.url or source.archive_url or self.url(address_of(source)),
        )

    def image(self, image: Image) -> JsonLdNode:
        """Return a picture with who made it; of one that stands for a video, that video."""
        (view,) = self.presenter.views(ImageView, [image])
        file = self.url(view.image.address)
        shared = node(
            "VideoObject" if image.video else "ImageObject",
            self.iri(image.fact_id),
            name=image.alt,
            caption=self.naming.plain(image.caption) if image.caption else "",
            creditText=image.credit,
            license=view.licence_address or (node("CreativeWork", name=image.licence) if image.licence else None),
            acquireLicensePage=image.url,
            dateCreated=_day(image.date),
            contentLocation=reference_to(self.iri(image.place.to)) if image.place else None,
            about=self.references(image.actors),
        )
        if image.video:
            return shared | node("VideoObject", url=image.video, thumbnailUrl=file)
        return shared | node(
            "ImageObject",
            contentUrl=file,
            width=_pixels(view.image.width),
            height=_pixels(view.image.height),
            url=self.iri(image.fact_id),
        )

    def correction(self, update: Update) -> JsonLdNode:
        """Return what was put right, and of which facts."""
        return node(
            "CorrectionComment",
            self.iri(update.fact_id),
            text=self.naming.plain(update.text),
            datePublished=update.date.isoformat(),
            author=[node("Person", name=name) for name in update.authors],
            about=self.references(each for each in update.affects if _has_node(each.to.kind)),
            url=self.iri(update.fact_id),
        )

    def _sources(self, fact: Citing) -> list[Json]:
        return [reference_to(iri) for iri in dict.fromkeys(self.iri(citation.source.to) for citation in fact.cite)]


def _actor_type(kind: ActorKind) -> str:
    match kind:
        case ActorKind.PERSON:
            return "Person"
        case ActorKind.GOVERNMENT:
            return "GovernmentOrganization"
        case ActorKind.STATE:
            return "Country"
        # Schema.org has no word for a group that is no body; an organisation is what it lets speak and act.
        case ActorKind.ORGANISATION | ActorKind.ARMED_GROUP | ActorKind.GROUP:
            return "Organization"
        case ActorKind.THING:
            return "Thing"
        case _:
            assert_never(kind)


def _has_node(kind: Kind) -> bool:
    """Tell whether facts of a kind have nodes that are always there to refer to; of updates only corrections have."""
    match kind:
        case Kind.ACTOR | Kind.TERM | Kind.EVENT | Kind.PLACE | Kind.IMAGE | Kind.QUOTE | Kind.CLAIM | Kind.SOURCE:
            return True
        case Kind.FIGURE | Kind.RELATION | Kind.UNKNOWN | Kind.UPDATE:
            return False
        case _:
            assert_never(kind)


def _pixels(length: int) -> JsonLdNode | None:
    """Return a length in pixels, by their code in UN/CEFACT's list of units, which schema.org asks for."""
    return node("QuantitativeValue", value=length, unitCode="E37") if length else None


def _day(date: Date | None) -> str:
    return dates.html_datetime(date) if date else ""


def _says_all(date: Date) -> bool:
    """Tell whether the start and end of a date are all that it says."""
    return dates.html_datetime(date) != "" or all(dates.iso_ends(date))
