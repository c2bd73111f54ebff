"""What changed since publication, corrections first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import UPDATES
from generator.model import Update, UpdateKind
from generator.pages.page import Page, PageView, Planner
from generator.views import UpdateView


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatesView(PageView):
    """Newest first; whatever is no correction stands under `others`."""

    corrections: tuple[UpdateView, ...]
    others: tuple[UpdateView, ...]


def plan(planner: Planner) -> Iterator[Page]:
    """The page of updates, also where there are none: it says so."""
    site = planner.site
    say = planner.say
    updates = planner.presenter.views(UpdateView, site.all(Update))
    view = UpdatesView(
        **planner.shared(
            "updates", UPDATES, say("Updates and corrections"), say("What changed since this was published.")
        ),
        corrections=tuple(update for update in updates if update.kind == UpdateKind.CORRECTION),
        others=tuple(update for update in updates if update.kind != UpdateKind.CORRECTION),
    )
    yield Page(UPDATES, "pages/updates.html", view)
