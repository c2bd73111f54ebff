"""The kinds of fact. The fields of a record are also its format."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, get_args

from standfirst.model.basemap import Position
from standfirst.model.frozen_class import frozen
from standfirst.model.prose import Block, Citation, Inline
from standfirst.model.publication import Publishable
from standfirst.model.values import (
    ActorRef,
    ClaimRef,
    Date,
    EventRef,
    FactId,
    FactRef,
    Id,
    ImageName,
    Kind,
    LanguageTag,
    Latitude,
    Located,
    Longitude,
    PlaceRef,
    Qualifier,
    Quantity,
    ShownValue,
    Url,
    Verbatim,
    VerbRef,
    VoiceRef,
)


@frozen(kw_only=True)
class Record(Publishable):
    """What every record of a fact has; `review_by` is the day on which somebody is to look at it again."""

    KIND: ClassVar[Kind]
    id: Id
    review_by: datetime.date | None = None
    former_ids: tuple[Id, ...] = ()

    @property
    def fact_id(self) -> FactId:
        return FactId(self.KIND, self.id)


@frozen(kw_only=True)
class Citing(Record):
    """A fact that may rest on passages of sources, or say why it rests on none."""

    MUST_CITE: ClassVar[bool] = True
    cite: tuple[Citation, ...] = ()
    uncited: str = ""


@frozen(kw_only=True)
class Dated(Citing):
    """A fact with a date, which may say how that date was worked out rather than read."""

    reckoned: str = ""


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    STATE = "state"
    ARMED_GROUP = "armed-group"
    GROUP = "group"
    THING = "thing"


class Weight(StrEnum):
    NORMAL = "normal"
    KEY = "key"


@frozen
class NativeName:
    """A name as its bearers write it; `lang` is a BCP 47 tag."""

    text: Verbatim
    lang: LanguageTag


@frozen
class Translation:
    """Words in another language than they were spoken in; `lang` is a BCP 47 tag."""

    lang: LanguageTag
    text: str


@frozen(kw_only=True)
class Actor(Citing):
    """Who or what takes part: a person, a body, a group, or a thing, as a ship or a law.

    `summary` is the glossary entry, `aliases` are what prose may call it, and `sort_as` is what the glossary files it
    under. The first page introduces those whose weight is `key`.
    """

    KIND: ClassVar[Kind] = Kind.ACTOR
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    sort_as: str = ""
    native_name: NativeName | None = None
    role: str = ""
    weight: Weight | None = None
    summary: Inline
    text: Block | None = None
    same_as: tuple[Url, ...] = ()


@frozen(kw_only=True)
class Term(Citing):
    """A glossary entry that is not an actor."""

    KIND: ClassVar[Kind] = Kind.TERM
    name: str
    aliases: tuple[str, ...] = ()
    summary: Inline
    text: Block | None = None


@frozen(kw_only=True)
class Event(Dated):
    """A dated occurrence; `after` is the event that it stands after, where both begin on one day.

    What is `planned` was announced for a later day, and had not happened when the facts were as they are told.
    """

    KIND: ClassVar[Kind] = Kind.EVENT
    date: Date
    title: str
    text: Block | None = None
    actors: tuple[ActorRef, ...] = ()
    place: PlaceRef | None = None
    after: EventRef | None = None
    planned: bool = False
    weight: Weight = Weight.NORMAL
    according_to: tuple[VoiceRef, ...] = ()


@frozen(kw_only=True)
class Quote(Dated):
    """Words someone spoke, verbatim; `relaying` is the actor whose words or thoughts the speaker reports.

    `language` is that of the words, where they are not in that of the sources. `translation` has them in others, and
    `translated_by` says who put them so.
    """

    KIND: ClassVar[Kind] = Kind.QUOTE
    speaker: ActorRef
    words: Verbatim
    language: LanguageTag | None = None
    translation: tuple[Translation, ...] = ()
    translated_by: str = ""
    date: Date | None = None
    event: EventRef | None = None
    to: tuple[ActorRef, ...] = ()
    where: str = ""
    relaying: ActorRef | None = None
    text: Block | None = None


@frozen(kw_only=True)
class Claim(Dated):
    """What someone says is so, beside what the record shows; `rivals` are read both ways."""

    KIND: ClassVar[Kind] = Kind.CLAIM
    claim: Inline
    by: tuple[VoiceRef, ...] = ()
    relaying: ActorRef | None = None
    date: Date | None = None
    record: Block | None = None
    see: tuple[FactRef, ...] = ()
    rivals: tuple[ClaimRef, ...] = ()


@frozen(kw_only=True)
class Figure(Dated):
    """A number with its meaning; `unit` is a word in the form its value takes, `percent`, or an ISO 4217 code."""

    KIND: ClassVar[Kind] = Kind.FIGURE
    value: Quantity
    qualifier: Qualifier | None = None
    unit: str = ""
    label: str
    as_of: Date | None = None
    period: Date | None = None
    according_to: tuple[VoiceRef, ...] = ()


@frozen(kw_only=True)
class Relation(Dated):
    """One actor's standing towards another; `verb` is a key of `verbs` in site.yaml."""

    KIND: ClassVar[Kind] = Kind.RELATION
    subject: ActorRef
    verb: VerbRef
    object: ActorRef
    since: Date | None = None
    until: Date | None = None
    text: Block | None = None
    according_to: tuple[VoiceRef, ...] = ()


