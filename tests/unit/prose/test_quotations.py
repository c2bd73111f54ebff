"""What of a text is a quotation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.prose.quotation_marks import CLOSED_BY, OPENED_BY
from standfirst.prose.quotations import (
    outside_quotations,
    quotation_continues,
    quotations,
    quoted_in,
    quoted_spans,
    without_quotations,
)
from tests.cases import cases_in

CASES = cases_in(Path(__file__).parent / "quotations.txt")


def marked(text: str) -> str:
    """Return a text with signs around its quotations, and before the marks that nothing closes."""
    found = quotations(text)
    signs = [sign for each in found.closed for sign in ((each.start, "⟦"), (each.end, "⟧"))]
    for place, sign in sorted([*signs, *((place, "¿") for place in found.unclosed)], reverse=True):
        text = text[:place] + sign + text[place:]
    return text


@pytest.mark.parametrize("texts", CASES)
def test_quotations_are_told_from_apostrophes_and_measures(texts: str) -> None:
    assert [marked(re.sub("[⟦⟧¿]", "", text)) for text in texts.split("\n")] == texts.split("\n")


def test_what_is_outside_quotations_is_all_before_between_and_behind_them() -> None:
    assert outside_quotations("He said “no”, and ‘never’.") == ("He said ", ", and ", ".")
    assert quoted_in("He said “no”, and ‘never’.") == ("no",)


def test_quotations_are_put_out_of_sight_without_a_change_of_places() -> None:
    assert without_quotations("He “so” and “no”.", "_") == "He ____ and ____."
    assert without_quotations("“so”") == "\0\0\0\0"


def quoted(text: str, follows: str = "") -> list[str]:
    return [each.words for each in quotations(text, follows).closed]


def test_one_or_two_words_in_single_marks_are_not_held_to_a_source() -> None:
    text = "‘so’, ‘so called’, ‘so it was’, “so”"
    assert quoted_in(text) == ("so it was", "so")
    assert len(quoted_spans(text)) == 4
    assert outside_quotations(text, 3) == ("‘so’, ‘so called’, ", ", “so”")


@pytest.mark.parametrize(
    ("text", "follows", "words"),
    [
        ("He said: “We go.", "“And we stay.”", ["We go."]),
        ("“We ‘go’.", "“And we stay.”", ["We ‘go’."]),
        ("‘We go.", "‘And we stay.’", ["We go."]),
        ("« Nous partons.", "» Et nous restons. »", [" Nous partons."]),
        ("« Nous partons.", "« Et nous restons. »", [" Nous partons."]),
        ("‹ Nous partons.", "› Et nous restons. ›", [" Nous partons."]),
        ("“ Vamos.", "” Y más. ”", [" Vamos."]),
        ("„Wir gehen.", "„Und wir bleiben.“", ["Wir gehen."]),
        ("“We go.", "He stays.", []),
        ("“We go”.", "“And we stay.”", ["We go"]),
        ("In the '90s", "'We stay.'", []),
    ],
)
def test_a_quotation_goes_on_where_the_next_paragraph_opens_it_again(text: str, follows: str, words: list[str]) -> None:
    assert quoted(text, follows) == words
    assert quoted(follows) == [follows[1:-1]] or "He" in follows
    assert not words or outside_quotations(text, 0, follows)[-1] in {"", "."}


def test_a_quotation_goes_through_two_paragraphs_or_each_has_its_own() -> None:
    follows = "\n“And we stay.”"
    assert quotation_continues("He said: “We go.", follows)
    assert quotation_continues("“So”, he said. “We go.", follows)
    assert not quotation_continues("“We go.”", follows)
    assert not quotation_continues("“We go.", "He stays.")


SCRAPS = st.sampled_from([*CLOSED_BY, *OPENED_BY, "word", "s", " ", " ", ". ", ", ", "7", "他", "ه", "צה", "n", "\n"])


@given(st.lists(SCRAPS, max_size=30).map("".join), st.sampled_from(["", "“", "‘", "» x"]))
def test_quotations_stand_one_behind_the_other(text: str, follows: str) -> None:
    found = quotations(text, follows)
    places = [place for each in found.closed for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(each.words in text[each.start : each.end] for each in found.closed)
    assert all(0 <= place < len(text) for place in found.unclosed)
    assert len(without_quotations(text)) == len(text)


@pytest.mark.parametrize("scrap", ["“", "‘", "'", '"', "“a ‘b ", "‘s’ ", "« » ", "“’ ", "‘a “ ", "\" ' ", '<a b="c'])
def test_many_marks_are_read_in_one_pass(scrap: str) -> None:
    assert len(quotations(scrap * 20_000).closed) <= 20_000


def test_what_an_attribute_of_html_says_is_no_quotation() -> None:
    assert quoted('<iframe src="https://a b" title="of three words">x</iframe> “he said it”') == ["he said it"]
    assert quoted('if a < b, "so they all said" and c > d') == ["so they all said"]
