"""The writer's copies of sources, as text to find passages in.

`paragraph_ends` parts plain text into paragraphs. In HTML each block element of the article is one (`html_copies` says
which that is). Paragraphs without a word do not count.
"""

from __future__ import annotations

import bisect
import functools
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from standfirst.language.characters import normal
from standfirst.language.words import Digest, FoldedWords, digest, fold, spans_in
from standfirst.model import Id, Origin, ParagraphEnd
from standfirst.problems.errors import problem
from standfirst.reading.encoding import text_of
from standfirst.reading.files import CopyFile
from standfirst.sources.charsets import charset_of, decoded_from
from standfirst.sources.paragraph_ends import broken_words, join_broken_words, paragraphs_in
from standfirst.sources.passages import shorten_words
from standfirst.sources.word_index import WordIndex, word_index_of


@dataclass(frozen=True)
class Copy:
    """A source's wording: its paragraphs as they are printed, those without a word left out.

    `text` is all of it folded, each paragraph between spaces and parted from the next by a line break, so that words
    with a space on either side are found as whole words and never across paragraphs. `rejoined` are the two parts, as
    they are compared, of each word that was broken at the end of a line.
    """

    source: Id
    path: str
    paragraphs: tuple[str, ...]
    text: str
    rejoined: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in `text` each paragraph starts."""
        return (0, *(found.end() for found in re.finditer("\n", self.text)))

    @cached_property
    def index(self) -> WordIndex:
        """Where each of its words stands."""
        return word_index_of(self.text)

    @cached_property
    def digest(self) -> Digest:
        """What is the same for two copies with the same words in the same paragraphs, however they are saved."""
        return digest(self.text)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") - len(self.paragraphs)

    def printed(self, paragraph: int, first: int, end: int) -> str:
        """Return words of a paragraph, by their numbers from 0 in it, as they are printed."""
        start, last = self.characters_of(paragraph, first, end)
        return self.paragraphs[paragraph - 1][start:last]

    def characters_of(self, paragraph: int, first: int, end: int) -> tuple[int, int]:
        """Return where words of a paragraph begin and end in its printed text."""
        # What is folded and what is printed have the same words in the same order.
        spans = _spans_in(self.paragraphs[paragraph - 1])
        return spans[first][0], spans[end - 1][1]

    def words_touched(self, paragraph: int, start: int, end: int) -> tuple[int, int]:
        """Return the words of a paragraph that characters of its printed text lie in: the first, and that behind them.

        They are counted from 0 in it. Where no word is touched, both are the number of the next.
        """
        spans = _spans_in(self.paragraphs[paragraph - 1])
        first = bisect.bisect_right(spans, start, key=lambda span: span[1])
        return first, max(first, bisect.bisect_left(spans, end, key=lambda span: span[0]))

    def places(self, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield where words stand as whole words, with the signs of their numbers: the offsets of the spaces before."""
        index = self.index
        return (index.offsets[number] - 1 for number in index.numbers_of(words, start, end))

    def as_joined(self, folded: FoldedWords) -> FoldedWords:
        """Return folded words as they stand here, where a word broken at its hyphen was joined: well-known."""
        if not self.rejoined or f" {folded} " in self.text:
            return folded
        words: list[str] = []
        for word in folded.split():
            if words and (words[-1], word) in self.rejoined:
                words[-1] += word
            else:
                words.append(word)
        return FoldedWords(" ".join(words))

    def paragraph_at(self, offset: int) -> int:
        """Return the number, from 1, of the paragraph in which an offset into `text` lies."""
        return bisect.bisect_right(self.starts, offset)

    def start_of_paragraph_at(self, offset: int) -> int:
        """Return the offset at which the paragraph starts in which another offset lies."""
        return self.starts[self.paragraph_at(offset) - 1]

    def end_of_paragraph_at(self, offset: int) -> int:
        """Return the offset behind the paragraph in which another offset lies."""
        paragraph = self.paragraph_at(offset)
        return self.starts[paragraph] - 1 if paragraph < len(self.starts) else len(self.text)

    def paragraph_running_on(self, words: FoldedWords) -> int | None:
        """Return the paragraph in which words begin that end in a later one; None if they stand nowhere so."""
        number = self.number_running_on(words)
        return None if number is None else self.index.paragraph_of(number)

    def number_running_on(self, words: FoldedWords) -> int | None:
        """Return the number, from 0 in all of it, of the first of some words that may run over paragraphs' ends."""
        offset = self._in_one.find(f" {words} ")
        return self._in_one.count(" ", 0, offset) if offset >= 0 else None

    @cached_property
    def _in_one(self) -> str:
        """All of it as one paragraph."""
        return self.text.replace(" \n ", " ")


# A paragraph may be as long as a book, and be asked for again and again.
_spans_in = functools.lru_cache(maxsize=4)(spans_in)


def read_copy(file: CopyFile, paragraph_end: ParagraphEnd | None = None) -> Copy:
    """Return the wording of a copy, or raise a `SiteError` where it cannot be read as text, or has no word.

    `paragraph_end` is what the record of its source says of a plain text.
    """
    broken = () if file.is_html else tuple(paragraphs_in(text_of(file.path, file.body), paragraph_end))
    printed = _paragraphs_in_html(file) if file.is_html else map(join_broken_words, broken)
    both = [(paragraph, folded) for paragraph in map(_in_one_line, printed) if (folded := fold(paragraph))]
    if not both:
        hint = "save the source's text in this file, or remove it"
        raise problem(Origin(file.path, 1, 1), f"there are no words in this copy of '{file.source}'", hint)
    return Copy(
        source=file.source,
        path=file.path,
        paragraphs=tuple(paragraph for paragraph, _ in both),
        text="\n".join(f" {folded} " for _, folded in both),
        rejoined=frozenset((fold(before), fold(behind)) for before, behind in chain(*map(broken_words, broken))),
    )


def _in_one_line(text: str) -> str:
    return " ".join(normal(text).split())


def _paragraphs_in_html(file: CopyFile) -> Iterator[str]:
    # Many explainers have no copies in HTML.
    from standfirst.sources.html_copies import paragraphs_of  # noqa: PLC0415

    return paragraphs_of(page_text(file))


def page_text(file: CopyFile) -> str:
    """Return the text of a page, or raise a `SiteError` where it is not what it says it is.

    UTF-8 where it can be that, whatever the page says, for nothing else looks like it.
    """
    if not file.body.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        try:
            return file.body.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    charset = charset_of(file.body)
    text = decoded_from(file.body, charset)
    if text is None:
        what = "not UTF-8" if charset == "utf-8" else f"neither UTF-8 nor {shorten_words(charset)}, which it says it is"
        raise problem(Origin(file.path, 1, 1), f"this page is {what}", "save it as UTF-8")
    return text
