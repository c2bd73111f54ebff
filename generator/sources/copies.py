"""The writer's copies of sources, as text to find passages in.

In plain text blank lines part paragraphs, and where there are none every line is one. In HTML each block element is a
paragraph, and what is not the article (navigation, forms, scripts) is left out. Paragraphs without a word do not count.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from generator.files import CopyFile, decoded
from generator.model import Id
from generator.sources.words import Digest, Folded, digest, fold

_NOT_ARTICLE = (
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "dialog", "svg", "iframe",
    "object", "audio", "video", "select", "textarea", "[hidden]", "[aria-hidden=true]", "[role=navigation]",
    "[role=complementary]", "[role=contentinfo]", "[role=search]",
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
        "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    }
)  # fmt: skip
_BREAKS = ("br", "wbr")
_SOFT_HYPHEN = "\u00ad"


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


def read_copy(file: CopyFile) -> Copy:
    """Return the wording of a copy, or raise a `SiteError` where it cannot be read as text."""
    printed = _html_paragraphs(file.body) if file.is_html else _text_paragraphs(decoded(file.path, file.body))
    both = [(paragraph, folded) for paragraph in printed if (folded := fold(paragraph))]
    return Copy(
        source=file.source,
        path=file.path,
        paragraphs=tuple(paragraph for paragraph, _ in both),
        text="\n".join(_spaced(folded) for _, folded in both),
    )


def _spaced(folded: Folded) -> str:
    return f" {folded} "


def _text_paragraphs(text: str) -> list[str]:
    parts = re.split(r"\n\s*\n", text.strip())
    lines = parts if len(parts) > 1 else parts[0].split("\n")
    return [" ".join(part.split()) for part in lines]


# ---------------------------------------------------------------- HTML


def _html_paragraphs(body: bytes) -> Iterator[str]:
    """The block elements of a page's article; the page says, or else its bytes do, how it is encoded."""
    soup = BeautifulSoup(body, "lxml")
    for element in soup.select(", ".join(_NOT_ARTICLE)):
        element.decompose()
    written: list[str] = []
    for piece in _pieces(_article(soup)):
        if piece is not None:
            written.append(piece)
        elif written:
            yield _in_one_line(written)
            written = []
    yield _in_one_line(written)


def _article(soup: BeautifulSoup) -> Tag:
    """The element that holds the article: the longest `article`, unless most of what the page says is outside it."""
    whole = soup.select_one("main, [role=main]") or soup.body or soup
    longest = max(soup.find_all("article"), key=_length, default=None)
    return longest if longest is not None and _length(longest) * 2 >= _length(whole) else whole


def _length(element: Tag) -> int:
    return sum(map(len, element.strings))


def _pieces(element: Tag) -> Iterator[str | None]:
    """The texts of an element in their order, with None wherever a block begins or ends."""
    for child in element.children:
        if isinstance(child, Tag):
            if child.name in _BREAKS:
                yield " " if child.name == "br" else ""
            elif child.name in _BLOCKS:
                yield None
                yield from _pieces(child)
                yield None
            else:
                yield from _pieces(child)
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield str(child)


def _in_one_line(written: list[str]) -> str:
    # A soft hyphen shows where a word may break, and parts no words.
    return " ".join(unicodedata.normalize("NFC", "".join(written)).replace(_SOFT_HYPHEN, "").split())
