"""What is not known, why, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from standfirst.model import Unknown
from standfirst.model.addresses import UNKNOWNS
from standfirst.model.frozen_class import frozen
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import UnknownView


@frozen(kw_only=True)
class UnknownsView(PageView):
    unknowns: tuple[UnknownView, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of what is not known, where the writer names anything."""
    if planner.site.all(Unknown):
        yield PlannedPage(UNKNOWNS, "pages/unknowns.html", partial(_view, planner))


def _view(planner: Planner) -> UnknownsView:
    say = planner.say
    description = say("Each open question, why it is not answered, and what would settle it.")
    return UnknownsView(
        **planner.page_fields("unknowns", UNKNOWNS, say("What is not known"), description),
        unknowns=planner.presenter.views(UnknownView, planner.site.all(Unknown)),
    )
