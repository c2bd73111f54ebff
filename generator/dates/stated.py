"""Dates that a writer states in a text, read as a reader of its language would, and checked against a fact's date."""

from __future__ import annotations

import calendar
import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from babel import Locale
from babel.dates import tokenize_pattern

from generator.dates.wording import ONE_DATE, SEASONS, TWO_DATES
from generator.language import locale, translations
from generator.model import CalendarDate, Date, Day, End, Precision, Shape

_FORMATS = ("full", "long", "medium")
_SKELETONS = ("yMMMM", "yMMM", "yMMMd", "MMMMd", "MMMd", "MMMEd", "MMMMEEEEd", "yMMMEd", "yMMMMEEEEd", "y")
_ISO = "y-MM-dd"
_LONGEST = 60
_YEARS, _MONTHS, _DAYS = range(1000, 3000), range(1, 13), range(1, 32)
# What follows a day's number: "15th", "1er", "15.".
_ORDINAL_ENDING = r"(?:st|nd|rd|th|er|º|\.)?"
_BIDI_MARKS = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """The parts of a date that a text states; months and days count from 1, weekdays from Monday, which is 0."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class StatedSpan:
    """Two dates that a text states as the ends of a period."""

    start: StatedDate
    end: StatedDate


Stated: TypeAlias = StatedDate | StatedSpan


def read(text: str, language: str) -> Stated | None:
    """Return the date that a text is, from its first word to its last, or None where it is anything else.

    Read are days, months and years in the patterns and month names of the language and in the digits of any script:
    with or without a weekday, alone or in a phrase of the catalogue ("around 1984", "1987 to 1990"); and ISO 8601.
    A number alone is a year from 1000 to 2999. The name of a month alone is none: it may be a word or a person.
    """
    folded = _folded(text)
    return _read(folded, language) if len(folded) <= _LONGEST else None


def agrees(stated: Stated, date: Date) -> bool:
    """Tell whether what a text states holds of a date, in the parts that the text states.

    What the date leaves open cannot be stated: "16 July 1969" does not agree with `1969-07`, "1969" does.
    - Of a period that lasted throughout, a text may state either end, or any time that lies within it.
    - Of a period within which something happened once, it may state only what holds of every known end: a year that
      lies within would claim to know when.
    - A text that states two dates agrees with a period that has both.
    Whether a text says that a date is approximate, uncertain or open is left to the writer.
    """
    ends = [end for end in (date.start, date.end) if isinstance(end, CalendarDate)]
    if isinstance(stated, StatedSpan):
        whole = date.shape is not Shape.DATE and len(ends) == 2
        return whole and _holds(stated.start, ends[0]) and _holds(stated.end, ends[-1])
    if date.shape is Shape.SPAN:
        return any(_holds(stated, end) for end in ends) or _within(stated, date)
    return all(_holds(stated, end) for end in ends)


# ---------------------------------------------------------------- agreement


def _holds(stated: StatedDate, date: CalendarDate) -> bool:
    first, last = date.earliest, date.latest
    known = (
        first.year if first.year == last.year else None,
        first.month if date.precision in {Precision.MONTH, Precision.DAY} else None,
        first.day if date.precision is Precision.DAY else None,
        calendar.weekday(*first) if date.precision is Precision.DAY else None,
    )
    parts = (stated.year, stated.month, stated.day, stated.weekday)
    return all(part is None or part == fact for part, fact in zip(parts, known, strict=True))


def _within(stated: StatedDate, span: Date) -> bool:
    """Tell whether a stated time, of which the year is known, lies in a span that has both ends or goes on."""
    if stated.year is None or not isinstance(span.start, CalendarDate) or span.end is End.UNKNOWN:
        return False
    first = Day(stated.year, stated.month or 1, stated.day or 1)
    last = Day(stated.year, stated.month or 12, stated.day or 31)
    end = span.end.latest if isinstance(span.end, CalendarDate) else last
    return span.start.earliest <= first and last <= end and _is_the_weekday(stated.weekday, first)


def _is_the_weekday(weekday: int | None, day: Day) -> bool:
    exists = day.day <= calendar.monthrange(day.year, day.month)[1]
    return exists and (weekday is None or weekday == calendar.weekday(*day))


# ---------------------------------------------------------------- reading


def _folded(text: str) -> str:
    return " ".join(_with_plain_characters(text).split())


def _with_plain_characters(text: str) -> str:
    return _BIDI_MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold().replace("’", "'")


def _read(text: str, language: str) -> Stated | None:
    for pattern in _date_patterns(language):
        if (found := pattern.fullmatch(text)) and (date := _date_of(found, language)):
            return date
    for pattern in _phrase_patterns(language):
        if found := pattern.fullmatch(text):
            parts = [_read(part, language) for part in found.groups()]
            match parts:
                case [StatedDate() | StatedSpan() as only]:
                    return only
                case [StatedDate() as start, StatedDate() as end]:
                    return StatedSpan(start, end)
    return None


def _date_of(found: re.Match[str], language: str) -> StatedDate | None:
    parts = found.groupdict()
    months, weekdays = _month_names(language), _weekday_names(language)
    year, month, day, weekday = (parts.get(part) for part in ("y", "m", "d", "e"))
    date = StatedDate(
        year=int(year) if year else None,
        month=(months.get(month) or int(month)) if month else None,
        day=int(day) if day else None,
        weekday=weekdays[weekday] if weekday else None,
    )
    limits = ((date.year, _YEARS), (date.month, _MONTHS), (date.day, _DAYS))
    return date if all(part is None or part in limit for part, limit in limits) else None


@functools.cache
def _date_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    patterns = {_ISO: None}
    for its_locale in _locales(language):
        patterns |= {its_locale.date_formats[name].pattern: None for name in _FORMATS}
        skeletons = its_locale.datetime_skeletons
        patterns |= {skeletons[name].pattern: None for name in _SKELETONS if name in skeletons}
    return tuple(re.compile(_expression(pattern, language)) for pattern in patterns)


def _locales(language: str) -> tuple[Locale, ...]:
    """Return a language's locale, and those of the language at large: all English is read in either order."""
    here = locale(language)
    return here, locale(here.language), Locale(here.language)


