"""Trees as HTML, with placeholders in them for what each page sets in its own way."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

_VOID = frozenset({"br", "hr", "img"})
# In a file, one blank looks like another, and not every editor can show an arrow.
_AS_NUMBERS = str.maketrans({"\u00a0": "&#160;", "\u21a9": "&#8617;"})
# An embed takes the place of the paragraph that it is alone in.
_ALONE = re.compile("<p>(\x02[0-9]+\x03)</p>")


def html_of(root: Element) -> str:
    """Return the content of an element as HTML, with its placeholders as they are."""
    text = _escaped(root.text) + "".join(_pieces(root))
    return _ALONE.sub(r"\1", text.strip())


def _pieces(parent: Element) -> Iterator[str]:
    for child in parent:
        attributes = "".join(f' {name}="{quoted(value)}"' for name, value in sorted(child.items()))
        yield f"<{child.tag}{attributes}>"
        if child.tag not in _VOID:
            yield _escaped(child.text)
            yield from _pieces(child)
            yield f"</{child.tag}>"
        yield _escaped(child.tail)


def _escaped(text: str | None) -> str:
    return html.escape(text or "", quote=False).translate(_AS_NUMBERS)


def quoted(value: str) -> str:
    """Return a text as it stands in an attribute."""
    return html.escape(value, quote=False).replace('"', "&quot;")
