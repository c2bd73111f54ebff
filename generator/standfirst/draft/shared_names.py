"""Names that two proposals share: prose could not tell whom they mean, so neither keeps them as an alias."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from standfirst.draft.names import Known
from standfirst.draft.proposals import ActorProposal, Proposals


def without_shared_names(proposals: Proposals, known: Known) -> Proposals:
    """Return the proposals with each name under one actor alone, and told in the doubts of those that lose it."""
    uses = Counter(_key(name) for actor in proposals.actors if not actor.is_known for name in _names(actor))
    uses.update({_key(name) for fact in known.actors for name in (fact.name, *fact.aliases)})
    uses.update({_key(place.name) for place in known.places})
    uses.update(_key(place.name) for place in proposals.places if not place.is_known)
    actors = tuple(actor if actor.is_known else _without_shared(actor, uses) for actor in proposals.actors)
    return replace(proposals, actors=actors)


def _without_shared(actor: ActorProposal, uses: Counter[str]) -> ActorProposal:
    shared = [alias for alias in actor.aliases if uses[_key(alias)] > 1]
    if not shared:
        return actor
    doubt = f"Others share a name with this one, so it is not among the aliases: {', '.join(shared)}."
    kept = tuple(alias for alias in actor.aliases if alias not in shared)
    return replace(actor, aliases=kept, doubts=(*actor.doubts, doubt))


def _names(actor: ActorProposal) -> Iterable[str]:
    return {_key(actor.name): actor.name, **{_key(alias): alias for alias in actor.aliases}}.values()


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
