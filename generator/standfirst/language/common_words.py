"""Common words of English, of the table in `common_words.txt`. It is read once, when it is needed."""

from __future__ import annotations

import functools
from importlib import resources


@functools.cache
def common_words() -> frozenset[str]:
    """Return common English words that are no names, in small letters."""
    text = resources.files("standfirst.language").joinpath("common_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
