"""HTML as XML, which reading systems for books take: the same elements, closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from lxml.html import HtmlElement

# What only a browser has a use for.
_LEFT_OUT = frozenset({"popover", "popovertarget", "tabindex", "loading", "fetchpriority", "srcset", "sizes"})
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
# What no document in XML may hold.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# How an element says that it is what a book calls so, until it is written.
BOOK_TYPE = "data-epub-type"


def written(element: HtmlElement) -> str:
    """Return an element as XML."""
    return "".join(_written(element))


def text_in_xml(text: str) -> str:
    """Return a text as XML has it, in an attribute too."""
    return escape(_UNREADABLE.sub("", text))


def _written(element: HtmlElement) -> Iterator[str]:
    if isinstance(element.tag, str) and _NAME.fullmatch(element.tag):
        yield f"<{element.tag}{''.join(_attributes(element))}"
        content = "".join(_content(element))
        yield f">{content}</{element.tag}>" if content else "/>"
    yield text_in_xml(element.tail or "")


def _content(element: HtmlElement) -> Iterator[str]:
    yield text_in_xml(element.text or "")
    for child in element:
        yield from _written(child)


def _attributes(element: HtmlElement) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name == BOOK_TYPE:
            yield f' epub:type="{text_in_xml(value)}"'
        elif name not in _LEFT_OUT and not name.startswith(("data-", "on")) and _NAME.fullmatch(name):
            yield f' {name}="{text_in_xml(value)}"'
            if name == "lang":
                yield f' xml:lang="{text_in_xml(value)}"'
