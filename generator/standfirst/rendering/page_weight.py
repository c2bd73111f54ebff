"""Pages that are too heavy: lists are divided before they are, so that what is left is one text, which stays whole.

A writer's own text is not cut. So a heavy page is a warning, by which a strict check fails, and names the writer's text
of which most of the page is.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping

import lxml.html
from lxml.etree import XPath
from lxml.html import HtmlElement

from standfirst.model import Origin
from standfirst.model.addresses import HOME, Address, address_of, section_anchor
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity
from standfirst.site.site import Site

# The most that a page may weigh, in bytes, as a host sends it.
MOST_BYTES = 100_000
# How thoroughly hosts compress, and how it is soon known that most pages are light enough.
_AS_HOSTS_DO, _AT_ONCE = 6, 1
_WITH_IDS = XPath("//*[@id]")
_HEADINGS = frozenset({"h1", "h2", "h3"})


@frozen
class HeavyPage:
    """A page that weighs so many bytes as it is sent; the most of it, `percent` of all, stands at an anchor."""

    route: str
    weight: int
    anchor: str
    percent: int


def heavy_page(route: str, body: bytes, root: HtmlElement) -> HeavyPage | None:
    """Return what there is to say of a page that is too heavy, and None for any other."""
    # What is short enough as it is need not be compressed, as most pages need not.
    if any(size <= MOST_BYTES for size in _sizes(body)):
        return None
    sizes = {str(each.get("id")): _size(each) for each in _WITH_IDS(root)}
    # Ids that templates use for themselves have a low line, and hold what is not of one text.
    anchor, size = max(((name, size) for name, size in sizes.items() if "_" not in name), key=_by_size, default=("", 0))
    return HeavyPage(route, len(zlib.compress(body, _AS_HOSTS_DO)), anchor, size * 100 // len(body))


def heavy_pages(heavy: Iterable[HeavyPage], site: Site) -> tuple[Problem, ...]:
    """Return a warning for each page that is too heavy, at the text of which most of it is."""
    found = tuple(heavy)
    origins = _origins(site) if found else {}
    return tuple(_problem(each, origins) for each in found)


def _sizes(body: bytes) -> Iterator[int]:
    yield len(body)
    yield len(zlib.compress(body, _AT_ONCE))
    yield len(zlib.compress(body, _AS_HOSTS_DO))


def _by_size(item: tuple[str, int]) -> int:
    return item[1]


def _size(element: HtmlElement) -> int:
    """Return how long the text at an anchor is; that of a heading is all that it stands above."""
    above = element.getparent() if element.tag in _HEADINGS else None
    return len(lxml.html.tostring(element if above is None else above, encoding="utf-8", with_tail=False))


def _problem(page: HeavyPage, origins: Mapping[Address, Origin]) -> Problem:
    address = Address(page.route, page.anchor)
    origin = origins.get(address) or origins.get(Address(page.route)) or Origin(page.route, 1, 1)
    share = f"; {page.percent}% of it is at #{page.anchor}" if page.anchor else ""
    message = (
        f"the page {page.route} weighs {round(page.weight / 1000)} kB as hosts send it (gzip), "
        f"more than {MOST_BYTES // 1000} kB{share}"
    )
    hint = "long lists are divided by themselves, but no text is: shorten that, or divide it among facts or sections"
    return Problem(origin, message, hint, Severity.WARNING)


def _origins(site: Site) -> dict[Address, Origin]:
    """Return where that which stands at an address is written."""
    sections = {Address(HOME, section_anchor(section.id)): section.origin for section in site.sections}
    facts = {address_of(fact): fact.origin for fact in site.facts}
    return {**facts, **sections, Address(HOME): site.explainer.origin}
