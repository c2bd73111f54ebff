"""Pages as they are planned: an address, a template, and how to make what the template sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from standfirst.model import Drafts, Fact
from standfirst.model.addresses import HOME, Address, canonical_url
from standfirst.model.frozen_class import frozen
from standfirst.present.citing import Cited, bibtex, citation_text, csl_json
from standfirst.present.contact import report_address
from standfirst.present.embedding import embedding_of
from standfirst.present.head import head_description, head_title, with_day
from standfirst.present.page_names import page_link, page_name
from standfirst.present.page_view import (
    CitationOfPage,
    LinkedAssets,
    PageFields,
    PageKind,
    PageView,
    SiteView,
    site_view_of,
)
from standfirst.present.past import Past, PastView
from standfirst.present.presenter import Presenter
from standfirst.present.view_parts import CardView, Link
from standfirst.site.site import Site

# What nobody cites: what stands there depends on who comes, or stands elsewhere.
_NOT_CITED: frozenset[PageKind] = frozenset({"embed", "not-found", "redirect", "search"})


@frozen
class Page:
    """A page that is ready to be rendered: its address, its template, and all that the template sees.

    `moved` is the digest of where links lead that would lead to anchors of which a page has too many.
    """

    route: str
    template: str
    view: PageView
    moved: str = ""


@frozen
class StandsIn:
    """The anchors of the page at a route that lead to another, since that page has too many to have them itself."""

    route: str
    anchors: tuple[str, ...]


@frozen
class PlannedPage:
    """A page whose address is known; what it shows is worked out when somebody asks for it.

    A page that is not `listed` is left out of sitemaps: it is for those who come to its address by themselves. What has
    its address on another page may stand here alone: then this one `stands_in` for that. `finish` says in it what is
    known only when other files are made, such as how large they are: of the page, and of what gives the bytes of a
    file, it makes the page as it is published. A page that an earlier build has finished is finished anew.
    """

    route: str
    template: str
    make_view: Callable[[], PageView]
    listed: bool = True
    stands_in: StandsIn | None = None
    finish: Callable[[bytes, Callable[[str], bytes]], bytes] | None = None


@frozen
class Planner:
    """What pages are planned from; `scripts` are those that only pages of one kind load, by that kind.

    `quotations` is how many quotations were found in their sources. `cards` are those of the pages that have their own,
    by their routes; all others show that of the first page. `past` is the earlier day as which the site is shown, if it
    is.
    """

    presenter: Presenter
    site_view: SiteView
    scripts: Mapping[str, Address]
    quotations: int
    cards: Mapping[str, CardView]
    past: Past | None = None

    @property
    def site(self) -> Site:
        return self.presenter.site

    @property
    def say(self) -> Callable[[str], str]:
        return self.presenter.naming.say

    def page_fields(
        self, kind: PageKind, route: str, title: str, description: str, *trail: Link, fact: Fact | None = None
    ) -> PageFields:
        """Return what the view of every page has.

        `trail` is what lies between the page and the first one; `fact` is the one that the page is about.
        """
        return {
            "kind": kind,
            "route": route,
            "canonical": self.canonical(route),
            "title": title,
            "head_title": self._head_title(title, route),
            "description": head_description(description, self.site.explainer.title),
            "trail": (Link(self.site.explainer.title, Address(HOME)), *trail),
            "script": self.scripts.get(kind),
            "card": self.cards.get(route) or self.cards.get(HOME),
            "citation": None if kind in _NOT_CITED else self._citation(route, title),
            "embedding": embedding_of(fact, self.presenter.naming, self.site_view.base_url) if fact else None,
            "report": self._report(route, title),
            "past": self._past(route),
            "site": self.site_view,
        }

    def showing(self, past: Past) -> Planner:
        """Return what the pages are planned from where they show an earlier day: nobody follows what changes there."""
        return replace(self, past=past, site_view=replace(self.site_view, feeds=(), alternates=()))

    def canonical(self, route: str) -> str:
        """Return the one declared address of a page: of one that shows an earlier day, that of today's."""
        return self.past.canonical(route) if self.past else canonical_url(self.site_view.base_url, route)

    @property
    def shown_day(self) -> str:
        """The words that say which earlier day is shown; nothing where it is today."""
        if not self.past:
            return ""
        day = self.presenter.naming.day(self.past.day).text
        return self.say("This shows the explainer as it stood on %(date)s.") % {"date": day}

    @property
    def title(self) -> str:
        """What the explainer is called where it is seen apart from its site."""
        return with_day(self.site.explainer.title, self._as_it_stood)

    @property
    def _as_it_stood(self) -> str:
        if not self.past:
            return ""
        return self.say("As it stood on %(date)s") % {"date": self.presenter.naming.day(self.past.day).text}

    def _head_title(self, title: str, route: str) -> str:
        named = title if route == HOME else head_title(title, self.site.explainer.title)
        return with_day(named, self._as_it_stood)

    def _past(self, route: str) -> PastView | None:
        day = self.past and self.presenter.naming.day(self.past.day)
        return PastView(day, self.past.link_to_today(route)) if self.past and day else None

    def _citation(self, route: str, title: str) -> CitationOfPage:
        explainer, naming, site = self.site.explainer, self.presenter.naming, self.site_view
        dates = [self.say("Updated %(date)s") % {"date": site.updated.text}] if site.updated else []
        dates.append(self.say("Facts as of %(date)s") % {"date": site.facts_as_of.text})
        if self.past:
            dates.append(self._as_it_stood)
        cited = Cited(
            title=title,
            within="" if route == HOME else explainer.title,
            authors=explainer.authors,
            publisher=explainer.publisher,
            day=explainer.published,
            published=self.say("Published %(date)s") % {"date": site.published.text},
            dates=tuple(dates),
            address=canonical_url(site.base_url, route),
        )
        names = naming.join_with_and(cited.authors) if cited.authors else ""
        return CitationOfPage(citation_text(cited, names), cited.address, bibtex(cited), csl_json(cited))

    def _report(self, route: str, title: str) -> str:
        subject = self.say("A mistake: %(title)s") % {"title": title}
        return report_address(self.site.explainer.contact, subject, canonical_url(self.site_view.base_url, route))

    def link(self, route: str) -> Link:
        """Return the way to a page that every explainer may have, by its name."""
        return page_link(route, self.presenter.naming)

    def name(self, route: str) -> str:
        """Return what that page is called."""
        return page_name(route, self.presenter.naming)


def planner_of(
    presenter: Presenter,
    assets: LinkedAssets,
    cards: Mapping[str, CardView] = MappingProxyType({}),
    *,
    quotations: int,
    drafts: Drafts,
) -> Planner:
    """Return what the pages of a site are planned from."""
    site_view = site_view_of(presenter, assets, drafts=drafts)
    return Planner(presenter, site_view, assets.page_scripts, quotations, cards)
