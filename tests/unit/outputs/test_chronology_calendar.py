"""The chronology as a calendar: what other programs read in it, and that no event stands on a false day."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language import dates
from standfirst.model import Date, Drafts, Shape
from standfirst.outputs.chronology_calendar import known_days
from standfirst.outputs.content_lines import folded, text_value
from tests.drawn_values import DATES
from tests.explainers import content, made, read_site

ROUTE = "chronology.ics"


def read(files: Mapping[str, str]) -> icalendar.Calendar:
    (calendar,) = icalendar.Calendar.from_ical(files[ROUTE], multiple=True)
    assert isinstance(calendar, icalendar.Calendar)
    return calendar


@functools.cache
def full() -> icalendar.Calendar:
    return read(made(read_site("full")))


def component(calendar: icalendar.Calendar, summary: str) -> icalendar.Component:
    (found,) = (each for each in calendar.subcomponents if str(each["SUMMARY"]).startswith(summary))
    return found


def of_event(written: str) -> icalendar.Component:
    """What the calendar has of an event on a date."""
    (found,) = read(made(content(f"events:\n  a: {{date: '{written}', title: It, uncited: x}}\n"))).subcomponents
    return found


@pytest.mark.parametrize(
    ("date", "start", "end", "summary"),
    [
        ("2019-04-15", (2019, 4, 15), (2019, 4, 16), "It"),
        ("2019-04-15T23:30Z", (2019, 4, 15), (2019, 4, 16), "It"),
        ("2019-04-28/2019-05-02", (2019, 4, 28), (2019, 5, 3), "It"),
        ("2019-04-15/..", (2019, 4, 15), (2019, 4, 16), "It (since 15 April 2019)"),
        ("2019-04-15/2019-06", (2019, 4, 15), (2019, 4, 16), "It (15 April 2019 to June 2019)"),
    ],
)
def test_an_event_stands_on_the_days_that_are_known(
    date: str, start: tuple[int, int, int], end: tuple[int, int, int], summary: str
) -> None:
    event = of_event(date)
    assert event.name == "VEVENT"
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (datetime.date(*start), datetime.date(*end))
    assert event["DTSTART"].params == {"VALUE": "DATE"}
    assert event["SUMMARY"] == summary


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2019-04", "April 2019"),
        ("2019-04-15~", "around 15 April 2019"),
        ("2019-04-15?", "perhaps 15 April 2019"),
        ("[2019-04-15..2019-04-17]", "some time between 15 April 2019 and 17 April 2019"),
        ("2019-04/2019-06-01", "April 2019 to 1 June 2019"),
        ("../2019-04-15", "until 15 April 2019"),
        ("-0043-03-15", "15 March 44 BC"),
        ("9999-12-31", "31 December 9999"),
    ],
)
def test_an_event_of_which_no_day_is_known_is_a_note_with_its_date_in_words(date: str, words: str) -> None:
    note = of_event(date)
    assert note.name == "VJOURNAL"
    assert not {"DTSTART", "DTEND", "LOCATION"} & set(note)
    assert note["SUMMARY"] == f"It ({words})"
    assert str(note["DESCRIPTION"]).startswith(words)


@given(DATES)
def test_no_day_is_false(date: Date) -> None:
    days = known_days(date)
    if days:
        assert date.shape is not Shape.WITHIN
        assert not set("~?%X") & set(date.text.split("/")[0])
        assert (days.first, days.last or days.first) == (
            datetime.date(*dates.earliest_day(date) or (1, 1, 1)),
            datetime.date(*dates.latest_day(date) or (1, 1, 1)) if days.last else days.first,
        )


def test_every_event_of_the_chronology_is_in_the_calendar_in_its_order_and_leads_there() -> None:
    addresses = [str(each["URL"]) for each in full().subcomponents]
    at = "https://example.org/ferry/chronology.html#"
    assert addresses[:2] == [f"{at}built", f"{at}closed"]
    assert len(addresses) == len({str(each["UID"]) for each in full().subcomponents}) == 6
    boat = component(full(), "The last boat")
    assert boat["SUMMARY"].params == {"LANGUAGE": "en"}
    assert isinstance(boat, icalendar.Event)
    assert boat.categories == ["Tom Reed", "Arle Steam Company", "The crew"]


def test_days_of_revision_are_those_of_the_explainer_and_no_clock_s() -> None:
    assert {each.decoded("DTSTAMP") for each in full().subcomponents} == {
        datetime.datetime(2025, 3, 14, tzinfo=datetime.UTC)
    }


def test_ids_stay_while_address_and_id_do_and_no_two_sites_share_one() -> None:
    facts = "events:\n  a: {date: 2019-04-15, title: It, uncited: x}\n"
    changed = facts.replace("It", "Something else").replace("2019", "2020")
    (first,), (second,) = (read(made(content(each))).subcomponents for each in (facts, changed))
    (elsewhere,) = read(made(content(facts), base_url="https://example.com/b/")).subcomponents
    assert first["UID"] == second["UID"] != elsewhere["UID"]


def test_the_calendar_says_how_many_events_stand_on_no_day_and_where_it_is_fetched_anew() -> None:
    calendar = read(made(content("events:\n  a: {date: 2019, title: It, uncited: x}\n")))
    assert "Of 1 event no day is known: it is a note" in str(calendar["DESCRIPTION"])
    assert str(calendar["SOURCE"]) == "https://example.org/chronology.ics"
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "What happened?"


def test_a_site_without_events_has_no_calendar_and_a_draft_is_in_none() -> None:
    assert ROUTE not in made(content())
    facts = "events:\n  a: {date: 2019, title: It, uncited: x, draft: true}\n"
    assert ROUTE not in made(content(facts))
    assert ROUTE in made(content(facts), drafts=Drafts.SHOW)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_title_is_read_as_it_was_from_lines_that_are_short_and_whole(title: str) -> None:
    title = " ".join(title.split())
    shown = "".join(sign for sign in title if sign >= " " and sign != "\x7f")
    if not shown.strip():
        return
    line = folded(f"SUMMARY:{text_value(title)}")
    for part in line.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(part) <= 75
        part.decode()
    event = b"BEGIN:VEVENT\r\n" + line + b"END:VEVENT\r\n"
    assert icalendar.Event.from_ical(event)["SUMMARY"] == shown
