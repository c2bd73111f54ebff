"""A text as its readers see it and in one line, for titles, descriptions and link texts."""

from __future__ import annotations

from collections.abc import Callable

from standfirst.model import FactId, Prose
from standfirst.prose.leaves import leaf_text, leaves_of


def plain_text(prose: Prose, written: Callable[[FactId], str]) -> str:
    """Return the words that a reader of the rendered text sees, in one line.

    `written` gives what an empty link to a fact writes.
    """
    lines = (leaf_text(leaf.nodes, written).text for leaf in leaves_of(prose.document))
    return " ".join(word for line in lines for word in line.split())
