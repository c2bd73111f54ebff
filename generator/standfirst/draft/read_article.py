"""Reads a file as an article: in any format of a copy; what a saved page is, its metadata say."""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import assert_never

import regex

from standfirst.draft.article import Article
from standfirst.language.dates import StatedDate, from_day, read_whole_text
from standfirst.language.words import fold
from standfirst.model import Date
from standfirst.reading.copy_formats import CopyFormat
from standfirst.reading.encoding import text_of
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import Copy, read_copy
from standfirst.sources.paragraph_ends import likely_paragraph_end, paragraph_spans

_BETWEEN = "\n\n"
# How many paragraphs a head has at most, and how many words each of them.
_MOST_IN_HEAD, _LONGEST_IN_HEAD = 5, 20
_SENTENCE = regex.compile(r"[.;:,]['’\"”]?\Z(?<!\b\p{Lu}\.)")
_BYLINE = regex.compile(r"(?:By|BY)\s+(?P<names>\p{Lu}[^.,;:]{2,80}(?:,\s*\p{Lu}[^.;:]{2,80})?)")
_BETWEEN_AUTHORS = regex.compile(r"\s*(?:,\s*(?:and\b)?|\band\b|&)\s*")
_BEHIND_DAY = regex.compile(
    r"[\s,|–—-]+(?:at\s+)?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s\p{Lu}{2,4})?\s*\Z", regex.IGNORECASE
)
_BEFORE_DAY = regex.compile(r"^\s*(?:first\s+)?(?:published|posted|date)\s*(?:on\b|:)?\s*", regex.IGNORECASE)


def article_in(file: CopyFile, published: Date | None = None) -> tuple[Article, Copy]:
    """Return the article of a file, and the copy in which its passages are found; raise a `SiteError` as `read_copy`.

    The day of publication that is given goes before the one that the page names.
    """
    match file.format:
        case CopyFormat.HTML:
            article, copy = _saved_page(file)
        case CopyFormat.TEXT:
            article, copy = _plain_text(file)
        case CopyFormat.MARKDOWN | CopyFormat.PDF | CopyFormat.DOCX | CopyFormat.EPUB:
            copy = read_copy(file)
            article = _with_head(_of_copy(copy))
        case _:
            assert_never(file.format)
    return (replace(article, published=published) if published else article), copy


def _plain_text(file: CopyFile) -> tuple[Article, Copy]:
    text = text_of(file.path, file.body)
    end = likely_paragraph_end(text)
    spans = tuple(span for span in paragraph_spans(text, end) if fold(text[slice(*span)]))
    article = _with_head(Article(source=file.source, text=text, paragraphs=spans))
    return replace(article, paragraph_end=end), read_copy(file, end)


def _of_copy(copy: Copy) -> Article:
    """An article with the paragraphs of a copy as they are printed."""
    return Article(copy.source, _BETWEEN.join(copy.paragraphs), _spans_of(copy.paragraphs))


def _saved_page(file: CopyFile) -> tuple[Article, Copy]:
    # Parsing a page for what it says of itself takes a library that plain text does without.
    from standfirst.draft.page_metadata import metadata_of  # noqa: PLC0415
    from standfirst.sources.html_copies import page_text  # noqa: PLC0415

    copy, said = read_copy(file), metadata_of(page_text(file))
    article = replace(
        _of_copy(copy),
        language=said.language or "en",
        published=said.published,
        title=said.title,
        authors=said.authors,
        publisher=said.publisher,
        url=said.url,
    )
    return article, copy


def _spans_of(paragraphs: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + len(_BETWEEN)
    return tuple(spans)


# ---------------------------------------------------------------- the head of a plain text


def _with_head(article: Article) -> Article:
    """Read off the first paragraphs of a text what they say of it: a headline, a byline, a day."""
    begun = article.paragraphs[:_MOST_IN_HEAD]
    spans = [line for span in begun for line in _lines_of_head(article, span)]
    texts = [article.text[slice(*span)].strip() for span in spans]
    head = list(takewhile(lambda each: len(each.split()) <= _LONGEST_IN_HEAD and not _SENTENCE.search(each), texts))
    if len(head) == len(texts) and len(begun) == len(article.paragraphs):
        return article
    told = [span for span, each in zip(spans, head, strict=False) if _is_of_head(each, article.language)]
    # Below its last line of these, the lines are those of the text, broken to a width.
    lines = [span for span in spans if told and span <= told[-1]]
    article = replace(article, head=tuple(told), lines=tuple(lines))
    bylines = [found for each in head if (found := _BYLINE.fullmatch(each))]
    days = [day for each in head if (day := _day(each, article.language))]
    title = head[0] if head and not _BYLINE.fullmatch(head[0]) and not _day(head[0], article.language) else ""
    authors = _BETWEEN_AUTHORS.split(bylines[0]["names"]) if bylines else []
    return replace(article, title=" ".join(title.split()), authors=tuple(authors), published=days[0] if days else None)


def _lines_of_head(article: Article, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the lines of a paragraph in which a byline or a day has a line of its own; else the paragraph."""
    start, end = span
    ends = [start + found.end() for found in regex.finditer(r"\n|\Z", article.text[start:end])]
    lines = list(pairwise((start, *dict.fromkeys(ends))))
    has_head = any(_is_of_head(article.text[slice(*line)].strip(), article.language) for line in lines)
    return lines if has_head else [span]


def _is_of_head(line: str, language: str) -> bool:
    return bool(len(line.split()) <= _LONGEST_IN_HEAD and (_BYLINE.fullmatch(line) or _day(line, language)))


def _day(text: str, language: str) -> Date | None:
    """Return the day that a whole text states, but for a word like "Published" before it and a time behind."""
    stated = read_whole_text(_BEHIND_DAY.sub("", _BEFORE_DAY.sub("", text)), language)
    period = stated.period if isinstance(stated, StatedDate) else None
    return from_day(datetime.date(*period.first)) if period and period.first == period.last else None
