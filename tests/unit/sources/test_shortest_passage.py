"""The fewest words that name a stretch are found as that stretch, and no fewer are: all are tried."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language.words import fold
from standfirst.model import Id, Origin, Passage
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import Copy, read_copy
from standfirst.sources.matching import Stretch, find_passage
from standfirst.sources.passages import named_parts
from standfirst.sources.shortest_passage import places_of, shortest_passage, widened

# Few words, so that they come again and again; numbers with signs, and what is read otherwise by itself.
SPELLINGS = (
    "a", "A,", "b", "B.", "the", "don’t", "$5", "5", "5%", "−5", "2 km²", "4, x 5", "5/4/2019", "a...b", "say… no",
    "U.S.", "他", "的", "ไทย", "قالَ", "straße",
)  # fmt: skip
RUNS = st.one_of(
    st.lists(st.sampled_from("aabbc"), min_size=1, max_size=14).map(" ".join),
    st.lists(st.sampled_from(SPELLINGS), min_size=1, max_size=9).map(" ".join),
)
SOURCES = st.lists(RUNS, min_size=1, max_size=3)


def copy_of(*paragraphs: str) -> Copy:
    return read_copy(CopyFile("sources/report.txt", Id("report"), "\n\n".join(("0", *paragraphs)).encode()))


def named_by(words: str, copy: Copy) -> tuple[int, int, int] | None:
    """The stretch that a passage names: its paragraph, and its words, by their numbers in it."""
    stretch = find_passage(Passage(words, Origin("facts.yaml", 1, 1)), copy)
    if not isinstance(stretch, Stretch):
        return None
    first = copy.text.count(" ", copy.start_of_paragraph_at(stretch.start), stretch.start)
    return stretch.paragraph, first, first + len(copy.text[stretch.start : stretch.end].split())


def cost(words: str) -> tuple[int, int, int]:
    """How many words a passage has, its ellipsis being one; how many parts, and how many characters."""
    parts = named_parts(words)
    return sum(len(fold(part).split()) for part in parts) + len(parts) - 1, len(parts), len(words)


def namings(copy: Copy, paragraph: int, first: int, end: int, written_out: Sequence[tuple[int, int]] = ()) -> list[str]:
    """All that name a stretch, as it is printed: the whole of it, and each beginning with each end."""
    whole = copy.printed(paragraph, first, end)
    pairs = (
        f"{copy.printed(paragraph, first, left)} … {copy.printed(paragraph, right, end)}"
        for left, right in itertools.combinations_with_replacement(range(first + 1, end), 2)
        if all(stop <= left or start >= right for start, stop in written_out)
    )
    return [words for words in (whole, *pairs) if named_by(words, copy) == (paragraph, first, end)]


def stretches_of(copy: Copy) -> list[tuple[int, int, int]]:
    return [
        (paragraph, first, end)
        for paragraph, text in enumerate(copy.paragraphs, start=1)
        for first, end in itertools.combinations(range(len(fold(text).split()) + 1), 2)
    ]


@given(SOURCES)
@example(["a b a b a b b"])
@example(["5/4/2019 a b", "5 4 a b"])
@example(["a $ 5 b c", "a $ b c"])
@example(["say… no, he did… not, so… there"])
def test_every_stretch_that_can_be_named_is_named_in_the_shortest_way(source: list[str]) -> None:
    copy = copy_of(*source)
    for stretch in stretches_of(copy):
        words = shortest_passage(copy, *stretch)
        others = namings(copy, *stretch)
        if words is None:
            assert others == []
        else:
            assert named_by(words, copy) == stretch
            assert cost(words) <= min(map(cost, others), default=cost(words))


@given(SOURCES, st.data())
def test_what_is_to_be_written_out_stands_in_no_ellipsis(source: list[str], data: st.DataObject) -> None:
    copy = copy_of(*source)
    paragraph, first, end = data.draw(st.sampled_from(stretches_of(copy)))
    words = st.lists(st.integers(first, end - 1).map(lambda word: (word, word + 1)), max_size=3)
    written_out = data.draw(words)
    passage = shortest_passage(copy, paragraph, first, end, written_out=written_out)
    assert (passage is None) == (shortest_passage(copy, paragraph, first, end) is None)
    if passage is not None:
        others = namings(copy, paragraph, first, end, written_out)
        assert named_by(passage, copy) == (paragraph, first, end)
        assert cost(passage) <= min(map(cost, others), default=cost(passage))
        begin, *ending = (len(fold(part).split()) for part in named_parts(passage))
        assert all(last <= first + begin or start >= end - sum(ending) for start, last in written_out)


@given(SOURCES)
@example(["a a", "b b"])
@example(["$5", "b c", "a b c $5"])
def test_a_stretch_is_widened_by_the_fewest_words_that_make_it_a_passage(source: list[str]) -> None:
    copy = copy_of(*source)
    can_be_named = {stretch for stretch in stretches_of(copy) if shortest_passage(copy, *stretch)}
    for paragraph, first, end in stretches_of(copy):
        around = [each for each in can_be_named if each[0] == paragraph and each[1] <= first and end <= each[2]]
        found = widened(copy, paragraph, first, end)
        if found is None:
            assert around == []
        else:
            fewest = min((stretch[2] - stretch[1] for stretch in around), default=None)
            assert found[0] <= first <= end <= found[1]
            assert fewest is None or found[1] - found[0] == fewest


@given(SOURCES)
def test_the_places_of_a_stretch_are_all_that_have_its_words(source: list[str]) -> None:
    copy = copy_of(*source)
    places: dict[str, list[tuple[int, int, int]]] = {}
    for paragraph, first, end in stretches_of(copy):
        if not copy.index.parts_a_number(*numbers(copy, (paragraph, first, end))):
            words = fold(copy.paragraphs[paragraph - 1]).split()[first:end]
            places.setdefault(" ".join(words), []).append((paragraph, first, end))
    for same in places.values():
        assert list(places_of(copy, *same[-1])) == same


def numbers(copy: Copy, stretch: tuple[int, int, int]) -> tuple[int, int]:
    before = copy.index.words_of(stretch[0]).start
    return before + stretch[1], before + stretch[2]


@pytest.mark.parametrize(
    ("stretch", "words"),
    [
        ("It fell silent.", "It fell silent"),
        ("The guns fell silent. The", "The … The"),
        ("guns fell silent. The", "guns … The"),
        ("The guns fell silent. The guns came back in May.", "The guns fell … May"),
        ("He said … that it was over, and left.", "He … left"),
    ],
)
def test_a_passage_has_as_many_words_as_it_needs(stretch: str, words: str) -> None:
    copy = copy_of(
        "The guns fell silent. The guns came back in May. It fell silent.", "He said … that it was over, and left."
    )
    paragraph = next(number for number, text in enumerate(copy.paragraphs, 1) if stretch in text)
    start = copy.paragraphs[paragraph - 1].index(stretch)
    touched = copy.words_touched(paragraph, start, start + len(stretch))
    assert shortest_passage(copy, paragraph, *touched) == words


def test_words_are_touched_by_any_of_their_characters() -> None:
    copy = copy_of("He said: “No, never.”")
    text = copy.paragraphs[1]
    everything = [
        copy.words_touched(2, start, end) for start in range(len(text)) for end in range(start, len(text) + 1)
    ]
    assert copy.words_touched(2, text.index("aid"), text.index("ver")) == (1, 4)
    assert copy.words_touched(2, text.index(" “"), text.index("No")) == (2, 2)
    assert all(0 <= first <= end <= 4 for first, end in everything)


def test_a_long_text_that_says_the_same_again_and_again_is_soon_read() -> None:
    copy = copy_of(" ".join(["a b"] * 2_000), " ".join(["a"] * 2_000), "b c a")
    found = [shortest_passage(copy, *stretch) for stretch in ((2, 0, 2_000), (3, 0, 2_000), (4, 0, 3))]
    assert [len(words or "") for words in found] == [0, 3_999, 5]
