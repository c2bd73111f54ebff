"""References from what is published to drafts, which are not."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.cache import cached_per_item
from standfirst.model import Explainer, Reference
from standfirst.model.walking import Holder, references_in
from standfirst.problems.errors import Problem, Severity
from standfirst.site.dangling import needs_draft
from standfirst.site.site import Site


def references_to_drafts(site: Site) -> Iterator[Problem]:
    """Yield a warning for each reference from something published to a draft: a build without drafts will refuse it."""
    drafts = {fact.fact_id for fact in site.facts if fact.draft}
    if drafts:
        for references in _published_references.map(site.holders):
            for reference in references:
                if reference.to in drafts:
                    yield needs_draft(reference, Severity.WARNING)


@cached_per_item
def _published_references(holder: Holder) -> tuple[Reference, ...]:
    """Return the references of what is published in any case; of a draft, none."""
    is_draft = not isinstance(holder, Explainer) and holder.draft
    return () if is_draft else tuple(references_in(holder))
