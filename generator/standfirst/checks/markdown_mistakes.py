"""Markdown that readers would see as it is typed, or otherwise than meant: slips in references, and oddities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from standfirst.cache import cached_per_item
from standfirst.model.walking import Holder, prose_in
from standfirst.problems.errors import Problem, Severity
from standfirst.prose.mistakes import problem_of_fault, slips_in
from standfirst.prose.near_references import Slip
from standfirst.site.site import Site


def markdown_mistakes(site: Site) -> Iterator[Problem]:
    """Yield everything of the kind in all texts.

    A slip that names no fact of the site is only a warning, and passed over unless it is written as a reference is.
    """
    for slip in _slips_of.flat_map(site.holders):
        if slip.fact is None or slip.fact in site.index:
            yield slip.problem
        elif slip.exact:
            # To make a reference of it would only lead to nothing.
            yield replace(slip.problem, severity=Severity.WARNING, fix=())
    yield from _oddities_of.flat_map(site.holders)


@cached_per_item
def _slips_of(holder: Holder) -> Iterator[Slip]:
    for prose in prose_in(holder):
        yield from slips_in(prose)


@cached_per_item
def _oddities_of(holder: Holder) -> Iterator[Problem]:
    for prose in prose_in(holder):
        for fault in prose.document.faults:
            yield problem_of_fault(fault, prose, Severity.WARNING)
