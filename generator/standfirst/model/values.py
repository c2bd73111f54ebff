"""What facts are made of: where a value was written, references, dates, numbers, addresses and coordinates."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Annotated, NamedTuple, NewType, get_args

from standfirst.model.frozen_class import frozen

# ---------------------------------------------------------------- where a value was written


class Origin(NamedTuple):
    """Where a value stands in the writer's files: a path as the writer would type it; line and column count from 1."""

    path: str
    line: int
    column: int


@frozen
class KeyOrigins:
    """Where the value of each key of a record was written, in the file of the record.

    `positions` are the line and the column of the first key's value, then those of the second, and so on: a large site
    has so many of them that an `Origin` for each would be a tenth of its facts in memory.
    """

    keys: tuple[str, ...] = ()
    positions: tuple[int, ...] = ()


@frozen(kw_only=True)
class Located:
    """Anything that is written as a mapping: where it begins, and where the value of each of its keys stands."""

    origin: Origin
    key_origins: KeyOrigins = field(default=KeyOrigins(), repr=False, compare=False)

    def origin_of(self, key: str) -> Origin:
        """Return where the value of a key was written, or where all of it begins if the key was left out."""
        written = self.key_origins
        if key not in written.keys:
            return self.origin
        at = 2 * written.keys.index(key)
        return Origin(self.origin.path, *written.positions[at : at + 2])


# ---------------------------------------------------------------- references


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
    IMAGE = "image"
    UNKNOWN = "unknown"
    UPDATE = "update"
    SOURCE = "source"

    # Enum's own is written in Python, and ids are looked up very often.
    __hash__ = str.__hash__

    @property
    def plural(self) -> str:
        """The key under which a facts file holds the records of this kind."""
        return f"{self.value}s"

    @property
    def with_article(self) -> str:
        """The kind with its indefinite article: `an actor`."""
        return f"an {self.value}" if self.value[0] in "aeiou" else f"a {self.value}"


Id = NewType("Id", str)


class FactId(NamedTuple):
    """What names one fact in the whole explainer."""

    kind: Kind
    id: Id

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.id}"


@frozen
class Reference:
    """A fact named by another value, and where it was named."""

    to: FactId
    origin: Origin


@frozen
class AllowedKinds:
    """The kinds that a reference may name, and the kind that an id alone means (None: it must be `kind:id`)."""

    kinds: tuple[Kind, ...]
    default: Kind | None


@frozen
class Bounds:
    """The least and the most that a whole number may be, so that no number in content makes a build endless."""

    least: int
    most: int


ActorRef = Annotated[Reference, AllowedKinds((Kind.ACTOR,), Kind.ACTOR)]
EventRef = Annotated[Reference, AllowedKinds((Kind.EVENT,), Kind.EVENT)]
ClaimRef = Annotated[Reference, AllowedKinds((Kind.CLAIM,), Kind.CLAIM)]
PlaceRef = Annotated[Reference, AllowedKinds((Kind.PLACE,), Kind.PLACE)]
ImageRef = Annotated[Reference, AllowedKinds((Kind.IMAGE,), Kind.IMAGE)]
VoiceRef = Annotated[Reference, AllowedKinds((Kind.ACTOR, Kind.SOURCE), Kind.ACTOR)]
FactRef = Annotated[Reference, AllowedKinds(tuple(Kind), None)]
# All sorts of reference, and the kinds that each of them allows.
REFERENCES: tuple[AllowedKinds, ...] = tuple(
    get_args(each)[1] for each in (ActorRef, EventRef, ClaimRef, PlaceRef, ImageRef, VoiceRef, FactRef)
)


# A value in the words in which readers saw it.
ShownValue = NewType("ShownValue", str)
VerbId = NewType("VerbId", str)


@frozen
class VerbRef:
    """A verb named by a relation, and where it was named."""

    to: VerbId
    origin: Origin


# ---------------------------------------------------------------- dates and numbers


class Precision(Enum):
    """How much of a date is stated. EDTF writes seasons as 21 (spring) to 24 (winter) in the place of the month."""

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


@frozen
class TimeOfDay:
    """A time by the clock; `zone` as it is written, `Z` or `+02:00`, or nothing where it is not said."""

    hour: int
    minute: int
    second: int | None = None
    zone: str = ""


@frozen
class CalendarDate:
    """One date as precisely as it is known: `2019-04-15`, `2019-04`, `2011`, `1984~`, `2019?`, `201X`.

    A day may have a time: `2019-04-15T14:30Z`.
    """

    precision: Precision
    earliest: Day
    latest: Day
    approximate: bool = False
    uncertain: bool = False
    time: TimeOfDay | None = None


class End(Enum):
    """An end of an interval that is not a date: `2014/..` still goes on; the end of `2014/` is not known."""

    OPEN = ".."
    UNKNOWN = ""


class Shape(Enum):
    """What an EDTF expression says about time."""

    DATE = "one date"
    SPAN = "lasted throughout"
    WITHIN = "happened once, some time within"


@frozen
class Date:
    """An EDTF expression (ISO 8601-2). Both ends of a DATE are the date itself."""

    text: str
    shape: Shape
    start: CalendarDate | End
    end: CalendarDate | End


# Seconds of UTC since the beginning of 1970.
Instant = NewType("Instant", int)
# Before and after whatever can be written.
BEFORE_ALL, AFTER_ALL = Instant(-(2**62)), Instant(2**62)


@frozen
class Moment:
    """A moment as it is written, a day or a time with its zone, and when that is: of a day, its beginning in UTC."""

    date: Date
    at: Instant

    def __str__(self) -> str:
        return self.date.text


class Qualifier(StrEnum):
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"
    MORE_THAN = "more-than"
    FEWER_THAN = "fewer-than"


@frozen
class Quantity:
    """A number, or a range of numbers with both ends in it; a single number has two equal ends."""

    low: Decimal
    high: Decimal


# ---------------------------------------------------------------- verbatim words, files, addresses, coordinates


Verbatim = NewType("Verbatim", str)
# The path of a file below images/, composed as those of all images are (NFC).
ImageName = NewType("ImageName", str)
Url = NewType("Url", str)
SiteUrl = NewType("SiteUrl", str)
Contact = NewType("Contact", str)
LanguageTag = NewType("LanguageTag", str)
Latitude = NewType("Latitude", float)
Longitude = NewType("Longitude", float)
