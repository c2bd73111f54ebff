"""How a language writes dates, as regular expressions over folded text: CLDR's patterns, and the names in them.

In every expression `y`, `m`, `d` and `e` are the year, month, day and weekday; where two dates share their parts
("14–16 April 2019"), those of the second end with a 2.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from babel import Locale
from babel.dates import tokenize_pattern

from generator.dates.wording import BETWEEN_DATES, ONE_DATE, SEASONS, TWO_DATES
from generator.language import locale, translations, without_arabic_marks
from generator.model import Precision

_FORMATS: Final = ("full", "long", "medium")
_SKELETONS: Final = ("yMMMM", "yMMM", "yMMMd", "MMMMd", "MMMd", "MMMEd", "MMMMEEEEd", "yMMMEd", "yMMMMEEEEd", "y")
_INTERVALS: Final = (("yMMMd", "d"), ("yMMMd", "M"), ("MMMd", "d"), ("MMMd", "M"), ("yMMMM", "M"), ("yMMM", "M"))
_ISO: Final = "y-MM-dd"
# What follows a day's number: "15th", "1er", "15.".
_ORDINAL_ENDING: Final = r"(?:st|nd|rd|th|er|º|\.)?"
_BIDI_MARKS: Final = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
# Arabic is written with and without the hamza of an alef too.
_ALEFS: Final = str.maketrans(dict.fromkeys("\u0622\u0623\u0625\u0671", "\u0627") | {"’": "'"})
PLACEHOLDER: Final = re.compile(r"%\((\w+)\)s")

# Locales whose names of months are read in all of a language, because its press is read across borders.
_OTHER_NAMES: Final = MappingProxyType({"ar": ("ar-LB", "ar-DZ", "ar-MA", "ar-MR"), "de": ("de-AT",)})
# Words that are written together with the next: "and", "in", "to" … in Arabic and Hebrew.
_PREFIXES: Final = MappingProxyType(
    {"ar": "\u0648\u0641\u0628\u0643\u0644", "he": "\u05d5\u05d1\u05dc\u05db\u05de\u05d4\u05e9"}
)
_WITHOUT_SPACES: Final = frozenset({"ja", "ko", "zh", "yue", "th", "lo", "km", "my"})
_LETTER: Final = r"[^\W\d_]"
_DASH: Final = re.compile(r"\s*[-–—~\uff5e]\s*$")


# ---------------------------------------------------------------- folding


def folded(text: str) -> str:
    """Return a text as it is compared: in plain characters of one case, with one space between words."""
    return " ".join(with_plain_characters(text).split())


def with_plain_characters(text: str) -> str:
    """Return a text without case, and without what is written in one way or another; its spaces stay."""
    plain = unicodedata.normalize("NFKC", text)
    if not plain.isascii():
        plain = without_arabic_marks(_BIDI_MARKS.sub("", plain)).translate(_ALEFS)
    return plain.casefold()


def literal(text: str) -> str:
    """Return the expression of a pattern's own words; its spaces stay, for `folded` would take those at either end."""
    return re.escape(re.sub(r"\s+", " ", with_plain_characters(text))).replace(r"\ ", " ")


def one_of(words: Iterable[str]) -> str:
    """Return the expression of any of some folded words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


# ---------------------------------------------------------------- dates


@functools.cache
def dates(language: str) -> tuple[str, ...]:
    """Return the expressions of one date."""
    patterns = [_ISO]
    for its_locale in _locales(language):
        patterns += [its_locale.date_formats[name].pattern for name in _FORMATS]
        skeletons = its_locale.datetime_skeletons
        patterns += [skeletons[name].pattern for name in _SKELETONS if name in skeletons]
    return tuple(dict.fromkeys(_expression(pattern.strip(), language) for pattern in patterns))


@functools.cache
def spans(language: str) -> tuple[str, ...]:
    """Return the expressions of two dates that share their month or year: "14–16 April 2019", "April to June 2019"."""
    between = f"(?:{'|'.join(_between(language))})"
    found: dict[str, None] = {}
    for its_locale in _locales(language):
        for skeleton, differing in _INTERVALS:
            parts = its_locale.interval_formats.get(skeleton, {}).get(differing, ())
            if len(parts) == 2:
                start, end = _expression(_DASH.sub("", parts[0]), language), _expression(parts[1], language, "2")
                found[start + between + end] = None
    return tuple(found)


@functools.cache
def phrases(language: str) -> tuple[str, ...]:
    """Return the expressions of the catalogue's phrases around one date or two; the dates are their groups."""
    words = translations(language)
    templates: dict[str, None] = {}
    for message in (*TWO_DATES, *ONE_DATE, *SEASONS):
        contexts = ("", *(precision.name.lower() for precision in Precision))
        templates |= {words.gettext(message): None} | {words.pgettext(context, message): None for context in contexts}
    worded = (template for template in templates if PLACEHOLDER.sub("", template).strip())
    return tuple("(.+)".join(map(literal, PLACEHOLDER.split(template)[::2])) for template in worded)


