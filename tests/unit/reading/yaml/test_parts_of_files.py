"""A part of a file is read by itself as it would be in its file, or not at all."""

from __future__ import annotations

import pytest

from standfirst.model import Origin
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import DEEPEST, compose, compose_part
from standfirst.reading.yaml.nodes import SequenceNode


def test_the_entries_of_a_part_stand_where_they_do_in_their_file() -> None:
    first, second = compose_part(InputFile("facts.yaml", "  a: {x: 1}\n  b: [2]\n"), 5)
    assert [each.key.origin for each in (first, second)] == [Origin("facts.yaml", 6, 3), Origin("facts.yaml", 7, 3)]
    assert isinstance(second.value, SequenceNode)
    assert second.value.origin == Origin("facts.yaml", 7, 6)


@pytest.mark.parametrize(
    "text",
    [
        "  a: 1\n  a: 2\n", "  a: &b 1\n", "  {a: 1}\n", "  - a\n", "  a: [1\n", "", "  a\n",
        "  a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1),
    ],
)  # fmt: skip
def test_a_part_that_might_read_otherwise_in_its_file_is_not_read(text: str) -> None:
    assert compose_part(InputFile("facts.yaml", text), 5) == ()


def test_a_part_is_one_deeper_in_its_file() -> None:
    brackets = "[" * (DEEPEST - 2) + "]" * (DEEPEST - 2)
    assert len(compose_part(InputFile("facts.yaml", f"  a: {brackets}"), 5)) == 1
    assert not compose(InputFile("facts.yaml", f"a: [{brackets}]")).problems
