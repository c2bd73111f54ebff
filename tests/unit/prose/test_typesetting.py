"""Quotation marks and apostrophes are set as a language sets them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.prose.typesetting import typeset, typeset_pieces
from tests.cases import answered, cases_in

CASES = cases_in(Path(__file__).with_name("typesetting.txt"))
LANGUAGES = st.sampled_from(["en", "fr", "de", "he", "ar", "ja", "sv", "nl"])
TEXTS = st.text(alphabet="abAM אב5 .,:(“”’«»\"'-é\n", max_size=40)
MARKS = re.compile("[\"'“”‘’‚„«»「」『』\u2032\u2033״׳\\s\u2060]")


@pytest.mark.parametrize("lines", CASES)
def test_what_is_typed_straight_is_set_as_the_language_sets_it(lines: str) -> None:
    assert answered(lines, lambda language, text: typeset(text, language)) == lines


@given(TEXTS, LANGUAGES)
def test_a_text_that_is_set_stays_as_it_is_and_keeps_all_but_its_marks(text: str, language: str) -> None:
    set_once = typeset(text, language)
    assert typeset(set_once, language) == set_once
    assert MARKS.sub("", set_once) == MARKS.sub("", text)


@given(st.lists(TEXTS, max_size=4), LANGUAGES)
def test_the_pieces_of_a_line_are_set_as_one(pieces: list[str], language: str) -> None:
    assert "".join(typeset_pieces(pieces, language)) == typeset("".join(pieces), language)
