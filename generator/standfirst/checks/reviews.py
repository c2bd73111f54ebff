"""Facts that somebody was to look at again by now."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.language import dates
from standfirst.model import Instant
from standfirst.problems.errors import Problem, Severity
from standfirst.site.site import Site


def overdue_reviews(site: Site, now: Instant) -> Iterator[Problem]:
    """Yield a note for each fact whose `review_by` has come.

    No warning: what is strictly checked is published or not by what stands in it, never for a day that has passed,
    least of all when a correction is waiting.
    """
    for fact in site.facts:
        if fact.review_by and dates.beginning(fact.review_by) <= now:
            message = f"{fact.fact_id} is due for another look since {fact.review_by.isoformat()}"
            hint = "see whether it is still so, then set `review_by` to the next day for that, or remove it"
            yield Problem(fact.origin_of("review_by"), message, hint, Severity.NOTE)
