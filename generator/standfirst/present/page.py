"""What every page has: its address, its title, and the site that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypedDict
from urllib.parse import urlsplit

from markupsafe import Markup

from standfirst.language.locale import direction, with_country
from standfirst.model import Claim, Drafts, Update
from standfirst.model.addresses import (
    ABOUT,
    ATOM,
    CHRONOLOGY,
    CLAIMS,
    DATA,
    GLOSSARY,
    HOME,
    JSON_FEED,
    SEARCH,
    SOURCES,
    UPDATES,
    Address,
)
from standfirst.model.licences import licence_url
from standfirst.present.head import head_description, head_title
from standfirst.present.presenter import Presenter
from standfirst.present.views import CardView, DateView, Link
from standfirst.site.site import Site

_NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed, what its format is called, and its media type."""

    text: str
    address: Address
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What every page says of the explainer. `base_path` is the path of its address, for pages that know no other.

    `region` is the language with a country, as Open Graph writes it (`pt_BR`). A preview of drafts has no `feeds`.
    """

    title: str
    language: str
    region: str
    direction: str
    base_url: str
    base_path: str
    facts_as_of: DateView
    published: DateView
    updated: DateView | None
    publisher: str
    licence: str
    authors: tuple[str, ...]
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    licence_address: str
    stylesheet: Address
    script: Address | None
    icon: Address | None
    feeds: tuple[FeedLink, ...]
    card: CardView | None
    drafts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What every template sees.

    `kind` is the sort of page, `canonical` its one declared address, absolute; `trail` leads to where it belongs.
    `head_title` is the title with that of the explainer, as short as both allow; `linked_data` what the page says to
    machines, as JSON-LD; `script` is the one that only pages of this kind load.
    """

    kind: str
    route: str
    canonical: str
    title: str
    head_title: str
    description: str
    trail: tuple[Link, ...]
    script: Address | None
    site: SiteView
    linked_data: Markup = _NOTHING


class Shared(TypedDict):
    """The part of a page's view that every page has."""

    kind: str
    route: str
    canonical: str
    title: str
    head_title: str
    description: str
    trail: tuple[Link, ...]
    script: Address | None
    site: SiteView


@dataclass(frozen=True, slots=True)
class Page:
    """One planned document: where it goes, the template that renders it, and all that the template sees."""

    route: str
    template: str
    view: PageView


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page of which the address is known, and what it says is worked out when somebody asks for it.

    One that is not `listed` is for those only who come to its address by themselves.
    """

    route: str
    template: str
    make_view: Callable[[], PageView]
    listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedAssets:
    """Where the assets lie that pages load; `page_scripts` are for the pages of one kind alone, by that kind."""

    stylesheet: Address
    script: Address | None = None
    icon: Address | None = None
    page_scripts: Mapping[str, Address] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Planner:
    """What pages are planned from; `scripts` are those that only pages of one kind load, by that kind."""

    presenter: Presenter
    site_view: SiteView
    scripts: Mapping[str, Address]

    @property
    def site(self) -> Site:
        return self.presenter.site

    @property
    def say(self) -> Callable[[str], str]:
        return self.presenter.naming.say

    def shared(self, kind: str, route: str, title: str, description: str, *trail: Link) -> Shared:
        """Return the part of a page's view that every page has; `trail` is what lies between it and the first page."""
        return {
            "kind": kind,
            "route": route,
            "canonical": canonical(self.site_view.base_url, route),
            "title": title,
            "head_title": title if route == HOME else head_title(title, self.site.explainer.title),
            "description": head_description(description, self.site.explainer.title),
            "trail": (Link(self.site.explainer.title, Address(HOME)), *trail),
            "script": self.scripts.get(kind),
            "site": self.site_view,
        }

    def link(self, route: str) -> Link:
        """Return the link by which the navigation leads to a page."""
        return next(link for link in self.site_view.navigation if link.address.route == route)


def canonical(base_url: str, route: str) -> str:
    """Return the absolute address of a page; the first page's is that of the site itself."""
    return base_url if route == HOME else base_url + route


def permalink(base_url: str, address: Address) -> str:
    """Return the absolute address of a place in the site, by which others name it."""
    fragment = f"#{address.anchor}" if address.anchor else ""
    return canonical(base_url, address.route) + fragment


def planner_of(presenter: Presenter, assets: LinkedAssets, card: CardView | None = None, *, drafts: Drafts) -> Planner:
    """Return what the pages of a site are planned from."""
    return Planner(presenter, _site_view(presenter, assets, card, drafts=drafts), assets.page_scripts)


def _site_view(presenter: Presenter, assets: LinkedAssets, card: CardView | None, *, drafts: Drafts) -> SiteView:
    explainer, naming = presenter.site.explainer, presenter.naming
    updates = presenter.site.all(Update)
    updated = explainer.updated or (updates[0].date if updates else None)
    base_url = explainer.base_url.rstrip("/") + "/"
    return SiteView(
        title=explainer.title,
        language=explainer.language,
        region=with_country(explainer.language),
        direction=direction(explainer.language),
        base_url=base_url,
        base_path=urlsplit(base_url).path,
        facts_as_of=naming.date(explainer.facts_as_of),
        published=naming.day(explainer.published),
        updated=naming.day(updated) if updated else None,
        publisher=explainer.publisher,
        licence=explainer.licence,
        authors=explainer.authors,
        navigation=tuple(_navigation(presenter)),
        footer=(
            Link(naming.say("Updates"), Address(UPDATES)),
            Link(naming.say("About"), Address(ABOUT)),
            Link(naming.say("Data"), Address(DATA)),
        ),
        licence_address=licence_url(explainer.licence),
        stylesheet=assets.stylesheet,
        script=assets.script,
        icon=assets.icon,
        feeds=() if drafts is Drafts.SHOW else _FEEDS,
        card=card,
        drafts=drafts is Drafts.SHOW,
    )


_FEEDS = (
    FeedLink("Atom", Address(ATOM), "application/atom+xml"),
    FeedLink("JSON Feed", Address(JSON_FEED), "application/feed+json"),
)


def _navigation(presenter: Presenter) -> Iterator[Link]:
    say, site = presenter.naming.say, presenter.site
    yield Link(say("Explainer"), Address(HOME))
    yield Link(say("Chronology"), Address(CHRONOLOGY))
    yield Link(say("Glossary"), Address(GLOSSARY))
    if site.all(Claim):
        yield Link(say("Claims"), Address(CLAIMS))
    yield Link(say("Sources"), Address(SOURCES))
    yield Link(say("Search"), Address(SEARCH))
