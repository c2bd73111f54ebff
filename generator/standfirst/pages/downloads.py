"""The explainer in one file, to read elsewhere: which pages it has, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from standfirst.model import Actor
from standfirst.model.addresses import (
    ABOUT,
    BOOK,
    CHANGES,
    CHRONOLOGY,
    CLAIMS,
    FIGURES,
    GLOSSARY,
    HOME,
    IMAGES,
    ONE_FILE,
    PLACES,
    SOURCES,
    UNKNOWNS,
    UPDATES,
    Address,
    actor_page,
    glossary_entry,
    permalink,
)
from standfirst.outputs.artifact import DerivedFile
from standfirst.outputs.downloads.epub import Book
from standfirst.outputs.downloads.one_file import OneFile
from standfirst.present.planner import Planner

DOWNLOADS = (ONE_FILE, BOOK)
# What is read, and what is looked up then, in this order. Other pages say the same elsewhere, or more of each source.
_TAKEN_ALONG = (HOME, CHRONOLOGY, GLOSSARY, CLAIMS, UNKNOWNS, SOURCES, ABOUT)


def download_files(planner: Planner, routes: Collection[str]) -> Iterator[DerivedFile]:
    """Yield the explainer in one file, and as a book; `routes` are those of all other files of the site."""
    taken = tuple(route for route in _TAKEN_ALONG if route in routes)
    absolute = _absolute(planner, {*routes, *DOWNLOADS})
    yield DerivedFile(ONE_FILE, _one_file(planner, taken, absolute).make)
    yield DerivedFile(BOOK, _book(planner, taken, absolute).make)


def _absolute(planner: Planner, own: Collection[str]) -> Callable[[Address], str]:
    """What gives the address of a place of the site that is not taken along."""

    def absolute(address: Address) -> str:
        if planner.past and planner.past.is_elsewhere(address.route, own):
            return planner.past.permalink(address)
        return permalink(planner.site_view.base_url, address)

    return absolute


def _stand_ins(planner: Planner) -> dict[str, Address]:
    """Where else stands what pages have that are not taken along: in the glossary, or on the first page."""
    entries = {actor_page(actor.id): glossary_entry(actor.fact_id) for actor in planner.site.all(Actor)}
    return entries | {route: Address(HOME) for route in (FIGURES, PLACES, IMAGES, UPDATES, CHANGES)}


def _one_file(planner: Planner, taken: tuple[str, ...], absolute: Callable[[Address], str]) -> OneFile:
    site, say = planner.site_view, planner.say
    return OneFile(
        pages=taken,
        stylesheet=site.stylesheet.route,
        stand_ins=_stand_ins(planner),
        title=planner.title,
        description=planner.presenter.naming.plain(planner.site.explainer.standfirst),
        language=site.language,
        direction=site.direction,
        base_url=site.base_url,
        absolute=absolute,
        contents=say("Contents"),
        masthead=site.masthead,
        made_from=say("This file was made from %(address)s.")
        if planner.past
        else say("This file was made from %(address)s, which has what is newer."),
        shown_day=planner.shown_day,
    )


def _book(planner: Planner, taken: tuple[str, ...], absolute: Callable[[Address], str]) -> Book:
    site, say = planner.site_view, planner.say
    card = planner.cards.get(HOME)
    days = [("Published %(date)s", site.published), ("Facts as of %(date)s", site.facts_as_of)]
    if site.updated:
        days.insert(1, ("Updated %(date)s", site.updated))
    return Book(
        pages=taken,
        stand_ins=_stand_ins(planner),
        cover=card.address.route if card else "",
        title=planner.title,
        standfirst=planner.presenter.naming.plain(planner.site.explainer.standfirst),
        language=site.language,
        direction=site.direction,
        base_url=site.base_url,
        absolute=absolute,
        authors=site.authors,
        publisher=site.publisher,
        licence=site.licence,
        published=site.published.machine,
        modified=(site.updated or site.published).machine,
        about=tuple(filter(None, (planner.shown_day, *(say(message) % {"date": day.text} for message, day in days)))),
        contents=say("Contents"),
    )
