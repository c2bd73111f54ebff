"""What to do about a problem: in words, and exactly what to write where the words name that."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice

from standfirst.model import Origin

# Out of 100. Words that are less alike are not suggested.
_ALIKE = 70.0
_SHORTEST_BEGINNING = 3
# To look through a few thousand words for the nearest takes a millisecond, and nobody reads more hints than these.
_MOST_SUGGESTIONS = 200
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """A text to write in the stead of another, which stands at a place of a writer's file or right behind it.

    Both are what is meant: how a file has it, in quotation marks or over two lines, is found there. If they are
    `literal`, they are what the file has, character by character.
    """

    origin: Origin
    old: str
    new: str
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Remedy:
    """A hint, and what it says is to be written in the stead of what is wrong, where it names one thing exactly.

    It is false where there is no hint.
    """

    hint: str = ""
    new: str | None = None

    def __bool__(self) -> bool:
        return bool(self.hint)

    def before(self, sign: str) -> Remedy:
        """Return the remedy for what stands before a sign, as one for both."""
        return self if self.new is None else Remedy(self.hint, self.new + sign)

    def replacing(self, old: str, origin: Origin, *, literal: bool = False) -> tuple[Replacement, ...]:
        """Return what mends a text that stands at a place; nothing where that takes a person."""
        if self.new is None or self.new == old:
            return ()
        return (Replacement(origin, old, self.new, literal),)


NO_REMEDY = Remedy()


def write(new: str, more: str = "") -> Remedy:
    """Return the remedy to write this; its hint may say more behind it."""
    return Remedy(f"write {new}{more}", new)


def suggest(word: str, known: Iterable[str]) -> Remedy:
    """Return the remedy to write the known word nearest to `word`, or none where none is near.

    Where two are equally near, or numbers in the words differ, the hint only asks.
    """
    near = nearest_words(word, known)
    return meant(word, near[0], is_sure=len(near) == 1) if near else NO_REMEDY


def meant(word: str, near: str, *, is_sure: bool = True) -> Remedy:
    """Return the remedy that asks whether another word was meant, which must hold before it is written in its stead."""
    is_sure = is_sure and _NUMBER.findall(word) == _NUMBER.findall(near)
    return Remedy(f"did you mean '{near}'?", near if is_sure else None)


def suggestions(words: Iterable[str], known: Collection[str]) -> dict[str, Remedy]:
    """Return the remedy that `suggest` has for each of many words, none past the first few: each takes a while."""
    distinct = dict.fromkeys(words)
    sought = dict.fromkeys(islice(distinct, _MOST_SUGGESTIONS))
    return {word: suggest(word, known) if word in sought else NO_REMEDY for word in distinct}


def nearest_word(word: str, known: Iterable[str]) -> str:
    """Return the first of the words that `nearest_words` returns, or nothing where there are none."""
    return next(iter(nearest_words(word, known)), "")


def nearest_words(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known word that is most like a word, in capitals or not, and another that is as much like it, if any.

    What was refused is never among them, so that nobody is told to write it again. A word that is cut short or
    goes on is near to one word alone: "lang" to "language".
    """
    # Most explainers have no mistake for which a word is sought, and a build of what has not changed takes as long.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    others = [each for each in known if each != word]
    near = process.extract(word, others, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_ALIKE, limit=2)
    if near:
        return tuple(each for each, score, _ in near if score == near[0][1])
    begun = [each for each in others if _begin_alike(word.casefold(), each.casefold())]
    return (begun[0],) if len(begun) == 1 else ()


def _begin_alike(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) >= _SHORTEST_BEGINNING and longer.startswith(shorter) and longer[len(shorter)].isalpha()
