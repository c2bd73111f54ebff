"""What came from an address, or was saved by hand, as the copy of a source: its main text, and what it says itself."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from types import MappingProxyType

from standfirst.draft.page_metadata import PageMetadata, metadata_of
from standfirst.draft.read_article import article_in
from standfirst.model import Id, ParagraphEnd
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import SiteError, UsageError
from standfirst.reading.copy_formats import CopyFormat
from standfirst.reading.files import CopyFile
from standfirst.sources.charsets import decoded_from
from standfirst.sources.copies import Copy, read_copy
from standfirst.sources.html_copies import page_text
from standfirst.web.fetching import Fetched
from standfirst.web.main_text import main_text

# By what servers call them.
_FORMATS = MappingProxyType(
    {
        "text/html": CopyFormat.HTML,
        "application/xhtml+xml": CopyFormat.HTML,
        "text/plain": CopyFormat.TEXT,
        "text/markdown": CopyFormat.MARKDOWN,
        "application/pdf": CopyFormat.PDF,
        "application/epub+zip": CopyFormat.EPUB,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": CopyFormat.DOCX,
    }
)
# What a body is that says nothing of itself, or is called what it is not.
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*>\s*+)?(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_PDF = b"%PDF-"
# A page of fewer words is a wall, or is made by a script.
_FEWEST = 50


@frozen(kw_only=True)
class PageCopy:
    """The copy of a source as it is to be saved.

    `page` is what it was made from, where it is not that itself; `words` are how many the copy has, `of_page` how many
    the page has. `paragraphs` is what ends a paragraph of a plain text.
    """

    format: CopyFormat
    body: bytes
    said: PageMetadata
    words: int
    page: bytes | None = None
    of_page: int = 0
    paragraphs: str = ""

    @property
    def is_short(self) -> bool:
        """Whether it is of a page with so few words that most of the source may be missing."""
        return self.format is CopyFormat.HTML and self.words < _FEWEST


def copy_of_page(source: Id, found: Fetched, known: CopyFormat | None = None) -> PageCopy:
    """Return the copy of what came, for a source of this id; `known` is its format where its name says that.

    Raises `UsageError` where it is nothing of which there can be a copy, `SiteError` where it cannot be read.
    """
    format_ = known or _format(found)
    if format_ is CopyFormat.HTML:
        return _of_html(source, found)
    text = decoded_from(found.body, found.charset) if found.charset and not format_.is_original else None
    body = found.body if text is None else text.encode()
    article, copy = article_in(CopyFile(f"{source}{format_.ending}", source, body))
    said = PageMetadata(title=article.title, authors=article.authors, published=article.published)
    end = article.paragraph_end.value if article.paragraph_end else ""
    return PageCopy(format=format_, body=body, said=said, words=copy.words, paragraphs=end)


def readings_of(source: Id, found: Fetched, paragraph_end: ParagraphEnd | None) -> tuple[PageCopy, tuple[Copy, ...]]:
    """Return the copy of what came, and its wording: as that copy would be read, and of a page with all around it.

    `paragraph_end` is what the record of the source says of a plain text. Raises as `copy_of_page` does.
    """
    taken = copy_of_page(source, found)
    end = paragraph_end or (ParagraphEnd(taken.paragraphs) if taken.paragraphs else None)
    first = read_copy(CopyFile(f"{source}{taken.format.ending}", source, taken.body), end)
    if taken.page is None:
        return taken, (first,)
    whole = CopyFile(f"{source}.html", source, found.body)
    page = _text_of_page(whole, found).encode()
    return taken, (first, read_copy(replace(whole, body=page)))


def _format(found: Fetched) -> CopyFormat:
    if found.body.startswith(_PDF):
        return CopyFormat.PDF
    said = _FORMATS.get(found.media_type)
    if said in {None, CopyFormat.TEXT} and _HTML.match(found.body):
        return CopyFormat.HTML
    if said is None:
        raise UsageError(f"{found.url}: it is {found.media_type}, of which there can be no copy")
    return said


def _of_html(source: Id, found: Fetched) -> PageCopy:
    # By its name it is known to be HTML.
    file = CopyFile(f"{source}.html", source, found.body)
    page = _text_of_page(file, found)
    said = metadata_of(page)
    whole = _words(source, page.encode())
    kept = main_text(page)
    body = _as_page(kept, said).encode() if kept else b""
    words = _words(source, body) if kept else 0
    if not whole:
        raise UsageError(f"{found.url}: there are no words in it")
    if words < min(whole, _FEWEST):
        return PageCopy(format=CopyFormat.HTML, body=page.encode(), said=said, words=whole)
    return PageCopy(format=CopyFormat.HTML, body=body, said=said, words=words, page=found.body, of_page=whole)


def _text_of_page(file: CopyFile, found: Fetched) -> str:
    """The text of a page, by what the server says of its charset where it is not UTF-8."""
    try:
        found.body.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = decoded_from(found.body, found.charset) if found.charset else None
        if said is not None:
            return said
    return page_text(file)


def _words(source: Id, page: bytes) -> int:
    try:
        return read_copy(CopyFile(f"{source}.html", source, page)).words
    except SiteError:
        return 0


def _as_page(main: str, said: PageMetadata) -> str:
    """The main text as a page of its own, which a browser shows as well."""
    language = f' lang="{escape(said.language)}"' if said.language else ""
    title = escape(said.title)
    return (
        f'<!doctype html>\n<html{language}>\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n'
        f"<body>\n<main>\n{main}\n</main>\n</body>\n</html>\n"
    )
