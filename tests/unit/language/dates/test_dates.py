"""EDTF dates: read, put in order, said in words, and checked against what a text states."""

# ruff: noqa: RUF001 - Arabic letters and digits are meant.

from __future__ import annotations

import datetime
import itertools

import pytest
from babel import localedata
from hypothesis import assume, example, given
from hypothesis import strategies as st

from standfirst.language import dates
from standfirst.language.dates import StatedDate, StatedSpan
from standfirst.language.dates.folding import folded
from standfirst.language.dates.found import FoldedText
from standfirst.language.dates.vocabularies import Sense
from standfirst.model import CalendarDate, Date, Day, End, Precision, Shape

DAYS = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31))
MARKS = st.sampled_from(["", "", "?", "~", "%"])
LANGUAGES = st.sampled_from(["en", "en-US", "fr", "ar"])


def written(day: datetime.date, precision: str) -> str:
    """Write a day, or what is left of it at a coarser precision, as EDTF does."""
    text = day.isoformat()
    return {
        "day": text,
        "month": text[:7],
        "season": f"{text[:4]}-{21 + day.month % 4}",
        "year": text[:4],
        "decade": f"{text[:3]}X",
        "century": f"{text[:2]}XX",
    }[precision]


PRECISIONS = st.sampled_from(["day", "month", "season", "year", "decade", "century"])
ONE_DATE = st.builds(lambda day, precision, mark: written(day, precision) + mark, DAYS, PRECISIONS, MARKS)


@st.composite
def expressions(draw: st.DrawFn) -> str:
    """Draw any expression that is read: one date, or two of which either may be open and, of a span, unknown."""
    form = draw(
        st.sampled_from(["{0}", "{0}/{1}", "[{0}..{1}]", "{0}/..", "{0}/", "../{0}", "/{0}", "[{0}..]", "[..{0}]"])
    )
    ends = sorted([draw(ONE_DATE), draw(ONE_DATE)])
    return form.format(*ends)


def outcome(text: str) -> Date | dates.DateError:
    """Read a text, or return why it is refused."""
    try:
        return dates.parse(text)
    except dates.DateError as error:
        return error


def read_or_reject(text: str) -> Date:
    """Read an expression whose ends may be the wrong way round, which is not what is being tested."""
    try:
        return dates.parse(text)
    except dates.DateError as error:
        assume("before it starts" not in error.message)
        raise


DATES = expressions().map(read_or_reject)


# ---------------------------------------------------------------- reading EDTF


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


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2019-04-31", "'2019-04-31' is not a day of the calendar", "April 2019 has 30 days"),
        ("2019-02-29", "'2019-02-29' is not a day of the calendar", "February 2019 has 28 days"),
        ("2019-02-29~", "'2019-02-29~' is not a day of the calendar", "February 2019 has 28 days"),
        ("2019-04-31/..", "'2019-04-31' is not a day of the calendar", "April 2019 has 30 days"),
        ("[2019-04-31..2020]", "'2019-04-31' is not a day of the calendar", "April 2019 has 30 days"),
        (
            "2019-13",
            "'2019-13' has no month of the calendar",
            "months are 01 to 12, seasons 21 (spring) to 24 (winter)",
        ),
        ("April 2019", "'April 2019' is not an EDTF date", "write 2019-04"),
        ("15 April 2019", "'15 April 2019' is not an EDTF date", "write 2019-04-15"),
        ("circa 1984", "'circa 1984' is not an EDTF date", "write 1984~"),
        ("spring 2019", "'spring 2019' is not an EDTF date", "write 2019-21"),
        ("2019-4-5", "'2019-4-5' is not an EDTF date", "write 2019-04-05"),
        ("2019/04/15", "'2019/04/15' is not an EDTF date", "write 2019-04-15"),
        ("1987-1990", "'1987-1990' is not an EDTF date", "write 1987/1990"),
        ("٢٠١٩", "'٢٠١٩' is not an EDTF date", "write 2019"),
        ("1990/1987", "'1990/1987' ends before it starts", "write 1987/1990"),
        ("[1990..1987-05]", "'[1990..1987-05]' ends before it starts", "write [1987-05..1990]"),
        ("", "no date is written here", "write a date such as 2019-04-15, 2019-04 or 2019"),
        ("Monday", "'Monday' is not an EDTF date", "write a date such as 2019-04-15, 2019-04 or 2019"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_write(text: str, message: str, hint: str) -> None:
    with pytest.raises(dates.DateError) as caught:
        dates.parse(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{1667,1668}", "is a set of dates"),
        ("{1960..}", "is a set of dates"),
        ("[1667, 1668]", "is a list of possible dates"),
        ("[1667,1670..1672]", "is a list of possible dates"),
        ("[1990]", "is not a period within brackets"),
        ("[1987/1990]", "is not a period within brackets"),
        ("Y17000", "is a year of more than four digits"),
        ("Y17E7", "is a year of more than four digits"),
        ("2019-04-15T10:00:00Z", "has a time of day"),
        ("1950S2", "has significant digits"),
        ("2019S2-21", "has significant digits"),
        ("1984?-06", "marks one part of a date"),
        ("2004-06-~11", "marks one part of a date"),
        ("1XXX", "leaves out digits"),
        ("20XX-04", "leaves out digits"),
        ("2019-1X", "leaves out digits"),
        ("-004X", "leaves out digits"),
        ("1987..1990", "is two dates"),
        ("../..", "has no date in it"),
        ("/", "has no date in it"),
        ("[..]", "has no date in it"),
    ],
)
def test_forms_of_edtf_that_are_not_read_are_named(text: str, message: str) -> None:
    with pytest.raises(dates.DateError) as caught:
        dates.parse(text)
    assert f"'{text}' {message}" in caught.value.message
    assert caught.value.hint


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


