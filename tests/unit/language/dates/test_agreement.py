"""What a text states of a date agrees with the date of a fact, or it does not."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language import dates
from standfirst.language.dates import StatedDate
from tests.cases import answered, cases_in
from tests.drawn_values import DATE_LANGUAGES, DAYS, written


@pytest.mark.parametrize(("language", "texts"), cases_in(Path(__file__).with_name("agreement.txt")))
def test_a_stated_date_agrees_in_the_parts_it_states(language: str, texts: str) -> None:
    def agreement(text: str, date: str) -> str:
        stated = dates.read_whole_text(text, language)
        assert stated is not None
        return "agrees" if dates.agrees(stated, dates.parse(date)) else "disagrees"

    assert answered(texts, agreement) == texts


@given(DAYS, st.sampled_from(["day", "month", "year"]), DATE_LANGUAGES)
def test_what_is_said_of_a_date_reads_as_that_date(day: datetime.date, precision: str, language: str) -> None:
    date = dates.parse(written(day, precision))
    stated = dates.read_whole_text(dates.say(date, language), language)
    month, of_month = (day.month if precision != "year" else None), (day.day if precision == "day" else None)
    assert stated == StatedDate(day.year, month, of_month)
    assert dates.agrees(stated, date)
