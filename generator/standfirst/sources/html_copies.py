"""A saved web page as its readers see it: the paragraphs of its article, without footnote marks and ruby glosses.

The parser reports elements and texts as it meets them, and no tree is made, which would take sixty times the memory of
the page. What is not the article (navigation, forms, scripts) is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import regex
from lxml import etree

from standfirst.language.characters import plain
from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import problem
from standfirst.reading.files import CopyFile
from standfirst.sources.charsets import charset_of, text_of_bytes
from standfirst.sources.copy_text import CopyText
from standfirst.sources.passages import shorten_words

_NOT_ARTICLE = frozenset(
    {
        "aside", "audio", "button", "dialog", "footer", "form", "iframe", "nav", "noscript", "object", "rp", "rt",
        "rtc", "script", "select", "style", "svg", "template", "textarea", "video",
    }
)  # fmt: skip
_ROLES_NOT_ARTICLE = frozenset({"navigation", "complementary", "contentinfo", "search", "doc-pagebreak"})
# Their text is for machines, and long.
_UNREAD = frozenset({"head", "script", "style", "svg", "template"})
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
        "html", "legend", "li", "main", "menu", "ol", "p", "pre", "search", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
# Some systems make the whole page one form: it is left out where it holds none of these.
_OF_ARTICLE = frozenset({"article", "h1", "main"})
_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_NUMBER = re.compile(r"\d+")
_RAISED_NUMBER = re.compile(r"[-−–]?\d+(?:[,–-]\s?\d+)*[+−–-]?")
# Some are followed by the page that is meant: [2]:14.
_SIGN_OF_NOTE = re.compile(
    r"[*†‡§¶‖#\u204e\u2217]+|(?:\[[^\[\]]*\]\s*)+(?::\s*[\d–-]+)?|\(\s*\w{1,3}\s*\)|:\s*\d+(?:[,–-]\s?\d+)*"
)
_LETTER_OF_NOTE = regex.compile(r"\p{Ll}|[ivx]{2,4}")
_LONG_WORD = regex.compile(r"\p{L}{2}\p{Ll}[.,;:!?”’\"'»]*\Z")
_BEHIND_WORD = re.compile(r"[^\s(\[]\s*\Z")
_AFTER_WORD = re.compile(r"[^\s(\[]\Z")
# So many characters before a mark tell what it is; and no mark is made of more parts.
_FEW, _FEW_PARTS = 12, 8
_LONGEST_MARK = 40


def text_of_page(file: CopyFile) -> CopyText:
    """Return the text of a saved page, or raise a `SiteError` where it is not what it says it is."""
    return CopyText(tuple(paragraphs_of(page_text(file))))


def page_text(file: CopyFile) -> str:
    """Return a page as it is written, or raise a `SiteError` where it is not what it says it is."""
    text = text_of_bytes(file.body)
    if text is None:
        charset = charset_of(file.body)
        what = "not UTF-8" if charset == "utf-8" else f"neither UTF-8 nor {shorten_words(charset)}, which it says it is"
        raise problem(Origin(file.path, 1, 1), f"this page is {what}", "save it as UTF-8")
    return text


def paragraphs_of(page: str) -> Iterator[str]:
    """Yield the texts of the block elements of a page's article, as they are printed; some may have no word."""
    # The parser takes this for the end of the page.
    body = page.replace("\0", "\ufffd").encode()
    reader = PageReader()
    # Its stubs ask of a target for more than is called.
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)  # type: ignore[call-overload]
    try:
        parser.feed(body)
        parser.close()
    except etree.LxmlError:  # there is nothing in it
        return
    yield from texts_of_blocks(reader)


def texts_of_blocks(reader: PageReader) -> Iterator[str]:
    """Yield the texts of the blocks of an article."""
    written: list[str] = []
    for text in reader.of_article():
        if text is not None:
            written.append(text)
        elif written:
            yield "".join(written)
            written = []
    yield "".join(written)


