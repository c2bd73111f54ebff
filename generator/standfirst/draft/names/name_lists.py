"""Names that are known as such before a text is read: those of the tables, and with them those of one article."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import regex

from standfirst.draft.names.tables import KnownName, known_names

_FIRST = regex.compile(r"[^\s'’,&]+")


class NameList:
    """Names by their keys, and those of another list; the own go first."""

    def __init__(self, names: Mapping[str, KnownName], others: NameList | None = None) -> None:
        self._names = names
        self._first_words = frozenset(found[0] for key in names if (found := _FIRST.match(key)))
        self._others = others

    def may_begin(self, word: str) -> bool:
        """Tell whether some name may begin with a word, given by its key."""
        return word in self._first_words or (self._others is not None and self._others.may_begin(word))

    def get(self, key: str) -> KnownName | None:
        """Return what has a name, given by its key."""
        return self._names.get(key) or (self._others.get(key) if self._others else None)


@functools.cache
def of_tables() -> NameList:
    """Return the names of the tables."""
    return NameList(known_names())
