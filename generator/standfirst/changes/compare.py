"""Two states of an explainer, compared fact by fact and key by key.

What is compared are plain values. A fact that was renamed is the same fact, and what refers to it says the same; where
a fact is written, in which order it stands and where its passages stand in their sources makes no difference.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from standfirst.changes.snapshot import Snapshot
from standfirst.decoding.records import keys_of
from standfirst.model import FACT_TYPE_OF, AllowedKinds, FactId, Id, Kind, Origin, Passage
from standfirst.model.frozen_class import frozen
from standfirst.outputs.fact_rows import Json, Row
from standfirst.site.statements import HOW_IT_IS_KNOWN, NOT_STATED
from standfirst.sources.passages import PassageWording, wording_of

_NOWHERE = Origin("", 0, 0)
_KINDS = frozenset(kind.value for kind in Kind)
Renames = Mapping[FactId, FactId]


@frozen
class CitedPassage:
    """A passage of a source, as a fact cites it: it is known by the wording of its words, not by how they are set."""

    source: FactId
    wording: PassageWording
    words: str = field(compare=False)

    def is_same_stretch(self, other: CitedPassage) -> bool:
        """Tell whether another names the same words of the same source, by more of them, by fewer or by all."""
        return self.source == other.source and self.wording.is_same_stretch(other.wording)


@frozen
class Difference:
    """One fact in two states: its ids `before` and `after`, of which it lacks one where it is new or was withdrawn.

    `keys` are those under which it says something else. It cites passages that it did not cite before (`cites`), and
    others no longer (`cited`). What was withdrawn may have become part of another fact (`into`).
    """

    before: FactId | None
    after: FactId | None
    keys: tuple[str, ...] = ()
    cited: tuple[CitedPassage, ...] = ()
    cites: tuple[CitedPassage, ...] = ()
    into: FactId | None = None

    @property
    def fact(self) -> FactId:
        """Its id, or the last that it had."""
        named = self.after or self.before
        assert named
        return named


def compare(before: Snapshot, after: Snapshot) -> tuple[Difference, ...]:
    """Return how facts differ: first what changed and what is new, in the order of today, then what was withdrawn.

    Updates are left out, since they tell of changes. Of what could not be read on one side nothing is said.
    """
    renames = _renames(before, after)
    # Of several, the first is the fact itself.
    olds = {new: old for old, new in reversed([*renames.items()]) if new not in before.rows}
    found = (_in_both(olds.get(name, name), name, before, after, renames) for name in after.rows)
    differences = [each for each in found if each]
    succeeded = {*after.rows, *olds.values()}
    for name in before.rows:
        if name not in succeeded and not after.may_hold(name):
            differences.append(Difference(name, None, into=renames.get(name)))
    return tuple(each for each in differences if each.fact.kind is not Kind.UPDATE)


def _renames(before: Snapshot, after: Snapshot) -> Renames:
    """Return what facts that are gone are called today, by their ids; the first former id is that of the fact itself.

    Those that follow became part of it.
    """
    found: dict[FactId, FactId] = {}
    for name, row in after.rows.items():
        for former in _texts(row.get("former_ids")):
            old = FactId(name.kind, Id(former))
            if old in before.rows and old not in after.rows:
                found.setdefault(old, name)
    return MappingProxyType(found)


def _in_both(old: FactId, new: FactId, before: Snapshot, after: Snapshot, renames: Renames) -> Difference | None:
    if old not in before.rows:
        formers = (FactId(new.kind, Id(former)) for former in _texts(after.rows[new].get("former_ids")))
        return None if any(map(before.may_hold, (new, *formers))) else Difference(None, new)
    was, now = before.rows[old], after.rows[new]
    keys = tuple(
        key for key in stated_keys(new.kind) if _value(new.kind, key, was, renames) != _value(new.kind, key, now)
    )
    if "verb" not in keys and new.kind is Kind.RELATION and _label(was, before, after) != _label(now, after, after):
        keys = (*keys, "verb")
    cited, cites = _without_same_stretches(_cited(was, renames), _cited(now))
    if old == new and not (keys or cited or cites):
        return None
    return Difference(old, new, keys, cited, cites)


def _label(row: Row, known: Snapshot, otherwise: Snapshot) -> str:
    """What is said of two actors: the label of the verb, which stands in site.yaml."""
    verb = str(row.get("verb"))
    return known.verbs.get(verb) or otherwise.verbs.get(verb, verb)


@functools.cache
def stated_keys(kind: Kind) -> tuple[str, ...]:
    """Return the keys of a kind of facts that state something: first what it is, and last how that is known."""
    keys = (key for key in keys_of(FACT_TYPE_OF[kind]) if key not in NOT_STATED)
    return tuple(sorted(keys, key=lambda key: key in HOW_IT_IS_KNOWN))


# ---------------------------------------------------------------- values


def _value(kind: Kind, key: str, row: Row, renames: Renames = MappingProxyType({})) -> Json:
    """A value as it is compared: whatever the blanks in it, and with the ids that facts have today."""
    value = _plain(row.get(key))
    # A zero says something.
    if value in ("", [], {}) or value is False:
        return None
    return _renamed(value, renames) if key in reference_keys(kind) else value


def _plain(value: Json) -> Json:
    match value:
        case str():
            return " ".join(value.split())
        case list():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case _:
            return value


def _renamed(value: Json, renames: Renames) -> Json:
    if isinstance(value, list):
        return [_renamed(item, renames) for item in value]
    name = fact_named(value)
    return str(renames.get(name, name)) if name else value


def fact_named(value: Json) -> FactId | None:
    """Return the fact that a value names as `kind:id`, if it does."""
    kind, colon, name = value.partition(":") if isinstance(value, str) else ("", "", "")
    return FactId(Kind(kind), Id(name)) if colon and kind in _KINDS else None


@functools.cache
def reference_keys(kind: Kind) -> frozenset[str]:
    """Return the keys of a kind of facts whose values name other facts."""
    hints = get_type_hints(FACT_TYPE_OF[kind], include_extras=True)
    return frozenset(key for key, hint in hints.items() if any(isinstance(part, AllowedKinds) for part in _parts(hint)))


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    yield from getattr(hint, "__metadata__", ())
    for part in get_args(hint):
        yield from _parts(part)


_Passages = tuple[CitedPassage, ...]


def _cited(row: Row, renames: Renames = MappingProxyType({})) -> Iterator[CitedPassage]:
    """The passages that a fact cites, each by its source of today and the words that name it."""
    for citation in items_in(row.get("cite")):
        if isinstance(citation, dict):
            source = FactId(Kind.SOURCE, Id(str(citation.get("source"))))
            today = renames.get(source, source)
            for passage in _texts(citation.get("passages")):
                yield CitedPassage(today, wording_of(Passage(passage, _NOWHERE)), passage)


def _without_same_stretches(
    before: Iterable[CitedPassage], after: Iterable[CitedPassage]
) -> tuple[_Passages, _Passages]:
    """The passages that only one of two lists has; one that is named otherwise, or shown whole, is in both."""
    was, now = Counter(before), Counter(after)
    gone, come = [], [*(now - was).elements()]
    for each in (was - now).elements():
        same = next(filter(each.is_same_stretch, come), None)
        if same:
            come.remove(same)
        else:
            gone.append(each)
    return tuple(gone), tuple(come)


def items_in(value: Json) -> Sequence[Json]:
    """Return the items of a list, and none of what should be one and is not."""
    return value if isinstance(value, list) else ()


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(item for item in items_in(value) if isinstance(item, str))
