"""Facts files to facts, record by record, so that an edit of one record leaves the others what they are."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from types import MappingProxyType

from standfirst.decoding.formats import mapping
from standfirst.decoding.misfiled import TYPES, kind_meant, records_by_kind
from standfirst.decoding.misindented import Placed, is_key_beside_its_record, kinds_placed, records_placed
from standfirst.decoding.records import MEANS_CITE, ReadKeys, key_names, keys_of, keys_written, read_record
from standfirst.decoding.value_hints import as_id, id_hint
from standfirst.model import Citing, Explainer, Fact, FactId, Id, Origin, Reference
from standfirst.model.walking import references_in
from standfirst.problems.errors import Problem, attempt, errors_in, in_order, nearest, problem, suggest
from standfirst.prose.references import ID
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import are_many_repeated, compose, compose_part
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode, YamlNode
from standfirst.reading.yaml.record_slices import KindSlices, RecordSlice, slice_records

_EITHER = ("cite", "uncited")


@dataclass(frozen=True, slots=True)
class LostFact:
    """A fact that cannot be read whole: why, and what the part of it that can be read refers to."""

    fact_id: FactId
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]

    @property
    def id(self) -> Id:
        return self.fact_id.id


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact, and what its writer should look at although it can be read."""

    fact: Fact
    problems: tuple[Problem, ...]

    @property
    def id(self) -> Id:
        return self.fact.id


Read = ReadFact | LostFact
# What came of each piece of a file, by the key that it stands under.
Known = Mapping[str, Mapping[RecordSlice, Read]]


@dataclass(frozen=True, slots=True)
class FactsFile:
    """What a facts file says; not `complete` where there may be facts in it of which not even the ids are known.

    `known` is for reading the file again.
    """

    facts: tuple[Fact, ...]
    lost: tuple[LostFact, ...]
    complete: bool
    problems: tuple[Problem, ...]
    known: Known = field(repr=False, compare=False)


def read_facts(file: InputFile, before: FactsFile | None = None) -> FactsFile:
    """Return what a facts file says, which is the same whatever it said before.

    But where it is written in the ordinary way, facts that are still what and where they were `before`, in the file of
    the same path, are not read again: they stay the same objects.
    """
    kinds = slice_records(file.text)
    known = before.known if before else MappingProxyType({})
    return (_read_changed(file.path, kinds, known) if known and kinds else None) or _read_whole(file, kinds, known)


def _said(
    read: Sequence[Sequence[Read]], problems: Iterable[Problem], known: Known, *, complete: bool = True
) -> FactsFile:
    facts = tuple(each.fact for of_kind in read for each in of_kind if isinstance(each, ReadFact))
    return FactsFile(facts, tuple(_lost(read)), complete, tuple(problems), known)


def _lost(read: Sequence[Sequence[Read]]) -> Iterator[LostFact]:
    return (each for of_kind in read for each in of_kind if isinstance(each, LostFact))


def _problems_of(read: Sequence[Sequence[Read]]) -> Iterator[Problem]:
    return (problem for of_kind in read for each in of_kind if each.problems for problem in each.problems)


# ---------------------------------------------------------------- a whole file


def _read_whole(file: InputFile, kinds: Sequence[KindSlices], known: Known) -> FactsFile:
    problems: list[Problem] = []
    composed = attempt(compose, file, problems)
    if composed is None:
        return _said((), problems, known, complete=False)
    found: list[Problem] = []
    of_file = attempt(_kinds, composed.root, found) or Placed(())
    by_kind = records_by_kind(of_file.entries)
    of_kinds = [attempt(_records_of_kind, entry, found) for entry in by_kind.entries]
    placed = [of_file, by_kind, *(placed for _, placed in filter(None, of_kinds))]
    records = chain.from_iterable(placed.entries for _, placed in filter(None, of_kinds))
    are_all_named = not any(map(_holds_another, records)) and not any(map(_repeats_an_id, by_kind.entries))
    complete = are_all_named and not (found or by_kind.problems or composed.has_more_documents)
    found += chain.from_iterable(each.problems for each in placed)
    in_place = not found
    read = [[_read_fact(of_kind[0], entry) for entry in of_kind[1].entries] if of_kind else [] for of_kind in of_kinds]
    found += _problems_of(read)
    if kinds and in_place and composed.is_ordinary and [*map(len, read)] == [len(each.slices) for each in kinds]:
        known = _known(kinds, read)
    settled = frozenset(chain.from_iterable(each.settled for each in placed))
    told = [each for each in composed.merged_with(found) if each.origin not in settled]
    return _said(read, told, known, complete=complete)


def _kinds(root: YamlNode | None) -> Placed:
    if root is None or (isinstance(root, ScalarNode) and root.is_empty):
        return Placed(())
    return kinds_placed(mapping(root, "a facts file").all_entries, _keys_of_kind)


def _keys_of_kind(name: str) -> Container[str] | None:
    return _keys(TYPES[name]) if name in TYPES else None


def _holds_another(entry: MappingEntry) -> bool:
    """Whether keys of a record stand in it again, since the id of another is missing."""
    return isinstance(entry.value, MappingNode) and are_many_repeated(entry.value.repeated)


def _repeats_an_id(kind: MappingEntry) -> bool:
    """Whether two records of a kind have one id, where one of them is meant for another."""
    return isinstance(kind.value, MappingNode) and bool(kind.value.repeated)


def _keys(record: type) -> Container[str]:
    return keys_of(record)


