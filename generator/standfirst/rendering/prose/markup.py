"""Trees as HTML, with placeholders in them for what each page sets in its own way."""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element

_VOID = frozenset({"br", "hr", "img"})
# In a file, one blank looks like another, and not every editor can show an arrow.
_AS_NUMBERS = str.maketrans({"\u00a0": "&#160;", "\u21a9": "&#8617;"})
# An embed takes the place of the paragraph that it is alone in.
_ALONE = re.compile("<p>(\x02[0-9]+\x03)</p>")


def html_of(root: Element) -> str:
    """Return the content of an element as HTML, with its placeholders as they are."""
    pieces = [_escaped(root.text)]
    _add_children(root, pieces)
    return _ALONE.sub(r"\1", "".join(pieces).strip())


def _add_children(parent: Element, pieces: list[str]) -> None:
    for child in parent:
        attributes = "".join([f' {name}="{quoted(value)}"' for name, value in sorted(child.items())])
        pieces.append(f"<{child.tag}{attributes}>")
        if child.tag not in _VOID:
            pieces.append(_escaped(child.text))
            _add_children(child, pieces)
            pieces.append(f"</{child.tag}>")
        pieces.append(_escaped(child.tail))


def _escaped(text: str | None) -> str:
    if not text:
        return ""
    escaped = html.escape(text, quote=False)
    return escaped if escaped.isascii() else escaped.translate(_AS_NUMBERS)


def quoted(value: str) -> str:
    """Return a text as it stands in an attribute."""
    return html.escape(value, quote=False).replace('"', "&quot;")
