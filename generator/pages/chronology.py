"""All events in order; a long chronology is an overview of one line an event, and a page for each year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.addresses import CHRONOLOGY, year_page
from generator.model import Event
from generator.pages.page import Page, PageView, Planner
from generator.views import Address, EventView, Link

# From here on the whole chronology on one page would be too much to read or to load.
LONGEST_WHOLE = 200


@dataclass(frozen=True, slots=True)
class Year:
    """The events that the chronology files under one year, in order; `page`: where they stand in full, if not here."""

    label: str
    anchor: str
    events: tuple[EventView, ...]
    page: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyView(PageView):
    """`whole`: events stand here in full; otherwise in one line each."""

    years: tuple[Year, ...]
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView(PageView):
    """The events of one year in full, between the years before and after it."""

    year: Year
    previous: Link | None
    next: Link | None


def plan(planner: Planner) -> Iterator[Page]:
    """The chronology, and its years where it is long."""
    site = planner.site
    events = planner.presenter.views(EventView, site.all(Event))
    whole = len(events) <= LONGEST_WHOLE
    years = tuple(_years(events, planner, whole=whole))
    say = planner.say
    view = ChronologyView(
        **planner.shared("chronology", CHRONOLOGY, say("Chronology"), say("What happened, in order.")),
        years=years,
        whole=whole,
    )
    yield Page(CHRONOLOGY, "pages/chronology.html", view)
    if not whole:
        yield from _year_pages(years, planner)


def _years(events: tuple[EventView, ...], planner: Planner, *, whole: bool) -> Iterator[Year]:
    for year, group in groupby(events, key=lambda event: event.year):
        label = planner.presenter.naming.year(year)
        page = None if whole else Link(label, Address(year_page(year)))
        yield Year(label, f"year_{year}", tuple(group), page)


def _year_pages(years: tuple[Year, ...], planner: Planner) -> Iterator[Page]:
    pages = [year.page for year in years if year.page]
    for number, (year, page) in enumerate(zip(years, pages, strict=True)):
        title = planner.say("Chronology: %(year)s") % {"year": year.label}
        description = planner.say("What happened in %(year)s, in order.") % {"year": year.label}
        view = YearView(
            **planner.shared("year", page.address.route, title, description, planner.link(CHRONOLOGY)),
            year=year,
            previous=pages[number - 1] if number else None,
            next=pages[number + 1] if number + 1 < len(pages) else None,
        )
        yield Page(page.address.route, "pages/year.html", view)
