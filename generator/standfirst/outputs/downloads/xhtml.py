"""HTML as XML, which reading systems for books take: the same elements, closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from lxml.etree import iterwalk
from lxml.html import HtmlElement

# What only a browser has a use for.
_LEFT_OUT = frozenset({"popover", "popovertarget", "tabindex", "loading", "fetchpriority", "srcset", "sizes"})
_EMPTY = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
# What no document in XML may hold.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# How an element says that it is what a book calls so, until it is written.
BOOK_TYPE = "data-epub-type"


def written(element: HtmlElement) -> str:
    """Return an element as XML, without what follows it; however deep it is, for no function calls itself."""
    pieces: list[str] = []
    for event, each in iterwalk(element, events=("start", "end", "comment", "pi")):
        name = each.tag if isinstance(each.tag, str) and _NAME.fullmatch(each.tag) else ""
        if event == "start" and name:
            # What can hold something is closed by itself, as those expect it who read a book as HTML.
            end = "/>" if name in _EMPTY else ">"
            pieces.append(f"<{name}{''.join(_attributes(each))}{end}")
        if event == "start":
            pieces.append(text_in_xml(each.text or ""))
            continue
        if event == "end" and name and name not in _EMPTY:
            pieces.append(f"</{name}>")
        pieces.append(text_in_xml(each.tail or "") if each is not element else "")
    return "".join(pieces)


def text_in_xml(text: str) -> str:
    """Return a text as XML has it, in an attribute too."""
    return escape(_UNREADABLE.sub("", text))


def _attributes(element: HtmlElement) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name == BOOK_TYPE:
            yield f' epub:type="{text_in_xml(value)}"'
        elif name not in _LEFT_OUT and not name.startswith(("data-", "on")) and _NAME.fullmatch(name):
            yield f' {name}="{text_in_xml(value)}"'
            if name == "lang":
                yield f' xml:lang="{text_in_xml(value)}"'
