"""Differences of facts as they are told: each key in the words of before and after, and whether an update tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from standfirst.changes.compare import CitedPassage, Difference, compare
from standfirst.changes.differing_texts import around_difference, shortened
from standfirst.changes.snapshot import Snapshot
from standfirst.changes.told_by_updates import Telling, ToldKey, newly_told
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
class ToldFact:
    """What became of a fact that is called by its `label`; `keys` are those that say something else.

    `formerly` is the id that it had, where it has another. What was withdrawn may be part of another fact (`into`).
    `is_told` is whether an update has come since that tells of it.
    """

    fact: FactId
    state: State
    label: str
    keys: tuple[ToldKey, ...] = ()
    formerly: FactId | None = None
    into: FactId | None = None
    is_told: bool = False

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
    telling = newly_told(updates, before)
    told = (_told(each, was, now, telling) for each in compare(before, after))
    return tuple(sorted(told, key=lambda each: _ORDER.index(each.state)))


def updates_in(content: Content) -> tuple[Update, ...]:
    """Return all updates of an explainer, those too that are not published yet."""
    return tuple(fact for fact in content.facts if isinstance(fact, Update))


def _told(found: Difference, was: Wording, now: Wording, telling: Telling) -> ToldFact:
    state, keys = _state_of(found), (*_keys(found, was, now), *_citations(found, was, now))
    return ToldFact(
        found.fact,
        state,
        label=(now if found.after else was).label(found.fact),
        keys=keys,
        formerly=found.before if state is State.CHANGED and found.before != found.after else None,
        into=found.into,
        is_told=telling.tells_of({name for name in (found.before, found.after) if name}, keys),
    )


def _state_of(found: Difference) -> State:
    if not found.before:
        return State.NEW
    return State.CHANGED if found.after else State.WITHDRAWN


def _keys(found: Difference, was: Wording, now: Wording) -> Iterator[ToldKey]:
    is_figure = found.fact.kind is Kind.FIGURE
    # A number and what it counts are seen as one.
    shown = dict.fromkeys("value" if is_figure and key in NUMBER_KEYS else key for key in found.keys)
    old, new = found.before or found.fact, found.fact
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
