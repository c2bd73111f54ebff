"""What there is to mend after a recheck, each at the line that cites it or that names the address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from standfirst.model import AlteredPassage, CheckedSource, Origin, Passage, Source, SourceState
from standfirst.problems.errors import Problem, Severity
from standfirst.sources.lock import passage_key


def problems_of(source: Source, seen: CheckedSource | None, passages: Iterable[Passage]) -> Iterator[Problem]:
    """Yield what was seen of a source that its writer should know.

    What changed or cannot be reached is an error, an address that moved a warning, and what could not be compared a
    note. `seen` is None of a source without an address.
    """
    if seen is None:
        yield Problem(source.origin, f"'{source.id}' has no address to look at", "", Severity.NOTE)
        return
    place = source.origin_of("url")
    if seen.moved_to:
        yield _moved(place, source, seen)
    match seen.state:
        case SourceState.SAME | SourceState.MOVED:
            return
        case SourceState.CHANGED:
            origins: dict[str, Origin] = {passage_key(each): each.origin for each in passages}
            for each in seen.altered:
                yield _altered(source, each, origins.get(each.key, source.origin), seen)
        case SourceState.UNREACHABLE:
            yield Problem(place, f"'{source.id}' cannot be reached at {seen.url}: {seen.why}", _elsewhere(source))
        case SourceState.WALLED:
            yield _not_known(place, source, seen)
        case SourceState.NOT_ALLOWED:
            yield _not_allowed(place, source, seen)
        case _:
            assert_never(seen.state)


def _moved(place: Origin, source: Source, seen: CheckedSource) -> Problem:
    message = f"'{source.id}' has moved from {seen.url}"
    return Problem(place, message, f"write `url: {seen.moved_to}` once you have looked at it", Severity.WARNING)


def _not_known(place: Origin, source: Source, seen: CheckedSource) -> Problem:
    message = f"whether '{source.id}' is the same at {seen.url} is not known: {seen.why}"
    return Problem(place, message, "look at it in a browser", Severity.NOTE)


def _not_allowed(place: Origin, source: Source, seen: CheckedSource) -> Problem:
    message = f"'{source.id}' was not looked at, at {seen.url}: {seen.why}"
    return Problem(place, message, "look at it in a browser", Severity.NOTE)


def _altered(source: Source, each: AlteredPassage, origin: Origin, seen: CheckedSource) -> Problem:
    what = "no longer stands" if each.gone else "no longer stands as it did"
    is_now = "the nearest words there now are" if each.gone else "there it now says"
    now = f"{is_now} “{each.now}”; " if each.now else ""
    message = f"“{each.words}” {what} in '{source.id}', at {seen.moved_to or seen.url}"
    return Problem(origin, message, f"{now}{_elsewhere(source)}, or mend what cites it")


def _elsewhere(source: Source) -> str:
    if source.archive_url:
        return f"compare the archived copy, {source.archive_url}"
    return "look for an archived copy, and name it as `archive_url`"
