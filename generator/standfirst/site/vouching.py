"""Whose vouching for a fact holds: what it states and the passages cited for it are what they were then.

A vouching is over two digests, so that it can be told which side changed: that of the statement, and one of the whole
wording of all passages. The latter is known from the copies of the sources, and where there are none from the lock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum

from standfirst.decoding.reviews import facts_by_any_id
from standfirst.language.words import Digest, digest
from standfirst.model import Citing, Fact, FactId, Id, Kind, NotedDigest, Vouching
from standfirst.model.frozen_class import frozen
from standfirst.site.site import Site
from standfirst.site.statements import first_name, statement_digest
from standfirst.sources.citations import CitedPassage, passages_of
from standfirst.sources.lock import Lock, PassagePlace, passage_key
from standfirst.sources.wordings import named_wording


class Side(StrEnum):
    """What of a fact can change after somebody vouched for it, as messages call it."""

    STATEMENT = "the statement"
    PASSAGES = "the passages"


@frozen
class Basis:
    """What a vouching is over; `passages` is None where the whole wording of one of them is not known."""

    statement: NotedDigest
    passages: NotedDigest | None

    def changed_since(self, vouching: Vouching) -> tuple[Side, ...]:
        """Return what is otherwise than it was when somebody vouched, as far as that is known."""
        statement = (Side.STATEMENT,) if vouching.statement != self.statement else ()
        passages = (Side.PASSAGES,) if self.passages and vouching.passages != self.passages else ()
        return (*statement, *passages)


@frozen
class Standing:
    """Who vouched for a fact, and how many persons are to; `basis` is what it states and rests on now."""

    fact: Fact
    vouchings: tuple[Vouching, ...]
    needed: int
    basis: Basis

    @property
    def unchanged(self) -> tuple[Vouching, ...]:
        """The vouchings since which nothing is known to have changed; of each person one."""
        found = (each for each in self.vouchings if not self.basis.changed_since(each))
        return tuple({each.person: each for each in found}.values())

    @property
    def holding(self) -> tuple[Vouching, ...]:
        """The vouchings that hold, for certain; of each person one."""
        return self.unchanged if self.basis.passages else ()

    @property
    def stale(self) -> Iterator[tuple[Vouching, tuple[Side, ...]]]:
        """The vouchings that hold no longer, each with what changed since."""
        found = ((each, self.basis.changed_since(each)) for each in self.vouchings)
        return ((each, changed) for each, changed in found if changed)

    def of_person(self, person: str) -> Vouching | None:
        """Return the vouching of a person that holds, if there is one."""
        return next((each for each in self.holding if each.person == person), None)


def can_be_vouched_for(fact: Fact) -> bool:
    """Whether there are passages that may support a fact: nobody can vouch that nothing does."""
    return isinstance(fact, Citing) and bool([*passages_of(fact)])


def rests_on_what_is_found(fact: Fact, lock: Lock) -> bool:
    """Whether each passage that a fact cites was found in its source; where one was not, that is told by itself."""
    return all(_place(each, lock) for each in passages_of(fact))


def standings(site: Site, lock: Lock) -> tuple[Standing, ...]:
    """Return how each fact stands that somebody vouched for or is to, in order of the site's facts."""
    review = site.explainer.review
    if not (site.vouched or review.asks):
        return ()
    vouched = vouchings_by_fact(site)
    asked = (fact for fact in site.facts if fact.fact_id in vouched or review.persons_for(fact.KIND))
    every = (standing_of(fact, site, lock, vouched.get(fact.fact_id, ())) for fact in asked)
    return tuple(each for each in every if each.vouchings or each.needed)


def standing_of(fact: Fact, site: Site, lock: Lock, vouchings: tuple[Vouching, ...]) -> Standing:
    """Return how one fact stands, for which these were noted."""
    needed = site.explainer.review.persons_for(fact.KIND) if can_be_vouched_for(fact) else 0
    return Standing(fact, vouchings, needed, basis_of(fact, site, lock))


def vouchings_by_fact(site: Site) -> dict[FactId, tuple[Vouching, ...]]:
    """Return who vouched for each fact of a site, by its id of now, whatever it was called then."""
    found: defaultdict[FactId, tuple[Vouching, ...]] = defaultdict(tuple)
    facts = facts_by_any_id(site.facts) if site.vouched else {}
    for each in site.vouched:
        if fact := facts.get(each.fact.to):
            found[fact.fact_id] += (each,)
    return dict(found)


def basis_of(fact: Fact, site: Site, lock: Lock) -> Basis:
    """Return what a vouching for a fact would be over now."""
    return Basis(NotedDigest(statement_digest(fact, site)), _passages_digest(fact, site, lock))


def _passages_digest(fact: Fact, site: Site, lock: Lock) -> NotedDigest | None:
    """The digest of all passages that a fact cites, by their sources and whole wordings, however they are named."""
    wordings = {(_first_id(each.source, site), _wording(each, lock)) for each in passages_of(fact)}
    known = [f"{source}:{wording}" for source, wording in wordings if wording]
    return NotedDigest(digest("\n".join(sorted(known)))) if len(known) == len(wordings) else None


def _first_id(source: Id, site: Site) -> Id:
    return first_name(FactId(Kind.SOURCE, source), site).id


def _wording(cited: CitedPassage, lock: Lock) -> Digest | None:
    """The digest of the whole wording of a passage; None where it was not found, or an old lock does not tell."""
    place = _place(cited, lock)
    if place is None:
        return None
    named = named_wording(cited.passage)
    return named.digest if named else place.wording


def _place(cited: CitedPassage, lock: Lock) -> PassagePlace | None:
    locked = lock.sources.get(cited.source)
    return locked.passages.get(passage_key(cited.passage)) if locked else None
