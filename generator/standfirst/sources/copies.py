"""The writer's copies of sources, as text to find passages in; paragraphs without a word do not count."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from standfirst.language.characters import normal
from standfirst.language.words import Digest, FoldedWords, digest, fold, spans_in
from standfirst.model import Id, Origin, ParagraphEnd
from standfirst.problems.errors import problem
from standfirst.reading.copy_formats import CopyFormat
from standfirst.reading.files import CopyFile
from standfirst.sources.copy_text import PAGE_TURN, CopyText
from standfirst.sources.text_copies import text_of_plain_text
from standfirst.sources.word_index import WordIndex, word_index_of


@dataclass(frozen=True)
class Copy:
    """A source's wording: its paragraphs as they are printed, those without a word left out.

    `text` is all of it folded, each paragraph between spaces and parted from the next by a line break, so that words
    with a space on either side are found as whole words and never across paragraphs. `rejoined` are the two parts, as
    they are compared, of each word that was broken at the end of a line, and `parted` those of each that keeps its
    hyphen there. `page_starts` are, where it has pages, the numbers of the first word on each, from 0 in all of it, and
    `pictures` the pages, from 1, that show pictures alone.
    """

    source: Id
    path: str
    paragraphs: tuple[str, ...]
    text: str
    rejoined: frozenset[tuple[str, str]] = frozenset()
    parted: frozenset[tuple[str, str]] = frozenset()
    page_starts: tuple[int, ...] = ()
    pictures: tuple[int, ...] = ()

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
        """Return folded words as they stand here, where a hyphen at the end of a line may be its word's own or not.

        In the place of "well known" that is "wellknown" if that was joined there, and the other way round.
        """
        if not (self.rejoined or self.parted) or f" {folded} " in self.text:
            return folded
        words: list[str] = []
        for word in folded.split():
            if words and (words[-1], word) in self.rejoined:
                words[-1] += word
            else:
                words += self._parts.get(word, (word,))
        return FoldedWords(" ".join(words))

    @cached_property
    def _parts(self) -> Mapping[str, tuple[str, str]]:
        """The parts of each word that keeps its hyphen at the end of a line, by what it were in one."""
        return {before + behind: (before, behind) for before, behind in sorted(self.parted)}

    def paragraph_at(self, offset: int) -> int:
        """Return the number, from 1, of the paragraph in which an offset into `text` lies."""
        return bisect.bisect_right(self.starts, offset)

    def page_at(self, offset: int) -> int | None:
        """Return the number, from 1, of the page on which what follows an offset into `text` begins; None without."""
        return self.page_of(bisect.bisect_left(self.index.offsets, offset)) if self.page_starts else None

    def page_of(self, number: int) -> int | None:
        """Return the page, from 1, of a word, by its number from 0 in all of it; None where there are no pages."""
        return bisect.bisect_right(self.page_starts, number) or None

    def named(self, paragraph: int) -> str:
        """Return how messages name a paragraph: by its number, with the page that it begins on if there are pages."""
        page = self.page_at(self.starts[paragraph - 1])
        return f"{paragraph} (page {page})" if page else str(paragraph)

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
    """Return the wording of a copy, or raise a `SiteError` where it cannot be read, or has no word.

    `paragraph_end` is what the record of its source says of a plain text.
    """
    text = _text_of(file, paragraph_end)
    printed: list[str] = []
    folded: list[FoldedWords] = []
    page_starts, words = [0] if text.pages else [], 0
    for paragraph in text.paragraphs:
        before, *turned = paragraph.split(PAGE_TURN) if text.pages else [paragraph]
        for behind in turned:
            page_starts.append(words + len(spans_in(_in_one_line(before))))
            before += behind
        in_one_line = _in_one_line(before)
        if one := fold(in_one_line):
            printed.append(in_one_line)
            folded.append(one)
            words += one.count(" ") + 1
    if not folded:
        hint = "save the source's text in this file, or remove it"
        raise problem(Origin(file.path, 1, 1), f"there are no words in this copy of '{file.source}'", hint)
    return Copy(
        source=file.source,
        path=file.path,
        paragraphs=tuple(printed),
        text="\n".join(f" {each} " for each in folded),
        rejoined=text.rejoined,
        parted=text.parted,
        page_starts=(*page_starts, *[words] * (text.pages - len(page_starts))),
        pictures=text.pictures,
    )


def _in_one_line(text: str) -> str:
    return " ".join(normal(text).split())


def _text_of(file: CopyFile, paragraph_end: ParagraphEnd | None) -> CopyText:
    """Read a copy by its format. What reads others than plain text is imported when there is one: few have each."""
    match file.format:
        case CopyFormat.TEXT:
            return text_of_plain_text(file, paragraph_end)
        case CopyFormat.HTML:
            from standfirst.sources.html_copies import text_of_page  # noqa: PLC0415

            return text_of_page(file)
        case CopyFormat.MARKDOWN:
            from standfirst.sources.markdown_copies import text_of_markdown  # noqa: PLC0415

            return text_of_markdown(file)
        case CopyFormat.PDF:
            from standfirst.sources.pdf.reader import text_of_pdf  # noqa: PLC0415

            return text_of_pdf(file)
        case CopyFormat.DOCX:
            from standfirst.sources.docx_copies import text_of_docx  # noqa: PLC0415

            return text_of_docx(file)
        case CopyFormat.EPUB:
            from standfirst.sources.epub_copies import text_of_epub  # noqa: PLC0415

            return text_of_epub(file)
        case _:
            assert_never(file.format)
