"""What changed since publication, corrections first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from standfirst.model import Update, UpdateKind
from standfirst.model.addresses import UPDATES
from standfirst.model.frozen_class import frozen
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import UpdateView


@frozen(kw_only=True)
class UpdatesView(PageView):
    """Newest first; whatever is no correction stands under `others`."""

    corrections: tuple[UpdateView, ...]
    others: tuple[UpdateView, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of updates; where there are none it says so."""
    yield PlannedPage(UPDATES, "pages/updates.html", partial(_view, planner))


def _view(planner: Planner) -> UpdatesView:
    site = planner.site
    say = planner.say
    updates = planner.presenter.views(UpdateView, site.all(Update))
    return UpdatesView(
        **planner.page_fields(
            "updates", UPDATES, say("Updates and corrections"), say("What changed since this was published.")
        ),
        corrections=tuple(update for update in updates if update.kind == UpdateKind.CORRECTION),
        others=tuple(update for update in updates if update.kind != UpdateKind.CORRECTION),
    )
