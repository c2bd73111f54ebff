"""Pages rendered by several processes, which share out the pages of a plan and nothing else.

A worker is a fork of this process, so it knows the plan already: it is told which pages to make, works out what these
show, and sends back what came of them.
"""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from standfirst.present.planner import Page, PlannedPage
from standfirst.problems.errors import UsageError
from standfirst.reading.files import TemplateFiles
from standfirst.rendering.render import Progress, RenderedPages, collect, render_part

# On macOS libraries of the system may crash in a fork, and Windows has none: there one process renders all pages.
HAS_WORKERS = sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()
# Few enough to share out well and to tell of, enough for a round trip to be worth it.
_PAGES_A_PART = 25


@dataclass(frozen=True, slots=True)
class Work:
    """All that a worker inherits: pages in parts, what each shows, and what they are rendered with."""

    parts: tuple[tuple[PlannedPage, ...], ...]
    make: Callable[[PlannedPage], Page]
    templates: TemplateFiles
    language: str


def render_in_workers(work: Work, processes: int, on_progress: Progress) -> RenderedPages:
    """Render all pages of some work in so many processes, as `render` would in this one.

    Raises a `UsageError` where the system ends one of the processes.
    """
    # Small parts are those of pages that are alone of their kind, and so show the most: begun last they would end last.
    by_size = sorted(range(len(work.parts)), key=lambda number: len(work.parts[number]))
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, fork, initializer=_inherit, initargs=(work,)) as executor:
        try:
            begun = {number: executor.submit(_render_inherited, number) for number in by_size}
            results = [(len(part), begun[number].result) for number, part in enumerate(work.parts)]
            return collect(results, on_progress)
        except BrokenProcessPool:
            raise UsageError(
                "the system ended a process that rendered pages, maybe for want of memory; --jobs 1 needs the least"
            ) from None
        finally:
            # Where a page does not end, no more are begun.
            executor.shutdown(wait=False, cancel_futures=True)


def in_parts(pages: Sequence[PlannedPage]) -> tuple[tuple[PlannedPage, ...], ...]:
    """Share out pages, those of one template together."""
    runs = [tuple(run) for _, run in itertools.groupby(pages, key=lambda page: page.template)]
    starts = [(run, start) for run in runs for start in range(0, len(run), _PAGES_A_PART)]
    return tuple(run[start : start + _PAGES_A_PART] for run, start in starts)


# The work that a worker was forked for; only workers set it.
_inherited: list[Work] = []


def _inherit(work: Work) -> None:
    # Looking for garbage would also copy the memory that is shared with the process before.
    gc.disable()
    _inherited.append(work)


def _render_inherited(number: int) -> RenderedPages:
    work = _inherited[0]
    return render_part(work.templates, work.language, [work.make(page) for page in work.parts[number]])
