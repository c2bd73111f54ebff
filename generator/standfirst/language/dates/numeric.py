"""Dates in numbers alone, as regular expressions: ISO 8601, `15.4.2019`, `4/15/2019`, `15.IV.2019`.

`a` and `b` are the day and the month in the order of the language, `z` the last two digits of a year, `r` a month in
Roman numerals; `t` is the end of two years that share their century: `1914–18`.
"""

from __future__ import annotations

import functools
from typing import Final

from standfirst.language.dates.folding import one_of
from standfirst.language.dates.ordinals import ROMAN
from standfirst.language.dates.patterns import DASHES, year
from standfirst.language.locale import locale

_TIME: Final = r"(?:t\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)?"
_MONTHS: Final = 12
_ROMAN_MONTHS: Final = {numeral: number for numeral, number in ROMAN.items() if number <= _MONTHS}
_ISO: Final = (
    rf"(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d){_TIME}",
    rf"(?P<y>\d{{4}})(?P<m>\d\d)(?P<d>\d\d){_TIME}",
)
_OTHERS: Final = (
    r"(?P<y>\d{4})(?P<s>[./-]|\. )(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})",
    r"(?P<m>\d{1,2})[./-](?P<y>\d{4})",
    r"(?P<a>\d{1,2})(?P<s>[./-]|\. )(?P<b>\d{1,2})(?P=s)(?P<y>\d{4})",
    r"(?P<a>\d{1,2})(?P<s>[./-])(?P<b>\d{1,2})(?P=s)(?P<z>\d\d)",
    rf"(?P<d>\d{{1,2}})[. /-]{{1,2}}(?P<r>{one_of(_ROMAN_MONTHS)})[. /-]{{1,2}}(?P<y>\d{{4}})",
)
# Of one year and another in two digits; a hyphen or a stroke may stand between a year and a month as well.
_YEARS: Final = rf"(?:\L<years> )?(?P<y>\d{{4}}) ?(?:(?P<h>[-/.])|{DASHES}) ?'?(?P<t>\d{{1,2}})"


_WITH_ERA: Final = rf"(?P<y>\d{{1,4}}) ?{DASHES} ?{year('2')}"
# Each stands apart from other numbers, and is no part of an address.
EXPRESSIONS: Final = tuple(
    rf"(?<!\w[./])(?<!\d-)(?:{each})(?![./]\w|-?\d)" for each in (*_ISO, *_OTHERS, _YEARS, _WITH_ERA)
)


def roman_month(numeral: str) -> int:
    """Return the month that a folded Roman numeral is."""
    return _ROMAN_MONTHS[numeral]


@functools.cache
def day_is_first(language: str) -> bool | None:
    """Tell whether CLDR has the day before the month in a language and country; None if both orders are in use.

    English without a country is written in either order. So is a date that ends with its year in a country that
    usually begins with the year.
    """
    short = str(locale(language).date_formats["short"].pattern)
    if language.lower() == "en" or short.find("y") < short.find("M"):
        return None
    return short.find("d") < short.find("M")
