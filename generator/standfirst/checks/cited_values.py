"""Values and the passages that are cited for them: a figure's number and a fact's dates stand in their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from standfirst.cache import cached_latest, cached_per_item
from standfirst.checks.cited_dates import unsupported_date
from standfirst.checks.cited_numbers import unsupported_figure
from standfirst.checks.cited_words import Contexts, SourceContext
from standfirst.checks.fact_dates import dates_by_key
from standfirst.language.words import Digest
from standfirst.model import Citing, Dated, Fact, Figure, Id, LanguageTag, Source
from standfirst.problems.errors import Problem
from standfirst.site.site import Site
from standfirst.sources.copies import Copy
from standfirst.sources.lock import Lock, passage_key


def unsupported_values(site: Site, lock: Lock, copies: Mapping[Id, Copy]) -> Iterator[Problem]:
    """Yield a warning for each figure and each date that the passages cited for it do not state as it does.

    Only the words that readers see count, not those within the ellipsis of a passage that they do not see whole; where
    there is a copy, a hint tells of what stands within. What was `reckoned` is not sought, nor is anything of a fact
    that says why it is `uncited`. A fact is passed over where the `lock` does not have all its passages: those have
    problems of their own.
    """
    language = site.explainer.language
    found = {(source, key) for source, locked in lock.sources.items() for key in locked.passages}
    cited = _passages_cited.map(site.facts)
    proved = [fact for fact, keys in zip(site.facts, cited, strict=True) if keys and found.issuperset(keys)]
    by_source = {
        source.id: SourceContext(
            source.language or language,
            source.published or source.reckon_from,
            copies.get(source.id),
            lock.sources[source.id].passages if source.shows_whole and source.id in lock.sources else None,
        )
        for source in site.all(Source)
    }
    contexts = _contexts_of(_sources_cited.map(proved), by_source)
    return _unsupported_values_of.flat_map(proved, contexts, given=(language,))


@cached_per_item
def _passages_cited(fact: Fact) -> tuple[tuple[Id, Digest], ...]:
    cite = fact.cite if isinstance(fact, Citing) else ()
    return tuple((each.source.to.id, passage_key(passage)) for each in cite for passage in each.passages)


@cached_per_item
def _sources_cited(fact: Citing) -> tuple[Id, ...]:
    return tuple(citation.source.to.id for citation in fact.cite)


@cached_latest
def _contexts_of(cited: Sequence[Sequence[Id]], by_source: Mapping[Id, SourceContext]) -> tuple[Contexts, ...]:
    return tuple(tuple(by_source[source] for source in sources) for sources in cited)


@cached_per_item
def _unsupported_values_of(fact: Fact, contexts: Contexts, language: LanguageTag) -> Iterator[Problem]:
    if isinstance(fact, Figure):
        yield from unsupported_figure(fact, contexts, language)
    if isinstance(fact, Dated) and not fact.reckoned:
        for key, date in dates_by_key(fact):
            yield from unsupported_date(fact, key, date, contexts)