def _expression(pattern: str, language: str) -> str:
    """Return the regular expression of what a CLDR date pattern writes, its commas left to the writer."""
    fields = {
        "y": r"(?P<y>\d{4})",
        "d": rf"(?P<d>\d{{1,2}}){_ORDINAL_ENDING}",
        "G": rf"(?:{_one_of(_era_names(language))})",
        "E": rf"(?P<e>{_one_of(_weekday_names(language))})\.?",
    }
    # Gaelic has the year of the week, and some languages the weekday, in a form of their own.
    fields |= {"Y": fields["y"], "c": fields["E"]}
    named, numbered = rf"(?P<m>{_one_of(_month_names(language))})\.?", r"(?P<m>\d{1,2})"
    expression = ""
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            expression += _literal(str(value)).replace(",", ",?")
        elif value[0] in {"M", "L"}:
            expression += named if int(value[1]) > 2 else numbered
        else:
            expression += fields[value[0]]
    return expression.strip()


def _literal(text: str) -> str:
    """Return the expression of a pattern's own words; its spaces stay, for `_folded` would take those at either end."""
    return re.escape(re.sub(r"\s+", " ", _with_plain_characters(text))).replace(r"\ ", " ")


@functools.cache
def _phrase_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    words = translations(language)
    templates: dict[str, None] = {}
    for message in (*TWO_DATES, *ONE_DATE, *SEASONS):
        contexts = ("", *(precision.name.lower() for precision in Precision))
        templates |= {words.gettext(message): None} | {words.pgettext(context, message): None for context in contexts}
    return tuple(_phrase_pattern(template) for template in templates if _PLACEHOLDER.sub("", template).strip())


def _phrase_pattern(template: str) -> re.Pattern[str]:
    literals = _PLACEHOLDER.split(template)[::2]
    return re.compile("(.+)".join(_literal(literal) for literal in literals))


def _era_names(language: str) -> dict[str, int]:
    eras = [its_locale.eras[width] for its_locale in _locales(language) for width in ("abbreviated", "wide")]
    return {_folded(names[1]): 1 for names in eras}


@functools.cache
def _month_names(language: str) -> dict[str, int]:
    return dict(_names(language, "months"))


@functools.cache
def _weekday_names(language: str) -> dict[str, int]:
    return dict(_names(language, "days"))


def _names(language: str, of: str) -> Iterator[tuple[str, int]]:
    for its_locale in _locales(language):
        for use in ("format", "stand-alone"):
            for width in ("abbreviated", "wide"):
                for number, name in getattr(its_locale, of)[use][width].items():
                    yield _folded(name).removesuffix("."), number


def _one_of(names: dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
