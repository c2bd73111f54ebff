"""The resolved model: every id leads somewhere, and everything is in its order."""

from __future__ import annotations

import dataclasses
import functools
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from generator.model import (
    Actor,
    Basemap,
    Citation,
    Claim,
    Event,
    Explainer,
    Fact,
    FactId,
    Figure,
    Prose,
    Quote,
    Reference,
    Relation,
    Section,
    Term,
    Verb,
    VerbId,
)

F = TypeVar("F", bound=Fact)
# All that has texts.
Holder = Explainer | Section | Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """An explainer whose references all lead to a fact that is published with it.

    `facts` are in order of path and line, but for events, which are in the order of the chronology, and updates, newest
    first; `by_type` has them by their types. `backlinks` says, for each fact, which facts refer to it, in the order of
    `facts`.
    """

    explainer: Explainer
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    by_type: Mapping[type[Fact], tuple[Fact, ...]]
    index: Mapping[FactId, Fact]
    verbs: Mapping[VerbId, Verb]
    backlinks: Mapping[FactId, tuple[FactId, ...]]
    images: frozenset[str]
    basemap: Basemap | None = None

    @property
    def holders(self) -> tuple[Holder, ...]:
        """The explainer, its sections and its facts."""
        return (self.explainer, *self.sections, *self.facts)

    def all(self, record: type[F]) -> tuple[F, ...]:
        """The facts of one type."""
        return cast("tuple[F, ...]", self.by_type[record])

    def named(self) -> tuple[Actor | Term, ...]:
        """The facts that prose can call by name."""
        return (*self.all(Actor), *self.all(Term))

    def get(self, record: type[F], reference: Reference) -> F:
        """The fact that a reference names; resolving has made sure of it and of its type."""
        fact = self.index[reference.to]
        assert isinstance(fact, record)
        return fact

    def rivals(self, claim: Claim) -> tuple[Claim, ...]:
        """The claims that a claim stands against: those it names, and those that name it."""
        named = [self.get(Claim, rival) for rival in claim.rivals]
        naming = [
            other for other in self.referring(Claim, claim) if claim.fact_id in {each.to for each in other.rivals}
        ]
        return tuple({rival.fact_id: rival for rival in (*named, *naming)}.values())

    def referring(self, record: type[F], fact: Fact) -> tuple[F, ...]:
        """The facts of one type that refer to a fact."""
        others = map(self.index.__getitem__, self.backlinks.get(fact.fact_id, ()))
        return tuple(other for other in others if isinstance(other, record))


def voices_of(fact: Fact) -> tuple[Reference, ...] | None:
    """Return who says that a fact is so: nobody means the source itself. None where it is not a saying of anyone's."""
    match fact:
        case Event() | Figure() | Relation():
            return fact.according_to
        case Claim():
            return fact.by
        case Quote():
            return (fact.speaker,)
        case _:
            return None


def references_in(value: object) -> Iterator[Reference]:
    """Every reference that a fact or a part of one makes, in its fields, its citations and its prose.

    Of several facts each is asked by itself: in a tuple only parts of one are looked for, which is quick.
    """
    match value:
        case Reference():
            yield value
        case Prose():
            for mention in value.mentions:
                yield mention.reference
            for citation in value.citations:
                yield citation.source
        case Citation():
            yield value.source
        case tuple():
            for item in value:
                if isinstance(item, Reference | Prose | Citation | tuple):
                    yield from references_in(item)
        case Fact() | Section() | Explainer():
            yield from references_in(_values_of(value))


def prose_in(value: object) -> Iterator[Prose]:
    """Every text in Markdown of a fact, a section or the explainer; each is asked by itself, as for its references."""
    match value:
        case Prose():
            yield value
        case tuple():
            for item in value:
                if isinstance(item, Prose | tuple):
                    yield from prose_in(item)
        case Fact() | Section() | Explainer():
            yield from prose_in(_values_of(value))


def _values_of(holder: Holder) -> tuple[object, ...]:
    record: type = type(holder)
    return _fields_of(record)(holder)


@functools.cache
def _fields_of(record: type) -> Callable[[object], tuple[object, ...]]:
    """Return what gives the values of all fields of a record, which to look up by their names takes long."""
    return operator.attrgetter(*(field.name for field in dataclasses.fields(record)))
