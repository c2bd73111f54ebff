"""Which pages there are, and exactly what each is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
from generator.pages.page import Page, Planner

# A new page is a module with a `plan` of its own, named here.
_PAGES = (home, glossary, actors, chronology, claims, sources, search, updates, about, data, not_found, redirects)


def plan(planner: Planner) -> tuple[Page, ...]:
    """Return all pages of a site, or raise a `SiteError` where two of them would have one address."""
    linked = LinkedData(planner)
    planned = (page for module in _PAGES for page in module.plan(planner))
    pages = tuple(replace(page, view=replace(page.view, linked_data=linked.of(page.view))) for page in planned)
    problems = _collisions(pages)
    if problems:
        raise SiteError(problems)
    return pages


def _collisions(pages: Sequence[Page]) -> list[Problem]:
    seen: dict[str, Page] = {}
    problems = []
    for page in pages:
        first = seen.setdefault(page.route, page)
        if first is not page:
            message = f"two pages have this address: '{first.view.title}' and '{page.view.title}'"
            problems.append(Problem(Origin(page.route, 1, 1), message, "rename one of the two records"))
    return problems
