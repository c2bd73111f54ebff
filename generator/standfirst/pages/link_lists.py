"""Pages of links that are too many to stand with a fact, as of all who take part in an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from standfirst.model import Fact
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import ListPage, plan_list
from standfirst.present.link_lists import LinkList, folder_of_list, long_link_lists, page_of_list
from standfirst.present.long_lists import ListRules, Pager
from standfirst.present.page_view import PageFields, PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.view_parts import Link

# So many links stand on one page; about what each weighs there, and in an overview, which only counts them.
_MOST, _WEIGHT, _COUNTED = 1_000, 70, 1_000_000


@frozen(kw_only=True)
class LinksView(PageView):
    """`of` leads to the fact that they stand with."""

    of: Link
    links: tuple[Link, ...]
    pager: Pager


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield a page for each list of links that is too long for its fact, and the pages behind it."""
    for fact in planner.site.facts:
        for found in long_link_lists(fact, planner.presenter.naming, planner.presenter.lock):
            yield from plan_list(_page(fact, found, planner), found.links, planner)


def _page(fact: Fact, found: LinkList, planner: Planner) -> ListPage[Link]:
    of, label = planner.presenter.naming.link_to(fact), planner.say(found.label)
    return ListPage(
        kind="links",
        route=page_of_list(fact.fact_id, found.field),
        folder=folder_of_list(fact.fact_id, found.field),
        title=planner.say("%(name)s: %(list)s") % {"name": of.text, "list": label},
        description=planner.say("%(name)s: %(list)s") % {"name": of.text, "list": label},
        template="pages/links.html",
        rules=ListRules(weight=lambda _: _WEIGHT, anchors=lambda _: (), line=lambda _: _COUNTED, most_in_full=_MOST),
        lister=lambda _: (),
        view=partial(_view, of),
    )


def _view(of: Link, fields: PageFields, links: Sequence[Link], pager: Pager) -> LinksView:
    return LinksView(**fields, of=of, links=tuple(links), pager=pager)
