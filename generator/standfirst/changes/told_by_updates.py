"""What updates tell of already, among what differs between two states."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from standfirst.changes.compare import items_in
from standfirst.changes.snapshot import Snapshot
from standfirst.model import FactChange, FactId, Update
from standfirst.model.frozen_class import frozen
from standfirst.outputs.fact_rows import row_of_change


@frozen
class ToldKey:
    """What readers saw under a key `before` and see `after`; one of them is empty where it said nothing, or does."""

    key: str
    before: str
    after: str


@frozen
class Telling:
    """What updates tell of today and did not before: the facts that they name, with the changes of each."""

    facts: Mapping[FactId, Sequence[FactChange]]

    def tells_of(self, names: Collection[FactId], keys: Iterable[ToldKey]) -> bool:
        """Tell whether an update has come since of a fact with these ids, and none of its `keys` changed once more."""
        named = [self.facts[name] for name in names if name in self.facts]
        changes = [*chain.from_iterable(named)]
        return bool(named) and not any(_has_changed_again(key, changes) for key in keys)


def newly_told(updates: Iterable[Update], before: Snapshot) -> Telling:
    """Return what updates tell of that the same updates did not tell of before."""
    found: dict[FactId, list[FactChange]] = {}
    for update in updates:
        row = before.rows.get(update.fact_id, {})
        affected, told = set(map(str, items_in(row.get("affects")))), set(map(str, items_in(row.get("changes"))))
        for name in update.affects:
            if str(name.to) not in affected:
                found.setdefault(name.to, [])
        for change in update.changes:
            if str(row_of_change(change)) not in told:
                found.setdefault(change.fact.to, []).append(change)
    return Telling(found)


def _has_changed_again(key: ToldKey, changes: Sequence[FactChange]) -> bool:
    """Whether a change that an update tells of in the words of `changes` led to something else than what stands there.

    What a writer put in other words is not doubted.
    """
    of_key = [change for change in changes if change.key == key.key]
    is_told = any(change.after == key.after for change in of_key)
    return bool(key.before) and not is_told and any(change.before == key.before for change in of_key)
