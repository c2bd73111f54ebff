"""What readers can narrow the chronology and the glossary by, and that each choice has something to show."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement

from standfirst.pages.chronology import ChronologyView, YearView, periods_of
from standfirst.pages.glossary import GlossaryView
from standfirst.present.list_filters import Choice
from tests.explainers import content, made, pages_of, planner, read_site

ACTORS = """
actors:
  zoe: {name: Zoé, kind: person, aliases: [Z], native_name: {text: زوي, lang: ar}, summary: s, uncited: x}
  eve: {name: Éve, kind: person, summary: s, uncited: x}
  fay: {name: Fay, kind: person, summary: s, uncited: x}
  nobody: {name: Nobody, kind: state, summary: s, uncited: x}
terms:
  term: {name: Term, summary: s, uncited: x}
events:
"""


def event(number: int, date: object, actors: str = "") -> str:
    return f"  e{number}: {{date: '{date}', title: E{number}, actors: [{actors}], uncited: x}}\n"


def events(*dates: object) -> str:
    """Return events with Zoé and every other one with Éve and Fay in turn."""
    who = ("zoe, eve", "zoe", "fay, zoe", "zoe")
    return "".join(event(number, date, who[number % 4]) for number, date in enumerate(dates))


def chronology(facts: str, *, language: str = "en") -> ChronologyView:
    pages = {page.route: page.view for page in pages_of(planner(content(ACTORS + facts, language=language)))}
    found = pages["chronology.html"]
    assert isinstance(found, ChronologyView)
    return found


def offered(found: ChronologyView | YearView | GlossaryView) -> dict[str, list[str]]:
    """Return the values of each choice by its name."""
    choices: tuple[Choice, ...] = found.list_filter.choices if found.list_filter else ()
    return {choice.name: [option.value for option in choice.options] for choice in choices}


# ---------------------------------------------------------------- periods


def test_few_years_are_listed_one_by_one_and_many_by_decade_or_century() -> None:
    assert periods_of([-43, 987, 2019]) == ("-0043", "0987", "2019")
    assert set(periods_of(range(1981, 2002))) == {"198X", "199X", "200X"}
    assert set(periods_of(range(1500, 2000, 10))) == {"15XX", "16XX", "17XX", "18XX", "19XX"}


@given(st.sets(st.integers(0, 9999), min_size=1).map(sorted))
def test_every_year_lies_in_its_period_and_periods_follow_each_other(years: list[int]) -> None:
    periods = periods_of(years)
    assert len(periods) == len(years)
    assert list(periods) == sorted(periods)
    for year, period in zip(years, periods, strict=True):
        assert f"{year:04}".startswith(period.rstrip("X"))


def test_the_links_to_many_years_are_decades_that_lead_to_their_first_year() -> None:
    found = chronology(events(*range(1985, 2008)))
    assert [(period.label, period.anchor) for period in found.periods] == [
        ("the 1980s", "year_1985"),
        ("the 1990s", "year_1990"),
        ("the 2000s", "year_2000"),
    ]
    assert len(found.years) == 23


# ---------------------------------------------------------------- who and when


def test_those_who_take_part_are_listed_by_name_and_nobody_else() -> None:
    found = chronology(events(*[2019] * 6))
    assert [(link.text, link.address.route) for link in found.actors] == [
        ("Éve", "actors/eve.html"),
        ("Fay", "actors/fay.html"),
        ("Zoé", "actors/zoe.html"),
    ]


def test_a_chronology_is_narrowed_by_those_who_take_part_and_by_its_periods() -> None:
    assert offered(chronology(events(2011, 2011, 2014, 2014, 2019))) == {
        "actor": ["eve", "fay", "zoe"],
        "period": ["2011", "2014", "2019"],
    }


def test_each_choice_and_each_option_has_its_name() -> None:
    glossary = {page.route: page.view for page in pages_of(planner(content(ACTORS + events(2019))))}["glossary.html"]
    assert isinstance(glossary, GlossaryView)
    told = [
        (choice.label, choice.any_value, [option.text for option in choice.options])
        for found in (chronology(events(2011, 2011, 2014, 2014, 2019)), glossary)
        for choice in (found.list_filter.choices if found.list_filter else ())
    ]
    assert told == [
        ("Who", "Everyone", ["Éve", "Fay", "Zoé"]),
        ("When", "At any time", ["2011", "2014", "2019"]),
        ("Kind", "Any kind", ["Person", "State", "Term"]),
    ]


def test_what_would_leave_no_choice_is_not_offered() -> None:
    assert offered(chronology(events(*[2019] * 6))) == {"actor": ["eve", "fay", "zoe"]}
    alone = "".join(event(number, 2010 + number, "zoe") for number in range(6))
    assert list(offered(chronology(alone))) == ["period"]
    assert chronology("".join(event(number, 2019, "zoe") for number in range(6))).list_filter is None


def test_a_list_that_is_seen_at_a_glance_is_not_narrowed() -> None:
    assert chronology(events(2011, 2014, 2016, 2019)).list_filter is None
    assert chronology(events(2011, 2014, 2016, 2019, 2020)).list_filter is not None


def test_a_page_of_a_year_is_narrowed_by_those_who_take_part_in_that_year() -> None:
    facts = ACTORS + events(*[2018] * 200) + "".join(event(200 + number, 2019, "eve, fay") for number in range(5))
    pages = {page.route: page.view for page in pages_of(planner(content(facts)))}
    year = pages["chronology/2019.html"]
    assert isinstance(year, YearView)
    assert offered(year) == {"actor": ["eve", "fay"]}


def test_a_glossary_is_narrowed_by_the_kinds_that_there_are_and_by_name() -> None:
    pages = {page.route: page.view for page in pages_of(planner(content(ACTORS + events(2019))))}
    found = pages["glossary.html"]
    assert isinstance(found, GlossaryView)
    assert offered(found) == {"kind": ["person", "state", "term"]}
    assert found.list_filter
    assert found.list_filter.by_name
    entry = lxml.html.fromstring(made(content(ACTORS + events(2019)))["glossary.html"]).get_element_by_id("actor-zoe")
    assert entry.get("data-name") == "Zoé; Z; زوي"


# ---------------------------------------------------------------- what the script reads


def values_of(entry: HtmlElement, name: str) -> list[str]:
    """Return what an entry, or what holds it, says that it can be chosen by."""
    (holder,) = entry.xpath(f"ancestor-or-self::*[@data-{name}][1]")
    return str(holder.get(f"data-{name}")).split()


@pytest.mark.parametrize("site", ["arabic", "full", "several-sources"])
def test_every_option_has_an_entry_and_every_value_of_an_entry_has_its_option(site: str) -> None:
    pages = made(read_site(site))
    for route in ("chronology.html", "glossary.html"):
        page = lxml.html.fromstring(pages[route])
        (form,) = page.xpath("//form")
        entries = page.find_class(form.get("data-entries"))
        assert form.xpath("string(.//*[@class='shown'])") == str(len(entries))
        for select in form.xpath(".//select"):
            options = [value for value in select.xpath("option/@value") if value]
            said = {value for entry in entries for value in values_of(entry, select.get("name"))}
            assert set(options) == said
