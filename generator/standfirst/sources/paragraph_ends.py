"""Where the paragraphs of a plain text end: at blank lines or at every line, as its source says or as it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from standfirst.model import ParagraphEnd

_BLANK_LINES = re.compile(r"\n\s*\n")
_LINE_END = re.compile(r"\n")
# What the last line of a paragraph ends with, in most scripts; a mark of a quotation may follow.
_SENTENCE_END = re.compile(r"[.!?…:;。！？।؟\u06d4][”’\"'»)\]』」]*\s*\Z")
# As it is typed, set, marked in a file, and copied out of a PDF.
_BREAK = regex.compile(r"(?<=[\p{L}\p{M}])[-\u2010\u00ad¬\x02\ufffe][ \t]*\n[ \t]*(?=\p{Ll})")
_LAST_PART, _FIRST_PART = regex.compile(r"[\p{L}\p{M}]+\Z"), regex.compile(r"[\p{L}\p{M}]+")
_LONGEST_WORD = 60
# Fewer lines than these tell nothing.
_FEWEST_LINES = 3
# Of the lines of a paragraph that was broken to a width, few end a sentence; of paragraphs in a line each, nearly all.
_MOST, _FEW = 0.7, 0.3
# Text that was broken to a width has lines of much the same length, and none longer than this.
_WIDEST, _LEAST_OF_WIDEST = 100, 0.6


def paragraphs_in(text: str, end: ParagraphEnd | None) -> list[str]:
    """Return the paragraphs of a text, which end as `end` says; by default at blank lines, else at each line."""
    return [text[start:last] for start, last in paragraph_spans(text, end)]


def paragraph_spans(text: str, end: ParagraphEnd | None) -> list[tuple[int, int]]:
    """Return where each paragraph of a text begins and ends, as `paragraphs_in` parts it."""
    first = len(text) - len(text.lstrip())
    last = max(first, len(text.rstrip()))
    by_blank_lines = _spans_between(_BLANK_LINES, text, first, last)
    if end is ParagraphEnd.LINES or (end is None and len(by_blank_lines) == 1):
        return _spans_between(_LINE_END, text, first, last)
    return by_blank_lines


def _spans_between(ends: re.Pattern[str], text: str, first: int, last: int) -> list[tuple[int, int]]:
    found = [each.span() for each in ends.finditer(text, first, last)]
    return list(zip((first, *(end for _, end in found)), (*(start for start, _ in found), last), strict=True))


def join_broken_words(paragraph: str) -> str:
    """Return a paragraph without the hyphens at line ends that break a word; some were the word's own."""
    return _BREAK.sub("", paragraph)


def broken_words(paragraph: str) -> Iterator[tuple[str, str]]:
    """Yield the two parts of each word that goes on in the next line."""
    for found in _BREAK.finditer(paragraph):
        before = _LAST_PART.search(paragraph, max(0, found.start() - _LONGEST_WORD), found.start())
        behind = _FIRST_PART.match(paragraph, found.end())
        if before and behind:
            yield before[0], behind[0]


def likely_paragraph_end(text: str) -> ParagraphEnd | None:
    """Return how the paragraphs of a text seem to end; None where `paragraphs_in` takes them to end so."""
    parts = _BLANK_LINES.split(text.strip())
    if len(parts) == 1:
        return ParagraphEnd.BLANK if _is_broken_to_a_width(parts[0].split("\n")) else None
    within = [line for part in parts for line in part.split("\n")[:-1]]
    return ParagraphEnd.LINES if len(within) >= _FEWEST_LINES and _ends(within) >= _MOST else None


def _is_broken_to_a_width(lines: Sequence[str]) -> bool:
    *full, _ = lines
    widest = max(map(len, lines))
    alike = sum(len(line) >= widest * _LEAST_OF_WIDEST for line in full)
    return (
        len(full) >= _FEWEST_LINES
        and _WIDEST / 4 <= widest <= _WIDEST
        and alike >= len(full) * _MOST
        and _ends(full) <= _FEW
    )


def ends_sentence(line: str) -> bool:
    """Tell whether a sentence ends with a line."""
    return _SENTENCE_END.search(line[-8:]) is not None


def _ends(lines: Sequence[str]) -> float:
    """The share of some lines that end a sentence, from 0 to 1."""
    return sum(map(ends_sentence, lines)) / len(lines)
