"""Who backs or opposes whom, put together into the lines that a picture draws of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from standfirst.model import Id, Stance
from standfirst.model.frozen_class import frozen
from standfirst.pictures.arrangement import arrange


class Party(NamedTuple):
    """Somebody who backs or opposes others, or whom others back or oppose."""

    id: Id
    name: str


@frozen
class Relationship:
    """Whether one backs or opposes another; `is_mutual` if that is true the other way round as well."""

    subject: Party
    object: Party
    stance: Stance
    is_mutual: bool = False
    has_ended: bool = False

    @property
    def parties(self) -> tuple[Party, Party]:
        return self.subject, self.object

    @property
    def towards(self) -> tuple[Party, ...]:
        """Those at whom an arrow points."""
        return self.parties if self.is_mutual else (self.object,)


class Tie(NamedTuple):
    """The `total` relationships between two parties that look alike; parties are given by their places from the top."""

    upper: int
    lower: int
    stance: Stance
    has_ended: bool
    points_up: bool
    points_down: bool
    total: int


class _Looks(NamedTuple):
    """What tells one line from another: those whom it joins, in order of id, and how it is drawn."""

    one: Id
    other: Id
    stance: Stance
    has_ended: bool


def ties_between(relationships: Sequence[Relationship]) -> tuple[tuple[Party, ...], tuple[Tie, ...]]:
    """Return all parties from the top down, in an order that keeps ties short, and the ties, likewise from the top."""
    alike = _alike(relationships)
    names = dict(party for relationship in relationships for party in relationship.parties)
    order = arrange((looks.one, looks.other) for looks in alike)
    places = {party: place for place, party in enumerate(order)}
    ties = sorted(_tie(looks, found, places) for looks, found in alike.items())
    return tuple(Party(party, names[party]) for party in order), tuple(ties)


def _alike(relationships: Sequence[Relationship]) -> Mapping[_Looks, Sequence[Relationship]]:
    alike: defaultdict[_Looks, list[Relationship]] = defaultdict(list)
    for relationship in relationships:
        one, other = sorted(party.id for party in relationship.parties)
        alike[_Looks(one, other, relationship.stance, relationship.has_ended)].append(relationship)
    return alike


def _tie(looks: _Looks, relationships: Sequence[Relationship], places: Mapping[Id, int]) -> Tie:
    upper, lower = sorted((places[looks.one], places[looks.other]))
    pointed = {places[party.id] for relationship in relationships for party in relationship.towards}
    return Tie(upper, lower, looks.stance, looks.has_ended, upper in pointed, lower in pointed, len(relationships))
