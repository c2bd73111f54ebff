"""What every page shows: its own address and title, and what the site says around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal, TypeAlias, TypedDict
from urllib.parse import urlsplit

from markupsafe import Markup

from standfirst.language.locale import direction, own_name, with_country
from standfirst.model import ALL_OTHER_LANGUAGES, Claim, Drafts, Explainer, Image, Update
from standfirst.model.addresses import (
    ABOUT,
    ATOM,
    CHANGES,
    CHRONOLOGY,
    CLAIMS,
    CONTACT,
    DATA,
    GLOSSARY,
    HOME,
    IMAGES,
    JSON_FEED,
    SEARCH,
    SOURCES,
    UPDATES,
    Address,
)
from standfirst.model.frozen_class import frozen
from standfirst.model.licences import licence_url
from standfirst.present.embedding import Embedding
from standfirst.present.page_names import page_link
from standfirst.present.past import PastView
from standfirst.present.presenter import Presenter
from standfirst.present.view_parts import CardView, DateView, Link

_NOTHING = Markup()

# What sort of page it is: scripts, styles and linked data go by it.
PageKind: TypeAlias = Literal[
    "about", "actor", "actor-part", "changes", "chronology", "claims", "data", "embed", "figures", "glossary", "home",
    "images", "letter", "links", "not-found", "places", "redirect", "search", "source", "sources", "unknowns",
    "updates", "year",
]  # fmt: skip


@frozen
class FeedLink:
    """A feed, what its format is called, and its media type."""

    text: str
    address: Address
    media_type: str


@frozen
class CitationOfPage:
    """How others cite a page: the words of a citation, the permalink behind them, and both in BibTeX and CSL-JSON."""

    text: str
    address: str
    bibtex: str
    csl: str


@frozen
class EditionLink:
    """The explainer in another language: its tag and direction, what the language calls itself, and its address."""

    language: str
    direction: str
    name: str
    address: str


@frozen
class WebLink:
    """Words that lead out of the site."""

    text: str
    url: str


@frozen
class IconView:
    """The icon of a site, and its media type."""

    address: Address
    media_type: str


@frozen
class LogoView:
    """A logo at the size at which it is shown; `dark` is where that for dark pages lies, if there is one."""

    address: Address
    dark: Address | None
    alt: str
    width: int
    height: int


@frozen
class MastheadView:
    """Who publishes the site, as each page begins: a name, a logo or both, and where these lead, if anywhere."""

    text: str
    url: str
    logo: LogoView | None


@frozen
class AnchorFiles:
    """How the files are called that say where the anchors of a page stand of which it has too many, and how many."""

    at: Address
    count: int


@frozen(kw_only=True)
class SiteView:
    """What every page says of the explainer. `base_path` is the path of its address, for pages that know no other.

    `region` is the language with a country, as Open Graph writes it (`pt_BR`). A preview of drafts has no `feeds`.
    `editions` are those in other languages. `alternates` are all of them for machines, this one and the one for readers
    of all other languages too, each by its `hreflang` and its address; the first page alone names them, since no other
    is known to be in each. `changes` is where readers learn what was updated, if anything was, and `contact` where the
    contact stands, if there is one. `footer` leads to pages of the site, `further_links` out of it.
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
    changes: Address | None
    contact: Address | None
    editions: tuple[EditionLink, ...]
    alternates: tuple[tuple[str, str], ...]
    publisher: str
    licence: str
    authors: tuple[str, ...]
    masthead: MastheadView | None
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    further_links: tuple[WebLink, ...]
    licence_address: str
    stylesheet: Address
    script: Address | None
    icon: IconView | None
    feeds: tuple[FeedLink, ...]
    drafts: bool


@frozen(kw_only=True)
class PageView:
    """What every template sees.

    `kind` is the sort of page, `canonical` its one declared address, absolute; `trail` leads to where it belongs.
    `head_title` is the title with that of the explainer, as short as both allow; `linked_data` what the page says to
    machines, as JSON-LD; `script` is the one that only pages of this kind load. `embedding` is how pages elsewhere show
    the fact that the page is about, where it is about one that has a card. `report` is the mail or web address to
    which mistakes are reported, empty where the contact has none. `past` says which earlier day it shows, if it does.
    Where a page has too many anchors, `anchor_files` say where these stand.
    """

    kind: PageKind
    route: str
    canonical: str
    title: str
    head_title: str
    description: str
    trail: tuple[Link, ...]
    script: Address | None
    card: CardView | None
    citation: CitationOfPage | None
    embedding: Embedding | None
    report: str
    past: PastView | None
    site: SiteView
    linked_data: Markup = _NOTHING
    anchor_files: AnchorFiles | None = None


