"""What an explainer is drawn from: the list of its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from standfirst.model import Source
from standfirst.model.addresses import SOURCES
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import ListPage, lister_of, one, plan_list, rules_of
from standfirst.pages.source import length_of, plan_source
from standfirst.present.cited_passages import CitedPassages, cited_passages, passage_counts, rests_on_one_source
from standfirst.present.long_lists import Pager
from standfirst.present.page_view import PageFields, PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import SourceView


@frozen
class SourceEntry:
    """A source in the list of all: how many passages of it are cited, and its length in words, if that is known."""

    source: SourceView
    passages: int
    length: str


@frozen(kw_only=True)
class SourcesView(PageView):
    sources: tuple[SourceEntry, ...]
    only_source: bool
    pager: Pager


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the list of sources, and the pages of each."""
    cited, say = cache(partial(cited_passages, planner.presenter)), planner.say
    page = ListPage(
        kind="sources",
        route=SOURCES,
        # In `sources/` each has a page by its id, which may be a number.
        folder="source-list",
        title=planner.name(SOURCES),
        description=say("What this explainer is drawn from."),
        template="pages/sources.html",
        rules=rules_of(one),
        lister=lister_of(planner, one),
        view=partial(_list_view, planner, cited),
    )
    yield from plan_list(page, planner.site.all(Source), planner)
    counts = passage_counts(planner.site)
    for source in planner.site.all(Source):
        yield from plan_source(source, counts.get(source.id, ()), cited, planner)


def _list_view(
    planner: Planner, cited: Callable[[], CitedPassages], fields: PageFields, sources: Sequence[Source], pager: Pager
) -> SourcesView:
    views = planner.presenter.views(SourceView, sources)
    return SourcesView(
        **fields,
        sources=tuple(SourceEntry(each, len(cited().get(each.fact, ())), length_of(planner, each)) for each in views),
        only_source=rests_on_one_source(planner.site),
        pager=pager,
    )
