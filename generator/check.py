"""The rules about a resolved site: what does not hold, and what a writer should look at."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks.as_written import shown_as_written
from generator.checks.binding import disagreements, unbound
from generator.checks.drafts import needed_drafts
from generator.checks.places import beyond_the_basemap
from generator.checks.quotations import unpaired
from generator.checks.speakers import unnamed_speakers
from generator.checks.spellings import misspelt
from generator.checks.standing import standing
from generator.checks.values import unsupported
from generator.errors import Problem
from generator.model import Id
from generator.site import Site
from generator.sources.copies import Copy
from generator.sources.lock import Lock


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
