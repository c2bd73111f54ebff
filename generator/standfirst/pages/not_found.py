"""What a reader sees at an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from standfirst.model.addresses import NOT_FOUND
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page for addresses that lead nowhere."""
    yield PlannedPage(NOT_FOUND, "pages/not_found.html", partial(_view, planner), listed=False)


def _view(planner: Planner) -> PageView:
    say = planner.say
    shared = planner.page_fields(
        "not-found", NOT_FOUND, say("This page is not here"), say("There is no page at this address.")
    )
    return PageView(**shared)
