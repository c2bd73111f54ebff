"""Pages to artifacts: each from its template and its view alone, so that any process can render any page."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace

from standfirst.model.frozen_class import frozen
from standfirst.outputs.anchors import NONE_MOVED, MovedAnchors
from standfirst.outputs.artifact import Artifact
from standfirst.present.planner import Page
from standfirst.problems.errors import Problem, attempt, in_order
from standfirst.reading.files import TemplateFiles
from standfirst.rendering.limits import Watchdog, limited_memory, page_limits
from standfirst.rendering.renderer import PageTimeLimitError, RenderedPage, Renderer
from standfirst.rendering.spool import Spool

# It hears how many pages are done, of how many.
Progress = Callable[[int, int], None]

# So often it is told how many are done.
_PAGES_A_PART = 50


@frozen
class RenderedPages:
    """The pages that could be rendered, in their order, and what is wrong with the others.

    `digests` are of what pages were made from, by route, and `files` stand beside the pages, where another process made
    these.
    """

    pages: tuple[RenderedPage, ...]
    problems: tuple[Problem, ...]
    digests: Mapping[str, bytes] = field(default_factory=dict)
    files: tuple[Artifact, ...] = ()

    def spooled(self, spool: Spool) -> RenderedPages:
        """Return the same with their bodies in a spool."""
        return replace(
            self,
            pages=tuple(page.with_artifact(spool.keep(page.artifact)).with_shared_links() for page in self.pages),
            files=tuple(map(spool.keep, self.files)),
        )


@frozen
class Surroundings:
    """What of the whole site concerns each page: how many facts it has, and which anchors have moved.

    On a larger site a page may take more; links lead past anchors that have moved.
    """

    facts: int = 0
    moved: MovedAnchors = NONE_MOVED


ALONE = Surroundings()


def say_nothing(_done: int, _total: int) -> None:
    """Whoever waits for it wants no progress."""


@frozen
class Collector:
    """Takes what is made of a site, part by part: bodies go into a spool, and `on_progress` hears of it."""

    spool: Spool = field(default_factory=Spool)
    on_progress: Progress = say_nothing

    def collect(self, pages: Sequence[int], made: Iterable[tuple[int, RenderedPages]]) -> RenderedPages:
        """Return what comes of all parts in their order; `pages` says how many each has.

        What is made of them comes in any order, with the number of its part, and is held by nobody but the spool from
        then on. A page that does not end is the only problem, and no part is asked for after it.
        """
        parts: dict[int, RenderedPages] = {}
        done, too_long = 0, None
        try:
            for number, part in made:
                parts[number] = part.spooled(self.spool)
                done += pages[number]
                self.on_progress(done, sum(pages))
        except PageTimeLimitError as error:
            # The other pages might not end either.
            too_long = error.args
        whole = [parts[number] for number in sorted(parts)]
        return RenderedPages(
            pages=tuple(page for part in whole for page in part.pages),
            problems=too_long or merge_alike(problem for part in whole for problem in part.problems),
            digests={route: digest for part in whole for route, digest in part.digests.items()},
            files=tuple(file for part in whole for file in part.files),
        )


def render(
    pages: Sequence[Page],
    templates: TemplateFiles,
    language: str,
    *,
    around: Surroundings = ALONE,
    collector: Collector | None = None,
) -> RenderedPages:
    """Render pages. One that does not end is the only problem that is returned, and no more are rendered after it."""
    parts = [pages[start : start + _PAGES_A_PART] for start in range(0, len(pages), _PAGES_A_PART)]
    made = ((number, render_part(templates, language, part, around)) for number, part in enumerate(parts))
    return (collector or Collector()).collect([*map(len, parts)], made)


def merge_alike(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the same fault of a template in many pages as one problem that names the first and counts the others."""
    groups = itertools.groupby(in_order(problems), key=lambda problem: (problem.origin, problem.message))
    return tuple(_merged(*group) for _, group in groups)


def _merged(first: Problem, *others: Problem) -> Problem:
    return replace(first, hint=f"{first.hint}, and in {len(others)} more") if others else first


def render_part(
    templates: TemplateFiles, language: str, pages: Sequence[Page], around: Surroundings = ALONE
) -> RenderedPages:
    """Render some pages, each within its time and memory; raise a `PageTimeLimitError` for one that does not end."""
    limits = page_limits(around.facts)
    renderer = _renderer(templates, language, _Moved(around.moved.digest, around.moved))
    watchdog = Watchdog(limits.seconds)
    problems: list[Problem] = []

    def watched(page: Page) -> RenderedPage:
        with watchdog.one_page():
            return renderer.render(page, limits.characters)

    try:
        with watchdog.running(), limited_memory(limits.memory):
            rendered = [attempt(watched, page, problems) for page in pages]
    except PageTimeLimitError as error:
        told = error.args
    else:
        return RenderedPages(tuple(page for page in rendered if page), tuple(problems))
    # It may be sent to another process, and the trace of one that struck between two lines cannot always be.
    raise PageTimeLimitError(*told)


@frozen
class _Moved:
    """Anchors that have moved, known by their digest: to compare them all would take longer than to render a page."""

    digest: str
    anchors: MovedAnchors = field(compare=False)


@functools.lru_cache(maxsize=1)
def _renderer(templates: TemplateFiles, language: str, moved: _Moved) -> Renderer:
    return Renderer(templates, language, moved.anchors.to)
