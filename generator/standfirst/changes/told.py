"""Differences of facts as they are told: each key in the words of before and after, and what updates tell already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from standfirst.changes.compare import CitedPassage, Difference, compare
from standfirst.changes.differing_texts import around_difference, shortened
from standfirst.changes.snapshot import Snapshot
from standfirst.changes.wording import NUMBER_KEYS, Wording
from standfirst.model import Content, FactId, Kind, Update
from standfirst.model.frozen_class import frozen
from standfirst.present.naming import Phrasing


class State(StrEnum):
    """What became of a fact."""

    CHANGED = "changed"
    NEW = "new"
    WITHDRAWN = "withdrawn"


_ORDER = tuple(State)


@frozen
class ToldKey:
    """What readers saw under a key `before` and see `after`; one of them is empty where it said nothing, or does."""

    key: str
    before: str
    after: str


@frozen
class ToldFact:
    """What became of a fact that is called by its `label`; `keys` are those that say something else.

    `formerly` is the id that it had, where it has another. What was withdrawn may be part of another fact (`into`).
    `is_named` is whether an update names it that has come since.
    """

    fact: FactId
    state: State
    label: str
    keys: tuple[ToldKey, ...] = ()
    formerly: FactId | None = None
    into: FactId | None = None
    is_named: bool = False

    @property
    def says_something_else(self) -> bool:
        """Whether readers see another statement; a fact may only have another id."""
        return self.state is not State.CHANGED or bool(self.keys)


def tell(before: Snapshot, after: Snapshot, updates: Iterable[Update], language: str) -> tuple[ToldFact, ...]:
    """Return what differs between two states, in words of a language: what changed first, then what is new.

    `updates` are all of today, drafts too.
    """
    phrasing = Phrasing(language)
    # What a verb says is not known of a published site.
    was, now = Wording(before.with_verbs_of(after), phrasing), Wording(after, phrasing)
    named = frozenset(_newly_named(updates, before))
    told = (_told(each, was, now, named) for each in compare(before, after))
    return tuple(sorted(told, key=lambda each: _ORDER.index(each.state)))


def updates_in(content: Content) -> tuple[Update, ...]:
    """Return all updates of an explainer, those too that are not published yet."""
    return tuple(fact for fact in content.facts if isinstance(fact, Update))


def _told(found: Difference, was: Wording, now: Wording, named: frozenset[FactId]) -> ToldFact:
    is_named = not named.isdisjoint({found.before, found.after} - {None})
    if not found.before:
        return ToldFact(found.fact, State.NEW, now.label(found.fact), is_named=is_named)
    if not found.after:
        label = was.label(found.fact)
        return ToldFact(found.fact, State.WITHDRAWN, label, into=found.into, is_named=is_named)
    return ToldFact(
        found.fact,
        State.CHANGED,
        now.label(found.fact),
        keys=(*_keys(found.before, found.after, found.keys, was, now), *_citations(found, was, now)),
        formerly=found.before if found.before != found.after else None,
        is_named=is_named,
    )


def _keys(old: FactId, new: FactId, keys: Sequence[str], was: Wording, now: Wording) -> Iterator[ToldKey]:
    is_figure = new.kind is Kind.FIGURE
    # A number and what it counts are seen as one.
    shown = dict.fromkeys("value" if is_figure and key in NUMBER_KEYS else key for key in keys)
    for key in shown:
        before, after = was.value(old, key), now.value(new, key)
        if before == after:  # Different facts of one name, say.
            before, after = was.raw(old, key), now.raw(new, key)
        yield ToldKey(key, *around_difference(before, after))


def _citations(found: Difference, was: Wording, now: Wording) -> Iterator[ToldKey]:
    yield from (ToldKey("cite", _cited(each, was), "") for each in found.cited)
    yield from (ToldKey("cite", "", _cited(each, now)) for each in found.cites)


def _cited(passage: CitedPassage, wording: Wording) -> str:
    return f"{wording.label(passage.source)}: {wording.quoted(shortened(passage.words))}"


def _newly_named(updates: Iterable[Update], before: Snapshot) -> Iterator[FactId]:
    """The facts that updates name today, without those that the same updates named before."""
    for update in updates:
        row = before.rows.get(update.fact_id, {})
        affected = row.get("affects")
        known = set(map(str, affected)) if isinstance(affected, list) else set()
        told = row.get("changes")
        known |= {str(each.get("fact")) for each in told if isinstance(each, dict)} if isinstance(told, list) else set()
        names = (*update.affects, *(change.fact for change in update.changes))
        yield from (name.to for name in names if str(name.to) not in known)
