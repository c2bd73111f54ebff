"""How much room words take in a picture that is set in a font which is not known before a reader's machine sets it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

# In parts of the size: what DejaVu Sans needs, the widest of the fonts that `--sans` usually comes down to.
_WIDE, _CAPITAL, _LETTER, _NARROW = 1.0, 0.8, 0.66, 0.42
_NARROW_LETTERS = frozenset(" ilIjtfr.,:;!|'’‘()[]/-")
_WIDE_LETTERS = frozenset("mwMW—…%@&")


def text_width(text: str, size: float = 1.0) -> float:
    """Return the room that a text needs at most on one line, in the unit of `size`."""
    return sum(map(_advance, text)) * size


def break_lines(text: str, room: float, width_of: Callable[[str], float]) -> tuple[str, ...]:
    """Return a text in lines, each as long as it may be; a word that is wider than the room stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _advance(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    if letter in _WIDE_LETTERS or unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    if letter in _NARROW_LETTERS:
        return _NARROW
    return _CAPITAL if letter.isupper() else _LETTER
