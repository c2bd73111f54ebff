"""A moment is a day or a time whose zone is said; all else is refused with what to write."""

from __future__ import annotations

import datetime

import pytest

from standfirst.language.dates import DateError, parse_moment


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-05-12", "2026-05-12T00:00:00"),
        ("2026-05-12T06:00Z", "2026-05-12T06:00:00"),
        ("2026-05-12T06:00+01:00", "2026-05-12T05:00:00"),
        ("2026-05-12T00:30:15+05:30", "2026-05-11T19:00:15"),
        ("2026-12-31T23:00-02", "2027-01-01T01:00:00"),
        ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59"),
    ],
)
def test_a_moment_is_when_clocks_of_its_zone_show_it(text: str, utc: str) -> None:
    moment = datetime.datetime.fromisoformat(f"{utc}+00:00")
    assert parse_moment(text).at == moment.timestamp()


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-12T06:00",
        "2026-05",
        "2026",
        "2026-05-12~",
        "2026-05-12?",
        "2026-05-12/2026-05-13",
        "2026-05-12/..",
        "[2026-05-12..2026-05-13]",
        "2026-21",
        "-0044-03-15",
        "9999-12-31T23:59-14:00",
        "2026-02-30",
        "soon",
        "",
    ],
)
def test_what_may_be_several_moments_is_none(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_moment(text)
    assert caught.value.remedy.hint
