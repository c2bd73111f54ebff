"""The rules about a resolved site: what does not hold, and what a writer should look at."""

from __future__ import annotations

from collections.abc import Mapping

from standfirst.checks.basemap_reach import beyond_the_basemap
from standfirst.checks.bound_links import disagreements, unbound
from standfirst.checks.consistency import standing
from standfirst.checks.drafts import needed_drafts
from standfirst.checks.quotation_pairs import unpaired
from standfirst.checks.speakers import unnamed_speakers
from standfirst.checks.spellings import misspelt
from standfirst.checks.values import unsupported
from standfirst.checks.written_as_text import shown_as_written
from standfirst.model import Id
from standfirst.problems.errors import Problem
from standfirst.site.site import Site
from standfirst.sources.copies import Copy
from standfirst.sources.lock import Lock


def check(
    site: Site,
    lock: Lock,
    copies: Mapping[Id, Copy] | None = None,
    *,
    is_whole: bool = True,
) -> tuple[Problem, ...]:
    """Return everything that is wrong, or may be, with a site.

    `lock` says which of the passages that it cites were found, and `copies` are the sources that are at hand. A site is
    not whole if something in it cannot be read or leads nowhere: then only that is told which does not depend on it.
    """
    if not is_whole:
        return tuple(disagreements(site))
    return (
        *disagreements(site),
        *needed_drafts(site),
        *standing(site),
        *unsupported(site, lock, copies or {}),
        *unnamed_speakers(site, copies or {}),
        *unbound(site),
        *unpaired(site),
        *shown_as_written(site),
        *beyond_the_basemap(site),
        *misspelt(site),
    )
