"""Speakers of quotations whom the cited sources do not name, though they name others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from standfirst.language.locale import code_of
from standfirst.language.words import WEIGHT, fold, weight
from standfirst.model import Actor, Id, Quote, Source
from standfirst.problems.errors import Problem, Severity
from standfirst.prose.fact_names import all_names
from standfirst.site.site import Site
from standfirst.sources.copies import Copy

# One word of a name is enough if it has so many letters; so many at its end may be those of a grammatical case.
_FEWEST_LETTERS, _ENDING = 4, 2


def unnamed_speakers(site: Site, copies: Mapping[Id, Copy]) -> Iterator[Problem]:
    """Yield a warning for each quotation whose cited sources name another actor, but in no way the speaker.

    Nothing is said where the sources name nobody (“she” may be the speaker), are in another language (which may spell
    names otherwise), or are not all at hand.
    """
    # Whom some sources name is the same for all their quotations, of which a large explainer has thousands.
    named: dict[tuple[Id, ...], Actor | None] = {}
    for quote in site.all(Quote):
        sources = [site.get(Source, citation.source) for citation in quote.cite]
        at_hand = tuple(
            copies[source.id] for source in sources if source.id in copies and _is_in_language(source, site)
        )
        speaker = site.get(Actor, quote.speaker)
        if len(at_hand) < len(sources) or any(_may_name(copy, speaker) for copy in at_hand):
            continue
        key = tuple(copy.source for copy in at_hand)
        if key not in named:
            named[key] = _first_named(at_hand, site.all(Actor))
        other = named[key]
        if other:
            where = " and ".join(f"'{each}'" for each in dict.fromkeys(copy.source for copy in at_hand))
            message = f"no part of the name of the speaker, {speaker.name}, stands in {where}, but {other.name} does"
            hint = "mend the speaker, or give the name that stands there in the `aliases` of the actor"
            yield Problem(quote.speaker.origin, message, hint, Severity.WARNING)


def _first_named(copies: Iterable[Copy], actors: Iterable[Actor]) -> Actor | None:
    return next((each for each in actors if any(_names(copy, each) for copy in copies)), None)


def _is_in_language(source: Source, site: Site) -> bool:
    language = site.explainer.language
    return code_of(source.language or language) == code_of(language)


def _names(copy: Copy, actor: Actor) -> bool:
    """Tell whether a copy has a whole name of an actor."""
    return any(f" {folded} " in copy.text for name in all_names(actor) if (folded := fold(name)))


def _may_name(copy: Copy, actor: Actor) -> bool:
    """Tell whether a copy has any part of a name of an actor."""
    return any(part in copy.text for name in all_names(actor) for part in _parts(name))


def _parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name, folded as in a copy, that each name its bearer; of a short name, all of it."""
    folded = fold(name)
    words = [word for word in folded.split() if len(word) >= _FEWEST_LETTERS and weight(word) == WEIGHT]
    return tuple(word[: max(_FEWEST_LETTERS, len(word) - _ENDING)] for word in words) or (f" {folded}",)
