"""How well one colour can be read on another, and the colour nearest to one that can be read."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

# Red, green and blue of sRGB, from 0 to 255.
Rgb: TypeAlias = tuple[int, int, int]

# WCAG 2.2: success criterion 1.4.3 for text of level AA, and 1.4.6 for AAA.
AA, AAA = 4.5, 7.0
# A colour of less than this luminance stands out from what is light more than from what is dark.
_MIDDLE = 0.179
# So many steps lead from black to white.
_STEPS = 1000
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def rgb_of(value: str) -> Rgb | None:
    """Return a colour that a style sheet writes in hexadecimal digits, or nothing of any other value."""
    found = _HEX.fullmatch(value.strip())
    if not found:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def hex_of(colour: Rgb) -> str:
    """Return a colour as style sheets write it."""
    return "#" + bytes(colour).hex()


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least_readable(colour: Rgb, papers: Iterable[Rgb]) -> Rgb:
    """Return the paper on which a colour stands out least."""
    return min(papers, key=lambda paper: (contrast(colour, paper), paper))


def nearest_readable(colour: Rgb, papers: Sequence[Rgb], least: float) -> Rgb:
    """Return the colour of the same hue nearest to one that has at least this contrast on each of the papers.

    It is the colour itself where that has it, and else darker on what is light, or lighter on what is dark.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    start = round(lightness * _STEPS)
    is_dark = max(map(_luminance, papers)) < _MIDDLE
    tried = colour
    for step in range(start, _STEPS + 1) if is_dark else range(start, -1, -1):
        if all(contrast(tried, paper) >= least for paper in papers):
            break
        red, green, blue = colorsys.hls_to_rgb(hue, step / _STEPS, saturation)
        tried = round(red * 255), round(green * 255), round(blue * 255)
    return tried


def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (each / 255 for each in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
