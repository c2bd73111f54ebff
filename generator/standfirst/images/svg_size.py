"""The size of a drawing in SVG, as it says it of itself."""

from __future__ import annotations

import re

import lxml.etree

# CSS pixels; a length in per cent says nothing of the drawing.
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_LENGTH = re.compile(r"\s*(?P<number>\d+(?:\.\d*)?|\.\d+)(?P<unit>px|pt|pc|in|cm|mm)?\s*", re.ASCII)
# No browser shows more; as wide is no place in a page.
_MOST, _AS_WIDE_AS_ITS_PLACE = 2**15, 960.0
_BETWEEN = re.compile(r"[\s,]+")


def svg_size(body: bytes) -> tuple[int, int]:
    """Return the width and height of a drawing in CSS pixels; (0, 0) where they are not known.

    A drawing that gives none of the two is as wide as its place; what it has is the ratio of its `viewBox`.
    """
    # Nothing that the file names is fetched or put in its place.
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = lxml.etree.fromstring(body, parser)
    except (lxml.etree.XMLSyntaxError, ValueError):
        return 0, 0
    if root is None:
        return 0, 0
    lengths = [_length(root.get("width", "")), _length(root.get("height", ""))]
    box = [_length(part) for part in _BETWEEN.split(root.get("viewBox", "").strip())]
    if not all(lengths) and len(box) == 4:
        lengths = _fitted(lengths, box[2:])
    width, height = (min(round(length), _MOST) for length in lengths)
    return (width, height) if width and height else (0, 0)


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    length = float(found["number"]) * _UNITS[found["unit"] or ""] if found else 0.0
    return length if 1 / _MOST < length < _MOST**2 else 0.0


def _fitted(lengths: list[float], box: list[float]) -> list[float]:
    """The lengths of a drawing of which one or both are left out, by the ratio of its box."""
    width, height = lengths
    if not all(box):
        return [0, 0]
    if not (width or height):
        width = _AS_WIDE_AS_ITS_PLACE
    return [width, width * box[1] / box[0]] if width else [height * box[0] / box[1], height]