@frozen(kw_only=True)
class Place(Citing):
    """Somewhere named; coordinates are reference data (WGS 84 degrees) and need no passage."""

    KIND: ClassVar[Kind] = Kind.PLACE
    MUST_CITE: ClassVar[bool] = False
    name: str
    lat: Latitude | None = None
    lon: Longitude | None = None
    summary: Inline | None = None

    @property
    def position(self) -> Position | None:
        """Where it lies, if that is known; resolve makes sure that there are both coordinates or neither."""
        return None if self.lat is None or self.lon is None else Position(self.lon, self.lat)


@frozen(kw_only=True)
class Image(Dated):
    """A picture in images/: what it shows in `alt`, who made it in `credit`, and where it was found at `url`.

    `date`, `place` and `actors` say when and where it was made, and who is seen. With a `video`, the picture stands for
    that, and leads to it.
    """

    KIND: ClassVar[Kind] = Kind.IMAGE
    MUST_CITE: ClassVar[bool] = False
    file: ImageName
    alt: str
    caption: Inline | None = None
    credit: str
    licence: str = ""
    url: Url | None = None
    date: Date | None = None
    place: PlaceRef | None = None
    actors: tuple[ActorRef, ...] = ()
    video: Url | None = None


@frozen(kw_only=True)
class Unknown(Citing):
    """An open question; `why` says why it is open, and what would settle it."""

    KIND: ClassVar[Kind] = Kind.UNKNOWN
    MUST_CITE: ClassVar[bool] = False
    question: Inline
    why: Block | None = None


class UpdateKind(StrEnum):
    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"


@frozen(kw_only=True)
class FactChange(Located):
    """What an update changed of a fact, as readers saw it `before` and see it `after`, in words.

    What is new has nothing `before`, and what was withdrawn nothing `after`; that fact need not be there any more.
    `key` is the key whose value changed; without one it is about the whole fact.
    """

    fact: FactRef
    key: str = ""
    before: ShownValue = ShownValue("")
    after: ShownValue = ShownValue("")


@frozen(kw_only=True)
class Update(Record):
    """A dated, published change."""

    KIND: ClassVar[Kind] = Kind.UPDATE
    date: datetime.date
    kind: UpdateKind
    text: Block
    affects: tuple[FactRef, ...] = ()
    changes: tuple[FactChange, ...] = ()
    authors: tuple[str, ...] = ()


class ParagraphEnd(StrEnum):
    """What ends a paragraph of a copy in plain text: a blank line, or the end of every line."""

    BLANK = "blank"
    LINES = "lines"


class Excerpts(StrEnum):
    """How much of each cited passage readers see: its first and last words, or the whole of it."""

    ENDS = "ends"
    WHOLE = "whole"


@frozen(kw_only=True)
class Source(Record):
    """A document that supports statements. What is not known of it is left out, and readers are told so.

    `short_name` is what leads its marks where a site has several sources. `licence` is that of its text, and
    `excerpts` how much of this readers see. `paragraphs` says of a copy in plain text whether its paragraphs end at
    blank lines or with every line.
    """

    KIND: ClassVar[Kind] = Kind.SOURCE
    title: str = ""
    short_name: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: Url | None = None
    archive_url: Url | None = None
    published: Date | None = None
    accessed: Date | None = None
    reckon_from: Date | None = None
    reckoned: str = ""
    language: LanguageTag | None = None
    kind: str = ""
    licence: str = ""
    excerpts: Excerpts | None = None
    paragraphs: ParagraphEnd | None = None

    @property
    def shows_whole(self) -> bool:
        """Whether readers see each cited passage whole."""
        return self.excerpts is Excerpts.WHOLE


# A match on facts ends in `assert_never`, so that a type added here and forgotten there fails the type checker.
Fact = Actor | Term | Event | Quote | Claim | Figure | Relation | Place | Image | Unknown | Update | Source
FACT_TYPES: tuple[type[Fact], ...] = get_args(Fact)
FACT_TYPE_OF: Mapping[Kind, type] = MappingProxyType({record.KIND: record for record in FACT_TYPES})
