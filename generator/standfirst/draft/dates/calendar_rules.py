"""Names of the calendar as running English has them: weekdays, months, feasts, and parts of a year."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import regex

from standfirst.draft.dates import feasts
from standfirst.draft.dates.meanings import Feast, Meaning, Named, Origin, Period, Toward
from standfirst.draft.dates.rules import Match, Rule, group, toward, words_before, words_behind
from standfirst.draft.dates.words import MONTHS, ORDINALS, SEASONS, TEENS_AND_TENS, TOWARD, WEEKDAYS, count_in, one_of
from standfirst.language.dates import StatedDate

_TOWARD: Final = rf"(?P<toward>{one_of(TOWARD)})"
_DAYS_OF_MONTH: Final = range(1, 32)

# ---------------------------------------------------------------- days and months

# Days that are part of another name.
_NAME_BEFORE: Final = regex.compile(r"\b(?:black|bloody|super|cyber|giving|fat|big|ruby|holy|red) $")
_NAME_BEHIND: Final = regex.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Night Live|Night Football|Mass|School)\b"
)
# Months that are verbs or people too, what shows that they are months, and what shows that they are none.
_AMBIGUOUS: Final = frozenset({"march", "may"})
_MONTH_BEFORE: Final = regex.compile(
    r"\b(?:in|since|until|till|by|through|during|from|last|this|next|of|early|late|mid|and|to|before|after|between|or|for)"
    r"[ -]$"
)
_NO_MONTH_BEHIND: Final = regex.compile(
    r"\s\p{Lu}\p{Ll}|\s\d|['-]\p{L}(?<!'s)|\s(?:madness|on|the|be|not|have|well|also)\b"
)


def _weekday(found: Match) -> Meaning | None:
    name, words = found["name"], group(found, "toward")
    if not name[0].isupper() or _NAME_BEFORE.search(words_before(found)) or _NAME_BEHIND.match(words_behind(found)):
        return None
    date = StatedDate(weekday=WEEKDAYS.index(name.lower()))
    if words == "that":
        return Named(date, Toward.THIS, Origin.TOLD)
    return Named(date, toward(found), Origin.TOLD if words.startswith("the ") and toward(found) else Origin.PUBLISHED)


def _month(found: Match) -> Meaning | None:
    name, is_shown = found["name"], found["toward"] or _MONTH_BEFORE.search(words_before(found))
    if not name[0].isupper() or _NO_MONTH_BEHIND.match(words_behind(found)):
        return None
    if not is_shown and (name.lower() in _AMBIGUOUS or name.isupper()):
        return None
    return Named(StatedDate(month=MONTHS.index(name.lower()) + 1), toward(found))


def _feast(found: Match) -> Meaning | None:
    return None if found["name"][0].islower() else Feast(found["name"].lower(), toward=toward(found))


def _day_of_month(found: Match) -> Meaning | None:
    day = int(found["day"])
    return Named(StatedDate(day=day)) if day in _DAYS_OF_MONTH else None


# ---------------------------------------------------------------- years

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


def _fiscal(found: Match) -> Meaning | None:
    return Named(StatedDate(year=_year_in(found)))


# ---------------------------------------------------------------- parts of a year

_FIRST_QUARTER, _FIRST_HALF = 33, 40
# Quarters and halves of a match are none of a year.
_MATCH: Final = regex.compile(
    r"touchdown|field goal|quarterback|\byards?\b|\bscored|halftime|free throw|three-pointer|basket", regex.IGNORECASE
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
    return Period(_FIRST_HALF - 1 + ORDINALS[group(found, "which")], _year_in(found))


def _season(found: Match) -> Meaning | None:
    return Period(SEASONS[group(found, "name")], toward=toward(found))


_YEAR: Final = r"(?: (?:of |in )?(?:fiscal )?'?(?P<year>(?:19|20)\d\d))?"

RULES: Final = (
    Rule(rf"(?:(?P<toward>{one_of(TOWARD)}|that|the) )?(?P<name>{'|'.join(WEEKDAYS)})(?:'s)?", _weekday),
    Rule(rf"(?:{_TOWARD} )?(?P<name>{'|'.join(MONTHS)})(?:'s)?", _month),
    Rule(rf"(?:{_TOWARD} )?(?P<name>{one_of(feasts.NAMES)})(?:'s)?", _feast),
    Rule(
        r"(?<=\b(?:on|until|by|from|before|after)\s)the (?P<day>\d{1,2})(?:st|nd|rd|th)(?=[.,;)]|$)",
        _day_of_month,
    ),
    Rule(r"fiscal(?:[ -]year)? '?(?P<year>\d{4}|\d\d)", _fiscal),
    Rule(rf"(?P<century>{'|'.join(_CENTURIES)})[ -](?P<rest>oh[ -]\w+|{TEENS_AND_TENS})", _year_in_words),
    Rule(
        rf"(?:the |its |their )?(?:{_TOWARD} )?(?:fiscal )?(?P<which>{one_of(ORDINALS)})(?: fiscal)?[ -]quarter"
        rf"(?!-?final){_YEAR}|(?P<toward>)Q(?P<digit>[1-4]){_YEAR}",
        _quarter,
    ),
    Rule(
        rf"(?:the )?(?P<which>first|second)[ -]half(?= of (?:the|last|this|next|fiscal|19|20)\b){_YEAR}"
        rf"|(?P<which>first|second)[ -]half{_EARNED}(?P<year>)?",
        _half,
    ),
    Rule(rf"{_TOWARD} (?P<name>{one_of(SEASONS)})", _season),
    Rule(rf"(?P<toward>)(?P<name>{one_of(SEASONS)})(?= (?:of )?(?:this|last|next) year)", _season),
    Rule(
        r"(?P<toward>)(?<=\b(?:by|since|until|in|during)\s)(?:the )?(?P<name>spring|summer|autumn|winter)(?=[.,;])",
        _season,
    ),
)
