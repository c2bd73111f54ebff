"""Texts that are made once for all pages, with placeholders in them for what each page sets in its own way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

# No text can hold the characters around the number, and none of them is escaped.
_PLACEHOLDER = re.compile("(?P<sup><sup>)?\x02(?P<number>[0-9]+)\x03(?(sup)</sup>)")

P = TypeVar("P")


def placeholder(number: int) -> str:
    """Return what stands in a text for what has this number, until a page sets that."""
    return f"\x02{number}\x03"


def split_at_placeholders(text: str, places: Sequence[P]) -> tuple[str | P, ...]:
    """Return a text in pieces, between them the `places` by number; a `<sup>` that holds one alone goes too."""
    pieces: list[str | P] = []
    end = 0
    for found in _PLACEHOLDER.finditer(text):
        pieces += (text[end : found.start()], places[int(found["number"])])
        end = found.end()
    return (*pieces, text[end:])
