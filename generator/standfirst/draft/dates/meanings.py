"""What words of time mean before it is known from where they count: "the next day", "Friday", "the third quarter"."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from standfirst.language.dates import StatedDate
from standfirst.model import TimeOfDay
from standfirst.model.frozen_class import frozen


class Grain(Enum):
    """How much time a date takes in."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Toward(Enum):
    """On which side of the day it counts from a date lies that its name alone leaves open."""

    LAST = "before it"
    THIS = "around it"
    NEXT = "behind it"


class Origin(Enum):
    """What is counted from: the day of publication, or the date that the text told last."""

    PUBLISHED = "the day of publication"
    TOLD = "the date told before"


@frozen
class Named:
    """A date by its parts; those that it leaves out come from where it stands. `toward` is what words say of that."""

    date: StatedDate
    toward: Toward | None = None
    origin: Origin = Origin.PUBLISHED


@frozen
class Period:
    """A season, quarter or half of a year by its number in EDTF: 21 to 24, 33 to 36, 40 and 41."""

    number: int
    year: int | None = None
    toward: Toward | None = None
    origin: Origin = Origin.PUBLISHED


@frozen
class Counted:
    """The time of a grain that comes so many after that of the origin; `is_open` where the tense says on which side.

    `is_ago` says that the words are "ago": of results "a year ago" is the same quarter of the year before.
    """

    grain: Grain
    count: int
    origin: Origin = Origin.PUBLISHED
    is_open: bool = False
    is_ago: bool = False


@frozen
class Among:
    """A date of which the year, or the week, is counted: "June 3 last year", "the first quarter of this year"."""

    what: Named | Period | Feast
    within: Counted


@frozen
class Feast:
    """A day that has a name: "Christmas Eve", "Easter"."""

    name: str
    year: int | None = None
    toward: Toward | None = None


@frozen
class Clock:
    """A time of day; None where only a part of it is named, such as "morning".

    `is_told` says that a part means the day that was told: "in the morning".
    """

    time: TimeOfDay | None = None
    is_told: bool = False


@frozen
class Timed:
    """A time, or a part, of a day that is named beside it."""

    day: Named | Counted | Among | Feast
    clock: Clock


@frozen
class WeekOf:
    """The week in which a day lies."""

    day: Named


@frozen
class Length:
    """A length of time, as ISO 8601 writes it."""

    value: str


@frozen
class Stretch:
    """From one date to another, which may leave parts to each other: "March 15–17"."""

    start: Named
    end: Named


DayMeaning: TypeAlias = Named | Counted | Among | Feast
Meaning: TypeAlias = Named | Period | Counted | Among | Feast | Clock | Timed | Length | Stretch | WeekOf


@frozen
class Find:
    """Words of time from one offset to another, and what they mean; `about` where they say that it is so roughly."""

    start: int
    end: int
    meaning: Meaning
    about: bool = False
