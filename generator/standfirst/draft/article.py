"""An article as facts are proposed from it: its text, and what is known about it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from standfirst.draft.sentences import sentences_in
from standfirst.model import Date, Id, ParagraphEnd


@dataclass(frozen=True)
class Article:
    """The text of an article and what the page says of itself; `language` is a BCP 47 tag.

    All offsets are characters of `text`, which is that of the file where it is plain text. `paragraphs` are where each
    begins and ends; `lines` are those down to the last of its `head`, which are bylines and the day of
    publication. `published` is the day by which relative dates are reckoned; None where it is not known.
    """

    source: Id
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    language: str = "en"
    published: Date | None = None
    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    paragraph_end: ParagraphEnd | None = None
    lines: tuple[tuple[int, int], ...] = ()
    head: tuple[tuple[int, int], ...] = ()

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends, without the spaces around it.

        None runs over the end of a paragraph, or of a line of the head.
        """
        ends = sorted({each for line in self.lines for each in line})
        parts = (
            part
            for start, end in self.paragraphs
            for part in pairwise((start, *(each for each in ends if start < each < end), end))
        )
        return tuple(
            (start + first, start + last)
            for start, end in parts
            for first, last in sentences_in(self.text[start:end], self.language)
        )

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Return where the sentence begins and ends in which an offset lies, or the last one before it."""
        return self.sentences[max(0, bisect_right(self.sentences, offset, key=lambda each: each[0]) - 1)]
