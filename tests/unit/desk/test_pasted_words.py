"""Whatever is pasted of a copy is found in it, and what is cited for it names it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standfirst.desk.citation import citation_of
from standfirst.desk.citation_text import as_json, as_text
from standfirst.desk.desk import Desk, Selection, desk_of
from standfirst.desk.pasted_words import find_pasted, nearest_to
from standfirst.model import Id, Origin, Passage
from standfirst.sources.matching import Stretch, find_passage, words_of
from standfirst.sources.passages import named_parts
from tests.explainers import content

WORDS = st.sampled_from(
    ["a", "b,", "“C”", "don’t", "$5", "−5%", "3 May 2025", "5/4", "well-known", "他们", "[sic]", "d…", "\x1b[1m"]
)
PARAGRAPHS = st.lists(WORDS, min_size=3, max_size=12).map(" ".join)


def desk(paragraphs: list[str]) -> Desk:
    return desk_of(content("sources: {report: {title: R}}", copies={"report": "\n\n".join(["0", *paragraphs])}))


@given(st.lists(PARAGRAPHS, min_size=1, max_size=3), st.data())
def test_words_of_a_copy_are_found_and_cited(paragraphs: list[str], data: st.DataObject) -> None:
    at = desk(paragraphs)
    copy = at.copies[Id("report")]
    paragraph = data.draw(st.integers(2, len(copy.paragraphs)))
    count = len(copy.index.words_of(paragraph))
    first, end = sorted(data.draw(st.tuples(st.integers(0, count), st.integers(0, count))))
    if first < end and not copy.index.parts_a_number(*_numbers(at, paragraph, first, end)):
        pasted = copy.printed(paragraph, first, end).replace("’", "'").replace(" ", "\n", 1).upper()
        found = find_pasted(pasted, [copy])
        selection = Selection(copy.source, paragraph, first, end)
        # With an ellipsis it may name another stretch, as a passage.
        assert (selection,) in found or len(named_parts(pasted)) > 1
        citations = tuple(tuple(citation_of(each, at, ()) for each in place) for place in found)
        assert "\x1b" not in as_text(citations, at.sources)
        assert as_json(citations)
        for citation in (each for place in citations for each in place if each.words):
            stretch = find_passage(Passage(citation.words, Origin("", 1, 1)), copy)
            assert isinstance(stretch, Stretch)
            named = (stretch.paragraph, *words_of(stretch, copy))
            assert named == (citation.selection.paragraph, citation.selection.first, citation.selection.end)


def _numbers(at: Desk, paragraph: int, first: int, end: int) -> tuple[int, int]:
    before = at.copies[Id("report")].index.words_of(paragraph).start
    return before + first, before + end


@given(st.text(max_size=40) | st.lists(WORDS | st.just("..."), max_size=8).map("\n".join))
def test_whatever_is_pasted_is_found_or_not(pasted: str) -> None:
    copies = [*desk(["a b, “C” a 5/4", "don’t a b, $5 3 May 2025"]).copies.values()]
    for place in find_pasted(pasted, copies):
        assert all(each.first < each.end for each in place)
    assert isinstance(nearest_to(pasted, copies), tuple)
