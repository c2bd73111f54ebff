"""A date in EDTF in any form that is read, by the grammar of `edtf`: seasons, decades, centuries, years before ours."""

from __future__ import annotations

import calendar
from types import MappingProxyType
from typing import Final

import edtf
from edtf.parser.grammar import uaDateOrSeason, unspecified
from pyparsing import ParseException

from standfirst.language.dates.faults import explain
from standfirst.model import CalendarDate, Day, Precision

_BY_DIGITS_LEFT_OUT: Final = MappingProxyType({"": Precision.YEAR, "X": Precision.DECADE, "XX": Precision.CENTURY})


def read_unusual(text: str) -> CalendarDate:
    """Return the date that a text states, or raise `DateError`.

    Seasons have edtf's days: spring begins in March, and winter is December, so that no season leaves its year.
    """
    # One form of edtf's alone is read ten times as fast as by its `parse_edtf`, which tries all forms of all levels.
    form = unspecified if "X" in text else uaDateOrSeason
    try:
        stated = form.parse_string(text, parse_all=True)[0]
    except ParseException:
        raise explain(text) from None
    precision = _precision(stated)
    # `1950S2` has significant digits, which there are no words for.
    if precision is None or "S" in text:
        raise explain(text)
    return CalendarDate(
        precision,
        earliest=Day(*stated.lower_strict()[:3]),
        latest=Day(*stated.upper_strict()[:3]),
        # Not edtf's flags: of `2019%`, which is both, it sets neither. The mark can stand nowhere but at the end here.
        approximate=text.endswith(("~", "%")),
        uncertain=text.endswith(("?", "%")),
    )


def _precision(stated: edtf.Date) -> Precision | None:
    """Return how much is stated; None for forms that `edtf` reads and Standfirst does not."""
    if isinstance(stated, edtf.Season):
        return Precision.SEASON
    if stated.day not in {None, "XX"}:
        last = calendar.monthrange(int(stated.year), int(stated.month))[1]
        return Precision.DAY if int(stated.day) <= last else None
    if stated.month not in {None, "XX"}:
        return Precision.MONTH
    # Digits left out of a negative year would count years away from ours, and edtf gets the days of such dates wrong.
    if isinstance(stated, edtf.Unspecified) and stated.negative:
        return None
    return _BY_DIGITS_LEFT_OUT.get(stated.year.lstrip("-0123456789"))
