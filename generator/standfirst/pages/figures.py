"""Every figure with the passages that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from standfirst.model import Figure
from standfirst.model.addresses import FIGURES
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import ListPage, lister_of, one, plan_list, rules_of
from standfirst.present.long_lists import Pager
from standfirst.present.page_view import PageFields, PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import FigureView


@frozen(kw_only=True)
class FiguresView(PageView):
    figures: tuple[FigureView, ...]
    pager: Pager


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of figures, where there are any."""
    figures, say = planner.site.all(Figure), planner.say
    if figures:
        page = ListPage(
            kind="figures",
            route=FIGURES,
            folder="figures",
            title=planner.name(FIGURES),
            description=say("Each figure, who gives it, and the passages that it rests on."),
            template="pages/figures.html",
            rules=rules_of(one),
            lister=lister_of(planner, one),
            view=partial(_view, planner),
        )
        yield from plan_list(page, figures, planner)


def _view(planner: Planner, fields: PageFields, figures: Sequence[Figure], pager: Pager) -> FiguresView:
    return FiguresView(**fields, figures=planner.presenter.views(FigureView, figures), pager=pager)