@dataclass(slots=True)
class _OpenElement:
    """An open element: its number among all, and how many texts and parts of a text were before it."""

    name: str
    number: int
    target: str
    is_left_out: bool
    is_main: bool
    start: int = 0
    written: int = 0
    holds_article: bool = False
    holds_link: bool = False

    @property
    def parts(self) -> bool:
        """Whether a text ends where it begins and ends."""
        return self.name in _BLOCKS or self.is_left_out or self.is_main


@frozen
class _TextRange:
    """The texts of an element that has ended, from `start` up to `end`, and the number of the element."""

    number: int
    start: int
    end: int


@frozen
class _Surroundings:
    """What is around an inline element: the text just before it, and whether a link around it leads to an anchor."""

    element: _OpenElement
    before: str
    leads_down: bool


@dataclass(slots=True)
class PageReader:
    """Collects the texts of a page as the parser reports them; None stands where a block begins or ends.

    Whether an element is the article, or left out, is known only at its end, so that each has a range of texts.
    """

    texts: list[str | None] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    open: list[_OpenElement] = field(default_factory=list)
    opened: Counter[str] = field(default_factory=Counter)
    number: int = 0
    unread: int = 0
    left_out: list[_TextRange] = field(default_factory=list)
    mains: list[_TextRange] = field(default_factory=list)
    roles: list[_TextRange] = field(default_factory=list)
    bodies: list[_TextRange] = field(default_factory=list)
    articles: list[_TextRange] = field(default_factory=list)

    # ---------------------------------------------------------------- what the parser calls

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        self.number += 1
        element = _OpenElement(
            name, self.number, attributes.get("href") or "", _is_left_out(name, attributes),
            is_main=name == "main" or attributes.get("role") == "main",
        )  # fmt: skip
        if element.parts:
            self._part(element)
        if name == "br":
            self.written.append(" ")
        element.start, element.written = len(self.texts), len(self.written)
        self.open.append(element)
        self.opened[name] += 1
        self.unread += name in _UNREAD

    def end(self, name: str, /) -> None:
        # What has not begun does not end, and what has not ended ends with what it is in.
        while self.opened[name]:
            element = self.open.pop()
            self.opened[element.name] -= 1
            self.unread -= element.name in _UNREAD
            self._close(element)
            if element.name == name:
                break

    def data(self, text: str, /) -> None:
        if not self.unread:
            self.written.append(text)

    def comment(self, text: str, /) -> None:
        """Pass a comment over."""

    def close(self) -> None:
        while self.open:
            self.end(self.open[-1].name)
        self._part(None)

    # ---------------------------------------------------------------- what comes of it

    def _part(self, element: _OpenElement | None) -> None:
        """End the text that is being written."""
        if self.written:
            self.texts.append("".join(self.written))
            self.written = []
        if element and element.name in _BLOCKS:
            self.texts.append(None)

    def _close(self, element: _OpenElement) -> None:
        if element.parts:
            self._part(element)
        elif element.name in _SET_APART and element.start == len(self.texts):
            self._set_apart(element)
        extent = _TextRange(element.number, element.start, len(self.texts))
        if element.is_left_out and not (element.name == "form" and element.holds_article):
            self.left_out.append(extent)
        if element.name == "main":
            self.mains.append(extent)
        elif element.is_main:
            self.roles.append(extent)
        elif element.name == "body":
            self.bodies.append(extent)
        elif element.name == "article" and not self.opened["article"]:
            self.articles.append(extent)
        if self.open:
            self.open[-1].holds_article |= element.is_main or element.name in _OF_ARTICLE or element.holds_article
            self.open[-1].holds_link |= element.name == "a" or element.holds_link

    def _set_apart(self, element: _OpenElement) -> None:
        """Write what is raised, lowered or linked as it is read; marks of notes are short, and not read."""
        number = element.written
        if len(self.written) - number > _FEW_PARTS or sum(map(len, self.written[number:])) > _LONGEST_MARK:
            return
        parts = self.written[max(0, number - _FEW_PARTS) : number]
        before = "".join(part[-_FEW:] for part in parts)[-_FEW:]
        leads_down = any("#" in each.target for each in self.open[-_FEW_PARTS:])
        at = _Surroundings(element, before, leads_down=leads_down)
        self.written[number:] = [_SET_APART[element.name]("".join(self.written[number:]), at)]

    def of_article(self) -> Iterator[str | None]:
        """Yield the texts of the longest `article`, unless most of what the page says is outside it."""
        innermost = self._innermost()
        first = next(filter(None, (self.mains, self.roles, self.bodies)), [_TextRange(0, 0, len(self.texts))])
        whole = min(first, key=lambda extent: extent.number)
        lengths = [(self._length(each, innermost), each) for each in self.articles]
        length, longest = max(lengths, key=lambda each: each[0], default=(0, whole))
        return self._texts(longest if length * 2 >= self._length(whole, innermost) else whole, innermost)

    def _texts(self, extent: _TextRange, innermost: list[int]) -> Iterator[str | None]:
        numbers = range(extent.start, extent.end)
        return (self.texts[number] for number in numbers if innermost[number] <= extent.number)

    def _length(self, extent: _TextRange, innermost: list[int]) -> int:
        return sum(len(text) for text in self._texts(extent, innermost) if text)

    def _innermost(self) -> list[int]:
        """Return for each text the number of the innermost element around it that is left out, or 0."""
        ahead = sorted(self.left_out, key=lambda extent: -extent.number)
        around: list[_TextRange] = []
        found = []
        for number in range(len(self.texts)):
            while ahead and ahead[-1].start <= number:
                around.append(ahead.pop())
            while around and around[-1].end <= number:
                around.pop()
            found.append(around[-1].number if around else 0)
        return found