# ---------------------------------------------------------------- order


def test_dates_stand_by_their_earliest_day_and_the_wider_before_the_narrower() -> None:
    in_order = [
        "-0044",
        "19XX",
        "196X",
        "/1969-07",
        "1969-07-16",
        "../1969-07-17",
        "[1987..]",
        "[1987..1990]",
        "1987",
        "1987-01",
        "1987-01-01",
        "1987-05/1990",
        "1987-05",
        "2014/..",
        "2014/2019",
        "2014",
        "2014-01/2014-06",
        "[..2014-01]",
        "2014-01-02/",
        "2019-04~",
        "2019-04-01",
        "2019-04-15?",
        "2019-04-16",
    ]
    by_the_alphabet = sorted(in_order)
    assert sorted(by_the_alphabet, key=lambda text: dates.order(dates.parse(text))) == in_order


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1984~", "1984"),
        ("2019?", "2019"),
        ("2019%", "2019-XX"),
        ("[1987..1990]", "1987/1990"),
        ("/1969-07", "1969-07"),
        ("../1969-07", "[..1969-07]"),
        ("2014/", "2014/.."),
        ("2014/", "[2014..]"),
    ],
)
def test_dates_of_the_same_days_tie_so_that_path_and_line_decide(one: str, other: str) -> None:
    assert dates.order(dates.parse(one)) == dates.order(dates.parse(other))


@given(DATES, DATES)
def test_a_date_that_can_begin_earlier_comes_first_and_is_filed_no_later(one: Date, other: Date) -> None:
    first, second = dates.earliest_day(one), dates.earliest_day(other)
    if first and second and first < second:
        assert dates.order(one) < dates.order(other)
    if dates.order(one) <= dates.order(other):
        assert dates.first_year(one) <= dates.first_year(other)


@given(DATES, DATES)
def test_of_two_dates_that_begin_together_the_one_that_can_end_later_comes_first(one: Date, other: Date) -> None:
    assume(dates.earliest_day(one) is not None)
    same_start = Date(other.text, Shape.SPAN, one.start, other.end)
    end, other_end = dates.latest_day(one), dates.latest_day(same_start)
    assert (dates.order(one) < dates.order(same_start)) == (other_end is not None and (end is None or end > other_end))


