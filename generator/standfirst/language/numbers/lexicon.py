"""The number words of a language, compiled from what ICU spells out and from the table in `vocabularies`."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

import regex

from standfirst.language.locale import code_of
from standfirst.language.numbers.folding import LETTERS, PREFIXED, WordTuple, entry_words, fewest_pieces, folded_word
from standfirst.language.numbers.spelling import PARTS, is_spelled_out, spellings
from standfirst.language.numbers.vocabularies import (
    ACCENTS_LEFT_OUT,
    ARABIC_FORMS,
    PARTS_THAT_CHANGE,
    WRITTEN_TOGETHER,
    NumberVocabulary,
    alternatives,
    by_alternative,
    fractions_by_alternative,
    vocabulary,
)
from standfirst.model.frozen_class import frozen

_SCALES: Final = tuple(10**power for power in (3, 4, 5, 6, 7, 8, 9, 11, 12, 15))
# Multiples that show every form that a number takes before a scale: `deux cents`, but `deux cent mille`.
_MULTIPLES: Final = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20, 21, 25, 100, 200, 500)
_SMALL: Final = range(100)
_BEFORE_SCALES: Final = (2, 80, *range(21, 100, 10))
_HUNDREDS: Final = range(100, 1000, 100)
_ORDINALS: Final = (*range(1, 101), 1000, 10**6)
# Numbers whose spelling shows what stands between the parts of a number.
_JOINED: Final = (101, 113, 213, 1001, 1013, 10**6 + 1)
_ACCENTS: Final = regex.compile(r"(?<=[aeiou])\p{Mn}")


@frozen
class Lexicon:
    """The number words of one language, as `folded_word` gives them.

    `numbers` are words for a number, `scales` multiply the number before them, `short` multiply digits alone.
    `fractions` have their value, `ordinals` their whole number. `starts` are all words with which any of these may
    begin. `together` says that the words of a number are written as one; `longest` is how many words the longest entry
    has. The rest is as the table in `vocabularies` has it.
    """

    code: str
    numbers: Mapping[WordTuple, Decimal]
    scales: Mapping[str, Decimal]
    short: Mapping[str, Decimal]
    fractions: Mapping[str, Fraction]
    ordinals: Mapping[WordTuple, int]
    joiners: frozenset[str]
    articles: frozenset[str]
    of: frozenset[str]
    vague: frozenset[str]
    perhaps: Mapping[Decimal, frozenset[WordTuple]]
    ratios: tuple[WordTuple, ...]
    every: frozenset[str]
    parts_of: frozenset[str]
    tenths: WordTuple
    between: frozenset[WordTuple]
    percents: tuple[WordTuple, ...]
    endings: WordTuple
    starts: frozenset[str]
    longest: int
    together: bool


@functools.cache
def lexicon(language: str) -> Lexicon:
    """Return the number words of a language, by its BCP 47 tag."""
    return _lexicon(code_of(language))


@functools.cache
def _lexicon(code: str) -> Lexicon:
    table = vocabulary(code)
    numbers = _numbers(code, table)
    scales = _scales(code, numbers) | _worded(by_alternative({**table.scales, **table.bare}), code)
    bare = {(key,): Decimal(scale) for key, scale in _worded(by_alternative(table.bare), code).items()}
    numbers |= bare | dict(_whole_scales(numbers, scales, code))
    ordinals = _ordinals(code)
    return Lexicon(
        code=code,
        numbers=MappingProxyType(numbers),
        scales=MappingProxyType({each_word: Decimal(scale) for each_word, scale in scales.items()}),
        short=MappingProxyType(
            {key: Decimal(scale) for key, scale in _worded(by_alternative(table.short), code).items()}
        ),
        fractions=MappingProxyType(
            {folded_word(key, code): part for key, part in fractions_by_alternative(table.fractions).items()}
        ),
        ordinals=MappingProxyType(ordinals),
        joiners=_joiners(code, table, numbers, scales),
        articles=_known_ways(table.articles, code),
        of=_known_ways(table.of, code),
        vague=_known_ways(table.vague, code),
        perhaps=MappingProxyType(_perhaps(table, code)),
        ratios=_phrases(table.ratio, code),
        every=_known_ways(table.every, code),
        parts_of=_known_ways(table.part_of, code),
        tenths=alternatives(table.tenths),
        between=frozenset(_phrases(table.between, code)),
        percents=tuple(phrase for phrase in _phrases(table.percent, code) if phrase),
        endings=tuple(folded_word(way, code) for way in alternatives(table.endings)),
        starts=frozenset(_starts(code, table, (*numbers, *ordinals))),
        longest=max(map(len, (*numbers, *ordinals)), default=0),
        together=_writes_together(code),
    )


def _starts(code: str, table: NumberVocabulary, entries: Iterable[WordTuple]) -> Iterator[str]:
    """Yield the words with which a number may begin; most words of a text are not among them."""
    yield from (entry[0] for entry in entries if entry)
    yield from (folded_word(part, code) for part in fractions_by_alternative(table.fractions))
    yield from _known_ways(table.articles, code)
    yield from (phrase[0] for phrase in _phrases(table.percent, code) if phrase)


def _known_ways(words: str, code: str) -> frozenset[str]:
    return frozenset(folded_word(way, code) for way in alternatives(words))


def _phrases(words: str, code: str) -> tuple[WordTuple, ...]:
    """Return phrases, the longest first."""
    phrases = (tuple(folded_word(each_word, code) for each_word in LETTERS.findall(way)) for way in alternatives(words))
    return tuple(sorted(phrases, key=len, reverse=True))


def _worded(table: Mapping[str, int], code: str) -> dict[str, int]:
    return {folded_word(key, code): value for key, value in table.items()}


def _perhaps(table: NumberVocabulary, code: str) -> dict[Decimal, frozenset[WordTuple]]:
    found: dict[Decimal, frozenset[WordTuple]] = {}
    for words, meant in table.perhaps.items():
        value = Decimal(meant)
        found[value] = found.get(value, frozenset()) | {entry_words(way, code) for way in alternatives(words)}
    return found


# ---------------------------------------------------------------- what ICU spells out


@functools.cache
def _writes_together(code: str) -> bool:
    """Tell whether a language writes the words of a number as one: German "zweihundertdreizehn"."""
    return code in WRITTEN_TOGETHER or any(mark in spelled for spelled in spellings(213, code)[:1] for mark in PARTS)


def _numbers(code: str, table: NumberVocabulary) -> dict[WordTuple, Decimal]:
    if not is_spelled_out(code):
        return {}
    spelled = range(1000) if code in PARTS_THAT_CHANGE else (*_SMALL, *_HUNDREDS)
    found = {words: Decimal(number) for number in spelled for words in _ways_to_write(number, code)}
    found |= {words: hundred for words, hundred in _before_more(found, code) if words not in found}
    found |= _with_halves(found, table, code)
    more = {entry_words(key, code): part for key, part in fractions_by_alternative(table.numbers).items()}
    return found | {words: Decimal(part.numerator) / part.denominator for words, part in more.items()}


def _before_more(found: Mapping[WordTuple, Decimal], code: str) -> Iterator[tuple[WordTuple, Decimal]]:
    """Yield the forms that numbers have only before a rest or a scale: `deux cent`, `quatre-vingt`."""
    for hundred in _HUNDREDS:
        for words in _ways_to_write(hundred + 13, code):
            tail = next((each for each in range(1, len(words)) if found.get(words[each:]) == 13), 0)
            if tail:
                yield words[:tail], Decimal(hundred)
    for number in _BEFORE_SCALES:
        yield from ((words[:-1], Decimal(number)) for words in _ways_to_write(number * 1000, code) if words[1:])


def _whole_scales(
    numbers: Mapping[WordTuple, Decimal], scales: Mapping[str, int], code: str
) -> Iterator[tuple[WordTuple, Decimal]]:
    """Yield scales that are numbers by themselves, and the duals of Arabic: `mille`, `mil`, `ألفين`."""
    known = frozenset({words[0] for words in numbers if len(words) == 1} | set(scales))
    for scale, multiple in itertools.product(_SCALES if is_spelled_out(code) else (), (1, 2)):
        for words in _ways_to_write(scale * multiple, code):
            parted = _writes_together(code) and len(words) == 1 and len(fewest_pieces(words[0], known)) > 1
            if len(words) == 1 and words not in numbers and not parted:
                yield words, Decimal(scale * multiple)


def _with_halves(found: Mapping[WordTuple, Decimal], table: NumberVocabulary, code: str) -> dict[WordTuple, Decimal]:
    small = [(words[0], number) for words, number in found.items() if len(words) == 1 and 0 < number < 20]
    halves = [folded_word(way, code) for way in alternatives(table.after_half)]
    return {(one + half,): number + Decimal("0.5") for one, number in small for half in halves}


def _ways_to_write(number: int, code: str) -> Iterator[WordTuple]:
    """Yield the words for a number as ICU spells it out, and in the other forms that people write."""
    for spelled in spellings(number, code):
        words = entry_words(spelled, code)
        yield words
        if code in ACCENTS_LEFT_OUT:
            yield tuple(map(_without_accents, words))
        if code == "ar":
            yield from itertools.product(*(ARABIC_FORMS.get(each_word, (each_word,)) for each_word in words))


def _without_accents(text: str) -> str:
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))


def _scales(code: str, numbers: Mapping[WordTuple, Decimal]) -> dict[str, int]:
    """Return the words that multiply the number before them, by how ICU spells multiples of each scale."""
    found: dict[str, int] = {}
    for scale, multiple in itertools.product((100, *_SCALES) if is_spelled_out(code) else (), _MULTIPLES):
        for spelled in spellings(scale * multiple, code):
            words = _split(spelled, code)
            before = numbers.get(words[:-1]) or numbers.get(("".join(words[:-1]),))
            if words[1:] and before == multiple:
                found.setdefault(words[-1], scale)
    return found


def _split(spelled: str, code: str) -> WordTuple:
    """Return the words of a number that ICU spelled, and the parts of words that are written together."""
    return entry_words(regex.sub(f"[{PARTS}]", " ", spelled), code)


def _ordinals(code: str) -> dict[WordTuple, int]:
    spelled = _ORDINALS if is_spelled_out(code) else ()
    return {
        entry_words(each_way, code): number
        for number in reversed(spelled)
        for each_way in spellings(number, code, ordinal=True)
        if entry_words(each_way, code)
    }


def _joiners(
    code: str, table: NumberVocabulary, numbers: Mapping[WordTuple, Decimal], scales: Mapping[str, int]
) -> frozenset[str]:
    """Return the words between the parts of a number, from the table and from numbers that ICU spells."""
    found = {*_known_ways(table.joiners, code), *PREFIXED.get(code, "")}
    known = {each_word for words in numbers for each_word in words} | set(scales)
    for number in _JOINED if is_spelled_out(code) and not table.joiners else ():
        for spelled in spellings(number, code):
            found.update(each_word for each_word in entry_words(spelled, code)[1:-1] if each_word not in known)
    return frozenset(found)
