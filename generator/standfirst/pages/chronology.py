"""All events in order; a long chronology is an overview of one line an event, and a page for each year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from standfirst.language import dates
from standfirst.language.collation import alphabet
from standfirst.model import Event, Id
from standfirst.model.addresses import CHRONOLOGY, Address, year_page
from standfirst.model.frozen_class import frozen
from standfirst.present.list_filters import Choice, ListFilter, Option, list_filter
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import EventView, Link

# From here on the whole chronology on one page would be too much to read or to load.
LONGEST_WHOLE = 200
# As many links as a phone shows in three or four lines.
_MOST_PERIODS = 20


@frozen
class Year:
    """The events of one year of the chronology, in order, and the value of the period that lists the year.

    `page` is where the events stand in full, if not here.
    """

    label: str
    anchor: str
    period: str
    events: tuple[EventView, ...]
    page: Link | None


@frozen
class ChronologyPeriod:
    """A year, or where there are many years a decade or a century; `anchor` is that of its first year with events.

    `value` is the period in EDTF: `2019`, `201X`, `20XX`.
    """

    value: str
    label: str
    anchor: str


@frozen(kw_only=True)
class ChronologyView(PageView):
    """Where it `is_whole` events stand here in full, otherwise in one line each; `actors` are all who take part."""

    periods: tuple[ChronologyPeriod, ...]
    actors: tuple[Link, ...]
    years: tuple[Year, ...]
    is_whole: bool
    list_filter: ListFilter | None


@frozen(kw_only=True)
class YearView(PageView):
    """The events of one year in full, between the years before and after it."""

    year: Year
    previous: Link | None
    next: Link | None
    list_filter: ListFilter | None


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the chronology, and where it is long a page for each year."""
    events = planner.site.all(Event)
    yield PlannedPage(CHRONOLOGY, "pages/chronology.html", partial(_view, planner, events))
    if not _is_whole(events):
        by_year = {
            year: tuple(group) for year, group in groupby(events, key=lambda event: dates.first_year(event.date))
        }
        years = tuple(zip(by_year, periods_of(tuple(by_year)), strict=True))
        for number, (year, members) in enumerate(by_year.items()):
            yield PlannedPage(year_page(year), "pages/year.html", partial(_year_view, planner, years, number, members))


def _is_whole(events: Sequence[Event]) -> bool:
    return len(events) <= LONGEST_WHOLE


def _view(planner: Planner, facts: Sequence[Event]) -> ChronologyView:
    events = planner.presenter.views(EventView, facts)
    is_whole = _is_whole(facts)
    years = tuple(_years(events, planner, is_whole=is_whole))
    periods = tuple(_periods(years, planner))
    actors = _taking_part(events, planner)
    say = planner.say
    return ChronologyView(
        **planner.page_fields("chronology", CHRONOLOGY, say("Chronology"), say("What happened, in order.")),
        periods=periods,
        actors=tuple(actors.values()),
        years=years,
        is_whole=is_whole,
        list_filter=list_filter((_who(actors, planner), _when(periods, planner)), len(events), planner),
    )


def periods_of(years: Sequence[int]) -> tuple[str, ...]:
    """Return for each year the period by which it is listed, in EDTF; a year before 0 is a period by itself."""
    for unsaid in (0, 1):
        periods = tuple(_without_last_digits(year, unsaid) for year in years)
        if len(set(periods)) <= _MOST_PERIODS:
            return periods
    return tuple(_without_last_digits(year, 2) for year in years)


def _without_last_digits(year: int, unsaid: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"[: 4 - unsaid] + "X" * unsaid


def _years(events: tuple[EventView, ...], planner: Planner, *, is_whole: bool) -> Iterator[Year]:
    by_year = {year: tuple(group) for year, group in groupby(events, key=lambda event: event.year)}
    for (year, group), period in zip(by_year.items(), periods_of(tuple(by_year)), strict=True):
        page = None if is_whole else _link_to(year, planner)
        yield Year(planner.presenter.naming.year(year), f"year_{year}", period, group, page)


def _link_to(year: int, planner: Planner) -> Link:
    return Link(planner.presenter.naming.year(year), Address(year_page(year)))


def _periods(years: Iterable[Year], planner: Planner) -> Iterator[ChronologyPeriod]:
    for value, group in groupby(years, key=lambda year: year.period):
        label = planner.presenter.naming.date(dates.parse(value)).text
        yield ChronologyPeriod(value, label, next(group).anchor)


def _taking_part(events: Iterable[EventView], planner: Planner) -> dict[Id, Link]:
    """Return everyone who takes part in events, sorted by name."""
    letters = alphabet(planner.site.explainer.language)
    found = {actor: link for event in events for actor, link in zip(event.actor_ids, event.actors, strict=True)}
    return dict(sorted(found.items(), key=lambda item: (letters.order(item[1].text), item[0])))


def _who(actors: dict[Id, Link], planner: Planner) -> Choice:
    options = tuple(Option(actor, link.text) for actor, link in actors.items())
    return Choice("actor", planner.say("Who"), planner.say("Everyone"), options)


def _when(periods: Iterable[ChronologyPeriod], planner: Planner) -> Choice:
    options = tuple(Option(period.value, period.label) for period in periods)
    return Choice("period", planner.say("When"), planner.say("At any time"), options)


def _year_view(planner: Planner, years: Sequence[tuple[int, str]], number: int, facts: Sequence[Event]) -> YearView:
    """Return the page of one of all `years`, of which each comes with the period that lists it."""
    (year, period), page = years[number], _link_to(years[number][0], planner)
    events = planner.presenter.views(EventView, facts)
    title = planner.say("Chronology: %(year)s") % {"year": page.text}
    description = planner.say("What happened in %(year)s, in order.") % {"year": page.text}
    return YearView(
        **planner.page_fields("year", page.address.route, title, description, planner.link(CHRONOLOGY)),
        year=Year(page.text, f"year_{year}", period, events, page),
        previous=_link_to(years[number - 1][0], planner) if number else None,
        next=_link_to(years[number + 1][0], planner) if number + 1 < len(years) else None,
        list_filter=list_filter([_who(_taking_part(events, planner), planner)], len(events), planner),
    )
