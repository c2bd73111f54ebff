"""Which passages of each source are cited, and what rests on each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from standfirst.model import Citation, Citing, FactId, Source
from standfirst.model.addresses import ABOUT, HOME, KEY_POINTS_ANCHOR, Address, section_anchor
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import prose_in
from standfirst.present.presenter import Presenter
from standfirst.present.views import Link, PassageView
from standfirst.site.site import Site
from standfirst.sources.citations import passages_of
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
        (naming.say("How we know"), Address(ABOUT), explainer.how_we_know),
    )
    for title, address, part in parts:
        yield Link(title, address), _citations_in(part)


def _citations_in(part: object) -> tuple[Citation, ...]:
    cite = part.cite if isinstance(part, Citing) else ()
    return (*cite, *(citation for prose in prose_in(part) for citation in prose.citations))
