"""Keys and records that are indented too far or too little, recognised by their keys.

YAML takes them for something else, so one wrong line leads to many unknown keys, empty records and dangling ids. Here
they are put where they belong, with one problem for each wrong line.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace

from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, problem
from standfirst.prose.references import ID
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode, YamlNode


@frozen
class Arrangement:
    """Entries where they belong, and a problem for each run of them that was somewhere else.

    `explained` are places whose other problems only follow from these.
    """

    entries: tuple[MappingEntry, ...]
    problems: tuple[Problem, ...] = ()
    explained: frozenset[Origin] = frozenset()


# An entry, and those that follow beside it but belong into it.
_Run = tuple[MappingEntry, list[MappingEntry]]


def arrange_kinds(entries: Iterable[MappingEntry], keys_of_kind: Callable[[str], Container[str] | None]) -> Arrangement:
    """Put records that stand beside the name of their kind under it.

    `keys_of_kind` returns the keys of a kind's records by its name in the file, None for a name that is no kind.
    """
    runs: list[_Run] = []
    problems: list[Problem] = []
    for entry in entries:
        keys = keys_of_kind(runs[-1][0].key.text) if runs else None
        if keys is None or keys_of_kind(entry.key.text) is not None:
            runs.append((entry, []))
        elif _is_record(entry, keys):
            runs[-1][1].append(entry)
        elif entry.key.text in keys and (record := _last_record(runs[-1])):
            owner, others = runs[-1]
            runs[-1] = _with_last(owner, others, _with(record, [entry]))
            problems.append(_too_little(entry, f"'{owner.key.text}'", record.key))
        else:
            runs.append((entry, []))
    joined = _joined(runs, "")
    return replace(joined, problems=(*joined.problems, *problems))


def _last_record(run: _Run) -> MappingEntry | None:
    owner, others = run
    within = others or (owner.value.entries if isinstance(owner.value, MappingNode) else ())
    return within[-1] if within else None


def _with_last(owner: MappingEntry, others: list[MappingEntry], record: MappingEntry) -> _Run:
    """A run whose last record is replaced."""
    if others:
        return owner, [*others[:-1], record]
    assert isinstance(owner.value, MappingNode)
    return MappingEntry(owner.key, replace(owner.value, entries=(*owner.value.entries[:-1], record))), []


def arrange_records(entries: Iterable[MappingEntry], keys: Container[str], what: str) -> Arrangement:
    """Put keys that stand beside their record into it, and records that stand inside another beside that.

    Raises a `SiteError` where the first entries are keys, with no record above them.
    """
    entries = tuple(entries)
    if len(entries) > 1 and all(is_key_beside_its_record(entry, keys) for entry in entries[:2]):
        message = f"no id stands above this line: '{entries[0].key.text}' is a key of a record"
        raise problem(entries[0].key.origin, message, "write the id above it, further left, and a colon")
    runs: list[_Run] = []
    for entry in entries:
        if runs and is_key_beside_its_record(entry, keys):
            runs[-1][1].append(entry)
        else:
            runs.append((entry, []))
    outside = _joined(runs, f"{what} ")
    apart = [part for entry in outside.entries for part in _split_records(entry, keys)]
    inside = [(entry, within) for entry, within in apart if within is not None]
    problems = (_too_far(entry, f"{what} '{within.text}'", within) for entry, within in inside)
    explained = frozenset(
        each.key.origin for entry, _ in inside if isinstance(entry.value, MappingNode) for each in entry.value
    )
    return Arrangement(tuple(entry for entry, _ in apart), (*outside.problems, *problems), explained)


def arrange_keys(
    node: MappingNode, known: Container[str], required: Iterable[str], nested: Container[str]
) -> Arrangement:
    """Put the keys of a record and those of its `nested` values where they belong.

    A `nested` key has a mapping for its value. A required key that stands inside that mapping moves out to the record;
    unknown keys that follow a nested key without a value move into it.
    """
    runs: list[_Run] = []
    for entry in node:
        owner = runs[-1][0] if runs else None
        if owner and entry.key.text not in known and owner.key.text in nested and _is_empty(owner.value):
            runs[-1][1].append(entry)
        else:
            runs.append((entry, []))
    outside = _joined(runs, "")
    written = {entry.key.text for entry in outside.entries}
    missing = {name for name in required if name not in written}
    entries: list[MappingEntry] = []
    problems = [*outside.problems]
    for entry in outside.entries:
        inner = _in_value_of(entry, missing) if entry.key.text in nested else []
        problems += (_too_far(each, f"'{entry.key.text}'", entry.key) for each in inner)
        entries += (_without(entry, inner) if inner else entry, *inner)
        missing -= {each.key.text for each in inner}
    return Arrangement(tuple(entries), tuple(problems))


def is_key_beside_its_record(entry: MappingEntry, keys: Container[str]) -> bool:
    """Whether an entry that stands where a record belongs is a key of one."""
    return entry.key.text in keys and not _is_record(entry, keys)


def _is_record(entry: MappingEntry, keys: Container[str]) -> bool:
    """Whether most keys in the value of an entry are keys of a record; a few may be in the value of a key too."""
    if not isinstance(entry.value, MappingNode):
        return False
    return 2 * sum(each.key.text in keys for each in entry.value) > len(entry.value.entries)


def _joined(runs: Sequence[_Run], what: str) -> Arrangement:
    displaced = [(owner, others[0]) for owner, others in runs if others]
    problems = (_too_little(first, f"{what}'{owner.key.text}'", owner.key) for owner, first in displaced)
    return Arrangement(tuple(_with(owner, others) for owner, others in runs), tuple(problems))


def _too_little(entry: MappingEntry, beside: str, owner: ScalarNode) -> Problem:
    message = f"this line is not indented far enough: '{entry.key.text}' stands beside {beside}"
    return Problem(entry.key.origin, message, f"indent it, and what follows it, further than '{owner.text}'")


def _too_far(entry: MappingEntry, within: str, owner: ScalarNode) -> Problem:
    message = f"this line is indented too far: '{entry.key.text}' stands in {within}"
    return Problem(entry.key.origin, message, f"indent it exactly like '{owner.text}'")


def _with(owner: MappingEntry, others: Sequence[MappingEntry]) -> MappingEntry:
    """An entry with others added to its value, if that is a mapping or empty."""
    value = owner.value
    if others and isinstance(value, MappingNode):
        known = {each.key.text for each in value}
        more = (each for each in others if each.key.text not in known)
        return MappingEntry(owner.key, replace(value, entries=(*value.entries, *more)))
    if others and _is_empty(value):
        return MappingEntry(owner.key, MappingNode(tuple(others), owner.key.origin, flow=False))
    return owner


def _in_value_of(entry: MappingEntry, keys: Container[str]) -> list[MappingEntry]:
    return [each for each in entry.value if each.key.text in keys] if isinstance(entry.value, MappingNode) else []


def _without(owner: MappingEntry, others: Sequence[MappingEntry]) -> MappingEntry:
    assert isinstance(owner.value, MappingNode)
    entries = tuple(each for each in owner.value if each not in others)
    return MappingEntry(owner.key, replace(owner.value, entries=entries))


def _is_empty(node: YamlNode) -> bool:
    return isinstance(node, ScalarNode) and node.is_empty


def _split_records(entry: MappingEntry, keys: Container[str]) -> Iterator[tuple[MappingEntry, ScalarNode | None]]:
    """A record, then those that stand inside it, each with the key of the record around it."""
    value = entry.value
    starts = _beginnings(value, keys) if isinstance(value, MappingNode) and not value.flow else []
    if not isinstance(value, MappingNode) or not starts:
        yield entry, None
        return
    written = value.all_entries
    yield MappingEntry(entry.key, replace(value, entries=written[: starts[0]], repeated=())), None
    for at, end in zip(starts, [*starts[1:], len(written)], strict=True):
        yield _with(written[at], written[at + 1 : end]), entry.key


def _beginnings(within: MappingNode, keys: Container[str]) -> list[int]:
    """Return which keys in a record begin another: those with keys of a record, or with repeated keys below them."""
    repeated = {each.key.start for each in within.repeated}
    begins: list[int] = []
    goes_on = False
    for at, entry in reversed([*enumerate(within.all_entries)]):
        if entry.key.text in keys:
            goes_on = goes_on or entry.key.start in repeated
            continue
        if ID.fullmatch(entry.key.text) and (_is_record(entry, keys) or (goes_on and _is_empty(entry.value))):
            begins.append(at)
        goes_on = False
    return begins[::-1]
