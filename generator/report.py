"""Problems as their readers want them: a writer at a terminal, a program, the annotations of a forge."""

from __future__ import annotations

import json
import linecache
from collections.abc import Sequence
from enum import StrEnum

from generator.errors import Problem

_BOLD, _RED, _OFF = "\033[1m", "\033[31m", "\033[0m"


class Form(StrEnum):
    """How problems are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def report(problems: Sequence[Problem], form: Form, *, colour: bool) -> str:
    """Return the problems in the asked form; as text with the lines at fault, and `colour` for a terminal."""
    match form:
        case Form.JSON:
            return json.dumps([_as_data(problem) for problem in problems], ensure_ascii=False, indent=1)
        case Form.GITHUB:
            return "\n".join(_annotation(problem) for problem in problems)
        case Form.TEXT:
            count = f"{len(problems)} problem{'s' if len(problems) != 1 else ''}"
            return "\n".join(
                [*(_shown(problem, colour=colour) for problem in problems), f"{count}; nothing was written."]
            )


def _shown(problem: Problem, *, colour: bool) -> str:
    """A problem on one line; on a terminal with the line at fault and a caret under it."""
    if not colour:
        return str(problem)
    # A preview reports on the same file again and again.
    linecache.checkcache(problem.origin.path)
    line = linecache.getline(problem.origin.path, problem.origin.line).rstrip("\n")
    place, _, rest = str(problem).partition(": ")
    said = f"{_BOLD}{place}:{_OFF} {rest}"
    if not line.strip():
        return said
    # Tabs are kept, so that the caret stands under its character whatever their width.
    indent = "".join("\t" if character == "\t" else " " for character in line[: problem.origin.column - 1])
    return f"{said}\n    {line}\n    {indent}{_RED}^{_OFF}"


def _as_data(problem: Problem) -> dict[str, str | int]:
    path, line, column = problem.origin
    return {"path": path, "line": line, "column": column, "message": problem.message, "hint": problem.hint}


def _annotation(problem: Problem) -> str:
    """GitHub's workflow command for an annotation, with what it escapes escaped."""
    path, line, column = problem.origin
    said = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    return f"::error file={_escaped(path, property_=True)},line={line},col={column}::{_escaped(said, property_=False)}"


def _escaped(text: str, *, property_: bool) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if property_ else escaped
