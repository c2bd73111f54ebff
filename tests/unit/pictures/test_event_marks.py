"""The signs of dates on a timeline: what is known exactly, what is not, and what goes on."""

from __future__ import annotations

import pytest

from standfirst.language.dates import parse
from standfirst.model import Day
from standfirst.pictures.event_marks import Extent, Reach, Sign, extent
from standfirst.pictures.time_scale import day_number

LINE = Reach(-50, 650)


def at(day: Day) -> int:
    """A line on which the year 2000 is at 0 and every year is twenty long, or as near as may be."""
    return round((day_number(day) - day_number(Day(2000, 1, 1))) * 20 / 365.25)


def drawn(written: str) -> Extent:
    return extent(parse(written), at, LINE)


@pytest.mark.parametrize(
    ("written", "sort", "exact", "inexact"),
    [
        ("2001-04-15", Sign.EVENT, Reach(22, 30), ()),
        ("2001", Sign.WITHIN, Reach(20, 40), ()),
        ("[2001..2003]", Sign.WITHIN, Reach(20, 80), ()),
        ("2001~", Sign.WITHIN, None, (Reach(16, 44),)),
        ("2001-04-15~", Sign.WITHIN, None, (Reach(19, 33),)),
        ("[2001..]", Sign.WITHIN, Reach(20, 40), (Reach(40, 54),)),
        ("[..2001-01-01]", Sign.WITHIN, None, (Reach(6, 20),)),
        ("2001/2003", Sign.LASTED, Reach(20, 80), ()),
        ("2001-04-15/2001-04-16", Sign.LASTED, Reach(26, 34), ()),
        ("2001/2003~", Sign.LASTED, Reach(20, 60), (Reach(60, 80),)),
        ("2001?/2003", Sign.LASTED, Reach(40, 80), (Reach(20, 40),)),
        ("2001~/2001~", Sign.LASTED, None, (Reach(20, 40),)),
        ("2001/", Sign.LASTED, Reach(20, 40), (Reach(40, 54),)),
        ("/2001", Sign.LASTED, Reach(20, 40), (Reach(6, 20),)),
        ("2001/..", Sign.LASTED, Reach(20, 650), ()),
        ("../2001", Sign.LASTED, Reach(-50, 40), ()),
    ],
)
def test_a_sign_reaches_as_far_as_its_date_and_is_hatched_where_that_is_not_known_exactly(
    written: str, sort: Sign, exact: Reach | None, inexact: tuple[Reach, ...]
) -> None:
    found = drawn(written)
    assert (found.sort, found.exact, found.inexact) == (sort, exact, inexact)


def test_what_goes_on_and_what_went_on_from_before_say_so() -> None:
    assert [(drawn(each).from_before, drawn(each).goes_on) for each in ("2001/..", "../2001", "2001/", "/2001")] == [
        (False, True),
        (True, False),
        (False, False),
        (False, False),
    ]


def test_what_is_uncertain_is_drawn_so_whether_it_is_a_dot_or_reaches_over_a_time() -> None:
    assert [drawn(each).perhaps for each in ("2001-04-15?", "2001?", "2001%", "2001~", "2001")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert list(drawn("2001%").signs) == [Sign.PERHAPS, Sign.INEXACT]
