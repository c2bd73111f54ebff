"""Years in English, in words or two digits, and parts of years: quarters, halves, seasons."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import regex

from standfirst.draft.dates.meanings import Meaning, Named, Origin, Period
from standfirst.draft.dates.rules import Match, Rule, group, toward
from standfirst.draft.dates.words import ORDINALS, SEASONS, TEENS_AND_TENS, TOWARD, count_in, one_of
from standfirst.language.dates import StatedDate

_TOWARD: Final = rf"(?P<toward>{one_of(TOWARD)})"
_LATEST_IN_TWO_DIGITS: Final = 40
_CENTURIES: Final = MappingProxyType({"seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000})
_FEWEST: Final = 10


def _year_in_words(found: Match) -> Meaning | None:
    rest = count_in(group(found, "rest").replace("oh-", "oh ").removeprefix("oh "))
    if rest is None or (rest < _FEWEST and "oh" not in group(found, "rest")):
        return None
    return Named(StatedDate(year=_CENTURIES[group(found, "century")] + int(rest)))


def _year_in(found: Match) -> int | None:
    digits = found["year"]
    if not digits or len(digits) > 2:
        return int(digits) if digits else None
    return int(digits) + (1900 if int(digits) > _LATEST_IN_TWO_DIGITS else 2000)


def _named_year(found: Match) -> Meaning | None:
    return Named(StatedDate(year=_year_in(found)))


# ---------------------------------------------------------------- parts of a year

_FIRST_QUARTER, _FIRST_HALF = 33, 40
# Quarters and halves of a match are none of a year.
_MATCH: Final = regex.compile(
    r"touchdown|field goal|quarterback|\byards?\b|\bscored|halftime|free throw|three-pointer|basket", regex.IGNORECASE
)
_BUSINESS: Final = regex.compile(
    r"\b(?:profits?|earn\w*|sales|revenues?|income|loss(?:es)?|growth|econom\w+|exports|quarter|rates"
    r"|of (?:the|this|last|next) year)\b",
    regex.IGNORECASE,
)
_AROUND: Final = 150
_EARNED: Final = (
    r"(?= (?:\w+ )?(?:profits?|net|results|earnings|sales|income|loss(?:es)?|pretax|revenues?|figures|report|growth))"
)


def _quarter(found: Match) -> Meaning | None:
    if _MATCH.search(found.string, max(0, found.start() - _AROUND), found.end() + _AROUND):
        return None
    number = int(found["digit"]) if found["digit"] else ORDINALS[group(found, "which")]
    return Period(_FIRST_QUARTER - 1 + number, _year_in(found), toward(found))


def _half(found: Match) -> Meaning | None:
    around = max(0, found.start() - _AROUND), found.end() + _AROUND
    if _MATCH.search(found.string, *around) or not (found["year"] or _BUSINESS.search(found.string, *around)):
        return None
    return Period(_FIRST_HALF - 1 + ORDINALS[group(found, "which")], _year_in(found))


def _season(found: Match) -> Meaning | None:
    is_told = group(found, "toward") in {"the following", "the previous"}
    origin = Origin.TOLD if is_told else Origin.PUBLISHED
    return Period(SEASONS[group(found, "name")], toward=toward(found), origin=origin)


_SEASONS: Final = "spring|summer|autumn|fall|winter"
_YEAR: Final = r"(?: (?:of |in )?(?:fiscal )?'?(?P<year>(?:19|20)\d\d))?"

RULES: Final = (
    Rule(r"fiscal(?:[ -]year)? '?(?P<year>\d{4}|\d\d)", _named_year, "fiscal"),
    Rule(
        r"(?<=\b(?:in|since|of|from|until|by|and|to|spring|summer|fall|winter|early|late)\s)'(?P<year>\d\d)",
        _named_year,
        "'\\d\\d",
    ),
    Rule(
        rf"(?P<century>{'|'.join(_CENTURIES)})[ -](?P<rest>oh[ -]\w+|{TEENS_AND_TENS})", _year_in_words, "teen|twenty"
    ),
    Rule(
        rf"(?:the |its |their )?(?:{_TOWARD} )?(?:fiscal )?(?P<which>{one_of(ORDINALS)})(?: fiscal)?[ -]quarter"
        rf"(?!-?final){_YEAR}|(?P<toward>)Q(?P<digit>[1-4]){_YEAR}",
        _quarter,
        r"quarter|q\d",
    ),
    Rule(
        rf"(?:the )?(?P<which>first|second)[ -]half(?= of (?:the|last|this|next|fiscal|19|20)\b){_YEAR}"
        rf"|(?P<which>first|second)[ -]half{_EARNED}(?P<year>)?"
        r"|(?<=\b(?:in|for)\s)the (?P<which>first|second) half(?P<year>)?",
        _half,
        "half",
    ),
    Rule(rf"{_TOWARD} (?P<name>{one_of(SEASONS)})", _season, _SEASONS),
    Rule(rf"(?P<toward>)(?P<name>{one_of(SEASONS)})(?= (?:of )?(?:this|last|next) year)", _season, _SEASONS),
    Rule(
        r"(?P<toward>)(?<=\b(?:over|during|through|throughout|in|by|since|until)\s)"
        r"the (?P<name>spring|summer|autumn|winter)",
        _season,
        _SEASONS,
    ),
    Rule(
        r"(?P<toward>)(?<=\b(?:by|since|until|in|during)\s)(?:the )?"
        r"(?P<name>spring|summer|autumn|winter|fall)(?=[.,;])",
        _season,
        _SEASONS,
    ),
)
