"""How a passage is named by words of its source: by all of them, or by the first and the last around an ellipsis."""

from __future__ import annotations

import functools

import regex

from standfirst.language.words import FEWEST_WORDS, WEIGHT, FoldedWords, fold, weight
from standfirst.model import Passage
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem

# An ellipsis as it is typed and set: in one character, in points, in points with spaces between.
ELLIPSIS = regex.compile(r"[…⋯‥]+|\.(?:[ \u00a0\u2009\u202f]?\.){2,}")
# How many characters of a text a message shows.
_SHOWN = 100


@frozen
class PassageWording:
    """The words by which a passage is named: the whole of it in one part, or how it begins and how it ends in two.

    Words that can name no passage may have more parts, or empty ones; see `wording_problem`.
    """

    parts: tuple[FoldedWords, ...]

    def __str__(self) -> str:
        return " … ".join(self.parts)

    def is_same_stretch(self, other: PassageWording) -> bool:
        """Tell whether another wording of the same paragraph names the same stretch, by more or fewer of its words.

        Each names one stretch only, so that two wordings of which one begins with the other begin at the same place.
        """
        begin, other_begin = f"{self.parts[0]} ", f"{other.parts[0]} "
        end, other_end = f" {self.parts[-1]}", f" {other.parts[-1]}"
        begins = begin.startswith(other_begin) or other_begin.startswith(begin)
        return begins and (end.endswith(other_end) or other_end.endswith(end))


def named_parts(words: str) -> tuple[str, ...]:
    """Return what a passage names of its source: all of it, or the words before and after its ellipsis."""
    return tuple(part.strip() for part in ELLIPSIS.split(words))


def wording_of(passage: Passage) -> PassageWording:
    """Return the words by which a passage is named."""
    return _wording_in(passage.words)


# The same passages are asked for in most stages: to be found, checked and shown on each page that cites them.
@functools.lru_cache(maxsize=2**16)
def _wording_in(words: str) -> PassageWording:
    return PassageWording(tuple(map(fold, named_parts(words))))


def is_named_by(passage: Passage, words: str) -> bool:
    """Tell whether words may be the whole of a passage: they begin and end as it says."""
    # A word that was broken at the end of a line may be written as one, or as two.
    whole, *parts = (each.replace(" ", "") for each in (fold(words), *wording_of(passage).parts))
    return bool(words) and whole.startswith(parts[0]) and whole.endswith(parts[-1])


def wording_problem(passage: Passage) -> Problem | None:
    """Return what keeps the words of a passage from naming one, if anything does."""
    parts = wording_of(passage).parts
    if len(parts) > 2:
        hint = "join the first and the last words of one passage by …, and cite two passages as a list"
        return Problem(passage.origin, f"“{shorten_words(passage.words)}” has more than one ellipsis", hint)
    if len(parts) == 2 and not all(parts):
        message = f"“{passage.words}” leaves out how the passage begins or ends"
        return Problem(passage.origin, message, "write words of the source before and after the …")
    if len(parts) == 1 and parts[0].count(" ") < FEWEST_WORDS - 1:
        message = f"“{passage.words}” is too short to name a passage"
        what = "words" if all(weight(word) in (0, WEIGHT) for word in parts[0].split()) else "characters"
        return Problem(passage.origin, message, f"name it by at least {FEWEST_WORDS} of its {what}")
    return None


def shorten_words(words: str) -> str:
    """Return words as a message shows them: the first of many, with an ellipsis."""
    if len(words) <= _SHOWN:
        return words
    return f"{words[: _SHOWN + 1].rpartition(' ')[0] or words[:_SHOWN]} …"
