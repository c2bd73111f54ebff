"""Words that are broken at the ends of lines, put together again, and hyphens that are words' own, kept.

The text itself tells them apart. A word that elsewhere stands in one is one. A hyphen is kept where elsewhere it stands
within a line, or both of its sides are words: "well-known", but "govern-ment". Of an English text, common words of the
language count as if they stood in it; numbers are known in every language that writes hyphens in them: "forty-six".
What is left is taken for one word, as most of it is. Either may be wrong, so that what is cited is compared with both.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

import regex

from standfirst.language.common_words import common_words
from standfirst.language.numbers.spelling import spellings
from standfirst.language.words import fold
from standfirst.model.frozen_class import frozen
from standfirst.sources.copy_text import PAGE_TURN, CopyText

_LETTERS = r"[\p{L}\p{M}]{1,60}+"
# A word that goes on in the next line, maybe on the next page. A soft hyphen is no word's own.
_BROKEN = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}])(?P<before>{_LETTERS})(?P<hyphen>[-\u2010\u00ad])\n(?P<turns>\f*)(?P<behind>\p{{Ll}}{_LETTERS})"
)
# What goes on with a capital or a number keeps its hyphen, without a blank.
_OWN = regex.compile(r"(?<=[\p{L}\p{M}\p{Nd}][-\u2010])\n(?P<turns>\f*)(?=[\p{Lu}\p{Lt}\p{Nd}])")
_WORD = regex.compile(rf"{_LETTERS}(?:[-\u2010]{_LETTERS})*+")
# In "pre- and post-war" the hyphen stands for a word.
_CONJUNCTIONS = frozenset({"and", "or", "und", "oder", "et", "ou", "och", "og"})
_SOFT = "\u00ad"
# Words that seldom are; they begin others, without a hyphen.
_PREFIXES = frozenset({"con", "dis", "em", "inter", "re"})
# Of an English text so many of its different words are common ones at least; the rest are names and rare words.
_ENGLISH = 0.5
# Languages that write hyphens in numbers, up to the largest that have one.
_WITH_HYPHENS, _NUMBERS = ("af", "ca", "en", "fr"), range(17, 100)


@frozen
class _Vocabulary:
    """The words of a text that stand whole in its lines: those in one, and those with a hyphen.

    `language` are those that are known of its language, without the text.
    """

    simple: frozenset[str]
    compound: frozenset[str]
    language: frozenset[str]

    def has(self, word: str) -> bool:
        """Tell whether a word stands in the text, or is one of its language."""
        return word in self.simple or (word in self.language and word not in _PREFIXES)


def join_lines(paragraphs: Iterable[str], pages: int) -> CopyText:
    """Return the text of paragraphs whose lines were broken to a width; a line may begin with page turns."""
    broken = tuple(paragraphs)
    vocabulary = _vocabulary_of(broken)
    rejoined: set[tuple[str, str]] = set()
    parted: set[tuple[str, str]] = set()

    def joined(found: regex.Match[str]) -> str:
        before, turns, behind = found["before"], found["turns"], found["behind"]
        is_one = _is_one_word(found, vocabulary)
        (rejoined if is_one else parted).add((fold(before), fold(behind)))
        if is_one:
            return f"{before}{turns}{behind}"
        blank = " " if behind in _CONJUNCTIONS else ""
        return f"{before}{found['hyphen']}{blank}{turns}{behind}"

    return CopyText(
        tuple(_OWN.sub(r"\g<turns>", _BROKEN.sub(joined, paragraph)) for paragraph in broken),
        frozenset(rejoined),
        frozenset(parted),
        pages,
    )


def _is_one_word(found: regex.Match[str], vocabulary: _Vocabulary) -> bool:
    before, behind = found["before"].casefold(), found["behind"].casefold()
    if found["hyphen"] == _SOFT or before + behind in vocabulary.simple:
        return True
    if behind in _CONJUNCTIONS or f"{before}-{behind}" in vocabulary.compound or (before, behind) in _in_numbers():
        return False
    # Nobody breaks a word behind its first letter, and what goes on behind an abbreviation, as in "US-led", is a word.
    if len(before) == 1 or found["before"].isupper():
        return False
    if before + behind in vocabulary.language:
        return True
    # Most names begin as some word does: "Liver-pool".
    begins = vocabulary.has(before) if found["before"].islower() else before in vocabulary.simple
    return not (begins and vocabulary.has(behind))


@functools.cache
def _in_numbers() -> frozenset[tuple[str, str]]:
    """Return what stands before and behind each hyphen in numbers: "forty", "six"."""
    written = chain.from_iterable(
        spellings(number, code, ordinal=ordinal)
        for code in _WITH_HYPHENS
        for number in _NUMBERS
        for ordinal in (False, True)
    )
    return frozenset(chain.from_iterable(pairwise(each.split("-")) for each in written))


def _vocabulary_of(paragraphs: Iterable[str]) -> _Vocabulary:
    words = frozenset(word for paragraph in paragraphs for word in _whole_words(paragraph))
    compound = frozenset(word for word in words if "-" in word)
    simple = words - compound
    is_english = len(simple & common_words()) >= _ENGLISH * len(simple)
    return _Vocabulary(simple, compound, common_words() if is_english else frozenset())


def _whole_words(paragraph: str) -> Iterator[str]:
    for found in _WORD.finditer(_BROKEN.sub(" ", paragraph.replace(PAGE_TURN, ""))):
        yield found[0].casefold().replace("\u2010", "-")
