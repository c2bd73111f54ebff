"""The resolved model, in which every reference leads somewhere and everything is in its order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from standfirst.images.shape import ImageShapes
from standfirst.language.dates import without_times
from standfirst.model import (
    Actor,
    Basemap,
    CheckedSource,
    Claim,
    Date,
    Event,
    Explainer,
    Fact,
    FactId,
    LanguageTag,
    Quote,
    Record,
    Reference,
    Section,
    Source,
    Term,
    Verb,
    VerbId,
    Vouching,
)
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import Holder

F = TypeVar("F", bound=Fact)


@frozen(kw_only=True)
class Site:
    """An explainer with its facts and sections, whose references all lead to one of these facts.

    `facts` are in order of path and line, then events in the order of the chronology, then updates, newest first.
    `by_type` has the same facts by their types. `named` are the facts to which each of the `holders` refers, and
    `backlinks` gives for each fact those that refer to it, in the order of `facts`.
    """

    explainer: Explainer
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    by_type: Mapping[type[Record], tuple[Fact, ...]]
    index: Mapping[FactId, Fact]
    verbs: Mapping[VerbId, Verb]
    named: tuple[tuple[FactId, ...], ...]
    backlinks: Mapping[FactId, tuple[FactId, ...]]
    images: ImageShapes
    basemap: Basemap | None = None
    checked: tuple[CheckedSource, ...] = ()
    vouched: tuple[Vouching, ...] = ()

    @property
    def holders(self) -> tuple[Holder, ...]:
        """The explainer, its sections and its facts."""
        return (self.explainer, *self.sections, *self.facts)

    def all(self, record: type[F]) -> tuple[F, ...]:
        """The facts of one type."""
        return cast("tuple[F, ...]", self.by_type[record])

    def actors_and_terms(self) -> tuple[Actor | Term, ...]:
        """The facts that prose can call by name."""
        return (*self.all(Actor), *self.all(Term))

    def get(self, record: type[F], reference: Reference) -> F:
        """The fact that a reference names; resolving has made sure of it and of its type."""
        fact = self.index[reference.to]
        assert isinstance(fact, record)
        return fact

    def date_of(self, quote: Quote) -> Date | None:
        """When a quotation was said: on its own date, or else on the day of its event."""
        if quote.date or not quote.event:
            return quote.date
        # While a site is checked, a reference may still lead nowhere.
        event = self.index.get(quote.event.to)
        # The time of an event is when it began, and words need not have been said then.
        return without_times(event.date) if isinstance(event, Event) else None

    def language_of(self, quote: Quote) -> LanguageTag:
        """The language of a quotation's words: its own, or else that of its sources, or else that of the site."""
        of_sources = {self.get(Source, citation.source).language for citation in quote.cite}
        only = of_sources.pop() if len(of_sources) == 1 else None
        return quote.language or only or self.explainer.language

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
