"""A field to search with, over an index of all that it finds: without a script the page is that index, to be read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby, islice

from standfirst.language.collation import alphabet
from standfirst.model import Actor, Place, Quote, Relation, Source, Term
from standfirst.model.addresses import (
    GLOSSARY,
    HOME,
    SEARCH,
    SEARCH_INDEX,
    SEARCH_PARTS,
    SOURCES,
    Address,
    address_of,
    section_anchor,
)
from standfirst.model.frozen_class import frozen
from standfirst.outputs.search_index import NAMED_KINDS, TITLED_KINDS, search_link
from standfirst.outputs.search_parts import is_in_parts
from standfirst.pages.listing import line_of
from standfirst.present.filing import FiledName, filed_names
from standfirst.present.kind_names import kind_heading
from standfirst.present.long_lists import MOST_LINES, has_room_for_lines
from standfirst.present.naming import short_label
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.view_parts import Link
from standfirst.present.weights import line_weight
from standfirst.site.site import Site

# So many characters of a title stand in a line of the index.
_LONGEST_LINE = 100


@frozen
class IndexEntry:
    """A name in the index, and the fact that it leads to, by the name that this goes by."""

    name: str
    to: Link


@frozen
class IndexLetter:
    """The names that begin with one letter."""

    letter: str
    anchor: str
    entries: tuple[IndexEntry, ...]


@frozen
class IndexGroup:
    """What has a title and no name: the sections, or the facts of one kind, in their order."""

    label: str
    anchor: str
    links: tuple[Link, ...]


@frozen
class ListOfKind:
    """The facts of one kind where there are too many to list them here: how many, and the page that leads to them."""

    label: str
    count: str
    to: Link


@frozen(kw_only=True)
class SearchView(PageView):
    """`index` is what the page's script searches in; if it is `in_parts`, that loads more as it is needed.

    Where the index is too long to be read here, `lists` lead to the facts, and only the sections are listed.
    """

    index: Address
    in_parts: bool
    letters: tuple[IndexLetter, ...]
    groups: tuple[IndexGroup, ...]
    lists: tuple[ListOfKind, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page for searching."""
    yield PlannedPage(SEARCH, "pages/search.html", partial(_view, planner))


def _view(planner: Planner) -> SearchView:
    say, in_parts = planner.say, is_in_parts(planner.site)
    # More lines need not be weighed to know that they are too many.
    lines = tuple(islice(_lines(planner.site), MOST_LINES + 1))
    is_long = len(lines) > MOST_LINES or not has_room_for_lines(lines)
    description = say("Every name, event, claim and section of this explainer, to search and to browse.")
    return SearchView(
        **planner.page_fields("search", SEARCH, planner.name(SEARCH), description),
        index=Address(SEARCH_PARTS if in_parts else SEARCH_INDEX),
        in_parts=in_parts,
        letters=() if is_long else tuple(_letters(planner)),
        groups=(*_sections(planner), *(() if is_long else _groups(planner))),
        lists=tuple(_lists(planner)) if is_long else (),
    )


def _lines(site: Site) -> Iterator[int]:
    """Yield what each line weighs that the index of a site would have."""
    for fact in site.facts:
        if isinstance(fact, Actor | Term | Place):
            yield line_weight(fact.name, fact.id)
        else:
            yield line_of(fact)
        for alias in fact.aliases if isinstance(fact, Actor | Term) else ():
            yield line_weight(alias, fact.id)


def _lists(planner: Planner) -> Iterator[ListOfKind]:
    """Yield for each kind that there is the page that leads to its facts, which for some is that of all actors."""
    naming = planner.presenter.naming
    for record in (*NAMED_KINDS, *TITLED_KINDS):
        if facts := planner.site.all(record):
            route = address_of(facts[0]).route
            to = Address(SOURCES if record is Source else GLOSSARY if "/" in route else route)
            label = planner.say(kind_heading(record.KIND))
            title = planner.say("on the pages of the actors") if record in {Quote, Relation} else label
            in_navigation = (link for link in planner.site_view.navigation if link.address == to and title == label)
            yield ListOfKind(label, naming.number(len(facts)), next(in_navigation, Link(title, to)))


def _letters(planner: Planner) -> Iterator[IndexLetter]:
    letters = alphabet(planner.site.explainer.language)
    filed = sorted(
        filed_names((*planner.site.actors_and_terms(), *planner.site.all(Place)), letters, every=True),
        key=lambda each: (letters.order(each.name), each.is_other, letters.order(each.fact.name), each.fact.fact_id),
    )
    for number, (letter, group) in enumerate(groupby(filed, key=lambda each: letters.letter(each.name)), start=1):
        yield IndexLetter(letter, f"letter_{number}", tuple(map(_entry, group)))


def _entry(filed: FiledName) -> IndexEntry:
    """Return what an index says of a name: another than that which the fact goes by is told as such."""
    to = Link(filed.fact.name, address_of(filed.fact))
    return IndexEntry(filed.name if filed.is_other else to.text, to)


def _sections(planner: Planner) -> Iterator[IndexGroup]:
    site = planner.site
    if site.sections:
        links = (Link(section.title, Address(HOME, section_anchor(section.id))) for section in site.sections)
        yield IndexGroup(planner.say("Sections"), "the_sections", tuple(links))


def _groups(planner: Planner) -> Iterator[IndexGroup]:
    for record in TITLED_KINDS:
        if facts := planner.site.all(record):
            links = (_in_one_line(search_link(fact, planner.presenter.naming)) for fact in facts)
            yield IndexGroup(planner.say(kind_heading(record.KIND)), f"the_{record.KIND.plural}", tuple(links))


def _in_one_line(link: Link) -> Link:
    return Link(short_label(link.text, _LONGEST_LINE), link.address)
