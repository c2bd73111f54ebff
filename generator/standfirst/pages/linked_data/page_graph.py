"""The JSON-LD of each page: what it is, what it shows, and what that refers to.

The context is named as search engines know it; whoever reads without a network puts `{"@vocab": "https://schema.org/"}`
in its place, for nothing here needs more of it. A browser never runs the block, so the site's Content-Security-Policy,
which forbids inline script, lets it stand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import assert_never

from markupsafe import Markup

from standfirst.model import Actor, Fact, FactId, Place, Quote, Source, Term, Update, UpdateKind
from standfirst.model.addresses import ABOUT, DATA, HOME, Address
from standfirst.model.frozen_class import frozen
from standfirst.outputs.fact_rows import Json
from standfirst.pages.actors import ActorPageView, ActorPartView
from standfirst.pages.chronology import ChronologyView, YearView
from standfirst.pages.claims import ClaimsView
from standfirst.pages.data import DataView
from standfirst.pages.glossary import GlossaryView, LetterView
from standfirst.pages.home import HomeView
from standfirst.pages.images import ImagesView
from standfirst.pages.linked_data.fact_nodes import THE_GLOSSARY, FactNodes, JsonLdNode, node, reference_to
from standfirst.pages.places import PlacesView
from standfirst.pages.source import SourcePageView
from standfirst.pages.sources import SourcesView
from standfirst.pages.updates import UpdatesView
from standfirst.present.highlights import MOST_SHOWN, first_of, key_events
from standfirst.present.page_view import PageKind, PageView
from standfirst.present.planner import Planner
from standfirst.present.view_parts import Link
from standfirst.present.views import FactView, ImageView
from standfirst.site.site import Site

_SITE, _EXPLAINER, _PUBLISHER = (Address(HOME, name) for name in ("the_site", "the_explainer", "the_publisher"))
_DATA = Address(DATA, "the_data")
# So many facts a page describes that it only refers to.
_MOST_DESCRIBED = 200
# What HTML could read as the end of the block, and what JSON lets stand in a line but older scripts do not.
_IN_SCRIPT = {each: f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


@frozen
class _WrittenNode:
    """A node as it is written in the pages that have it: its IRI, those that it refers to, and its line of JSON."""

    iri: str
    refers_to: tuple[str, ...]
    line: str


class LinkedData:
    """What the pages of one site say to machines; what they share is made and written once."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        self._facts = FactNodes(planner.presenter, planner.site_view.base_url)
        self._nodes: dict[FactId, _WrittenNode | None] = {}

    def of(self, view: PageView) -> Markup:
        """Return what stands in a page's `<script type="application/ld+json">`; empty where there is nothing to say."""
        if not _page_type(view.kind):
            return Markup()
        # A node a line, so that a review of golden pages shows which of them changed.
        graph = ",\n".join(node.line for node in self._graph(view))
        return Markup(f'{{"@context":"https://schema.org","@graph":[\n{graph}\n]}}')

    def _nodes_of(self, facts: Iterable[Fact]) -> Iterator[_WrittenNode]:
        for fact in facts:
            if fact.fact_id not in self._nodes:
                made = self._facts.node_of(fact)
                self._nodes[fact.fact_id] = _written(made) if made else None
            found = self._nodes[fact.fact_id]
            if found:
                yield found

    def _described(self, iris: Iterable[str]) -> Iterator[Fact]:
        """Yield which of the facts with some IRIs a page describes though it only refers to them."""
        for iri in iris:
            named = self._facts.named.get(iri)
            fact = self._planner.site.index[named] if named else None
            if isinstance(fact, Actor | Place | Source):
                yield fact

    def _graph(self, view: PageView) -> list[_WrittenNode]:
        """Return the page, what it shows, and who and what this refers to, so that a page can be read by itself."""
        site, facts = self._planner.site, self._facts
        own = [_page(view, facts), *_explainer(view, self._planner, facts), *_glossary(view, site, facts)]
        own += _data(view, facts)
        found = [*map(_written, own), *self._nodes_of(_shown(view, site))]
        defined = {each.iri for each in found}
        referred = dict.fromkeys(iri for each in found for iri in each.refers_to if iri not in defined)
        return [*found, *self._nodes_of(islice(self._described(referred), _MOST_DESCRIBED))]


def _written(node: JsonLdNode) -> _WrittenNode:
    # Where lines end is for readers alone.
    line = json.dumps(node, ensure_ascii=False, separators=(",", ":")).replace("\u00a0", " ")
    # Many times as quick as `translate`.
    for each, escaped in _IN_SCRIPT.items():
        line = line.replace(each, escaped)
    return _WrittenNode(str(node["@id"]), tuple(_referred(node)), line)


