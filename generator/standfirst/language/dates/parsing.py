"""Dates that writers give in EDTF: read, or refused with what is wrong and what to write."""

from __future__ import annotations

import functools

from standfirst.language.dates import edtf_expressions
from standfirst.language.dates.faults import DateError, LooksLike
from standfirst.language.dates.hints import DateHint, hint_for
from standfirst.language.dates.time_hints import timed_hint
from standfirst.model import Date
from standfirst.problems.remedies import write


@functools.cache
def parse(text: str) -> Date:
    """Return the date that an EDTF expression states; raise `DateError` for anything else, whatever it is.

    If the text is a date in words or in other numerals, the error says how EDTF writes it.
    """
    try:
        return edtf_expressions.parse_edtf(text)
    except DateError as error:
        raise _with_time_hint(error, text) from None


def _with_time_hint(error: DateError, text: str) -> DateError:
    # Time is only looked for in what is no date, and only what can be read then is offered.
    timed = timed_hint(text)
    try:
        edtf_expressions.parse_edtf(timed)
    except DateError:
        return _with_hint(error, text)
    return DateError(error.message, write(timed))


def _with_hint(error: DateError, text: str) -> DateError:
    if error.looks_like is LooksLike.WORDS:
        return DateError(error.message, hint_for(text).remedy or error.remedy)
    # "1914-18" looks like a month, and few who write it mean one.
    known = hint_for(text) if error.looks_like is LooksLike.YEARS else DateHint()
    years = f"; {known} for the years" if known.to_write else ""
    return DateError(error.message, f"{error.hint}{years}")
