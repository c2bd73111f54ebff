"""Problems as text for a terminal, as JSON for programs, as annotations for GitHub, and as GitLab's Code Quality."""

from __future__ import annotations

import functools
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType

from standfirst.model import Due
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity
from standfirst.problems.excerpts import excerpt_around, lines_in_file
from standfirst.problems.remedies import Replacement

_BOLD, _RED, _OFF = "\033[1m", "\033[31m", "\033[0m"
# What GitHub and GitLab call each severity.
_COMMANDS = MappingProxyType({Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"})
_CODE_QUALITY = MappingProxyType({Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"})
_CALLED = MappingProxyType({Severity.ERROR: "problem", Severity.WARNING: "warning", Severity.NOTE: "note"})


class ReportFormat(StrEnum):
    """How problems are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"

    @property
    def is_document(self) -> bool:
        """Whether it is one whole, for a program that reads it from a file: also where nothing is wrong."""
        return self in {ReportFormat.JSON, ReportFormat.GITLAB}


# What mends each of some problems, as their files have it.
Fixes = Mapping[Problem, Sequence[Replacement]]


@frozen
class ToldToPrograms:
    """What forms for programs have beside the problems: their fixes, and what is due next, as a note at its place."""

    fixes: Fixes = field(default_factory=dict)
    due: Due | None = None


_NOTHING_MORE = ToldToPrograms()


def report(
    problems: Sequence[Problem],
    form: ReportFormat,
    *,
    colour: bool,
    outcome: str = "nothing was written.",
    told: ToldToPrograms = _NOTHING_MORE,
) -> str:
    """Return the problems in the asked form; as text with the lines at fault, how many, and what came of it.

    `colour` is for a terminal.
    """
    match form:
        case ReportFormat.JSON:
            data = [_as_data(problem, told.fixes.get(problem, ())) for problem in problems]
            if told.due:
                data.append({**_as_data(_note_of(told.due), ()), "due": told.due.utc, "names": told.due.names})
            return json.dumps(data, ensure_ascii=False, indent=1)
        case ReportFormat.GITHUB:
            return "\n".join(map(_annotation, (*problems, *([_note_of(told.due)] if told.due else ()))))
        case ReportFormat.GITLAB:
            return json.dumps(_code_quality(problems), ensure_ascii=False, indent=1)
        case ReportFormat.TEXT:
            # Read once for all that is wrong in it, and no longer kept than for this report: it may be saved again.
            show = functools.partial(_on_terminal, read_lines=functools.cache(lines_in_file)) if colour else str
            shown = map(show, problems)
            return "\n".join([*shown, f"{count_by_severity(problems)}; {outcome}"])


def _note_of(due: Due) -> Problem:
    return Problem(due.origin, str(due), "build the site again then", Severity.NOTE)


def count_by_severity(problems: Sequence[Problem]) -> str:
    """Return how many problems there are of each severity, the gravest first: "2 problems, 1 warning"."""
    counts = Counter(problem.severity for problem in problems)
    named = ((counts[severity], _CALLED[severity]) for severity in sorted(counts, reverse=True))
    return ", ".join(f"{count} {name}{'s' if count != 1 else ''}" for count, name in named)


def count_of_warnings(problems: Sequence[Problem], where: str) -> str:
    """Return how many warnings there are, to stand at the end of a line, and where they can be read."""
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    return f"; {count_by_severity(warnings)}, which {where}" if warnings else ""


def _on_terminal(problem: Problem, read_lines: Callable[[str], Sequence[str]]) -> str:
    """A problem with the line at fault and a caret under it."""
    lines = read_lines(problem.origin.path)
    said = f"{_BOLD}{problem.place}:{_OFF} {problem.said}"
    line = lines[problem.origin.line - 1] if 0 < problem.origin.line <= len(lines) else ""
    if not line.strip():
        return said
    seen = excerpt_around(line, problem.origin.column)
    indent = "".join("\t" if character == "\t" else " " for character in seen.before)
    return f"{said}\n    {seen.before}{seen.fault}{seen.after}\n    {indent}{_RED}^{_OFF}"


def _as_data(problem: Problem, fix: Sequence[Replacement]) -> dict[str, object]:
    path, line, column = problem.origin
    return {
        "path": path,
        "line": line,
        "column": column,
        "severity": problem.severity.name.lower(),
        "message": problem.message,
        "hint": problem.hint,
        "fix": [{**each.origin._asdict(), "old": each.old, "new": each.new} for each in fix],
    }


def _code_quality(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """GitLab's report of Code Quality, in which no two have one fingerprint.

    GitLab tells by the fingerprints what a merge request brings. They come of what is said and in which file, not of
    lines, so that what only moved is not new.
    """
    said_before: Counter[tuple[str, str]] = Counter()
    reported: list[dict[str, object]] = []
    for problem in problems:
        what = problem.origin.path, problem.message
        named = "\0".join((*what, str(said_before[what])))
        said_before[what] += 1
        reported.append(
            {
                "description": _with_hint(problem),
                "check_name": "standfirst",
                "fingerprint": hashlib.sha256(named.encode(errors="surrogateescape")).hexdigest(),
                "severity": _CODE_QUALITY[problem.severity],
                "location": {"path": problem.origin.path, "lines": {"begin": problem.origin.line}},
            }
        )
    return reported


def _with_hint(problem: Problem) -> str:
    return f"{problem.message}; {problem.hint}" if problem.hint else problem.message


def _annotation(problem: Problem) -> str:
    """GitHub's workflow command for an annotation, with what it escapes escaped."""
    path, line, column = problem.origin
    said = _with_hint(problem)
    place = f"file={_escaped(path, property_=True)},line={line},col={column}"
    return f"::{_COMMANDS[problem.severity]} {place}::{_escaped(said, property_=False)}"


def _escaped(text: str, *, property_: bool) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if property_ else escaped
