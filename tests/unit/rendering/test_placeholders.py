"""Texts in pieces, between them what each page sets by itself."""

from __future__ import annotations

import pytest

from standfirst.rendering.placeholders import placeholder, split_at_placeholders

A, B = placeholder(0), placeholder(1)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", ("",)),
        ("x", ("x",)),
        (f"x{B}y{A}", ("x", "b", "y", "a", "")),
        (f"{A}{B}{A}", ("", "a", "", "b", "", "a", "")),
        (f"x<sup>{A}</sup>y", ("x", "a", "y")),
        (f"<sup>{A}</sup><sup>{B}</sup>", ("", "a", "", "b", "")),
        (f"<sup>{A}{B}</sup>", ("<sup>", "a", "", "b", "</sup>")),
        (f"<sup>{A}x</sup>", ("<sup>", "a", "x</sup>")),
        (f"<sup>x{A}</sup>", ("<sup>x", "a", "</sup>")),
    ],
)
def test_a_text_is_split_at_its_placeholders_and_a_sup_that_holds_one_alone_goes(
    text: str, pieces: tuple[str, ...]
) -> None:
    assert split_at_placeholders(text, ["a", "b"]) == pieces


def test_what_has_a_number_of_several_digits_is_found_by_it() -> None:
    names = [str(number) for number in range(12)]
    assert split_at_placeholders(f"x{placeholder(11)}1", names) == ("x", "11", "1")
