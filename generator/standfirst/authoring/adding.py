"""New facts in a content folder: in a file of their own, and only those that are not there yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path

from standfirst.authoring.record import NewRecord
from standfirst.authoring.record_text import facts_text
from standfirst.model import Fact, FactId
from standfirst.model.frozen_class import frozen
from standfirst.publishing.writing import add_file


@frozen
class Sorted:
    """New records, and those that would be a second fact of their id."""

    new: tuple[NewRecord, ...]
    known: tuple[NewRecord, ...]


def ids_of(facts: Iterable[Fact]) -> frozenset[FactId]:
    """Return the ids that facts have, and those that they had before they were renamed."""
    return frozenset(
        chain.from_iterable((fact.fact_id, *(FactId(fact.KIND, each) for each in fact.former_ids)) for fact in facts)
    )


def sort_out(records: Iterable[NewRecord], known: Collection[FactId]) -> Sorted:
    """Tell the records whose ids are not among those that are known, nor that of a record before them."""
    seen = set(known)
    new: list[NewRecord] = []
    again: list[NewRecord] = []
    for record in records:
        (again if record.fact_id in seen else new).append(record)
        seen.add(record.fact_id)
    return Sorted(tuple(new), tuple(again))


def add_facts(content: Path, name: str, records: Sequence[NewRecord], comments: Sequence[str] = ()) -> Path:
    """Write records to `facts/NAME.yaml`, or to a name with a number where that is taken; return the path.

    Nothing that is there is changed. Raises `UsageError` where nothing can be written.
    """
    return add_file(content / "facts", _names(name), facts_text(records, comments).encode())


def _names(name: str) -> Iterator[str]:
    yield f"{name}.yaml"
    yield from (f"{name}-{number}.yaml" for number in count(2))
