"""EDTF is read; any other text is refused, with what is wrong with it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language import dates
from standfirst.language.dates.unusual_edtf import read_unusual
from standfirst.model import CalendarDate, Date, Day, End, Precision, Shape
from tests.cases import answered, cases_in
from tests.drawn_values import expressions, read_or_reject


def outcome(text: str) -> Date | dates.DateError:
    """Read a text, or return why it is refused."""
    try:
        return dates.parse(text)
    except dates.DateError as error:
        return error


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2019-04-15", Precision.DAY, (2019, 4, 15), (2019, 4, 15)),
        ("2020-02-29", Precision.DAY, (2020, 2, 29), (2020, 2, 29)),
        ("0000-02-29", Precision.DAY, (0, 2, 29), (0, 2, 29)),
        ("2019-04", Precision.MONTH, (2019, 4, 1), (2019, 4, 30)),
        ("2020-02", Precision.MONTH, (2020, 2, 1), (2020, 2, 29)),
        ("2019-04-XX", Precision.MONTH, (2019, 4, 1), (2019, 4, 30)),
        ("2011", Precision.YEAR, (2011, 1, 1), (2011, 12, 31)),
        ("2019-XX", Precision.YEAR, (2019, 1, 1), (2019, 12, 31)),
        ("2019-XX-XX", Precision.YEAR, (2019, 1, 1), (2019, 12, 31)),
        ("0000", Precision.YEAR, (0, 1, 1), (0, 12, 31)),
        ("-0044", Precision.YEAR, (-44, 1, 1), (-44, 12, 31)),
        ("-0043-03-15", Precision.DAY, (-43, 3, 15), (-43, 3, 15)),
        ("2019-21", Precision.SEASON, (2019, 3, 1), (2019, 5, 31)),
        ("2019-22", Precision.SEASON, (2019, 6, 1), (2019, 8, 31)),
        ("2019-23", Precision.SEASON, (2019, 9, 1), (2019, 11, 30)),
        ("2019-24", Precision.SEASON, (2019, 12, 1), (2019, 12, 31)),
        ("201X", Precision.DECADE, (2010, 1, 1), (2019, 12, 31)),
        ("19XX", Precision.CENTURY, (1900, 1, 1), (1999, 12, 31)),
    ],
)
def test_one_date_is_read_as_precisely_as_it_is_written(
    text: str, precision: Precision, earliest: tuple[int, int, int], latest: tuple[int, int, int]
) -> None:
    date = CalendarDate(precision, Day(*earliest), Day(*latest))
    assert dates.parse(text) == Date(text, Shape.DATE, date, date)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1984", False, False),
        ("1984~", True, False),
        ("1984?", False, True),
        ("1984%", True, True),
        ("2019-04-15~", True, False),
        ("2020-02-29%", True, True),
        ("2019-04-XX?", False, True),
        ("201X~", True, False),
        ("2019-21?", False, True),
    ],
)
def test_a_qualifier_marks_the_whole_date(text: str, approximate: bool, uncertain: bool) -> None:
    start = dates.parse(text).start
    assert isinstance(start, CalendarDate)
    assert (start.approximate, start.uncertain) == (approximate, uncertain)


@given(st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from(["", "~", "?", "%"]))
@example(datetime.date(2000, 2, 29), 7, "~")
@example(datetime.date(1900, 2, 28), 7, "")
def test_a_plain_date_is_read_as_the_grammar_of_edtf_reads_it(day: datetime.date, length: int, mark: str) -> None:
    text = day.isoformat()[:length] + mark
    assert dates.parse(text).start == read_unusual(text)


@pytest.mark.parametrize(
    ("text", "shape", "start", "end"),
    [
        ("1987/1990", Shape.SPAN, "1987", "1990"),
        ("1984~/2004-06", Shape.SPAN, "1984~", "2004-06"),
        ("2019-04-14/2019-04", Shape.SPAN, "2019-04-14", "2019-04"),
        ("201X/202X?", Shape.SPAN, "201X", "202X?"),
        ("2019-XX/2020", Shape.SPAN, "2019-XX", "2020"),
        ("[1987..1990]", Shape.WITHIN, "1987", "1990"),
        ("[1987-05..1990]", Shape.WITHIN, "1987-05", "1990"),
        ("[1987..1990-06-01]", Shape.WITHIN, "1987", "1990-06-01"),
        ("[1987-05-01~..1990-06?]", Shape.WITHIN, "1987-05-01~", "1990-06?"),
        ("[-0044..-0043]", Shape.WITHIN, "-0044", "-0043"),
    ],
)
def test_two_dates_are_read_each_by_itself(text: str, shape: Shape, start: str, end: str) -> None:
    expected = Date(text, shape, dates.parse(start).start, dates.parse(end).end)
    assert dates.parse(text) == expected


@pytest.mark.parametrize(
    ("text", "shape", "start", "end"),
    [
        ("2014/..", Shape.SPAN, None, End.OPEN),
        ("2014/", Shape.SPAN, None, End.UNKNOWN),
        ("../2014", Shape.SPAN, End.OPEN, None),
        ("/2014", Shape.SPAN, End.UNKNOWN, None),
        ("[2014..]", Shape.WITHIN, None, End.OPEN),
        ("[..2014]", Shape.WITHIN, End.OPEN, None),
    ],
)
def test_an_end_that_is_no_date_is_open_or_not_known(
    text: str, shape: Shape, start: End | None, end: End | None
) -> None:
    year = dates.parse("2014").start
    assert dates.parse(text) == Date(text, shape, start or year, end or year)


def test_a_day_of_the_calendar_is_the_date_that_states_it() -> None:
    assert dates.from_day(datetime.date(2019, 4, 15)) == dates.parse("2019-04-15")


@pytest.mark.parametrize("texts", cases_in(Path(__file__).with_name("refused.txt")))
def test_what_is_no_date_is_refused_with_what_to_write(texts: str) -> None:
    def refusal(text: str) -> str:
        with pytest.raises(dates.DateError) as caught:
            dates.parse(text)
        return f"{caught.value.message}; {caught.value.hint}"

    assert answered(texts, refusal) == texts


def test_a_long_text_is_quoted_in_part_and_on_one_line() -> None:
    with pytest.raises(dates.DateError) as caught:
        dates.parse("not a date\n" * 100)
    assert len(caught.value.message) < 80
    assert "\n" not in str(caught.value)


@given(st.one_of(st.text(), st.text(alphabet="0129-/.[]{},?~%XTYSE: ", max_size=24)))
@example("9" * 5000)
@example("[" * 5000)
@example("2019-XX/2020-1X")
@example("15 Apr 2019 10:00 +99:00")
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    match outcome(text):
        case dates.DateError() as error:
            assert error.message
            assert error.hint
        case date:
            assert date.text == text
            assert dates.order(date)
            assert dates.say(date, "en")


@given(expressions())
def test_every_expression_of_the_forms_we_read_is_read(text: str) -> None:
    assert read_or_reject(text).text == text


def test_reading_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    # edtf prints what it cannot make sense of.
    for text in ("2019-XX/2020", "/..", "2019-1X", "[2019-XX..2020]", "2019-04-XX~", "XXXX-XX"):
        outcome(text)
    assert capsys.readouterr() == ("", "")