@given(DATES, DATES)
def test_any_two_dates_can_be_put_in_order(one: Date, other: Date) -> None:
    first, second = dates.order(one), dates.order(other)
    assert (first < second) + (first == second) + (first > second) == 1


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "year"),
    [
        ("2019-04", (2019, 4, 1), (2019, 4, 30), 2019),
        ("[1987-05..1990]", (1987, 5, 1), (1990, 12, 31), 1987),
        ("2014/..", (2014, 1, 1), None, 2014),
        ("2014/", (2014, 1, 1), None, 2014),
        ("/1969-07", None, (1969, 7, 31), 1969),
        ("[..1990]", None, (1990, 12, 31), 1990),
        ("19XX", (1900, 1, 1), (1999, 12, 31), 1900),
        ("-0044", (-44, 1, 1), (-44, 12, 31), -44),
    ],
)
def test_the_days_between_which_a_date_lies_and_the_year_it_is_filed_under(
    text: str, earliest: tuple[int, int, int] | None, latest: tuple[int, int, int] | None, year: int
) -> None:
    date = dates.parse(text)
    assert (dates.earliest_day(date), dates.latest_day(date), dates.first_year(date)) == (earliest, latest, year)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2019-04-15", "2019-04-15"),
        ("2019-04", "2019-04"),
        ("2019-04-XX", "2019-04"),
        ("2019", "2019"),
        ("0079-08-24", "0079-08-24"),
        ("0000", ""),
        ("-0044", ""),
        ("2019-21", ""),
        ("201X", ""),
        ("1984~", ""),
        ("2019-04-15?", ""),
        ("1987/1990", ""),
        ("[1987..1990]", ""),
        ("2014/..", ""),
        ("[..2014]", ""),
    ],
)
def test_html_is_given_a_date_only_where_it_has_a_form_for_it(text: str, value: str) -> None:
    assert dates.machine(dates.parse(text)) == value


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("text", "english", "french", "arabic"),
    [
        ("2019-04-15", "15 April 2019", "15 avril 2019", "15 أبريل 2019"),
        ("2019-05-01", "1 May 2019", "1er mai 2019", "1 مايو 2019"),
        ("2019-04", "April 2019", "avril 2019", "أبريل 2019"),
        ("2011", "2011", "2011", "2011"),
        ("1984~", "around 1984", "vers 1984", "حوالي 1984"),
        ("1984-04-15~", "around 15 April 1984", "vers le 15 avril 1984", "حوالي 15 أبريل 1984"),
        ("2019?", "perhaps 2019", "peut-être 2019", "ربما 2019"),
        ("2019%", "perhaps around 2019", "peut-être vers 2019", "ربما حوالي 2019"),
        ("1987/1990", "1987 to 1990", "1987 – 1990", "1987 إلى 1990"),
        ("1990/1990", "1990", "1990", "1990"),
        ("1984~/2004-06", "around 1984 to June 2004", "vers 1984 – juin 2004", "حوالي 1984 إلى يونيو 2004"),
        ("2019-04-14/2019-04-16", "14–16 April 2019", "14–16 avril 2019", "14–16 أبريل 2019"),
        ("2019-12-31/2020-01-02", "31 December 2019 to 2 January 2020", "31 décembre 2019 – 2 janvier 2020", None),
        ("[1987..1990]", "some time between 1987 and 1990", "à un moment entre 1987 et 1990", None),
        (
            "[1987-05-03..1990]",
            "some time between 3 May 1987 and 1990",
            "à un moment entre le 3 mai 1987 et 1990",
            None,
        ),
        ("[1987..]", "1987 or later", "1987 ou après", "1987 أو بعد ذلك"),
        ("[..1990]", "1990 or earlier", "1990 ou avant", "1990 أو قبل ذلك"),
        ("2014/..", "since 2014", "depuis 2014", "منذ 2014"),
        ("2014-05-16/..", "since 16 May 2014", "depuis le 16 mai 2014", "منذ 16 مايو 2014"),
        ("1984~/..", "since around 1984", "depuis vers 1984", "منذ حوالي 1984"),
        ("2014/", "from 2014, end not known", "à partir de 2014, fin inconnue", "من 2014، والنهاية غير معروفة"),
        ("../2014", "until 2014", "jusqu’en 2014", "حتى 2014"),
        ("../2014-05-16", "until 16 May 2014", "jusqu’au 16 mai 2014", "حتى 16 مايو 2014"),
        ("/1969-07", "until July 1969, start not known", "jusqu’en juillet 1969, début inconnu", None),
        ("201X", "the 2010s", "les années 2010", "عقد 2010"),
        ("19XX", "the 20th century", "le 20e siècle", "القرن الـ20"),
        ("20XX", "the 21st century", "le 21e siècle", "القرن الـ21"),
        ("01XX", "the 2nd century", "le 2e siècle", "القرن الـ2"),
        ("00XX", "the 1st century", "le 1er siècle", "القرن الـ1"),
        ("2019-21", "spring 2019", "le printemps 2019", "ربيع 2019"),
        ("2019-22", "summer 2019", "l’été 2019", "صيف 2019"),
        ("2019-23", "autumn 2019", "l’automne 2019", "خريف 2019"),
        ("2019-24", "winter 2019", "l’hiver 2019", "شتاء 2019"),
        ("-0043-03-15", "15 March 44 BC", "15 mars 44 av. J.-C.", "15 مارس 44 ق.م"),
        ("-0044-02-29", "29 February 45 BC", "29 février 45 av. J.-C.", "29 فبراير 45 ق.م"),
        ("0000", "1 BC", "1 av. J.-C.", "1 ق.م"),
        ("0079", "AD 79", "79 ap. J.-C.", "79 م"),
        ("0079-08-24", "24 August AD 79", "24 août 79 ap. J.-C.", "24 أغسطس 79 م"),
        ("-0043/0014", "44 BC to AD 14", "44 av. J.-C. – 14 ap. J.-C.", "44 ق.م إلى 14 م"),
    ],
)
def test_a_date_is_said_in_the_language_of_the_site(text: str, english: str, french: str, arabic: str | None) -> None:
    date = dates.parse(text)
    assert (dates.say(date, "en"), dates.say(date, "fr")) == (english, french)
    assert arabic in {dates.say(date, "ar"), None}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "15 April 2019"),
        ("en-GB", "15 April 2019"),
        ("en-US", "April 15, 2019"),
        ("fr-CA", "15 avril 2019"),
        ("de", "15. April 2019"),
        ("es", "15 de abril de 2019"),
        ("ja", "2019年4月15日"),
        ("eu", "2019(e)ko apirilaren 15(a)"),
        ("tlh", "15 April 2019"),
    ],
)
def test_a_day_is_written_as_its_country_writes_it(language: str, said: str) -> None:
    assert dates.say(dates.parse("2019-04-15"), language) == said


