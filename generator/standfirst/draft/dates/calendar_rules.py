"""Names of the calendar as running English has them: weekdays, months, days and weeks of these, feasts."""

from __future__ import annotations

from typing import Final

import regex

from standfirst.draft.dates import feasts
from standfirst.draft.dates.meanings import Feast, Meaning, Named, Origin, Toward, WeekOf
from standfirst.draft.dates.rules import Match, Rule, as_written_before, group, toward, words_before, words_behind
from standfirst.draft.dates.words import MONTHS, ORDINALS, TOWARD, WEEKDAYS, one_of
from standfirst.language.dates import StatedDate

_TOWARD: Final = rf"(?P<toward>{one_of(TOWARD)})"
_MONTHS: Final = "|".join(MONTHS)
_FEASTS: Final = one_of(feasts.NAMES).replace(".", r"\.")
_DAYS_OF_MONTH: Final = range(1, 32)

# Days that are part of another name, or come again and again.
_NAME_BEFORE: Final = regex.compile(
    r"\b(?:black|bloody|super|cyber|giving|fat|big|ruby|holy|red|some|any|every|each|other|another|most) $"
)
_NAME_BEHIND: Final = regex.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Night Live|Night Football|Mass|School)\b"
)
# Months that are verbs or people too, what shows that they are months, and what shows that they are none.
_AMBIGUOUS: Final = frozenset({"march", "may"})
_MONTH_BEFORE: Final = regex.compile(
    r"\b(?:in|since|until|till|by|through|during|from|last|this|next|of|early|late|mid|and|to|before|after|between|or|for)"
    r"[ -]$"
)
# A first name or a title makes a person of April, May and June.
_NAME_BEFORE_MONTH: Final = regex.compile(
    r"(?<!\p{L})(?!In|Since|Until|Till|By|Through|During|From|Last|This|Next|Of|Early|Late|Mid|And|To|Before|After|Between"
    r"|Or|For|On|Every|Each|Only|Around|About|When|It)(?:\p{Lu}\p{Ll}+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.) $"
)
_NO_MONTH_BEHIND: Final = regex.compile(r"\s\p{Lu}\p{Ll}|\s\d|['-]\p{L}(?<!'s)")
_VERB_BEHIND: Final = regex.compile(r"\s(?:madness|on|the|be|not|have|well|also)\b")


def _weekday(found: Match) -> Meaning | None:
    name = found["name"]
    if not name[0].isupper() or _NAME_BEFORE.search(words_before(found)) or _NAME_BEHIND.match(words_behind(found)):
        return None
    return _toward_told(found, StatedDate(weekday=WEEKDAYS.index(name.lower())))


def _month(found: Match) -> Meaning | None:
    name, is_shown = found["name"], found["toward"] or _MONTH_BEFORE.search(words_before(found))
    behind, is_ambiguous = words_behind(found), found["name"].lower() in _AMBIGUOUS
    if not name[0].isupper() or _NO_MONTH_BEHIND.match(behind) or (is_ambiguous and _VERB_BEHIND.match(behind)):
        return None
    is_name = is_ambiguous or name.isupper() or _NAME_BEFORE_MONTH.search(as_written_before(found))
    if is_name and not is_shown:
        return None
    return _toward_told(found, StatedDate(month=MONTHS.index(name.lower()) + 1))


def _toward_told(found: Match, date: StatedDate) -> Meaning:
    """Return a date that "the following" and "that" place by what was told, and "next" by the day of publication."""
    words = group(found, "toward")
    if words == "that":
        return Named(date, Toward.THIS, Origin.TOLD)
    is_told = words in {"the following", "the previous"}
    return Named(date, toward(found), Origin.TOLD if is_told else Origin.PUBLISHED)


def _day(found: Match) -> Meaning | None:
    """Return a day with what words say of its side: "last December 23"."""
    day = int(found["day"])
    date = StatedDate(month=MONTHS.index(group(found, "name")) + 1, day=day)
    return Named(date, toward(found)) if day in _DAYS_OF_MONTH and found["name"][0].isupper() else None


_LAST_WEEK: Final = 4
_DAYS: Final = 7


def _week(found: Match) -> Meaning:
    """Return a week of a month, "the second week of February": that in which the middle of its seven days lies."""
    number = ORDINALS.get(group(found, "which"), _LAST_WEEK)
    month = MONTHS.index(group(found, "name")) + 1
    year = int(found["year"]) if found["year"] else None
    date = StatedDate(year=year, month=month, day=_DAYS * number - _DAYS // 2)
    return WeekOf(Named(date))


def _feast(found: Match) -> Meaning | None:
    return None if found["name"][0].islower() else Feast(found["name"].lower(), toward=toward(found))


def _day_of_month(found: Match) -> Meaning | None:
    day = int(found["day"])
    return Named(StatedDate(day=day)) if day in _DAYS_OF_MONTH else None


RULES: Final = (
    Rule(rf"(?:(?P<toward>{one_of(TOWARD)}|that|the) )?(?P<name>{'|'.join(WEEKDAYS)})(?:'s)?", _weekday, "day"),
    Rule(rf"(?:(?P<toward>{one_of(TOWARD)}|that) )?(?P<name>{_MONTHS})(?:'s)?", _month, _MONTHS),
    Rule(rf"(?P<toward>)(?P<name>{_MONTHS}) the (?P<day>\d{{1,2}})(?:st|nd|rd|th)", _day, _MONTHS),
    Rule(rf"{_TOWARD} (?P<name>{_MONTHS}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?", _day, _MONTHS),
    Rule(
        rf"(?:the )?(?P<which>first|second|third|fourth|last|final) week (?:of|in) (?P<name>{_MONTHS})"
        r"(?:,? (?P<year>\d{4}))?",
        _week,
        " week ",
    ),
    # The day alone is so well known that its year is left out.
    Rule(
        r"Sept(?:ember|\.)? 11(?:th)?(?= (?:\w+ )?(?:attacks?|terror|hijack|strikes|commission|tragedy))",
        lambda _: Named(StatedDate(year=2001, month=9, day=11)),
        " 11",
    ),
    Rule(rf"(?:{_TOWARD} )?(?P<name>{_FEASTS})(?:'s)?", _feast, _FEASTS),
    Rule(
        r"(?<=\b(?:on|until|by|from|before|after)\s)the (?P<day>\d{1,2})(?:st|nd|rd|th)(?=[.,;)]|$)",
        _day_of_month,
        r"\d(?:st|nd|rd|th)",
    ),
)
