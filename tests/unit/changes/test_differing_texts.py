"""Two long texts are cut to what differs, with a little of what is alike around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.changes.differing_texts import around_difference

LONG = " ".join(f"word{number}" for number in range(60))


def test_short_texts_stand_whole() -> None:
    assert around_difference("213 people", "264 people") == ("213 people", "264 people")
    assert around_difference("", "new") == ("", "new")


def test_long_ones_are_cut_at_words_around_what_differs() -> None:
    before, after = around_difference(LONG, LONG.replace("word30 ", "another "))
    assert before == "… word25 word26 word27 word28 word29 word30 word31 word32 word33 word34 word35 …"
    assert after == "… word25 word26 word27 word28 word29 another word31 word32 word33 word34 word35 …"


@pytest.mark.parametrize(("before", "after", "shown"), [
    (LONG, "x" + LONG, ("word0", "xword0")),
    (LONG, LONG + " end", ("word59", "word59 end")),
    (LONG, LONG.replace("word30 ", ""), ("word29 word30 word31", "word29 word31")),
])  # fmt: skip
def test_what_differs_at_an_end_is_there(before: str, after: str, shown: tuple[str, str]) -> None:
    found = around_difference(before, after)
    assert all(part in text for part, text in zip(shown, found, strict=True))
    assert found[0] != found[1]


def test_what_differs_at_length_keeps_its_first_and_last_words() -> None:
    _, after = around_difference("", " ".join([LONG] * 3))
    assert after.startswith("word0 word1 ")
    assert after.endswith(" word58 word59")
    assert 200 < len(after) < 250


def test_a_script_without_blanks_is_cut_between_letters_and_no_mark_is_parted_from_its_letter() -> None:
    text = "กำลังที่" * 60
    before, after = around_difference(text, text[:200] + "ใหม่" + text[200:])
    assert len(before) < 120 < len(text)
    assert "ใหม่" in after
    assert not before.removeprefix("… ").startswith(("ี", "่", "ั"))


TEXTS = st.lists(st.sampled_from(["a", "bb", "ccc ", " d", "ééé", "ق ", "。", "e" * 30, "f " * 30]), max_size=40)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_texts_that_differ_still_do_when_cut_and_each_part_stands_in_its_text(
    start: list[str], one: list[str], other: list[str], end: list[str]
) -> None:
    before, after = (" ".join("".join((*start, *middle, *end)).split()) for middle in (one, other))
    cut = around_difference(before, after)
    assert (cut[0] == cut[1]) == (before == after)
    for whole, shown in zip((before, after), cut, strict=True):
        assert all(part.strip() in whole for part in shown.split("…"))
        assert len(shown) < 360 or before == after
