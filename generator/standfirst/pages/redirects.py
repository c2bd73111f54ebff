"""The old addresses of renamed records: a page each that leads on, and a line each for the host."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from standfirst.model import Actor, Fact, FactId, Source
from standfirst.model.addresses import Address, actor_page, address_of, embed_page, source_page
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import PlannedFile
from standfirst.pages.embeds import embedded_facts
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.site.site import Site


@frozen(kw_only=True)
class RedirectView(PageView):
    target: Address


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield a page for each former address that was a page of its own."""
    for fact, old, new in _moved(planner.site):
        yield PlannedPage(old, "pages/redirect.html", partial(_view, planner, fact, old, new), listed=False)


def _view(planner: Planner, fact: Fact, old: str, new: Address) -> RedirectView:
    title = planner.presenter.naming.label(fact)
    shared = planner.page_fields("redirect", old, title, planner.say("This page has moved."))
    # The canonical address is where the page went, so that search engines follow.
    shared["canonical"] = planner.canonical(new.route)
    return RedirectView(**shared, target=new)


def redirects_file(site: Site, base_path: str) -> tuple[PlannedFile, ...]:
    """Return Netlify's `_redirects`, where anything moved; with and without `.html`, as it answers to both."""
    lines = []
    for _, old, new in _moved(site):
        target = base_path + new.route.removesuffix(".html")
        lines += [f"{base_path}{old} {target} 301!\n", f"{base_path}{old.removesuffix('.html')} {target} 301!\n"]
    return (PlannedFile("_redirects", "".join(lines).encode),) if lines else ()


def moved_pages(site: Site) -> dict[str, str]:
    """Return where the pages are now that were once elsewhere, by the routes that they had."""
    return {old: new.route for _, old, new in _moved(site)}


def _moved(site: Site) -> Iterator[tuple[Fact, str, Address]]:
    for actor in site.all(Actor):
        yield from ((actor, actor_page(former), address_of(actor)) for former in actor.former_ids)
    for source in site.all(Source):
        yield from ((source, source_page(former), address_of(source)) for former in source.former_ids)
    for fact in embedded_facts(site):
        card = Address(embed_page(fact.fact_id))
        yield from ((fact, embed_page(FactId(fact.KIND, former)), card) for former in fact.former_ids)