def apart(expression: str, language: str) -> str:
    """Return an expression that is no part of a longer word or number, for searching a running text."""
    code = language.partition("-")[0].lower()
    begins, ends = r"(?:(?<!\d)|(?=\D))", r"(?:(?!\d)|(?<=\D))"
    if code in _WITHOUT_SPACES:
        return f"{begins}(?:{expression}){ends}"
    prefixed = rf"|(?<=(?<!{_LETTER})[{_PREFIXES[code]}])" if code in _PREFIXES else ""
    return rf"{begins}(?:(?<!{_LETTER}){prefixed})(?:{expression}){ends}(?!{_LETTER})"


def _between(language: str) -> Iterator[str]:
    yield " ?[-–—~] ?"
    # An Arabic "and" is written together with the next word.
    for words in translations(language).pgettext(*BETWEEN_DATES).split("|"):
        yield f" {literal(words)} ?"


def _locales(language: str) -> tuple[Locale, ...]:
    """Return a language's locale, and those of the language at large: all English is read in either order."""
    here = locale(language)
    return here, locale(here.language), Locale(here.language)


def _expression(pattern: str, language: str, second: str = "") -> str:
    """Return the regular expression of what a CLDR date pattern writes, its commas left to the writer."""
    months, weekdays = one_of(month_names(language)), one_of(weekday_names(language))
    fields = {
        "y": rf"(?P<y{second}>\d{{4}})",
        "d": rf"(?P<d{second}>\d{{1,2}}){_ORDINAL_ENDING}",
        "G": rf"(?:{one_of(_era_names(language))})",
        "E": rf"(?P<e{second}>{weekdays})\.?",
    }
    # Gaelic has the year of the week, and some languages the weekday, in a form of their own.
    fields |= {"Y": fields["y"], "c": fields["E"]}
    # "The 15th of April"; and the Arabic press gives a month two names at once, "نيسان/أبريل".
    named = rf"(?:of )?(?P<m{second}>{months})\.?(?:/(?P<n{second}>{months}))?"
    expression = ""
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            expression += re.sub(r"[,،]", "[,،]?", literal(str(value))).replace(" ", r"(?:(?<=\D),)? ")
        elif value[0] in {"M", "L"}:
            expression += named if int(value[1]) > 2 else rf"(?P<m{second}>\d{{1,2}})"
        else:
            expression += fields[value[0]]
    return expression


# ---------------------------------------------------------------- names


@functools.cache
def month_names(language: str) -> dict[str, int]:
    """Return the names of the months, folded, and their numbers from 1."""
    others = (locale(tag) for tag in _OTHER_NAMES.get(language.partition("-")[0].lower(), ()))
    return dict(_names((*_locales(language), *others), "months", ("abbreviated", "wide")))


@functools.cache
def weekday_names(language: str) -> dict[str, int]:
    """Return the names of the weekdays, folded, and their numbers from Monday, which is 0."""
    return dict(_names(_locales(language), "days", ("abbreviated", "wide")))


@functools.cache
def full_weekday_names(language: str) -> dict[str, int]:
    """Return the names of the weekdays that are not abbreviated: "sat" and "sun" are words of their own."""
    return dict(_names(_locales(language), "days", ("wide",)))


def _names(locales: tuple[Locale, ...], of: str, widths: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    for its_locale in locales:
        for use in ("format", "stand-alone"):
            for width in widths:
                for number, name in getattr(its_locale, of)[use][width].items():
                    yield folded(name).removesuffix("."), number


def _era_names(language: str) -> dict[str, int]:
    eras = [its_locale.eras[width] for its_locale in _locales(language) for width in ("abbreviated", "wide")]
    return {folded(names[1]): 1 for names in eras}