def _referred(value: Json) -> Iterator[str]:
    match value:
        case dict():
            if value.keys() == {"@id"}:
                yield str(value["@id"])
            for each in value.values():
                yield from _referred(each)
        case list():
            for each in value:
                yield from _referred(each)


def _shown(view: PageView, site: Site) -> Iterable[Fact]:
    """Return the facts that a page is there to show."""
    match view:
        case HomeView():
            quotes, places = first_of(site.all(Quote), site), first_of(site.all(Place), site)
            facts = _facts_of((*view.actors, *_images_on(view)), site)
            return *facts, *key_events(site), *quotes, *places, *_corrections(site)[:MOST_SHOWN]
        case ActorPageView():
            seen = (*([view.portrait] if view.portrait else []), *view.images.shown)
            said = (*view.own_quotes.shown, *view.claims.shown)
            return _facts_of((view.actor, *seen, *view.events.shown, *said), site)
        case ChronologyView(is_whole=True):
            return _facts_of((event for year in view.years for event in year.events), site)
        case YearView():
            return _facts_of(view.year.events, site)
        case SourcePageView():
            return _facts_of([view.source], site)
        case ActorPartView():
            return _facts_of(view.facts, site)
        case ClaimsView():
            return _facts_of((claim for group in view.groups for claim in group.claims), site)
        case PlacesView():
            return _facts_of((entry.place.place for entry in view.places), site)
        case SourcesView():
            return _facts_of((entry.source for entry in view.sources), site)
        case UpdatesView():
            return _facts_of(view.corrections, site)
        case ImagesView():
            return _facts_of(view.images, site)
        case _:
            return ()


def _images_on(view: HomeView) -> Iterator[ImageView]:
    """Yield the lead picture, and the images that sections set."""
    if view.lead:
        yield view.lead
    embeds = (target.embed for section in view.sections for target in section.body.targets)
    yield from (embed for embed in embeds if isinstance(embed, ImageView))


def _facts_of(views: Iterable[FactView], site: Site) -> tuple[Fact, ...]:
    return tuple(site.index[view.fact] for view in views)


def _corrections(site: Site) -> tuple[Update, ...]:
    return tuple(update for update in site.all(Update) if update.kind is UpdateKind.CORRECTION)


# ---------------------------------------------------------------- the page, the explainer, the glossary


def _page_type(kind: PageKind) -> str:
    """Return the type that schema.org has for a page; nothing where a page has nothing to say."""
    match kind:
        case "home" | "actor" | "actor-part" | "source":
            return "WebPage"
        case "about":
            return "AboutPage"
        case (
            "glossary" | "letter" | "chronology" | "year" | "claims" | "figures" | "places" | "images" | "unknowns"
            | "sources" | "search" | "updates" | "changes" | "data" | "links"
        ):  # fmt: skip
            return "CollectionPage"
        case "not-found" | "redirect" | "embed":
            return ""
        case _:
            assert_never(kind)


def _page(view: PageView, facts: FactNodes) -> JsonLdNode:
    main = {"home": _EXPLAINER, "about": _EXPLAINER, "glossary": THE_GLOSSARY, "data": _DATA}.get(view.kind)
    subject = (
        view.actor if isinstance(view, ActorPageView) else view.source if isinstance(view, SourcePageView) else None
    )
    own = _own_address(view, facts)
    return node(
        _page_type(view.kind),
        own,
        name=view.title,
        description=view.description,
        url=own,
        inLanguage=view.site.language,
        version=view.past.day.machine if view.past else None,
        exampleOfWork=reference_to(view.canonical) if view.past else None,
        isPartOf=_website(view, facts),
        breadcrumb=_breadcrumbs(view, facts),
        mainEntity=reference_to(facts.url(main))
        if main
        else reference_to(facts.iri(subject.fact))
        if subject
        else None,
    )


def _own_address(view: PageView, facts: FactNodes) -> str:
    """Return where a page stands itself: one that shows an earlier day declares another for canonical."""
    return facts.url(Address(view.route))


def _website(view: PageView, facts: FactNodes) -> JsonLdNode:
    home = facts.url(Address(HOME))
    return node("WebSite", facts.url(_SITE), name=view.site.title, url=home, inLanguage=view.site.language)


def _breadcrumbs(view: PageView, facts: FactNodes) -> Json:
    """Return the way to a page from the first one, which itself has none."""
    if view.route == HOME:
        return None
    steps = [*((link.text, facts.url(link.address)) for link in view.trail), (view.title, _own_address(view, facts))]
    items: list[Json] = [
        node("ListItem", position=number, name=name, item=address) for number, (name, address) in enumerate(steps, 1)
    ]
    return node("BreadcrumbList", itemListElement=items)


