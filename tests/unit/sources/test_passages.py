"""Passages are named by words of their source: by all of them, or by the first and the last."""

from __future__ import annotations

import pytest

from standfirst.model import Origin, Passage
from standfirst.sources.passages import named_parts, shorten_words, wording_of, wording_problem


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("he spoke there", "he spoke there"),
        ("He … “Said”", "he … said"),
        ("he...said", "he … said"),
        ("it was the end.… He said", "it was the end … he said"),
        ("it was the end .... He said", "it was the end … he said"),
        ("He was . . . it said", "he was … it said"),
        ("He was . . . . it said", "he was … it said"),
        ("He was.\u00a0.\u00a0.it said", "he was … it said"),
        ("he …… said", "he … said"),
        ("he ⋯⋯ said", "he … said"),
    ],
)
def test_a_passage_is_named_by_all_its_words_or_by_the_first_and_the_last(words: str, named: str) -> None:
    passage = Passage(words, Origin("facts.yaml", 1, 1))
    assert (str(wording_of(passage)), wording_problem(passage)) == (named, None)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("he said", "“he said” is too short to name a passage; name it by at least 3 of its words"),
        ("U.S.", "“U.S.” is too short"),
        ("?!", "“?!” is too short"),
        ("+ 5", "“+ 5” is too short to name a passage; name it by at least 3 of its words"),
        ("停戦", "“停戦” is too short to name a passage; name it by at least 3 of its characters"),
        ("he said …", "“he said …” leaves out how the passage begins or ends; write words of"),
        ("… he said", "leaves out how the passage begins or ends"),
        ("he said … “", "leaves out how the passage begins or ends"),
        ("…", "leaves out how the passage begins or ends"),
        ("he … she … it", "has more than one ellipsis; "),
        ("he … … it", "has more than one ellipsis; "),
    ],
)
def test_words_that_can_name_no_passage_are_a_problem(words: str, said: str) -> None:
    problem = wording_problem(Passage(words, Origin("facts.yaml", 2, 3)))
    assert problem
    assert problem.place == "facts.yaml:2:3"
    assert said in problem.said


def test_the_parts_of_a_passage_are_shown_as_they_are_written() -> None:
    assert named_parts("“The army ... it Said.”") == ("“The army", "it Said.”")


def test_a_long_quotation_is_shown_by_its_first_words() -> None:
    assert shorten_words("word " * 40) == "word " * 20 + "…"
    assert shorten_words("x" * 110) == shorten_words("x" * 101 + " y") == "x" * 100 + " …"
    assert shorten_words("x" * 100) == "x" * 100
    assert shorten_words("a few words") == "a few words"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the bridge … on Monday", "the bridge was … morning, on Monday", True),
        ("the bridge … on Monday", "the bridge was shut on Monday", True),
        ("the bridge was shut", "THE BRIDGE was shut", True),
        ("the bridge … on Monday", "the bridge … on Monday morning", False),
        ("the bridge … on Monday", "a bridge … on Monday", False),
        ("the bridge was", "the bridge was shut", False),
        ("the bridge … on Monday", "the bridges … on Monday", False),
    ],
)
def test_a_stretch_is_the_same_by_whichever_of_its_words_it_is_named(one: str, other: str, same: bool) -> None:
    wordings = [wording_of(Passage(words, Origin("facts.yaml", 1, 1))) for words in (one, other)]
    assert [each.is_same_stretch(wordings[1 - n]) for n, each in enumerate(wordings)] == [same, same]
