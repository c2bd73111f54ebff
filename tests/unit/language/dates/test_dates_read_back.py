"""What Standfirst says of a date it reads as that date; and what writers write of one otherwise."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from standfirst.language import dates
from standfirst.language.dates import StatedDate, StatedEither, StatedSpan
from standfirst.language.dates.vocabularies import LANGUAGES, Sense
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


# ---------------------------------------------------------------- what writers write


@pytest.mark.parametrize(
    ("language", "text", "date", "another"),
    [
        ("en", "autumn 2019", "2019-23", "2019-21"),
        ("en", "fall of 2019", "2019-23", "2018-23"),
        ("en", "the 1980s", "198X", "199X"),
        ("en", "the 1980's", "198X", "199X"),
        ("en", "the ’80s", "198X", "199X"),
        ("en", "the eighties", "198X", "199X"),
        ("en", "the 19th century", "18XX", "19XX"),
        ("en", "19th-century", "18XX", "19XX"),
        ("en", "the mid-19th century", "18XX", "17XX"),
        ("en", "the nineteenth century", "18XX", "19XX"),
        ("en", "44 BC", "-0043", "-0044"),
        ("en", "44 B.C.E.", "-0043", "-0044"),
        ("en", "AD 79", "0079", "1979"),
        ("en", "79 CE", "0079", "-0078"),
        ("en", "1914–18", "1914/1918", "1914/1919"),
        ("en", "44 BC–AD 14", "-0043/0014", "-0043/0015"),
        ("en", "100–44 BC", "-0099/-0043", "-0099/-0044"),
        ("en", "1910s–20s", "191X/192X", "191X/193X"),
        ("en", "from 2014", "2014/..", "2015/.."),
        ("en", "before 2016", "[..2016]", "2017"),
        ("en", "before 2016", "2015-04-03", "2017-04-03"),
        ("en", "after 2010", "2015", "2009"),
        ("en", "15 April 2019", "2019-04-15", "2019-04-16"),
        ("en", "fifteenth of April", "2019-04-15", "2019-04-16"),
        ("en", "24 August 79", "0079-08-24", "0079-08-25"),
        ("en", "early April 2019", "2019-04-03", "2019-05-03"),
        ("en", "spring 2019", "2019-04-15", "2019-08-15"),
        ("en", "the 1980s", "1985-05-03", "1995-05-03"),
        ("en", "the 20th century", "2000-05-03", "2001-05-03"),
        ("en", "winter 2018/19", "2019-01-03", "2019-04-03"),
        ("en-US", "4/5/2019", "2019-04-05", "2019-05-04"),
        ("en-GB", "4/5/2019", "2019-05-04", "2019-04-05"),
        ("en", "4/15/2019", "2019-04-15", "2019-04-16"),
        ("fr", "les années 1980", "198X", "199X"),
        ("fr", "le XIXe siècle", "18XX", "19XX"),
        ("fr", "44 av. J.-C.", "-0043", "-0044"),
        ("fr", "avant 2016", "2015", "2017"),
        ("de", "44 v. Chr.", "-0043", "-0044"),
        ("de", "die 1980er Jahre", "198X", "199X"),
        ("de", "im 19. Jahrhundert", "18XX", "19XX"),
        ("de", "seit 2014", "2014/..", "2015/.."),
        ("ar", "44 ق.م", "-0043", "-0044"),
        ("ar", "ثمانينيات القرن العشرين", "198X", "188X"),
        ("ar", "القرن التاسع عشر", "18XX", "19XX"),
        ("es", "siglo XX", "19XX", "18XX"),
        ("it", "anni Ottanta", "198X", "199X"),
        ("ru", "в апреле 2019 года", "2019-04", "2019-05"),
        ("tr", "15 Nisan 2019’da", "2019-04-15", "2019-04-16"),
        ("tr", "15 Nisan'ın", "2019-04-15", "2019-04-16"),
        ("tr", "15 NİSAN 2019", "2019-04-15", "2019-04-16"),
        ("fi", "huhtikuussa 2019", "2019-04", "2019-05"),
        ("hu", "2019. április 15-én", "2019-04-15", "2019-04-16"),
        ("sv", "1980-talet", "198X", "199X"),
        ("ja", "19世紀", "18XX", "19XX"),
        ("ko", "2019년 4월 15일에", "2019-04-15", "2019-04-16"),
    ],
)
def test_a_date_in_the_words_of_its_language_agrees_with_its_date_and_no_other(
    language: str, text: str, date: str, another: str
) -> None:
    stated = dates.read_whole_text(text, language)
    assert stated is not None
    assert dates.agrees(stated, dates.parse(date))
    assert not dates.agrees(stated, dates.parse(another))


@pytest.mark.parametrize(
    ("text", "language", "stated"),
    [
        ("4/5/2019", "en", StatedEither((StatedDate(2019, 5, 4), StatedDate(2019, 4, 5)))),
        ("the 1800s", "en", StatedEither((StatedDate(decade=1800), StatedDate(century=1800)))),
        ("2004-05", "en", StatedEither((StatedSpan(StatedDate(2004), StatedDate(2005)), StatedDate(2004, 5)))),
        ("1st century BC", "en", StatedDate(century=-99)),
        ("2016?", "en", StatedDate(2016, uncertain=True)),
        ("1984 or 1985", "en", StatedSpan(StatedDate(1984), StatedDate(1985), Sense.EITHER)),
    ],
)
def test_what_may_be_read_in_several_ways_is_read_in_each(text: str, language: str, stated: dates.Stated) -> None:
    assert dates.read_whole_text(text, language) == stated


@pytest.mark.parametrize(
    "text",
    [
        "May",
        "early April",
        "fall",
        "the fall of the town",
        "2019 people",
        "the 19th",
        "80s music",
        "2 centuries",
        "20 centuries",
    ],
)
def test_a_text_that_only_has_the_words_of_a_date_is_free(text: str) -> None:
    assert dates.read_whole_text(text, "en") is None


@given(st.text(max_size=90), st.sampled_from(["en", "fr", "ar", "tr", "zh"]))
@example("since " * 15, "en")
@example("–" * 90, "en")
@example("1–" * 45, "en")
@example("²³ century", "en")
@example("\U00011de01\U00011de02\U00011de03\U00011de04", "ar")
@example("١٢٣٤٥ ق.م", "ar")
def test_any_text_can_be_read(text: str, language: str) -> None:
    stated = dates.read_whole_text(text, language)
    assert stated is None or dates.agrees(stated, dates.parse("2019-04-15")) in {True, False}
