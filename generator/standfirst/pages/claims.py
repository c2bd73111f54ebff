"""Who says what, rivals side by side, beside what the record shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from standfirst.model import Claim, FactId
from standfirst.model.addresses import CLAIMS
from standfirst.model.frozen_class import frozen
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.presenter import Presenter
from standfirst.present.views import ClaimView
from standfirst.site.site import Site


@frozen
class ClaimGroup:
    """A claim with all that it rivals, in the order of the facts files; a claim without rivals is a group of one."""

    claims: tuple[ClaimView, ...]


@frozen(kw_only=True)
class ClaimsView(PageView):
    groups: tuple[ClaimGroup, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of claims, where there are any."""
    if planner.site.all(Claim):
        yield PlannedPage(CLAIMS, "pages/claims.html", partial(_view, planner))


def _view(planner: Planner) -> ClaimsView:
    say = planner.say
    shared = planner.page_fields(
        "claims", CLAIMS, say("Who says what"), say("Each claim, who makes it, and what the record shows.")
    )
    return ClaimsView(**shared, groups=claim_groups(planner.site, planner.presenter))


def claim_groups(site: Site, presenter: Presenter) -> tuple[ClaimGroup, ...]:
    """Return all claims, those that rival one another together."""
    groups: list[list[Claim]] = []
    group_of: dict[FactId, list[Claim]] = {}
    for claim in site.all(Claim):
        if claim.fact_id not in group_of:
            groups.append([])
            group_of |= dict.fromkeys(_rivals_of(claim, site), groups[-1])
        group_of[claim.fact_id].append(claim)
    return tuple(ClaimGroup(presenter.views(ClaimView, group)) for group in groups)


def _rivals_of(claim: Claim, site: Site) -> set[FactId]:
    """Return a claim, its rivals, their rivals, and so on."""
    found = {claim.fact_id}
    waiting = [claim]
    while waiting:
        for rival in site.rivals(waiting.pop()):
            if rival.fact_id not in found:
                found.add(rival.fact_id)
                waiting.append(rival)
    return found
