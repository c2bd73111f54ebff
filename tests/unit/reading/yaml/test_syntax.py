"""A text that is not YAML is refused in a writer's words, and who follows them literally has mended the fault."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import compose
from standfirst.reading.yaml.syntax import syntax_problem
from tests.cases import cases_in


def problem(text: str) -> str:
    """Return the one problem of a text: line, column, message and hint."""
    with pytest.raises(SiteError) as caught:
        compose(InputFile("facts.yaml", text))
    (found,) = caught.value.problems
    return str(found).removeprefix("facts.yaml:")


@pytest.mark.parametrize(("text", "expected"), cases_in(Path(__file__).parent / "faults.txt"))
def test_a_fault_is_told_in_a_writers_words_whether_or_not_the_last_line_ends(text: str, expected: str) -> None:
    assert problem(f"{text}\n") == expected
    assert problem(text) == expected


def test_characters_that_nobody_sees_are_named() -> None:
    assert problem("actors:\n  a:\n    kind:\xa0group\n    name: A\n") == (
        "3:10: a non-breaking space (U+00A0) stands behind the colon here; write an ordinary space"
    )
    indented = "actors:\n  a:\n\xa0\xa0\xa0\xa0name: A\n\xa0\xa0\xa0\xa0kind: group\n    summary: x\n"
    named = "a non-breaking space (U+00A0) stands in the indentation here; indent with ordinary spaces"
    assert problem(indented) == f"3:1: {named}"
    in_text = (
        "actors:\n  a:\n    text: |\n      x\n      \xa0y\n    name: A\n\xa0\xa0\xa0\xa0kind: group\n    summary: x\n"
    )
    assert problem(in_text) == f"7:1: {named}"
    bom = "actors:\n  a:\n    name: A\n\ufeffevents:\n"
    assert problem(bom) == "4:1: no page can show the character U+FEFF; delete it"


def test_brackets_that_the_parser_itself_finds_too_many_are_told_alike_in_every_version_of_it() -> None:
    text = "a: " + "[" * 2000
    at = yaml.Mark("facts.yaml", 1002, 0, 1002, text, 1002)
    error = yaml.MarkedYAMLError(problem="exceeded maximum nesting depth", problem_mark=at)
    assert str(syntax_problem(InputFile("facts.yaml", text), error)) == (
        "facts.yaml:1:1003: values are nested too deeply here; close the brackets before it"
    )