def _explainer(view: PageView, planner: Planner, facts: FactNodes) -> Iterator[JsonLdNode]:
    """Yield the article that the first page is; `BackgroundNewsArticle` is what schema.org calls an explainer."""
    if not isinstance(view, HomeView):
        return
    site, explainer, naming = planner.site, planner.site.explainer, planner.presenter.naming
    sources = [reference_to(facts.iri(source.fact_id)) for source in first_of(site.all(Source), site)]
    yield node(
        "BackgroundNewsArticle",
        facts.url(_EXPLAINER),
        headline=explainer.title,
        description=naming.plain(explainer.standfirst),
        abstract=" ".join(map(naming.plain, explainer.key_points)),
        backstory=naming.plain(explainer.how_we_know) if explainer.how_we_know else "",
        inLanguage=explainer.language,
        datePublished=view.site.published.machine,
        dateModified=(view.site.updated or view.site.published).machine,
        author=[node("Person", name=name) for name in explainer.authors] or _publisher(view, facts),
        publisher=_publisher(view, facts),
        license=_licence(view),
        image=_pictures_of(view, facts),
        isAccessibleForFree=True,
        url=_own_address(view, facts),
        mainEntityOfPage=reference_to(_own_address(view, facts)),
        about=[reference_to(facts.iri(actor.fact)) for actor in view.actors],
        mentions=[reference_to(facts.iri(event.fact_id)) for event in key_events(site)],
        hasPart=[reference_to(facts.iri(quote.fact_id)) for quote in first_of(site.all(Quote), site)],
        citation=[*sources],
        isBasedOn=[*sources],
        correction=[reference_to(facts.iri(update.fact_id)) for update in _corrections(site)[:MOST_SHOWN]],
    )


def _pictures_of(view: HomeView, facts: FactNodes) -> Json:
    """Return what shows the explainer: its lead picture, and its card."""
    pictures = dict.fromkeys(picture.address for picture in (view.lead and view.lead.image, view.card) if picture)
    found: list[Json] = [facts.url(address) for address in pictures]
    return found[0] if len(found) == 1 else found


def _publisher(view: PageView, facts: FactNodes) -> Json:
    if not view.site.publisher:
        return None
    principles = facts.url(Address(ABOUT))
    shown = view.site.masthead
    return node(
        "Organization",
        facts.url(_PUBLISHER),
        name=view.site.publisher,
        url=(shown and shown.url) or None,
        logo=facts.url(shown.logo.address) if shown and shown.logo else None,
        publishingPrinciples=principles,
    )


def _glossary(view: PageView, site: Site, facts: FactNodes) -> Iterator[JsonLdNode]:
    if isinstance(view, LetterView):
        yield from (facts.entry(_entry_in(site, each)) for each in view.letter.entries)
    if isinstance(view, GlossaryView):
        # Of a long glossary the pages of its letters name the entries.
        entries: list[Json] = [facts.entry(fact) for fact in site.actors_and_terms()] if view.is_whole else []
        yield node(
            "DefinedTermSet",
            facts.url(THE_GLOSSARY),
            name=view.title,
            url=_own_address(view, facts),
            inLanguage=view.site.language,
            hasDefinedTerm=entries,
        )


def _entry_in(site: Site, view: FactView) -> Actor | Term:
    fact = site.index[view.fact]
    assert isinstance(fact, Actor | Term)
    return fact


def _data(view: PageView, facts: FactNodes) -> Iterator[JsonLdNode]:
    """Yield the files of data, as search engines for data ask for them: with name, description and licence."""
    if isinstance(view, DataView):
        files = [file for table in view.tables for file in (table.json, table.csv)]
        yield node(
            "Dataset",
            facts.url(_DATA),
            name=f"{view.title} – {view.site.title}",
            description=view.description,
            url=_own_address(view, facts),
            inLanguage=view.site.language,
            datePublished=view.site.published.machine,
            dateModified=(view.site.updated or view.site.published).machine,
            license=_licence(view),
            isAccessibleForFree=True,
            publisher=_publisher(view, facts),
            creator=_publisher(view, facts),
            isPartOf=reference_to(facts.url(_EXPLAINER)),
            distribution=[_download(file, facts) for file in (view.all_facts, view.timeline, *files)],
        )


def _download(file: Link, facts: FactNodes) -> Json:
    media_type = "text/csv" if file.text.endswith(".csv") else "application/json"
    return node("DataDownload", name=file.text, contentUrl=facts.url(file.address), encodingFormat=media_type)


def _licence(view: PageView) -> Json:
    """Return the address of the licence, or what it is called."""
    named = node("CreativeWork", name=view.site.licence) if view.site.licence else None
    return view.site.licence_address or named
