"""The names under which indexes file a fact: of people the family name, where there is no doubt which it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from standfirst.language.collation import Alphabet
from standfirst.model import Actor, ActorKind, Place, Term
from standfirst.model.frozen_class import frozen

# What an index has by its name.
Named = Actor | Term | Place


@frozen
class FiledName:
    """A name in the order of the alphabet: that under which a fact is filed; one that `is_other` leads there."""

    name: str
    fact: Named
    is_other: bool = False


def filed_names(facts: Iterable[Named], letters: Alphabet, *, every: bool = False) -> Iterator[FiledName]:
    """Yield the name under which each fact is filed, and its names and aliases that begin with another letter.

    With `every`, also its aliases that begin with the same letter, for an index in which readers look for any spelling.
    """
    for fact in facts:
        filed_as = filing_name(fact)
        yield FiledName(filed_as, fact)
        for name in dict.fromkeys((fact.name, *other_names(fact))):
            is_elsewhere = letters.letter(name) != letters.letter(filed_as)
            if is_elsewhere or (every and name not in {fact.name, filed_as}):
                yield FiledName(name, fact, is_other=True)


def filing_name(fact: Named) -> str:
    """Return `sort_as`, or the end of a person's name by which prose may call them, or else the name as it is.

    Of "Fayez al-Sarraj", whom prose may call "al-Sarraj" and "Sarraj", this is "Sarraj". Someone who is called by the
    beginning of a name, as "Xi Jinping" by "Xi", is filed under the name as it is.
    """
    if not isinstance(fact, Actor):
        return fact.name
    if fact.sort_as or fact.kind is not ActorKind.PERSON:
        return fact.sort_as or fact.name
    return min((alias for alias in fact.aliases if _ends(fact.name, alias)), key=len, default=fact.name)


def filing_to_tell(actor: Actor) -> str:
    """Return what an actor is filed under where readers would not see that from its names; else nothing."""
    filed_as = filing_name(actor)
    return "" if filed_as in actor.name or filed_as in actor.aliases else filed_as


def other_names(fact: Named) -> tuple[str, ...]:
    """Return the aliases of a fact, but for its name in other capitals, which tells readers nothing."""
    aliases = () if isinstance(fact, Place) else fact.aliases
    return tuple(alias for alias in aliases if alias.casefold() != fact.name.casefold())


def _ends(name: str, alias: str) -> bool:
    """Whether a name ends in an alias that begins where a word does."""
    before = name.removesuffix(alias)
    return 0 < len(before) < len(name) and not before[-1].isalnum()
