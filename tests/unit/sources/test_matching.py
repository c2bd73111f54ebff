"""Where passages and quotations stand: the quick search finds what a slow and obvious one finds."""

# ruff: noqa: RUF001 - characters that look alike are meant.

from __future__ import annotations

import itertools
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language.words import fold
from standfirst.model import Id, Origin, Passage
from standfirst.problems.errors import Problem
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import Copy, read_copy
from standfirst.sources.matching import Stretch, find_passage, find_words, in_full
from standfirst.sources.passages import named_parts

# Few words, so that they come again and again; in several spellings, with what stands around words.
SPELLINGS = (
    "a", "A", "a,", "“a", "b", "B.", "b…", "the", "The", "don’t", "Don't", "U.S.", "u", "s", "1,009", "1 009", "3.5",
    "قالَ", "قال", "«قالَ»", "हिन्दी", "straße", "STRASSE", "İ", "i\u0307", "ﬀ", "ff", "cafe\u0301", "CAFÉ", "a...b",
)  # fmt: skip
WORDS = st.sampled_from(SPELLINGS)
FEW_WORDS = st.sampled_from(("a", "b", "A", "c"))
RUNS = st.one_of(
    st.lists(FEW_WORDS, min_size=1, max_size=12).map(" ".join), st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
)
SOURCES = st.lists(RUNS, min_size=1, max_size=4)
PARTS = st.one_of(
    st.lists(FEW_WORDS, min_size=1, max_size=3).map(" ".join), st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
)
TWO_PARTS = st.tuples(PARTS, PARTS).map(" … ".join)
PASSAGES = st.one_of(RUNS.filter(lambda run: "..." not in run and "…" not in run), TWO_PARTS)
BRACKETS = st.sampled_from(["[a]", "[]", "[b a]", "[…]", "[a [b] c]", "[a", "b]"])


def copy_of(*paragraphs: str) -> Copy:
    return read_copy(CopyFile("sources/report.txt", Id("report"), "\n\n".join(("0", *paragraphs)).encode()))


def passage(words: str) -> Passage:
    return Passage(words, Origin("facts.yaml", 1, 1))


def problem_with(words: str, copy: Copy) -> str:
    problem = find_passage(passage(words), copy)
    assert isinstance(problem, Problem)
    return problem.said


def stretch_of(words: str, copy: Copy) -> Stretch:
    stretch = find_passage(passage(words), copy)
    assert isinstance(stretch, Stretch)
    return stretch


