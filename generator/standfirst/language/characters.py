"""Which characters of a text mean something: the one table for passages, quotations, copied prose and names.

A word is a run of letters, marks and digits, with inner apostrophes, and with commas or points between digits. What
else means something is a word of its own; what nobody sees is passed over; and what is only another way to write a
character is that character. Each row of the table says why. A character that is in no row separates words.
"""

# ruff: noqa: RUF001 - the table is of characters that look alike

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple

import regex


class CharacterMeaning(Enum):
    """What a character is to a reader who compares two texts."""

    SIGN = "a word of its own"
    CHARACTER = "a letter of a script without spaces: a word of its own, with the marks on it"
    UNSEEN = "passed over"
    MARK = "passed over, or where it has a `plain` taken for that"
    COMPATIBLE = "what Unicode's compatibility decomposition makes of it"
    VARIANT = "another way to write `plain`"


def _nfkc(found: regex.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def _plainly(character: str) -> str:
    """Return a character as NFKC has it, and a digit of any script as that of ASCII."""
    value = unicodedata.decimal(character, None)
    return unicodedata.normalize("NFKC", character) if value is None else str(value)


class CharacterRow(NamedTuple):
    """Characters with one meaning, as a regular expression (version 1 of `regex`), and why they have it."""

    meaning: CharacterMeaning
    pattern: str
    why: str
    plain: str = ""


_UNSEEN, _MARK, _SIGN = CharacterMeaning.UNSEEN, CharacterMeaning.MARK, CharacterMeaning.SIGN
_COMPATIBLE, _VARIANT = CharacterMeaning.COMPATIBLE, CharacterMeaning.VARIANT
_UNSPACED_SCRIPTS = (
    "Han", "Hiragana", "Katakana", "Bopomofo", "Yi", "Thai", "Lao", "Khmer", "Myanmar",
    "Tai_Le", "New_Tai_Lue", "Tai_Tham", "Tai_Viet", "Ahom", "Javanese", "Balinese",
)  # fmt: skip
UNSPACED = r"[\p{L}&&[ー" + "".join(rf"\p{{{script}}}" for script in _UNSPACED_SCRIPTS) + "]]"
# By their category some of them are letters; by their looks they are apostrophes to whoever types them.
_APOSTROPHES = "'’‘‛՚׳ʹʻʼʽʾʿˈꞌ"
_HYPHENS = "\\-‐‑‒–﹣"
_BEFORE_MINUS = rf"(?<![\p{{L}}\p{{M}}\p{{N}}%‰°)\]}}{_HYPHENS}—―−])"
_RAISED = "⁰¹²³⁴-⁹"
_LETTER = rf"[\p{{L}}\p{{M}}\p{{Nd}}--[{_APOSTROPHES}º]--{UNSPACED}]"
# What a raised number behind it makes a power of; behind other words it is the mark of a note.
_BASES = (
    "[mk]?m|[cdhµμn]m|dam|in|inch(?:es)?|f(?:oo|ee)?t|yd|yards?|mi|miles?|ha|s|sec|mc"
    "|(?:kilo|centi|milli)?m[eèé]t(?:er|re)s?|(?:kilo|centi|milli)?metros?"
    "|[ксдм]?м|сек|[χεμ]?λ?μ|ك?م|متر|كيلومتر|किमी|मी"
)
# 2; 3–5; a; note 1; citation needed. Other letters stand for what a word has in another form: a king[s].
_IN_NOTE = r"\p{Nd}{1,3}(?:[,–-] ?\p{Nd}{1,3})*+|[abc]|\p{L}[\p{L}.]{0,15} (?:\p{Nd}{1,3}|\p{L}{1,15})"

# Those that are passed over or stand for others are in the order in which a text is rid of them.
TABLE: tuple[CharacterRow, ...] = (
    CharacterRow(_UNSEEN, r"\U0001f3f4[\U000e0020-\U000e007f]++(*SKIP)(*FAIL)|[\p{Default_Ignorable_Code_Point}]",
        "nobody sees where a word may break, joins or turns, so that Persian and Indic words are compared with and "
        "without their joiners; but of flags it tells England's from Scotland's"),
    CharacterRow(_UNSEEN, "ـ",
        "it widens an Arabic word and is none of its letters; vowel signs are, for they tell who did it"),
    CharacterRow(_UNSEEN, r"(?<=\p{M}{30})\p{M}+", "no letter has thirty marks on it, and to sort them takes long"),
    CharacterRow(_COMPATIBLE, r"[\uff01-\uffee]+", "full-width and half-width forms, where scripts are mixed"),
    CharacterRow(_COMPATIBLE, r"[\ufb00-\ufb06ĳĲŀĿŉǄ-ǌǱ-ǳ]", "ligatures: two letters as one character"),
    CharacterRow(_COMPATIBLE, r"[\p{L}&&[\ufb50-\ufdfb\ufe70-\ufefc]]+",
        "Arabic letters in printed forms, as out of a PDF"),
    CharacterRow(_COMPATIBLE, r"[\u2e80-\u2fd5]", "the radical of a Chinese character in its place, as out of a PDF"),
    CharacterRow(_COMPATIBLE, r"[\U0001d400-\U0001d7ff]+", "bold and italic letters and digits, as people post them"),
    CharacterRow(_COMPATIBLE, r"[\u3371-\u33df℃℉Ⅰ-ⅿ]", "units and Roman numbers in one character: ㎢, ℃, Ⅳ"),
    CharacterRow(_COMPATIBLE, "№", "the number sign of many languages is read as “No”", "No "),
    CharacterRow(_COMPATIBLE, r"(?<=\p{L})[′´](?=\p{L})", "between letters an apostrophe was meant", "'"),
    CharacterRow(_COMPATIBLE, r"(?=[₀-₉])(?<=\p{L})[₀-₉]++", "CO₂ is CO2"),
    CharacterRow(_COMPATIBLE, r"(?<=(?<![\p{Nd}/.,])[1-9])/(?=(?:[2-9]|10)(?![\p{Nd}/]))",
        "1/2 is ½, and 9/11 a day", "⁄"),
    CharacterRow(_COMPATIBLE, r"(?<=\p{Nd} ?)[xX](?= ?\p{Nd})", "4 x 100 m is 4 × 100 m", "×"),
    CharacterRow(_COMPATIBLE, "!=", "what is typed for ≠ says no =", "≠"),
    CharacterRow(_COMPATIBLE, rf"(?=[{_RAISED}])(?<=(?<![\p{{L}}\p{{M}}])(?:\p{{L}}|(?i:{_BASES})))[{_RAISED}]++",
        "km² is km2, and x² x2: powers of units and of letters that stand alone"),
    CharacterRow(_MARK, rf"(?=[⁽{_RAISED}])(?<=[\p{{L}}\p{{M}}.,;:!?”’\"'»%]|\p{{L}}\)|\p{{Nd}}{{3}})"
        rf"⁽?+[{_RAISED}]++(?:[,⁻–-][{_RAISED}]++)*+⁾?+",
        "the mark of a note¹; behind a short number it is a power"),
    CharacterRow(_MARK, rf"(?=\[)(?<=[\p{{L}}\p{{M}}\p{{Nd}}.,;:!?”’\"'»%)])(?:\[(?:{_IN_NOTE})\])++(?!\])",
        "the mark of a note[2]; brackets that stand apart hold somebody's words"),
    CharacterRow(_MARK, r"(?<=\n)[ \t]*(?:>[ \t]?)++",
        "what begins the lines of a quotation in plain text and in Markdown"),
    CharacterRow(_MARK, r"([=+<>~^*#&])\1{2,}+|<<|>>", "rules in plain text, and << the marks of quotations >>", " "),
    # ------------------------------------------------------------ words of their own
    CharacterRow(_SIGN, r"\p{Sc}", "£50 is not $50"),
    CharacterRow(_SIGN, r"[\p{Sm}\^--[|−⁺⁻⁄∕∙⋯]]", "R < 1 is not R > 1, nor ±5 +5; a bar or a bullet only parts"),
    CharacterRow(_SIGN, rf"{_BEFORE_MINUS}(?:−|[{_HYPHENS}](?=\p{{Sc}}?[.,]?\p{{Nd}}))",
        "−5 is not 5; behind a word it is a hyphen, and 2015-2016 a range"),
    CharacterRow(_SIGN, "[%٪﹪‰؉‱؊]", "50% is not 50"),
    CharacterRow(_SIGN, "[°º˚]", "20° is not 20"),
    CharacterRow(_SIGN, "[′″‴]", "6′ is not 6″"),
    CharacterRow(_SIGN, rf"[\p{{No}}\p{{Nl}}--[{_RAISED}]]", "2½ is not 2, nor ② nothing"),
    CharacterRow(_SIGN, rf"[⁺⁻]?[{_RAISED}]+", "10² is not 10, nor 102"),
    CharacterRow(_SIGN, "[&§]", "they are read aloud: and, section"),
    CharacterRow(_SIGN, r"\#(?= ?\p{Nd})", "the number sign: #1 is not 1; that of a hashtag is not read aloud"),
    CharacterRow(_SIGN, "\U0001f3f4[\U000e0020-\U000e007f]+", "flags"),
    CharacterRow(_SIGN,
        r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\U0001f1e6-\U0001f1ff✓-✘★☆♭♮--[©®™ℹ‼⁉〰〽▪▫▶◀◻◼◽◾]]",
        "an emoji says something; marks of ownership and bullets do not"),
    CharacterRow(_SIGN, "[←-⇿▲△▼▽]", "▲ 5 is not ▼ 5"),
    CharacterRow(CharacterMeaning.CHARACTER, rf"{UNSPACED}\p{{M}}*",
        "where one of its words ends and the next begins, nobody writes"),
    # ------------------------------------------------------------ characters that stand for one another
    CharacterRow(_VARIANT, _APOSTROPHES[1:], "apostrophes, and what is typed for them", "'"),
    CharacterRow(_VARIANT, _HYPHENS.removeprefix("\\"), "minus signs, and what is typed for them", "−"),
    CharacterRow(_VARIANT, "º˚", "degree signs, and what is typed for them", "°"),
    CharacterRow(_VARIANT, "٪﹪", "per cent signs", "%"),
    CharacterRow(_VARIANT, "∕", "fraction strokes", "⁄"),
    CharacterRow(_VARIANT, "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙",
        "digits of scripts that have their own"),
    CharacterRow(_VARIANT, "٬", "what parts thousands between Arabic digits", ","),
    CharacterRow(_VARIANT, "٫", "what parts decimals between Arabic digits", "."),
    CharacterRow(_VARIANT, "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒↉", "fractions in one character, or in three"),
    CharacterRow(_VARIANT, "ی", "one letter on two keyboards, Persian and Arabic", "ي"),
    CharacterRow(_VARIANT, "ک", "one letter on two keyboards, Persian and Arabic", "ك"),
    CharacterRow(_VARIANT, "ș", "one letter in two encodings of Romanian", "ş"),
    CharacterRow(_VARIANT, "ț", "one letter in two encodings of Romanian", "ţ"),
)  # fmt: skip

