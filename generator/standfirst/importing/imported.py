"""What comes of a file of another program: records that are not written yet, each with its place in that file."""

from __future__ import annotations

from collections.abc import Iterable

from standfirst.authoring.record import NewField, NewRecord, NewValue
from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity


@frozen
class ImportedRecord:
    """A record, where it stands in the file, and what to call that place: `row 3`, `entry smith2019`.

    `uncited` is what to say where the file names no passage; it is empty for what need not cite.
    """

    record: NewRecord
    origin: Origin
    place: str
    uncited: str = ""


@frozen
class Imported:
    """All that a file gives, and row by row what could not be taken."""

    records: tuple[ImportedRecord, ...]
    problems: tuple[Problem, ...]


def not_taken(origin: Origin, message: str, hint: str = "") -> Problem:
    """Return what to tell of a part of a file that is passed over; nothing stops for it."""
    return Problem(origin, message, hint, Severity.WARNING)


def fields_of(pairs: Iterable[tuple[str, NewValue]]) -> tuple[NewField, ...]:
    """Return the keys that have a value, in their order."""
    return tuple(NewField(key, value) for key, value in pairs if value)


def why_uncited(file: str, place: str, named: str = "") -> str:
    """Return why a record that was imported cites nothing yet; `named` is what the file gives as its source."""
    source = f", which names as its source: {named}" if named else ""
    return f"imported from {file}, {place}{source}; not yet checked against a source"
