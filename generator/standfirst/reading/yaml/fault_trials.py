"""Trials: a text is parsed again with some of its lines mended, to see whether that takes the parser past a fault."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final, get_args, get_type_hints

import yaml

from standfirst.model import FACT_TYPES, Citation, Explainer, FrontMatter, Kind, NativeName, Origin, Translation, Verb
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem
from standfirst.problems.remedies import Remedy

# The cause of a fault stands close above it.
LINES_BACK = 6
KINDS: Final = frozenset(kind.plural for kind in Kind)
KNOWN_KEYS: Final = KINDS | {
    field.name for record in (*FACT_TYPES, Explainer, FrontMatter) for field in dataclasses.fields(record)
}
# Keys whose values have keys of their own.
NESTED_KEYS: Final = frozenset(
    name
    for record in (*FACT_TYPES, Explainer)
    for name, hint in get_type_hints(record).items()
    if {Citation, NativeName, Translation, Verb}.intersection(get_args(hint))
)
HAS_KEY = re.compile(r"""\s*(- +)?("[^"]*"|'[^']*'|[^\s:"'#][^:#]*):(\s|$)""")
_KEY = re.compile(r"\s*(?P<key>[\w-]+):(?:\s|$)")
_BARE_KEY = re.compile(r"\s*(?P<key>[\w-]+):\s*(#.*)?")


@frozen
class Cause:
    """What is wrong in a line, and what to do; `line` and `column` count from 0.

    `wrong` are the characters to write others for, where `remedy` names these.
    """

    line: int
    column: int
    message: str
    remedy: Remedy
    wrong: str = ""

    def as_problem(self, path: str) -> Problem:
        """Return the problem of the line of a file."""
        origin = Origin(path, self.line + 1, self.column + 1)
        fix = self.remedy.replacing(self.wrong, origin, literal=True)
        return Problem(origin, self.message, self.remedy.hint, fix=fix)


@frozen
class Trial:
    """The lines of a text up to some way past the line `fault`, in which the parser gave up; lines count from 0."""

    lines: tuple[str, ...]
    fault: int

    def reach(self, mended: dict[int, str]) -> float:
        """Return the line in which the parser gives up once lines are mended; infinity if it does not."""
        lines = "\n".join(mended.get(at, line) for at, line in enumerate(self.lines))
        try:
            for _ in yaml.parse(lines, Loader=yaml.CBaseLoader):
                pass
        except yaml.MarkedYAMLError as error:
            return error.problem_mark.line if error.problem_mark else -1
        except yaml.reader.ReaderError:
            return -1
        return math.inf

    def helps(self, mended: dict[int, str]) -> bool:
        """Whether mending these lines takes the parser past the fault."""
        return self.reach(mended) > self.fault

    def above(self) -> Iterator[int]:
        """The lines above the fault that are neither empty nor comments, the nearest first."""
        return (at for at in range(self.fault - 1, -1, -1) if has_content(self.lines[at]))

    def near(self) -> Iterator[int]:
        """The line of the fault, and a few above it."""
        return chain([self.fault], islice(self.above(), LINES_BACK))


def has_content(line: str) -> bool:
    """Whether a line is neither empty nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def has_known_key(line: str) -> bool:
    """Whether a line has a key of records, and not the name of a kind."""
    found = _KEY.match(line)
    return found is not None and found["key"] in KNOWN_KEYS - KINDS


def is_bare_key(line: str, keys: frozenset[str]) -> bool:
    """Whether a line is one of these keys without a value."""
    found = _BARE_KEY.fullmatch(line)
    return found is not None and found["key"] in keys
