"""What a timeline shows: which events it names, which it only counts, and in which periods they lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from standfirst.language import dates
from standfirst.language.dates import filed_under
from standfirst.model import Date, Day, Event, FactId, Weight
from standfirst.model.addresses import Address, address_of
from standfirst.model.frozen_class import frozen
from standfirst.pictures.known_time import known_by
from standfirst.pictures.periods import TimelinePeriod, period_of, timeline_periods
from standfirst.pictures.time_scale import day_number


@frozen
class TimelineFrame:
    """A column that a timeline is drawn for, in units of the picture, and how much may be said in it.

    Letters are of some `size`, those on the scale `small`. In the `gutter` lines lead from signs to their labels. Bars
    share room as wide as `lanes`, if they need that much.
    """

    width: int
    size: int
    small: int
    leading: int
    gutter: int
    lanes: int
    most_named: int
    most_lines: int


NARROW = TimelineFrame(width=320, size=13, small=12, leading=17, gutter=18, lanes=60, most_named=24, most_lines=5)
WIDE = TimelineFrame(width=600, size=14, small=13, leading=18, gutter=34, lanes=120, most_named=24, most_lines=3)


class TimelineEvent(NamedTuple):
    """What a timeline shows of an event, and where readers find it."""

    fact: FactId
    address: Address
    date: Date
    title: str
    weight: Weight
    is_planned: bool = False

    def known_by(self, as_of: Day | None) -> Date:
        """Return its date as far as it is known; what is planned is known of what is still to come."""
        return self.date if self.is_planned else known_by(self.date, as_of)


def timeline_events(events: Iterable[Event]) -> tuple[TimelineEvent, ...]:
    """Return what a timeline shows of events, in their order."""
    return tuple(
        TimelineEvent(event.fact_id, address_of(event), event.date, event.title, event.weight, event.planned)
        for event in events
    )


@frozen
class NamedEvent:
    """An event to name: its date in words, the day by which it is filed, and the period in which that lies."""

    event: TimelineEvent
    date_text: str
    day: Day
    period: int


@frozen
class TimelineContent:
    """What a timeline shows: of the `further` events, only where they are filed; facts are told `as_of` a day."""

    frame: TimelineFrame
    as_of: Day | None
    periods: tuple[TimelinePeriod, ...]
    named: tuple[NamedEvent, ...]
    further: tuple[Day, ...]


def timeline_content(
    events: Sequence[TimelineEvent], language: str, frame: TimelineFrame, as_of: Day | None
) -> TimelineContent:
    """Return what a timeline shows of events, of which there is one at least, in their order."""
    parts = timeline_periods([event.known_by(as_of) for event in events], language)
    named = events_to_name(events, frame)
    names = frozenset(event.fact for event in named)
    days = [filed_under(event.date).earliest for event in named]
    found = (
        NamedEvent(event, dates.say(event.date, language), day, period_of(day_number(day), parts))
        for event, day in zip(named, days, strict=True)
    )
    further = (filed_under(event.date).earliest for event in events if event.fact not in names)
    return TimelineContent(frame, as_of, parts, tuple(found), tuple(further))


def events_to_name(events: Sequence[TimelineEvent], frame: TimelineFrame) -> tuple[TimelineEvent, ...]:
    """Return the events that are named: all if they are few, else those that are key, or some of these all through."""
    if len(events) <= frame.most_named:
        return tuple(events)
    candidates = [event for event in events if event.weight is Weight.KEY] or events
    most = min(frame.most_named, len(candidates))
    return tuple(candidates[place * (len(candidates) - 1) // max(1, most - 1)] for place in range(most))