@given(DATES, st.sampled_from(sorted(localedata.locale_identifiers())))
def test_every_date_can_be_said_in_every_language_babel_knows(date: Date, locale: str) -> None:
    said = dates.say(date, locale.replace("_", "-"))
    assert said
    assert "%" not in said


# ---------------------------------------------------------------- dates in a text


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


@given(DAYS, st.sampled_from(["day", "month", "year"]), LANGUAGES)
def test_what_is_said_of_a_date_reads_as_that_date(day: datetime.date, precision: str, language: str) -> None:
    date = dates.parse(written(day, precision))
    stated = dates.read_whole_text(dates.say(date, language), language)
    month, of_month = (day.month if precision != "year" else None), (day.day if precision == "day" else None)
    assert stated == StatedDate(day.year, month, of_month)
    assert dates.agrees(stated, date)


@pytest.mark.parametrize(
    ("stated", "date", "agree"),
    [
        ("16 July 1969", "1969-07-16", True),
        ("16 July", "1969-07-16", True),
        ("July 1969", "1969-07-16", True),
        ("1969", "1969-07-16", True),
        ("17 July", "1969-07-16", False),
        ("16 June", "1969-07-16", False),
        ("1970", "1969-07-16", False),
        ("Wednesday 16 July", "1969-07-16", True),
        ("Thursday 16 July", "1969-07-16", False),
        ("31 April", "1969-04", False),
        # A text may not know more than the fact does.
        ("16 July 1969", "1969-07", False),
        ("July 1969", "1969", False),
        ("1969", "196X", False),
        ("1984", "1984~", True),
        ("1985", "1984~", False),
        ("2019", "2019-21", True),
        ("April 2019", "2019-21", False),
        # Lasted throughout: an end, or what lies within.
        ("1987", "1987/1990", True),
        ("1990", "1987/1990", True),
        ("1988", "1987/1990", True),
        ("3 May 1988", "1987/1990", True),
        ("1991", "1987/1990", False),
        ("15 April 2019", "2019-04-14/2019-04-16", True),
        ("Monday 15 April 2019", "2019-04-14/2019-04-16", True),
        ("Friday 15 April 2019", "2019-04-14/2019-04-16", False),
        ("Monday 31 April 2019", "2019-04-14/2019-06", False),
        ("14 April", "2019-04-14/2019-04-16", True),
        ("17 April", "2019-04-14/2019-04-16", False),
        ("1987 to 1990", "1987/1990", True),
        ("1987 to 1991", "1987/1990", False),
        ("since 2014", "2014/..", True),
        ("2018", "2014/..", True),
        ("since 2018", "2014/..", False),
        ("2013", "2014/..", False),
        ("2014", "2014/", True),
        ("2018", "2014/", False),
        ("until July 1969", "/1969-07", True),
        ("1960", "/1969-07", False),
        # Happened once within: what holds of every known end.
        ("some time between 1987 and 1990", "[1987..1990]", True),
        ("1988", "[1987..1990]", False),
        ("1987", "[1987..1990]", False),
        ("April 2019", "[2019-04-10..2019-04-20]", True),
        ("1990 or earlier", "[..1990]", True),
        ("1989", "[..1990]", False),
        ("1987 to 1990", "1987", False),
        ("1987 to 1990", "1987/..", False),
    ],
)
def test_a_stated_date_agrees_in_the_parts_it_states(stated: str, date: str, agree: bool) -> None:
    read = dates.read_whole_text(stated, "en")
    assert read is not None
    assert dates.agrees(read, dates.parse(date)) is agree


# ---------------------------------------------------------------- dates in a running text

