"""What to write in EDTF for a text that is a date in words or other numerals: all that it says, or nothing."""

from __future__ import annotations

import contextlib
import datetime
import functools
import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import regex

from standfirst.language.dates.agreement import agrees
from standfirst.language.dates.edtf_expressions import parse_edtf
from standfirst.language.dates.faults import DateError
from standfirst.language.dates.folding import folded
from standfirst.language.dates.names import month_names, month_stems, weekday_names
from standfirst.language.dates.ordinals import ordinal_words
from standfirst.language.dates.stated import Stated, StatedDate, StatedSpan, meanings
from standfirst.language.dates.vocabularies import LANGUAGES, Sense, vocabulary
from standfirst.language.dates.whole_texts import read_whole_text
from standfirst.model.frozen_class import frozen
from standfirst.problems.remedies import Remedy

_ENGLISH: Final = "en"
_SEASONS_FROM: Final = 20
_MOST_MEANINGS: Final = 3
_MOST_LANGUAGES: Final = 4
_LONGEST: Final = 80
# A word of a text. Letters behind a digit are its ending, as in "1er"; Roman numerals may have such endings too.
_WORD: Final = regex.compile(r"(?<![\d\p{L}])\p{L}+|(?<=\d)[^\W\d_a-z]+")
_ROMAN: Final = regex.compile(r"[ivx]+(?:e|er|ème|eme)?")
_MARKS: Final = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
_FORMS: Final = {
    Sense.SPAN: "{0}/{1}",
    Sense.WITHIN: "[{0}..{1}]",
    Sense.EITHER: "[{0}..{1}]",
    Sense.SINCE: "{0}/..",
    Sense.UNTIL: "../{1}",
    Sense.UNTIL_FROM_UNKNOWN: "/{1}",
    Sense.LATER: "[{0}..]",
    Sense.EARLIER: "[..{1}]",
}


@frozen
class DateHint:
    """What to write for a date, or only advice where that cannot be known; with neither, nothing is known.

    It is `exact` where one expression alone is to be written, and that is it.
    """

    to_write: str = ""
    advice: str = ""
    exact: str = ""

    def __str__(self) -> str:
        return self.remedy.hint

    @property
    def remedy(self) -> Remedy:
        """What to write, as it is told and done."""
        return Remedy(f"write {self.to_write}" if self.to_write else self.advice, self.exact or None)


_NO_HINT: Final = DateHint()


def expressions_for(text: str, language: str) -> tuple[str, ...]:
    """Return every EDTF expression that a text which is nothing but a date may mean, read in its language or others.

    Several mean that the text does not tell ("4/5/2019"); none, that EDTF has no form for what it says.
    """
    stated = read_whole_text(text, language) or _stated(text)
    found = [_same_in_edtf(each) for each in meanings(stated)] if stated else []
    return tuple(dict.fromkeys(found)) if all(found) else ()


def hint_for(text: str) -> DateHint:
    """Return what to write for a date in words or in other numerals, if that is known.

    The text is read in English, or else in the languages that know its words. If it has several readings, the hint
    names each of them.
    """
    stated = _stated(text)
    hints = dict.fromkeys(_hint(each) for each in meanings(stated)) if stated else {}
    if len(hints) < 2:
        return next(iter(hints), _NO_HINT)
    offered = [hint.to_write for hint in hints]
    if len(hints) > _MOST_MEANINGS or not all(offered):
        return _NO_HINT
    return DateHint(advice=f"it may mean {' or '.join(offered)}: write the one that is meant")


def _stated(text: str) -> Stated | None:
    if english := read_whole_text(text, _ENGLISH):
        return english
    others = itertools.islice(_languages_with(text), _MOST_LANGUAGES)
    found = {read_whole_text(text, language) for language in others} - {None}
    return found.pop() if len(found) == 1 else None


def _languages_with(text: str) -> Iterator[str]:
    """Yield the languages that know every word of a text: dates have few words."""
    found = (word for word in _WORD.findall(folded(text[:_LONGEST])) if not _ROMAN.fullmatch(word))
    words = {word for word in found if len(word) > 1 or not word.isascii()}
    return (language for language in LANGUAGES if language != _ENGLISH and words and words <= _words(language))


