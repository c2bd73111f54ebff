"""Plain texts and HTML as Markdown that shows readers the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import lxml.html

from standfirst.reading.yaml.nodes import UNREADABLE, one_line

# What would begin, anywhere in a line, something else than itself.
_SIGNS: Final = re.compile(
    r"""\\(?=[!-/:-@\[-`{-~])|[`\[\]*]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=\#?\w+;)|~(?=~)|(?<=~)~"""
)
# And what would begin a block at the start of one.
_BLOCK: Final = re.compile(r"(?P<sign>[#>+=:|~-])|(?P<number>\d+)(?P<end>[.)])", re.ASCII)
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_NOT_IN_AN_ADDRESS: Final = re.compile(r"[\s()<>\\\[\]]")
_PARAGRAPHS: Final = frozenset(
    {"p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "ul", "ol", "body", "figure"}
)
_UNSEEN: Final = frozenset({"script", "style", "head", "template", "iframe", "object"})
_MARKS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def as_inline(text: str) -> str:
    """Return a plain text as Markdown of one line."""
    return _escaped_start(_escaped(one_line(text)))


def as_block(text: str) -> str:
    """Return a plain text as Markdown; what blank lines part are paragraphs."""
    return _joined(as_inline(part) for part in re.split(r"\n\s*\n", text))


def without_tags(html: str) -> str:
    """Return the words of HTML in one line."""
    return one_line(" ".join(_parsed(html).itertext())) if _has_markup(html) else one_line(html)


def from_html(html: str) -> str:
    """Return HTML as Markdown: its words, paragraphs, lists, emphasis, and links to the web."""
    if not _has_markup(html):
        return as_block(html)
    return _joined(_blocks(_parsed(html)))


def _joined(paragraphs: Iterator[str]) -> str:
    """Paragraphs with blank lines between; several end with a line, as texts do that stand below their key."""
    found = [each for each in paragraphs if each]
    return "\n\n".join(found) + ("\n" if len(found) > 1 else "")


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda found: "\\" + found[0], text)


def _escaped_start(text: str) -> str:
    found = _BLOCK.match(text)
    if not found:
        return text
    return f"\\{text}" if found["sign"] else f"{found['number']}\\{text[found.end('number') :]}"


# ---------------------------------------------------------------- HTML


def _has_markup(html: str) -> bool:
    return "<" in html or "&" in html


def _parsed(html: str) -> lxml.html.HtmlElement:
    return lxml.html.fragment_fromstring(UNREADABLE.sub(" ", html), create_parent="body")


def _blocks(element: lxml.html.HtmlElement) -> Iterator[str]:
    """Yield the paragraphs of an element: runs of words between the blocks in it, and those blocks."""
    run = [_escaped(element.text or "")]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in _PARAGRAPHS or tag in {"br", "li", "blockquote", "hr"}:
            yield _paragraph(run)
            run = []
            yield from _block(child, tag)
        else:
            run.append(_inline(child, tag))
        run.append(_escaped(child.tail or ""))
    yield _paragraph(run)


def _block(element: lxml.html.HtmlElement, tag: str) -> Iterator[str]:
    if tag == "blockquote":
        # No block quotation: that would be held to a source as a quotation.
        yield from _blocks(element)
    elif tag in {"ul", "ol"}:
        items = (" ".join(filter(None, _blocks(item))) for item in element.iterchildren("li"))
        yield "\n".join(f"- {item}" for item in items if item)
    elif tag not in {"br", "hr"}:
        yield from _blocks(element)


def _inline(element: lxml.html.HtmlElement, tag: str) -> str:
    if not tag or tag in _UNSEEN:
        return ""
    inner = _escaped(element.text or "") + "".join(
        _inline(child, child.tag if isinstance(child.tag, str) else "") + _escaped(child.tail or "")
        for child in element
    )
    words = inner.strip()
    if tag == "a" and words and _ADDRESS.fullmatch(element.get("href", "").strip()):
        return f"{_blank(inner[:1])}[{words}]({_address(element.get('href', '').strip())}){_blank(inner[-1:])}"
    mark = _MARKS.get(tag, "")
    return f"{_blank(inner[:1])}{mark}{words}{mark}{_blank(inner[-1:])}" if mark and words else inner


def _blank(character: str) -> str:
    return " " if character.isspace() else ""


def _address(address: str) -> str:
    return _NOT_IN_AN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", address)


def _paragraph(run: list[str]) -> str:
    return _escaped_start(one_line("".join(run)))
