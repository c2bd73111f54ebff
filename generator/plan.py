"""Which pages there are, and how to make each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from generator.errors import Problem, SiteError
from generator.linked_data import LinkedData
from generator.model import Origin
from generator.pages import (
    about,
    actors,
    chronology,
    claims,
    data,
    glossary,
    home,
    not_found,
    redirects,
    search,
    sources,
    updates,
)
from generator.pages.page import PageView, PlannedPage, Planner

# A new page is a module with a `plan` of its own, named here.
_PAGES = (home, glossary, actors, chronology, claims, sources, search, updates, about, data, not_found, redirects)


def plan(planner: Planner) -> tuple[PlannedPage, ...]:
    """Return all pages of a site, or raise a `SiteError` where two of them would have one address."""
    linked = LinkedData(planner)
    planned = (page for module in _PAGES for page in module.plan(planner))
    pages = tuple(replace(page, make_view=partial(_with_linked_data, page, linked)) for page in planned)
    problems = _collisions(pages)
    if problems:
        raise SiteError(problems)
    return pages


def _with_linked_data(page: PlannedPage, linked: LinkedData) -> PageView:
    view = page.make_view()
    return replace(view, linked_data=linked.of(view))


def _collisions(pages: Sequence[PlannedPage]) -> list[Problem]:
    if len({page.route for page in pages}) == len(pages):
        return []
    seen: dict[str, PlannedPage] = {}
    problems = []
    for page in pages:
        first = seen.setdefault(page.route, page)
        if first is not page:
            titles = [each.make_view().title for each in (first, page)]
            message = f"two pages have this address: '{titles[0]}' and '{titles[1]}'"
            problems.append(Problem(Origin(page.route, 1, 1), message, "rename one of the two records"))
    return problems
