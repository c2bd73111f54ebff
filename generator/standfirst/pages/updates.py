"""What changed since publication, corrections first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from standfirst.model import Fact, Update, UpdateKind
from standfirst.model.addresses import CHANGES, HOME, UPDATES, Address, past_folder
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import ListPage, lister_of, one, plan_list, rules_of
from standfirst.present.long_lists import Pager
from standfirst.present.naming import short_label
from standfirst.present.page_view import PageFields, PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.view_parts import Link
from standfirst.present.views import UpdateView


@frozen(kw_only=True)
class UpdatesView(PageView):
    """Newest first; whatever is no correction stands under `others`. Where it `is_whole` these are all there are.

    `past_days` lead to the explainer as it stood on earlier days, in their order.
    """

    corrections: tuple[UpdateView, ...]
    others: tuple[UpdateView, ...]
    is_whole: bool
    by_day: Link
    pager: Pager
    past_days: tuple[Link, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of updates; where there are none it says so."""
    say = planner.say
    page = ListPage(
        kind="updates",
        route=UPDATES,
        folder="updates",
        title=planner.name(UPDATES),
        description=say("What changed since this was published."),
        template="pages/updates.html",
        rules=rules_of(one),
        lister=lister_of(planner, one, called=partial(_called, planner)),
        view=partial(_view, planner),
    )
    corrections_first = sorted(planner.site.all(Update), key=lambda update: not _is_correction(update))
    yield from plan_list(page, corrections_first, planner)


def _called(planner: Planner, fact: Fact) -> str:
    naming = planner.presenter.naming
    return short_label(naming.plain(fact.text)) if isinstance(fact, Update) else naming.label(fact)


def _is_correction(update: Update) -> bool:
    return update.kind is UpdateKind.CORRECTION


def _view(planner: Planner, fields: PageFields, updates: Sequence[Update], pager: Pager) -> UpdatesView:
    views = planner.presenter.views
    return UpdatesView(
        **fields,
        corrections=views(UpdateView, (update for update in updates if _is_correction(update))),
        others=views(UpdateView, (update for update in updates if not _is_correction(update))),
        is_whole=fields["route"] == UPDATES,
        by_day=planner.link(CHANGES),
        pager=pager,
        past_days=tuple(_past_days(planner)),
    )


def _past_days(planner: Planner) -> Iterator[Link]:
    """Yield the ways to earlier days; what a preview of drafts shows is of no day."""
    days = () if planner.site_view.drafts else planner.site.explainer.as_of
    for day in sorted({named.day for named in days}):
        yield Link(planner.presenter.naming.day(day).text, Address(past_folder(day) + HOME))
