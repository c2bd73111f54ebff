"""Which files a site has: its pages, and those beside them. Each is made later, when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.outputs.anchors import MovedAnchors, anchor_files, moved_anchors
from standfirst.outputs.artifact import Artifact, DerivedFile, PlannedFile
from standfirst.outputs.bibliography import bibliography_files
from standfirst.outputs.chronology_calendar import calendar_files
from standfirst.outputs.crawlers import crawler_files
from standfirst.outputs.data import data_files
from standfirst.outputs.feeds import feed_files
from standfirst.outputs.search_parts import search_files
from standfirst.pages import (
    about,
    actors,
    changes,
    chronology,
    claims,
    data,
    embeds,
    figures,
    glossary,
    home,
    images,
    link_lists,
    not_found,
    places,
    redirects,
    search,
    sources,
    unknowns,
    updates,
)
from standfirst.pages.downloads import download_files
from standfirst.pages.embeds import embed_answers
from standfirst.pages.linked_data.page_graph import LinkedData
from standfirst.pages.redirects import moved_pages, redirects_file
from standfirst.present.past import Today
from standfirst.present.planner import Page, PlannedPage, Planner
from standfirst.problems.errors import Problem

_Output: TypeAlias = PlannedPage | Artifact | PlannedFile | DerivedFile
# A new page is a module with a `plan` of its own, named here.
_PAGES = (
    home, glossary, actors, chronology, claims, figures, places, images, unknowns, sources, search, updates, changes,
    about, data, embeds, link_lists, not_found, redirects,
)  # fmt: skip
# What is asked for at an address that nothing has, or that was left, is found in the site of today.
_OF_TODAY_ALONE = frozenset({not_found, redirects})


@frozen
class Plan:
    """All files of a site, each with a route of its own unless there are `problems`.

    `copied` are the files that were made before, `files` those that are still to be made and are no pages; `remade` are
    images, which are made where those of the writer are; `derived` are made of all these, when they are made.
    """

    pages: tuple[PlannedPage, ...]
    copied: tuple[Artifact, ...]
    files: tuple[PlannedFile, ...]
    remade: tuple[PlannedFile, ...]
    derived: tuple[DerivedFile, ...]
    planner: Planner
    linked: LinkedData
    moved: MovedAnchors
    problems: tuple[Problem, ...]

    def make(self, page: PlannedPage) -> Page:
        """Return one of the pages with all that its template sees, and what it says to machines."""
        view = page.make_view()
        view = replace(view, linked_data=self.linked.of(view), anchor_files=self.moved.files.get(page.route))
        return Page(page.route, page.template, view, self.moved.digest)


def plan(planner: Planner, beside: Iterable[Artifact | PlannedFile] = ()) -> Plan:
    """Return which files a site has, with a problem where two of them would have one address.

    `beside` are those that follow from no fact: assets, cards and images.
    """
    every = tuple(beside)
    copied = tuple(each for each in every if isinstance(each, Artifact))
    remade = tuple(each for each in every if isinstance(each, PlannedFile))
    modules = (module for module in _PAGES if not (planner.past and module in _OF_TODAY_ALONE))
    pages = tuple(page for module in modules for page in module.plan(planner))
    moved = moved_anchors(pages)
    files = tuple(_files(planner, pages, moved))
    own = frozenset(each.route for each in (*pages, *every, *files))
    derived = tuple(download_files(planner, own))
    problems = tuple(_collisions((*pages, *every, *files, *derived)))
    return Plan(pages, copied, files, remade, derived, planner, LinkedData(planner), moved, problems)


def today_of(plan: Plan) -> Today:
    """Return how pages of earlier days lead to a site."""
    moved = moved_pages(plan.planner.site)
    pages = frozenset(page.route for page in plan.pages if page.route not in moved)
    every: tuple[_Output, ...] = (*plan.pages, *plan.copied, *plan.files, *plan.remade, *plan.derived)
    return Today(plan.planner.site_view.base_url, pages, moved, frozenset(each.route for each in every))


def _files(planner: Planner, pages: Sequence[PlannedPage], moved: MovedAnchors) -> Iterator[PlannedFile]:
    """Yield the files that stand beside the pages."""
    yield from data_files(planner.presenter, planner.shown_day)
    yield from calendar_files(planner)
    yield from bibliography_files(planner)
    yield from search_files(planner)
    yield from anchor_files(moved)
    if planner.past:
        return
    yield from feed_files(planner)
    yield from embed_answers(planner)
    yield from crawler_files(pages, planner.site_view)
    yield from redirects_file(planner.site, planner.site_view.base_path)


def _collisions(outputs: Iterable[_Output]) -> Iterator[Problem]:
    seen: dict[str, _Output] = {}
    for output in outputs:
        first = seen.setdefault(output.route, output)
        if first is not output:
            message = f"two files of the site have this address: {_named(first)} and {_named(output)}"
            yield Problem(Origin(output.route, 1, 1), message, "rename one of the two")


def _named(output: _Output) -> str:
    return f"the page '{output.make_view().title}'" if isinstance(output, PlannedPage) else "one that is no page"
