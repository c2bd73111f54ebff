"""The chronology for calendars: iCalendar (RFC 5545, with what RFC 7986 adds on calendars), in whole days.

A calendar knows days alone, so only an event whose first day is known stands on one: on all its days where the last is
known too, else on the first, with its date in words behind its title. Any other date (a month, a year, about a day,
some time between two) would be a false day: such an event is a journal entry, which stands on no day, and its date is
in words. Calendars that show no journal entries lose nothing but these, and the calendar's own description says so.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator
from functools import partial

from standfirst.model import CalendarDate, Date, Day, End, Event, Place, Precision, Shape
from standfirst.model.addresses import CALENDAR, CHRONOLOGY, Address, address_of, permalink
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import PlannedFile
from standfirst.outputs.content_lines import folded, text_value
from standfirst.present.planner import Planner

_PRODUCT = "-//Standfirst//Standfirst//EN"
_ONE_DAY = datetime.timedelta(days=1)


@frozen
class _KnownDays:
    """The first day of an event, and the last where that is known too."""

    first: datetime.date
    last: datetime.date | None


def calendar_files(planner: Planner) -> Iterator[PlannedFile]:
    """Yield the chronology as a calendar, unless there are no events."""
    if planner.site.all(Event):
        yield PlannedFile(CALENDAR, partial(_calendar, planner))


def _calendar(planner: Planner) -> bytes:
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        *_about(planner),
        *(line for event in planner.site.all(Event) for line in _component(event, planner)),
        "END:VCALENDAR",
    )
    return b"".join(map(folded, lines))


def _about(planner: Planner) -> Iterator[str]:
    """What the calendar is, and where it is fetched anew."""
    site, language = planner.site_view, f";LANGUAGE={planner.site_view.language}"
    address = permalink(site.base_url, Address(CHRONOLOGY))
    notes = sum(known_days(event.date) is None for event in planner.site.all(Event))
    described = [planner.presenter.naming.plain(planner.site.explainer.standfirst), _facts_as_of(planner)]
    if notes:
        told = planner.presenter.naming.ngettext(
            "Of %(count)s event no day is known: it is a note, which not every calendar shows.",
            "Of %(count)s events no day is known: they are notes, which not every calendar shows.",
            notes,
        )
        described.append(f"{told} {address}")
    yield f"NAME{language}:{text_value(planner.title)}"
    # What calendars read that are older than RFC 7986.
    yield f"X-WR-CALNAME:{text_value(planner.title)}"
    yield f"DESCRIPTION{language}:{text_value(_paragraphs(described))}"
    yield f"LAST-MODIFIED:{_revised(planner)}"
    yield f"URL:{address}"
    yield f"SOURCE;VALUE=URI:{site.base_url}{CALENDAR}"
    # What stood there on an earlier day stays as it is.
    if not planner.past:
        yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"


def _component(event: Event, planner: Planner) -> Iterator[str]:
    days = known_days(event.date)
    name = "VEVENT" if days else "VJOURNAL"
    address = permalink(planner.site_view.base_url, address_of(event))
    language, naming = f";LANGUAGE={planner.site_view.language}", planner.presenter.naming
    actors = [actor.text for actor in naming.links(event.actors)]
    yield f"BEGIN:{name}"
    # What RFC 7986 asks for: it tells nothing of a machine, and stays while the address does.
    yield f"UID:{uuid.uuid5(uuid.NAMESPACE_URL, address)}"
    yield f"DTSTAMP:{_revised(planner)}"
    yield from _days(days)
    yield f"SUMMARY{language}:{text_value(_title(event, days, planner))}"
    yield f"DESCRIPTION{language}:{text_value(_paragraphs(_description(event, planner)))}"
    yield f"URL:{address}"
    if actors:
        yield f"CATEGORIES{language}:{','.join(map(text_value, actors))}"
    if days:
        # Journal entries have no such status (RFC 5545, 3.8.1.11).
        if event.planned:
            yield "STATUS:TENTATIVE"
        yield from _place(event, planner)
        # Nobody is busy on a day on which something happened.
        yield "TRANSP:TRANSPARENT"
    yield f"END:{name}"


def _days(days: _KnownDays | None) -> Iterator[str]:
    """The days on which an event stands; the end is the day after the last (RFC 5545, 3.6.1)."""
    if days:
        yield f"DTSTART;VALUE=DATE:{_day(days.first)}"
        yield f"DTEND;VALUE=DATE:{_day((days.last or days.first) + _ONE_DAY)}"


def known_days(date: Date) -> _KnownDays | None:
    """Return the days of a date, or None where not even the first is known."""
    first, last = _known_day(date.start), _known_day(date.end)
    if first is None or date.shape is Shape.WITHIN:
        return None
    return _KnownDays(first, last)


def _known_day(end: CalendarDate | End) -> datetime.date | None:
    """A day that is stated, and is neither uncertain nor approximate; calendars have those of the years 1 to 9999."""
    if not isinstance(end, CalendarDate) or end.precision is not Precision.DAY or end.uncertain or end.approximate:
        return None
    # On the last of these days nothing could end.
    is_known = Day(datetime.MINYEAR, 1, 1) <= end.earliest < Day(datetime.MAXYEAR, 12, 31)
    return datetime.date(*end.earliest) if is_known else None


def _title(event: Event, days: _KnownDays | None, planner: Planner) -> str:
    title = event.title
    if event.planned:
        title = planner.say("Planned: %(title)s") % {"title": title}
    if days and days.last:
        return title
    words = {"title": title, "date": planner.presenter.naming.date(event.date).text}
    return planner.say("%(title)s (%(date)s)") % words


def _description(event: Event, planner: Planner) -> Iterator[str]:
    """What is known of an event, a paragraph each: its date in words, its text, who says so, and what that rests on."""
    naming, say = planner.presenter.naming, planner.say
    yield naming.date(event.date).text
    if event.text:
        yield naming.plain(event.text)
    if event.according_to:
        names = [naming.voice(each).text for each in event.according_to]
        yield f"{say('According to')} {naming.join_with_and(names)}"
    if event.reckoned:
        yield f"{say('How we date this:')} {event.reckoned}"
    if event.uncited:
        yield f"{say('Without a source:')} {event.uncited}"
    yield _facts_as_of(planner)


def _facts_as_of(planner: Planner) -> str:
    return planner.say("Facts as of %(date)s") % {"date": planner.site_view.facts_as_of.text}


def _place(event: Event, planner: Planner) -> Iterator[str]:
    if event.place:
        place = planner.site.get(Place, event.place)
        yield f"LOCATION;LANGUAGE={planner.site_view.language}:{text_value(place.name)}"
        if place.position:
            yield f"GEO:{place.position.lat:.6f};{place.position.lon:.6f}"


def _revised(planner: Planner) -> str:
    """When what the calendar says was last revised, which no clock tells: a day stands for its first moment in UTC."""
    day = (planner.site_view.updated or planner.site_view.published).machine
    return f"{day.replace('-', '')}T000000Z"


# ---------------------------------------------------------------- how it is written


def _day(day: datetime.date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n".join(texts)