FRAMES = {
    "en": "They spoke on {}, the office said.",
    "en-US": "They spoke on {}, the office said.",
    "fr": "C’est le {} qu’ils se sont parlé.",
    "ar": "\u062a\u062d\u062f\u062b\u0627 \u0641\u064a {} \u0639\u0628\u0631 \u0627\u0644\u0647\u0627\u062a\u0641.",
}


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


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("de", "Am 21. März flohen 40", "Am … flohen 40"),
        ("en", "14–16 April 2019, 15 fled", "…, 15 fled"),
        ("en", "On March 21, many fled", "On …, many fled"),
        ("en", "In March 21 people fled", "In … 21 people fled"),
        ("en", "In March 213 people fled", "In March 213 people fled"),
        ("en", "In March 3/4 of them fled", "In … 3/4 of them fled"),
        ("en", "In 2019, on 3/4/2019, 2000 people", "In 2019, on …, 2000 people"),
        ("en", "1.2019 of 5-2000 to 20120315", "1.2019 of 5-2000 to 20120315"),
        ("zh", "3月21日有40人撤离", "…有40人撤离"),
    ],
)
def test_a_text_without_its_days_and_months_keeps_what_may_count_something(language: str, text: str, left: str) -> None:
    assert dates.without_dates(text, language) == left


@given(DAYS, LANGUAGES)
def test_every_day_that_is_said_is_found_in_a_running_text_and_bears_itself_out(
    day: datetime.date, language: str
) -> None:
    date, text = dates.from_day(day), FRAMES[language].format(dates.say(dates.from_day(day), language))
    assert found(text, language) == [(dates.say(date, language), StatedDate(day.year, day.month, day.day))]
    assert dates.is_supported(date, [text], language, None)


@pytest.mark.parametrize("language", ["de", "es", "fa", "he", "hi", "ja", "ko", "pt-BR", "ru", "th", "tr", "zh"])
def test_a_day_that_is_said_is_found_in_languages_without_a_catalogue_too(language: str) -> None:
    date = dates.parse("2019-04-15")
    assert dates.is_supported(date, [f"— {dates.say(date, language)}, —"], language, None)


@given(DAYS, st.integers(-400, 400).filter(bool), DAYS, LANGUAGES)
def test_a_day_that_is_moved_is_not_borne_out(
    day: datetime.date, days: int, base: datetime.date, language: str
) -> None:
    text = FRAMES[language].format(dates.say(dates.from_day(day), language))
    moved = dates.from_day(day + datetime.timedelta(days=days))
    assert not dates.is_supported(moved, [text], language, dates.from_day(base))


@given(DATES, LANGUAGES)
def test_what_is_said_of_a_date_bears_it_out(date: Date, language: str) -> None:
    ends = [end for end in (date.start, date.end) if isinstance(end, CalendarDate)]
    # A number of fewer digits is not read as a year.
    assume(all(end.earliest.year >= 1000 for end in ends))
    assert dates.is_supported(date, [f"— {dates.say(date, language)}."], language, None)


@given(st.text(max_size=40), LANGUAGES)
@example("15 April 2019" * 50, "en")
@example("\u1100\u1161 15 April e\u0301", "en")
@example("99999999999999999999 years ago, 9999 days ago", "en")
def test_any_text_can_be_searched_for_dates(text: str, language: str) -> None:
    places = [(each.start, each.end) for each in dates.found_in(text, language)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(places))
    assert FoldedText.of(text).text.strip() == folded(text)
    dates.is_supported(dates.parse("2019-04-15"), [text], language, dates.parse("2019-04-19"))


# ---------------------------------------------------------------- dates that wording bears out


