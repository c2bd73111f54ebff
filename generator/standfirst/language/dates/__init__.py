"""Dates in EDTF (ISO 8601-2): read them, put them in order, say them in a language, and check texts against them.

`edtf_expressions` reads EDTF, for it `unusual_edtf` what is no plain date; `faults`, `hints` and `time_hints` say what
is wrong with any other text (`parsing` is all of these), `times` are those of day, `moments` those that are sure,
`ordering` puts dates in order, and `wording` says one. In texts, dates are found by expressions over `folding`'s plain
characters: those of `patterns`, `numeric` and `long_periods`, with the words of `names`, `ordinals` and the
`vocabularies`; `grammar` compiles those whose `needed_names` stand in a text, and `parts` makes a `stated` date of what
they find. `whole_texts` takes a whole text for a date, with `phrases` around it, `found` seeks dates in a longer one,
and `relative` those that are told from a day. `agreement` and `support` hold them to the date of a fact; `ongoing`
tells whether a text says that something goes on.

Nothing outside this package imports `edtf`.
"""

from standfirst.language.dates.agreement import agrees
from standfirst.language.dates.edtf_expressions import from_day
from standfirst.language.dates.faults import DateError
from standfirst.language.dates.found import FoundDate, found_in, without_dates
from standfirst.language.dates.hints import expressions_for
from standfirst.language.dates.moments import parse_moment
from standfirst.language.dates.ongoing import states_ongoing
from standfirst.language.dates.ordering import (
    earliest_day,
    filed_under,
    first_year,
    html_datetime,
    iso_ends,
    latest_day,
    order,
    without_times,
)
from standfirst.language.dates.parsing import parse
from standfirst.language.dates.relative import FoundRelative, Relative, Shift, Unit, relative_found_in, shifted
from standfirst.language.dates.stated import DayRange, Stated, StatedDate, StatedEither, StatedSpan, dates_of
from standfirst.language.dates.support import is_supported, states_but_for_year
from standfirst.language.dates.times import beginning
from standfirst.language.dates.whole_texts import read_whole_text, weekday
from standfirst.language.dates.wording import say, say_period, say_short

__all__ = [
    "DateError",
    "DayRange",
    "FoundDate",
    "FoundRelative",
    "Relative",
    "Shift",
    "Stated",
    "StatedDate",
    "StatedEither",
    "StatedSpan",
    "Unit",
    "agrees",
    "beginning",
    "dates_of",
    "earliest_day",
    "expressions_for",
    "filed_under",
    "first_year",
    "found_in",
    "from_day",
    "html_datetime",
    "is_supported",
    "iso_ends",
    "latest_day",
    "order",
    "parse",
    "parse_moment",
    "read_whole_text",
    "relative_found_in",
    "say",
    "say_period",
    "say_short",
    "shifted",
    "states_but_for_year",
    "states_ongoing",
    "weekday",
    "without_dates",
    "without_times",
]
