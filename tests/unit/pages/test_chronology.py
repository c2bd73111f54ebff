"""The chronology: whole on one page, or an overview and a page for each year."""

from __future__ import annotations

import lxml.html

from standfirst.model.addresses import Address
from standfirst.pages.chronology import ChronologyView, YearView
from standfirst.present.overviews import Outline
from standfirst.present.view_parts import Link
from tests.explainers import content, made
from tests.unit.pages.page_views import events, planned, view


def test_events_are_filed_by_year_in_the_order_of_the_chronology() -> None:
    dates = ("2020-05", "2019-12-31", "/2018", "2019", "-0001")
    found = view(ChronologyView, "chronology.html", events(*dates))
    assert found.is_whole
    assert [[event.fact.id for event in year.events] for year in found.years] == [["e4"], ["e2"], ["e3", "e1"], ["e0"]]
    assert [year.anchor for year in found.years] == ["year_-1", "year_2018", "year_2019", "year_2020"]


def shown(overview: ChronologyView) -> list[Outline]:
    return [year.outline for year in overview.years if year.outline]


def test_up_to_200_events_stand_on_one_page() -> None:
    pages = planned(events(*["2019"] * 200))
    assert isinstance(pages["chronology.html"], ChronologyView)
    assert pages["chronology.html"].is_whole
    assert not any(route.startswith("chronology/") for route in pages)


def test_past_200_events_each_year_has_a_page_between_its_neighbours() -> None:
    facts = events(*["2018"], *["2019"] * 199, *["2021-03"])
    pages = planned(facts)
    overview = pages["chronology.html"]
    assert isinstance(overview, ChronologyView)
    assert not overview.is_whole
    years = {route: page for route, page in pages.items() if isinstance(page, YearView)}
    assert list(years) == ["chronology/2018.html", "chronology/2019.html", "chronology/2021.html"]
    middle = years["chronology/2019.html"]
    assert len(middle.year.events) == 199
    assert (middle.pager.previous, middle.pager.next) == (
        Link("2018", Address("chronology/2018.html")),
        Link("2021", Address("chronology/2021.html")),
    )
    assert years["chronology/2018.html"].pager.previous is None
    assert years["chronology/2021.html"].pager.next is None


def test_a_year_too_long_for_one_page_goes_on_on_further_ones() -> None:
    pages = planned(events(*(f"2019-{month:02}" for month in range(1, 13) for _ in range(25)), *["2020"] * 10))
    years = {route: page for route, page in pages.items() if isinstance(page, YearView)}
    assert {route: len(page.year.events) for route, page in years.items()} == {
        "chronology/2019.html": 150, "chronology/2019-2.html": 150, "chronology/2020.html": 10,
    }  # fmt: skip
    assert years["chronology/2019-2.html"].title == "Chronology: July 2019 to December 2019"
    overview = pages["chronology.html"]
    assert isinstance(overview, ChronologyView)
    routes = [line.to.route for outline in shown(overview) for line in outline.lines]
    assert routes.count("chronology/2019-2.html") == 150


def test_past_2000_events_the_chronology_counts_and_lists_the_key_ones_alone() -> None:
    facts = events(*["2018"] * 1500, *["2019"] * 600) + "  main: {date: 2019, title: M, weight: key, uncited: x}\n"
    overview = planned(facts)["chronology.html"]
    assert isinstance(overview, ChronologyView)
    assert [(outline.label, outline.count) for outline in shown(overview)] == [("2018", "1,500"), ("2019", "601")]
    assert [line.anchor for outline in shown(overview) for line in outline.lines] == ["main"]
    empty = {part.to.address.route: part.anchors for outline in shown(overview) for part in outline.parts}
    assert empty["chronology/2018-2.html"] == tuple(f"e{number}" for number in range(188, 376))


def test_the_anchor_of_every_event_stays_on_the_chronology_and_its_text_is_on_the_page_of_its_year() -> None:
    facts = events(*["2018"] * 150, *["2019"] * 60) + "  last: {date: 2020, title: Last, uncited: x, text: Told.}\n"
    pages = made(content(facts))
    overview = lxml.html.fromstring(pages["chronology.html"])
    assert set(overview.xpath("//li/@id")) == {*(f"e{number}" for number in range(210)), "last"}
    assert "Told." in pages["chronology/2020.html"]
    assert "Told." not in pages["chronology.html"]
    assert 'href="chronology/2020.html#last"' in pages["chronology.html"]
