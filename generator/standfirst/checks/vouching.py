"""Vouchings that hold no longer, and facts for which fewer persons vouched than `site.yaml` asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standfirst.model import Origin
from standfirst.problems.errors import Problem, Severity
from standfirst.site.site import Site
from standfirst.site.vouching import Standing, rests_on_what_is_found, standings
from standfirst.sources.lock import Lock


def unvouched_facts(site: Site, lock: Lock) -> Iterator[Problem]:
    """Yield a warning for each vouching that is stale, at its line, and for each fact with too few that hold."""
    found = standings(site, lock)
    for standing in found:
        yield from _stale(standing)
        # Where it is not known whether a vouching holds, that is told instead.
        if len(standing.unchanged) < standing.needed:
            yield _too_few(standing)
    unknown = [each for each in found if each.unchanged and not each.basis.passages]
    yield from _not_known([each for each in unknown if rests_on_what_is_found(each.fact, lock)])


def _stale(standing: Standing) -> Iterator[Problem]:
    name = standing.fact.fact_id
    for vouching, changed in standing.stale:
        what = " and ".join(changed)
        message = f"{what} of {name} changed since {vouching.by} vouched for it, on {vouching.on.isoformat()}"
        yield Problem(vouching.origin, message, f"`review {name}` shows both; or remove this line", Severity.WARNING)


def _too_few(standing: Standing) -> Problem:
    name, persons = standing.fact.fact_id, "person" if standing.needed == 1 else "persons"
    message = f"{name} is vouched for by {len(standing.unchanged)} of {standing.needed} {persons}"
    hint = f"`review {name}` shows it beside its passages"
    return Problem(standing.fact.origin, message, hint, Severity.WARNING)


def _not_known(found: Sequence[Standing]) -> Iterator[Problem]:
    """One warning for all: what is missing is written all at once."""
    if found:
        first = found[0]
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        message = f"nobody can tell whether the passages of {first.fact.fact_id}{more} are those that were vouched for"
        hint = "run `lock` where the copies are: this sources.lock does not have their whole wording"
        yield Problem(_start_of(first.unchanged[0].origin), message, hint, Severity.WARNING)


def _start_of(origin: Origin) -> Origin:
    return Origin(origin.path, 1, 1)
