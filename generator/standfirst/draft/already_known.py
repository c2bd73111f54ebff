"""What of an article's proposals the explainer has already: what it cites of the article is not proposed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from standfirst.draft.citing import Citer, WordRange
from standfirst.draft.names import Known
from standfirst.draft.proposals import FigureProposal, Proposals, RelationProposal
from standfirst.language.words import fold
from standfirst.model import (
    Actor,
    Citing,
    Event,
    Fact,
    Figure,
    Id,
    Kind,
    Place,
    Quote,
    Relation,
    Unknown,
)
from standfirst.problems.errors import Problem
from standfirst.sources.copies import Copy
from standfirst.sources.matching import Stretch, find_passage

F = TypeVar("F", bound=Citing)


def known_of(facts: Iterable[Fact]) -> Known:
    """Return the actors and places that proposals may turn out to be."""
    facts = tuple(facts)
    return Known(
        tuple(fact for fact in facts if isinstance(fact, Actor)),
        tuple(fact for fact in facts if isinstance(fact, Place)),
    )


def taken_ids(facts: Iterable[Fact]) -> Mapping[Kind, set[Id]]:
    """Return the ids of each kind that facts have, or had."""
    taken: dict[Kind, set[Id]] = {}
    for fact in facts:
        taken.setdefault(fact.KIND, set()).update((fact.id, *fact.former_ids))
    return taken


def only_new(proposals: Proposals, facts: Sequence[Fact], source: Id, copy: Copy, citer: Citer) -> Proposals:
    """Return the proposals but for those that a fact of their kind has from the same passage.

    A figure must have the same value, a relation the same actors, a quotation the same words.
    """
    has = _Cited(facts, source, copy, citer)
    quoted = " ".join(f" {fold(fact.words)} " for fact in facts if isinstance(fact, Quote))

    def is_new_figure(figure: FigureProposal) -> bool:
        return not any(_says(fact, figure.value) for fact in has.facts_at(Figure, figure.start, figure.end))

    def is_new_relation(relation: RelationProposal) -> bool:
        facts_there = has.facts_at(Relation, relation.start, relation.end)
        ends = (relation.subject, relation.object)
        return not any((fact.subject.to.id, fact.object.to.id) == ends for fact in facts_there)

    return replace(
        proposals,
        events=tuple(each for each in proposals.events if not has.facts_at(Event, each.date.start, each.date.end)),
        quotes=tuple(each for each in proposals.quotes if f" {fold(each.parts[0].text)} " not in quoted),
        figures=tuple(filter(is_new_figure, proposals.figures)),
        relations=tuple(filter(is_new_relation, proposals.relations)),
        unknowns=tuple(each for each in proposals.unknowns if not has.facts_at(Unknown, each.start, each.end)),
    )


class _Cited:
    """The passages of one copy that facts cite, by the kind of fact."""

    def __init__(self, facts: Sequence[Fact], source: Id, copy: Copy, citer: Citer) -> None:
        self._citer = citer
        self._by_kind: dict[type[Citing], list[tuple[Citing, WordRange]]] = {}
        for fact in facts:
            if isinstance(fact, Citing):
                for stretch in _stretches(fact, source, copy):
                    self._by_kind.setdefault(type(fact), []).append((fact, _range_of(stretch, copy)))

    def facts_at(self, kind: type[F], start: int, end: int) -> list[F]:
        """Return the facts of a kind that cite words from one character of the article to another."""
        there = self._citer.word_range(start, end)
        cited = self._by_kind.get(kind, [])
        return [fact for fact, words in cited if isinstance(fact, kind) and words.overlaps(there)]


def _stretches(fact: Citing, source: Id, copy: Copy) -> Iterator[Stretch]:
    passages = (passage for citation in fact.cite if citation.source.to.id == source for passage in citation.passages)
    found = (find_passage(passage, copy) for passage in passages)
    return (each for each in found if not isinstance(each, Problem))


def _range_of(stretch: Stretch, copy: Copy) -> WordRange:
    before = copy.text.count(" ", copy.start_of_paragraph_at(stretch.start), stretch.start)
    return WordRange(stretch.paragraph, before, before + copy.text.count(" ", stretch.start, stretch.end) - 1)


def _says(fact: Figure, value: str) -> bool:
    low, _, high = value.partition("..")
    return (str(fact.value.low), str(fact.value.high)) == (low, high or low)
