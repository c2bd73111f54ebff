"""A text as numbers in digits, signs for fractions, and words, each with its place."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType
from typing import Final

import regex

from standfirst.language.locale import code_of, locale
from standfirst.language.numbers.folding import APOSTROPHES_WITHIN, WordTuple, folded_word
from standfirst.language.numbers.joined_words import pieces_of
from standfirst.language.numbers.lexicon import Lexicon, lexicon
from standfirst.model.frozen_class import frozen

# Languages whose words are written without spaces, so that a numeral stands among other letters.
_NUMERALS: Final = MappingProxyType(
    {
        "ja": "〇零一二三四五六七八九十百千万億兆",
        "zh": "〇零一二两兩三四五六七八九十百千万萬亿億兆",
        "yue": "〇零一二两兩三四五六七八九十百千万萬亿億兆",
    }
)
# Scales that stand between digits and the word behind them, without a space.
_SCALES_WRITTEN_TO_DIGITS: Final = MappingProxyType({"ko": "백천만억조"})
_ARABIC_GROUP, _ARABIC_DECIMAL = "\u066c", "\u066b"
# What parts groups of digits in any language: ISO 80000-1 has a thin space, the Swiss an apostrophe, typed or printed.
_GROUPS: Final = f"'’\u00a0\u2009\u202f{_ARABIC_GROUP}"
# The Japanese press writes the comma as wide as the digits; in Chinese that is no part of a number.
_WIDE_GROUPS: Final = MappingProxyType({"ja": "，"})
_APOSTROPHES: Final = "'’"
_JOINING: Final = " \t\r\n\u00a0\u2009\u202f-\u2010\u2011\u00ad'’"
_SLASH: Final = "\u2044"
_VULGAR: Final = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# Digits that are run together with letters of these scripts are a name or an ordinal: "G20", "19th", "1990s".
_RUN_TOGETHER: Final = r"\p{Latin}\p{Greek}\p{Cyrillic}\p{M}_"
# No figure has so many digits; a longer number is as good as any other that no figure has.
_MOST_DIGITS: Final = 40
_MOST_GROUPS: Final = 12
# A minus, and no dash between two numbers; nor within a name, "Covid-19", whatever its script.
_MINUS: Final = r"(?:(?<![\p{L}\p{N}%\u066a°)\]]|\p{N}\s)-|(?<![\p{N}%\u066a°)\]]|\p{N}\s)−)?"
_LARGER: Final = Decimal(10) ** _MOST_DIGITS
# The other reading of both marks, where the press of a language, or of one country, has them either way.
_OTHER_MARKS: Final = MappingProxyType({"es": (",", "."), "en-za": (",", ".")})


@frozen
class Token:
    """A number in digits, a fraction in signs, or a word; `joined` says that only spaces or a hyphen stand before it.

    `otherwise` are numbers that the digits state if their marks are read in another way. `fraction` is the value of a
    fraction, and `pair` holds the two numbers of one like "2/3". The marks of a `strange` token make no sense in its
    language: "1.000,5" in English.
    """

    start: int
    end: int
    word: str
    joined: bool
    number: Decimal | None = None
    otherwise: tuple[Decimal, ...] = ()
    fraction: Decimal | None = None
    pair: tuple[Decimal, ...] = ()
    strange: bool = False


def tokens_in(text: str, language: str) -> tuple[Token, ...]:
    """Return the tokens of a text, in their order; a number that is written as one word gives its parts."""
    return tuple(_each_token(text, language))


def _each_token(text: str, language: str) -> Iterator[Token]:
    last, code = 0, code_of(language)
    for found in _pattern(language).finditer(text):
        start, end = found.span()
        between = text[last:start]
        joined = between == " " or not between.strip(_JOINING)
        last = end
        if word := found["word"]:
            for piece in _pieces(word, code):
                yield Token(start, end, piece, joined)
                joined = True
        else:
            yield _number(found, language, joined=joined)


@functools.lru_cache(maxsize=1 << 14)
def _pieces(word: str, code: str) -> WordTuple:
    """Return a word, or the number words that it is made of, as the lexicon has them."""
    return pieces_of(folded_word(word, code), lexicon(code))


def _number(found: regex.Match[str], language: str, *, joined: bool) -> Token:
    start, end = found.span()
    if found["digits"]:
        number, *otherwise = _values(found["digits"], language)
        return Token(start, end, "", joined, number=number, otherwise=tuple(otherwise))
    if found["over"]:
        pair = _value(found["over"], ""), _value(found["under"], "")
        return Token(start, end, "", joined, fraction=pair[0] / pair[1] if pair[1] else None, pair=pair)
    if found["strange"]:
        return Token(start, end, "", joined, strange=True)
    return Token(start, end, "", joined, fraction=Decimal(str(unicodedata.numeric(found["vulgar"]))))


# ---------------------------------------------------------------- digits


def _values(digits: str, language: str) -> Iterator[Decimal]:
    """Yield the number that digits state, then others that they may state."""
    spaced = digits.split(" ")
    decimal = next((mark for mark in _decimals(language) if mark in digits), _marks(language)[1])
    yield _value("".join(spaced), decimal)
    if spaced[1:] and not _marks(language)[0].isspace():
        yield from (_value(each, decimal) for each in spaced)
    other = _OTHER_MARKS.get(language.lower())
    if other and regex.fullmatch(rf"\d{{1,3}}(?:{regex.escape(other[0])}\d{{3}})+", digits):
        yield _value(digits.replace(other[0], ""), other[1])


def _value(digits: str, decimal: str) -> Decimal:
    whole, _, rest = digits.replace(_ARABIC_DECIMAL, decimal or ".").partition(decimal or ".")
    plain = "".join(character for character in whole if character.isdecimal())
    if len(plain) > _MOST_DIGITS:
        return _LARGER
    sign = "-" if digits[:1] in {"-", "−"} else ""
    return Decimal(f"{sign}{plain}.{rest[:_MOST_DIGITS]}" if rest else f"{sign}{plain}")


@functools.cache
def _marks(language: str) -> tuple[str, str]:
    symbols = locale(language).number_symbols["latn"]
    return symbols["group"], symbols["decimal"]


def _decimals(language: str) -> str:
    """Return the marks before decimals: the country's, and the language's if the country does not group digits by it.

    The Swiss print "1.1" and "1,1", and group by an apostrophe.
    """
    group, decimal = _marks(language)
    spoken = _marks(code_of(language))[1]
    return decimal if spoken in {decimal, group} else decimal + spoken


# ---------------------------------------------------------------- how a language writes them


@functools.cache
def _pattern(language: str) -> regex.Pattern[str]:
    return regex.compile(
        f"(?V1){_word(lexicon(language))}|{_over(language)}|{_digits(language)}|(?P<vulgar>[{_VULGAR}])"
    )


def _over(language: str) -> str:
    """Return the expression of a fraction with a stroke; three numbers with strokes are a date."""
    number = rf"(?<![\w/{_SLASH}.,]|[{_points(language)}])(?P<over>\d{{1,3}})[/{_SLASH}](?P<under>\d{{1,3}})"
    return rf"{number}(?![\w/{_SLASH}]|[{_points(language)}]\d)"


def _digits(language: str) -> str:
    points, (group, decimal) = _points(language), _marks(language)
    groups = regex.escape("".join(sorted({*_GROUPS, *_WIDE_GROUPS.get(code_of(language), ""), group, " "} - {decimal})))
    # No figure has more groups, so that nothing is gone through again and again.
    whole = rf"\d{{1,3}}(?P<group>[{groups}])\d{{2,3}}(?:(?P=group)\d{{2,3}}){{0,{_MOST_GROUPS}}}(?<=\d{{3}})(?!\d)|\d+"
    begins = rf"(?:(?<![{_RUN_TOGETHER}\d.,{points}])|{_after_money(groups)})"
    number = rf"{begins}(?P<digits>(?>{_MINUS}(?:{whole})(?:[{points}]\d+)?))(?![.,{points}]\d)"
    runs_on = f"(?=[{_VULGAR}])|(?={_multiplier(lexicon(language))})"
    strange = r"(?P<strange>(?<![\p{L}\p{M}\d_.,])\d+(?:[.,]\d+)+(?![\p{L}\p{M}_]))"
    return rf"{number}(?:(?![{_RUN_TOGETHER}\p{{No}}])|{runs_on})|{strange}"


def _after_money(groups: str) -> str:
    """Return the expression of a place where a grouped number follows a currency in letters: "K2,000"."""
    return rf"(?<=(?<![\p{{L}}\p{{M}}\p{{N}}_])\p{{Lu}}\p{{L}}{{0,2}})(?=\d{{1,3}}(?:(?! )[{groups}]\d{{3}})+)"


def _points(language: str) -> str:
    return regex.escape(_decimals(language) + _ARABIC_DECIMAL)


def _multiplier(words: Lexicon) -> str:
    """Return the expression of scales that may be written together with digits: "5bn", "1,5Mio."."""
    every = "|".join(map(regex.escape, sorted({*words.short, *words.scales}))) or r"(?!)"
    return rf"(?i:{every})(?![\p{{L}}\p{{M}}])"


def _word(words: Lexicon) -> str:
    """Return the expression of a word, with the point of an abbreviation: "Mio."."""
    numeral = _NUMERALS.get(words.code, "")
    letter = rf"[\p{{L}}--[{numeral}]]" if numeral else r"\p{L}"
    apostrophes = rf"(?:[{_APOSTROPHES}]\p{{L}}[\p{{L}}\p{{M}}]*)*" if words.code in APOSTROPHES_WITHIN else ""
    shortened = "|".join(map(regex.escape, sorted(words.short))) or r"(?!)"
    runs = rf"[{numeral}]+|" if numeral else ""
    if written_to := _SCALES_WRITTEN_TO_DIGITS.get(words.code):
        runs = rf"(?<=\d)[{written_to}]+|"
    return rf"(?P<word>{runs}{letter}(?:{letter}|[\p{{M}}\p{{Cf}}])*{apostrophes})(?:(?<=\b(?i:{shortened}))\.)?"
