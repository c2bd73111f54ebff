"""What is cited is compared with new readings of its source, word for word and however the words are set."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import Id, Origin, Passage
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import Copy, read_copy
from standfirst.sources.lock import passage_key
from standfirst.sources.matching import Stretch, find_passage
from standfirst.sources.still_there import CitedWords, Comparison, compare
from standfirst.sources.wordings import wording_at

HERE = Origin("facts.yaml", 1, 1)
WHOLE = "The boat had carried 213 passengers on Monday."
PARTS = Passage("The boat had … on Monday", HERE)
ALL = Passage("carried 213 passengers on Monday", HERE)


def reading(*paragraphs: str) -> Copy:
    return read_copy(CopyFile("sources/report.txt", Id("report"), "\n\n".join(("0", *paragraphs)).encode()))


def compared(
    *readings: Copy,
    passage: Passage = PARTS,
    known: str = WHOLE,
    quotations: tuple[tuple[str, Passage | None], ...] = (),
) -> Comparison:
    wordings = {}
    if known:
        stretch = find_passage(passage, copy := reading(known))
        assert isinstance(stretch, Stretch)
        wordings[passage_key(passage)] = wording_at(stretch, copy)
    cited = CitedWords(passages=(passage,), quotations=quotations, known=MappingProxyType(wordings))
    return compare(cited, readings)


@pytest.mark.parametrize(
    "now",
    [
        reading("Before. " + WHOLE + " Behind."),
        reading("THE BOAT, had carried:", "213 passengers – on Monday"),
        reading("The boat had carried", "213", "passengers on Monday", "The end."),
    ],
    ids=["elsewhere", "in two paragraphs and with other marks", "in many"],
)
def test_words_that_stand_there_are_the_same_wherever_paragraphs_end(now: Copy) -> None:
    assert compared(now).altered == ()


def test_a_page_is_read_with_all_around_its_main_text_before_something_is_called_gone() -> None:
    assert compared(reading("The main text."), reading("A box.", WHOLE)).altered == ()


@pytest.mark.parametrize(
    ("now", "gone", "nearest"),
    [
        ("The boat had carried 264 passengers on Monday.", False, "The boat had carried 264 passengers on Monday"),
        ("The boat had carried 213 passengers on Sunday.", True, "The boat had carried 213 passengers on Sunday"),
        ("Nothing of it.", True, ""),
    ],
)
def test_words_that_stand_there_otherwise_are_told_with_those_nearest_to_them(
    now: str, gone: bool, nearest: str
) -> None:
    (found,) = compared(reading(now)).altered
    assert (found.key, found.words, found.gone, found.now) == (passage_key(PARTS), PARTS.words, gone, nearest)


def test_what_was_known_first_stays_what_is_compared_with() -> None:
    now = reading("The boat had carried 264 passengers on Monday.")
    first = compared(now, known="")
    assert first.altered == ()
    assert len(first.wordings) == 1
    assert compared(now).wordings == compared(reading(WHOLE)).wordings != first.wordings


def test_without_a_known_wording_only_a_passage_named_by_all_its_words_may_run_over_paragraphs() -> None:
    parted = reading("The boat had carried 213", "passengers on Monday.")
    assert compared(parted, passage=ALL, known="").altered == ()
    (found,) = compared(parted, known="").altered
    assert found.gone


def test_quoted_words_must_still_stand_in_their_passage_or_where_none_is_cited_anywhere() -> None:
    now = reading("The boat had carried 264 passengers on Monday.", "They said “never again”, all of them.")
    quoted = ("carried 213 passengers", PARTS), ("never again, all", None), ("never before, all", None)
    within, anywhere = sorted(compared(now, known="", quotations=quoted).altered, key=lambda each: each.gone)
    assert (within.key, within.words, within.gone) == (passage_key(PARTS), "carried 213 passengers", False)
    assert (anywhere.words, anywhere.gone) == ("never before, all", True)


WORDS = st.lists(st.sampled_from(("a", "b", "c", "213", "boat")), min_size=1, max_size=6)


@given(WORDS, WORDS, st.booleans())
def test_what_stands_between_the_words_of_a_passage_is_the_same_exactly_if_its_words_are(
    before: list[str], now: list[str], parted: bool
) -> None:
    passage = Passage("the first words … at the end", HERE)
    was, new = (f"The first words {' '.join(words)} at the end." for words in (before, now))
    there = reading(*new.rsplit(" ", 3)) if parted else reading(new)
    assert bool(compared(there, passage=passage, known=was).altered) == (before != now)