@functools.cache
def _words(language: str) -> frozenset[str]:
    """Return the words that dates have in a language, also without their last letter, which may be inflected."""
    words = vocabulary(language)
    phrases = (wordings for _, wordings in words.phrases)
    table = (*(words.seasons or ()), *words.decades, *words.decade_words, *words.centuries, *phrases)
    eras = (words.before_christ, words.anno_domini)
    names = (*month_names(language), *month_stems(language), *weekday_names(language), *ordinal_words(language))
    found = _WORD.findall(folded(" ".join((*names, *table, *eras))))
    return frozenset(found) | {word.removesuffix(word[-1]) for word in found}


def _hint(stated: StatedDate | StatedSpan) -> DateHint:
    match stated:
        case StatedDate(year=None, month=month) if month:
            return DateHint(advice="its year is missing: write it too, as in 2019-04-15 or 2019-04")
        case StatedDate(in_part=True):
            whole = _checked(replace(stated, in_part=False))
            both = f"{whole.to_write} for all of it, or the time that is meant"
            return DateHint(both) if whole.to_write else whole
        case StatedSpan(start=StatedDate() as start, end=None, sense=Sense.FROM):
            written = _one(start)
            forms = f"{written}/.. if it still goes on, {written}/ if its end is not known"
            return DateHint(forms) if written else _NO_HINT
        case StatedSpan(sense=Sense.BETWEEN):
            throughout, within = (_checked(replace(stated, sense=each)) for each in (Sense.SPAN, Sense.WITHIN))
            both = f"{throughout.to_write} for throughout, {within.to_write} for once within"
            return DateHint(both) if throughout.to_write and within.to_write else _NO_HINT
        case _:
            return _checked(stated)


def _checked(stated: StatedDate | StatedSpan) -> DateHint:
    """Return what to write, if EDTF has a form that means the same; if no calendar has the day, what is wrong."""
    written = _one(stated) if isinstance(stated, StatedDate) else _two(stated)
    if not written:
        return _NO_HINT
    try:
        means_the_same = agrees(stated, parse_edtf(written))
    except DateError as error:
        return _exactly(error.in_order) if error.in_order else DateHint(advice=error.hint)
    return _exactly(written) if means_the_same else _NO_HINT


def _exactly(written: str) -> DateHint:
    return DateHint(_shown(written), exact=written)


def _same_in_edtf(stated: StatedDate | StatedSpan) -> str:
    """Return the expression that means the same; nothing if EDTF has none, or no calendar has the day."""
    written = _one(stated) if isinstance(stated, StatedDate) else _two(stated)
    try:
        return written if written and agrees(stated, parse_edtf(written)) else ""
    except DateError:
        return ""


def _shown(written: str) -> str:
    """Return an expression as it stands in YAML, where brackets need quotes."""
    quoted = f'"{written}"' if written.startswith("[") else written
    counted = " (0000 is 1 BC)" if written.lstrip("[./").startswith("-") else ""
    return f"{quoted}{counted}"


def _one(date: StatedDate) -> str:
    """Return a date in EDTF, or "" if EDTF has no form for it or a part of it is not known."""
    mark = _MARKS[date.approximate, date.uncertain]
    match date:
        case StatedDate(in_part=True) | StatedDate(year=None, decade=None, century=None):
            return ""
        case StatedDate(century=int(century)):
            return f"{century // 100:02}XX{mark}" if century >= 0 else ""
        case StatedDate(decade=int(decade)):
            return f"{decade // 10:03}X{mark}" if decade >= 100 else ""
    number = date.year or 0
    year = f"{'-' if number < 0 else ''}{abs(number):04}"
    month = date.month or (date.season and date.season + _SEASONS_FROM)
    parts = [year, *(f"{part:02}" for part in (month, date.day) if part)]
    return "-".join(parts) + mark


def _two(span: StatedSpan) -> str:
    ends = [_one(end) if end else None for end in (span.start, span.end)]
    if "" in ends or span.sense not in _FORMS or (span.sense is Sense.EITHER and not _follow(span)):
        return ""
    return _FORMS[span.sense].format(*ends)


def _follow(span: StatedSpan) -> bool:
    """Tell whether no day lies between two dates: then "one or the other" is a period, as in 1984 or 1985."""
    first, second = (end.period if end else None for end in (span.start, span.end))
    if first is None or second is None:
        return False
    with contextlib.suppress(ValueError, OverflowError):
        return datetime.date(*first.last) + datetime.timedelta(days=1) == datetime.date(*second.first)
    return False
