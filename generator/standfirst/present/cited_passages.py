"""Which passages of each source are cited, and what rests on each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from standfirst.cache import cached_per_item
from standfirst.language.words import Digest
from standfirst.model import Citation, Citing, Explainer, FactId, Id, Source
from standfirst.model.addresses import ABOUT, HOME, KEY_POINTS_ANCHOR, Address, section_anchor
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import Holder, prose_in
from standfirst.present.evidence_views import PassageView
from standfirst.present.presenter import Presenter
from standfirst.present.view_parts import Link
from standfirst.site.site import Site
from standfirst.sources.citations import CitedPassage, passages_of
from standfirst.sources.lock import passage_key


@frozen
class SupportedPassage:
    """A passage that is cited, and what rests on it."""

    passage: PassageView
    supports: tuple[Link, ...]


# By the source that they are cited from.
CitedPassages = Mapping[FactId, tuple[SupportedPassage, ...]]


def cited_passages(presenter: Presenter) -> CitedPassages:
    """Return for each source that is cited its passages, in the order in which they are first cited."""
    site, evidence = presenter.site, presenter.evidence
    views: dict[FactId, dict[str, PassageView]] = {}
    supports: dict[tuple[FactId, str], dict[Link, None]] = {}
    for link, citations in _statements(presenter):
        for citation in citations:
            source = site.get(Source, citation.source)
            for passage in citation.passages:
                key = passage_key(passage)
                views.setdefault(source.fact_id, {}).setdefault(key, evidence.passage(source, passage))
                supports.setdefault((source.fact_id, key), {})[link] = None
    return {
        source: tuple(SupportedPassage(view, tuple(supports[source, key])) for key, view in passages.items())
        for source, passages in views.items()
    }


@frozen
class PassageCount:
    """A passage that is cited, by its key, how many bytes its words have, and how many statements rest on it."""

    key: Digest
    size: int
    statements: int


def passage_counts(site: Site) -> Mapping[Id, tuple[PassageCount, ...]]:
    """Return for each source that is cited how much rests on its passages, in the order of `cited_passages`.

    That is soon known, and enough to say how many pages it takes.
    """
    found: defaultdict[Id, dict[Digest, PassageCount]] = defaultdict(dict)
    for each in _passages_in.flat_map((*site.sections, *site.facts, site.explainer)):
        key = passage_key(each.passage)
        held = found[each.source].get(key) or PassageCount(key, len(each.passage.words.encode()), 0)
        found[each.source][key] = replace(held, statements=held.statements + 1)
    return {source: tuple(passages.values()) for source, passages in found.items()}


@cached_per_item
def _passages_in(holder: Holder) -> Iterator[CitedPassage]:
    """Yield the passages that a statement rests on, each once; of the explainer for each of its parts."""
    parts = (holder.standfirst, holder.key_points, holder.how_we_know) if isinstance(holder, Explainer) else (holder,)
    for part in parts:
        cited = ((citation.source.to.id, passage) for citation in _citations_in(part) for passage in citation.passages)
        seen = {(source, passage_key(passage)): CitedPassage(source, passage) for source, passage in cited}
        yield from seen.values()


def rests_on_one_source(site: Site) -> bool:
    """Tell whether all that is cited is of one source."""
    cited = (each.source for holder in site.holders for each in passages_of(holder))
    first = next(cited, None)
    # Where there is no second source, or as soon as it is met, the rest need not be looked at.
    return first is not None and (len(site.all(Source)) == 1 or all(source == first for source in cited))


def _statements(presenter: Presenter) -> Iterator[tuple[Link, tuple[Citation, ...]]]:
    """Yield all that can rest on a source: where it stands, and what it cites."""
    site, naming = presenter.site, presenter.naming
    for section in site.sections:
        yield Link(section.title, Address(HOME, section_anchor(section.id))), _citations_in(section)
    for fact in site.facts:
        yield naming.link_to(fact), _citations_in(fact)
    explainer = site.explainer
    parts = (
        (explainer.title, Address(HOME), explainer.standfirst),
        (naming.say("In thirty seconds"), Address(HOME, KEY_POINTS_ANCHOR), explainer.key_points),
        (naming.say("How we know"), Address(ABOUT, "how_we_know"), explainer.how_we_know),
    )
    for title, address, part in parts:
        yield Link(title, address), _citations_in(part)


def _citations_in(part: object) -> tuple[Citation, ...]:
    cite = part.cite if isinstance(part, Citing) else ()
    return (*cite, *(citation for prose in prose_in(part) for citation in prose.citations))
