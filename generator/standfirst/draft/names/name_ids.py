"""Ids for the actors and places that a draft proposes: a surname, letters, a short name; each once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from standfirst.authoring.ids import id_of
from standfirst.draft.names import short_forms
from standfirst.model import Id


class Ids:
    """Gives each name an id that no other has; those that are taken are never given."""

    def __init__(self, taken: Collection[Id]) -> None:
        self._taken = set(taken)

    def of_person(self, name: str) -> Id:
        """Return an id of the surname, or where that is taken of the whole name."""
        surname, *parts = short_forms.of_person(name) or (name,)
        # An Arabic article is no part of what a person is filed under: "al-Sarraj".
        bare = parts[0] if parts and surname.endswith(f"-{parts[0]}") and surname != parts[0] else surname
        return self._given(bare, name)

    def of_organisation(self, name: str, spellings: Sequence[str]) -> Id:
        """Return an id of the letters by which a body is called, or of its name."""
        letters = [each for each in spellings if each.replace(".", "").isupper() and " " not in each]
        return self._given(min(letters, key=len) if letters else short_forms.without_legal_form(name), name)

    def of_body(self, name: str) -> Id:
        """Return an id of a whole name."""
        return self._given(name, name)

    def of_place(self, name: str) -> Id:
        """Return an id of the name of a place."""
        return self._given(name, f"{name} place")

    def _given(self, short: str, full: str) -> Id:
        choice = id_of(short.replace(".", ""), without="name")
        given = choice if choice not in self._taken else id_of(full, self._taken, without="name")
        self._taken.add(given)
        return given
