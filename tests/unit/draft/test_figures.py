"""Numbers that count or measure something are found, with their unit, qualifier and what they are about."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.draft.article import Article
from standfirst.draft.dates import dates_in
from standfirst.draft.figures import figures_in
from standfirst.draft.proposals import FigureProposal
from standfirst.language.numbers import parse_quantity
from standfirst.model import Id
from tests.cases import answered, cases_in

_WORDS = (
    *(
        "213 people",
        "$1.2 billion",
        "at least",
        "14%",
        "to",
        "4 to 6",
        "half a million",
        "injured",
        "two",
        "-",
        "1,009",
    ),
    *("in 1998", "No.", "Boeing", "20 years", "and", ",", ".", "million", "½", "2-1", "CHF", "about", "\n"),
)


def _figures(text: str, language: str = "en") -> tuple[FigureProposal, ...]:
    article = Article(source=Id("a"), text=text, paragraphs=((0, len(text)),), language=language)
    return figures_in(article, dates_in(article))


@pytest.mark.parametrize("texts", cases_in(Path(__file__).with_name("figures.txt")))
def test_numbers_are_found_with_what_they_count(texts: str) -> None:
    def found(text: str) -> str:
        return "; ".join(
            f"{each.text} = {each.value} {each.unit}, {each.qualifier.value if each.qualifier else ''}, {each.label}"
            for each in _figures(text)
        )

    assert answered(texts, found) == texts


@given(st.one_of(st.text(), st.lists(st.sampled_from(_WORDS)).map(" ".join)), st.sampled_from(["en", "fr", "ar"]))
def test_whatever_the_text_figures_are_in_order_and_have_a_number(text: str, language: str) -> None:
    last = 0
    for figure in _figures(text, language):
        assert last <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        parse_quantity(figure.value)
        last = figure.start
