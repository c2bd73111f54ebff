"""A text that is wholly a date is read as one."""

# ruff: noqa: RUF001 - letters and digits of other scripts are meant.

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language import dates
from standfirst.language.dates import StatedDate, StatedEither, StatedSpan
from standfirst.language.dates.vocabularies import Sense


@pytest.mark.parametrize(
    ("language", "text", "stated"),
    [
        ("en", "16 July 1969", StatedDate(1969, 7, 16)),
        ("en", "July 16, 1969", StatedDate(1969, 7, 16)),
        ("en", "July 16 1969", StatedDate(1969, 7, 16)),
        ("en", "16th July 1969", StatedDate(1969, 7, 16)),
        ("en", "16 JULY", StatedDate(None, 7, 16)),
        ("en", "July 16", StatedDate(None, 7, 16)),
        ("en", "  July\n1969 ", StatedDate(1969, 7)),
        ("en", "Sept. 2019", StatedDate(2019, 9)),
        ("en", "1969", StatedDate(1969)),
        ("en", "1969-07-16", StatedDate(1969, 7, 16)),
        ("en", "Monday 15 April", StatedDate(None, 4, 15, weekday=0)),
        ("en", "Monday, April 15, 2019", StatedDate(2019, 4, 15, weekday=0)),
        ("en", "around 1984", StatedDate(1984, approximate=True)),
        ("en", "Since 2014", StatedSpan(StatedDate(2014), None, Sense.SINCE)),
        ("en", "since around May 2014", StatedSpan(StatedDate(2014, 5, approximate=True), None, Sense.SINCE)),
        ("en", "on 16 July", StatedDate(None, 7, 16)),
        ("en", "spring 2019", StatedDate(2019, season=1)),
        ("en", "1987 to 1990", StatedSpan(StatedDate(1987), StatedDate(1990))),
        ("en", "1987–1990", StatedSpan(StatedDate(1987), StatedDate(1990))),
        (
            "en",
            "some time between 3 May 1987 and 1990",
            StatedSpan(StatedDate(1987, 5, 3), StatedDate(1990), Sense.WITHIN),
        ),
        ("en-US", "16 July 1969", StatedDate(1969, 7, 16)),
        ("fr", "le 16 juillet 1969", StatedDate(1969, 7, 16)),
        ("fr", "1er août 1969", StatedDate(1969, 8, 1)),
        ("fr", "lundi 15 avril 2019", StatedDate(2019, 4, 15, weekday=0)),
        ("fr", "avr. 2019", StatedDate(2019, 4)),
        ("fr", "jusqu'en 2014", StatedSpan(None, StatedDate(2014), Sense.UNTIL)),
        ("ar", "١٥ أبريل ٢٠١٩", StatedDate(2019, 4, 15)),
        ("ar", "\u200f15 أبريل 2019", StatedDate(2019, 4, 15)),
        ("ar", "منذ ٢٠١٤", StatedSpan(StatedDate(2014), None, Sense.SINCE)),
        ("es", "15 de abril de 2019", StatedDate(2019, 4, 15)),
        ("de", "15. April 2019", StatedDate(2019, 4, 15)),
        ("ja", "2019年4月15日", StatedDate(2019, 4, 15)),
        ("tlh", "15 April 2019", StatedDate(2019, 4, 15)),
    ],
)
def test_a_text_that_is_wholly_a_date_is_read(language: str, text: str, stated: dates.Stated) -> None:
    assert dates.read_whole_text(text, language) == stated


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
        "",
        "four days",
        "19 people",
        "213",
        "999",
        "3000",
        "20190",
        "July",
        "May",
        "Monday",
        "45 April",
        "0 April",
        "2019-00-15",
        "16 July 1969 at night",
        "the launch of 16 July",
        "around noon",
        "since since",
        "15 avril 2019",
        "in his 80s",
        "since " * 5000,
    ],
)
def test_a_text_that_is_not_wholly_a_date_is_none(text: str) -> None:
    assert dates.read_whole_text(text, "en") is None


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
