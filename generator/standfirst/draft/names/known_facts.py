"""The actors and places that the explainer has, by all the names that it calls them."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from standfirst.draft.names.found import Known, NameKind
from standfirst.draft.names.tables import KnownName, key_of
from standfirst.model import Actor, Place
from standfirst.model.facts import ActorKind

_LETTERS = regex.compile(r"(?<!\p{L})(?:\p{L}\.)+")
_KINDS = {ActorKind.PERSON: NameKind.PERSON, ActorKind.STATE: NameKind.PLACE, ActorKind.THING: NameKind.OTHER}


class KnownFacts:
    """Finds what a name is the name of in the explainer."""

    def __init__(self, known: Known) -> None:
        self.ids = frozenset((*(actor.id for actor in known.actors), *(place.id for place in known.places)))
        self._by_name: dict[str, Actor | Place] = {}
        for place in known.places:
            # "Langley" is "Langley, Virginia".
            for name in (place.name, place.name.partition(",")[0]):
                self._by_name.setdefault(_plain(name), place)
        for actor in known.actors:
            for name in (actor.name, *actor.aliases):
                self._by_name[_plain(name)] = actor

    @property
    def names(self) -> dict[str, KnownName]:
        """The names, as those of persons, organisations and places."""
        found: dict[str, KnownName] = {}
        for key, fact in self._by_name.items():
            kind = _KINDS.get(fact.kind, NameKind.ORGANISATION) if isinstance(fact, Actor) else NameKind.PLACE
            found[key] = KnownName(kind, fact.name, "explainer")
        return found

    def named(self, names: Iterable[str]) -> Actor | Place | None:
        """Return the fact that the first of some names is of that is of one."""
        found = (self._by_name.get(_plain(name)) or self._by_name.get(key_of(name)) for name in names)
        return next((fact for fact in found if fact), None)


def _plain(name: str) -> str:
    """Return a name as it is compared, its letters without points: "U.S." is "US"."""
    return _LETTERS.sub(lambda found: found[0].replace(".", ""), key_of(name))
