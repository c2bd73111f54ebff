"""What is shown of a line: enough to know the place by, whatever the length of the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.problems.excerpts import (
    excerpt_around,
    excerpt_of_beginning,
    lines_in_file,
    shorten_message,
    shorten_value,
    visible,
)

PARAGRAPH = f"{'before ' * 30}[the board](actor:bord), {'after ' * 30}"


def test_of_a_long_line_only_what_is_near_the_fault_is_shown() -> None:
    seen = excerpt_around(PARAGRAPH, PARAGRAPH.index("actor:") + 1)
    assert seen.before.startswith("…")
    assert seen.before.endswith("before [the board](")
    assert seen.after.startswith("), after ")
    assert seen.after.endswith("…")
    assert len(seen.before + seen.fault + seen.after) < 150
    assert len(excerpt_of_beginning(PARAGRAPH).before) < 150


@pytest.mark.parametrize(
    ("line", "column", "fault"),
    [
        ("See [the board](actor:bord), it says", 17, "actor:bord"),
        ("actors: [bord, union]", 10, "bord"),
        ("actors: [bord, union]", 16, "union"),
        ("  sumary: So", 3, "sumary:"),
        ("date: 16/04/2019", 7, "16/04/2019"),
        ("words: “No such words”", 8, "“No"),
        ("![](quote:x)", 1, "!["),
        ("name: ", 7, " "),
        ("name:", 6, " "),
        ("", 1, " "),
        ("a ] b", 3, "]"),
        ("a  b", 2, " "),
    ],
)
def test_the_word_at_fault_is_marked(line: str, column: int, fault: str) -> None:
    assert excerpt_around(line, column).fault == fault


def test_what_just_fits_beside_a_fault_is_not_cut() -> None:
    seen = excerpt_around(f"{'a' * 59} bord {'c' * 59}", 61)
    assert (seen.before, seen.fault, seen.after) == (f"{'a' * 59} ", "bord", f" {'c' * 59}")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n  b ", "a b"),
        ("a" * 40, "a" * 40),
        ("a" * 41, f"{'a' * 40}…"),
        (f"{'a' * 39} bc", f"{'a' * 39}…"),
        (f"a{' ' * 79}", "a"),
        (f"a{' ' * 80}", "a…"),
    ],
)
def test_a_value_is_quoted_on_one_line_and_cut_if_it_is_long(text: str, shown: str) -> None:
    assert shorten_value(text) == shown


def test_of_a_long_message_the_beginning_and_the_end_are_shown() -> None:
    assert shorten_message("a" * 480) == "a" * 480
    assert shorten_message(f"{'a' * 360}b{'c' * 120}") == f"{'a' * 360}…{'c' * 120}"


@given(st.text(), st.integers(1, 300))
def test_what_is_shown_stands_in_the_line_and_something_is_at_fault(line: str, column: int) -> None:
    seen = excerpt_around(line, column)
    assert seen.fault
    shown = f"{seen.before.removeprefix('…')}{seen.fault}{seen.after.removesuffix('…')}"
    assert visible(shown) in visible(f"{line} ")
    assert visible(shown.replace("\t", "")) == shown.replace("\t", "")


@pytest.mark.parametrize("body", [b"%PDF-1.7\n%x", b"PK\x03\x04\0\0"])
def test_nothing_is_shown_of_a_file_that_nobody_typed(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "report").write_bytes(body)
    assert lines_in_file(str(tmp_path / "report")) == []