@pytest.mark.parametrize(
    ("date", "texts", "borne_out"),
    [
        ("2019-04-15", ["on 15 April 2019"], True),
        ("2019-04-15", ["in April 2019"], False),
        ("2019-04", ["on 15 April 2019"], True),
        ("2019", ["on 15 April 2019"], True),
        ("2019-04-15~", ["on 15 April 2019"], True),
        ("2019-04-15?", ["on 16 April 2019"], False),
        ("2019-04-15", ["on 15 April"], False),
        ("1969-07-16", ["In 1969 it lifted off, on July 16"], True),
        ("1969-07-16", ["in 1969", "on July 16"], False),
        ("1987/1990", ["between 1987 and 1990"], True),
        ("1987/1990", ["in 1987", "in 1990"], True),
        ("1987/1990", ["in 1988"], False),
        ("1987/1990", ["in 1987"], False),
        ("2019-04-14/2019-04-16", ["14–16 April 2019"], True),
        ("[1987..1990]", ["between 1987 and 1990"], True),
        ("[1987..1990]", ["in May 1988"], False),
        ("[1987..1990]", ["in 1991"], False),
        ("[..1990]", ["by 1990"], True),
        ("[..1990]", ["in 1950"], False),
        ("2014/..", ["since 2014"], True),
        ("2014/", ["since 2015"], False),
        ("/1969-07", ["until 24 July 1969"], True),
        ("198X", ["in the early 1980s"], True),
        ("198X", ["in 1985"], True),
        ("1980", ["in the 1980s"], False),
        ("18XX", ["in the 19th century"], True),
        ("2019-21", ["in the spring of 2019"], True),
        ("2019-21", ["in the spring of 2018"], False),
        ("2019-21", ["in May 2019"], True),
        ("2019-21", ["in 2019"], False),
        ("2019-02-28", ["on 30 February 2019"], False),
        ("-0043-03-15", ["On March 15, 44 BC, Caesar was killed"], True),
        ("-0043-03-15", ["on the Ides of March, 15 March 44 B.C.E."], True),
        ("-0043-03-15", ["On March 15, AD 44"], False),
        ("0079-08-24", ["on August 24, AD 79, the mountain burst"], True),
        ("0079-08-24", ["on 24 August 79 the mountain burst"], True),
        ("0079-08-24", ["on 24 August 790 ships sailed"], False),
        ("0079", ["on 24 August"], False),
        ("2019-23", ["In the fall of 2019 talks began"], True),
        ("2019-23", ["In 2019, after the fall of the town"], False),
        ("2019-23", ["In the autumn talks began, as all of 2019 had shown"], True),
        ("18XX", ["In the nineteenth century the town grew"], True),
        ("18XX", ["a mid-19th century house"], True),
        ("18XX", ["in the 1800s"], True),
        ("180X", ["in the 1800s"], True),
        ("18XX", ["in the 18th and 19th centuries"], True),
        ("17XX", ["in the 18th and 19th centuries"], True),
        ("198X", ["back in the '80s"], True),
        ("198X", ["a man in his 80s"], False),
        ("198X", ["in the eighties"], True),
        ("1914/1918", ["the war of 1914–18"], True),
        ("1914/1918", ["the war of 1914-18"], True),
        ("2018/2019", ["by the financial year 2018–19 it had seven"], True),
        ("2019-04-15", ["posted on 4/15/2019"], True),
        ("2019-04-15", ["posted on 15.04.2019"], True),
        ("2019-04-15", ["posted on 15/04/19"], True),
        ("2019-04-15", ["posted on 15.IV.2019"], True),
        ("2019-04-15", ["log-20190415, 2019-04-15T10:30:00Z"], True),
        ("2019-04-15", ["on the fifteenth of April, 2019"], True),
        ("2019-04-15", ["on Mon., Apr. 15th, 2019"], True),
        ("2019-04", ["in early April 2019"], True),
        ("2001-09-11", ["on Sept. 11, '01"], True),
        ("1969-22", ["the summer of '69"], True),
        ("1969", ["some '69 people"], False),
        ("17XX", ["in the 18th and early 19th centuries"], True),
        ("-2999", ["about 3,000 BC"], True),
        ("[-0499..-0400]", ["in the 5th century BC"], True),
        ("[-0499..-0401]", ["in the 5th century BC"], False),
        ("0476", ["in the year 476 Rome fell"], True),
        ("0476", ["In 476, Rome fell"], True),
        ("0476", ["with 476 men Rome fell"], False),
        # What cannot be settled is taken for either.
        ("2019-05-04", ["posted on 4/5/2019"], True),
        ("2019-04-05", ["posted on 4/5/2019"], True),
        ("2019-06-05", ["posted on 4/5/2019"], False),
        ("2019", [], False),
    ],
)
def test_a_date_is_borne_out_by_one_at_least_as_precise(date: str, texts: list[str], borne_out: bool) -> None:
    assert dates.is_supported(dates.parse(date), texts, "en", None) is borne_out