def _records_of_kind(entry: MappingEntry) -> tuple[type[Fact], Placed]:
    """The records of one kind, not read yet."""
    record = TYPES.get(entry.key.text)
    if record is None:
        name = entry.key.text
        in_settings = f"write it in site.yaml: the kinds are {', '.join(TYPES)}" if name in keys_of(Explainer) else ""
        hint = in_settings or suggest(name, TYPES) or f"the kinds are {', '.join(TYPES)}"
        raise problem(entry.key.origin, f"'{entry.key.text}' is not a kind of fact", hint)
    if isinstance(entry.value, ScalarNode) and entry.value.is_empty:
        return record, Placed(())
    records = mapping(entry.value, f"'{entry.key.text}'")
    return record, records_placed(records, _keys(record), record.KIND.value)


# ---------------------------------------------------------------- what has changed in a file


def _read_changed(path: str, kinds: Sequence[KindSlices], known: Known) -> FactsFile | None:
    """What a file says, in which only pieces are read that are not known; None where it has to be read whole."""
    read: dict[str, list[Read]] = {}
    for each in kinds:
        record = TYPES.get(each.kind)
        facts = _read_pieces(path, record, each.slices, known.get(each.kind, {})) if record else None
        if facts is None or each.kind in read:
            return None
        read[each.kind] = facts
    of_kinds = tuple(read.values())
    return _said(of_kinds, _problems_of(of_kinds), _known(kinds, of_kinds))


def _read_pieces(
    path: str, record: type[Fact], pieces: Sequence[RecordSlice], known: Mapping[RecordSlice, Read]
) -> list[Read] | None:
    """The records of one kind, or None where the pieces do not come to as many different records."""
    read = [*map(known.get, pieces)]
    for start, end in _runs([number for number, each in enumerate(read) if each is None]):
        part = InputFile(path, "".join(text for _, text in pieces[start:end]))
        entries = compose_part(part, pieces[start][0])
        if len(entries) != end - start or not _are_in_place(entries, record):
            return None
        read[start:end] = [_read_fact(record, entry) for entry in entries]
    found = [each for each in read if each is not None]
    return found if len({each.id for each in found}) == len(pieces) else None


def _are_in_place(entries: Sequence[MappingEntry], record: type[Fact]) -> bool:
    keys = _keys(record)
    is_elsewhere = any(is_key_beside_its_record(entry, keys) or kind_meant(entry, record) for entry in entries)
    return not is_elsewhere and not records_placed(entries, keys, "").problems


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The beginning and end of each stretch in which every number is one more than the last."""
    breaks = [place for place in range(1, len(numbers)) if numbers[place] != numbers[place - 1] + 1]
    for start, end in pairwise([0, *breaks, len(numbers)] if numbers else []):
        yield numbers[start], numbers[end - 1] + 1


def _known(kinds: Sequence[KindSlices], read: Sequence[Sequence[Read]]) -> Known:
    return {each.kind: dict(zip(each.slices, facts, strict=True)) for each, facts in zip(kinds, read, strict=True)}


# ---------------------------------------------------------------- one record


def _read_fact(record: type[Fact], entry: MappingEntry) -> Read:
    name, origin = entry.key.text, entry.key.origin
    found: list[Problem] = []
    node = attempt(lambda each: _record(record, each), entry, found)
    keys = _keys_of_record(record, node, entry) if node else ReadKeys(MappingProxyType({}), tuple(found))
    if node and not errors_in(keys.problems):
        fact = record(id=Id(name), origin=origin, key_origins=keys_written(node), **keys.values)
        return ReadFact(fact, keys.problems)
    references = tuple(references_in(tuple(keys.values.values())))
    # As it is to be written: whatever names it so names something.
    return LostFact(FactId(record.KIND, Id(as_id(name) or name)), references, in_order(keys.problems))


def _record(record: type[Fact], entry: MappingEntry) -> MappingNode:
    """The mapping that a record is; raises a `SiteError` where it has no id, or is none."""
    name, origin = entry.key.text, entry.key.origin
    what = f"{record.KIND.value} '{name}'"
    if not ID.fullmatch(name):
        raise problem(origin, f"'{name}' is not an id", id_hint(name))
    if isinstance(entry.value, ScalarNode) and entry.value.is_empty:
        raise problem(origin, f"{what} is empty", f"its keys are {key_names(record)}")
    return mapping(entry.value, what)


def _keys_of_record(record: type[Fact], node: MappingNode, entry: MappingEntry) -> ReadKeys:
    what, origin = f"{record.KIND.value} '{entry.key.text}'", entry.key.origin
    read = read_record(record, MappingNode(node.entries, origin, node.flow), what)
    return ReadKeys(read.values, (*read.problems, *_standing(record, node, origin, what)))


def _says_what_it_rests_on(key: str) -> bool:
    """Tell whether a key does, be it by another name or misspelt, which is told by itself."""
    return key in _EITHER or key in MEANS_CITE or bool(nearest(key, _EITHER))


def _standing(record: type[Fact], node: MappingNode, origin: Origin, what: str) -> list[Problem]:
    """A statement cites a source or says why it cannot: one of the two, and not both."""
    written = {entry.key.text: entry.key for entry in node}
    if "cite" in written and "uncited" in written:
        return [Problem(written["uncited"].origin, f"{what} has both 'cite' and 'uncited'", "keep one of them")]
    if issubclass(record, Citing) and record.MUST_CITE and not any(map(_says_what_it_rests_on, written)):
        return [Problem(origin, f"{what} cites nothing", "add `cite:`, or say why not in `uncited:`")]
    return []
