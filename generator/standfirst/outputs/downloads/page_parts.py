"""What a finished page says, apart from the way around its site: its `main`, to be set elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml.etree import XPath
from lxml.html import HtmlElement

from standfirst.model.addresses import HOME, Address
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import BodyOf

# What stays behind: what needs a script or a form, or is about the site alone, the links of facts to themselves, and
# definitions, which are those of the glossary.
_LEFT_BEHIND = XPath(
    "descendant::*[self::script or self::form or @data-script or contains(concat(' ', @class, ' '), ' own ')"
    " or contains(concat(' ', @class, ' '), ' definition ') or contains(concat(' ', @class, ' '), ' on-site ')]"
)
_PICTURES, _LINKS, _WITH_ID = XPath("descendant::picture"), XPath("descendant::a[@href]"), XPath("descendant::*[@id]")
_SOURCES, _IMAGES = XPath("descendant::source"), XPath("descendant::img")
_SIZES, _SIZE = XPath("descendant::source/@srcset"), re.compile(r"(\S+)\s+(\d+)w")
_MAIN, _TITLE = XPath("//main"), XPath("string(descendant::h1)")
# Attributes that name elements by their ids.
_NAMING = ("popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "for")
_THAT_NAME = XPath(f"descendant-or-self::*[{' or '.join(f'@{name}' for name in _NAMING)}]")
# What the files are to which pages and stylesheets refer; what a machine knows of others differs from the next.
_MEDIA_TYPES = {
    "avif": "image/avif", "gif": "image/gif", "jpeg": "image/jpeg", "jpg": "image/jpeg", "png": "image/png",
    "svg": "image/svg+xml", "webp": "image/webp", "otf": "font/otf", "ttf": "font/ttf", "woff": "font/woff",
    "woff2": "font/woff2",
}  # fmt: skip
# So wide is an image that is taken along, in pixels, or nearly so.
_WIDEST_IMAGE = 1000


@frozen
class Part:
    """The main element of the page at a route, which is the caller's to change, with its title and its anchors."""

    route: str
    title: str
    main: HtmlElement
    anchors: frozenset[str]


def part_of(route: str, body: bytes) -> Part | None:
    """Return what a page says, or None where it has no main element."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)
    # Whatever a theme makes of a page, something stands in this.
    found = _MAIN(lxml.html.document_fromstring(body + b"<p></p>", parser=parser))
    if not found:
        return None
    main: HtmlElement = found[0]
    for element in _LEFT_BEHIND(main):
        element.drop_tree()
    for picture in _PICTURES(main):
        _flatten(picture)
    return Part(route, " ".join(_TITLE(main).split()), main, frozenset(each.get("id") for each in _WITH_ID(main)))


def _flatten(picture: HtmlElement) -> None:
    """Leave of a picture its image, in the size that suits a page best."""
    sizes = {int(width): address for each in _SIZES(picture) for address, width in _SIZE.findall(each)}
    for image in _IMAGES(picture):
        if sizes:
            image.set("src", sizes[min(sizes, key=lambda width: abs(width - _WIDEST_IMAGE))])
    # The parser takes what follows a source for what is in it.
    for source in _SOURCES(picture):
        source.drop_tag()
    picture.drop_tag()


def media_type_of(route: str) -> str:
    """Return what a file is."""
    return _MEDIA_TYPES.get(route.rpartition(".")[2].lower(), "application/octet-stream")


def file_at(route: str, href: str) -> str:
    """Return the route of the file of the site to which a page at a route refers, or nothing for any other."""
    address = address_of_link(route, href)
    return address.route if address else ""


def address_of_link(route: str, href: str) -> Address | None:
    """Return where in the site a link on a page leads; None where it leads out of it, or is none."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    return Address(normpath(join(dirname(route), path)) if path else route, unquote(parts.fragment))


@frozen
class Whole:
    """Parts that stand together, and how one refers to another.

    `within` says what a link to an anchor of a part is there, or to its beginning where there is no anchor; `absolute`
    what a link to any other place of the site is. `stand_ins` are addresses in the place of pages that are not here;
    one without an anchor stands for each place of its page.
    """

    parts: tuple[Part, ...]
    absolute: Callable[[Address], str]
    within: Callable[[str, str], str]
    stand_ins: Mapping[str, Address]

    def link(self) -> None:
        """Lead all links of the parts to what is here, or else to the site."""
        anchors = {part.route: part.anchors for part in self.parts}
        for part in self.parts:
            for link in _LINKS(part.main):
                address = address_of_link(part.route, link.get("href"))
                if address:
                    link.set("href", self._href(address, anchors))

    def _href(self, address: Address, anchors: Mapping[str, frozenset[str]]) -> str:
        stand_in = self.stand_ins.get(address.route)
        if stand_in and not stand_in.anchor:
            stand_in = Address(stand_in.route, address.anchor) if address.anchor else None
        for each in filter(None, (address, stand_in)):
            if each.route in anchors and (not each.anchor or each.anchor in anchors[each.route]):
                return self.within(each.route, each.anchor)
        # The first page is that of the site itself.
        return self.absolute(address)


def name_apart(part: Part, prefix: str) -> None:
    """Give all ids of a part a prefix, and what names them."""
    for element in _WITH_ID(part.main):
        element.set("id", prefix + element.get("id"))
    for element in _THAT_NAME(part.main):
        for name in _NAMING:
            if named := element.get(name):
                element.set(name, " ".join(prefix + each for each in named.split()))


def parts_of(routes: Iterator[str], body_of: BodyOf) -> tuple[Part, ...]:
    """Return what the pages at some routes say."""
    found = (part_of(route, body_of(route)) for route in routes)
    return tuple(part for part in found if part)


def name_of(route: str) -> str:
    """Return what the page at a route is called among others, in letters, digits and hyphens."""
    return route.removesuffix(".html").replace("/", "-") if route != HOME else "explainer"
