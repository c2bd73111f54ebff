"""The words behind a number: which of them say what is counted, and which are forms of one word."""

from __future__ import annotations

import functools
import unicodedata
from itertools import takewhile
from types import MappingProxyType
from typing import Final

from standfirst.language.locale import code_of
from standfirst.language.numbers.folding import WordTuple, folded_word
from standfirst.language.numbers.nouns import NounClass, classes_among

_LONGEST_ENDING: Final = 4
# Words for people who fared ill, which before another noun say that of it: "two dead dogs".
_FATES: Final = MappingProxyType(
    {
        "de": "tote toten tot getötete getöteten verletzte verletzten vermisste vermissten",
        "en": "dead killed wounded injured missing hurt homeless displaced",
    }
)
# What is counted ends before one of these words, and before any word of so few letters that is no known noun.
_SHORT: Final = 3
_ENDS: Final = MappingProxyType(
    {
        "ar": "على في من إلى عن مع بعد قبل خلال",
        "de": ("nach über unter zwischen neben hinter gegen ohne durch während wegen trotz sowie oder nahe beim"),
        "en": (
            "aboard about across after against along among around before behind beneath beside besides between "
            "beyond during from inside into like near onto outside over plus since than that their through "
            "toward towards under until upon were when where which while with within without have been lost left "
            "fled"
        ),
        "es": "ante bajo contra desde entre hacia hasta para según sobre tras durante como cuando",
        "fr": (
            "avec chez contre dans depuis derrière devant durant entre hors parmi pendant pour sans selon sous "
            "vers dont"
        ),
        "it": (
            "alla alle agli allo contro dalla dalle dallo della delle dello degli dopo durante dentro fuori "
            "nella nelle nello negli presso prima senza sopra sotto sulla sulle verso oltre"
        ),
        "nl": ("aan boven buiten door naar onder over rond sinds tegen tijdens tussen zonder langs binnen waarvan"),
        "pt": ("antes após contra depois desde durante entre para perante pela pelas pelo pelos sobre numa"),
        "ru": "возле между около перед после против среди через вместо вокруг кроме",
    }
)


# Languages in which the last of several nouns is what is counted: "bus drivers".
_HEAD_LAST: Final = frozenset({"de", "en", "nl", "ru"})


def counting_nouns(following: WordTuple, language: str) -> WordTuple:
    """Return the words behind a number that may say what is counted: those before a preposition or the like."""
    code = code_of(language)
    ends, fates = _ends(code), frozenset(_FATES.get(code, "").split())
    nouns = tuple(takewhile(lambda each: len(each) > _SHORT or bool(classes_among([each], language)), following))
    nouns = tuple(takewhile(lambda each: each not in ends, nouns))
    return nouns[1:] if nouns[:1] and nouns[0] in fates and classes_among(nouns[1:2], language) else nouns


def class_of_head(nouns: WordTuple, language: str) -> frozenset[NounClass]:
    """Return the class of the noun that stands for all: of "bus drivers" the last, of "chiens policiers" the first.

    Nothing is returned where that word is no known noun, as in "dogs barking".
    """
    return classes_among(nouns[-1:] if code_of(language) in _HEAD_LAST else nouns[:1], language)


@functools.cache
def _ends(code: str) -> frozenset[str]:
    return frozenset(folded_word(each, code) for each in _ENDS.get(code, "").split())


def share_a_word(first: WordTuple, second: WordTuple) -> bool:
    """Tell whether two names of a unit have a word in common, in whatever form: "boat" and "rescue boats"."""
    return any(are_forms_of_one(one, other) for one in first for other in second)


def are_forms_of_one(one: str, other: str) -> bool:
    """Tell whether two words may be forms of one: they differ in their endings alone, like "Haus" and "Häuser"."""
    one, other = _without_accents(one), _without_accents(other)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    shortest, longest = sorted((len(one), len(other)))
    return one == other or (alike >= max(3, shortest - 1) and longest - shortest <= _LONGEST_ENDING)


def _without_accents(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
