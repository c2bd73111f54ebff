"""The one sentence that says what a fact is."""

from __future__ import annotations

from typing import assert_never

from standfirst.model.facts import (
    Actor,
    Claim,
    Event,
    Fact,
    Figure,
    Image,
    Place,
    Quote,
    Relation,
    Source,
    Term,
    Unknown,
    Update,
)
from standfirst.model.prose import Prose


def sentence_of(fact: Fact) -> Prose | None:
    """Return the one sentence that says what a fact is, if it has one: the fact's mark follows it."""
    match fact:
        case Actor() | Term() | Place():
            return fact.summary
        case Claim():
            return fact.claim
        case Image():
            return fact.caption
        case Unknown():
            return fact.question
        case Event() | Quote() | Figure() | Relation() | Update() | Source():
            return None
        case _:
            assert_never(fact)
