"""Who says what, rivals side by side, beside what the record shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from standfirst.model import Claim, FactId
from standfirst.model.addresses import CLAIMS
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import ListPage, lister_of, plan_list, rules_of
from standfirst.present.long_lists import ListRules, Pager, filled
from standfirst.present.page_view import PageFields, PageView
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
    pager: Pager


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of claims, where there are any."""
    groups, say = grouped_claims(planner.site), planner.say
    rules: ListRules[Sequence[Claim]] = rules_of(tuple)
    if groups:
        page = ListPage(
            kind="claims",
            route=CLAIMS,
            folder="claims",
            title=planner.name(CLAIMS),
            description=say("Each claim, who makes it, and what the record shows."),
            template="pages/claims.html",
            rules=rules,
            lister=lister_of(planner, tuple),
            view=partial(_view, planner),
        )
        yield from plan_list(page, (piece for group in groups for piece in _pieces(group, rules)), planner)


def _pieces(group: Sequence[Claim], rules: ListRules[Sequence[Claim]]) -> Iterator[tuple[Claim, ...]]:
    """Yield claims that stand together, no more at once than a page has room for."""
    for page in filled([(claim,) for claim in group], rules, rules.most_in_full):
        yield tuple(claim for (claim,) in page)


def _view(planner: Planner, fields: PageFields, groups: Sequence[Sequence[Claim]], pager: Pager) -> ClaimsView:
    return ClaimsView(**fields, groups=claim_groups(groups, planner.presenter), pager=pager)


def claim_groups(groups: Iterable[Sequence[Claim]], presenter: Presenter) -> tuple[ClaimGroup, ...]:
    """Return the views of claims that stand together."""
    return tuple(ClaimGroup(presenter.views(ClaimView, group)) for group in groups)


def grouped_claims(site: Site) -> tuple[tuple[Claim, ...], ...]:
    """Return all claims, those that rival one another together."""
    groups: list[list[Claim]] = []
    group_of: dict[FactId, list[Claim]] = {}
    for claim in site.all(Claim):
        if claim.fact_id not in group_of:
            groups.append([])
            group_of |= dict.fromkeys(_rivals_of(claim, site), groups[-1])
        group_of[claim.fact_id].append(claim)
    return tuple(map(tuple, groups))


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
