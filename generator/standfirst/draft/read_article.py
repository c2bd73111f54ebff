"""Reads a file as an article: plain text, or a saved page whose metadata say what it is."""

from __future__ import annotations

from dataclasses import replace

from standfirst.draft.article import Article
from standfirst.language.words import fold
from standfirst.model import Date
from standfirst.reading.encoding import text_of
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import Copy, read_copy
from standfirst.sources.paragraph_ends import likely_paragraph_end, paragraph_spans

_BETWEEN = "\n\n"


def article_in(file: CopyFile, published: Date | None = None) -> tuple[Article, Copy]:
    """Return the article of a file, and the copy in which its passages are found; raise a `SiteError` as `read_copy`.

    The day of publication that is given goes before the one that the page names.
    """
    if file.is_html:
        article, copy = _saved_page(file)
    else:
        text = text_of(file.path, file.body)
        end = likely_paragraph_end(text)
        spans = tuple(span for span in paragraph_spans(text, end) if fold(text[slice(*span)]))
        copy = read_copy(file, end)
        article = Article(source=file.source, text=text, paragraphs=spans, paragraph_end=end)
    return (replace(article, published=published) if published else article), copy


def _saved_page(file: CopyFile) -> tuple[Article, Copy]:
    copy = read_copy(file)
    return Article(source=file.source, text=_BETWEEN.join(copy.paragraphs), paragraphs=_spans_of(copy.paragraphs)), copy


def _spans_of(paragraphs: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + len(_BETWEEN)
    return tuple(spans)
