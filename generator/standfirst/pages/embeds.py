"""The card of a fact: a small page that pages elsewhere show in a frame, and what oEmbed tells them of it.

Only kinds that `embeds` in site.yaml names have cards, since they are two more files for each fact.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from standfirst.model import FACT_TYPES, Fact, FactId
from standfirst.model.addresses import Address, address_of, canonical_url, embed_answer, embed_page
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import PlannedFile
from standfirst.present.embedding import embedding_of
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import FactView
from standfirst.site.site import Site

# For so many seconds whoever shows a card may keep what it was told.
_KEPT_FOR = 86400


@frozen(kw_only=True)
class EmbedView(PageView):
    """A card: the fact, and where the site shows it."""

    fact: FactView
    place: Address


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield a card for each fact of the kinds that have them; no sitemap lists it, for the fact stands elsewhere."""
    for fact in embedded_facts(planner.site):
        route = embed_page(fact.fact_id)
        yield PlannedPage(route, "pages/embed.html", partial(_view, planner, fact, route), listed=False)


def embed_answers(planner: Planner) -> Iterator[PlannedFile]:
    """Yield what oEmbed tells of each card, under the former ids of its fact too, which a host cannot lead on from."""
    for fact in embedded_facts(planner.site):
        for name in (fact.id, *fact.former_ids):
            yield PlannedFile(embed_answer(FactId(fact.KIND, name)), partial(_answer, planner, fact))


def embedded_facts(site: Site) -> Iterator[Fact]:
    """Yield the facts that have cards, kind by kind."""
    for kind in FACT_TYPES:
        if kind.KIND in site.explainer.embeds:
            yield from site.all(kind)


def _view(planner: Planner, fact: Fact, route: str) -> EmbedView:
    place, title = address_of(fact), planner.presenter.naming.label(fact)
    shared = planner.page_fields("embed", route, title, title, fact=fact)
    # Search engines are to find the place that it was taken from.
    shared["canonical"] = canonical_url(planner.site_view.base_url, place.route)
    return EmbedView(**shared, fact=planner.presenter.view(fact, embedded=True), place=place)


def _answer(planner: Planner, fact: Fact) -> bytes:
    site = planner.site_view
    shown = embedding_of(fact, planner.presenter.naming, site.base_url)
    assert shown
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": shown.title,
        "provider_name": site.publisher or site.title,
        "provider_url": site.base_url,
        "cache_age": _KEPT_FOR,
        "width": shown.width,
        "height": shown.height,
        "html": shown.html,
    }
    return (json.dumps(answer, ensure_ascii=False, indent=1) + "\n").encode()
