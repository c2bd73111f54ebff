"""The pages of sources: what each supports, paragraph by paragraph, and on what nothing rests."""

from __future__ import annotations

import pytest

from standfirst.pages.source import SourcePageView, ranges
from standfirst.pages.sources import SourcesView
from standfirst.present.cited_passages import cited_passages, passage_counts
from tests.explainers import content, planner
from tests.unit.pages.page_views import CITING, COPY, view


def test_a_page_of_a_source_says_paragraph_by_paragraph_what_rests_on_it_wherever_it_is_cited() -> None:
    found = view(SourcePageView, "sources/s.html", CITING, "So [@s: The first passage here].", copy=COPY)
    assert [
        (paragraph.anchor, [(each.passage.words, [link.text for link in each.supports]) for each in paragraph.passages])
        for paragraph in found.paragraphs
    ] == [
        ("p1", [("The first passage here", ["Part 1"]), ("and another first one", ["Two"])]),
        ("p3", [("the second passage here", ["One", "Two"])]),
        ("p6", [("the third passage here", ["One"])]),
    ]


def test_a_passage_that_is_cited_in_two_spellings_stands_on_the_page_once() -> None:
    found = view(SourcePageView, "sources/s.html", CITING, "So [@s: THE SECOND, passage here].", copy=COPY)
    (passage,) = found.paragraphs[1].passages
    assert passage.passage.words == "THE SECOND, passage here"
    assert [link.text for link in passage.supports] == ["Part 1", "One", "Two"]


def test_a_page_of_a_source_says_how_long_that_is_and_on_which_paragraphs_nothing_rests() -> None:
    found = view(SourcePageView, "sources/s.html", CITING, copy=COPY)
    assert found.length == "24 words in 6 paragraphs"
    assert found.uncited == "Not cited here: paragraphs 2 and 4–5."
    one = CITING.replace("and another first one", "Nor this either")
    assert view(SourcePageView, "sources/s.html", one, copy=COPY).uncited.endswith("paragraphs 1–2 and 4.")
    short = CITING.replace("the third passage here, the second passage here", "and another first one")
    copy = "The second passage here. And another first one.\n\nNobody cites this."
    found = view(SourcePageView, "sources/s.html", short, copy=copy)
    assert (found.length, found.uncited) == (
        "11 words in 2 paragraphs",
        "Not cited here: paragraph 2.",
    )
    found = view(SourcePageView, "sources/s.html", short, copy=copy.partition("\n")[0])
    assert (found.length, found.uncited) == (
        "8 words in 1 paragraph",
        "Every one of its paragraphs is cited here.",
    )


def test_of_a_source_that_nothing_cites_nothing_is_said_but_that() -> None:
    found = view(SourcePageView, "sources/unused.html", CITING, copy=COPY)
    assert (found.paragraphs, found.length, found.uncited) == ((), "", "")


def test_the_list_of_sources_counts_what_is_cited() -> None:
    found = view(SourcesView, "sources.html", CITING, "So [@s: The first passage here].", copy=COPY)
    assert [(entry.source.fact.id, entry.passages, entry.length) for entry in found.sources] == [
        ("s", 4, "24 words in 6 paragraphs"),
        ("unused", 0, ""),
    ]
    assert found.only_source


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [([], []), ([3], [(3, 3)]), ([3, 1, 2, 2], [(1, 3)]), ([9, 2, 7, 8], [(2, 2), (7, 9)])],
)
def test_ranges_are_runs_in_ascending_order(numbers: list[int], runs: list[tuple[int, int]]) -> None:
    assert ranges(numbers) == runs


def test_how_much_rests_on_each_passage_is_known_before_that_is_presented() -> None:
    section = "So [@s: The first passage here], so [@s: the FIRST passage here]."
    settings = 'key_points: ["K [@s: nobody cites this]."]'
    presenter = planner(content(CITING, section, settings=settings, copies={"s": COPY})).presenter
    (counted,), (cited,) = passage_counts(presenter.site).values(), cited_passages(presenter).values()
    assert [count.statements for count in counted] == [len(each.supports) for each in cited] == [1, 1, 2, 1, 1]
    assert [count.size for count in counted] == [len(each.passage.words) for each in cited]
