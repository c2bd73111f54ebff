"""Which pages there are, and how to make each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
from generator.pages.page import Page, PlannedPage, Planner

# A new page is a module with a `plan` of its own, named here.
_PAGES = (home, glossary, actors, chronology, claims, sources, search, updates, about, data, not_found, redirects)


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages of a site."""

    pages: tuple[PlannedPage, ...]
    linked: LinkedData

    def make(self, page: PlannedPage) -> Page:
        """Return one of the pages with all that its template sees, and what it says to machines."""
        view = page.make_view()
        return Page(page.route, page.template, replace(view, linked_data=self.linked.of(view)))


def plan(planner: Planner) -> Plan:
    """Return which pages there are, or raise a `SiteError` where two of them would have one address."""
    pages = tuple(page for module in _PAGES for page in module.plan(planner))
    problems = _collisions(pages)
    if problems:
        raise SiteError(problems)
    return Plan(pages, LinkedData(planner))


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