class PageFields(TypedDict):
    """The fields of `PageView`, from which the view of any page is made."""

    kind: PageKind
    route: str
    canonical: str
    title: str
    head_title: str
    description: str
    trail: tuple[Link, ...]
    script: Address | None
    card: CardView | None
    citation: CitationOfPage | None
    embedding: Embedding | None
    report: str
    past: PastView | None
    site: SiteView


@frozen(kw_only=True)
class LinkedAssets:
    """Where the assets lie that pages load; `page_scripts` are for the pages of one kind alone, by that kind."""

    stylesheet: Address
    script: Address | None = None
    icon: IconView | None = None
    logo: LogoView | None = None
    page_scripts: Mapping[str, Address] = field(default_factory=dict)


def site_view_of(presenter: Presenter, assets: LinkedAssets, *, drafts: Drafts) -> SiteView:
    """Return what every page says of the explainer."""
    explainer, naming = presenter.site.explainer, presenter.naming
    updates = presenter.site.all(Update)
    updated = explainer.updated or (updates[0].date if updates else None)
    base_url = _folder(explainer.base_url)
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
        changes=Address(UPDATES) if updates else None,
        contact=CONTACT if explainer.contact else None,
        editions=tuple(_other_editions(explainer)),
        alternates=() if drafts is Drafts.SHOW else tuple(_alternates(explainer, base_url)),
        publisher=explainer.publisher,
        licence=explainer.licence,
        authors=explainer.authors,
        masthead=_masthead(explainer, assets.logo),
        navigation=tuple(_navigation(presenter)),
        footer=tuple(_footer(presenter)),
        further_links=tuple(WebLink(each.text, each.url) for each in explainer.look.footer),
        licence_address=licence_url(explainer.licence),
        stylesheet=assets.stylesheet,
        script=assets.script,
        icon=assets.icon,
        feeds=() if drafts is Drafts.SHOW else _FEEDS,
        drafts=drafts is Drafts.SHOW,
    )


_FEEDS = (
    FeedLink("Atom", Address(ATOM), "application/atom+xml"),
    FeedLink("JSON Feed", Address(JSON_FEED), "application/feed+json"),
)


def _folder(address: str) -> str:
    """The address of a site as its first page has it: with one slash at its end."""
    return address.rstrip("/") + "/"


def _masthead(explainer: Explainer, logo: LogoView | None) -> MastheadView | None:
    home = explainer.look.home
    name = "" if logo else explainer.publisher
    text = home.text or name if home else name
    if logo and logo.alt == text:
        # It would be read out twice.
        text = ""
    return MastheadView(text, home.url if home else "", logo) if text or logo else None


def _other_editions(explainer: Explainer) -> Iterator[EditionLink]:
    for each in explainer.editions:
        if each.language.lower() not in {ALL_OTHER_LANGUAGES, explainer.language.lower()}:
            yield EditionLink(each.language, direction(each.language), own_name(each.language), _folder(each.base_url))


def _alternates(explainer: Explainer, base_url: str) -> Iterator[tuple[str, str]]:
    """Yield nothing where no other edition is named; an edition in the site's own language is this one."""
    if any(True for _ in _other_editions(explainer)):
        yield explainer.language, base_url
        for each in explainer.editions:
            if each.language.lower() != explainer.language.lower():
                yield each.language, _folder(each.base_url)


def _footer(presenter: Presenter) -> Iterator[Link]:
    naming = presenter.naming
    yield page_link(UPDATES, naming)
    yield page_link(CHANGES, naming)
    yield page_link(ABOUT, naming)
    yield Link(naming.say("Accessibility"), Address(ABOUT, "accessibility"))
    yield page_link(DATA, naming)
    if presenter.site.all(Image):
        yield page_link(IMAGES, naming)


def _navigation(presenter: Presenter) -> Iterator[Link]:
    naming = presenter.naming
    yield Link(naming.say("Explainer"), Address(HOME))
    yield page_link(CHRONOLOGY, naming)
    yield page_link(GLOSSARY, naming)
    if presenter.site.all(Claim):
        yield page_link(CLAIMS, naming)
    yield page_link(SOURCES, naming)
    yield page_link(SEARCH, naming)
