"""Who says that a fact is so."""

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
from standfirst.model.values import Reference


def voices_of(fact: Fact) -> tuple[Reference, ...] | None:
    """Return who says that a fact is so; empty where its source itself does, None where nobody can say such a fact."""
    match fact:
        case Event() | Figure() | Relation():
            return fact.according_to
        case Claim():
            return fact.by
        case Quote():
            return (fact.speaker,)
        case Actor() | Term() | Place() | Image() | Unknown() | Update() | Source():
            return None
        case _:
            assert_never(fact)
