"""What a reader sees at an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import NOT_FOUND
from generator.pages.page import Page, PageView, Planner


def plan(planner: Planner) -> Iterator[Page]:
    """The page for addresses that lead nowhere."""
    say = planner.say
    shared = planner.shared(
        "not-found", NOT_FOUND, say("This page is not here"), say("There is no page at this address.")
    )
    yield Page(NOT_FOUND, "pages/not_found.html", PageView(**shared))
