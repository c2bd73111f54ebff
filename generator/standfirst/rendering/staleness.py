"""What is out of date: each page beside what it was made from the last time.

Inputs are compared as values. They are frozen, so that nothing can have changed them since, and to find all pages alike
takes a third of the time that a digest of each would take. Only of what another process has worked out is there but the
digest: to send it would take longer than to work it out again.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from standfirst.frozen import digest
from standfirst.model.frozen_class import frozen
from standfirst.present.planner import Page
from standfirst.reading.files import InputFile


@frozen
class PageInputs:
    """All that a page is made from; what a template includes, extends or imports is among its templates."""

    page: Page
    templates: tuple[InputFile, ...]
    language: str


def stale_routes(now: Mapping[str, PageInputs], before: Mapping[str, PageInputs | bytes]) -> tuple[str, ...]:
    """Return the routes that have to be rendered, in the order of `now`; `before` may hold digests."""
    return tuple(route for route, inputs in now.items() if not _is_as_before(inputs, before.get(route)))


def _is_as_before(inputs: PageInputs, before: PageInputs | bytes | None) -> bool:
    return (digest(inputs) if isinstance(before, bytes) else inputs) == before


def changed_paths(now: Mapping[str, Hashable], before: Mapping[str, Hashable]) -> tuple[str, ...]:
    """Return the paths of the files that were written, added or removed, in order."""
    return tuple(sorted(path for path in now.keys() | before.keys() if now.get(path) != before.get(path)))
