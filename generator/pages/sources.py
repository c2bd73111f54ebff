"""What each source is, and what rests on it, passage by passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import ABOUT, HOME, SOURCES, THIRTY_SECONDS, section_anchor
from generator.model import Citation, Citing, FactId, Source
from generator.pages.page import Page, PageView, Planner
from generator.site import Site, prose_in
from generator.views import Address, Link, SourceView


@dataclass(frozen=True, slots=True)
class SupportedPassage:
    """A passage that is cited, and what rests on it."""

    words: str
    supports: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source in the list of all, and how many passages of it are cited."""

    source: SourceView
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView(PageView):
    sources: tuple[SourceEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePageView(PageView):
    source: SourceView
    passages: tuple[SupportedPassage, ...]


def plan(planner: Planner) -> Iterator[Page]:
    """The list of sources, and a page for each."""
    site = planner.site
    say = planner.say
    cited = _cited(site, planner)
    sources = planner.presenter.views(SourceView, site.all(Source))
    yield Page(
        SOURCES,
        "pages/sources.html",
        SourcesView(
            **planner.shared("sources", SOURCES, say("Sources"), say("What this explainer is drawn from.")),
            sources=tuple(SourceEntry(source, len(cited.get(source.fact, ()))) for source in sources),
        ),
    )
    for source in sources:
        description = say("What this explainer takes from this source, passage by passage.")
        view = SourcePageView(
            **planner.shared("source", source.address.route, source.label, description, planner.link(SOURCES)),
            source=source,
            passages=tuple(
                SupportedPassage(words, tuple(links)) for words, links in cited.get(source.fact, {}).items()
            ),
        )
        yield Page(source.address.route, "pages/source.html", view)


def _cited(site: Site, planner: Planner) -> dict[FactId, dict[str, dict[Link, None]]]:
    """For each source its passages, and for each passage what rests on it; dictionaries keep the order."""
    cited: dict[FactId, dict[str, dict[Link, None]]] = {}
    for link, citations in _statements(site, planner):
        for citation in citations:
            for passage in citation.passages:
                cited.setdefault(citation.source.to, {}).setdefault(passage.words, {})[link] = None
    return cited


def _statements(site: Site, planner: Planner) -> Iterator[tuple[Link, tuple[Citation, ...]]]:
    for section in site.sections:
        yield Link(section.title, Address(HOME, section_anchor(section.id))), section.body.citations
    for fact in site.facts:
        written = tuple(citation for prose in prose_in(fact) for citation in prose.citations)
        cite = fact.cite if isinstance(fact, Citing) else ()
        yield planner.presenter.naming.link_to(fact), (*cite, *written)
    explainer = site.explainer
    parts = (
        (explainer.title, Address(HOME), explainer.standfirst),
        (planner.say("In thirty seconds"), Address(HOME, THIRTY_SECONDS), explainer.key_points),
        (planner.say("How we know"), Address(ABOUT), explainer.how_we_know),
    )
    for title, address, part in parts:
        yield Link(title, address), tuple(citation for prose in prose_in(part) for citation in prose.citations)
