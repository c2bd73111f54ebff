"""How much room words take: enough for the widest of the usual fonts, and lines that keep within it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.pictures.lettering import break_lines, text_width


@pytest.mark.parametrize(
    ("text", "needed"),
    # Measured in DejaVu Sans, in parts of the size.
    [("Tripoli", 3.10), ("Mike Pompeo", 6.70), ("WWW", 2.97), ("1,009 injured", 6.67)],
)
def test_a_text_gets_the_room_that_a_wide_font_needs_and_not_much_more(text: str, needed: float) -> None:
    assert needed <= text_width(text) <= 1.25 * needed


def test_letters_that_stand_on_others_take_no_room_and_those_of_chinese_take_a_square() -> None:
    assert text_width("e\u0301") == text_width("e")
    assert text_width("so\u00adft") == text_width("soft")
    assert text_width("中国", 20) == 40


def test_capitals_are_wider_than_small_letters() -> None:
    assert text_width("K") > text_width("k")


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs", "P"])), st.floats(1, 40))
def test_lines_hold_all_words_in_order_and_only_a_single_word_is_wider_than_the_room(text: str, room: float) -> None:
    lines = break_lines(text, room, text_width)
    assert " ".join(lines).split() == text.split()
    assert all(text_width(line) <= room for line in lines if " " in line)