@pytest.mark.parametrize(
    ("language", "text", "date", "another"),
    [
        ("en-US", "posted on 4/5/2019", "2019-04-05", "2019-05-04"),
        ("en-GB", "posted on 4/5/2019", "2019-05-04", "2019-04-05"),
        ("fr", "affiché le 4/5/2019", "2019-05-04", "2019-04-05"),
        ("fr", "au XIXe siècle, la ville", "18XX", "19XX"),
        ("fr", "dès le dix-neuvième siècle", "18XX", "19XX"),
        ("fr", "à la fin des années 1980", "198X", "199X"),
        ("fr", "le 15 mars 44 avant J.-C.", "-0043-03-15", "0044-03-15"),
        ("fr", "au printemps 2019", "2019-21", "2019-22"),
        ("de", "Mitte des 19. Jahrhunderts", "18XX", "19XX"),
        ("de", "in den 1980er Jahren", "198X", "199X"),
        ("de", "im Frühjahr 2019", "2019-21", "2019-22"),
        ("de", "am 15. März 44 v. Chr. starb", "-0043-03-15", "0044-03-15"),
        ("ar", "في القرن التاسع عشر", "18XX", "19XX"),
        ("ar", "في ثمانينيات القرن العشرين", "198X", "199X"),
        ("ar", "في ربيع عام 2019", "2019-21", "2019-22"),
        ("ar", "عام 44 ق.م", "-0043", "0044"),
        ("es", "en el siglo XIX", "18XX", "19XX"),
        ("es", "del 14 al 16 de abril de 2019", "2019-04-14/2019-04-16", "2019-04-13/2019-04-16"),
        ("de", "vom 14. bis 16. April 2019", "2019-04-14/2019-04-16", "2019-04-13/2019-04-16"),
        ("ar", "الخامس عشر من أبريل 2019", "2019-04-15", "2019-04-16"),
        ("ru", "в 44 году до н. э.", "-0043", "0044"),
        ("tr", "2019 yılının Nisan ayında", "2019-04", "2019-05"),
        ("tr", "M.Ö. 44'te", "-0043", "0044"),
        ("he", "במאה ה-19", "18XX", "19XX"),
        ("ru", "в апреле 2019 года", "2019-04", "2019-05"),
        ("tr", "15 Nisan 2019'da", "2019-04-15", "2019-04-16"),
        ("fi", "huhtikuussa 2019", "2019-04", "2019-05"),
        ("zh", "在19世纪", "18XX", "19XX"),
        ("zh", "二〇一二年三月二十一日", "2012-03-21", "2012-03-20"),
        ("zh", "一九八四年十月十日", "1984-10-10", "1984-11-10"),
        ("ja", "二〇一二年十二月", "2012-12", "2012-02"),
        ("ja", "平成24年3月21日", "2012-03-21", "2012-03-22"),
        ("ja", "令和元年五月", "2019-05", "2019-06"),
        ("zh", "民國一〇一年3月", "2012-03", "2012-04"),
        ("de", "am 12./13. März 2012", "2012-03-12/2012-03-13", "2012-03-11/2012-03-13"),
        ("en", "in March/April 2012", "2012-03/2012-04", "2012-02/2012-04"),
        ("es", "el 1.º de abril de 2012", "2012-04-01", "2012-04-02"),
        ("it", "il 1º aprile 2012", "2012-04-01", "2012-04-02"),
        ("fr", "au XIX^e siècle", "18XX", "19XX"),
        ("ru", "в 19 веке", "18XX", "19XX"),
        ("pl", "w 19 wieku", "18XX", "19XX"),
        ("de", "in den 80ern", "198X", "197X"),
    ],
)
def test_a_date_is_borne_out_in_the_words_and_the_order_of_its_language(
    language: str, text: str, date: str, another: str
) -> None:
    assert dates.is_supported(dates.parse(date), [text], language, None)
    assert not dates.is_supported(dates.parse(another), [text], language, None)


@pytest.mark.parametrize(
    ("language", "text", "base", "date"),
    [
        ("en", "today", "2019-04-19", "2019-04-19"),
        ("en", "Yesterday", "2019-04-19", "2019-04-18"),
        ("en", "tomorrow", "2019-04-30", "2019-05-01"),
        ("en", "the day before yesterday", "2019-04-19", "2019-04-17"),
        ("en", "this week", "2019-04-19", "2019-04"),
        ("en", "last week", "2019-04-19", "2019-04"),
        ("en", "this month", "2019-04-19", "2019-04"),
        ("en", "last month", "2019-01-19", "2018-12"),
        ("en", "next month", "2019-12-19", "2020-01"),
        ("en", "last year", "2019-04-19", "2018"),
        ("en", "last month", "2019-04", "2019-03"),
        ("en", "last year", "2019", "2018"),
        ("en", "on Monday", "2019-04-19", "2019-04-15"),
        ("en", "on Monday", "2019-04-19", "2019-04-22"),
        ("en", "on Friday", "2019-04-19", "2019-04-19"),
        ("en", "three days ago", "2019-04-19", "2019-04-16"),
        ("en", "some 3 days ago", "2019-04-19", "2019-04-16"),
        ("en", "twenty-one years ago", "2019-04-19", "1998"),
        ("en", "2 months ago", "2019-04", "2019-02"),
        ("en", "a year ago", "2019-04-19", "2018"),
        ("en", "on 15 April", "2019-04-19", "2019-04-15"),
        ("en", "on 15 April", "2019-04", "2019-04-15"),
        ("en", "on 31 December", "2019-01-02", "2018-12-31"),
        ("en", "on 29 February", "2020-04", "2020-02-29"),
        ("en", "in the spring", "2019-04-19", "2019-21"),
        ("en", "in the fall", "2019-04-19", "2018-23"),
        ("en", "in April", "2019-06-19", "2019-04"),
        ("en", "since late May", "2019-04-19", "2019-05"),
        ("en", "last November", "2019-04", "2018-11"),
        ("fr", "début avril", "2019-04-19", "2019-04"),
        ("de", "im März", "2019-04-19", "2019-03"),
        ("de", "am 15.4. um zehn", "2019-04-19", "2019-04-15"),
        ("ar", "في نيسان", "2019-04-19", "2019-04"),
        ("fr", "hier", "2019-04-19", "2019-04-18"),
        ("fr", "aujourd'hui", "2019-04-19", "2019-04-19"),
        ("fr", "au mois dernier", "2019-04-19", "2019-03"),
        ("fr", "de l’an dernier", "2019-04-19", "2018"),
        ("fr", "il y a trois jours", "2019-04-19", "2019-04-16"),
        ("fr", "lundi", "2019-04-19", "2019-04-15"),
        ("ar", "أمس", "2019-04-19", "2019-04-18"),
        ("ar", "الشهر الماضي", "2019-04-19", "2019-03"),
        ("ar", "قبل يومين", "2019-04-19", "2019-04-17"),
        ("ar", "قبل ٣ أيام", "2019-04-19", "2019-04-16"),
        ("ar", "يوم الإثنين", "2019-04-19", "2019-04-15"),
        ("de", "am Montag", "2019-04-19", "2019-04-15"),
        ("de", "am 15. April", "2019-04-19", "2019-04-15"),
    ],
)
def test_a_relative_date_is_reckoned_from_the_base(language: str, text: str, base: str, date: str) -> None:
    assert dates.is_supported(dates.parse(date), [text], language, dates.parse(base))


