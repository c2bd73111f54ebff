"""The facts as data, for whoever wants to use them: which files there are, what stands in them, and on what terms."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import PurePosixPath

from standfirst.decoding.key_meanings import meaning
from standfirst.model import FACT_TYPES, Event, Fact, FactId, Id, Source
from standfirst.model.addresses import ABOUT, BOOK, CALENDAR, DATA, ONE_FILE, UPDATES, Address, embed_page
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import BodyOf
from standfirst.outputs.bibliography import BIBTEX, CSL
from standfirst.outputs.fact_rows import used_keys
from standfirst.pages.embeds import embedded_facts
from standfirst.present.kind_names import kind_heading
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.view_parts import Link

# Where the template has room for the size of a file; a page of an earlier build says in it how large that was then.
_ROOM_FOR_A_SIZE = re.compile(rb'(?P<before><span class="size" data-file="(?P<route>[^"]+)">)[^<]*(?=</span>)')


@frozen
class Column:
    """A key of a record, and what its values mean."""

    name: str
    meaning: str


@frozen
class DataTable:
    """The files of one kind of fact; `count` says in words how many records they hold."""

    label: str
    anchor: str
    count: str
    json: Link
    csv: Link
    columns: tuple[Column, ...]


@frozen
class Download:
    """A file for programs of one sort, and what it is to whoever has one; a page `is_saved`, and not followed."""

    file: Link
    meaning: str
    is_saved: bool = False


@frozen
class Cards:
    """The cards of one kind of fact: how their addresses are formed, and one of them."""

    label: str
    pattern: str
    example: Link


@frozen(kw_only=True)
class DataView(PageView):
    tables: tuple[DataTable, ...]
    downloads: tuple[Download, ...]
    cards: tuple[Cards, ...]
    all_facts: Link
    timeline: Link
    updates: Link


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page about the data."""
    yield PlannedPage(DATA, "pages/data.html", partial(_view, planner), finish=partial(_with_sizes, planner))


def _with_sizes(planner: Planner, page: bytes, body_of: BodyOf) -> bytes:
    """Say how large the downloads are for which the page has room for it."""
    downloads = {each.file.address.route for each in _downloads(planner)}

    def sized(found: re.Match[bytes]) -> bytes:
        route = html.unescape(found["route"].decode())
        # A theme may have room for others, which may not be there, or be this page.
        size = planner.presenter.naming.size_of_file(len(body_of(route))) if route in downloads else ""
        return found["before"] + html.escape(size).encode()

    return _ROOM_FOR_A_SIZE.sub(sized, page)


def _view(planner: Planner) -> DataView:
    say = planner.say
    description = say("Every fact of this explainer as JSON and CSV: the files, and what is in them.")
    return DataView(
        **planner.page_fields("data", DATA, planner.name(DATA), description, planner.link(ABOUT)),
        tables=tuple(_tables(planner)),
        downloads=tuple(_downloads(planner)),
        cards=tuple(_cards(planner)),
        all_facts=_file("facts.json"),
        timeline=_file("timelinejs.json"),
        updates=planner.link(UPDATES),
    )


def _tables(planner: Planner) -> Iterator[DataTable]:
    for record in FACT_TYPES:
        facts = planner.site.all(record)
        if facts:
            yield _table(facts, planner)


def _table(facts: tuple[Fact, ...], planner: Planner) -> DataTable:
    kind = facts[0].KIND
    return DataTable(
        label=planner.say(kind_heading(kind)),
        anchor=f"the_{kind.plural}",
        count=planner.presenter.naming.ngettext("%(count)s record", "%(count)s records", len(facts)),
        json=_file(f"{kind.plural}.json"),
        csv=_file(f"{kind.plural}.csv"),
        columns=tuple(Column(key, planner.say(meaning(kind, key))) for key in ("id", *used_keys(facts))),
    )


def _downloads(planner: Planner) -> Iterator[Download]:
    """The files in formats of others, in which parts of the explainer are taken elsewhere."""
    say = planner.say
    told = say("The explainer in one file, to keep and to read without a network. It opens in any browser.")
    yield Download(Link(PurePosixPath(ONE_FILE).name, Address(ONE_FILE)), told, is_saved=True)
    book = say("The same as a book (EPUB), for reading devices and their programs.")
    yield Download(Link(PurePosixPath(BOOK).name, Address(BOOK)), book)
    if planner.site.all(Event):
        yield Download(
            Link(CALENDAR, Address(CALENDAR)),
            say(
                "The chronology for calendars (iCalendar): open it once, or subscribe to its address. Only events whose"
                " day is known stand on days."
            ),
        )

    if planner.site.all(Source):
        for route, format_ in ((BIBTEX, "BibTeX"), (CSL, "CSL-JSON")):
            told = say("The sources for reference managers, as %(format)s. What is not known of one is left out.")
            yield Download(Link(PurePosixPath(route).name, Address(route)), told % {"format": format_})


def _cards(planner: Planner) -> Iterator[Cards]:
    for kind, cards in groupby(embedded_facts(planner.site), key=lambda fact: fact.KIND):
        first = next(cards)
        example = Link(planner.presenter.naming.label(first), Address(embed_page(first.fact_id)))
        yield Cards(planner.say(kind_heading(kind)), embed_page(FactId(kind, Id("ID"))), example)


def _file(name: str) -> Link:
    return Link(name, Address(f"data/{name}"))
