"""The nearest wording of a copy, as a message shows it to a writer whose words do not stand there."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language.words import fold
from standfirst.model import Id
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import Copy, read_copy
from standfirst.sources.nearest import nearest_wording


def copy_of(text: str) -> Copy:
    return read_copy(CopyFile("sources/report.txt", Id("report"), text.encode()))


REPORT = copy_of(
    """\
    Libya

    The town council closed the Low Bridge on 3 March 2025, after an inspector had found a crack in one of its piers.

    “I would not walk over it,” said the inspector. Nobody knew of the crack; and then, the mayor said, there was a
    long, long meeting of the whole council, without any result at all on that day, or on the next, or ever after.

    The council says that repairs will take six weeks. Nobody was hurt. Nobody is to walk over it.
    """
)


@pytest.mark.parametrize(
    ("sought", "nearest"),
    [
        ("the inspector had found a hole", "“an inspector had found a crack” (paragraph 2)"),
        ("repairs will take six years", "“repairs will take six weeks” (paragraph 4)"),
        ("would never walk over it", "“would not walk over it” (paragraph 3)"),
        ("The council closed the Low Bridge", "“The town council closed the Low Bridge” (paragraph 2)"),
        ("found a big crack", "“found a crack in” (paragraph 2)"),
        ("walk over it said an inspector", "“walk over it,” said the inspector” (paragraph 3)"),
        ("inspektor", "“inspector” (paragraph 2)"),
        ("the mayer sayd", "“the mayor said” (paragraph 3)"),
        (
            "There were long meetings of the whole councils",
            "“a long, long meeting of the whole council” (paragraph 3)",
        ),
    ],
)
def test_the_nearest_words_are_shown_as_they_are_printed(sought: str, nearest: str) -> None:
    assert nearest_wording(fold(sought), REPORT).hint == f"the nearest words are {nearest}"


@pytest.mark.parametrize(
    ("sought", "nearest"),
    [
        (
            "Nobody knew of the crack; and then, the mayor said, there was a short, long meeting of the whole council",
            "there was a long, long meeting of” (paragraph 3)",
        ),
        (
            "Somebody knew of the crack; and then, the mayor said, there was a long, long meeting",
            "Nobody knew of the” (paragraph 3)",
        ),
        (
            "And the council says that repairs will take six weeks. Nobody was hurt. Nobody is",
            "The council says that” (paragraph 4)",
        ),
    ],
)
def test_of_many_words_those_are_shown_that_differ(sought: str, nearest: str) -> None:
    assert nearest_wording(fold(sought), REPORT).hint == f"the nearest words are “{nearest}"


def test_many_words_from_which_a_sign_was_cut_are_shown_whole() -> None:
    words = "50 million to the towns of the north, and nothing to any other, the mayor said"
    hint = nearest_wording(fold(words), copy_of(f"They pay £{words}.")).hint
    assert hint == f"the nearest words are “£{words}” (paragraph 1)"


def test_a_sign_behind_the_last_number_is_shown_and_nothing_behind_that() -> None:
    words = "the towns of the north, and nobody else, the mayor said, will pay another 50"
    hint = nearest_wording(fold(words), copy_of(f"They hear that {words}% of it.")).hint
    assert hint == f"the nearest words are “{words}%” (paragraph 1)"


@pytest.mark.parametrize("sought", ["zebras of Xanadu", "Libya is elsewhere and this is about something else", "ظظظ"])
def test_where_nothing_is_near_the_copy_is_named(sought: str) -> None:
    assert nearest_wording(fold(sought), REPORT).hint == "copy the words from sources/report.txt"


def test_words_are_sought_first_where_they_were_cited() -> None:
    words = fold("nobody may walk over it")
    assert nearest_wording(words, REPORT, first=3).hint.endswith("“would not walk over it” (paragraph 3)")
    assert nearest_wording(words, REPORT, first=4).hint.endswith("“Nobody is to walk over it” (paragraph 4)")
    assert nearest_wording(words, REPORT, first=1).hint.endswith(")")


@given(st.lists(st.sampled_from(REPORT.text.split()), min_size=1, max_size=20), st.sampled_from([None, 1, 2, 3, 4]))
def test_whatever_is_sought_the_hint_shows_words_of_the_paragraph_that_it_names(words: list[str], first: int) -> None:
    hint = nearest_wording(fold(" ".join(words)), REPORT, first=first).hint
    if hint.startswith("the nearest"):
        shown, _, paragraph = hint.removeprefix("the nearest words are “").removesuffix(")").rpartition("” (paragraph ")
        assert shown in REPORT.paragraphs[int(paragraph) - 1]


@pytest.mark.parametrize(
    ("sought", "nearest"),
    [
        ("岸本首相は休戦を求めた", "“岸本首相は停戦を求めた” (paragraph 1)"),
        ("与党の議員はこれに賛成", "“与党の議員らはこれに賛成” (paragraph 1)"),
        ("นายกรัฐมนตรีเรียกร้องให้มีการหยุดงาน", "“นายกรัฐมนตรีเรียกร้องให้มีการหยุดยิงทัน” (paragraph 2)"),
    ],
)
def test_the_nearest_characters_are_shown_where_no_spaces_part_words(sought: str, nearest: str) -> None:
    copy = copy_of(
        "岸本首相は停戦を求めた。与党の議員らはこれに賛成し、野党は反対した。\n\nนายกรัฐมนตรีเรียกร้องให้มีการหยุดยิงทันที"
    )
    assert nearest_wording(fold(sought), copy).hint == f"the nearest words are {nearest}"
    assert nearest_wording(fold("火曜日に雨が降った"), copy).hint.startswith("copy the words from")


def test_a_thousand_hints_about_a_long_source_are_found_in_one_go() -> None:
    words = random.Random(1).choices([f"w{number}" for number in range(5000)], range(5000, 0, -1), k=300_000)
    # One paragraph is the worst case.
    copy = copy_of(" ".join(words))
    for place in range(0, 100_000, 100):
        sought = fold(" ".join([*words[place : place + 5], "never", *words[place + 6 : place + 10]]))
        assert words[place + 5] in nearest_wording(sought, copy).hint


@pytest.mark.parametrize(
    ("sought", "named"),
    [
        ("The town council closed the Low Brigde", "The town council closed the Low Bridge"),
        ("closed the Low Bridge on 8 March", "closed the Low Bridge on 3 March"),
        # Too little of it is alike, or other words are as much alike.
        ("found a big hole", None),
        ("Nobody was to hurt it", None),
        ("the mayor of Paris", None),
    ],
)
def test_words_are_named_exactly_where_nothing_else_can_be_meant(sought: str, named: str | None) -> None:
    assert nearest_wording(fold(sought), REPORT).new == named


def test_words_of_which_others_are_as_much_like_are_not_named_exactly() -> None:
    copy = copy_of("The first bridge was closed.\n\nThe third bridge was closed.\n\nA boat left.")
    assert nearest_wording(fold("The bridge was closed"), copy).new is None
    assert nearest_wording(fold("The frist bridge was closed"), copy).new == "The first bridge was closed"
