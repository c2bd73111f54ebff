"""YAML that is one record: `site.yaml`, and the front matter of a section."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from standfirst.decoding.formats import as_mapping
from standfirst.decoding.records import key_origins_of, read_record
from standfirst.model import Located, Origin
from standfirst.problems.errors import Problem, attempt, stop_at_errors
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingNode, YamlNode

T = TypeVar("T")
L = TypeVar("L", bound=Located)


def read_one_record(record: type[L], file: InputFile, what: str) -> tuple[L, tuple[Problem, ...]]:
    """Return the record that a whole file is, and the warnings about it; `what` names it in messages.

    Raises a `SiteError` if there is any error in it.
    """
    start = Origin(file.path, 1, 1)

    def read(root: YamlNode | None) -> tuple[L, tuple[Problem, ...]]:
        written = as_mapping(root or MappingNode((), start, flow=False), what)
        keys = read_record(record, written, what)
        stop_at_errors(keys.problems)
        return record(origin=start, key_origins=key_origins_of(written), **keys.values), keys.problems

    return read_yaml(file, read)


def attempt_with_warnings(
    read: Callable[[InputFile], tuple[T, tuple[Problem, ...]]], file: InputFile, problems: list[Problem]
) -> T | None:
    """Return what is read from a file, None where that raises; add the warnings or the errors to the problems."""
    found = attempt(read, file, problems)
    if found is None:
        return None
    value, warnings = found
    problems += warnings
    return value
