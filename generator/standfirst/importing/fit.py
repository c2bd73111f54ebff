"""What of imported records fits into an explainer: whatever a build would refuse is told, and becomes a comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from standfirst.authoring.record import NewField, NewRecord, NewValue
from standfirst.authoring.record_text import facts_text
from standfirst.importing.imported import Imported, ImportedRecord, not_taken
from standfirst.model import Drafts, FactId, Id, Kind
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.pipeline import check_content
from standfirst.problems.errors import Problem, SiteError, errors_in
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.reading.yaml.composer import compose
from standfirst.reading.yaml.nodes import MappingNode

# Each round takes out all that the last one found, so that few are needed.
_MOST_ROUNDS = 8
# Where the new records stand while they are tried; no file of a writer's is called so.
_TRIED = "facts/\0new.yaml"


def fitted(imported: Imported, files: ContentFiles, options: Options) -> Imported:
    """Return the records with what a build with drafts takes, and one problem more for each thing that it does not."""
    records, problems = tuple(map(_with_reason, imported.records)), list(imported.problems)
    for _ in range(_MOST_ROUNDS):
        faults = _faults(records, files, options) if records else []
        if not faults:
            return Imported(records, tuple(problems))
        records = tuple(_without(records, faults, problems))
    raise AssertionError("each round takes something out")


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
        found = [each for each in errors_in(error.problems) if each.origin.path == _TRIED]
        at = ((max((place for place in places if place.line <= each.origin.line), key=_line), each) for each in found)
        return [_Fault(place.fact, place.key, each) for place, each in at]
    return []


def _line(place: _Place) -> int:
    return place.line


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
    for each in records:
        own = [fault for fault in faults if fault.fact == each.record.fact_id]
        by_key = {fault.key: fault.problem for fault in reversed(own)}
        if not own:
            yield each
            continue
        # What is wrong with the record as a whole leaves nothing of it.
        kept = None if "" in by_key else _without_keys(each.record, by_key)
        for key, fault in by_key.items():
            named = f", {key}" if key else ""
            problems.append(not_taken(each.origin, f"{each.place}{named}: {fault.message}; it is left out", fault.hint))
        if kept:
            yield _with_reason(replace(each, record=kept))


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
