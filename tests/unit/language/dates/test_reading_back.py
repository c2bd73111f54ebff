"""What Standfirst says of a date it reads as that date."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from standfirst.language import dates
from standfirst.language.dates import StatedEither
from standfirst.language.dates.vocabularies import LANGUAGES
from standfirst.model import CalendarDate, Date, Day, Precision

# Those with a catalogue, and those of our table; the others have CLDR's words and those of English.
SPOKEN = ["en", "en-US", "fr", "fr-CA", "ar", "de", "es", "fi", "hu", "ja", "lv", "pl", "ru", "tr", "zh"]

MANY = sorted({*LANGUAGES, "bg", "eu", "hi", "hy", "id", "ka", "lt", "lv", "mn", "ro", "sl", "sw", "th", "vi"})

YEARS = st.one_of(st.integers(-9998, 2999), st.integers(1900, 2020), st.integers(-100, 100))

MARKS = st.sampled_from(["", "", "?", "~", "%"])


def year_in_edtf(year: int) -> str:
    """Write a year, of which 0 is 1 BC, as EDTF does."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


@st.composite
def one_date(draw: st.DrawFn) -> str:
    """Draw one date of any precision and any year that a text can state."""
    year = draw(YEARS)
    form = draw(st.sampled_from(["day", "month", "season", "year", "decade", "century"]))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    if year > 0 and form == "decade":
        return f"{year // 10:03}X"
    if year > 0 and form == "century":
        return f"{year // 100:02}XX"
    written = {"day": f"-{month:02}-{day:02}", "month": f"-{month:02}", "season": f"-{21 + month % 4}"}
    return year_in_edtf(year) + written.get(form, "")


@st.composite
def any_date(draw: st.DrawFn) -> Date:
    """Draw a date, two that follow each other, or one and an end that is open or not known."""
    form = draw(
        st.sampled_from(
            ["{0}", "{0}", "{0}/{1}", "[{0}..{1}]", "{0}/..", "{0}/", "../{0}", "/{0}", "[{0}..]", "[..{0}]"]
        )
    )
    ends = [draw(one_date()) + draw(MARKS), draw(one_date()) + draw(MARKS)]
    try:
        return dates.parse(form.format(*ends))
    except dates.DateError as error:
        assume("before it starts" not in error.message)
        raise


@given(any_date(), st.sampled_from(SPOKEN))
@example(dates.parse("2019-12-31/2020-01-02"), "en")
@example(dates.parse("-0043/0014"), "ar")
@example(dates.parse("[-0099..0000]"), "fr")
@example(dates.parse("00XX"), "en")
@example(dates.parse("000X"), "en")
def test_what_is_said_of_any_date_reads_as_that_date(date: Date, language: str) -> None:
    stated = dates.read_whole_text(dates.say(date, language), language)
    assert stated is not None
    assert dates.agrees(stated, date)


FORMS = [
    *("2019-05-01", "2019-04", "2019", "2019-21", "2019-23", "198X", "18XX", "00XX", "-0043-03-15", "0079", "1984~"),
    *("2019-04-14/2019-04-16", "2019-04-30/2019-05-02", "1987/1990", "[1987..1990]", "2014/..", "../2014", "2014/"),
]


@pytest.mark.parametrize("language", MANY)
def test_what_is_said_reads_back_in_many_languages(language: str) -> None:
    for text in FORMS:
        date = dates.parse(text)
        stated = dates.read_whole_text(dates.say(date, language), language)
        assert stated is not None, (text, dates.say(date, language))
        assert dates.agrees(stated, date), (text, dates.say(date, language))


@given(YEARS, st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR]), st.sampled_from(SPOKEN))
def test_what_a_scale_says_reads_as_that_date(year: int, precision: Precision, language: str) -> None:
    day = Day(year, 4, 7)
    stated = dates.read_whole_text(dates.say_short(day, precision, language), language)
    exactly = CalendarDate(Precision.DAY, day, day)
    assert stated is not None
    assert dates.agrees(stated, Date("", dates.parse("2019").shape, exactly, exactly))


@given(st.dates(datetime.date(1200, 1, 1)), st.integers(1, 12), st.sampled_from(["en", "fr", "de", "ar"]))
def test_another_decade_or_century_or_season_disagrees(day: datetime.date, away: int, language: str) -> None:
    year = day.year
    moved = [f"{year // 10 + away:03}X", f"{year // 100 + away:02}XX", f"{year}-{21 + (day.month + away) % 4}"]
    said = [f"{year // 10:03}X", f"{year // 100:02}XX", f"{year}-{21 + day.month % 4}"]
    for one, other in zip(said, moved, strict=True):
        stated = dates.read_whole_text(dates.say(dates.parse(one), language), language)
        if one != other and len(other) == len(one):
            assert stated is not None
            # "The 1800s" are a century too.
            assert isinstance(stated, StatedEither) or not dates.agrees(stated, dates.parse(other))
