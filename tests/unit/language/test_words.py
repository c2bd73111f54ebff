"""Wording as it is compared: what a word is."""

# ruff: noqa: RUF001 - characters that look alike are meant.

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language.characters import TABLE, CharacterMeaning, normal
from standfirst.language.words import digest, fold, placed_words, spans_in

# Characters about which the rule has something to say, and any others.
TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab Zß İﬀﬁǰŉΣς'’‘.,0१٣½²-_…\u0301\u0338\u0345\u064b\u0653\u00ad\u200c\u200d\ufe0f\n=<\u02bc"),
        st.sampled_from("ليبياآأكत्क्षनि가각岸"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=14,
)


def slow_fold(text: str) -> list[str]:
    """The sentence about letters and digits, character by character; the table of all others has tests of its own."""

    def kind(place: int) -> str:
        category = unicodedata.category(text[place]) if 0 <= place < len(text) else ""
        return "digit" if category == "Nd" else "letter" if category[:1] in ("L", "M") else ""

    text = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    text = text.casefold().replace("i\u0307", "i").replace("ı", "i")
    text = unicodedata.normalize("NFC", text).replace("’", "'")
    words: list[str] = []
    word = ""
    for place, character in enumerate(text):
        before, after = kind(place - 1), kind(place + 1)
        inner = character == "'" and before and after
        between = character in ",." and before == after == "digit"
        if kind(place) or inner or between:
            word += character
        elif word:
            words, word = [*words, word], ""
    return [*words, word] if word else words


IN_THE_TABLE = regex.compile(
    "|".join(row.pattern for row in TABLE if row.meaning is not CharacterMeaning.VARIANT), regex.V1
)
STAND_FOR_OTHERS = {*"´#-"}.union(*(row.pattern for row in TABLE if row.meaning is CharacterMeaning.VARIANT)) - {"’"}


def is_plain(character: str) -> bool:
    known = unicodedata.category(character) != "Cn" and not IN_THE_TABLE.search(character)
    return known and STAND_FOR_OTHERS.isdisjoint(character.casefold())


@given(TEXTS)
def test_words_are_what_the_rule_says_character_by_character(text: str) -> None:
    text = "".join(filter(is_plain, text))
    if not regex.search(r"(?<![\p{L}\p{M}\p{Nd}])\.\p{Nd}", text):
        assert fold(text).split(" ") == (slow_fold(text) or [""])


@given(TEXTS)
def test_words_found_in_a_text_are_those_of_the_folded_text(text: str) -> None:
    text = normal(text)
    words = placed_words(text)
    assert " ".join(word.text for word in words) == fold(text)
    assert tuple((word.start, word.end) for word in words) == spans_in(text)


@given(TEXTS)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_a_text_is_the_same_in_composed_and_decomposed_characters(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The White House said", "the white house said"),
        ("the U.S. said", "the u s said"),
        ("don’t, 'don't' ‘don’t’", "don't don't don't"),
        ("the Houthis’ 1990s'", "the houthis 1990s"),
        ("1,009 of 3.5; 1. 2, .5", "1,009 of 3.5 1 2 .5"),
        ("12:30 on 4-5 and 1…2 or 1...2", "12 30 on 4 5 and 1 2 or 1 2"),
        ("STRASSE Straße", "strasse strasse"),
        ("ﬀ ﬁ", "ff fi"),
        ("İstanbul Işık", "istanbul işik"),
        ("cafe\u0301 CAFÉ", "café café"),
        ("قالَ السيّد «حفتر»، ٢٬٠٠٩", "قالَ السيّد حفتر 2,009"),
        ("हिन्दी में", "हिन्दी में"),
        ("gov\u00adern\u00adment", "government"),
        ("half½ m² *bold* _x_ #1 &", "half 1⁄2 m2 bold x # 1 &"),
        ("word\u00a0word\tword\nword", "word word word word"),
        ("… — ?", ""),
    ],
)
def test_a_text_is_folded_to_its_words(text: str, words: str) -> None:
    assert fold(text) == words


def test_words_know_where_they_stand_as_they_are_written() -> None:
    text = "“Don’t!” he SAID"
    assert [text[word.start : word.end] for word in placed_words(text)] == ["Don’t", "he", "SAID"]


def test_the_digest_of_a_text_is_the_same_everywhere() -> None:
    assert digest("the white house said") == "cfb72db6522894c5017ebfe008210ba6"
