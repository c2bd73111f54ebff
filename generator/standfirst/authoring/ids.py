"""Ids of new records: a few words in small letters without accents, and a number where an id is taken."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

import icu
import regex

from standfirst.model import Id

_BETWEEN = regex.compile(r"[^a-z0-9]+")
_APOSTROPHE = regex.compile(r"['’]s\b|['’]")
_LEFT_OUT = frozenset({"a", "an", "the", "of", "in", "on", "and", "to", "for", "by", "at", "with", "that", "was", "is"})
_MOST_WORDS, _LONGEST = 5, 48
_LATIN = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")


def id_of(words: str, taken: Collection[Id] = (), *, without: str = "fact") -> Id:
    """Return an id that says the first of some words that matter and is not taken; `without` where there are none."""
    ascii_words = _BETWEEN.split(_LATIN.transliterate(_APOSTROPHE.sub("", words[:200])))
    said = [word for word in ascii_words if word]
    telling = [word for word in said if word not in _LEFT_OUT] or said
    base = "-".join(telling[:_MOST_WORDS])[:_LONGEST].strip("-") or without
    return next(Id(name) for number in count(1) if Id(name := base if number == 1 else f"{base}-{number}") not in taken)
