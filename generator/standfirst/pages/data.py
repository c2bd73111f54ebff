"""The facts as data, for whoever wants to use them: which files there are, what stands in them, and on what terms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import PurePosixPath
from types import MappingProxyType

from standfirst.language.locale import N_
from standfirst.model import FACT_TYPES, Event, Fact, FactId, Id, Kind, Source
from standfirst.model.addresses import CALENDAR, DATA, Address, embed_page
from standfirst.model.frozen_class import frozen
from standfirst.outputs.bibliography import BIBTEX, CSL
from standfirst.outputs.data import used_keys
from standfirst.pages.embeds import embedded_facts
from standfirst.present.kind_names import kind_heading
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import Link

# What the values under a key mean; `kind.key` where a kind has a meaning of its own.
MEANINGS = MappingProxyType(
    {
        "id": N_("the name of the record, which never changes"),
        "accessed": N_("when it was last read"),
        "according_to": N_("who says so; if nobody is named, the source itself"),
        "actors": N_("who takes part"),
        "after": N_("the event of the same day that it stands after"),
        "affects": N_("the records that changed"),
        "alt": N_("what it shows, in words for those who do not see it"),
        "aliases": N_("other spellings and short forms"),
        "archive_url": N_("where a copy is kept"),
        "as_of": N_("the day for which it is given"),
        "authors": N_("who wrote it"),
        "by": N_("who says so; if nobody is named, the source itself"),
        "caption": N_("what is said below it"),
        "cite": N_("the sources that it rests on, each with the passages that are cited"),
        "claim": N_("what is said to be so"),
        "credit": N_("who made it"),
        "date": N_("when it happened"),
        "draft": N_("whether it is not published yet"),
        "excerpts": N_("how much of each cited passage is shown"),
        "event": N_("the event at which it was said"),
        "file": N_("the name of its file in images/"),
        "former_ids": N_("earlier names of the record"),
        "kind": N_("what sort it is"),
        "label": N_("what is counted or measured"),
        "language": N_("its language, as a tag of BCP 47"),
        "lat": N_("latitude in degrees (WGS 84), north of the equator above 0"),
        "licence": N_("the terms on which it may be used"),
        "lon": N_("longitude in degrees (WGS 84), east of Greenwich above 0"),
        "name": N_("what it is called"),
        "native_name": N_("the name as its bearers write it, with its language"),
        "object": N_("the actor towards whom it goes"),
        "period": N_("the time over which it was counted"),
        "place": N_("where it happened"),
        "published": N_("when it was published"),
        "publisher": N_("who published it"),
        "qualifier": N_("whether the number is a minimum, a maximum or an estimate"),
        "question": N_("what is not known"),
        "reckon_from": N_("the day from which its other dates were worked out"),
        "reckoned": N_("how the date was worked out, where it is not printed"),
        "record": N_("what the record shows"),
        "relaying": N_("whose words or thoughts are reported"),
        "rivals": N_("claims that it stands against"),
        "role": N_("position or office"),
        "same_as": N_("pages elsewhere about the same"),
        "see": N_("records that bear on it"),
        "sort_as": N_("the name that it is filed under"),
        "short_name": N_("what its marks call it"),
        "since": N_("when it began"),
        "speaker": N_("who said it"),
        "subject": N_("the actor from whom the relation goes out"),
        "summary": N_("what it is, in a sentence"),
        "text": N_("more about it"),
        "title": N_("what it is called"),
        "to": N_("to whom it was said"),
        "translated_by": N_("who translated it"),
        "translation": N_("the words in other languages than they were spoken in"),
        "uncited": N_("why it rests on no source"),
        "unit": N_("what the number counts: a word, percent, or a currency as a code of ISO 4217"),
        "until": N_("when it ended"),
        "url": N_("where it can be read"),
        "value": N_("the number; a range has two ends, both in it"),
        "verb": N_("the sort of relation"),
        "video": N_("where the video can be watched that it stands for"),
        "weight": N_("whether it is one of the key events"),
        "where": N_("where it was said"),
        "why": N_("why it is not known, and what would settle it"),
        "words": N_("the words, as they were spoken"),
        "actor.weight": N_("whether it is one of the main actors"),
        "quote.date": N_("when it was said"),
        "quote.language": N_("the language of the words, where it is not that of the sources"),
        "claim.date": N_("when it was said"),
        "image.actors": N_("who is seen"),
        "image.date": N_("when it was made"),
        "image.place": N_("where it was made"),
        "image.url": N_("where it was found"),
        "update.date": N_("when it changed"),
    }
)


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
    """A file for programs of one sort, and what it is to whoever has one."""

    file: Link
    meaning: str


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
    yield PlannedPage(DATA, "pages/data.html", partial(_view, planner))


def _view(planner: Planner) -> DataView:
    say = planner.say
    updates, about, *_ = planner.site_view.footer
    description = say("Every fact of this explainer as JSON and CSV: the files, and what is in them.")
    return DataView(
        **planner.page_fields("data", DATA, planner.name(DATA), description, about),
        tables=tuple(_tables(planner)),
        downloads=tuple(_downloads(planner)),
        cards=tuple(_cards(planner)),
        all_facts=_file("facts.json"),
        timeline=_file("timelinejs.json"),
        updates=updates,
    )


def meaning(kind: Kind, key: str) -> str:
    """Return the message that says what a key means in records of a kind."""
    return MEANINGS.get(f"{kind.value}.{key}") or MEANINGS[key]


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
