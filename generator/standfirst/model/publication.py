"""What of an explainer is published when: what is held back, and what is next to be published."""

from __future__ import annotations

import datetime
from enum import Enum

from standfirst.model.frozen_class import frozen
from standfirst.model.values import AFTER_ALL, BEFORE_ALL, Instant, Located, Moment, Origin

_EPOCH = datetime.datetime(1970, 1, 1)
_DAY = 24 * 60 * 60


@frozen(kw_only=True)
class Publishable(Located):
    """What can be held back: as a draft until somebody says otherwise, or until a moment.

    Once that has come, `site/publication.py` takes it away: later stages know no time, and what has one is held back.
    """

    draft: bool = False
    publish_at: Moment | None = None

    @property
    def is_held_back(self) -> bool:
        """Whether it is not published yet."""
        return self.draft or self.publish_at is not None


def end_of(day: datetime.date) -> Instant:
    """Return the last second of a day, in UTC."""
    return Instant((day - _EPOCH.date()).days * _DAY + _DAY - 1)


class Drafts(Enum):
    """Whether what is held back, as a draft or until a moment, is part of the site."""

    SHOW = "show"
    HIDE = "hide"

    def include(self, *, held_back: bool) -> bool:
        """Tell whether something is part of the site."""
        return self is Drafts.SHOW or not held_back


@frozen
class Due:
    """What is published next: when, as that is written, and all that is published then, by kind and id.

    `origin` is where that is written of the first.
    """

    when: str
    at: Instant
    names: tuple[str, ...]
    origin: Origin

    @property
    def utc(self) -> str:
        """When, as programs read it: `2026-05-12T05:00:00Z`."""
        return f"{(_EPOCH + datetime.timedelta(seconds=self.at)).isoformat()}Z"

    def __str__(self) -> str:
        first, *more = self.names
        return f"Next due: {self.when} ({', '.join([first, *([f'{len(more)} more'] if more else [])])})"


@frozen
class Schedule:
    """From when on and up to when nothing changes by itself, in a site and in what is said of it; and what comes then.

    Something may change by itself that is not published: a fact is due for another look.
    """

    since: Instant = BEFORE_ALL
    until: Instant = AFTER_ALL
    next_due: Due | None = None

    def holds_at(self, now: Instant) -> bool:
        """Whether a site that was made for this stretch of time is that of another moment, too."""
        return self.since <= now < self.until


UNCHANGING = Schedule()
