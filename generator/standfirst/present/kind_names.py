"""What the interface calls the kinds of facts, actors and updates: messages to be translated."""

from __future__ import annotations

from typing import assert_never

from standfirst.language.locale import N_
from standfirst.model import ActorKind, Kind, UpdateKind


def kind_heading(kind: Kind) -> str:
    """Return the heading of a list of facts of one kind."""
    match kind:
        case Kind.ACTOR:
            return N_("Actors")
        case Kind.TERM:
            return N_("Terms")
        case Kind.EVENT:
            return N_("Events")
        case Kind.QUOTE:
            return N_("Quotations")
        case Kind.CLAIM:
            return N_("Claims")
        case Kind.FIGURE:
            return N_("Figures")
        case Kind.RELATION:
            return N_("Relations")
        case Kind.PLACE:
            return N_("Places")
        case Kind.IMAGE:
            return N_("Images")
        case Kind.UNKNOWN:
            return N_("What is not known")
        case Kind.UPDATE:
            return N_("Updates")
        case Kind.SOURCE:
            return N_("Sources")
        case _:
            assert_never(kind)


def actor_kind_name(kind: ActorKind) -> str:
    """Return what an actor of some kind is called."""
    match kind:
        case ActorKind.PERSON:
            return N_("Person")
        case ActorKind.ORGANISATION:
            return N_("Organisation")
        case ActorKind.GOVERNMENT:
            return N_("Government")
        case ActorKind.STATE:
            return N_("State")
        case ActorKind.ARMED_GROUP:
            return N_("Armed group")
        case ActorKind.GROUP:
            return N_("Group")
        case ActorKind.THING:
            return N_("Thing")
        case _:
            assert_never(kind)


def update_kind_name(kind: UpdateKind) -> str:
    """Return what an update of some kind is called."""
    match kind:
        case UpdateKind.CORRECTION:
            return N_("Correction")
        case UpdateKind.CLARIFICATION:
            return N_("Clarification")
        case UpdateKind.UPDATE:
            return N_("Update")
        case _:
            assert_never(kind)
