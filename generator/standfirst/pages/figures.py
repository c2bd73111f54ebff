"""Every figure with the passages that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from standfirst.model import Figure
from standfirst.model.addresses import FIGURES
from standfirst.model.frozen_class import frozen
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import FigureView


@frozen(kw_only=True)
class FiguresView(PageView):
    figures: tuple[FigureView, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of figures, where there are any."""
    if planner.site.all(Figure):
        yield PlannedPage(FIGURES, "pages/figures.html", partial(_view, planner))


def _view(planner: Planner) -> FiguresView:
    say = planner.say
    description = say("Each figure, who gives it, and the passages that it rests on.")
    return FiguresView(
        **planner.page_fields("figures", FIGURES, say("In figures"), description),
        figures=planner.presenter.views(FigureView, planner.site.all(Figure)),
    )
