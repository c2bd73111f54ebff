"""The facts to which what is imported may refer: by their ids, or by what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from standfirst.authoring.adding import ids_of
from standfirst.model import Actor, Content, Fact, FactId, Id, Kind, Place, Source, Term
from standfirst.model.frozen_class import frozen
from standfirst.problems.remedies import nearest_word
from standfirst.prose.fact_names import all_names

_MOST_SOUGHT = 200


@frozen
class KnownFacts:
    """The language of an explainer, and the facts that it has, or will have with those of the same file."""

    language: str
    ids: frozenset[FactId]
    by_name: Mapping[tuple[Kind, str], Id]
    sought: dict[tuple[str, tuple[Kind, ...]], str] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, content: Content) -> KnownFacts:
        """Return what an explainer has. What two facts of a kind are called names neither."""
        by_name: dict[tuple[Kind, str], Id] = {}
        shared: set[tuple[Kind, str]] = set()
        for fact in content.facts:
            for name in {each.casefold() for each in _names(fact) if each}:
                if by_name.setdefault((fact.KIND, name), fact.id) != fact.id:
                    shared.add((fact.KIND, name))
        named = {key: name for key, name in by_name.items() if key not in shared}
        return cls(content.explainer.language, ids_of(content.facts), named)

    def with_new(self, ids: Iterable[FactId]) -> KnownFacts:
        """Return the same with facts that are new."""
        return KnownFacts(self.language, self.ids.union(ids), self.by_name)

    def called(self, name: str, kinds: Iterable[Kind]) -> FactId | None:
        """Return the one fact of some kinds with this id, or that is called so."""
        for kind in kinds:
            if (found := FactId(kind, Id(name))) in self.ids:
                return found
            if named := self.by_name.get((kind, " ".join(name.split()).casefold())):
                return FactId(kind, named)
        return None

    def nearest(self, name: str, kinds: Iterable[Kind]) -> str:
        """Return the id or name of a fact of some kinds that is nearest to a name; nothing where none is near.

        Past the first few names nothing new is sought: each takes a while.
        """
        asked = (name, tuple(kinds))
        if asked not in self.sought:
            self.sought[asked] = self._sought(*asked) if len(self.sought) < _MOST_SOUGHT else ""
        return self.sought[asked]

    def _sought(self, name: str, kinds: tuple[Kind, ...]) -> str:
        names: list[str] = [*(each.id for each in self.ids if each.kind in kinds)]
        names += [known for kind, known in self.by_name if kind in kinds]
        return nearest_word(name, sorted(names))


def _names(fact: Fact) -> Iterator[str]:
    match fact:
        case Actor() | Term():
            yield from all_names(fact)
        case Place():
            yield fact.name
        case Source():
            yield from (fact.title, fact.short_name)
