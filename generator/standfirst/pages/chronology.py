"""All events in order; a long chronology is an overview of one line an event, and a page for each year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, zip_longest

from standfirst.language import dates
from standfirst.language.collation import alphabet
from standfirst.model import Event, Id, Weight
from standfirst.model.addresses import CHRONOLOGY, GLOSSARY
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import anchors_of, plan_shelves, stands_in_for
from standfirst.present.highlights import main_actors
from standfirst.present.link_lists import MOST_CHOSEN
from standfirst.present.list_filters import Choice, ListFilter, Option, list_filter
from standfirst.present.long_lists import Division, ListRules, LongList, Pager, long_list, pager_of
from standfirst.present.overviews import Listed, Lister, Outline, outlines
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.view_parts import Link
from standfirst.present.views import EventView
from standfirst.present.weights import line_weight, weight_of

# As many links as a phone shows in three or four lines.
_MOST_PERIODS = 20


@frozen
class Year:
    """The events of one year of the chronology, in order, and the value of the period that lists the year.

    `outline` is how the overview of a long chronology shows it, where `events` are on pages of their own.
    """

    label: str
    anchor: str
    period: str
    events: tuple[EventView, ...] = ()
    outline: Outline | None = None


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
    """Where it `is_whole` events stand here in full; else `years` have outlines.

    `actors` are those who take part or, where they are too many to list, the main ones; then `everyone` leads to all.
    """

    periods: tuple[ChronologyPeriod, ...]
    actors: tuple[Link, ...]
    everyone: Link | None
    years: tuple[Year, ...]
    is_whole: bool
    list_filter: ListFilter | None


@frozen(kw_only=True)
class YearView(PageView):
    """Events of one year in full, between the pages of those before and after them."""

    year: Year
    pager: Pager
    list_filter: ListFilter | None


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the chronology, and where it is long a page for each year, or several."""
    rules = _rules(planner)
    found = _listed(rules, planner)
    yield PlannedPage(CHRONOLOGY, "pages/chronology.html", partial(_view, planner, found))
    yield from plan_shelves(found.shelves, planner.link(CHRONOLOGY), planner)
    for number, part in enumerate(found.parts):
        stands_in = stands_in_for(CHRONOLOGY, part, found, rules)
        make_view = partial(_year_view, planner, found, number)
        yield PlannedPage(part.route, "pages/year.html", make_view, stands_in=stands_in)


def _listed(rules: ListRules[Event], planner: Planner) -> LongList[Event]:
    naming = planner.presenter.naming
    by_year = groupby(planner.site.all(Event), key=lambda event: dates.first_year(event.date))
    years = (Division(str(year), naming.year(year), tuple(group)) for year, group in by_year)
    return long_list("chronology", years, rules, naming)


def _rules(planner: Planner) -> ListRules[Event]:
    naming = planner.presenter.naming
    return ListRules(
        weight=weight_of,
        anchors=anchors_of,
        line=_line,
        is_key=lambda event: event.weight is Weight.KEY,
        span=lambda event: naming.date(event.date).text,
    )


def _line(event: Event) -> int:
    """Return what the line of an event weighs, with its day and, for the filter, all who take part."""
    return line_weight(event.title, event.id, *event.former_ids, *(actor.to.id for actor in event.actors))


def _lister(planner: Planner) -> Lister[Event]:
    def listed(event: Event) -> Iterator[Listed]:
        (view,) = planner.presenter.views(EventView, [event])
        yield Listed(view, view.title, view.address.anchor)

    return listed


def _view(planner: Planner, found: LongList[Event]) -> ChronologyView:
    events = planner.site.all(Event)
    years = tuple(_years(found, planner))
    periods = tuple(_periods(years, planner))
    actors = _taking_part(events, planner)
    is_listed = len(actors) <= MOST_CHOSEN
    main = {actor.id for actor in main_actors(planner.site)}
    say = planner.say
    return ChronologyView(
        **planner.page_fields("chronology", CHRONOLOGY, planner.name(CHRONOLOGY), say("What happened, in order.")),
        periods=periods,
        actors=tuple(link for actor, link in actors.items() if is_listed or actor in main),
        everyone=None if is_listed else planner.link(GLOSSARY),
        years=years,
        is_whole=found.is_whole,
        list_filter=None
        if not (found.is_whole or found.has_lines)
        else list_filter((_who(actors, planner), _when(periods, planner)), len(events), planner),
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


def _years(found: LongList[Event], planner: Planner) -> Iterator[Year]:
    presenter = planner.presenter
    numbers = [int(division.name) for division in found.divisions]
    shown = () if found.is_whole else outlines(found, _rules(planner), _lister(planner), presenter.naming)
    for year, period, division, outline in zip_longest(numbers, periods_of(numbers), found.divisions, shown):
        events = presenter.views(EventView, division.entries) if found.is_whole else ()
        yield Year(division.label, f"year_{year}", period, events, outline)


def _periods(years: Iterable[Year], planner: Planner) -> Iterator[ChronologyPeriod]:
    for value, group in groupby(years, key=lambda year: year.period):
        label = planner.presenter.naming.date(dates.parse(value)).text
        yield ChronologyPeriod(value, label, next(group).anchor)


def _taking_part(events: Iterable[Event], planner: Planner) -> dict[Id, Link]:
    """Return everyone who takes part in events, sorted by name."""
    letters, naming = alphabet(planner.site.explainer.language), planner.presenter.naming
    found = {actor.to.id: naming.link(actor) for event in events for actor in event.actors}
    return dict(sorted(found.items(), key=lambda item: (letters.order(item[1].text), item[0])))


def _who(actors: dict[Id, Link], planner: Planner) -> Choice:
    """Return the choice of who takes part, without options where there are too many to look through."""
    options = (Option(actor, link.text) for actor, link in actors.items()) if len(actors) <= MOST_CHOSEN else ()
    return Choice("actor", planner.say("Who"), planner.say("Everyone"), tuple(options))


def _when(periods: Iterable[ChronologyPeriod], planner: Planner) -> Choice:
    options = tuple(Option(period.value, period.label) for period in periods)
    return Choice("period", planner.say("When"), planner.say("At any time"), options)


def _year_view(planner: Planner, found: LongList[Event], number: int) -> YearView:
    """Return one of the pages behind a long chronology."""
    part = found.parts[number]
    year, events = dates.first_year(part.entries[0].date), planner.presenter.views(EventView, part.entries)
    (period,) = periods_of([year])
    title = planner.say("Chronology: %(year)s") % {"year": part.label}
    description = planner.say("What happened in %(year)s, in order.") % {"year": part.label}
    return YearView(
        **planner.page_fields("year", part.route, title, description, planner.link(CHRONOLOGY)),
        year=Year(part.label, f"year_{year}", period, events),
        pager=pager_of(found.parts, number),
        list_filter=list_filter([_who(_taking_part(part.entries, planner), planner)], len(events), planner),
    )
