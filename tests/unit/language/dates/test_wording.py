"""A date is said in the language of the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import localedata
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language import dates
from standfirst.model import Date, Day, Precision
from tests.cases import answered, cases_in
from tests.drawn_values import DATES


@pytest.mark.parametrize(("language", "texts"), cases_in(Path(__file__).with_name("wording.txt")))
def test_a_date_is_said_in_the_language_of_the_site(language: str, texts: str) -> None:
    assert answered(texts, lambda text: dates.say(dates.parse(text), language)) == texts


@given(DATES, st.sampled_from(sorted(localedata.locale_identifiers())))
def test_every_date_can_be_said_in_every_language_babel_knows(date: Date, locale: str) -> None:
    said = dates.say(date, locale.replace("_", "-"))
    assert said
    assert "%" not in said


@pytest.mark.parametrize(
    ("language", "day", "month", "month_alone", "year"),
    [
        ("en", "7 Apr", "Apr 2019", "Apr", "2019"),
        ("fr", "7 avr.", "avr. 2019", "avr.", "2019"),
        ("ar", "7 أبريل", "أبريل 2019", "أبريل", "2019"),
    ],
)
def test_a_scale_has_dates_in_their_shortest_form(
    language: str, day: str, month: str, month_alone: str, year: str
) -> None:
    seventh = Day(2019, 4, 7)
    assert dates.say_short(seventh, Precision.DAY, language) == day
    assert dates.say_short(seventh, Precision.MONTH, language) == month
    assert dates.say_short(seventh, Precision.MONTH, language, with_year=False) == month_alone
    assert dates.say_short(seventh, Precision.YEAR, language) == year
    assert dates.say_short(Day(-43, 3, 1), Precision.YEAR, "en") == "44 BC"


def test_no_language_has_the_months_of_another_that_was_asked_for_before() -> None:
    tags = ("zh", "fr", "gl", "lb", "sc", "wo", "ee", "pt")
    said = {tag: dates.say_short(Day(2019, 4, 7), Precision.MONTH, tag, with_year=False) for tag in tags}
    assert [tag for tag, month in said.items() if "月" in month] == ["zh"]


def test_a_period_is_said_by_its_two_ends() -> None:
    first, last = (dates.filed_under(dates.parse(f"2019-04-{day}")) for day in ("07", "19"))
    assert dates.say_period(first, last, "en") == "7–19 April 2019"
    assert dates.say_period(first, first, "en") == "7 April 2019"
