"""Where sentences end."""

import pytest

from standfirst.draft.sentences import sentences_in


def sentences(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in sentences_in(paragraph, "en")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gen. Ada Smith and U.S. Africa Command met Lt. Col. Brown at 5 p.m. on Monday.",
        "Mr. J. B. Priest of Langley, Va., spoke for a U.N. Security Council member.",
        "“Will you go?” she asked.",
        "It was No. 1 of the week.",
        "The bridge was broken\nto a width of a\nfew words.",
    ],
)
def test_a_sentence_goes_on_behind_abbreviations_marks_and_lines(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


def test_initials_end_a_sentence_before_a_word_that_begins_one() -> None:
    assert sentences("He went to the U.S. Then he left.") == ["He went to the U.S.", "Then he left."]


def test_offsets_count_characters_beyond_the_basic_plane_once() -> None:
    assert sentences("😀 One came. 😀 Two came.") == ["😀 One came.", "😀 Two came."]
