"""The passage by which a stretch of an article is cited: few of its words, and all of those on which a fact rests."""

from __future__ import annotations

from bisect import bisect_right

from standfirst.draft.article import Article
from standfirst.language.characters import normal
from standfirst.language.words import spans_in
from standfirst.model.frozen_class import frozen
from standfirst.sources.copies import Copy
from standfirst.sources.paragraph_ends import join_broken_words
from standfirst.sources.passages import named_parts
from standfirst.sources.shortest_passage import shortest_passage, widened

# Fewer words than these tell nobody what a passage is about.
_FEWEST_AT_AN_END = 3


@frozen
class WordRange:
    """Words of a paragraph, which counts from 1: from the number of the first, which counts from 0, up to `end`."""

    paragraph: int
    first: int
    end: int

    def overlaps(self, other: WordRange) -> bool:
        """Tell whether two have a word in common."""
        return self.paragraph == other.paragraph and self.first < other.end and other.first < self.end


class Citer:
    """Names stretches of one article in its copy, whose paragraphs are those of the article."""

    def __init__(self, article: Article, copy: Copy) -> None:
        self._article = article
        self._copy = copy
        self._starts = [start for start, _ in article.paragraphs]
        self._words: tuple[int, tuple[tuple[int, int], ...]] = (0, ())

    def paragraph_at(self, offset: int) -> int:
        """Return the number, from 1, of the paragraph in which a character stands."""
        return max(1, bisect_right(self._starts, offset))

    def passage(self, start: int, end: int, *, shown: tuple[int, int] | None = None) -> str | None:
        """Return what names the words from one character to another, which are in one paragraph.

        Where these are too few, or stand more than once, the fewest around them are named too; None where nothing of
        their paragraph can be named alone. The words of a stretch that is to be `shown` are not left out.
        """
        words = self.word_range(start, end)
        stretch = widened(self._copy, words.paragraph, words.first, words.end) if words.first < words.end else None
        if not stretch:
            return None
        kept = self.word_range(*shown) if shown else None
        written_out = [(kept.first, kept.end)] if kept else []
        shortest = shortest_passage(self._copy, words.paragraph, *stretch, written_out=written_out)
        return shortest and self._with_more_words(shortest, WordRange(words.paragraph, *stretch))

    def _with_more_words(self, shortest: str, stretch: WordRange) -> str:
        """Return a passage with as many words at either end as tell a reader what it is; more words name the same."""
        counts = [len(spans_in(part)) for part in named_parts(shortest)]
        if len(counts) == 1:
            return shortest
        begin, end = (max(count, _FEWEST_AT_AN_END) for count in counts)
        length, number = stretch.end - stretch.first, stretch.paragraph
        while begin + end < length and not self._stands_apart(number, stretch.first + begin):
            begin += 1
        while begin + end < length and not self._stands_apart(number, stretch.end - end):
            end += 1
        # No ellipsis stands for a single word.
        if begin + end >= length - 1:
            longer = self._copy.printed(number, stretch.first, stretch.end)
        else:
            first = self._copy.printed(number, stretch.first, stretch.first + begin)
            longer = f"{first} … {self._copy.printed(number, stretch.end - end, stretch.end)}"
        # An ellipsis of the source's own would be taken for that of the passage.
        return longer if len(named_parts(longer)) <= len(counts) else shortest

    def _stands_apart(self, paragraph: int, word: int) -> bool:
        """Whether a word has a space before it, and is no part of "U.S." or "cease-fire"."""
        start, _ = self._spans(paragraph)[word]
        return self._copy.paragraphs[paragraph - 1][start - 1 : start].isspace()

    def word_range(self, start: int, end: int) -> WordRange:
        """Return which words of the copy stand from one character to another, in the paragraph of the first."""
        paragraph = self.paragraph_at(start)
        return WordRange(paragraph, self._number(paragraph, start), self._number(paragraph, end))

    def _number(self, paragraph: int, offset: int) -> int:
        """How many words of a paragraph of the copy stand before a character."""
        first, last = self._article.paragraphs[paragraph - 1]
        before = self._article.text[first : min(offset, last)]
        if self._article.text[first:last] == self._copy.paragraphs[paragraph - 1]:
            return bisect_right(self._spans(paragraph), offset - first, key=lambda span: span[1])
        return len(spans_in(" ".join(normal(join_broken_words(before)).split())))

    def _spans(self, paragraph: int) -> tuple[tuple[int, int], ...]:
        """Where the words of a paragraph stand; proposals are cited in the order of the text."""
        if self._words[0] != paragraph:
            self._words = (paragraph, spans_in(self._copy.paragraphs[paragraph - 1]))
        return self._words[1]
