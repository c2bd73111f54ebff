"""How texts are compared when dates are sought in them: without case, and in plain characters."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

import regex

from standfirst.language.locale import code_of, has_spaces, without_arabic_marks

_BIDI_MARKS: Final = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
# Arabic is written with and without the hamza of an alef too, and Turkish capitals lose or keep their dots when folded.
_ALIKE: Final = str.maketrans(
    dict.fromkeys("\u0622\u0623\u0625\u0671", "\u0627")
    | dict.fromkeys("\u2018\u2019\u02bc\u2032", "'")
    | {"\u0307": "", "\u0131": "i"}
)
_OTHER_DIGIT: Final = regex.compile(r"(?V1)[\d--[0-9]]")
_NO_CHARACTER: Final = "\ufffd"
# Words that are written together with the next: "and", "in", "to" … in Arabic and Hebrew.
_PREFIXES: Final = MappingProxyType(
    {"ar": "\u0648\u0641\u0628\u0643\u0644", "he": "\u05d5\u05d1\u05dc\u05db\u05de\u05d4\u05e9"}
)
_HAN_DIGITS: Final = MappingProxyType(
    {digit: str(number) for number, digit in enumerate("〇一二三四五六七八九")} | {"零": "0"}
)
# The years before those that are counted from an emperor, or from the Republic of China.
_REIGNS: Final = MappingProxyType(
    {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民国": 1911, "民國": 1911}
)
_HAN: Final = "[〇零一二三四五六七八九十]"
# The number of a year, a month or a day in Chinese characters, or a year that is counted from a reign's first, "元".
HAN_NUMBER: Final = rf"(?:{'|'.join(_REIGNS)})(?:元|\d{{1,3}}|{_HAN}{{1,3}})(?=年)|{_HAN}{{1,4}}(?=[年月日])"
_HAN_NUMBER: Final = re.compile(HAN_NUMBER)
_LETTER: Final = r"[^\W\d_]"


def folded(text: str) -> str:
    """Return a text as it is compared: in plain characters of one case, with one space between words."""
    return " ".join(with_plain_characters(text).split())


def with_plain_characters(text: str) -> str:
    """Return a text without case, and with one form of what is written in several; its spaces stay."""
    if text.isascii():
        return text.lower()
    plain = without_arabic_marks(_BIDI_MARKS.sub("", unicodedata.normalize("NFKC", text)))
    plain = _HAN_NUMBER.sub(lambda found: han_number(found[0]), plain)
    return _OTHER_DIGIT.sub(_ascii_digit, plain.casefold().translate(_ALIKE))


def han_number(characters: str) -> str:
    """Return a number in Chinese characters as digits: 2012 for 二〇一二, 21 for 二十一.

    The year of a reign, 平成24, becomes a year of our calendar. Characters that are no number are returned as they are.
    """
    if before := _REIGNS.get(characters[:2]):
        year = "1" if characters[2:] == "元" else han_number(characters[2:])
        return str(before + int(year)) if year.isdecimal() else characters
    tens, ten, ones = characters.partition("十")
    if not ten:
        return "".join(_HAN_DIGITS.get(each, each) for each in characters)
    digits = _HAN_DIGITS.get(tens or "一", ""), _HAN_DIGITS.get(ones, "") if ones else "0"
    return "".join(digits) if all(digits) else characters


def _ascii_digit(found: regex.Match[str]) -> str:
    # `regex` may know digits of scripts that came into Unicode after Python.
    return str(unicodedata.decimal(found[0], _NO_CHARACTER))


def literal_expression(text: str) -> str:
    """Return the expression of a pattern's own words, folded, but with the spaces at their ends."""
    return re.escape(re.sub(r"\s+", " ", with_plain_characters(text))).replace(r"\ ", " ")


def one_of(words: Iterable[str]) -> str:
    """Return the expression of any of some folded words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@functools.cache
def whole_word_expression(expression: str, language: str) -> str:
    """Return an expression that matches no part of a longer word or number, to search a running text with."""
    begins, ends = r"(?:(?<!\d)|(?=\D))", r"(?:(?!\d)|(?<=\D))"
    if not has_spaces(language):
        return f"{begins}(?:{expression}){ends}"
    code = code_of(language)
    prefixed = rf"|(?<=(?<!{_LETTER})[{_PREFIXES[code]}])" if code in _PREFIXES else ""
    return rf"{begins}(?:(?<!{_LETTER}){prefixed})(?:{expression}){ends}(?!{_LETTER})"


@functools.cache
def word_starts(language: str) -> regex.Pattern[str]:
    """Return the expression of every place at which a word or a number may begin in a running text."""
    if not has_spaces(language):
        return regex.compile(r"[\p{L}\p{N}]")
    code = code_of(language)
    prefixed = rf"|(?<=(?<!\p{{L}})[{_PREFIXES[code]}])\p{{L}}" if code in _PREFIXES else ""
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])[\p{{L}}\p{{N}}]|(?<=\p{{L}})\d|(?<=\d)\p{{L}}|'(?=\d){prefixed}")
