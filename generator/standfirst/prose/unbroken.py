"""What no line ends within: dates, numbers with what they count, signs with numbers, initials, and U.S.-backed."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from standfirst.language.locale import locale

# So many characters have room on one line of a narrow screen; what is longer may break.
MOST_UNBROKEN = 28
# Only what has one of these can have a blank or a hyphen that is to be held. It begins with that, found at once.
POSSIBLY_HELD = re.compile(
    r"[ \n](?:(?=\d)|(?<=\d.)|(?<=[^\W\d_]\..)(?=[^\W\d_a-z]))|-(?<=[^\W\d_]\..)(?=[^\W\d_])", re.DOTALL
)
_BREAK = re.compile("[ \n]")
# The hyphen stays the sign that was typed, which is searched for and copied; what forbids a break is not seen.
_JOINER = "\u2060"
_BEHIND_ABBREVIATION = re.compile(r"(?<=\b[^\W\d_]\.[^\W\d_]\.)-(?=[^\W\d_])")
_BLANK = "[ \n\u00a0]"
_SIGNS = "¶§№#$€£¥₪₺₽₹"
_BEHIND = "[%‰°€$£¥₪₺₽₹]"
# Words that belong to the number, so that another may follow with what is counted.
_SCALES = (
    "hundred|thousand|million|billion|trillion|cent|mille|millions?|milliards?|hundert|tausend|Mio|Mrd|Millionen"
    "|Milliarden|mil|millones|milhões|milioni|миллион|миллиона|миллионов|млн|млрд|тысяча|тысячи|тысяч|тыс"
    "|ألف|آلاف|مليون|ملايين|مليار"
)
_OF = rf"(?:(?:de|del){_BLANK})?"
_NUMBER = r"\d(?:[\d.,]{0,20}\d)?(?![\d.,]*\d)(?:[ \u00a0\u202f]\d{3}(?!\d))*"
# A day or a number may be two, with a short word between: 5 and 6 March, 60 to 80.
_FIRST = rf"(?:\d[\d.,]{{0,15}}{_BLANK}[^\W\d_]{{1,4}}{_BLANK})?"
# A number that stands alone and may be a year counts nothing, but before a million.
_NO_YEAR = rf"(?![12]\d{{3}}{_BLANK}(?!(?:{_SCALES})\b))"
_WITH_WORDS = rf"{_BLANK}(?:(?:{_SCALES})\b\.?{_BLANK})?[^\W\d_]+"
_COUNTED = rf"(?:{_BLANK}?{_BEHIND}|{_WITH_WORDS})"
_AMOUNT = rf"(?:[{_SIGNS}]{_BLANK}?)?(?<![\w.,]){_NO_YEAR}{_NUMBER}{_COUNTED}"
_RANGE = rf"(?<![\w.,]){_NUMBER}{_BLANK}[^\W\d_]{{1,4}}{_BLANK}{_NUMBER}(?:{_COUNTED})?"
_SIGN_AND_NUMBER = rf"[{_SIGNS}]{_BLANK}\d[\d.,]*"
_INITIALS = rf"(?:\b[A-ZÀ-ÞĀ-ŽΑ-ΩА-Я]\.{_BLANK})+(?=[A-ZÀ-ÞĀ-ŽΑ-ΩА-Я])"


def unbroken(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Yield the blanks and hyphens at which no line of a text may end, each with its place and what is set there."""
    if not POSSIBLY_HELD.search(text):
        return
    for hyphen in _BEHIND_ABBREVIATION.finditer(text):
        yield *hyphen.span(), f"-{_JOINER}"
    for found in _held_together(language).finditer(text):
        if len(found[0]) <= MOST_UNBROKEN:
            for blank in _BREAK.finditer(found[0]):
                yield found.start() + blank.start(), found.start() + blank.end(), "\u00a0"


@functools.cache
def _held_together(language: str) -> re.Pattern[str]:
    return re.compile("|".join((*_dates(language), _RANGE, _AMOUNT, _SIGN_AND_NUMBER, _INITIALS)))


def _dates(language: str) -> Iterator[str]:
    """Yield how a language writes a day, or a month with its year, that its name shows."""
    tables = [use[width] for use in locale(language).months.values() for width in ("wide", "abbreviated")]
    names = {name.removesuffix(".") for table in tables for name in table.values()}
    month = rf"(?:{'|'.join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))})\b\.?"
    year = rf"(?:,?{_BLANK}{_OF}\d{{4}}\b)?"
    yield rf"\b{_FIRST}\d{{1,2}}(?:[.ºª]|[a-z]{{2}})?{_BLANK}{_OF}{month}{year}"
    yield rf"\b{month}{_BLANK}{_OF}\d{{1,2}}(?:[a-z]{{2}})?\b(?!\d|[.,]\d){year}"
    yield rf"\b{month}{_BLANK}{_OF}\d{{4}}\b"
