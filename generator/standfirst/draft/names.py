"""Finds who takes part in an article, and its places: names, gathered under one id each."""

from __future__ import annotations

from collections.abc import Sequence

from standfirst.draft.article import Article
from standfirst.draft.proposals import ActorProposal, PlaceProposal
from standfirst.model import Actor, Place
from standfirst.model.frozen_class import frozen


@frozen
class Known:
    """What the explainer has already: its actors and places."""

    actors: Sequence[Actor] = ()
    places: Sequence[Place] = ()


@frozen
class FoundNames:
    """The actors and the places of an article, each in the order of first mention."""

    actors: tuple[ActorProposal, ...] = ()
    places: tuple[PlaceProposal, ...] = ()


def names_in(article: Article, known: Known) -> FoundNames:
    """Return all that the article names; spellings of one actor, and of one the explainer has, are one proposal."""
    return FoundNames()