# A sign that makes another number of the one it is set at is part of it: −5, 10².
_MINUS = rf"(?:{_BEFORE_MINUS}[−{_HYPHENS}](?=\.?\p{{Nd}}))?"
_INNER = rf"[{_APOSTROPHES}]{_LETTER}+|(?<=\p{{Nd}})[⁺⁻]?[{_RAISED}]+|(?<=\p{{Nd}})[.,٫٬⁄∕](?=\p{{Nd}}){_LETTER}+"
_POINT = r"(?:(?<![\p{L}\p{M}\p{N}.…])\.(?=\p{Nd}))?"


def _rows(*meanings: CharacterMeaning) -> tuple[CharacterRow, ...]:
    return tuple(row for row in TABLE if row.meaning in meanings)


_SIGNS = "|".join(row.pattern for row in _rows(_SIGN, CharacterMeaning.CHARACTER))


@functools.cache
def any_word() -> regex.Pattern[str]:
    """Return the expression of a word of a normal text, which few texts need: to compile it takes a while."""
    return regex.compile(rf"{_MINUS}{_POINT}{_LETTER}+(?:{_INNER})*+|{_SIGNS}", regex.V1)


# Most texts have letters of a Latin alphabet and the signs of prose only. Nothing of that is passed over, or written
# otherwise but where `_TO_REWRITE` says; and their words are found in a fifth of the time.
_LATIN_LETTER = "A-Za-z0-9À-ÖØ-öø-ıĴ-ľŁ-ňŊ-ǃǍ-ǰǴ-ɏ"
_LATIN = re.compile(rf"[\t\n -~{_LATIN_LETTER}\u00a0£€§–—‘’“”«»…]*")
_LATIN_MINUS = rf"(?<![{_LATIN_LETTER}%)\]}}–—-])[–-]"
_LATIN_WORD = re.compile(
    rf"(?:{_LATIN_MINUS}(?=\.?\d))?(?:(?<![{_LATIN_LETTER}.…])\.(?=\d))?"
    rf"[{_LATIN_LETTER}]+(?:['‘’][{_LATIN_LETTER}]+|(?<=\d)[.,](?=\d)[{_LATIN_LETTER}]+)*"
    rf"|[$£€§+<=>~^%&]|{_LATIN_MINUS}(?=[$£€]?[.,]?\d)|\#(?= ?\d)"
)
# Begins with the few characters that it looks at, so that all others are passed over at once.
_TO_REWRITE = re.compile(
    r"[\[0-9!=+<>~^*#&\n](?:(?<=\S\[)|(?<=\d)(?:/| ?[xX] ?)\d|(?<=!)=|(?<=([=+<>~^*#&]))\1|(?<=\n)[ \t]*>)"
)
_PLAIN = {character: row.plain or _plainly(character) for row in _rows(_VARIANT) for character in row.pattern}
_VARIANTS = re.compile(f"[{re.escape(''.join(_PLAIN))}]")


