"""Who speaks: a source that is cited for a quotation, and names somebody, names its speaker in some way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from standfirst.language.locale import code_of
from standfirst.language.words import WEIGHT, fold, weight
from standfirst.model import Actor, Id, Quote, Source
from standfirst.problems.errors import Problem, Severity
from standfirst.prose.fact_names import names_of
from standfirst.site.site import Site
from standfirst.sources.copies import Copy

# Of a name that has words of so many letters one will do, without what a case may add to it.
_FEWEST_LETTERS, _ENDING = 4, 2


def unnamed_speakers(site: Site, copies: Mapping[Id, Copy]) -> Iterator[Problem]:
    """Every quotation of which the sources that it cites name others and not the speaker, as a warning.

    Sources that name nobody may say “she” and mean the speaker. Those in other languages may spell names otherwise, and
    those that are not at hand may name anybody.
    """
    actors = site.all(Actor)
    for quote in site.all(Quote):
        sources = [site.get(Source, citation.source) for citation in quote.cite]
        at_hand = [copies[source.id] for source in sources if source.id in copies and _is_in_language(source, site)]
        speaker = site.get(Actor, quote.speaker)
        if len(at_hand) < len(sources) or any(_may_name(copy, speaker) for copy in at_hand):
            continue
        other = next((each for each in actors if any(_names(copy, each) for copy in at_hand)), None)
        if other:
            where = " and ".join(f"'{each}'" for each in dict.fromkeys(copy.source for copy in at_hand))
            message = f"no part of the name of the speaker, {speaker.name}, stands in {where}, but {other.name} does"
            hint = "mend the speaker, or give the name that stands there in the `aliases` of the actor"
            yield Problem(quote.speaker.origin, message, hint, Severity.WARNING)


def _is_in_language(source: Source, site: Site) -> bool:
    language = site.explainer.language
    return code_of(source.language or language) == code_of(language)


def _names(copy: Copy, actor: Actor) -> bool:
    """Whether a copy has a whole name of an actor."""
    return any(f" {folded} " in copy.text for name in names_of(actor) if (folded := fold(name)))


def _may_name(copy: Copy, actor: Actor) -> bool:
    """Whether a copy has any part of a name of an actor."""
    return any(part in copy.text for name in names_of(actor) for part in _parts(name))


def _parts(name: str) -> tuple[str, ...]:
    """The words by which a name may be known, as a copy has them; of short ones, and those without spaces, all."""
    folded = fold(name)
    words = [word for word in folded.split() if len(word) >= _FEWEST_LETTERS and weight(word) == WEIGHT]
    return tuple(word[: max(_FEWEST_LETTERS, len(word) - _ENDING)] for word in words) or (f" {folded}",)
