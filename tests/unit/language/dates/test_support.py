"""Texts support a date if they state it, or one that is more precise."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from standfirst.language import dates
from standfirst.model import CalendarDate, Date
from tests.cases import answered, cases_in
from tests.drawn_values import DATE_LANGUAGES, DATES, DAYS, FRAMES


@pytest.mark.parametrize(("language", "texts"), cases_in(Path(__file__).with_name("support.txt")))
def test_a_date_is_supported_by_one_at_least_as_precise(language: str, texts: str) -> None:
    def support(text: str, date: str) -> str:
        is_supported = dates.is_supported(dates.parse(date), text.split(" + ") if text else [], language, None)
        return "supported" if is_supported else "not supported"

    assert answered(texts, support) == texts


@pytest.mark.parametrize(("language", "texts"), cases_in(Path(__file__).with_name("relative.txt")))
def test_a_relative_date_is_reckoned_from_when_the_text_was_written(language: str, texts: str) -> None:
    def support(text: str, written: str, date: str) -> str:
        is_supported = dates.is_supported(dates.parse(date), [text], language, dates.parse(written))
        return "supported" if is_supported else "not supported"

    assert answered(texts, support) == texts


def test_relative_dates_need_a_base() -> None:
    assert not dates.is_supported(dates.parse("2019-04-18"), ["yesterday, on Thursday"], "en", None)


@pytest.mark.parametrize("language", ["de", "es", "fa", "he", "hi", "ja", "ko", "pt-BR", "ru", "th", "tr", "zh"])
def test_a_day_that_is_said_is_found_in_languages_without_a_catalogue_too(language: str) -> None:
    date = dates.parse("2019-04-15")
    assert dates.is_supported(date, [f"— {dates.say(date, language)}, —"], language, None)


@given(DAYS, st.integers(-400, 400).filter(bool), DAYS, DATE_LANGUAGES)
def test_a_day_that_is_moved_is_not_supported(
    day: datetime.date, days: int, base: datetime.date, language: str
) -> None:
    text = FRAMES[language].format(dates.say(dates.from_day(day), language))
    moved = dates.from_day(day + datetime.timedelta(days=days))
    assert not dates.is_supported(moved, [text], language, dates.from_day(base))


@given(DATES, DATE_LANGUAGES)
def test_what_is_said_of_a_date_supports_it(date: Date, language: str) -> None:
    ends = [end for end in (date.start, date.end) if isinstance(end, CalendarDate)]
    # A number of fewer digits is not read as a year.
    assume(all(end.earliest.year >= 1000 for end in ends))
    assert dates.is_supported(date, [f"— {dates.say(date, language)}."], language, None)
