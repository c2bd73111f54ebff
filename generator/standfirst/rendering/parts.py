"""A site shared out in parts, which any executor makes: processes of this machine, or a cluster."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent import futures
from concurrent.futures import BrokenExecutor, Future
from dataclasses import field, replace
from typing import TypeVar

from standfirst.frozen import digest
from standfirst.model.frozen_class import frozen
from standfirst.pages.plan import Plan
from standfirst.present.planner import Page
from standfirst.reading.files import TemplateFiles
from standfirst.rendering.render import Collector, RenderedPages, Surroundings, render_part
from standfirst.rendering.staleness import PageInputs
from standfirst.rendering.template_files import templates_of_pages

T = TypeVar("T")

# Few enough to share out well and to tell of, enough for a round trip to be worth it.
_PAGES_A_PART = 25


@frozen
class Part:
    """Some pages of a plan, or some of the files beside them, by their numbers in it."""

    pages: range = range(0)
    files: range = range(0)


@frozen
class Work:
    """All that a site is made of: the plan, which says what each page shows, and what they are rendered with.

    With `digests`, those of what pages are made from come back with them. Pages whose digests are those of `before` are
    not rendered.
    """

    plan: Plan
    templates: TemplateFiles
    language: str
    digests: bool = False
    before: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The whole site: pages in parts of one template each, and files in parts of one folder each."""
        pages = runs(self.plan.pages, lambda page: page.template, most=_PAGES_A_PART)
        # What stands in one folder is made of much the same.
        files = runs(self.plan.files, lambda file: file.route.rpartition("/")[0], most=len(self.plan.files))
        return (*(Part(pages=each) for each in pages), *(Part(files=each) for each in files))

    def make(self, part: Part) -> RenderedPages:
        """Make the pages and the files of one part."""
        pages = [self.plan.make(page) for page in self.plan.pages[part.pages.start : part.pages.stop]]
        digests = self._digests(pages) if self.digests else {}
        stale = [
            page for page in pages if page.route not in digests or digests[page.route] != self.before.get(page.route)
        ]
        around = Surroundings(len(self.plan.planner.site.facts), self.plan.moved)
        rendered = render_part(self.templates, self.language, stale, around)
        return replace(
            rendered,
            digests=digests,
            files=tuple(file.make() for file in self.plan.files[part.files.start : part.files.stop]),
        )

    def _digests(self, pages: Sequence[Page]) -> dict[str, bytes]:
        made_with = templates_of_pages(self.templates)
        return {page.route: digest(PageInputs(page, made_with.get(page.template, ()), self.language)) for page in pages}


def runs(items: Sequence[T], key: Callable[[T], object], *, most: int) -> Iterator[range]:
    """Yield the numbers of items that follow one another and have one key, in runs of no more than `most`."""
    start = 0
    for _, run in itertools.groupby(items, key=key):
        stop = start + sum(1 for _ in run)
        yield from (range(first, min(first + most, stop)) for first in range(start, stop, most))
        start = stop


def make_parts(
    submit: Callable[[Part], Future[RenderedPages]],
    parts: Sequence[Part],
    collector: Collector,
    *,
    as_completed: Callable[[Iterable[Future[RenderedPages]]], Iterator[Future[RenderedPages]]] = futures.as_completed,
) -> RenderedPages:
    """Have parts of a site made, and return what comes of all of them, in their order.

    `submit` hands one to an `Executor`, and `as_completed` waits for what comes of them. Where a page does not end, no
    more parts are begun.
    """
    # Files beside pages, and pages that are alone of their kind, show the most: begun last they would end last.
    begun = {submit(part): number for number, part in sorted(enumerate(parts), key=lambda each: len(each[1].pages))}

    def made() -> Iterator[tuple[int, RenderedPages]]:
        for future in as_completed(tuple(begun)):
            # It is let go of, since it holds what came of it, and a cluster keeps what somebody may still ask for.
            yield begun.pop(future), future.result()

    try:
        return collector.collect([len(part.pages) for part in parts], made())
    except BrokenExecutor:
        # It tells each of its futures so, at this very moment, and would end at one that was cancelled.
        begun.clear()
        raise
    finally:
        for future in begun:
            future.cancel()
