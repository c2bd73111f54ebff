"""The name under which an index files an actor: of people the family name, where there is no doubt which it is."""

from __future__ import annotations

from standfirst.model import Actor, ActorKind


def filing_name(actor: Actor) -> str:
    """Return `sort_as`, or the end of a person's name by which prose may call them, or else the name as it is.

    Of "Fayez al-Sarraj", whom prose may call "al-Sarraj" and "Sarraj", this is "Sarraj". Someone who is called by the
    beginning of a name, as "Xi Jinping" by "Xi", is filed under the name as it is.
    """
    if actor.sort_as or actor.kind is not ActorKind.PERSON:
        return actor.sort_as or actor.name
    return min((alias for alias in actor.aliases if _ends(actor.name, alias)), key=len, default=actor.name)


def _ends(name: str, alias: str) -> bool:
    """Whether a name ends in an alias that begins where a word does."""
    before = name.removesuffix(alias)
    return 0 < len(before) < len(name) and not before[-1].isalnum()
