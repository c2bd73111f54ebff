"""What was seen at the addresses of the sources when somebody last looked: `sources.checked`."""

from __future__ import annotations

import datetime
from enum import StrEnum

from standfirst.model.frozen_class import frozen
from standfirst.model.values import Id


class SourceState(StrEnum):
    """What became of what is cited of a source, at its address."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    UNREACHABLE = "unreachable"
    WALLED = "walled"
    NOT_ALLOWED = "not-allowed"


@frozen
class AlteredPassage:
    """Cited words that no longer stand as they did: known by their key in the lock, with the words nearest to them now.

    `gone` are those that stand there no more; of others something between their first and last words is another.
    """

    key: str
    words: str
    now: str
    gone: bool


@frozen(kw_only=True)
class CheckedSource:
    """What was seen of a source on the day on which it was `checked`, and `since` when the same was seen each time.

    `moved_to` is where its address leads for good, and `why` says why nothing could be compared. `wordings` are, by the
    keys of passages, the digests of their whole wording, with which the next look compares.
    """

    id: Id
    state: SourceState
    checked: datetime.date
    since: datetime.date
    url: str
    moved_to: str = ""
    why: str = ""
    altered: tuple[AlteredPassage, ...] = ()
    wordings: tuple[tuple[str, str], ...] = ()
