"""The day on which an article says at its head that it was written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from standfirst.draft.article import Article
from standfirst.draft.dates.meanings import Find, Named
from standfirst.draft.dates.reckoning import of_parts
from standfirst.model import Day

_HEAD: Final = 400
# Before the day of a dateline stand names alone, and behind it the text begins: "CAIRO, April 3 (AP) —".
_WORD: Final = regex.compile(r"\p{L}+")
_SMALL: Final = frozenset({"of", "de", "la", "and", "by", "on", "the"})
_BEGINS: Final = regex.compile(r"\s*(?:[(–—:|-]|\n|\Z|\d\d:\d\d|at \d)")


def day_of_dateline(article: Article, finds: Sequence[Find]) -> Day | None:
    """Return the day, with its year, that stands by itself in the first lines of an article; None where none does."""
    for find in finds:
        if find.start > _HEAD:
            return None
        line = article.text.rfind("\n", 0, find.start) + 1
        before = _WORD.findall(article.text, line, find.start)
        is_head = all(word[0].isupper() or word in _SMALL for word in before) and _BEGINS.match(article.text, find.end)
        if is_head and isinstance(find.meaning, Named) and find.meaning.date.day:
            day = of_parts(find.meaning.date)
            return day.days.first if day else None
    return None
