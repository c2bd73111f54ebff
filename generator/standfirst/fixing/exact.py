"""What mends problems in files as they are now, character by character, for programs and to be counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from standfirst.fixing.edits import Edit, edits_that_mend
from standfirst.fixing.places import WrittenFile, written_file
from standfirst.problems.errors import Problem, SiteError
from standfirst.problems.remedies import Replacement
from standfirst.reading.files import InputFile, origin_in_file
from standfirst.reading.one_file import read_text


def exact_fixes(problems: Iterable[Problem]) -> dict[Problem, tuple[Replacement, ...]]:
    """Return the literal replacements that mend each problem, of those that can be mended so."""
    fixable = [each for each in problems if each.fix]
    files = {
        path: file for path in {each.origin.path for problem in fixable for each in problem.fix} for file in _read(path)
    }
    written: Mapping[str, WrittenFile] = {path: written_file(file) for path, file in files.items()}
    edits = edits_that_mend(fixable, written)
    return {problem: tuple(_exact(edit, files[edit.path]) for edit in made) for problem, made in edits.items()}


def _read(path: str) -> tuple[InputFile, ...]:
    """The file at a path as it is read; none where it is not there any more, or is no text."""
    try:
        return (read_text(Path(path)),) if Path(path).is_file() else ()
    except SiteError:
        return ()


def _exact(edit: Edit, file: InputFile) -> Replacement:
    return Replacement(origin_in_file(file, edit.start), file.text[edit.start : edit.end], edit.new, literal=True)