@functools.cache
def _unseen_characters() -> regex.Pattern[str]:
    return regex.compile("|".join(row.pattern for row in _rows(_UNSEEN)), regex.V1)


@functools.cache
def _rewriting() -> tuple[tuple[regex.Pattern[str], Callable[[regex.Match[str]], str] | str], ...]:
    return tuple(
        (regex.compile(row.pattern, regex.V1), _nfkc if row.meaning is _COMPATIBLE and not row.plain else row.plain)
        for row in _rows(_MARK, _COMPATIBLE)
    )


def normal(text: str) -> str:
    """Return a text in the form in which its words are found: in NFC, without characters that nobody sees."""
    if _LATIN.fullmatch(text) and not _TO_REWRITE.search(text):
        return text
    text = unicodedata.normalize("NFC", _unseen_characters().sub("", text))
    for pattern, instead in _rewriting():
        text = pattern.sub(instead, text)
    return unicodedata.normalize("NFC", text)


def in_one_case(text: str) -> str:
    """Return a normal text in small letters. The Turkish ı and I, i and İ are one letter here."""
    if text.isascii():
        return text.lower()
    # Folding may part what NFC has joined.
    return unicodedata.normalize("NFC", text.casefold().replace("i\u0307", "i").replace("ı", "i"))


def plain(words: str) -> str:
    """Return words of a normal text, with one character for each set of those that stand for one another."""
    return _VARIANTS.sub(lambda found: _PLAIN[found[0]], words)


