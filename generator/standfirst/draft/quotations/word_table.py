"""Tables of words, as they are written in this package."""

from __future__ import annotations


def word_set(table: str) -> frozenset[str]:
    """Return the words of a table, which blanks and ends of lines part."""
    return frozenset(table.split())
