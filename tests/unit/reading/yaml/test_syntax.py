"""A text that is not YAML is refused in a writer's words, and who follows them literally has mended the fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import compose
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
    bom = "actors:\n  a:\n    name: A\n\ufeffevents:\n"
    assert problem(bom) == "4:1: no page can show the character U+FEFF; delete it"
