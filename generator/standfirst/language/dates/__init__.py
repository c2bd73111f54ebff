"""Dates in EDTF (ISO 8601-2): read them, put them in order, say them in a language, and check texts against them.

`expressions` reads EDTF, `faults` and `hints` say what is wrong with a text that is none (`parsing` is all three), and
`wording` says a date. In texts, dates are found by expressions over `folding`'s plain characters: those of `patterns`,
`numeric` and `longer`, with the words of `names`, `ordinals` and the `lexicon`; `grammar` compiles them, and `parts`
makes a `stated` date of what they find. `reading` takes a whole text for a date, with `phrases` around it, `found`
seeks dates in a longer one, and `relative` those that are told from a day. `agreement` and `bearing` hold them to the
date of a fact.

Nothing outside this package imports `edtf`.
"""

from standfirst.language.dates.agreement import agrees
from standfirst.language.dates.expressions import from_day
from standfirst.language.dates.faults import DateError
from standfirst.language.dates.found import FoundDate, found_in, without_dates
from standfirst.language.dates.lasting import goes_on
from standfirst.language.dates.ordering import earliest, filed_under, first_year, iso_ends, latest, machine, order
from standfirst.language.dates.parsing import parse
from standfirst.language.dates.reading import read, weekday
from standfirst.language.dates.stated import Stated, StatedDate, StatedEither, StatedSpan, dates_of
from standfirst.language.dates.support import borne_out, states_but_for_year
from standfirst.language.dates.wording import say, say_period, say_short

__all__ = [
    "DateError",
    "FoundDate",
    "Stated",
    "StatedDate",
    "StatedEither",
    "StatedSpan",
    "agrees",
    "borne_out",
    "dates_of",
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
    "states_but_for_year",
    "weekday",
    "without_dates",
]
