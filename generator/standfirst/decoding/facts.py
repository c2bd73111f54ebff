"""Facts files to facts, record by record: after an edit of one record, the other facts are the same objects."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from itertools import chain, pairwise
from types import MappingProxyType

from standfirst.decoding.fact_records import BrokenFact, DecodedFact, RecordResult, read_fact
from standfirst.decoding.formats import as_mapping
from standfirst.decoding.misfiled import TYPE_OF_KEY, arrange_by_kind, intended_type
from standfirst.decoding.misindented import Arrangement, arrange_kinds, arrange_records, is_key_beside_its_record
from standfirst.decoding.records import keys_of
from standfirst.model import Explainer, Fact
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, SiteError, attempt, miswritten
from standfirst.problems.remedies import Remedy, suggest
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import are_many_repeated, compose, compose_part
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode, YamlNode
from standfirst.reading.yaml.record_slices import KindSlices, RecordSlice, slice_records

# What each slice of a file says, by the kind that it stands under.
ResultsBySlice = Mapping[str, Mapping[RecordSlice, RecordResult]]


@frozen
class FactsFile:
    """What a facts file says; not `complete` where it may have facts whose ids are not known.

    `by_slice` is for reading the file again after an edit.
    """

    facts: tuple[Fact, ...]
    broken: tuple[BrokenFact, ...]
    complete: bool
    problems: tuple[Problem, ...]
    by_slice: ResultsBySlice = field(repr=False, compare=False)


def read_facts(file: InputFile, before: FactsFile | None = None) -> FactsFile:
    """Return what a facts file says; `before` is what the file at the same path said, and changes no value.

    In a file that is written in the ordinary way, records that have neither changed nor moved are not read again, and
    their facts stay the same objects.
    """
    kinds = slice_records(file.text)
    known = before.by_slice if before else MappingProxyType({})
    return (_read_changed(file.path, kinds, known) if known and kinds else None) or _read_whole(file, kinds, known)


def _facts_file(
    read: Sequence[Sequence[RecordResult]], problems: Iterable[Problem], known: ResultsBySlice, *, complete: bool = True
) -> FactsFile:
    facts = tuple(each.fact for of_kind in read for each in of_kind if isinstance(each, DecodedFact))
    return FactsFile(facts, tuple(_broken_facts(read)), complete, tuple(problems), known)


def _broken_facts(read: Sequence[Sequence[RecordResult]]) -> Iterator[BrokenFact]:
    return (each for of_kind in read for each in of_kind if isinstance(each, BrokenFact))


def _problems_of(read: Sequence[Sequence[RecordResult]]) -> Iterator[Problem]:
    return (problem for of_kind in read for each in of_kind if each.problems for problem in each.problems)


# ---------------------------------------------------------------- a whole file


def _read_whole(file: InputFile, kinds: Sequence[KindSlices], known: ResultsBySlice) -> FactsFile:
    problems: list[Problem] = []
    composed = attempt(compose, file, problems)
    if composed is None:
        return _facts_file((), problems, known, complete=False)
    found: list[Problem] = []
    of_file = attempt(_kinds, composed.root, found) or Arrangement(())
    by_kind = arrange_by_kind(of_file.entries)
    names = frozenset(entry.key.text for entry in by_kind.entries)
    of_kinds = [attempt(partial(_records_of_kind, beside=names), entry, found) for entry in by_kind.entries]
    placed = [of_file, by_kind, *(placed for _, placed in filter(None, of_kinds))]
    records = chain.from_iterable(placed.entries for _, placed in filter(None, of_kinds))
    are_all_named = not any(map(_holds_another, records)) and not any(map(_repeats_an_id, by_kind.entries))
    complete = are_all_named and not (found or by_kind.problems or composed.has_more_documents)
    found += chain.from_iterable(each.problems for each in placed)
    in_place = not found
    read = [[read_fact(of_kind[0], entry) for entry in of_kind[1].entries] if of_kind else [] for of_kind in of_kinds]
    found += _problems_of(read)
    if kinds and in_place and composed.is_ordinary and [*map(len, read)] == [len(each.slices) for each in kinds]:
        known = _results_by_slice(kinds, read)
    explained = frozenset(chain.from_iterable(each.explained for each in placed))
    told = [each for each in composed.merged_with(found) if each.origin not in explained]
    return _facts_file(read, told, known, complete=complete)


def _kinds(root: YamlNode | None) -> Arrangement:
    if root is None or (isinstance(root, ScalarNode) and root.is_empty):
        return Arrangement(())
    return arrange_kinds(as_mapping(root, "a facts file").all_entries, _keys_of_kind)


def _keys_of_kind(name: str) -> Container[str] | None:
    return _keys(TYPE_OF_KEY[name]) if name in TYPE_OF_KEY else None


def _holds_another(entry: MappingEntry) -> bool:
    """Whether a record repeats keys, as if the id of another record were missing."""
    return isinstance(entry.value, MappingNode) and are_many_repeated(entry.value.repeated)


def _repeats_an_id(kind: MappingEntry) -> bool:
    """Whether two records of a kind have the same id."""
    return isinstance(kind.value, MappingNode) and bool(kind.value.repeated)


def _keys(record: type) -> Container[str]:
    return keys_of(record)


def _records_of_kind(entry: MappingEntry, beside: Container[str]) -> tuple[type[Fact], Arrangement]:
    """The type of a kind, and its records before they are read; `beside` are all names of kinds in the file."""
    record = TYPE_OF_KEY.get(entry.key.text)
    if record is None:
        name = entry.key.text
        in_settings = (
            f"write it in site.yaml: the kinds are {', '.join(TYPE_OF_KEY)}" if name in keys_of(Explainer) else ""
        )
        near = suggest(name, TYPE_OF_KEY)
        # Two lists of a kind are for a person to join.
        near = Remedy(near.hint) if near.new in beside else near
        remedy = Remedy(in_settings) or near or Remedy(f"the kinds are {', '.join(TYPE_OF_KEY)}")
        raise SiteError([miswritten(entry.key.origin, f"'{name}' is not a kind of fact", remedy, name)])
    if isinstance(entry.value, ScalarNode) and entry.value.is_empty:
        return record, Arrangement(())
    records = as_mapping(entry.value, f"'{entry.key.text}'")
    return record, arrange_records(records, _keys(record), record.KIND.value)


# ---------------------------------------------------------------- what has changed in a file


def _read_changed(path: str, kinds: Sequence[KindSlices], known: ResultsBySlice) -> FactsFile | None:
    """Return what a file says by reading only the slices that have changed; None where it has to be read whole."""
    read: dict[str, list[RecordResult]] = {}
    for each in kinds:
        record = TYPE_OF_KEY.get(each.kind)
        facts = _read_slices(path, record, each.slices, known.get(each.kind, {})) if record else None
        if facts is None or each.kind in read:
            return None
        read[each.kind] = facts
    of_kinds = tuple(read.values())
    return _facts_file(of_kinds, _problems_of(of_kinds), _results_by_slice(kinds, of_kinds))


def _read_slices(
    path: str, record: type[Fact], slices: Sequence[RecordSlice], known: Mapping[RecordSlice, RecordResult]
) -> list[RecordResult] | None:
    """Return the records of one kind; None where the slices are not as many records with different ids."""
    read = [*map(known.get, slices)]
    for start, end in _runs([number for number, each in enumerate(read) if each is None]):
        part = InputFile(path, "".join(text for _, text in slices[start:end]))
        entries = compose_part(part, slices[start][0])
        if len(entries) != end - start or not _are_in_place(entries, record):
            return None
        read[start:end] = [read_fact(record, entry) for entry in entries]
    found = [each for each in read if each is not None]
    return found if len({each.id for each in found}) == len(slices) else None


def _are_in_place(entries: Sequence[MappingEntry], record: type[Fact]) -> bool:
    keys = _keys(record)
    is_elsewhere = any(is_key_beside_its_record(entry, keys) or intended_type(entry, record) for entry in entries)
    return not is_elsewhere and not arrange_records(entries, keys, "").problems


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of each run of consecutive numbers."""
    breaks = [place for place in range(1, len(numbers)) if numbers[place] != numbers[place - 1] + 1]
    for start, end in pairwise([0, *breaks, len(numbers)] if numbers else []):
        yield numbers[start], numbers[end - 1] + 1


def _results_by_slice(kinds: Sequence[KindSlices], read: Sequence[Sequence[RecordResult]]) -> ResultsBySlice:
    return {each.kind: dict(zip(each.slices, facts, strict=True)) for each, facts in zip(kinds, read, strict=True)}
