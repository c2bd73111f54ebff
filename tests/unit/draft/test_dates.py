"""What running news says of time is found, and reckoned from the day of publication and what was told before."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.draft.article import Article
from standfirst.draft.dates import dates_in
from standfirst.language.dates import from_day, parse
from standfirst.model import Date, Id
from tests.cases import answered, cases_in

_NUMBER = r"\d+(?:\.\d+)?"
_DURATION = re.compile(rf"P(?=.)(?:{_NUMBER}[YMWD]){{0,2}}(?:T(?:{_NUMBER}[HMS]){{1,2}})?")
_PART_OF_YEAR = re.compile(r"(\d{4})-(?:3[3-6]|4[01])~?")
_WORDS = (
    *("on Monday", "in May", "last week", "the next day", "two years later", "1998", "at 5 p.m.", "April 7", "31 June"),
    *(
        "the third quarter",
        "of",
        ",",
        "-",
        "to",
        "about",
        "early",
        "Feb. 30, 1999",
        "fiscal 99",
        "that day",
        "9999",
        "a",
    ),
    *("year ago", "99999999 years ago", "twenty", "nineteen ninety", "0000", "the 1990s", "this", "next", "\n\n", "’s"),
)


def _article(text: str, published: Date | None, language: str = "en") -> Article:
    return Article(source=Id("a"), text=text, paragraphs=((0, len(text)),), language=language, published=published)


@pytest.mark.parametrize("texts", cases_in(Path(__file__).with_name("dates.txt")))
def test_words_of_time_are_found_and_reckoned(texts: str) -> None:
    def found(text: str, published: str) -> str:
        dates = dates_in(_article(text, parse(published) if published else None))
        return "; ".join(f"{each.text} = {each.value}" for each in dates)

    assert answered(texts, found) == texts


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(_WORDS)).map(" ".join)),
    st.none() | st.dates(),
    st.sampled_from(["en", "fr", "ar", "de", "zh"]),
)
def test_whatever_the_text_dates_are_in_order_and_apart_and_have_a_value_or_none(
    text: str, published: datetime.date | None, language: str
) -> None:
    last = 0
    for date in dates_in(_article(text, from_day(published) if published else None, language)):
        assert last <= date.start < date.end <= len(text)
        assert date.text == text[date.start : date.end]
        if date.value and not _DURATION.fullmatch(date.value) and not _PART_OF_YEAR.fullmatch(date.value):
            parse(date.value)
        last = date.end
