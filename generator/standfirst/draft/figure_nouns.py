"""The noun that a number counts in English, and in other languages as far as the tables of numbers have it."""

from __future__ import annotations

from typing import Final

import regex

from standfirst.language.locale import code_of
from standfirst.language.numbers.amounts import words_after
from standfirst.language.numbers.noun_phrases import counting_nouns
from standfirst.language.numbers.nouns import classes_among
from standfirst.model.frozen_class import frozen

# People who fared ill are counted without a noun: "1,009 injured".
FATES: Final = frozenset(
    {"dead", "killed", "wounded", "injured", "missing", "hurt", "homeless", "displaced", "arrested"}
)
_PEOPLE: Final = "people"
# Plurals without an s; and words with one that are none.
_PLURALS: Final = frozenset(
    {"people", "men", "women", "children", "police", "troops", "personnel", "staff", "youth", "fish"}
)
_SINGULARS: Final = regex.compile(r"(?:ss|us|is|'s)$")
_PLURAL: Final = regex.compile(r"\p{L}{2,}s$|(?:men|people|children)$")
# Words that say more of what is counted before it is named.
_ADJECTIVE: Final = regex.compile(
    r"(?:more|other|new|old|young|severe|additional|foreign|local|former|large|small|major|big|top|key|main|least|"
    r"different|separate|consecutive|straight|such|dead|wounded|"
    r"\p{L}+(?:al|ive|ous|ful|ish|able|ible|ic|est|ed|ian|ese|-old))$"
)
_NEXT: Final = regex.compile(r"[ \u00a0-](?P<word>[\p{L}][\p{L}'’-]*)")
# "A 9,400-tonne vessel".
_MEASURED: Final = regex.compile(
    r"-(?P<unit>tonne|ton|mile|kilometer|kilometre|metre|meter|foot|acre|hectare|seat|page|member|bed|room|pound)(?=\s\p{L})"
)
_OTHERS: Final = regex.compile(r"(?P<words> and (?:crew|staff|\p{Ll}+s))(?= (?:on|in|at|aboard|from|were|had|who)\b)")
_NO_NOUNS: Final = frozenset({"was", "has", "does", "is", "this", "its", "his", "as", "us", "thus", "yes", "always"})
# What is counted in a manner of speaking.
_FIGURATIVE: Final = frozenset({"steps", "sides", "ways", "things"})
_MOST: Final = 5


@frozen
class Noun:
    """What is counted: `unit` as figures have it, and where the words of the text for it end."""

    unit: str
    end: int
    is_fate: bool = False


def noun_behind(text: str, position: int, language: str) -> Noun | None:
    """Return the noun that the number which ends at a place counts; None where nothing shows one."""
    if code_of(language) != "en":
        return _known_noun(text, position, language)
    if measured := _MEASURED.match(text, position):
        return Noun(f"{measured['unit']}s".replace("foots", "feet"), measured.end())
    words: list[tuple[str, int]] = []
    place = position
    while len(words) < _MOST and (found := _NEXT.match(text, place)):
        place = found.end()
        word = found["word"].lower().replace("’", "'")
        if word in FATES and not words:
            following = _NEXT.match(text, place)
            if not (following and _is_plural(following["word"].lower())):
                return Noun(_PEOPLE, place, is_fate=True)
        words.append((found["word"], place))
        if _is_plural(word):
            return None if word in _FIGURATIVE else _with_others(text, _unit([each for each, _ in words]), place)
        if not counting_nouns((word,), language) and not _ADJECTIVE.match(word):
            return None
    return None


def _with_others(text: str, unit: str, end: int) -> Noun:
    """Return a noun with a second that is counted along with it: "187 passengers and crew on board"."""
    others = _OTHERS.match(text, end)
    return Noun(f"{unit}{others['words']}", others.end()) if others else Noun(unit, end)


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (
        word not in _NO_NOUNS and _PLURAL.search(word) is not None and not _SINGULARS.search(word)
    )


def _unit(words: list[str]) -> str:
    """Return the noun without the adjectives before it: "severe flood warnings" are flood warnings."""
    kept = list(words)
    while len(kept) > 1 and (_ADJECTIVE.match(kept[0].lower()) or len(kept) > 2):
        kept.pop(0)
    return " ".join(kept)


def _known_noun(text: str, position: int, language: str) -> Noun | None:
    following = words_after(text, position, language)
    nouns = counting_nouns(tuple(word for word, _ in following), language)
    if not classes_among(nouns, language):
        return None
    end = following[len(nouns) - 1][1]
    return Noun(text[position:end].strip(), end)
