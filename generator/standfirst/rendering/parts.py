"""The pages of a site shared out in parts, which any executor renders: processes of this machine, or a cluster."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial

from standfirst.frozen import digest
from standfirst.pages.plan import Plan
from standfirst.present.planner import Page, PlannedPage
from standfirst.reading.files import TemplateFiles
from standfirst.rendering.render import Progress, RenderedPages, collect, render_part
from standfirst.rendering.staleness import PageInputs
from standfirst.rendering.template_files import templates_of_pages

# Few enough to share out well and to tell of, enough for a round trip to be worth it.
_PAGES_A_PART = 25


@dataclass(frozen=True, slots=True)
class Work:
    """All that pages are made of: the plan, which says what each of them shows, and what they are rendered with.

    With `digests`, those of what pages were made from come back with them.
    """

    plan: Plan
    templates: TemplateFiles
    language: str
    digests: bool = False

    @property
    def parts(self) -> tuple[range, ...]:
        """The pages by their numbers in the plan, in parts of one template each."""
        return in_parts(self.plan.pages)

    def render(self, part: range) -> RenderedPages:
        """Make the pages of one part."""
        pages = [self.plan.make(page) for page in self.plan.pages[part.start : part.stop]]
        rendered = render_part(self.templates, self.language, pages, len(self.plan.planner.site.facts))
        return replace(rendered, digests=self._digests(pages)) if self.digests else rendered

    def _digests(self, pages: Sequence[Page]) -> dict[str, bytes]:
        made_with = templates_of_pages(self.templates)
        return {page.route: digest(PageInputs(page, made_with.get(page.template, ()), self.language)) for page in pages}


def in_parts(pages: Sequence[PlannedPage]) -> tuple[range, ...]:
    """Share out pages, those of one template together."""
    parts: list[range] = []
    start = 0
    for _, run in itertools.groupby(pages, key=lambda page: page.template):
        stop = start + sum(1 for _ in run)
        parts += (range(first, min(first + _PAGES_A_PART, stop)) for first in range(start, stop, _PAGES_A_PART))
        start = stop
    return tuple(parts)


def render_parts(
    submit: Callable[[range], Future[RenderedPages]],
    parts: Sequence[range],
    on_progress: Progress,
    *,
    result: Callable[[Future[RenderedPages]], RenderedPages] = Future.result,
) -> RenderedPages:
    """Have parts of a site rendered, and return what comes of all of them, in their order.

    `submit` hands one to an `Executor`, and `result` waits for it. Where a page does not end, no more parts are begun.
    """
    # Small parts are those of pages that are alone of their kind, and so show the most: begun last they would end last.
    begun = {part: submit(part) for part in sorted(parts, key=len)}

    def take(part: range) -> RenderedPages:
        # It is let go of, since a cluster keeps what somebody may still ask for.
        return result(begun.pop(part))

    try:
        return collect([(len(part), partial(take, part)) for part in parts], on_progress)
    finally:
        for future in begun.values():
            future.cancel()
