"""How a language writes dates in CLDR's patterns, as regular expressions over folded text.

Their groups `y`, `m`, `d` and `e` are the year, month, day and weekday, `g` is the era, `o` a day in words. Where two
dates share their parts ("14–16 April 2019"), groups of the second end with a 2. Groups of one name may recur.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import regex
from babel.dates import tokenize_pattern

from standfirst.language.dates.folding import literal_expression, with_plain_characters
from standfirst.language.dates.names import anno_domini, before_christ, locales, month_names, month_stems, weekday_names
from standfirst.language.dates.ordinals import ROMAN, ordinal_words
from standfirst.language.dates.vocabularies import vocabulary
from standfirst.language.dates.wording import BETWEEN_DATES, with_full_months
from standfirst.language.locale import code_of, translations

_FORMATS: Final = ("full", "long", "medium")
_SKELETONS: Final = (
    *("yMMMM", "yMMM", "yMMMd", "MMMMd", "MMMd", "MMMEd", "MMMMEEEEd", "yMMMEd", "yMMMMEEEEd", "y"),
    *("Gy", "GyMMM", "GyMMMd", "GyMMMEd"),
)
_INTERVALS: Final = (("yMMMd", "d"), ("yMMMd", "M"), ("MMMd", "d"), ("MMMd", "M"), ("yMMMM", "M"), ("yMMM", "M"))
# What follows a day's number: "15th", "1er", "15.", "1.º", whose sign is folded to a letter.
_ORDINAL_ENDING: Final = r"(?: ?(?:st|nd|rd|th)|er|\.?[oa°]|\.)?"
_DASH: Final = re.compile(r"\s*[-–—~\uff5e]\s*$")
# Which of two numbers is the month is settled elsewhere.
_ALL_NUMBERS: Final = re.compile(r"(?!.*MMM)(?=.*[dM])[dMy\u200f./ -]+")
# The Arabic press gives a month two names at once: "نيسان/أبريل".
_WITH_TWO_NAMES: Final = frozenset({"ar"})
_NARROW: Final = 5
# Every year may have its era on either side.
_YEAR_WITH_ERA: Final = re.compile(r"G+\s?y+|y+\s?G+")
_OF_THE_YEAR: Final = r"(?: (?:\u0433(?:\u043e\u0434\p{L}{0,2}|\.)?|\u0440\u043e\u043a[\u0443\u0438]|roku?|r\.?))?"
ERA: Final = r"(?P<g{}>\L<eras>)"
# An empty list would match anything.
_NONE: Final = ("\0",)
DASHES: Final = "[-\u2010-\u2015\u2212~]"


@functools.cache
def compile_expression(expression: str, language: str, *, eras: bool = True) -> regex.Pattern[str]:
    """Compile an expression, in which `\\L<months>` and the like stand for the names of a language.

    For texts that name no era it is compiled without eras, in less than half of the time.
    """
    names = _lists(language) if eras else {**_lists(language), "eras": _NONE}
    return regex.compile(expression, ignore_unused=True, **names)  # type: ignore[arg-type]


@functools.cache
def _lists(language: str) -> Mapping[str, Sequence[str]]:
    return MappingProxyType(
        {
            "months": sorted(month_names(language)),
            "stems": sorted(month_stems(language)),
            "weekdays": sorted(weekday_names(language)),
            "eras": sorted(before_christ(language) | anno_domini(language)),
            "ordinals": sorted(ordinal_words(language)),
            "roman": sorted(ROMAN),
            "years": [with_plain_characters(each) for each in vocabulary(language).years.split("|") if each] or _NONE,
        }
    )


@functools.cache
def date_expressions(language: str) -> tuple[str, ...]:
    """Return the expressions of one date."""
    patterns = []
    for its_locale in locales(language):
        patterns += [its_locale.date_formats[name].pattern for name in _FORMATS]
        skeletons = its_locale.datetime_skeletons
        patterns += [skeletons[name].pattern for name in _SKELETONS if name in skeletons]
        # As what we say has the months written out.
        patterns += [with_full_months(skeletons[name].pattern) for name in ("GyMMM", "GyMMMd") if name in skeletons]
    named = (_YEAR_WITH_ERA.sub("y", pattern).strip() for pattern in patterns if not _ALL_NUMBERS.fullmatch(pattern))
    return tuple(dict.fromkeys((*(_expression(pattern, language) for pattern in named), *_in_any_order(language))))


def _in_any_order(language: str) -> Iterator[str]:
    """Yield the expressions of forms that are read in every language, whatever CLDR has for it."""
    month_name = month(language)
    yield year()
    yield rf"{month_name}(?:,? |-){year()}"
    yield rf"{year()},?(?: yil\p{{L}}*)? {month_name}"
    yield rf"{year()}[.,]? {month_name} (?P<d>\d{{1,2}})\.?"
    yield rf"(?P<d>\d{{1,2}})[ -]{month_name}(?:,? |-){year()}"
    yield rf"(?P<d>\d{{1,2}}){_ORDINAL_ENDING} (?:day )?{month_name}"
    if ordinal_words(language):
        yield rf"(?P<o>\L<ordinals>) (?:day )?{month_name}(?:,? {year()})?"
        yield rf"{month_name} (?:the )?(?P<o>\L<ordinals>)(?:,? {year()})?"


@functools.cache
def whole_text_expressions(language: str) -> tuple[str, ...]:
    """Return the expressions of dates that must be a whole text: `u` is a year of two or three digits."""
    named, small = rf"(?P<d>\d{{1,2}}){_ORDINAL_ENDING} {month(language)}", r"(?P<u>\d{2,3})"
    between = f"(?:{'|'.join(_between(language))})"
    day = str(locales(language)[0].datetime_skeletons["MMMd"].pattern)
    return (
        # Some languages have numbers where others abbreviate the month.
        *([_expression(day, language)] if _ALL_NUMBERS.fullmatch(day) else []),
        rf"{named},? {small}",
        rf"{month(language)} (?P<d>\d{{1,2}}){_ORDINAL_ENDING},? {small}",
        rf"(?P<y>\d{{4}}){between}'?(?P<t>\d\d)",
        *(with_plain_characters(each).replace("##", r"(?P<c>\d0)") for each in vocabulary(language).short_decades),
    )


@functools.cache
def span_expressions(language: str) -> tuple[str, ...]:
    """Return the expressions of two dates that share their month or year: "14–16 April 2019", "April to June 2019"."""
    between = f"(?:{'|'.join(_between(language))})"
    found: dict[str, None] = {}
    for its_locale in locales(language):
        for skeleton, differing in _INTERVALS:
            parts = its_locale.interval_formats.get(skeleton, {}).get(differing, ())
            if len(parts) == 2:
                for start, end in (parts, map(with_full_months, parts)):
                    first = _DASH.sub("", start)
                    # Some languages have a word where most have a dash.
                    joined = between if first != start else ""
                    found[_expression(first, language) + joined + _expression(end, language, "2")] = None
    return (*found, *_spans_in_any_order(language, between))


def _spans_in_any_order(language: str, between: str) -> Iterator[str]:
    first, second = (rf"(?P<d{number}>\d{{1,2}}){_ORDINAL_ENDING}" for number in ("", "2"))
    end_month, its_year = month(language, "2"), rf"(?:,? {year('2')})?"
    yield rf"{first}{between}{second} {end_month}{its_year}"
    yield rf"{first} {month(language)}{between}{second} {end_month}{its_year}"
    yield rf"{month(language)} {first}{between}(?:{end_month} )?{second}{its_year}"


def year(second: str = "") -> str:
    """Return the expression of a year of up to four digits, with an era (`g`), with a word like "year" (`v`) or bare.

    A bare one must have four digits; `parts` checks that, as a shorter expression is compiled faster. `z` is a year in
    two digits behind an apostrophe. Slavic languages may have the word for a year before the era.
    """
    digits, its_era = rf"(?P<y{second}>\d{{1,2}}[,.]\d{{3}}(?= ?\L<eras>)|\d{{1,4}})", ERA.format(second)
    short = r"|'(?P<z>\d\d)" if not second else ""
    return rf"(?:(?:{its_era} ?|(?P<v{second}>\L<years>) )?{digits}(?:{_OF_THE_YEAR} ?{its_era})?{short})"


@functools.cache
def said_year(language: str) -> str:
    """Return the expression of a year with what CLDR has behind it: "2019年", "2019." """
    pattern = str(locales(language)[0].datetime_skeletons["y"].pattern)
    behind = "".join(str(value) for kind, value in tokenize_pattern(pattern.partition("y")[2]) if kind == "chars")
    return f"{year()}(?:{literal_expression(behind)})?" if behind else year()


def month(language: str, second: str = "") -> str:
    """Return the expression of the name of a month, or of two."""
    # "The 15th of April", "le 15 d'avril".
    names = rf"(?P<m{second}>\L<months>)"
    if endings := vocabulary(language).month_endings:
        names = rf"(?:{names}|(?P<m{second}>\L<stems>){endings})"
    another = rf"(?:/(?P<n{second}>\L<months>))?" if code_of(language) in _WITH_TWO_NAMES else ""
    return rf"(?:of |de |del |d'|\u0645\u0646 )?{names}\.?{another}"


def _between(language: str) -> Iterator[str]:
    yield f" ?(?:{DASHES}|&|/) ?"
    # An Arabic "and" is written together with the next word.
    for words in (*translations(language).pgettext(*BETWEEN_DATES).split("|"), *vocabulary(language).between):
        yield f" {literal_expression(words)} ?"


def _expression(pattern: str, language: str, second: str = "") -> str:
    """Return the regular expression of what a CLDR date pattern writes; its commas may be left out."""
    has_era = "G" in pattern
    fields = {
        "y": rf"(?P<y{second}>\d{{1,4}})" if has_era else year(second),
        "d": rf"(?P<d{second}>\d{{1,2}}){_ORDINAL_ENDING}",
        "G": ERA.format(second),
        "E": rf"(?P<e{second}>\L<weekdays>)\.?",
    }
    # Gaelic has the year of the week, and some languages the weekday, in a form of their own.
    fields |= {"Y": fields["y"], "c": fields["E"]}
    expression = ""
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            expression += re.sub(r"[,،]", "[,،]?", literal_expression(str(value))).replace(" ", r"(?:(?<=\D),)? ")
        elif value[0] in {"M", "L"}:
            number = rf"(?P<m{second}>\d{{1,2}})"
            # Narrow names of months are numbers in most languages.
            any_name = (
                f"(?:{month(language, second)}|{number})" if int(value[1]) == _NARROW else month(language, second)
            )
            expression += any_name if int(value[1]) > 2 else number
        else:
            expression += fields[value[0]]
    return expression
