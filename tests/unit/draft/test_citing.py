"""How stretches of an article are cited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.draft.citing import Citer
from standfirst.draft.read_article import article_in
from standfirst.model import Id, Origin, Passage
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import Copy
from standfirst.sources.matching import Stretch, find_passage

TEXT = (
    "The council shut the U.S.-built bridge on 3 March 2025, its engineer said, after a crack was found under it.\n\n"
    "On 3 March 2025 nobody said when the bridge\nwould be open again."
)


def citer_of(text: str) -> tuple[Citer, Copy]:
    article, copy = article_in(CopyFile("article.txt", Id("article"), text.encode()))
    return Citer(article, copy), copy


def passage(words: str, shown: str = "") -> str | None:
    citer, _ = citer_of(TEXT)
    start, show = TEXT.index(words), TEXT.index(shown or words)
    return citer.passage(start, start + len(words), shown=(show, show + len(shown)) if shown else None)


@pytest.mark.parametrize(
    ("words", "shown", "cited"),
    [
        (TEXT.partition("\n")[0], "", "The council shut … found under it"),
        ("The council shut the U.S.-built bridge", "", "The council shut the U.S.-built bridge"),
        # Three words are too few here: the same stand elsewhere.
        ("on 3 March 2025", "", "on 3 March 2025, its"),
        ("The council shut the U.S.-built bridge on 3 March 2025, its engineer said", "3 March 2025",
         "The council shut … 3 March 2025, its engineer said"),
        ("nobody said when the bridge\nwould be open again", "", "nobody said when … be open again"),
    ],
)  # fmt: skip
def test_a_stretch_is_cited_by_its_ends_and_by_what_is_to_be_shown(words: str, shown: str, cited: str) -> None:
    assert passage(words, shown) == cited


def test_an_ellipsis_of_the_source_is_not_taken_for_that_of_the_passage() -> None:
    text = "He said: we will … never mind … go on with the work, and so … they did."
    citer, copy = citer_of(text)
    cited = citer.passage(0, len(text))
    assert cited is not None
    assert cited.count("…") == 1
    assert isinstance(find_passage(Passage(cited, Origin("facts.yaml", 1, 1)), copy), Stretch)


def test_what_stands_twice_is_not_cited() -> None:
    citer, _ = citer_of("The same again.\n\nThe same again.")
    assert citer.passage(0, 15) is None


@given(st.data())
def test_a_passage_names_one_stretch_that_holds_the_words_it_was_asked_for(data: st.DataObject) -> None:
    words = st.lists(
        st.sampled_from(["a", "bridge", "U.S.", "was-shut", "213", "$5", "…", "“so", "ça,", "\n\n"]), min_size=3
    )
    text = " ".join(data.draw(words))
    citer, copy = citer_of(f"One two three. {text}")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text) + 15))
    asked = citer.word_range(start, end)
    cited = citer.passage(start, end)
    if cited:
        found = find_passage(Passage(cited, Origin("facts.yaml", 1, 1)), copy)
        assert isinstance(found, Stretch)
        before = copy.text.count(" ", copy.start_of_paragraph_at(found.start), found.start)
        behind = before + copy.text.count(" ", found.start, found.end) - 1
        assert (found.paragraph, before <= asked.first, asked.end <= behind) == (asked.paragraph, True, True)
