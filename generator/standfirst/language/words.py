"""Wording as citations are compared: word by word, whatever stands between the words, in whatever case.

What a word is, `characters` says. Folded text is a text's words in NFC, case folded, with one space between.
"""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from typing import NewType

import regex

from standfirst.language.characters import UNSPACED, WORD, in_one_case, normal, plain, words_of
from standfirst.model import Passage
from standfirst.problems.errors import problem

Folded = NewType("Folded", str)
Digest = NewType("Digest", str)

FEWEST_WORDS = 3
WEIGHT = 4
_WEIGHTS = (
    (regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Yi}ー]"), 2),
    (regex.compile(UNSPACED, regex.V1), 1),
    (regex.compile(r"[\p{L}\p{M}\p{Nd}]"), WEIGHT),
)
_SIGN_BEFORE = regex.compile(r"[\p{Sc}±<>≤≥≈~−]")
_STROKE = "\N{FRACTION SLASH}"
_NUMBER = regex.compile(r"[−.]?\p{Nd}|\p{Sc}")
_SIGNS_BEHIND = frozenset("%‰‱°\u2032\u2033")
# As it is typed and set: in one character, in points, in points with spaces between.
_ELLIPSIS = regex.compile(r"[…⋯‥]+|\.(?:[ \u00a0\u2009\u202f]?\.){2,}")
# How many characters of a text a message shows.
_SHOWN = 100
# 128 bits tell any two stretches of wording apart, and leave the lock readable.
_DIGEST_LENGTH = 32
DIGEST = regex.compile(rf"[0-9a-f]{{{_DIGEST_LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands in its text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wording:
    """The words by which a passage is named: the whole of it, or how it begins and how it ends."""

    begin: Folded
    end: Folded = Folded("")

    def __str__(self) -> str:
        return f"{self.begin} … {self.end}" if self.end else self.begin

    @property
    def parts(self) -> tuple[Folded, ...]:
        return (self.begin, self.end) if self.end else (self.begin,)

    def is_same_stretch(self, other: Wording) -> bool:
        """Tell whether this is the stretch of the same paragraph that another names, by more or fewer of its words.

        Both name one stretch, so that where one begins with the first words of the other they begin together.
        """
        begin, other_begin = f"{self.begin} ", f"{other.begin} "
        end, other_end = f" {self.parts[-1]}", f" {other.parts[-1]}"
        begins = begin.startswith(other_begin) or other_begin.startswith(begin)
        return begins and (end.endswith(other_end) or other_end.endswith(end))


@functools.lru_cache(maxsize=2**16)
def weight(word: str) -> int:
    """Return how much a folded word counts, in parts of `WEIGHT`.

    A word of Chinese or Japanese has about two characters, one of Thai, Lao, Khmer or Burmese about four letters. A
    sign counts nothing: it is read, but who writes 50% has not written two words.
    """
    if word.isascii():
        return WEIGHT if word.isalnum() or len(word) > 1 else 0
    return next((weighs for pattern, weighs in _WEIGHTS if pattern.search(word)), 0)


def is_one_number(word: str, following: str) -> bool:
    """Tell whether a folded word and the one behind it are a number and its sign, which no passage may part."""
    if _SIGN_BEFORE.fullmatch(word):
        return _NUMBER.match(following) is not None
    return word[-1:].isdigit() and (following in _SIGNS_BEHIND or _STROKE in following)


def count_of(folded: Folded) -> int:
    """Return how many words a folded text has, in the measure of scripts with spaces."""
    return sum(map(weight, folded.split())) // WEIGHT


def fold(text: str) -> Folded:
    """Return the words of a text as they are compared."""
    return Folded(plain(" ".join(words_of(in_one_case(normal(text))))))


def words_in(text: str) -> tuple[Word, ...]:
    """Return the words of a normal text with their places in it: those that folding it gives, in the same order."""
    return tuple(Word(plain(in_one_case(found[0])), *found.span()) for found in WORD.finditer(text))


def spans_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a normal text begin and end."""
    return tuple(found.span() for found in WORD.finditer(text))


def named_parts(words: str) -> tuple[str, ...]:
    """Return what a passage names of its source: all of it, or the words before and after its ellipsis."""
    return tuple(part.strip() for part in _ELLIPSIS.split(words))


def wording_of(passage: Passage) -> Wording:
    """Return the words by which a passage is named, or raise a `SiteError` where they can name none."""
    parts = [fold(part) for part in named_parts(passage.words)]
    if len(parts) > 2:
        hint = "join the first and the last words of one passage by …, and cite two passages as a list"
        raise problem(passage.origin, f"“{shortened(passage.words)}” has more than one ellipsis", hint)
    if len(parts) == 2 and not all(parts):
        message = f"“{passage.words}” leaves out how the passage begins or ends"
        raise problem(passage.origin, message, "write words of the source before and after the …")
    if len(parts) == 1 and parts[0].count(" ") < FEWEST_WORDS - 1:
        message = f"“{passage.words}” is too short to name a passage"
        what = "words" if all(weight(word) in (0, WEIGHT) for word in parts[0].split()) else "characters"
        raise problem(passage.origin, message, f"name it by at least {FEWEST_WORDS} of its {what}")
    return Wording(*parts)


def shortened(words: str) -> str:
    """Return words as a message shows them: of many, the first."""
    if len(words) <= _SHOWN:
        return words
    return f"{words[: _SHOWN + 1].rpartition(' ')[0] or words[:_SHOWN]} …"


def digest(text: str) -> Digest:
    """Return the digest by which the lock knows a text."""
    return Digest(hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH])
