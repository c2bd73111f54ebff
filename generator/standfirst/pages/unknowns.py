"""What is not known, why, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from standfirst.model import Unknown
from standfirst.model.addresses import UNKNOWNS
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import ListPage, lister_of, one, plan_list, rules_of
from standfirst.present.long_lists import Pager
from standfirst.present.page_view import PageFields, PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import UnknownView


@frozen(kw_only=True)
class UnknownsView(PageView):
    unknowns: tuple[UnknownView, ...]
    pager: Pager


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of what is not known, where the writer names anything."""
    unknowns, say = planner.site.all(Unknown), planner.say
    if unknowns:
        page = ListPage(
            kind="unknowns",
            route=UNKNOWNS,
            folder="unknowns",
            title=planner.name(UNKNOWNS),
            description=say("Each open question, why it is not answered, and what would settle it."),
            template="pages/unknowns.html",
            rules=rules_of(one),
            lister=lister_of(planner, one),
            view=partial(_view, planner),
        )
        yield from plan_list(page, unknowns, planner)


def _view(planner: Planner, fields: PageFields, unknowns: Sequence[Unknown], pager: Pager) -> UnknownsView:
    return UnknownsView(**fields, unknowns=planner.presenter.views(UnknownView, unknowns), pager=pager)
