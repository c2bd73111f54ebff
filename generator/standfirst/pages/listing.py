"""Pages that list all facts of one sort: one where it holds them all, else an overview and numbered pages behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Generic, TypeVar

from standfirst.model import Fact
from standfirst.model.addresses import Address, address_of, former_anchors
from standfirst.model.frozen_class import frozen
from standfirst.present.long_lists import (
    Division,
    Extent,
    ListPart,
    ListRules,
    LongList,
    Pager,
    Shelf,
    anchors_behind,
    link_to_part,
    long_list,
    pager_of,
)
from standfirst.present.naming import short_label
from standfirst.present.overviews import Listed, Lister, Outline, PartLink, outlines
from standfirst.present.page_view import PageFields, PageKind, PageView
from standfirst.present.planner import PlannedPage, Planner, StandsIn
from standfirst.present.view_parts import Link
from standfirst.present.views import FactView, MapView
from standfirst.present.weights import line_weight, weight_of

# So many characters of an entry stand in a line.
_LONGEST_LINE = 100

T = TypeVar("T")
F = TypeVar("F", bound=Fact)


@frozen(kw_only=True)
class OverviewView(PageView):
    """The overview of a list that is too long for one page, below its `map` if it has one."""

    outlines: tuple[Outline, ...]
    map: MapView | None


@frozen(kw_only=True)
class ListPage(Generic[T]):
    """A page that lists something, by the template that shows it in full; the pages behind it lie in the `folder`.

    `view` is given the fields of a page, which entries that shows, and which pages stand before and after it. In an
    overview `lister` lists the entries.
    """

    kind: PageKind
    route: str
    folder: str
    title: str
    description: str
    template: str
    rules: ListRules[T]
    lister: Lister[T]
    view: Callable[[PageFields, Sequence[T], Pager], PageView]
    map: Callable[[], MapView | None] = lambda: None


def plan_list(page: ListPage[T], entries: Iterable[T], planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of a list, and where it is long the pages behind it."""
    naming = planner.presenter.naming
    found = long_list(page.folder, [Division("", "", tuple(entries))], page.rules, naming)
    if found.is_whole:
        yield PlannedPage(page.route, page.template, partial(_whole, page, found, planner))
        return
    yield PlannedPage(page.route, "pages/overview.html", partial(_overview, page, found, planner))
    yield from plan_shelves(found.shelves, Link(page.title, Address(page.route)), planner)
    for number, part in enumerate(found.parts):
        make_view = partial(_part, page, found, number, planner)
        stands_in = stands_in_for(page.route, part, found, page.rules)
        yield PlannedPage(part.route, page.template, make_view, stands_in=stands_in)


def plan_shelves(shelves: Iterable[Shelf[T]], whole: Link, planner: Planner) -> Iterator[PlannedPage]:
    """Yield the pages that lead to those behind a list, which are too many for its overview."""
    for shelf in shelves:
        yield PlannedPage(shelf.page.route, "pages/overview.html", partial(_shelf, shelf, whole, planner))


def _shelf(shelf: Shelf[T], whole: Link, planner: Planner) -> OverviewView:
    naming, page = planner.presenter.naming, shelf.page
    title = planner.say("%(name)s: %(list)s") % {"name": whole.text, "list": page.label}
    ways = tuple(PartLink(link_to_part(part), naming.number(len(part.entries)), ()) for part in shelf.parts)
    outline = Outline(page.label, "part_1", naming.number(len(page.entries)), None, ways, ())
    return OverviewView(**planner.page_fields("links", page.route, title, title, whole), outlines=(outline,), map=None)


def stands_in_for(route: str, part: ListPart[T], found: LongList[T], rules: ListRules[T]) -> StandsIn | None:
    """Return what a page behind the list at a route stands in for: anchors, of which that has too many itself."""
    return StandsIn(route, anchors_behind(part, found, rules)) if found.extent is Extent.PAGES else None


def rules_of(facts_in: Callable[[T], Sequence[Fact]]) -> ListRules[T]:
    """Return the rules of a list whose entries are of some facts each."""
    return ListRules(
        weight=lambda entry: sum(map(weight_of, facts_in(entry))),
        anchors=lambda entry: (anchor for fact in facts_in(entry) for anchor in anchors_of(fact)),
        line=lambda entry: sum(map(line_of, facts_in(entry))),
        count=lambda entry: len(facts_in(entry)),
    )


def anchors_of(fact: Fact) -> tuple[str, ...]:
    """Return the anchors by which a fact is found on the page of its address, if it has not all of that."""
    anchor = address_of(fact).anchor
    return (anchor, *former_anchors(fact)) if anchor else ()


def line_of(fact: Fact) -> int:
    """Return what a line weighs that leads to a fact."""
    # What it is called is not known without its view.
    return line_weight("x" * _LONGEST_LINE, *anchors_of(fact))


def lister_of(
    planner: Planner, facts_in: Callable[[T], Sequence[Fact]], *, called: Callable[[Fact], str] | None = None
) -> Lister[T]:
    """Return how entries of some facts each are listed; a fact is `called` what links to it say, if nothing else."""

    def listed(entry: T) -> Iterator[Listed]:
        for fact in facts_in(entry):
            view = planner.presenter.view(fact)
            text = called(fact) if called else view.called
            yield Listed(view, short_label(text, _LONGEST_LINE), view.address.anchor, to=_own_page(view))

    return listed


def one(fact: F) -> tuple[F, ...]:
    """Return the facts of an entry that is one by itself."""
    return (fact,)


def _own_page(view: FactView) -> Address | None:
    return None if view.address.anchor else view.address


def _whole(page: ListPage[T], found: LongList[T], planner: Planner) -> PageView:
    fields = planner.page_fields(page.kind, page.route, page.title, page.description)
    return page.view(fields, [entry for division in found.divisions for entry in division.entries], Pager(None, None))


def _overview(page: ListPage[T], found: LongList[T], planner: Planner) -> OverviewView:
    return OverviewView(
        **planner.page_fields(page.kind, page.route, page.title, page.description),
        outlines=tuple(outlines(found, page.rules, page.lister, planner.presenter.naming)),
        map=page.map(),
    )


def _part(page: ListPage[T], found: LongList[T], number: int, planner: Planner) -> PageView:
    part = found.parts[number]
    title = planner.say("%(title)s, page %(page)s") % {"title": page.title, "page": part.label}
    trail = Link(page.title, Address(page.route))
    fields = planner.page_fields(page.kind, part.route, title, page.description, trail)
    return page.view(fields, part.entries, pager_of(found.parts, number))