def stretches(words: str, paragraphs: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """Every stretch that a passage may name: its paragraph, from 1, and its first and last word, from 0.

    All pairs of a place where it may begin and a place where it may end, in one paragraph, that do not overlap and have
    at least three words between them or in them.
    """
    parts = [fold(part).split() for part in named_parts(words)]
    found = []
    # Two ellipses name nothing.
    for number, paragraph in enumerate(paragraphs if len(parts) <= 2 else (), start=1):
        said = fold(paragraph).split()
        begins, ends = (
            [place for place in range(len(said)) if said[place : place + len(part)] == part]
            for part in (parts[0], parts[-1])
        )
        if len(parts) == 1:
            pairs = [(begin, begin + len(parts[0])) for begin in begins]
        else:
            pairs = [
                (begin, end + len(parts[1]))
                for begin, end in itertools.product(begins, ends)
                if begin + len(parts[0]) <= end
            ]
        found += [(number, begin, end) for begin, end in pairs if end - begin >= 3]
    return found


def words_of(stretch: Stretch, copy: Copy) -> tuple[int, int, int]:
    start = copy.start_of_paragraph_at(stretch.start)
    first = copy.text.count(" ", start, stretch.start)
    return stretch.paragraph, first, first + len(copy.text[stretch.start : stretch.end].split())


@given(SOURCES, PASSAGES)
@example(["a a a"], "a … a")
@example(["a b a b"], "a b … a b")
@example(["a a"], "a … a")
@example(["b a", "a b", "a a b b"], "a … b")
def test_a_passage_is_found_where_exactly_one_stretch_begins_and_ends_so(source: list[str], words: str) -> None:
    copy = copy_of(*source)
    named = stretches(words, copy.paragraphs)
    found = find_passage(passage(words), copy)
    assert [words_of(each, copy) for each in [found] if isinstance(each, Stretch)] == (named if len(named) == 1 else [])
    assert (isinstance(found, Problem) and "stands more than once" in found.said) == (len(named) > 1)


def stand_in_order(parts: list[list[str]], said: list[str]) -> bool:
    """Whether parts stand in words one behind the other, with any words between: by trying every place for each."""
    if not parts:
        return True
    first, *others = parts
    return any(
        said[place : place + len(first)] == first and stand_in_order(others, said[place + len(first) :])
        for place in range(len(said))
    )


def paragraph_of_words(words: str, paragraphs: tuple[str, ...]) -> int | None:
    """The first paragraph in which quoted words stand as they are, or else with any words in place of brackets."""
    literal, outside = fold(words).split(), []
    # Brackets in brackets part nothing more.
    while "[" in (rest := re.sub(r"\[[^\[\]]*\]", "\0", words)) and rest != words:
        words = rest
    outside = re.sub(r"\[[^\[\]]*\]", "\0", words).split("\0")
    parts = [part for text in outside if (part := fold(text).split())]
    said = [fold(paragraph).split() for paragraph in paragraphs]
    as_they_are = [number for number, each in enumerate(said, 1) if literal and stand_in_order([literal], each)]
    with_others = [number for number, each in enumerate(said, 1) if len(outside) > 1 and stand_in_order(parts, each)]
    return next(iter(as_they_are or (with_others if parts else [])), None)


@given(
    SOURCES,
    st.lists(st.one_of(FEW_WORDS, WORDS, st.sampled_from(["[a]", "[]", "[b a]", "[…]", "[a [b] c]"])), max_size=6),
)
@example(["a b", "a c b"], ["a", "[c]", "b"])
@example(["[a] b c"], ["[a]", "b"])
@example(["a b"], ["a", "[c]", "a"])
@example(["a b"], ["a b", "[c]", "b"])
def test_quoted_words_are_found_with_brackets_as_they_are_or_else_as_any_words(
    source: list[str], quoted: list[str]
) -> None:
    copy = copy_of(*source)
    assert find_words(" ".join(quoted), copy) == paragraph_of_words(" ".join(quoted), copy.paragraphs)


@given(SOURCES, TWO_PARTS, st.lists(FEW_WORDS | st.just("[x]"), max_size=4))
def test_quoted_words_of_a_passage_stand_within_its_stretch(source: list[str], words: str, quoted: list[str]) -> None:
    copy = copy_of(*source)
    named = stretches(words, copy.paragraphs)
    if len(named) == 1:
        number, first, end = named[0]
        stretch = " ".join(fold(copy.paragraphs[number - 1]).split()[first:end])
        within = paragraph_of_words(" ".join(quoted), (stretch,))
        found = find_words(" ".join(quoted), copy, stretch_of(words, copy))
        assert found == (number if within else None)


SOURCE = copy_of(
    "The army, he said, will stop. The U.S. had 1,009 men.",
    "It would stop, he said so “on Monday”. The army went on, and the mayor said nothing.",
    "It would stop; he said so again",
    "and again.",
    "The army said no. “We won’t [ever] go,” she said.",
)


@pytest.mark.parametrize(
    ("words", "paragraph"),
    [
        ("THE ARMY HE SAID", 2),
        ("the army … will stop", 2),
        ("The U.S. had 1,009", 2),
        ("The U S had", 2),
        ("on Monday”. The army", 3),
        ("“We won't … she said", 6),
    ],
)
def test_case_and_what_stands_between_words_do_not_count(words: str, paragraph: int) -> None:
    assert stretch_of(words, SOURCE).paragraph == paragraph


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "The US had 1,009",
            "“The US had 1,009” does not stand in 'report'; the nearest words are “The U.S. had 1,009” (paragraph 2)",
        ),
        ("had 1009 men", "the nearest words are “had 1,009 men” (paragraph 2)"),
        (
            "it would stop he said",
            "“it would stop he said” stands more than once in 'report', in paragraphs 3 and 4; "
            "name more of its words, so that only one stretch is meant",
        ),
        ("army … the", "stands more than once in 'report', in paragraphs 2 and 3"),
        ("stop … the", "stands more than once in 'report', twice in paragraph 3"),
        (
            "on Monday … so again",
            "“on Monday … so again” is no passage within one paragraph of 'report'; its beginning first stands in "
            "paragraph 3, its end in paragraph 4: cite a passage of each, as a list",
        ),
        (
            "said so again and",
            "“said so again and” does not stand within one paragraph of 'report'; "
            "it runs from paragraph 4 on into the next: cite a passage of each, as a list",
        ),
        (
            "will stop … he said",
            "“will stop … he said” is no passage within one paragraph of 'report'; in paragraph 2 its end does not "
            "follow its beginning, with 3 words or more in all: name how one stretch begins, and how it ends",
        ),
        ("she … said", "in paragraph 6 its end does not follow its beginning, with 3 words or more in all"),
    ],
)
def test_what_is_not_one_stretch_is_a_problem_that_says_why(words: str, said: str) -> None:
    assert said in problem_with(words, SOURCE)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("the U.S. … men", "The U.S. had 1,009 men"),
        ("on monday the ARMY", "on Monday”. The army"),
        ("we won’t … go", "We won’t [ever] go"),
        ("stop … the", "stop … the"),
    ],
)
def test_a_passage_is_shown_in_full_as_it_is_printed_and_one_that_names_no_stretch_as_it_is_written(
    words: str, whole: str
) -> None:
    assert in_full(passage(words), SOURCE) == whole


