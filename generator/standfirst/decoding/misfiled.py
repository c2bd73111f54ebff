"""Records that stand under another kind, or under none: recognised by their keys, and put under their own kind."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from itertools import zip_longest
from types import MappingProxyType

from standfirst.decoding.misindented import Arrangement
from standfirst.decoding.records import keys_of
from standfirst.model import FACT_TYPES, Citing, Fact
from standfirst.problems.errors import Problem
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode

TYPE_OF_KEY = MappingProxyType({record.KIND.plural: record for record in FACT_TYPES})
# A record with so many keys that its kind does not have may be of another kind.
_STRANGE = 2


def arrange_by_kind(kinds: Iterable[MappingEntry]) -> Arrangement:
    """Return the kinds of a file with each record under its own, and a problem for each run that was elsewhere."""
    placed: list[MappingEntry] = []
    problems: list[Problem] = []
    last: type[Fact] | None = None
    for entry in kinds:
        if entry.key.text in TYPE_OF_KEY:
            within = _within(entry)
            placed += within.entries
            problems += within.problems
            last = None
            continue
        kind = intended_type(entry, None)
        if kind and kind is not last:
            problems.append(_without_kind(entry, kind))
        placed.append(_under(kind, entry) if kind else entry)
        last = kind
    return Arrangement(tuple(placed), tuple(problems))


def intended_type(entry: MappingEntry, own: type[Fact] | None) -> type[Fact] | None:
    """Return the type that has all the keys of a record, if its `own` type lacks several of them; else None."""
    if not isinstance(entry.value, MappingNode) or not entry.value.entries:
        return None
    keys = {each.key.text for each in entry.value}
    if own and not _is_strange(keys, own):
        return None
    fit = [record for record in FACT_TYPES if _required(record) <= keys <= _known(record)]
    cites = bool(keys & {"cite", "uncited"})
    alike = [record for record in fit if cites == (issubclass(record, Citing) and record.MUST_CITE)]
    return next(iter(alike or fit), None)


def _is_strange(keys: Set[str], own: type) -> bool:
    unknown = keys - _known(own)
    return len(unknown) >= _STRANGE or (bool(unknown) and not keys & _required(own))


def _known(record: type) -> Set[str]:
    return keys_of(record).keys()


def _required(record: type) -> Set[str]:
    return {name for name, key in keys_of(record).items() if key.required}


def _within(entry: MappingEntry) -> Arrangement:
    """One kind, followed by each record in it that belongs to another."""
    own, value = TYPE_OF_KEY[entry.key.text], entry.value
    records = value.entries if isinstance(value, MappingNode) else ()
    kept: list[MappingEntry] = []
    others: list[MappingEntry] = []
    problems: list[Problem] = []
    last: type[Fact] | None = None
    headed: type[Fact] | None = None
    for each, following in zip_longest(records, records[1:]):
        heads = TYPE_OF_KEY.get(each.key.text) if isinstance(each.value, ScalarNode) and each.value.is_empty else None
        if heads and following:
            problems.append(_too_far(each, own))
            last = headed = heads
            continue
        kind = intended_type(each, headed or own) or headed
        if kind and kind is not last:
            problems.append(_of_another(each, own, kind))
        last = kind
        if kind:
            others.append(_under(kind, each))
        else:
            kept.append(each)
    if not problems or not isinstance(value, MappingNode):
        return Arrangement((entry,))
    return Arrangement((MappingEntry(entry.key, replace(value, entries=tuple(kept))), *others), tuple(problems))


def _under(kind: type[Fact], entry: MappingEntry) -> MappingEntry:
    """A record under the name of its kind, which the file does not have there."""
    return MappingEntry(entry.key._replace(text=kind.KIND.plural), MappingNode((entry,), entry.key.origin, flow=False))


def _without_kind(entry: MappingEntry, kind: type[Fact]) -> Problem:
    message = (
        f"'{entry.key.text}' is not a kind of fact, but what stands in it are the keys of {kind.KIND.with_article}"
    )
    indented = "" if entry.key.column > 1 else ", and indent what belongs to it"
    return Problem(entry.key.origin, message, f"write a line `{kind.KIND.plural}:` above it{indented}")


def _of_another(entry: MappingEntry, own: type[Fact], kind: type[Fact]) -> Problem:
    message = f"'{entry.key.text}' stands under {own.KIND.plural}:, but has the keys of {kind.KIND.with_article}"
    return Problem(
        entry.key.origin, message, f"write a line `{kind.KIND.plural}:` above it, or move it to where that is"
    )


def _too_far(entry: MappingEntry, own: type[Fact]) -> Problem:
    message = f"this line is indented too far: '{entry.key.text}' stands among the records of {own.KIND.plural}:"
    return Problem(entry.key.origin, message, "begin it at the margin")
