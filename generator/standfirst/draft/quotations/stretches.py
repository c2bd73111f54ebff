"""What of an article stands between quotation marks, as the house reads marks, with its place in the article."""

from __future__ import annotations

import functools

from standfirst.draft.article import Article
from standfirst.model.frozen_class import frozen
from standfirst.prose.quotation_marks import may_quote
from standfirst.prose.quotations import Quoted, following_texts, quotations

# A quotation that nothing closes hardly goes on for longer than this.
_LONGEST_LEFT_OPEN = 2000


@frozen
class Stretch:
    """A quotation in one paragraph: from mark to mark, and the words within, as characters of the article.

    `goes_on` says that the next paragraph opens it again, `is_left_open` that nothing closes it.
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    is_single: bool
    goes_on: bool = False
    is_left_open: bool = False

    @property
    def span(self) -> tuple[int, int]:
        return (self.start, self.end)


# Three finders ask for those of the same article.
@functools.lru_cache(maxsize=1)
def stretches_in(article: Article) -> tuple[Stretch, ...]:
    """Return all that is quoted in an article, in its order, none within another."""
    texts = [article.text[start:end] for start, end in article.paragraphs]
    found: list[Stretch] = []
    for number, (text, follows) in enumerate(zip(texts, following_texts(texts), strict=True)):
        if may_quote(text):
            found += _in_paragraph(text, follows, number, article.paragraphs[number][0])
    return tuple(found)


def _in_paragraph(text: str, follows: str, number: int, offset: int) -> list[Stretch]:
    read = quotations(text, follows)
    closed = [_stretch(text, each, number, offset) for each in read.closed]
    open_from = min((each for each in read.unclosed if text[each] not in "'’‘"), default=None)
    if open_from is None or len(text) - open_from > _LONGEST_LEFT_OPEN:
        return closed
    kept = [each for each in closed if each.end <= offset + open_from]
    mark = 2 if text[open_from : open_from + 2] in {"``", "''", "<<", ",,"} else 1
    words = text[open_from + mark :].strip()
    if not words:
        return kept
    first = offset + text.index(words[0], open_from + mark)
    last = first + len(words)
    return [*kept, Stretch(offset + open_from, last, first, last, number, is_single=False, is_left_open=True)]


def _stretch(text: str, quoted: Quoted, number: int, offset: int) -> Stretch:
    words = quoted.words.strip()
    first = quoted.first + len(quoted.words) - len(quoted.words.lstrip())
    last = first + len(words)
    # Only where the next paragraph opens it anew, no mark stands behind the words.
    goes_on = quoted.end == len(text) and last == len(text.rstrip())
    return Stretch(
        offset + quoted.start, offset + quoted.end, offset + first, offset + last, number, quoted.single, goes_on
    )
