"""The domain types: what a writer's files say, once they are decoded. This module imports nothing of ours.

The fields of a record are also its format: `records.py` reads it by their types, and describes it by them to editors.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Annotated, ClassVar, NamedTuple, NewType

# ---------------------------------------------------------------- where a value was written


class Origin(NamedTuple):
    """Where a value stands in the writer's files: a path as the writer would type it; line and column count from 1."""

    path: str
    line: int
    column: int


# ---------------------------------------------------------------- naming facts


class Kind(StrEnum):
    """The sort of record a fact is; the value is the word used in `kind:id`."""

    ACTOR = "actor"
    TERM = "term"
    EVENT = "event"
    QUOTE = "quote"
    CLAIM = "claim"
    FIGURE = "figure"
    RELATION = "relation"
    PLACE = "place"
    UNKNOWN = "unknown"
    UPDATE = "update"
    SOURCE = "source"

    @property
    def plural(self) -> str:
        """The key under which a facts file holds the records of this kind."""
        return f"{self.value}s"


Id = NewType("Id", str)


class FactId(NamedTuple):
    """What names one fact in the whole explainer."""

    kind: Kind
    id: Id

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.id}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A fact named by another value, and where it was named."""

    to: FactId
    origin: Origin


@dataclass(frozen=True, slots=True)
class Names:
    """Which kinds a reference may name, and which kind a bare id means (None: it must be written `kind:id`)."""

    kinds: tuple[Kind, ...]
    bare: Kind | None


ActorRef = Annotated[Reference, Names((Kind.ACTOR,), Kind.ACTOR)]
EventRef = Annotated[Reference, Names((Kind.EVENT,), Kind.EVENT)]
ClaimRef = Annotated[Reference, Names((Kind.CLAIM,), Kind.CLAIM)]
PlaceRef = Annotated[Reference, Names((Kind.PLACE,), Kind.PLACE)]
VoiceRef = Annotated[Reference, Names((Kind.ACTOR, Kind.SOURCE), Kind.ACTOR)]
FactRef = Annotated[Reference, Names(tuple(Kind), None)]


# ---------------------------------------------------------------- dates and numbers


class Precision(Enum):
    """How much of a date is stated. Seasons are EDTF's 21 (spring) to 24 (winter) in the place of the month."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; years before 1 are astronomical (0 is 1 BCE), as in ISO 8601-2."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """One date as precisely as it is known: `2019-04-15`, `2019-04`, `2011`, `1984~`, `2019?`, `201X`."""

    precision: Precision
    earliest: Day
    latest: Day
    approximate: bool = False
    uncertain: bool = False


class End(Enum):
    """An end of an interval that is not a date: `2014/..` goes on, of `2014/` the end is not known."""

    OPEN = ".."
    UNKNOWN = ""


class Shape(Enum):
    """What an EDTF expression says about time."""

    DATE = "one date"
    SPAN = "lasted throughout"
    WITHIN = "happened once, some time within"


@dataclass(frozen=True, slots=True)
class Date:
    """An EDTF expression (ISO 8601-2). Of a DATE both ends are the date itself."""

    text: str
    shape: Shape
    start: CalendarDate | End
    end: CalendarDate | End


class Qualifier(StrEnum):
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"
    MORE_THAN = "more-than"
    FEWER_THAN = "fewer-than"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, or a range of numbers with both ends in it; a single number has two equal ends."""

    low: Decimal
    high: Decimal


# ---------------------------------------------------------------- citations and prose


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source's wording, named by its own words: the whole of it, or first and last words and `…`."""

    words: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Citation:
    """The link from a statement to a source and the passages of it that the statement rests on."""

    source: Reference
    passages: tuple[Passage, ...]


class Form(Enum):
    """How Markdown is read: one run of text, or blocks."""

    INLINE = "inline"
    BLOCK = "block"


class Picture(StrEnum):
    """The pictures that prose sets with `![](NAME:)`."""

    CHRONOLOGY = "chronology"
    RELATIONS = "relations"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact referred to in prose. `text` is the writer's link text, `before` the words that lead up to it."""

    reference: Reference
    text: str
    before: str
    embeds: bool


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown, and what `prose.references` found in it; `links` are those to pages of the site, by their address.

    `written` is the text as it stands in its file, from its origin on: indented, quoted, escaped.
    """

    markdown: str
    form: Form
    origin: Origin
    mentions: tuple[Mention, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[tuple[str, Origin], ...] = ()
    images: tuple[tuple[str, Origin], ...] = ()
    pictures: tuple[Picture, ...] = ()
    written: str = field(default="", repr=False, compare=False)


Inline = Annotated[Prose, Form.INLINE]
Block = Annotated[Prose, Form.BLOCK]

# ---------------------------------------------------------------- the kinds of fact

Url = NewType("Url", str)
SiteUrl = NewType("SiteUrl", str)
LanguageTag = NewType("LanguageTag", str)
Latitude = NewType("Latitude", float)
Longitude = NewType("Longitude", float)


@dataclass(frozen=True, slots=True)
class Keys:
    """Where the value of each key of a record was written."""

    origins: tuple[tuple[str, Origin], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What is written as a mapping: where it begins, and where the value of each of its keys stands."""

    origin: Origin
    keys: Keys = field(default=Keys(), repr=False, compare=False)

    def origin_of(self, key: str) -> Origin:
        """Return where the value of a key was written, or where all of it begins if the key was left out."""
        return dict(self.keys.origins).get(key, self.origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Written):
    """What every record has."""

    KIND: ClassVar[Kind]
    id: Id
    draft: bool = False
    former_ids: tuple[Id, ...] = ()

    @property
    def fact_id(self) -> FactId:
        return FactId(self.KIND, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing(Fact):
    """A fact that may rest on passages of sources, or say why it rests on none."""

    MUST_CITE: ClassVar[bool] = True
    cite: tuple[Citation, ...] = ()
    uncited: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True)
