"""What of imported records fits into an explainer: whatever a build would refuse is told, and becomes a comment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from standfirst.authoring.record import NewField, NewRecord, NewValue
from standfirst.authoring.record_text import facts_text
from standfirst.decoding.misfiled import TYPE_OF_KEY
from standfirst.importing.headers import needed_keys
from standfirst.importing.imported import Imported, ImportedRecord, not_taken
from standfirst.model import Drafts, FactId, Id, Kind
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.pipeline import check_content
from standfirst.problems.errors import Problem, SiteError, attempt, errors_in
from standfirst.reading.copy_formats import endings_in_words
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.reading.yaml.composer import compose
from standfirst.reading.yaml.nodes import MappingNode
from standfirst.sources.lock import read_lock

# Each round takes out all that the last one found, so that few are needed.
_MOST_ROUNDS = 8
# Where the new records stand while they are tried: behind all files of a writer's, so that of two facts with one name
# the new one is at fault.
_TRIED = "\U0010ffffnew.yaml"
# Keys by which a whole record is told to be wrong: one of the names is another fact's, or a coordinate stands alone.
_BLAMED = ("aliases", "lat", "lon")


def fitted(imported: Imported, files: ContentFiles, options: Options) -> Imported:
    """Return the records with what a build with drafts takes, and one problem more for each thing that it does not."""
    problems = list(imported.problems)
    checkable = _checkable_sources(files)
    records = tuple(_with_reason(_with_checkable_citations(each, checkable, problems)) for each in imported.records)
    for _ in range(_MOST_ROUNDS):
        faults = _faults(records, files, options) if records else []
        if not faults:
            return Imported(records, tuple(problems))
        records = tuple(_without(records, faults, problems))
    raise AssertionError("each round takes something out")


def _checkable_sources(files: ContentFiles) -> frozenset[str]:
    """The sources in which passages can be sought: those with a copy, and those of which the lock knows some."""
    found: list[Problem] = []
    lock = attempt(read_lock, files.lock, found) if files.lock else None
    return frozenset((*(copy.source for copy in files.copies), *(lock.sources if lock else ())))


def _with_checkable_citations(
    imported: ImportedRecord, checkable: frozenset[str], problems: list[Problem]
) -> ImportedRecord:
    """A record without citations of sources of which there is no copy: nobody could tell whether they are right."""
    cite = next((field.value for field in imported.record.fields if field.key == "cite"), {})
    lost = (
        {name: passages for name, passages in cite.items() if name not in checkable}
        if isinstance(cite, Mapping)
        else {}
    )
    for name in lost:
        message = f"{imported.place}, cite: there is no copy of '{name}' to seek the passage in; it is left out"
        problems.append(
            not_taken(imported.origin, message, f"save it in sources/ as {name}{endings_in_words()}, and cite it then")
        )
    if not lost or not isinstance(cite, Mapping):
        return imported
    kept = {name: passages for name, passages in cite.items() if name in checkable}
    fields = (replace(field, value=kept) if field.key == "cite" else field for field in imported.record.fields)
    comments = (f"Left out: cite: {name}: {_shown(passages)}" for name, passages in lost.items())
    record = replace(
        imported.record,
        fields=tuple(field for field in fields if field.value),
        comments=(*imported.record.comments, *comments),
    )
    return replace(imported, record=record)


def _with_reason(imported: ImportedRecord) -> ImportedRecord:
    """A record that says why it cites nothing, if it must."""
    keys = {field.key for field in imported.record.fields}
    if not imported.uncited or keys & {"cite", "uncited"}:
        return imported
    fields = (*imported.record.fields, NewField("uncited", imported.uncited))
    return replace(imported, record=replace(imported.record, fields=fields))


@frozen
class _Place:
    """A key of a record, or all of it, from one line of the tried file on."""

    line: int
    fact: FactId
    key: str = ""


@frozen
class _Fault:
    fact: FactId
    key: str
    problem: Problem


def _faults(records: Sequence[ImportedRecord], files: ContentFiles, options: Options) -> list[_Fault]:
    tried = InputFile(_TRIED, facts_text([each.record for each in records]))
    try:
        check_content(replace(files, facts=(*files.facts, tried)), replace(options, drafts=Drafts.SHOW))
    except SiteError as error:
        places = [*_places(tried)]
        lines = [place.line for place in places]
        found = [each for each in errors_in(error.problems) if each.origin.path == _TRIED]
        at = ((places[bisect_right(lines, each.origin.line) - 1], each) for each in found)
        return [_Fault(place.fact, place.key, each) for place, each in at]
    return []


def _places(tried: InputFile) -> Iterator[_Place]:
    root = compose(tried).root
    for of_kind in root if isinstance(root, MappingNode) else ():
        kind = next(kind for kind in Kind if kind.plural == of_kind.key.text)
        for record in of_kind.value if isinstance(of_kind.value, MappingNode) else ():
            fact = FactId(kind, Id(record.key.text))
            yield _Place(record.key.line, fact)
            for entry in record.value if isinstance(record.value, MappingNode) else ():
                yield _Place(entry.key.line, fact, entry.key.text)


def _without(
    records: Sequence[ImportedRecord], faults: Sequence[_Fault], problems: list[Problem]
) -> Iterator[ImportedRecord]:
    by_fact: dict[FactId, dict[str, Problem]] = {}
    for fault in faults:
        by_fact.setdefault(fault.fact, {}).setdefault(fault.key, fault.problem)
    for each in records:
        if each.record.fact_id not in by_fact:
            yield each
            continue
        by_key = _at_fault(each.record, by_fact[each.record.fact_id])
        # What is wrong with the record as a whole, or with a key that it must have, leaves nothing of it.
        is_lost = not by_key.keys().isdisjoint(("", *needed_keys(TYPE_OF_KEY[each.record.kind.plural])))
        for key, problem in by_key.items():
            named, what = (f", {key}" if key else ""), "all of it" if is_lost else "it"
            message = f"{each.place}{named}: {problem.message}; {what} is left out"
            problems.append(not_taken(each.origin, message, problem.hint))
        if not is_lost:
            yield _with_reason(replace(each, record=_without_keys(each.record, by_key)))


def _at_fault(record: NewRecord, by_key: Mapping[str, Problem]) -> Mapping[str, Problem]:
    """The faults of a record, each with its key, as far as it can be told which that is."""
    own = next((key for key in _BLAMED if any(field.key == key for field in record.fields)), "")
    return {key or own: problem for key, problem in by_key.items()}


def _without_keys(record: NewRecord, faults: Mapping[str, Problem]) -> NewRecord:
    """A record without some of its keys, which stand above it as comments."""
    lost = (
        f"Left out: {field.key}: {_shown(field.value)} ({faults[field.key].message})"
        for field in record.fields
        if field.key in faults
    )
    kept = tuple(field for field in record.fields if field.key not in faults)
    return replace(record, fields=kept, comments=(*record.comments, *lost))


def _shown(value: NewValue) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_shown(each)}" for key, each in value.items())
    return "; ".join(map(_shown, value))
