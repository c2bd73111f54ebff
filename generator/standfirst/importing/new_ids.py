"""Ids for records that come without one: made of what they are called, in Latin letters."""

from __future__ import annotations

import functools
import re

import icu

from standfirst.model import Id
from standfirst.prose.references import ID

# What is short enough to be typed, and cut at the end of a word.
_LONGEST = 50


def id_for(name: str, otherwise: str) -> Id:
    """Return an id that says a name in small Latin letters; `otherwise` where nothing of it can be said so."""
    plain = re.sub("['’ʿʾ`]", "", _latin().transliterate(name)).lower()
    words = [word for word in re.split("[^a-z0-9]+", plain) if word]
    said = ""
    for word in words:
        if said and len(said) + 1 + len(word) > _LONGEST:
            break
        said = f"{said}-{word}" if said else word[:_LONGEST]
    return Id(said if ID.fullmatch(said) else otherwise)


def distinct(name: Id, taken: set[Id]) -> Id:
    """Return an id, with a number behind it if others of the same file have it already, and take it."""
    number, found = 2, name
    while found in taken:
        found, number = Id(f"{name}-{number}"), number + 1
    taken.add(found)
    return found


@functools.cache
def _latin() -> icu.Transliterator:
    return icu.Transliterator.createInstance("Any-Latin; Latin-ASCII")
