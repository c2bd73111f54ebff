"""Words that are broken at the ends of lines, put together again, and hyphens that are words' own, kept.

The text itself tells them apart. A word that elsewhere stands in one is one. A hyphen is kept where elsewhere it stands
within a line, or both of its sides are words: "well-known", but "govern-ment". What is left is taken for one word, as
most of it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

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


@frozen
class _Vocabulary:
    """The words of a text that stand whole in its lines: those in one, and those with a hyphen."""

    simple: frozenset[str]
    compound: frozenset[str]


def join_lines(paragraphs: Iterable[str], pages: int) -> CopyText:
    """Return the text of paragraphs whose lines were broken to a width; a line may begin with page turns."""
    broken = tuple(paragraphs)
    vocabulary = _vocabulary_of(broken)
    rejoined: set[tuple[str, str]] = set()

    def joined(found: regex.Match[str]) -> str:
        before, turns, behind = found["before"], found["turns"], found["behind"]
        if _is_one_word(found, vocabulary):
            rejoined.add((before.casefold(), behind.casefold()))
            return f"{before}{turns}{behind}"
        blank = " " if behind in _CONJUNCTIONS else ""
        return f"{before}{found['hyphen']}{blank}{turns}{behind}"

    return CopyText(
        tuple(_OWN.sub(r"\g<turns>", _BROKEN.sub(joined, paragraph)) for paragraph in broken),
        frozenset(rejoined),
        pages,
    )


def _is_one_word(found: regex.Match[str], vocabulary: _Vocabulary) -> bool:
    before, behind = found["before"].casefold(), found["behind"].casefold()
    if found["hyphen"] == _SOFT or before + behind in vocabulary.simple:
        return True
    if behind in _CONJUNCTIONS or f"{before}-{behind}" in vocabulary.compound:
        return False
    return not {before, behind} <= vocabulary.simple


def _vocabulary_of(paragraphs: Iterable[str]) -> _Vocabulary:
    words = frozenset(word for paragraph in paragraphs for word in _whole_words(paragraph))
    compound = frozenset(word for word in words if "-" in word)
    return _Vocabulary(words - compound, compound)


def _whole_words(paragraph: str) -> Iterator[str]:
    for found in _WORD.finditer(_BROKEN.sub(" ", paragraph.replace(PAGE_TURN, ""))):
        yield found[0].casefold().replace("\u2010", "-")
