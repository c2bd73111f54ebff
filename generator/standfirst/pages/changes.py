"""All that has changed since publication, day by day, the newest first: what readers who come back look for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, groupby, repeat

from standfirst.model import Update
from standfirst.model.addresses import CHANGES
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import ListPage, plan_list, rules_of
from standfirst.present.long_lists import ListRules, Pager, filled
from standfirst.present.naming import short_label
from standfirst.present.overviews import Listed
from standfirst.present.page_view import PageFields, PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.view_parts import DateView
from standfirst.present.views import UpdateView
from standfirst.present.weights import line_weight

# So many characters of a day and what an update says stand in an overview.
_LONGEST_LINE = 100


@frozen
class _Piece:
    """Updates of one day, all of them or as many as a page has room for; the first piece of a day has its anchor."""

    updates: tuple[Update, ...]
    is_first: bool

    @property
    def anchors(self) -> tuple[str, ...]:
        return (self.updates[0].date.isoformat(),) if self.is_first else ()


@frozen
class DayOfChanges:
    """The updates of one day, and how many `changes` they tell of; what tells of none in particular is one itself.

    Its `anchor` is the day as ISO 8601 writes it, which no id of a fact on this page is.
    """

    day: DateView
    anchor: str
    changes: int
    updates: tuple[UpdateView, ...]


@frozen(kw_only=True)
class ChangesView(PageView):
    """Days with changes, the newest first."""

    days: tuple[DayOfChanges, ...]
    pager: Pager


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of changes; where there are none it says so."""
    say, rules = planner.say, _rules(planner)
    page = ListPage(
        kind="changes",
        route=CHANGES,
        folder="changes",
        title=planner.name(CHANGES),
        description=say("What changed in these facts, the newest first."),
        template="pages/changes.html",
        rules=rules,
        lister=partial(_listed, planner),
        view=partial(_view, planner),
    )
    yield from plan_list(page, _pieces(planner.site.all(Update), rules), planner)


def _rules(planner: Planner) -> ListRules[_Piece]:
    naming = planner.presenter.naming
    of_facts: ListRules[_Piece] = rules_of(lambda piece: piece.updates)
    return ListRules(
        weight=of_facts.weight,
        anchors=lambda piece: piece.anchors,
        line=lambda piece: sum(line_weight("x" * _LONGEST_LINE, *piece.anchors) for _ in piece.updates),
        count=of_facts.count,
        span=lambda piece: naming.day(piece.updates[0].date).text,
    )


def _pieces(updates: Sequence[Update], rules: ListRules[_Piece]) -> Iterator[_Piece]:
    """Yield the updates of one day together, no more at once than a page has room for."""
    for _, group in groupby(updates, key=_day_of):
        alone = (_Piece((update,), is_first=False) for update in group)
        for number, piece in enumerate(filled(alone, rules, rules.most_in_full)):
            yield _Piece(tuple(update for each in piece for update in each.updates), is_first=number == 0)


def _day_of(update: Update) -> datetime.date:
    return update.date


def _listed(planner: Planner, piece: _Piece) -> Iterator[Listed]:
    """Yield a line for each update; the first of a day leads to the day."""
    naming = planner.presenter.naming
    anchors = chain(piece.anchors, repeat(""))
    for update, view in zip(piece.updates, planner.presenter.views(UpdateView, piece.updates), strict=True):
        words = {"day": view.date.text, "what": naming.plain(update.text)}
        yield Listed(view, short_label(planner.say("%(day)s: %(what)s") % words, _LONGEST_LINE), next(anchors))


def _view(planner: Planner, fields: PageFields, pieces: Sequence[_Piece], pager: Pager) -> ChangesView:
    by_day = groupby((update for piece in pieces for update in piece.updates), key=_day_of)
    return ChangesView(**fields, days=tuple(_day(planner, day, tuple(group)) for day, group in by_day), pager=pager)


def _day(planner: Planner, day: datetime.date, updates: Sequence[Update]) -> DayOfChanges:
    return DayOfChanges(
        day=planner.presenter.naming.day(day),
        anchor=day.isoformat(),
        changes=sum(max(1, len(update.changes)) for update in updates),
        updates=planner.presenter.views(UpdateView, updates),
    )
