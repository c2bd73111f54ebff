"""Whether texts state a quantity, as far as their language can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from standfirst.language.numbers.agreement import states_in_unit, with_unit_scale
from standfirst.language.numbers.folding import entry_words
from standfirst.language.numbers.lexicon import Lexicon, lexicon
from standfirst.language.numbers.spelling import spellings
from standfirst.language.numbers.stated_numbers import StatedNumber, stated_numbers
from standfirst.language.numbers.tokens import Token, tokens_in
from standfirst.language.numbers.vocabularies import READ_WHOLE
from standfirst.model import Quantity

# The dual of an Arabic noun says two of it, and Arabic words have more forms than are known.
_ARABIC: Final = "ar"
_DUALS: Final = ("\u0627\u0646", "\u064a\u0646", "\u062a\u0627", "\u062a\u064a")
_SHORTEST_DUAL: Final = 4
_LONGEST_WORD: Final = 60


def is_supported(
    quantity: Quantity, texts: Sequence[str], language: str, unit: str = "", *, whole: Sequence[str] = ()
) -> bool:
    """Tell whether texts, in their language, state a number, and of a range both ends, in digits or in words.

    Words that mean a number and other things too state it: "a single man" states one. Texts are taken to state any
    number if they state none that is known and nobody has looked at the number words of their language: what cannot be
    read cannot be judged. The sign of a number is left to the words.
    """
    words = lexicon(language)
    found = [(text, stated_numbers(text, language)) for text in texts]
    judged = words.code in READ_WHOLE - {_ARABIC} or any(stated_numbers(text, language) for text in whole or texts)
    return not judged or all(
        any(
            _states(text, each, size, unit, words)
            for text, each in found
            for size in with_unit_scale(end, unit, language)
        )
        for end in (quantity.low, quantity.high)
    )


def _states(text: str, found: Sequence[StatedNumber], value: Decimal, unit: str, words: Lexicon) -> bool:
    if any(states_in_unit(each, value, unit) for each in found):
        return True
    value = abs(value)
    if words.code not in READ_WHOLE and _is_spelled_out(text, value, words):
        return True
    unread = tuple(_outside(tokens_in(text, words.code), found))
    return _has_a_word_for(unread, value, words) or any(_is_made_of(token.word, value, words) for token in unread)


def _is_spelled_out(text: str, value: Decimal, words: Lexicon) -> bool:
    """Tell whether a text has a number as ICU spells it out, and not as a part of a longer one."""
    if value != int(value):
        return False
    plain = entry_words(text, words.code)
    spelled = {tuple(entry_words(each, words.code)) for each in spellings(int(value), words.code)}
    return any(each and _stands_apart(plain, each, words) for each in spelled)


def _stands_apart(plain: Sequence[str], spelled: Sequence[str], words: Lexicon) -> bool:
    """Tell whether words stand somewhere among others without a number right beside them."""
    for start in range(len(plain) - len(spelled) + 1):
        end = start + len(spelled)
        beside = (*plain[max(0, start - 1) : start], *plain[end : end + 1])
        if tuple(plain[start:end]) == spelled and all((word,) not in words.numbers for word in beside):
            return True
    return False


def _outside(tokens: Sequence[Token], found: Sequence[StatedNumber]) -> Iterator[Token]:
    """Yield the tokens of a text that belong to no number that was surely read; both are in its order."""
    places = iter(found)
    place = next(places, None)
    for token in tokens:
        while place and place.end <= token.start:
            place = next(places, None)
        if not place or token.end <= place.start or not place.sure:
            yield token


def _has_a_word_for(tokens: Sequence[Token], value: Decimal, words: Lexicon) -> bool:
    if words.code == _ARABIC and value == 2 and any(_may_be_dual(token.word) for token in tokens):
        return True
    known = words.perhaps.get(value, frozenset())
    return any((token.word,) in known for token in tokens)


def _may_be_dual(word: str) -> bool:
    return len(word) > _SHORTEST_DUAL and word.endswith(_DUALS)


def _is_made_of(word: str, value: Decimal, words: Lexicon) -> bool:
    """Tell whether a word is a number with one of the endings of its language: "fünfjährig", "двухлетний"."""
    if not words.endings or len(word) > _LONGEST_WORD:
        return False
    numbers = (word[: word.find(ending)] for ending in words.endings if word.find(ending) > 1)
    return any(each.states(value) for number in numbers for each in stated_numbers(number, words.code))
