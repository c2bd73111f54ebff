"""The writer's copies of sources, as text to find passages in.

In plain text blank lines part paragraphs, and where there are none every line is one. In HTML each block element is a
paragraph, and what is not the article (navigation, forms, scripts) is left out. Paragraphs without a word do not count.
"""

from __future__ import annotations

import bisect
import re
import warnings
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup, UnusualUsageWarning
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from generator.characters import normal
from generator.errors import problem
from generator.files import CopyFile, decoded
from generator.model import Id, Origin
from generator.sources.index import Index, index_of
from generator.sources.words import Digest, Folded, digest, fold

_NOT_ARTICLE = frozenset(
    {
        "aside", "audio", "button", "dialog", "footer", "form", "iframe", "nav", "noscript", "object", "script",
        "select", "style", "svg", "template", "textarea", "video",
    }
)  # fmt: skip
_ROLES_NOT_ARTICLE = frozenset({"navigation", "complementary", "contentinfo", "search"})
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
        "html", "legend", "li", "main", "menu", "ol", "p", "pre", "search", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
# Browsers take both for the wider of the two, and so do those who write pages.
_CALLED_LATIN = frozenset({"iso-8859-1", "latin1", "us-ascii", "ascii"})


@dataclass(frozen=True)
class Copy:
    """A source's wording: its paragraphs as they are printed, those without a word left out.

    `text` is all of it folded, each paragraph between spaces and parted from the next by a line break, so that words
    with a space on either side are found as whole words and never across paragraphs.
    """

    source: Id
    path: str
    paragraphs: tuple[str, ...]
    text: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in `text` each paragraph starts."""
        return (0, *(found.end() for found in re.finditer("\n", self.text))) if self.text else ()

    @cached_property
    def index(self) -> Index:
        """Where each of its words stands."""
        return index_of(self.text.split("\n"))

    @cached_property
    def digest(self) -> Digest:
        """What is the same for two copies with the same words in the same paragraphs, however they are saved."""
        return digest(self.text)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") - len(self.paragraphs)

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

    def paragraph_running_on(self, words: Folded) -> int | None:
        """Return the paragraph in which words begin that end in a later one; None if they stand nowhere so."""
        offset = self._in_one.find(f" {words} ")
        return self.index.paragraph_of(self._in_one.count(" ", 0, offset)) if offset >= 0 else None

    @cached_property
    def _in_one(self) -> str:
        """All of it as one paragraph."""
        return self.text.replace(" \n ", " ")


def read_copy(file: CopyFile) -> Copy:
    """Return the wording of a copy, or raise a `SiteError` where it cannot be read as text, or has no word."""
    printed = _html_paragraphs(file) if file.is_html else _text_paragraphs(decoded(file.path, file.body))
    both = [(paragraph, folded) for paragraph in map(_in_one_line, printed) if (folded := fold(paragraph))]
    if not both:
        hint = "save the source's text in this file, or remove it"
        raise problem(Origin(file.path, 1, 1), f"there are no words in this copy of '{file.source}'", hint)
    return Copy(
        source=file.source,
        path=file.path,
        paragraphs=tuple(paragraph for paragraph, _ in both),
        text="\n".join(f" {folded} " for _, folded in both),
    )


def _text_paragraphs(text: str) -> list[str]:
    parts = re.split(r"\n\s*\n", text.strip())
    return parts if len(parts) > 1 else parts[0].split("\n")


def _in_one_line(text: str) -> str:
    return " ".join(normal(text).split())


# ---------------------------------------------------------------- HTML


def _html_paragraphs(file: CopyFile) -> Iterator[str]:
    """The block elements of a page's article."""
    with warnings.catch_warnings():
        # Whatever a page looks like, it is what the writer saved.
        warnings.simplefilter("ignore", UnusualUsageWarning)
        soup = BeautifulSoup(_page(file), "lxml")
    written: list[str] = []
    for piece in _pieces(_article(soup)):
        if piece is not None:
            written.append(piece)
        elif written:
            yield "".join(written)
            written = []
    yield "".join(written)
    # Its elements hold one another, and who builds looks for no garbage.
    soup.clear(decompose=True)


def _page(file: CopyFile) -> str:
    """The text of a page: UTF-8 where it can be that, whatever the page says, for nothing else looks like it."""
    if not file.body.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        try:
            return file.body.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    body, marked = EncodingDetector.strip_byte_order_mark(file.body)
    said = marked or EncodingDetector.find_declared_encoding(body, is_html=True) or "utf-8"
    try:
        return body.decode("windows-1252" if said in _CALLED_LATIN else said)
    except (LookupError, ValueError):
        what = "not UTF-8" if said == "utf-8" else f"neither UTF-8 nor {said}, which it says it is"
        raise problem(Origin(file.path, 1, 1), f"this page is {what}", "save it as UTF-8") from None


def _article(soup: BeautifulSoup) -> Tag:
    """The element that holds the article: the longest `article`, unless most of what the page says is outside it."""
    whole = soup.find("main") or soup.find(role="main") or soup.body or soup
    outermost = (each for each in soup.find_all("article") if each.find_parent("article") is None)
    longest = max(outermost, key=_length, default=None)
    return longest if longest is not None and _length(longest) * 2 >= _length(whole) else whole


def _length(element: Tag) -> int:
    return sum(len(piece) for piece in _pieces(element) if piece)


def _pieces(element: Tag) -> Iterator[str | None]:
    """The texts of an element in their order, with None wherever a block begins or ends."""
    # Not by recursion: pages may nest as deep as they like.
    ahead: list[PageElement | None] = [element]
    while ahead:
        node = ahead.pop()
        if isinstance(node, Tag):
            if node is element or _is_of_article(node):
                edge = [None] if node.name in _BLOCKS else []
                ahead += (*edge, *reversed(node.contents), *edge)
            if node.name == "br":
                yield " "
        elif node is None:
            yield None
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            yield str(node)


def _is_of_article(tag: Tag) -> bool:
    if tag.name == "form":
        # Some systems make the whole page one form.
        return tag.find(["article", "main", "h1"]) is not None
    hidden = "hidden" in tag.attrs or str(tag.get("aria-hidden")).lower() == "true"
    return tag.name not in _NOT_ARTICLE and tag.get("role") not in _ROLES_NOT_ARTICLE and not hidden
