"""A site that is ready to publish, and how it is kept in the cache between builds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

from standfirst.model import UNCHANGING, Due, Instant, Origin, Schedule
from standfirst.model.addresses import PAST
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import Artifact
from standfirst.problems.errors import Problem, Severity
from standfirst.problems.remedies import Replacement
from standfirst.publishing.cache_folder import CacheFolder

_LENGTH_SIZE = 8


@frozen
class ShownCommit:
    """A day that a site shows, as `2026-05-12`, the commit of which it shows the content, and its key in the cache."""

    day: str
    commit: str
    key: str


@frozen
class FinishedSite:
    """All that is published of a site, how many of the files are pages, what a writer should look at, and when.

    `shown` are the earlier days that are among it, and by which commits.
    """

    artifacts: tuple[Artifact, ...]
    pages: int
    warnings: tuple[Problem, ...]
    schedule: Schedule = UNCHANGING
    shown: tuple[ShownCommit, ...] = ()


def keep_site(site: FinishedSite, key: str, cache: CacheFolder) -> None:
    """Keep a site in a cache, in one file, so that it is read as fast as the disk allows.

    The days that it shows are there already, each in a file of its own.
    """
    own = [artifact for artifact in site.artifacts if not (site.shown and artifact.route.startswith(PAST))]
    head = json.dumps(
        {
            "pages": site.pages,
            "warnings": [_as_data(problem) for problem in site.warnings],
            "schedule": _schedule_as_data(site.schedule),
            "shown": [(each.day, each.commit, each.key) for each in site.shown],
            "files": [(artifact.route, artifact.size) for artifact in own],
        }
    ).encode()
    length = len(head).to_bytes(_LENGTH_SIZE, "big")
    cache.put(key, chain((length, head), (artifact.body for artifact in own)))


def kept_site(key: str, cache: CacheFolder) -> FinishedSite | None:
    """Return the site that was kept under a key, or None where a cache does not have it, or a day that it shows.

    It may have been made for another time: that is not in the key, since to tell which matters takes reading all of it.
    """
    entry = cache.get(key)
    if entry is None:
        return None
    start = _LENGTH_SIZE + int.from_bytes(entry[:_LENGTH_SIZE], "big")
    head = json.loads(bytes(entry[_LENGTH_SIZE:start]))
    shown = tuple(ShownCommit(*each) for each in head["shown"])
    days = [day for day in (kept_site(each.key, cache) for each in shown) if day]
    if len(days) < len(shown):
        return None
    return FinishedSite(
        (*_artifacts(head["files"], entry[start:]), *(artifact for day in days for artifact in day.artifacts)),
        head["pages"],
        tuple(map(_problem, head["warnings"])),
        _schedule(*head["schedule"]),
        shown,
    )


def _artifacts(files: list[tuple[str, int]], bodies: memoryview) -> Iterator[Artifact]:
    start = 0
    for route, size in files:
        yield Artifact(route, bytes(bodies[start : start + size]))
        start += size


def _as_data(problem: Problem) -> tuple[object, ...]:
    fix = [(*each.origin, each.old, each.new, each.literal) for each in problem.fix]
    return (*problem.origin, problem.message, problem.hint, problem.severity, problem.is_cause, fix)


def _schedule_as_data(schedule: Schedule) -> tuple[object, ...]:
    due = schedule.next_due
    return schedule.since, schedule.until, due and (due.when, due.at, due.names, due.origin)


_DueData = tuple[str, int, list[str], tuple[str, int, int]]


def _schedule(since: int, until: int, due: _DueData | None) -> Schedule:
    next_due = due and Due(due[0], Instant(due[1]), tuple(due[2]), Origin(*due[3]))
    return Schedule(Instant(since), Instant(until), next_due or None)


_ReplacementData = tuple[str, int, int, str, str, bool]


def _problem(data: tuple[str, int, int, str, str, int, bool, list[_ReplacementData]]) -> Problem:
    path, line, column, message, hint, severity, is_cause, fix = data
    replacements = tuple(Replacement(Origin(*each[:3]), *each[3:]) for each in fix)
    return Problem(Origin(path, line, column), message, hint, Severity(severity), is_cause, replacements)
