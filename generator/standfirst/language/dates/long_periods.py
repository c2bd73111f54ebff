"""Seasons, decades and centuries, as regular expressions over folded text: from our tables and from the catalogues.

Their groups: `q` is the season, `c` a decade in digits, `w` a decade in words; a century is `k` in digits, `x` in Roman
numerals or `l` in words; `t` is the second of two years ("winter 2018/19"). Groups of a second century end with a 2.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import regex

from standfirst.language.dates.folding import HAN_NUMBER, literal_expression, one_of, with_plain_characters
from standfirst.language.dates.ordinals import ordinal_words
from standfirst.language.dates.patterns import DASHES, ERA, said_year, year
from standfirst.language.dates.vocabularies import vocabulary
from standfirst.language.dates.wording import CENTURIES, DECADE, PLACEHOLDER, SEASONS
from standfirst.language.locale import has_spaces, translations

# "20th", "1er", "20ème", "20.", "XIX^e"
_ENDING: Final = r"(?:[-^]?(?:\p{L}{1,4})|[.°])?"
_CENTURY_NUMBER: Final = re.compile(r"(?<!#)#(?!#)")
# Letters without marks, which stand in a text however its marks are written.
_UNMARKED: Final = regex.compile(r"\p{L}{2,}(?!\p{M})")
_OPTIONAL: Final = regex.compile(r"\(\?:[^()]*\)\??|\p{L}\?|\[[^]]*\]|\\p\{L\}")
_TWO_CENTURIES: Final = f"(?: ?{DASHES} ?| (?:and|to|und|bis|et|au|y|e|a|en|tot|и|و) ?)"


@functools.cache
def period_expressions(language: str) -> tuple[str, ...]:
    """Return the expressions of a season, a decade, a century, or two centuries."""
    return (*_seasons(language), *_decades(language), *_centuries(language))


@functools.cache
def part_expression(language: str) -> regex.Pattern[str] | None:
    """Return the expression of the words before a time of which a part is meant: "early", "mid-"."""
    words = with_plain_characters(vocabulary(language).parts)
    return regex.compile(rf"(?:{words})[ -]?") if words else None


# ---------------------------------------------------------------- seasons


@functools.cache
def seasons(language: str) -> tuple[tuple[str, int], ...]:
    """Return expressions of the names of the seasons, each with the number of the season, from 1 for spring."""
    return _numbered(vocabulary(language).seasons, language)


@functools.cache
def seasons_alone(language: str) -> tuple[tuple[str, int], ...]:
    """Return the same for the names that mean a season even where no year is beside them."""
    words = vocabulary(language)
    return _numbered(words.seasons_alone or words.seasons, language)


def _numbered(names_of: tuple[str, ...] | None, language: str) -> tuple[tuple[str, int], ...]:
    words = translations(language)
    ours = map(with_plain_characters, names_of or ())
    said = (literal_expression(PLACEHOLDER.sub("", words.gettext(message)).strip()) for message in SEASONS)
    return (*((names, number) for number, names in enumerate(ours, 1)), *((name, n) for n, name in enumerate(said, 1)))


@functools.cache
def season_called(name: str, language: str) -> int:
    """Return the number of the season that has a name, which one of the expressions found."""
    return next(number for names, number in seasons(language) if regex.fullmatch(names, name))


def _seasons(language: str) -> Iterator[str]:
    names = f"(?P<q>{'|'.join(names for names, _ in seasons(language))})"
    of = with_plain_characters(vocabulary(language).of)
    yield rf"{names},? {of}{said_year(language)}(?: ?(?:{DASHES}|/) ?(?P<t>\d\d|\d{{4}}))?"
    yield rf"{year()}[年년]? ?{names}"


# ---------------------------------------------------------------- decades and centuries


def _decades(language: str) -> Iterator[str]:
    digits = r"(?P<c>\d{1,4})"
    yield digits.join(map(literal_expression, PLACEHOLDER.split(translations(language).gettext(DECADE))[::2]))
    for each in vocabulary(language).decades:
        yield with_plain_characters(each).replace("####", r"(?P<c>\d{2,3}0)").replace("##", r"(?P<c>\d0)")
    if names := "|".join(map(with_plain_characters, vocabulary(language).decade_words)):
        yield rf"(?P<w>{names})(?: (?:of the |of |du |des |del )?(?:{'|'.join(_named_centuries(language))}))?"


@functools.cache
def decade_called(name: str, language: str) -> int:
    """Return the last two digits of the decade that has a name, which one of the expressions found."""
    words = vocabulary(language).decade_words.items()
    return next(decade for names, decade in words if regex.fullmatch(with_plain_characters(names), name))


def _centuries(language: str) -> Iterator[str]:
    its_era = rf"(?: {ERA.format('')})?"
    for message in CENTURIES.values():
        said = PLACEHOLDER.split(translations(language).gettext(message))[::2]
        yield r"(?P<k>\d{1,2})".join(map(literal_expression, said)) + its_era
    parts = with_plain_characters(vocabulary(language).parts)
    between = f"{_TWO_CENTURIES}(?:(?:{parts})[ -]?)?" if parts else _TWO_CENTURIES
    yield from (f"{each}{its_era}" for each in _named_centuries(language))
    yield from _named_centuries(language, between)


def _named_centuries(language: str, between: str = "") -> Iterator[str]:
    """Yield the expressions of a century, or of two with words between."""
    its_words = vocabulary(language)
    for names, bare in ((its_words.centuries, not has_spaces(language)), (its_words.bare_centuries, True)):
        for name in "|".join(map(with_plain_characters, names)).split("|") if names else ():
            number, second = (_century(language, each, bare=bare or not name.startswith("#")) for each in ("", "2"))
            other = f"{between}{second}" if between else ""
            yield f"{number}{other}".join(_CENTURY_NUMBER.split(f"(?:{name})"))


def _century(language: str, second: str = "", *, bare: bool) -> str:
    # "2 centuries" are two and not the second, but where numbers have no endings.
    ending = _ENDING if bare else _ENDING.removesuffix("?")
    in_words = rf"|(?P<l{second}>\L<ordinals>)" if ordinal_words(language) else ""
    return rf"(?:(?P<k{second}>\d{{1,2}}){ending}|(?P<x{second}>\L<roman>){_ENDING}{in_words})"


# ---------------------------------------------------------------- what tells that they may be there


@functools.cache
def signs(language: str) -> regex.Pattern[str]:
    """Return the expression of what every date has: a digit, the word of a century or a decade, or an ordinal."""
    its_words = vocabulary(language)
    kept = _kept_letters((*its_words.centuries, *its_words.bare_centuries, *its_words.decade_words), _decomposed)
    ordinals = sorted(ordinal_words(language))
    return regex.compile(
        rf"\d|{HAN_NUMBER}|{one_of(filter(None, kept)) or 'century'}|\b\L<ordinals>\b",
        regex.IGNORECASE,
        ordinals=ordinals,
    )


def words_of_centuries(language: str) -> frozenset[str]:
    """Return letters of which some stand in every folded text that names a century otherwise than we say it."""
    its_words = vocabulary(language)
    return _kept_letters((*its_words.centuries, *its_words.bare_centuries), with_plain_characters)


def words_of_decades(language: str) -> frozenset[str]:
    """Return letters of which some stand in every folded text that has a decade in words."""
    return _kept_letters(vocabulary(language).decade_words, with_plain_characters)


def _kept_letters(expressions: Iterable[str], written: Callable[[str], str]) -> frozenset[str]:
    """Return the longest letters in a row that each alternative cannot be without; nothing of one that has no such."""
    names = (name for expression in expressions for name in _OPTIONAL.sub(" ", expression).split("|"))
    return frozenset(max(_UNMARKED.findall(written(name)), key=len, default="") for name in names)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
