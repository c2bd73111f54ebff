"""Where each fact stands in the site, and what an address may be. Addresses never change: others link to them."""

from __future__ import annotations

import datetime
import re
from pathlib import PurePosixPath
from typing import assert_never

from standfirst.model import (
    Actor,
    Claim,
    Event,
    Fact,
    FactId,
    Figure,
    Id,
    Image,
    Kind,
    Place,
    Quote,
    Relation,
    Source,
    Term,
    Unknown,
    Update,
)
from standfirst.model.frozen_class import frozen

HOME = "index.html"
GLOSSARY = "glossary.html"
CHRONOLOGY = "chronology.html"
CLAIMS = "claims.html"
FIGURES = "figures.html"
UNKNOWNS = "unknowns.html"
PLACES = "places.html"
IMAGES = "images.html"
SOURCES = "sources.html"
UPDATES = "updates.html"
CHANGES = "changes.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
DATA = "data.html"
SEARCH = "search.html"
SEARCH_INDEX = "search-index.js"
# Of a large site: what there is, and the parts by their numbers.
SEARCH_PARTS, SEARCH_NAMES, SEARCH_TEXTS = (f"search-index/{name}.js" for name in ("parts", "names-{}", "texts-{}"))
ATOM = "feed.xml"
JSON_FEED = "feed.json"
CALENDAR = "chronology.ics"
# The whole explainer in one file. That is no page of the site, so its name does not end as those of pages do.
ONE_FILE, BOOK = (f"data/explainer.{ending}" for ending in ("htm", "epub"))
# Where the pages of earlier days lie, in a folder for each.
PAST = "as-of/"
# The key points on the first page.
KEY_POINTS_ANCHOR = "thirty_seconds"
# A backslash is a folder to some systems; what is no text, or commands a terminal, is the name of nothing on the web.
_NOT_IN_A_ROUTE = re.compile("[\\\\\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@frozen
class Address:
    """A place in the site: a route such as `actors/haftar.html`, and an anchor on that page or nothing."""

    route: str
    anchor: str = ""


# Where readers find whom to write to.
CONTACT = Address(ABOUT, "who_made_this")


def address_of(fact: Fact) -> Address:
    """Return the one address of a fact, which is the same however many others there are."""
    return Address(_route_of(fact), anchor_of(fact.fact_id))


def _route_of(fact: Fact) -> str:
    match fact:
        case Actor():
            return actor_page(fact.id)
        case Source():
            return source_page(fact.id)
        case Relation():
            return actor_page(fact.subject.to.id)
        case Quote():
            return actor_page(fact.speaker.to.id)
        case Term():
            return GLOSSARY
        case Event():
            return CHRONOLOGY
        case Claim():
            return CLAIMS
        case Figure():
            return FIGURES
        case Image():
            return IMAGES
        case Unknown():
            return UNKNOWNS
        case Place():
            return PLACES
        case Update():
            return UPDATES
        case _:
            assert_never(fact)


def anchor_of(fact: FactId) -> str:
    """Return the anchor of a fact on the pages that show it; nothing where it has a page of its own."""
    kind, name = fact
    match kind:
        case Kind.ACTOR | Kind.SOURCE:
            return ""
        case Kind.EVENT | Kind.CLAIM | Kind.UPDATE:
            return name
        case Kind.TERM | Kind.QUOTE | Kind.FIGURE | Kind.RELATION | Kind.PLACE | Kind.IMAGE | Kind.UNKNOWN:
            return f"{kind.value}-{name}"
        case _:
            assert_never(kind)


def actor_page(actor: Id) -> str:
    """Return the route of the page of an actor."""
    return f"actors/{actor}.html"


def source_page(source: Id) -> str:
    """Return the route of the page of a source."""
    return f"sources/{source}.html"


def embed_page(fact: FactId) -> str:
    """Return the route of the card of a fact that pages elsewhere may show."""
    return f"embed/{fact.kind.value}-{fact.id}.html"


def embed_answer(fact: FactId) -> str:
    """Return the route of what oEmbed tells of that card."""
    return f"embed/{fact.kind.value}-{fact.id}.json"


def past_folder(day: datetime.date) -> str:
    """Return the folder of the pages that show the explainer as it stood on a day."""
    return f"{PAST}{day.isoformat()}/"


def href(address: Address, route: str, base_path: str) -> str:
    """Return the link to an address from the page at a route: relative, so that the site works wherever it lies.

    The 404 page is served at any depth, so its links start from the path of the site's own address.
    """
    fragment = f"#{address.anchor}" if address.anchor else ""
    if route == NOT_FOUND:
        return base_path + address.route + fragment
    if route == address.route:
        return fragment or PurePosixPath(route).name
    return "../" * route.count("/") + address.route + fragment


def glossary_entry(fact: FactId) -> Address:
    """Return where the glossary defines an actor or term."""
    return Address(GLOSSARY, f"{fact.kind.value}-{fact.id}")


def paragraph_address(source: Id, paragraph: int) -> Address:
    """Return where the page of a source says what rests on one of its paragraphs."""
    return Address(source_page(source), f"p{paragraph}")


def section_anchor(section: Id) -> str:
    """Return the anchor of a section on the first page."""
    return f"section-{section}"


def former_anchors(fact: Fact) -> tuple[str, ...]:
    """Return the anchors by which a renamed fact was once found on the pages that show it."""
    if fact.KIND is Kind.ACTOR:
        return tuple(f"actor-{former}" for former in fact.former_ids)
    anchors = (anchor_of(FactId(fact.KIND, former)) for former in fact.former_ids)
    return tuple(filter(None, anchors))


def fault_in_route(route: str) -> str:
    """Return what keeps a route from naming a file inside the site everywhere; nothing where it names one."""
    if {"", ".", ".."} & set(route.split("/")):
        return "it names no file inside the site"
    found = _NOT_IN_A_ROUTE.search(route)
    if found is None:
        return ""
    if found[0] == "\\":
        return "its name has a backslash, which to some systems begins a folder"
    if found[0] >= "\ud800":
        return "its name is not text in UTF-8"
    return f"its name has the character U+{ord(found[0]):04X}, which no address can have"


def canonical_url(base_url: str, route: str) -> str:
    """Return the absolute address of a page; the first page's is that of the site itself."""
    return base_url if route == HOME else base_url + route


def permalink(base_url: str, address: Address) -> str:
    """Return the absolute address of a place in the site, by which others name it."""
    fragment = f"#{address.anchor}" if address.anchor else ""
    return canonical_url(base_url, address.route) + fragment
