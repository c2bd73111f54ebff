"""How names are written and compared: the one rule for finding them in prose, and for whether two facts share one.

A name is its words and what stands between them, as `characters.py` reads both: composed or not, with any apostrophe,
hyphen and space, and whatever nobody sees. Case counts, but for the first letter of a term.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import icu
import regex

from standfirst.language.characters import normal, plain, word_spans
from standfirst.language.locale import code_of
from standfirst.model.frozen_class import frozen

# Of plain characters each is one; any other comes with its marks, and may be written as none or as several.
_PIECE = regex.compile(r"(?P<plain>[\n -~]+(?=[\n -~]|$))|\X")
_SPACES = regex.compile(r"\s+")
_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»״＂", '"'))


class PlainWord(NamedTuple):
    """A word as it is compared, with its place in the plain text."""

    text: str
    start: int
    end: int


@frozen
class PlainText:
    """A text as names are sought in it, its words, and for each of its characters the place that it comes from."""

    text: str
    words: tuple[PlainWord, ...]
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range

    @classmethod
    def of(cls, text: str) -> PlainText:
        """Read a text."""
        written, starts, ends = _mapped(text)
        words = tuple(PlainWord(written[start:end], start, end) for start, end in word_spans(written))
        return cls(written, words, starts, ends)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the plain text, which is not empty, stands in the text itself."""
        return self.starts[start], self.ends[end - 1]

    def around(self, words: Sequence[tuple[int, int]], start: int, end: int) -> tuple[str, ...]:
        """Return what stands before, between and after some words, from one place to another.

        A space is a space, however wide, and so with quotation marks.
        """
        begins = (start, *(word_end for _, word_end in words))
        ends = (*(word_start for word_start, _ in words), end)
        between = (self.text[begin:stop].translate(_QUOTATION_MARKS) for begin, stop in zip(begins, ends, strict=True))
        return tuple(_SPACES.sub(" ", each) for each in between)


def _mapped(text: str) -> tuple[str, tuple[int, ...] | range, tuple[int, ...] | range]:
    # Most texts need nothing but one character for another.
    if text.isascii() or (normal(text) == text and len(plain(text)) == len(text)):
        return plain(text), range(len(text)), range(1, len(text) + 1)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _PIECE.finditer(text):
        start, end = found.span()
        if found["plain"]:
            pieces.append(plain(found[0]))
            starts += range(start, end)
            ends += range(start + 1, end + 1)
        else:
            piece = _plain(found[0])
            pieces.append(piece)
            starts += [start] * len(piece)
            ends += [end] * len(piece)
    return "".join(pieces), tuple(starts), tuple(ends)


@functools.lru_cache(maxsize=4096)
def _plain(piece: str) -> str:
    return plain(normal(piece))


# ---------------------------------------------------------------- names


@frozen
class Spelling:
    """A name as it is compared: its words, and what stands before, between and after them."""

    words: tuple[str, ...]
    around: tuple[str, ...]


def spellings_of(name: str, language: str, *, any_case: bool) -> Iterator[Spelling]:
    """The ways in which a name may be written, `any_case` as a term; one without a word in it is never found."""
    read = PlainText.of(name.strip())
    if not read.words:
        return
    around = read.around([(word.start, word.end) for word in read.words], 0, len(read.text))
    first, *others = (word.text for word in read.words)
    for variant in _in_either_case(first, code_of(language)) if any_case else (first,):
        yield Spelling((variant, *others), around)


def _in_either_case(word: str, language: str) -> tuple[str, ...]:
    """Return a word with its first letter as it is, small, and as it begins a sentence, by the rules of a language."""
    locale = icu.Locale(language)
    # In Dutch they are one letter.
    length = 2 if language == "nl" and word[:2].lower() == "ij" else 1
    first, rest = icu.UnicodeString(word[:length]), word[length:]
    forms = (
        word,
        f"{icu.UnicodeString(first).toLower(locale)}{rest}",
        f"{icu.UnicodeString(first).toTitle(locale)}{rest}",
    )
    return tuple(dict.fromkeys(forms))
