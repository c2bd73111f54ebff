"""Ids for what a draft proposes: short, in ASCII, each once."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Sequence

import icu

from standfirst.draft.names import short_forms
from standfirst.model import Id

_LONGEST = 40


@functools.cache
def _to_ascii() -> icu.Transliterator:
    return icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")


def _slug(text: str) -> str:
    plain = re.sub("['.’]", "", _to_ascii().transliterate(text))
    words = re.sub("[^a-z0-9]+", " ", plain).split()
    while len(words) > 1 and len("-".join(words)) > _LONGEST:
        words.pop()
    return "-".join(words)[:_LONGEST].strip("-")


class Ids:
    """Gives each name an id that no other has; those that are taken are never given."""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = set(taken)

    def of_person(self, name: str) -> Id:
        """Return an id of the surname, or where that is taken of the whole name."""
        forms = short_forms.of_person(name)
        surname = (
            forms[-2] if len(forms) == 3 and forms[0].endswith(forms[1]) and "-" in forms[0] else (forms or (name,))[0]
        )
        return self._given(_slug(surname), _slug(name))

    def of_organisation(self, name: str, spellings: Sequence[str]) -> Id:
        """Return an id of the letters by which a body is called, or of its name."""
        letters = [each for each in spellings if each.replace(".", "").isupper() and " " not in each]
        return self._given(
            _slug(min(letters, key=len) if letters else short_forms.without_legal_form(name)), _slug(name)
        )

    def of_body(self, name: str) -> Id:
        """Return an id of a whole name."""
        return self._given(_slug(name))

    def of_place(self, name: str) -> Id:
        """Return an id of the name of a place."""
        return self._given(_slug(name), f"{_slug(name)}-place")

    def _given(self, *choices: str) -> Id:
        usable = [choice for choice in choices if choice] or ["name"]
        free = next((choice for choice in usable if choice not in self._taken), "")
        number = 2
        while not free:
            candidate = f"{usable[-1]}-{number}"
            free, number = "" if candidate in self._taken else candidate, number + 1
        self._taken.add(free)
        return Id(free)
