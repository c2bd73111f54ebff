"""The stage that checks a resolved site: it runs all rules."""

from __future__ import annotations

from collections.abc import Mapping

from standfirst.checks.basemap_reach import places_beyond_basemap
from standfirst.checks.bound_links import disagreeing_links
from standfirst.checks.cited_values import unsupported_values
from standfirst.checks.consistency import inconsistencies
from standfirst.checks.image_records import doubtful_images
from standfirst.checks.markdown_mistakes import markdown_mistakes
from standfirst.checks.miswritten_values import miswritten_values
from standfirst.checks.named_days import doubtful_days
from standfirst.checks.placeholders import placeholders
from standfirst.checks.reviews import overdue_reviews
from standfirst.checks.speakers import unnamed_speakers
from standfirst.checks.unbound_values import unbound_values
from standfirst.checks.unpaired_quotation_marks import unpaired_quotation_marks
from standfirst.checks.vouching import unvouched_facts
from standfirst.model import BEFORE_ALL, Id, Instant, Update
from standfirst.problems.errors import Problem, Severity
from standfirst.site.publication import early_references
from standfirst.site.site import Site
from standfirst.sources.copies import Copy
from standfirst.sources.lock import Lock


def check(
    site: Site,
    lock: Lock,
    copies: Mapping[Id, Copy] | None = None,
    *,
    is_whole: bool = True,
    now: Instant = BEFORE_ALL,
) -> tuple[Problem, ...]:
    """Return everything that is wrong with a site, or may be.

    `lock` says which of the passages that it cites were found, and `copies` are the sources that are at hand. If
    something in the site cannot be read or leads nowhere, it is not `is_whole`, and only those rules run that do not
    depend on what is missing.
    """
    if not is_whole:
        return tuple(disagreeing_links(site))
    return (
        *disagreeing_links(site),
        # Where drafts are shown; a site without them has no such reference.
        *early_references(site.holders, site.facts, Severity.WARNING),
        *inconsistencies(site),
        *unsupported_values(site, lock, copies or {}),
        *unnamed_speakers(site, copies or {}),
        *unbound_values(site),
        *unpaired_quotation_marks(site),
        *markdown_mistakes(site),
        *places_beyond_basemap(site),
        *miswritten_values(site),
        *doubtful_images(site),
        *overdue_reviews(site, now),
        *unvouched_facts(site, lock),
        *doubtful_days(site.explainer, now),
        *placeholders(site.explainer, site.all(Update)),
    )