class NativeName:
    """A name as its bearers write it; `lang` is a BCP 47 tag."""

    text: str
    lang: LanguageTag


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Citing):
    """A person, body or group that takes part; `summary` is the glossary entry, `aliases` what prose may call it."""

    KIND: ClassVar[Kind] = Kind.ACTOR
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    native_name: NativeName | None = None
    role: str = ""
    summary: Inline
    text: Block | None = None
    same_as: tuple[Url, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Citing):
    """A glossary entry that is not an actor."""

    KIND: ClassVar[Kind] = Kind.TERM
    name: str
    aliases: tuple[str, ...] = ()
    summary: Inline
    text: Block | None = None


class Weight(StrEnum):
    NORMAL = "normal"
    KEY = "key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Dated):
    """A dated occurrence."""

    KIND: ClassVar[Kind] = Kind.EVENT
    date: Date
    title: str
    text: Block | None = None
    actors: tuple[ActorRef, ...] = ()
    place: PlaceRef | None = None
    weight: Weight = Weight.NORMAL
    according_to: tuple[VoiceRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Dated):
    """Words someone spoke, verbatim; `relaying` is the actor whose words or thoughts the speaker reports."""

    KIND: ClassVar[Kind] = Kind.QUOTE
    speaker: ActorRef
    words: str
    date: Date | None = None
    event: EventRef | None = None
    to: tuple[ActorRef, ...] = ()
    where: str = ""
    relaying: ActorRef | None = None
    text: Block | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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
        """Where it lies, if that is known; resolving makes sure that neither coordinate stands alone."""
        return None if self.lat is None or self.lon is None else Position(self.lon, self.lat)


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Update(Fact):
    """A dated, published change."""

    KIND: ClassVar[Kind] = Kind.UPDATE
    date: datetime.date
    kind: UpdateKind
    text: Block
    affects: tuple[FactRef, ...] = ()
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Fact):
    """A document that supports statements. What is not known of it is left out, and readers are told so."""

    KIND: ClassVar[Kind] = Kind.SOURCE
    title: str = ""
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


FACT_TYPES: tuple[type[Fact], ...] = (
    Actor, Term, Event, Quote, Claim, Figure, Relation, Place, Unknown, Update, Source,
)  # fmt: skip

# ---------------------------------------------------------------- what maps are drawn over


class Position(NamedTuple):
    """A point of the earth, in WGS 84 degrees; in the order of GeoJSON."""

    lon: float
    lat: float


class Extent(NamedTuple):
    """What lies between two meridians and two parallels; east of 180° where it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float


Ring = tuple[Position, ...]
Polygon = tuple[Ring, ...]


class AreaKind(StrEnum):
    LAND = "land"
    LAKE = "lake"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Land or a lake. Rings end where they begin; the first of a polygon is its outline, the others are holes.

    `code` is the country's in ISO 3166-1 (`LY`), empty where it has none; `name` is for those who read the file.
    """

    kind: AreaKind
    code: str = ""
    name: str = ""
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basemap:
    """`basemap.geojson`: the outlines within some extents; beyond them nothing is known. `source` is told to readers.

    `remarks` are what else its file says of itself.
    """

    source: str
    extents: tuple[Extent, ...]
    areas: tuple[Area, ...]
    remarks: tuple[tuple[str, str], ...] = ()


# ---------------------------------------------------------------- the explainer


class Stance(StrEnum):
    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


VerbId = NewType("VerbId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A word of the vocabulary of relations, read from subject to object and, inverse, from object to subject."""

    id: VerbId
    label: str
    inverse: str
    stance: Stance = Stance.NEUTRAL


@dataclass(frozen=True, slots=True)
class VerbRef:
    """A verb named by a relation, and where it was named."""

    to: VerbId
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Explainer(Written):
    """`site.yaml`: what the explainer is."""

    title: str
    standfirst: Inline
    language: LanguageTag
    base_url: SiteUrl
    published: datetime.date
    updated: datetime.date | None = None
    facts_as_of: Date
    key_points: tuple[Inline, ...] = ()
    how_we_know: Block | None = None
    licence: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    contact: str = ""
    verbs: tuple[Verb, ...] = ()
    copied_words: int = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter(Written):
    """The head of a section's file; without `id` the file name gives it."""

    title: str
    id: Id | None = None
    autolink: bool = True
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Written):
    """An ordered part of the explainer's prose."""

    id: Id
    title: str
    autolink: bool = True
    draft: bool = False
    body: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that a content folder says, decoded but not yet joined up; facts in order of path and line."""

    explainer: Explainer
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    basemap: Basemap | None = None
