"""The signs of dates on a timeline: what is known exactly, what is not, and what goes on."""

from __future__ import annotations

import pytest

from standfirst.language.dates import parse
from standfirst.model import Day
from standfirst.pictures.event_marks import MarkExtent, MarkSign, VerticalSpan, mark_extent
from standfirst.pictures.time_scale import day_number

LINE = VerticalSpan(-50, 650)


def at(day: Day) -> int:
    """A line on which the year 2000 is at 0 and every year is twenty long, or as near as may be."""
    return round((day_number(day) - day_number(Day(2000, 1, 1))) * 20 / 365.25)


def drawn(written: str) -> MarkExtent:
    return mark_extent(parse(written), at, LINE)


@pytest.mark.parametrize(
    ("written", "sort", "exact", "inexact"),
    [
        ("2001-04-15", MarkSign.EVENT, VerticalSpan(22, 30), ()),
        ("2001", MarkSign.WITHIN, VerticalSpan(20, 40), ()),
        ("[2001..2003]", MarkSign.WITHIN, VerticalSpan(20, 80), ()),
        ("2001~", MarkSign.WITHIN, None, (VerticalSpan(16, 44),)),
        ("2001-04-15~", MarkSign.WITHIN, None, (VerticalSpan(19, 33),)),
        ("[2001..]", MarkSign.WITHIN, VerticalSpan(20, 40), (VerticalSpan(40, 54),)),
        ("[..2001-01-01]", MarkSign.WITHIN, None, (VerticalSpan(6, 20),)),
        ("2001/2003", MarkSign.LASTED, VerticalSpan(40, 60), (VerticalSpan(20, 40), VerticalSpan(60, 80))),
        ("2001-01/2003-12", MarkSign.LASTED, VerticalSpan(20, 80), ()),
        ("2001-04-15/2001-04-16", MarkSign.LASTED, VerticalSpan(26, 34), ()),
        ("2001/2003~", MarkSign.LASTED, VerticalSpan(40, 56), (VerticalSpan(20, 40), VerticalSpan(56, 84))),
        ("2001?/2003-12", MarkSign.LASTED, VerticalSpan(44, 80), (VerticalSpan(16, 44),)),
        ("2001-01/2003-06~", MarkSign.LASTED, VerticalSpan(20, 62), (VerticalSpan(62, 76),)),
        ("2001~/2001~", MarkSign.LASTED, None, (VerticalSpan(16, 44),)),
        ("2001/", MarkSign.LASTED, None, (VerticalSpan(20, 40), VerticalSpan(40, 54))),
        ("/2001", MarkSign.LASTED, None, (VerticalSpan(6, 20), VerticalSpan(20, 40))),
        ("2001/..", MarkSign.LASTED, VerticalSpan(40, 650), (VerticalSpan(20, 40),)),
        ("../2001", MarkSign.LASTED, VerticalSpan(-50, 20), (VerticalSpan(20, 40),)),
    ],
)
def test_a_sign_reaches_as_far_as_its_date_and_is_hatched_where_that_is_not_known_exactly(
    written: str, sort: MarkSign, exact: VerticalSpan | None, inexact: tuple[VerticalSpan, ...]
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
    assert list(drawn("2001%").signs) == [MarkSign.PERHAPS, MarkSign.INEXACT]
