"""Dates in EDTF (ISO 8601-2): read them, put them in order, say them in a language, and check a text against them.

Nothing outside this package imports `edtf`.
"""

from generator.dates.expressions import from_day, parse
from generator.dates.faults import DateError
from generator.dates.ordering import earliest, first_year, latest, machine, order
from generator.dates.stated import Stated, StatedDate, StatedSpan, agrees, read
from generator.dates.wording import say

__all__ = [
    "DateError",
    "Stated",
    "StatedDate",
    "StatedSpan",
    "agrees",
    "earliest",
    "first_year",
    "from_day",
    "latest",
    "machine",
    "order",
    "parse",
    "read",
    "say",
]
