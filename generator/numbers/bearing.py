"""Whether wording states a quantity, as far as its language can be read."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from num2words import num2words

from generator.language import without_arabic_marks
from generator.model import Quantity
from generator.numbers.lexicon import Words, is_read_in_words, lexicon, words_of
from generator.numbers.stated import numbers_in, with_scales_in_words

# Words for one and for a half count only where that number is sought: they are articles, pronouns and parts too.
_ONE: Final = MappingProxyType(
    {
        "ar": "واحد|واحدة|أحد|إحدى",
        "ca": "un|una",
        "de": "ein|eine|einem|einen|einer|eines|eins|einzige|einziger|einziges",
        "en": "one|a|an|single|sole|lone",
        "es": "un|una|uno",
        "fr": "un|une|seul|seule",
        "it": "un|una|uno|solo|sola",
        "nl": "een|één|enige",
        "pt": "um|uma",
        "ru": "один|одна|одно|одного|одной|одному|одну|одним",
    }
)
_HALF: Final = MappingProxyType(
    {
        "ar": "نصف",
        "de": "halb|halbe|halben|halber|halbes|hälfte",
        "en": "half",
        "es": "medio|media|mitad",
        "fr": "demi|demie|moitié",
        "it": "mezzo|mezza|metà",
        "nl": "half|halve|helft",
        "pt": "meio|meia|metade",
        "ru": "пол|половина|половины|половину",
    }
)
# Of large numbers num2words fails in Amharic, or never ends.
_FAULTY: Final = frozenset({"am"})
# What stands for the ending of an Arabic dual or plural, in whatever case.
_ENDING: Final = "~"
_ARABIC_LETTERS: Final = str.maketrans("\u0622\u0623\u0625\u0671\u0649", "\u0627\u0627\u0627\u0627\u064a")


def states(texts: Sequence[str], quantity: Quantity, language: str) -> bool:
    """Tell whether texts, in their language, state a number, and of a range both ends, in digits or in words.

    Where number words are not read (`numbers_in`), only the number as num2words writes it is recognised. Texts of such
    a language that have no digits at all, and not one number in one word, are taken to state whatever they are asked
    for: what cannot be read cannot be judged. The sign of a number is left to the words.
    """
    code = language.partition("-")[0].lower()
    texts = [*texts, *(with_scales_in_words(text, language) for text in texts)]
    stated = {number for text in texts for number in numbers_in(text, language)}
    words = [_words(text, code) for text in texts]
    return all(_is_among(abs(end), stated, words, code) for end in (quantity.low, quantity.high))


def _is_among(value: Decimal, stated: set[Decimal], texts: Sequence[Words], code: str) -> bool:
    if value in stated or -value in stated or _has_a_word_for(value, texts, code):
        return True
    read = is_read_in_words(code)
    if read and not _writes_numbers_together(code):
        return False
    spoken = _spoken(value, code)
    stands = bool(spoken) and any(_stands_in(text, spoken, code) for text in texts)
    return stands or not (read or stated or _has_one_number_word(texts, code))


def _has_one_number_word(texts: Sequence[Words], code: str) -> bool:
    """Tell whether texts have one number in one word; one of several words may be put in more ways than are known."""
    ones = {_key(word, code) for word in _ONE.get(code, "").split("|")}
    return sum(word in _number_words(code) and word not in ones for text in texts for word in text) == 1


def _has_a_word_for(value: Decimal, texts: Sequence[Words], code: str) -> bool:
    """Tell whether the texts have a word for one or a half; or, in Arabic, a word that may be two of something."""
    if code == "ar" and value == 2:
        return any(word.endswith(_ENDING) for text in texts for word in text)
    known = _ONE.get(code, "") if value == 1 else _HALF.get(code, "") if value == Decimal("0.5") else ""
    spelled = {_key(word, code) for word in known.split("|") if word}
    return any(word in spelled for text in texts for word in _without_halves(text, code))


def _without_halves(text: Words, code: str) -> Words:
    """Return words without the "one and a half" among them, which is neither one nor a half."""
    plain = f" {' '.join(text)} "
    for half in lexicon(code).halves:
        plain = re.sub(rf" \S+ {re.escape(' '.join(half))} ", " ", plain)
    return tuple(plain.split())


# ---------------------------------------------------------------- as num2words writes it


@functools.cache
def _spoken(value: Decimal, code: str) -> Words:
    """Return the words for a whole number, none where num2words has none."""
    if value != int(value) or code in _FAULTY:
        return ()
    try:
        return _words(num2words(int(value), lang=code), code)
    except (NotImplementedError, OverflowError):
        return ()


@functools.cache
def _writes_numbers_together(code: str) -> bool:
    """Tell whether a language has numbers in words that are too many for a lexicon: German "eintausendeins"."""
    return len(_spoken(Decimal(213), code)) == 1


def _stands_in(text: Words, spoken: Words, code: str) -> bool:
    """Tell whether words stand in a text, and not as the part of a longer number."""
    numbers = _number_words(code)
    for start in range(len(text) - len(spoken) + 1):
        end = start + len(spoken)
        if text[start:end] == spoken and numbers.isdisjoint((*text[max(0, start - 1) : start], *text[end : end + 1])):
            return True
    return False


@functools.cache
def _number_words(code: str) -> frozenset[str]:
    """Return the single words that are numbers by themselves."""
    numbers = (*range(101), *range(200, 1000, 100), 10**3, 10**6, 10**9)
    spoken = (_spoken(Decimal(number), code) for number in numbers)
    return frozenset(words[0] for words in spoken if len(words) == 1)


# ---------------------------------------------------------------- words as they are compared


def _words(text: str, code: str) -> Words:
    plain = without_arabic_marks(unicodedata.normalize("NFKC", text)) if code == "ar" else text
    return tuple(key for word in words_of(plain) if (key := _key(word, code)))


@functools.lru_cache(maxsize=4096)
def _key(word: str, code: str) -> str:
    """Return a word without what agrees with its noun: in Arabic its gender and case, and "and" before it."""
    if code != "ar":
        return word
    word = word.translate(_ARABIC_LETTERS).removeprefix("و").replace("مائ", "مئ")
    if word.startswith("اثن"):
        return f"اثن{_ENDING}"
    if word.endswith(("ون", "ين")) or (word.endswith("ان") and len(word) > 4):
        return word[:-2] + _ENDING
    if word.endswith(("تا", "تي")):
        return word[:-1] + _ENDING
    return word.removesuffix("ة").removesuffix("ي")
