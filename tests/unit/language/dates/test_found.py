"""Dates are found in a running text."""

# ruff: noqa: RUF001 - letters and digits of other scripts are meant.

from __future__ import annotations

import datetime
import itertools
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language import dates
from standfirst.language.dates import StatedDate, StatedSpan
from standfirst.language.dates.folding import folded
from standfirst.language.dates.found import FoldedText
from tests.cases import answered, cases_in
from tests.drawn_values import DATE_LANGUAGES, DAYS, FRAMES


def found(text: str, language: str = "en") -> list[tuple[str, dates.Stated]]:
    """Return the dates of a text, each with the words that state it."""
    return [(text[each.start : each.end], each.stated) for each in dates.found_in(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "words", "stated"),
    [
        ("en", "Trump and Haftar spoke April 15.", "April 15", StatedDate(None, 4, 15)),
        ("en", "on April 15, 2011, when", "April 15, 2011", StatedDate(2011, 4, 15)),
        ("en", "on Monday, 15 April, 2019 at", "Monday, 15 April, 2019", StatedDate(2019, 4, 15, 0)),
        ("en", "the 15th of April", "15th of April", StatedDate(None, 4, 15)),
        ("en", "(2019-04-15)", "2019-04-15", StatedDate(2019, 4, 15)),
        ("en", "in April\u00a02019.", "April\u00a02019", StatedDate(2019, 4)),
        ("en", "_15 April_", "15 April", StatedDate(None, 4, 15)),
        ("en", "since\n2014", "2014", StatedDate(2014)),
        ("en", "a 1969 coup", "1969", StatedDate(1969)),
        ("en", "\ufb01ve \u200f15  April\n2019", "15  April\n2019", StatedDate(2019, 4, 15)),
        ("fr", "dès le 1er mai 2019.", "1er mai 2019", StatedDate(2019, 5, 1)),
        ("fr", "le lundi 15 avril.", "lundi 15 avril", StatedDate(None, 4, 15, 0)),
        ("de", "am 15.4.2019 in", "15.4.2019", StatedDate(2019, 4, 15)),
        ("ar", "في 15 نيسان/أبريل 2019،", "15 نيسان/أبريل 2019", StatedDate(2019, 4, 15)),
        ("ar", "يوم الإثنين ١٥ ابريل", "الإثنين ١٥ ابريل", StatedDate(None, 4, 15, 0)),
        ("ar", "و15 أبريل", "15 أبريل", StatedDate(None, 4, 15)),
        ("ja", "彼は2019年4月15日に話した", "2019年4月15日", StatedDate(2019, 4, 15)),
        ("ko", "그는 2019년 4월 15일에", "2019년 4월 15일", StatedDate(2019, 4, 15)),
        ("en", "since March 44 BC, when", "March 44 BC", StatedDate(-43, 3)),
        ("en", "Theresa May met them on 7 May.", "7 May", StatedDate(None, 5, 7)),
        ("en", "the mid-nineteenth century town", "mid-nineteenth century", StatedDate(century=1800, in_part=True)),
        ("en", "the fifteenth of April", "fifteenth of April", StatedDate(None, 4, 15)),
        ("en", "in the fall of 2019.", "fall of 2019", StatedDate(2019, season=3)),
        ("fr", "au xixe sie\u0300cle", "xixe sie\u0300cle", StatedDate(century=1800)),
    ],
)
def test_a_date_is_found_where_it_stands(language: str, text: str, words: str, stated: StatedDate) -> None:
    assert found(text, language) == [(words, stated)]


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("en", "from 14 to 16 April 2019", StatedDate(2019, 4, 14), StatedDate(2019, 4, 16)),
        ("en", "April 14–16, 2019", StatedDate(2019, 4, 14), StatedDate(2019, 4, 16)),
        ("en", "between 30 April and 2 May", StatedDate(None, 4, 30), StatedDate(None, 5, 2)),
        ("en", "April to June 2019", StatedDate(2019, 4), StatedDate(2019, 6)),
        ("fr", "du 14 au 16 avril", StatedDate(None, 4, 14), StatedDate(None, 4, 16)),
        ("ar", "بين 14 و16 أبريل", StatedDate(None, 4, 14), StatedDate(None, 4, 16)),
    ],
)
def test_two_dates_that_share_a_month_or_year_are_found_together(
    language: str, text: str, start: StatedDate, end: StatedDate
) -> None:
    assert [stated for _, stated in found(text, language)] == [StatedSpan(start, end)]


def test_each_of_several_dates_is_found_once_by_its_longest_reading() -> None:
    text = "In 1987 and on 15 April 2019, not 7 April or June 2018; 2000 people."
    assert [words for words, _ in found(text)] == ["1987", "15 April 2019", "7 April", "June 2018", "2000"]


@pytest.mark.parametrize(
    "text",
    [
        "April was mild.",
        "in his 80s",
        "May and March were mild, said Theresa May.",
        "the fall of the town, the second spring",
        "version 1.2.3, 3/4",
        "a G2019 summit",
        "213 people",
        "32 April",
        "15 Aprilis",
        "April 20190",
        "yesterday, on Friday",
        "15 نيسان/مايو",
        "of the 21 may have fled",
        "they march 12 miles",
    ],
)
def test_what_only_resembles_a_date_is_not_found(text: str) -> None:
    assert found(text, "ar" if "ن" in text else "en") == []


def test_a_month_in_small_letters_is_one_where_what_stands_beside_it_shows_it() -> None:
    text = "on 21 may 2019, in may 2019; in 2019 may have, may 2019"
    assert [words for words, _ in found(text)] == ["21 may 2019", "may 2019", "2019", "2019"]


@pytest.mark.parametrize(("language", "texts"), cases_in(Path(__file__).with_name("without_dates.txt")))
def test_a_text_without_its_days_and_months_keeps_what_may_count_something(language: str, texts: str) -> None:
    assert answered(texts, lambda text: dates.without_dates(text, language)) == texts


@given(DAYS, DATE_LANGUAGES)
def test_every_day_that_is_said_is_found_in_a_running_text_and_supports_itself(
    day: datetime.date, language: str
) -> None:
    date, text = dates.from_day(day), FRAMES[language].format(dates.say(dates.from_day(day), language))
    assert found(text, language) == [(dates.say(date, language), StatedDate(day.year, day.month, day.day))]
    assert dates.is_supported(date, [text], language, None)


@given(st.text(max_size=40), DATE_LANGUAGES)
@example("15 April 2019" * 50, "en")
@example("\u1100\u1161 15 April e\u0301", "en")
@example("99999999999999999999 years ago, 9999 days ago", "en")
def test_any_text_can_be_searched_for_dates(text: str, language: str) -> None:
    places = [(each.start, each.end) for each in dates.found_in(text, language)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(places))
    assert FoldedText.of(text).text.strip() == folded(text)
    dates.is_supported(dates.parse("2019-04-15"), [text], language, dates.parse("2019-04-19"))
