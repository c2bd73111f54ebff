"""The explainer as one HTML file, which opens from a disk, without its site, a network or a script."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from html import escape
from posixpath import dirname, join, normpath

import lxml.html
from lxml.etree import XPath

from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import BodyOf
from standfirst.outputs.downloads.page_parts import Part, Whole, file_at, media_type_of, name_apart, name_of, parts_of
from standfirst.present.page_view import LogoView, MastheadView

_IMAGES, _TITLES = XPath("descendant::img[@src]"), XPath("descendant::h1")
# What a stylesheet refers to. Those of a site hold no brackets within an address.
_IN_STYLES = re.compile(r"""url\(\s*["']?(?!data:)([^"')]+)["']?\s*\)""")
_END_OF_STYLE = re.compile("</(?=style)", re.IGNORECASE)


@frozen(kw_only=True)
class OneFile:
    """What the file is made of: the pages at some routes, those that exist, and what its head and foot say.

    `made_from` says in words where it comes from, and `base_url` is the address of that. `shown_day` says which earlier
    day it shows, if it does.
    """

    pages: tuple[str, ...]
    stylesheet: str
    stand_ins: Mapping[str, Address]
    title: str
    description: str
    language: str
    direction: str
    base_url: str
    absolute: Callable[[Address], str]
    contents: str
    made_from: str
    masthead: MastheadView | None = None
    shown_day: str = ""

    def make(self, body_of: BodyOf) -> bytes:
        """Return the file."""
        parts = parts_of(iter(self.pages), body_of)
        Whole(parts, self.absolute, _within, self.stand_ins).link()
        for part in parts:
            _set_apart(part, is_first=part is parts[0])
            for image in _IMAGES(part.main):
                image.set("src", _data(file_at(part.route, image.get("src")), body_of) or image.get("src"))
        first, *others = parts
        first.main.extend(part.main for part in others)
        body = lxml.html.tostring(first.main, encoding="unicode", with_tail=False)
        return "".join((*self._head(body_of), *self._opening(parts, body_of), body, *self._foot())).encode()

    def _head(self, body_of: BodyOf) -> tuple[str, ...]:
        return (
            f'<!doctype html>\n<html lang="{self.language}" dir="{self.direction}" data-kind="one-file">\n<head>\n',
            '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>{escape(self.title, quote=False)}</title>\n",
            f'<meta name="description" content="{escape(self.description)}">\n',
            # The site has the same, and is what is to be found.
            f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{escape(self.base_url)}">\n',
            '<meta name="color-scheme" content="light dark">\n',
            f"<style>\n{self._styles(body_of)}\n</style>\n</head>\n<body>\n",
        )

    def _styles(self, body_of: BodyOf) -> str:
        """The stylesheet with all that it refers to in it."""
        folder = dirname(self.stylesheet)

        def as_data(found: re.Match[str]) -> str:
            data = _data(normpath(join(folder, found[1])), body_of)
            return f'url("{data}")' if data else found[0]

        styles = _IN_STYLES.sub(as_data, body_of(self.stylesheet).decode())
        return _END_OF_STYLE.sub("<\\\\/", styles)

    def _opening(self, parts: tuple[Part, ...], body_of: BodyOf) -> tuple[str, ...]:
        """Who publishes it, and what is in it."""
        rows = [f'<li><a href="#{_top(part.route)}">{escape(part.title, quote=False)}</a></li>\n' for part in parts[1:]]
        nav = f'<nav aria-label="{escape(self.contents)}">\n<ul class="row">\n'
        day = f'<aside class="past"><p><strong>{escape(self.shown_day, quote=False)}</strong></p></aside>\n'
        return (
            day if self.shown_day else "",
            '<header class="masthead">\n',
            self._publisher(body_of),
            nav,
            *rows,
            "</ul>\n</nav>\n</header>\n",
        )

    def _publisher(self, body_of: BodyOf) -> str:
        """The head of each page of the site, whose logo the file holds."""
        if not self.masthead:
            return ""
        logo, text = self.masthead.logo, escape(self.masthead.text, quote=False)
        shown = " ".join(filter(None, (_logo(logo, body_of) if logo else "", text)))
        if self.masthead.url:
            shown = f'<a href="{escape(self.masthead.url)}">{shown}</a>'
        return f'<p class="publisher">{shown}</p>\n'

    def _foot(self) -> tuple[str, ...]:
        link = f'<a href="{escape(self.base_url)}">{escape(self.base_url, quote=False)}</a>'
        made_from = escape(self.made_from, quote=False) % {"address": link}
        return (f'\n<footer class="colophon">\n<p>{made_from}</p>\n</footer>\n</body>\n</html>\n',)


def _top(route: str) -> str:
    return f"{name_of(route)}__"


def _within(route: str, anchor: str) -> str:
    """Names stand apart by the pages that they are from; those of facts have no underscore, so none is another's."""
    return f"#{_top(route)}{anchor}"


def _set_apart(part: Part, *, is_first: bool) -> None:
    """Make a part of the whole of a page: its names its own, and its title below that of the first."""
    part.main.attrib.pop("id", None)
    part.main.attrib.pop("tabindex", None)
    name_apart(part, _top(part.route))
    for title in _TITLES(part.main):
        title.set("id", _top(part.route))
        title.tag = "h1" if is_first else "h2"
    if not is_first:
        part.main.tag, part.main.tail = "article", "\n"
        part.main.set("class", "part")


def _logo(logo: LogoView, body_of: BodyOf) -> str:
    image = (
        f'<img src="{_data(logo.address.route, body_of)}" alt="{escape(logo.alt)}"'
        f' width="{logo.width}" height="{logo.height}">'
    )
    if not logo.dark:
        return image
    dark = _data(logo.dark.route, body_of)
    return f'<picture><source srcset="{dark}" media="(prefers-color-scheme: dark)">{image}</picture>'


def _data(route: str, body_of: BodyOf) -> str:
    """A file of the site as an address that holds it; nothing for what is no file of the site."""
    try:
        body = body_of(route)
    except KeyError:
        return ""
    return f"data:{media_type_of(route)};base64,{base64.b64encode(body).decode()}"
