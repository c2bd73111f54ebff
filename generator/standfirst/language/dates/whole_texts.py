"""Texts that are nothing but a date, read as a reader of their language would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from standfirst.language.dates import patterns
from standfirst.language.dates.folding import folded
from standfirst.language.dates.grammar import whole_date
from standfirst.language.dates.names import full_weekday_names
from standfirst.language.dates.phrases import phrases
from standfirst.language.dates.stated import Stated, StatedDate, StatedEither, StatedSpan, either, meanings
from standfirst.language.dates.vocabularies import Sense, vocabulary

_LONGEST: Final = 80
_LONGEST_ENDING: Final = 12
# How many phrases may stand around a date: "since perhaps around 1984".
_DEEPEST: Final = 3
_MOST_DASHES: Final = 6
_DASH: Final = re.compile(rf" ?(?:{patterns.DASHES}|/) ?")


def read_whole_text(text: str, language: str) -> Stated | None:
    """Return the date that a text is from its first word to its last; None if it is anything else.

    It may be a day, month, season, year, decade or century, in the patterns and names of the language and the digits of
    any script; with a weekday or an era; in a phrase ("around 1984", "1987 to 1990"); two dates that share a month or a
    year ("14–16 April 2019"); a date in numbers, or ISO 8601. A number alone is a year from 1000 to 2999. The name of a
    month alone is no date: it may be a word or a person.
    """
    plain = folded(text)
    if len(plain) > _LONGEST or not plain:
        return None
    return _read(plain, language, _DEEPEST) or _without_ending(plain, language)


def weekday(text: str, language: str) -> StatedDate | None:
    """Return the weekday whose full name a text is; an abbreviation may be another word."""
    number = full_weekday_names(language).get(folded(text))
    return None if number is None else StatedDate(weekday=number)


def _without_ending(text: str, language: str) -> Stated | None:
    """Return the date of a text whose last word has an ending of the language: "16 Nisan 2019'da"."""
    endings = vocabulary(language).endings
    if not endings:
        return None
    ending = patterns.compile_expression(endings, language)
    places = range(len(text) - 1, max(0, len(text) - _LONGEST_ENDING), -1)
    dates = (_read(text[:place].rstrip(), language, _DEEPEST) for place in places if ending.fullmatch(text, place))
    return next((date for date in dates if date), None)


def _read(text: str, language: str, deepest: int) -> Stated | None:
    if stated := whole_date(text, language):
        return stated
    if not deepest:
        return None
    for pattern, sense in phrases(language):
        if (found := pattern.fullmatch(text)) and (stated := _in_phrase(found.groups(), sense, language, deepest)):
            return stated
    return next(_around_a_dash(text, language, deepest), None)


def _around_a_dash(text: str, language: str, deepest: int) -> Iterator[Stated]:
    for dash in list(_DASH.finditer(text))[:_MOST_DASHES]:
        parts = (text[: dash.start()], text[dash.end() :])
        if all(parts) and (stated := _in_phrase(parts, Sense.SPAN, language, deepest)):
            yield stated


def _in_phrase(parts: tuple[str, ...], sense: Sense, language: str, deepest: int) -> Stated | None:
    """Return what a phrase says of the one date or two in it, of which the first may leave its month to the second."""
    read_parts = [_read(part, language, deepest - 1) for part in parts]
    match read_parts:
        case [StatedDate() | StatedSpan() | StatedEither() as only]:
            return _said(sense, only)
        case [StatedDate() | StatedEither() as start, StatedDate() | StatedEither() as end]:
            return _both(start, end, sense)
        case [None, StatedDate()]:
            shared = whole_date("–".join(parts), language)
            return replace(shared, sense=sense) if isinstance(shared, StatedSpan) else None
        case _:
            return None


# ---------------------------------------------------------------- what a phrase says


def _said(sense: Sense, stated: Stated) -> Stated | None:
    return either(*(said for each in meanings(stated) if (said := _said_of(sense, each))))


def _said_of(sense: Sense, stated: StatedDate | StatedSpan) -> StatedDate | StatedSpan | None:
    match sense, stated:
        case Sense.PLAIN, _:
            return stated
        case ((Sense.AROUND | Sense.PERHAPS | Sense.PERHAPS_AROUND), StatedSpan(start, end)):
            return replace(stated, start=_marked(sense, start), end=_marked(sense, end))
        case ((Sense.AROUND | Sense.PERHAPS | Sense.PERHAPS_AROUND), StatedDate()):
            return _marked(sense, stated)
        case ((Sense.SINCE | Sense.FROM | Sense.LATER), StatedDate()):
            return StatedSpan(stated, None, sense)
        case ((Sense.UNTIL | Sense.UNTIL_FROM_UNKNOWN | Sense.EARLIER), StatedDate()):
            return StatedSpan(None, stated, sense)
        case ((Sense.FROM | Sense.BETWEEN | Sense.WITHIN), StatedSpan(StatedDate(), StatedDate())):
            # "From 14–16 April".
            return replace(stated, sense=Sense.SPAN if sense is Sense.FROM else sense)
        case _:
            return None


def _marked(sense: Sense, date: StatedDate | None) -> StatedDate | None:
    if date is None:
        return None
    around = sense in {Sense.AROUND, Sense.PERHAPS_AROUND}
    perhaps = sense in {Sense.PERHAPS, Sense.PERHAPS_AROUND}
    return replace(date, approximate=date.approximate or around, uncertain=date.uncertain or perhaps)


def _both(start: Stated, end: Stated, sense: Sense) -> Stated | None:
    starts = meanings(start)
    if isinstance(start, StatedDate) and any(isinstance(each, StatedDate) and each.decade for each in meanings(end)):
        # "1950–1960s" may begin with the decade.
        starts = (start, *([StatedDate(decade=start.year)] if start == StatedDate(start.year) and start.year else []))
    pairs = ((first, last) for first in starts for last in meanings(end))
    return either(
        *(_completed(a, b, sense) for a, b in pairs if isinstance(a, StatedDate) and isinstance(b, StatedDate))
    )


def _completed(start: StatedDate, end: StatedDate, sense: Sense) -> StatedSpan:
    """Return two dates, each with the year, or the century of a decade, that it leaves to the other."""
    if start.decade is not None and end.decade is not None and end.decade < 100 <= start.decade:
        end = replace(end, decade=start.decade // 100 * 100 + end.decade)
    if start.month and start.year is None:
        start = replace(start, year=end.year)
    if end.month and end.year is None:
        end = replace(end, year=start.year)
    return StatedSpan(start, end, sense)
