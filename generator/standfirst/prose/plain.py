"""A text as its readers see it and in one line, for titles, descriptions and link texts."""

from __future__ import annotations

from collections.abc import Callable

from standfirst.model import FactId, Prose
from standfirst.prose.leaves import line_with_names


def plain_text(prose: Prose, written: Callable[[FactId], str]) -> str:
    """Return the words that a reader of the rendered text sees, in one line.

    `written` gives what an empty link to a fact writes.
    """
    lines = (line_with_names(leaf, written).text for leaf in prose.leaves)
    return " ".join(word for line in lines for word in line.split())
