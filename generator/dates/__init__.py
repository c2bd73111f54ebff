"""Dates in EDTF (ISO 8601-2): read them, put them in order, say them in a language, and check texts against them.

Nothing outside this package imports `edtf`.
"""

from generator.dates.bearing import borne_out
from generator.dates.expressions import from_day, parse
from generator.dates.faults import DateError
from generator.dates.found import FoundDate, found_in
from generator.dates.lasting import goes_on
from generator.dates.ordering import earliest, filed_under, first_year, iso_ends, latest, machine, order
from generator.dates.stated import Stated, StatedDate, StatedSpan, agrees, read
from generator.dates.wording import say, say_period, say_short

__all__ = [
    "DateError",
    "FoundDate",
    "Stated",
    "StatedDate",
    "StatedSpan",
    "agrees",
    "borne_out",
    "earliest",
    "filed_under",
    "first_year",
    "found_in",
    "from_day",
    "goes_on",
    "iso_ends",
    "latest",
    "machine",
    "order",
    "parse",
    "read",
    "say",
    "say_period",
    "say_short",
]
