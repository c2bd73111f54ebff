"""Numbers that a writer states in a text, in digits or in words, and whether they agree with a figure."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from generator.language import NP_, locale, translations
from generator.model import Quantity
from generator.numbers.lexicon import Lexicon, Words, lexicon

_ARABIC_GROUP, _ARABIC_DECIMAL = "\u066c", "\u066b"
_JOINING = " \t\n\u00a0\u202f-\u2010\u2011"
_SPACES = " \u00a0\u2009\u202f"
# What English newspapers write for words: "£5m", "$1.5bn".
_SHORT = MappingProxyType({"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"})
_SHORTENED = re.compile(rf"(?<=\d)\s?(?P<scale>{'|'.join(_SHORT)})\b", re.IGNORECASE)
# "5m" may be metres.
_METRES = re.compile(r"(?<![\d.,$€£])(\d[\d.,]*)m\b")
# What stands between two numbers that are stated together, besides a dash.
_BETWEEN_NUMBERS = NP_("between-numbers", "to|and|or|through")
_DASHES = frozenset("-–—")


def numbers_in(text: str, language: str) -> tuple[Decimal, ...]:
    """Return every number that a text states, in its order.

    Numbers are written in the digits of any script, grouped and pointed as the language does it, or in words ("two
    hundred and thirteen", "half a million"), or both ("1.5 million"); the longest reading wins. Ordinals are none, nor
    are digits run together with letters ("19th", "1990s", "G20"). A word for one that stands alone is none either: in
    many languages it is an article or a pronoun too ("one of the captives", "un homme").
    """
    words, tokens = lexicon(language), _tokens(text, language)
    found, position = [], 0
    while position < len(tokens):
        number, position = _reading(tokens, position, words)
        if number is not None:
            found.append(number)
    return tuple(found)


def number_at_start(text: str, language: str) -> Decimal | None:
    """Return the number with which a text begins, or None where it begins with anything else."""
    tokens = _tokens(text, language)
    return _reading(tokens, 0, lexicon(language))[0] if tokens else None


def pairs_in(text: str, language: str) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield every two numbers in digits that a text states together: "60–80", "between 60 and 80", "60 or 80"."""
    joining = {*_DASHES, *translations(language).pgettext(*_BETWEEN_NUMBERS).split("|")}
    for first, second in itertools.pairwise(digits_in(text, language)):
        if text[first.end : second.start].strip().casefold() in joining:
            yield first.value, second.value


def with_scales_in_words(text: str, language: str) -> str:
    """Return a text with "5bn" as "5 billion" where its language shortens numbers so."""
    if language.partition("-")[0].lower() != "en":
        return text
    return _SHORTENED.sub(lambda found: f" {_SHORT[found['scale'].lower()]}", text)


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in digits that stands in a text from one offset to another."""

    start: int
    end: int
    value: Decimal


def digits_in(text: str, language: str) -> Iterator[FoundNumber]:
    """Yield every number that a text states in digits, in its order."""
    for found in _token_pattern(language).finditer(text):
        if found["digits"]:
            yield FoundNumber(found.start(), found.end(), _value(found["digits"], language))


def agrees(text: str, quantity: Quantity, language: str) -> bool | None:
    """Tell whether a text states a quantity: None where it states no number at all.

    It does if the number, and of a range both ends, are among the numbers it states; it may state others ("213 people
    in 2019"). The sign is left to its words ("fell by 3 per cent"). In English "m" after a number may be millions or
    metres.
    """
    stated = set(numbers_in(with_scales_in_words(text, language), language))
    if stated:
        stated |= {number for found in _METRES.finditer(text) for number in numbers_in(found[1], language)}
    if not stated:
        return None
    return all(end in stated or abs(end) in stated for end in (quantity.low, quantity.high))


# ---------------------------------------------------------------- tokens


@dataclass(frozen=True, slots=True)
class _Token:
    """A number in digits, or a word; `joined` says that only spaces or a hyphen part it from the token before."""

    word: str
    number: Decimal | None
    joined: bool


def _tokens(text: str, language: str) -> tuple[_Token, ...]:
    return tuple(_each_token(unicodedata.normalize("NFC", text), language))


def _each_token(text: str, language: str) -> Iterator[_Token]:
    end = 0
    for found in _token_pattern(language).finditer(text):
        gap = text[end : found.start()]
        end = found.end()
        number = _value(found["digits"], language) if found["digits"] else None
        yield _Token(found.group().casefold(), number, joined=not gap.strip(_JOINING))


def _value(digits: str, language: str) -> Decimal:
    group, decimal = _marks(language)
    plain = re.sub(f"[{group}]", "", digits).replace(decimal, ".").replace(_ARABIC_DECIMAL, ".")
    return Decimal(plain.replace("−", "-"))


@functools.cache
def _marks(language: str) -> tuple[str, str]:
    symbols = locale(language).number_symbols["latn"]
    group, decimal = symbols["group"], symbols["decimal"]
    return re.escape((_SPACES if group.isspace() else group) + _ARABIC_GROUP), decimal


@functools.cache
def _token_pattern(language: str) -> re.Pattern[str]:
    group, decimal = _marks(language)
    points = re.escape(decimal + _ARABIC_DECIMAL)
    whole = rf"(?:\d{{1,3}}(?:[{group}]\d{{2,3}})*[{group}]\d{{3}}|\d+)"
    number = rf"(?<![\w.,{points}])(?>[-−]?{whole}(?:[{points}]\d+)?)(?!\w)(?![{points}]\d)"
    return re.compile(rf"(?P<digits>{number})|[^\W\d_]+")


# ---------------------------------------------------------------- readings


@dataclass(frozen=True, slots=True)
class _Part:
    """A number up to its last scale ("two hundred thousand"), that scale, or 1, and the token after it."""

    value: Decimal
    end: int
    scale: Decimal


def _reading(tokens: tuple[_Token, ...], start: int, words: Lexicon) -> tuple[Decimal | None, int]:
    """Return the number that begins at a token, if one does, and the token after what was read."""
    part = _part(tokens, start, words)
    if part is None:
        return None, start + max(1, len(_entry(tokens, start, words)))
    total = part.value
    while part.scale > 1 and (after := _part_after(tokens, part.end, words)) and after.value < part.scale:
        total += after.value
        part = after
    following = _past_joiner(tokens, part.end, words)
    ordinal = _entry(tokens, following, words)
    if ordinal in words.ordinals and tokens[following].joined:
        return None, following + len(ordinal)
    alone = part.end == start + 1 and tokens[start].number is None
    return (None if alone and total == 1 else total), part.end


def _part(tokens: tuple[_Token, ...], start: int, words: Lexicon) -> _Part | None:
    value, end, scale = tokens[start].number, start + 1, Decimal(1)
    if value is None:
        entry = _entry(tokens, start, words)
        if entry not in words.numbers:
            return None
        value, end = words.numbers[entry], start + len(entry)
        scale = words.scales.get(" ".join(entry), scale)
    value, end = _with_half(tokens, end, value, scale, words)
    while end < len(tokens) and tokens[end].joined and (further := words.scales.get(tokens[end].word)):
        value, scale, end = value * further, scale * further, end + 1
    return _Part(*_with_half(tokens, end, value, scale, words), scale)


def _with_half(
    tokens: tuple[_Token, ...], end: int, value: Decimal, scale: Decimal, words: Lexicon
) -> tuple[Decimal, int]:
    """Return a number with the half of its scale that the next words may add, and the token after what was read."""
    for half in words.halves:
        following = tokens[end : end + len(half)]
        if tuple(token.word for token in following) == half and all(token.joined for token in following):
            return value + scale / 2, end + len(half)
    return value, end


def _part_after(tokens: tuple[_Token, ...], end: int, words: Lexicon) -> _Part | None:
    """Return what goes on with a number that ended with a scale; that is in words even where it began in digits."""
    following = _past_joiner(tokens, end, words)
    if following == len(tokens) or not tokens[following].joined or tokens[following].number is not None:
        return None
    return _part(tokens, following, words)


def _past_joiner(tokens: tuple[_Token, ...], end: int, words: Lexicon) -> int:
    joins = end < len(tokens) and tokens[end].joined and tokens[end].word == words.joiner
    return end + 1 if joins else end


def _entry(tokens: tuple[_Token, ...], start: int, words: Lexicon) -> Words:
    """Return the longest entry of the lexicon that begins at a token; an empty one where none does."""
    run: list[str] = []
    for token in tokens[start : start + words.longest]:
        if token.number is not None or (run and not token.joined):
            break
        run.append(token.word)
    entries = (tuple(run[:length]) for length in range(len(run), 0, -1))
    return next((entry for entry in entries if entry in words.numbers or entry in words.ordinals), ())
