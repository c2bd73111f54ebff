"""Days in `as_of` of which there is nothing to show."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from standfirst.model import Explainer, Instant, end_of
from standfirst.problems.errors import Problem, Severity


def doubtful_days(explainer: Explainer, now: Instant) -> Iterator[Problem]:
    """Yield days that are named twice, are not over yet, or were before the explainer was published."""
    seen: set[datetime.date] = set()
    for named in explainer.as_of:
        day = named.day
        if day in seen:
            yield Problem(named.origin, f"{day} is named twice", "leave one out")
        elif end_of(day) >= now:
            yield Problem(named.origin, f"{day} is not over yet, in UTC", "name a day once it is over")
        elif day < explainer.published:
            message = f"on {day} the explainer was not published yet ({explainer.published})"
            yield Problem(named.origin, message, "name a later day", Severity.WARNING)
        seen.add(day)