def test_a_beginning_that_stands_everywhere_costs_nothing() -> None:
    copy = copy_of(*(["the end of the line " * 100] * 600), "the only one", "the " * 60_000)
    for _ in range(40):
        assert stretch_of("the … one", copy).paragraph == 602
        problem_with("the … zero", copy)
        problem_with("one … the", copy)


@pytest.mark.parametrize(
    ("words", "paragraph"),
    [
        ("[W]e won’t [ever] go", 6),
        ("[t]he army said no", 6),
        ("It [w]ould stop", 3),
        ("[X]e won’t [ever] go", None),
        ("[W]e will [ever] go", None),
    ],
)
def test_a_bracket_within_a_word_shows_a_change_of_case(words: str, paragraph: int | None) -> None:
    assert find_words(words, SOURCE) == paragraph


NOTHING = st.sampled_from(["", "\u200b", "\u00ad", "\u2060", "\ufeff", "\u200d", "\ufe0f"])
PRINTED = (
    "the US’s don't said: £50 €50 50% −5 2½ km² CO₂ R<1 café Ñandú “so”, 1,009 A&B 岸本首相は停戦を求めた。 สวัสดีครับ "
    "قالَ الجيش ٢٠١٩ हिन्दी ﬁnal 5° #1 ±5 👍 Ⅳ people¹ valley[2] 10²"
)
RUNS_OF_ALL = st.lists(st.sampled_from(PRINTED.split()), min_size=3, max_size=20)
OTHER_SIGNS = {
    "£": "$", "€": "£", "%": "‰", "−": "+", "½": "¼", "²": "³", "<": ">", "&": "+", "°": "′", "±": "+", "👍": "👎",
}  # fmt: skip


@given(RUNS_OF_ALL, st.data())
def test_a_passage_is_found_however_it_is_typed_and_not_with_another_sign(
    words: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(words) - 3))
    cut = " ".join(words[start : data.draw(st.integers(start + 3, len(words)))])
    unseen = data.draw(st.lists(NOTHING, min_size=5, max_size=5))
    typed = "".join(unseen[place % 5] + character for place, character in enumerate(cut))
    typed = typed.replace("'", data.draw(st.sampled_from("'’ʼ‘＇"))).replace("−", data.draw(st.sampled_from("−-–‑")))
    typed = unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD"])), typed)
    assert find_words(typed, copy_of(" ".join(words))) == 2
    signs = [place for place, character in enumerate(cut) if character in OTHER_SIGNS]
    if signs:
        place = data.draw(st.sampled_from(signs))
        assert find_words(f"{cut[:place]}{OTHER_SIGNS[cut[place]]}{cut[place + 1 :]}", copy_of(cut)) is None
        assert fold(f"{cut[:place]}{cut[place + 1 :]}") != fold(cut)


@pytest.mark.parametrize(
    ("words", "printed", "whole"),
    [
        ("5 degrees below", "it was −5 degrees below", "−5 degrees below"),
        ("more than 10", "more than 10² of them", "more than 10²"),
        ("may rise by 50", "rents may rise by 50% in a year", "may rise by 50%"),
        ("may rise by 50", "rents may rise by 50 % in a year", "may rise by 50 %"),
        ("50 million to the", "we pay £50 million to the towns", "£50 million to the"),
        ("we waited for 2", "we waited for 2½ years", "we waited for 2½"),
        ("it was at 20", "it was at 20°C and more", "it was at 20°"),
        ("1 before we act", "the rate is R < 1 before we act", "< 1 before we act"),
    ],
)
def test_a_number_is_not_cut_from_its_sign(words: str, printed: str, whole: str) -> None:
    copy = copy_of(printed)
    assert find_words(words, copy) is None
    assert find_words(whole, copy) == 2
    assert problem_with(words, copy).startswith(f"“{words}” does not stand in 'report'; the nearest words are “")
    assert f"{whole}”" in problem_with(words, copy) or whole in problem_with(words, copy)
    # Where it stands without a sign as well, that is meant.
    assert stretch_of(words, copy_of(printed, f"so {words} so")).paragraph == 3
