"""What a reader sees at an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import NOT_FOUND
from generator.pages.page import Page, PageView, Planner
from generator.site import Site


def plan(site: Site, planner: Planner) -> Iterator[Page]:  # noqa: ARG001 - every page is planned alike
    """The page for addresses that lead nowhere."""
    say = planner.say
    shared = planner.shared(
        "not-found", NOT_FOUND, say("This page is not here"), say("There is no page at this address.")
    )
    yield Page(NOT_FOUND, "pages/not_found.html", PageView(**shared))
