"""Curly marks around a whole text are told from those within it."""

from __future__ import annotations

import pytest

from standfirst.reading.yaml.curly_quotes import enclosing_curly_quotes


@pytest.mark.parametrize("text", ["“a”", "„a“", "„a”", "”a”", "‘a’", "«a»", "‹a›", "“”"])
def test_a_pair_of_marks_around_a_text_is_found(text: str) -> None:
    assert enclosing_curly_quotes(text) == text[0] + text[-1]


@pytest.mark.parametrize("text", ["", "a", "”", "“a", "a”", "“a»", "“a” “b”", "““a”", "“a“”", "“”a”", "“a””"])
def test_marks_of_a_part_of_a_text_are_none_around_it(text: str) -> None:
    assert enclosing_curly_quotes(text) == ""
