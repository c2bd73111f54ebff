"""Texts that are made once for all pages, with placeholders in them for what each page sets in its own way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

# No text can hold the characters around the number, and none of them is escaped.
_PLACEHOLDER = re.compile("\x02([0-9]+)\x03")
# The element that goes where it holds a placeholder alone.
ALONE = "sup"
_BEGIN, _END = f"<{ALONE}>", f"</{ALONE}>"

P = TypeVar("P")


def placeholder(number: int) -> str:
    """Return what stands in a text for what has this number, until a page sets that."""
    return f"\x02{number}\x03"


def split_at_placeholders(text: str, places: Sequence[P]) -> tuple[str | P, ...]:
    """Return a text in pieces, between them the `places` by number; a `<sup>` that holds one alone goes too."""
    before, *others = _PLACEHOLDER.split(text)
    pieces: list[str | P] = []
    for number, behind in zip(others[::2], others[1::2], strict=True):
        stands_alone = before.endswith(_BEGIN) and behind.startswith(_END)
        pieces += (before.removesuffix(_BEGIN) if stands_alone else before, places[int(number)])
        before = behind.removeprefix(_END) if stands_alone else behind
    return (*pieces, before)