@pytest.mark.parametrize(
    ("language", "text", "base", "date"),
    [
        ("en", "on Friday", "2019-04", "2019-04-19"),
        ("en", "yesterday", "2019-04", "2019-04"),
        ("en", "last month", "2019", "2018"),
        ("en", "last year", "201X", "2018"),
        ("en", "last month", "2019-04/2019-05", "2019-03"),
        ("en", "on Friday", "2019-04-19", "2019-04-12"),
        ("en", "on Monday", "2019-04-19", "2019-04-08"),
        ("en", "on Monday, 15 April 2013", "2019-04-19", "2019-04-15"),
        ("en", "last week", "2019-04-19", "2019-04-12"),
        ("en", "ten days", "2019-04-19", "2019-04-09"),
        ("en", "days ago", "2019-04-19", "2019-04-18"),
        ("en", "a 5,000 years ago", "2019-04-19", "2019"),
        ("en", "on 15 December", "2019-04-19", "2019-12-15"),
        ("en", "on 29 February", "2019-04-19", "2019-02-28"),
        ("en", "Theresa May was asked", "2019-04-19", "2019-05"),
        ("en", "the fall of the town", "2019-04-19", "2018-23"),
        ("en", "in April", "2019", "2019-04"),
        ("en", "in April", "2019-04-19", "2018-04"),
        ("en", "she sat in the sun", "2019-04-19", "2019-04-20"),
        ("en", "monthly, at the lasting year", "2019-04-19", "2018"),
        ("de", "yesterday", "2019-04-19", "2019-04-18"),
    ],
)
def test_what_the_base_or_the_words_do_not_give_is_not_borne_out(
    language: str, text: str, base: str, date: str
) -> None:
    assert not dates.is_supported(dates.parse(date), [text], language, dates.parse(base))


def test_relative_dates_need_a_base() -> None:
    assert not dates.is_supported(dates.parse("2019-04-18"), ["yesterday, on Thursday"], "en", None)


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


def test_a_period_is_said_by_its_two_ends() -> None:
    first, last = (dates.filed_under(dates.parse(f"2019-04-{day}")) for day in ("07", "19"))
    assert dates.say_period(first, last, "en") == "7–19 April 2019"
    assert dates.say_period(first, first, "en") == "7 April 2019"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "début du mois de février"),
        ("fr", "fin du mois d’août"),
        ("es", "a principios del mes de febrero"),
        ("it", "all'inizio del mese di febbraio"),
        ("pt", "no início do mês de fevereiro"),
    ],
)
def test_a_part_of_the_month_of_february_bears_the_month_out(language: str, text: str) -> None:
    month = "2012-08" if "août" in text else "2012-02"
    written = dates.parse("2012-04-10")
    assert dates.is_supported(dates.parse(month), [text], language, written)
    assert not dates.is_supported(dates.parse("2012-05"), [text], language, written)


def test_a_month_of_another_country_is_read() -> None:
    assert dates.is_supported(dates.parse("2019-09-15"), ["el 15 de setiembre de 2019"], "es", None)