def words_of(text: str) -> list[str]:
    """Return the words of a normal text."""
    return _word_in(text).findall(text)


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each word of a normal text begins and ends."""
    return (found.span() for found in _word_in(text).finditer(text))


def _word_in(text: str) -> re.Pattern[str] | regex.Pattern[str]:
    return _LATIN_WORD if _LATIN.fullmatch(text) else any_word()


def _simply(character: str) -> str:
    """Return what a character of a Latin text comes to in folded words: `_RARE` where that depends on others."""
    if not _LATIN.fullmatch(character) or character in "$£€§[+<=>~^%&":
        return _RARE
    if character in "'‘’":
        return "'"
    return plain(in_one_case(character)) if character.isalnum() else " "


_RARE = "\0"
# For most texts, to look up all their characters takes a sixth of the time that patterns take.
_SIMPLE = {ord(each): _simply(each) for each in (*map(chr, range(0x250)), *"–—‘’“”…€")}
# Beside a digit these may be part of a number, or a sign of their own.
_JOINS_NUMBERS = re.compile(r"[.,/#xX–-] ?[0-9]")
_LOOSE_APOSTROPHE = re.compile(r"''+|(?<![^ ])'|'(?![^ ])")


def simple_words(text: str) -> str | None:
    """Return the words of a text in which each character means the same wherever it stands, as they are compared.

    They have one space between. None if there may be another character in the text.
    """
    words = text.translate(_SIMPLE) if text.isascii() or _LATIN.fullmatch(text) else _RARE
    if _RARE in words or _JOINS_NUMBERS.search(text):
        return None
    return " ".join((_LOOSE_APOSTROPHE.sub(" ", words) if "'" in words else words).split())
