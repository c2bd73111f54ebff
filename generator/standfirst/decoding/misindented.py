"""Keys and records that stand further in or further out than where they belong, known by what they are.

YAML takes them for something else: one line that is indented wrongly makes a heap of keys that nobody knows, of records
without keys, and of names of nothing. They are put where they belong, and told of once.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from standfirst.model import Origin
from standfirst.problems.errors import Problem, problem
from standfirst.prose.references import ID
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode, YamlNode


@dataclass(frozen=True, slots=True)
class Placed:
    """Entries where they belong, and a problem for each run of them that was displaced.

    `settled` are places of which nothing else is to be said.
    """

    entries: tuple[MappingEntry, ...]
    problems: tuple[Problem, ...] = ()
    settled: frozenset[Origin] = frozenset()


# An entry, and those that stand beside it but belong into it.
_Run = tuple[MappingEntry, list[MappingEntry]]


def kinds_placed(entries: Iterable[MappingEntry], keys_of_kind: Callable[[str], Container[str] | None]) -> Placed:
    """Put records that stand beside the name of their kind under it; of what is no kind the keys are None."""
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
    """A run with another record in the place of its last."""
    if others:
        return owner, [*others[:-1], record]
    assert isinstance(owner.value, MappingNode)
    return MappingEntry(owner.key, replace(owner.value, entries=(*owner.value.entries[:-1], record))), []


def records_placed(entries: Iterable[MappingEntry], keys: Container[str], what: str) -> Placed:
    """Put keys that stand beside their record into it, and records that stand in another beside it.

    Raises a `SiteError` where there are keys and no record above them.
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
    apart = [part for entry in outside.entries for part in _parted(entry, keys)]
    inside = [(entry, within) for entry, within in apart if within is not None]
    problems = (_too_far(entry, f"{what} '{within.text}'", within) for entry, within in inside)
    settled = frozenset(
        each.key.origin for entry, _ in inside if isinstance(entry.value, MappingNode) for each in entry.value
    )
    return Placed(tuple(entry for entry, _ in apart), (*outside.problems, *problems), settled)


def keys_placed(node: MappingNode, known: Container[str], required: Iterable[str], nested: Container[str]) -> Placed:
    """Put keys of a record that stand in the value of another into the record, and those of a value beside it into it.

    `nested` are the keys whose values are mappings with keys of their own.
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
    return Placed(tuple(entries), tuple(problems))


def is_key_beside_its_record(entry: MappingEntry, keys: Container[str]) -> bool:
    """Whether what stands where a record belongs is a key of one."""
    return entry.key.text in keys and not _is_record(entry, keys)


def _is_record(entry: MappingEntry, keys: Container[str]) -> bool:
    """Whether most of the keys of an entry's value are those of a record; a key of one may hold a few as well."""
    if not isinstance(entry.value, MappingNode):
        return False
    return 2 * sum(each.key.text in keys for each in entry.value) > len(entry.value.entries)


def _joined(runs: Sequence[_Run], what: str) -> Placed:
    displaced = [(owner, others[0]) for owner, others in runs if others]
    problems = (_too_little(first, f"{what}'{owner.key.text}'", owner.key) for owner, first in displaced)
    return Placed(tuple(_with(owner, others) for owner, others in runs), tuple(problems))


def _too_little(entry: MappingEntry, beside: str, owner: ScalarNode) -> Problem:
    message = f"this line is not indented far enough: '{entry.key.text}' stands beside {beside}"
    return Problem(entry.key.origin, message, f"indent it, and what follows it, further than '{owner.text}'")


def _too_far(entry: MappingEntry, within: str, owner: ScalarNode) -> Problem:
    message = f"this line is indented too far: '{entry.key.text}' stands in {within}"
    return Problem(entry.key.origin, message, f"indent it exactly like '{owner.text}'")


def _with(owner: MappingEntry, others: Sequence[MappingEntry]) -> MappingEntry:
    """An entry with others in its value, unless that is something else than a mapping."""
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


def _parted(entry: MappingEntry, keys: Container[str]) -> Iterator[tuple[MappingEntry, ScalarNode | None]]:
    """A record, and those that stand in it, each with what it stands in."""
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
    """Which keys in a record begin another: those with keys of their own, or below which keys of it are repeated."""
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
