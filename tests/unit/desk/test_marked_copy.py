"""The copy of a source with all that is cited of it marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standfirst.desk.cited_stretches import cited_stretches
from standfirst.desk.desk import Desk, desk_of
from standfirst.desk.marked_copy import MarkedCopy, marked_copy
from standfirst.model import Id
from tests.explainers import content

FIRST = "The pier fell. Nobody was hurt, they said. It will not be built again."
REPORT = f"{FIRST}\n\nThe port is closed for good.\n"


def marked(*cited: str) -> MarkedCopy:
    facts = "sources: {report: {title: Report}}\nterms:\n" + "".join(
        f"  t{number}: {{name: T{number}, summary: A., cite: {{report: {words}}}}}\n"
        for number, words in enumerate(cited)
    )
    desk: Desk = desk_of(content(facts, copies={"report": REPORT}))
    return marked_copy(Id("report"), desk, cited_stretches(desk))


def test_what_is_cited_is_marked_and_numbered_where_it_ends() -> None:
    first, second = marked("Nobody was hurt", "hurt they said It", "hurt they said It", "closed for good").paragraphs
    assert [(each.text, each.is_cited, each.ends) for each in first.segments] == [
        ("The pier fell. ", False, ()),
        ("Nobody was hurt", True, (1,)),
        (", they said. It", True, (2,)),
        (" will not be built again.", False, ()),
    ]
    assert [[each.by for each in note.cited] for note in first.notes] == [["term:t0"], ["term:t1", "term:t2"]]
    assert [(note.number, note.cited[0].by) for note in second.notes] == [(3, "term:t3")]


def test_a_sentence_is_cited_if_a_word_of_it_is() -> None:
    copy = marked("hurt they said It")
    assert (copy.cited_sentences, copy.sentences) == (2, 4)
    assert (marked().cited_sentences, marked().sentences) == (0, 4)


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(3, 13)), max_size=5))
def test_the_segments_are_the_text_however_stretches_overlap(cuts: list[tuple[int, int]]) -> None:
    words = FIRST.replace(".", "").replace(",", "").split()
    copy = marked(*(" ".join(words[start : start + length]) for start, length in cuts if start + 3 <= len(words)))
    first = copy.paragraphs[0]
    assert "".join(each.text for each in first.segments) == FIRST
    assert sorted(number for each in first.segments for number in each.ends) == [note.number for note in first.notes]
    text = ""
    for each in first.segments:
        text += each.text
        assert {note.span[1] for note in first.notes if note.number in each.ends} <= {len(text)}