def _is_left_out(name: str, attributes: Mapping[str, str]) -> bool:
    hidden = "hidden" in attributes or (attributes.get("aria-hidden") or "").lower() == "true"
    # Books tell so where a page of the printed one begins; without its namespace this is an attribute of lists, too.
    is_page_break = "pagebreak" in (attributes.get("epub:type"), attributes.get("type"))
    return name in _NOT_ARTICLE or attributes.get("role") in _ROLES_NOT_ARTICLE or hidden or is_page_break


# ---------------------------------------------------------------- marks of notes


def _raised(inner: str, at: _Surroundings) -> str:
    """Return what a `sup` says, its digits as raised ones: what these mean, the word before them tells."""
    text = inner.strip()
    is_mark = at.element.holds_link or _SIGN_OF_NOTE.fullmatch(text) or (at.leads_down and _NUMBER.fullmatch(text))
    if is_mark and _BEHIND_WORD.search(at.before):
        return ""
    if not _AFTER_WORD.search(at.before):
        return inner
    if _LETTER_OF_NOTE.fullmatch(text) and _LONG_WORD.search(at.before):
        return ""
    return _as_raised(text) if _RAISED_NUMBER.fullmatch(text) else inner


def _as_raised(number: str) -> str:
    return plain("".join(number.split())).translate(_RAISED)


def _lowered(inner: str, _at: _Surroundings) -> str:
    return inner.translate(_LOWERED) if _NUMBER.fullmatch(inner.strip()) else inner


def _linked(inner: str, at: _Surroundings) -> str:
    """Return what a link says: where it leads down to a note, its number as a raised one."""
    is_note = "#" in at.element.target and _NUMBER.fullmatch(inner.strip()) and _AFTER_WORD.search(at.before)
    return _as_raised(inner) if is_note else inner


_SET_APART: Mapping[str, Callable[[str, _Surroundings], str]] = {"sup": _raised, "sub": _lowered, "a": _linked}
