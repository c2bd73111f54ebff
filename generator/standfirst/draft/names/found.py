"""What the finder of names is given beside the article, and what it gives."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

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


class NameKind(IntEnum):
    """What a name may be the name of; a number, as points for each are counted many times."""

    PERSON = 1
    ORGANISATION = 2
    PLACE = 3
    OTHER = 4


class Name(NamedTuple):
    """A name in the text, as `text` has it from `start` to `end`, with the title or role that stands before it."""

    start: int
    end: int
    text: str
    kind: NameKind
    title: str = ""
    title_start: int = -1
