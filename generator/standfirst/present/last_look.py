"""What readers are told of the last look at the address of a source: that it was looked at, and what was missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from standfirst.model import AlteredPassage, CheckedSource, Id, Passage, Source, SourceState
from standfirst.present.naming import Naming
from standfirst.site.site import Site
from standfirst.sources.lock import Lock, passage_key


def last_looks(site: Site, lock: Lock) -> Mapping[Id, CheckedSource]:
    """Return what was seen of each source that still has the address, and of what is still cited of it."""
    urls = {source.id: source.url for source in site.all(Source)}
    return {each.id: _as_cited(each, lock) for each in site.checked if urls.get(each.id) == each.url}


def _as_cited(seen: CheckedSource, lock: Lock) -> CheckedSource:
    """What was seen, without what its writer has mended since."""
    locked = lock.sources.get(seen.id)
    cited = {*locked.passages, *locked.quotations} if locked else set()
    altered = tuple(each for each in seen.altered if each.key in cited)
    is_mended = seen.state is SourceState.CHANGED and not altered
    return replace(seen, altered=altered, state=SourceState.SAME if is_mended else seen.state)


def note_of_source(seen: CheckedSource, naming: Naming) -> str:
    """Return what a reader should know of the source, as a sentence; nothing where what is cited stands there."""
    match seen.state:
        case SourceState.SAME | SourceState.MOVED:
            return ""
        case SourceState.CHANGED:
            said = naming.say("On %(date)s some of what is cited here no longer stood at the address as it did.")
        case SourceState.UNREACHABLE:
            said = naming.say("On %(date)s the address could not be reached.")
        case SourceState.WALLED | SourceState.NOT_ALLOWED:
            said = naming.say("On %(date)s the address was not open to programs, so nothing was compared.")
        case _:
            assert_never(seen.state)
    return said % {"date": naming.day(seen.since).text}


def note_of_passage(seen: CheckedSource | None, passage: Passage, naming: Naming) -> str:
    """Return what a reader should know of a passage; nothing where it stands at the address, as far as was seen."""
    altered = _altered(seen, passage)
    if seen is None or altered is None:
        return ""
    if altered.gone:
        said = naming.say("On %(date)s this passage no longer stood at the address.")
    else:
        said = naming.say("On %(date)s this passage stood at the address with other words in it.")
    return said % {"date": naming.day(seen.since).text}


def is_better_archived(seen: CheckedSource | None, passage: Passage) -> bool:
    """Whether an archived copy shows a passage better than its address: it is another there, or cannot be reached."""
    return seen is not None and (seen.state is SourceState.UNREACHABLE or _altered(seen, passage) is not None)


def _altered(seen: CheckedSource | None, passage: Passage) -> AlteredPassage | None:
    if seen is None or not seen.altered:
        return None
    key = passage_key(passage)
    return next((each for each in seen.altered if each.key == key), None)
