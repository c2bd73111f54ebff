"""Files of today's site that pages of an earlier day name as their own: they are led up to them."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

from standfirst.model import FONTS_OF_LOOK
from standfirst.outputs.artifact import Files
from standfirst.present.past import UP_TO_TODAY

# What pages load, and no reader asks for by its address.
_LOADED = ("assets/", "images/")
_ATTRIBUTE = re.compile(r'(?<= )(?:href|src|srcset)="[^"]+"')


class SharedFiles:
    """Files of today's site that pages of a day name: those that both have, and what the day does not have.

    `day_url` and `base_url` are where each lies.
    """

    def __init__(self, routes: frozenset[str], day_url: str, base_url: str) -> None:
        self.routes = routes
        self._base_url = base_url
        others = [re.escape(quote(route)) for route in sorted(routes) if not route.startswith(_LOADED)]
        loaded, named = r'(?:assets|images)/[^" ,]+', "".join(rf'|{each}(?=["?#])' for each in others)
        self._link = re.compile(rf'(?P<before>[" ])(?P<up>(?:\.\./)*)(?P<route>{loaded}{named})')
        self._address = re.compile(re.escape(day_url) + r'(?P<route>(?:assets|images)/[^"\s<]+)')

    def led_to_in(self, page: bytes) -> bytes:
        """Return a page of the day whose links to these files, and whose absolute addresses of them, are today's."""
        text = _ATTRIBUTE.sub(lambda attribute: self._link.sub(self._leading_up, attribute[0]), page.decode())
        return self._address.sub(self._at_today, text).encode()

    def _leading_up(self, found: re.Match[str]) -> str:
        up = UP_TO_TODAY if _route(found) in self.routes else ""
        return f"{found['before']}{found['up']}{up}{found['route']}"

    def _at_today(self, found: re.Match[str]) -> str:
        return self._base_url + found["route"] if _route(found) in self.routes else found[0]


def loaded_files(files: Files) -> dict[str, str]:
    """Return the files that pages load, each with what changes whenever its bytes do.

    An image that a style sheet names is left out: it must lie where that looks for it.
    """
    loaded = [route for route in files.routes if route.startswith(_LOADED)]
    styles = b"".join(files.body(route) for route in loaded if route.endswith(".css"))
    return {route: _version(files, route) for route in loaded if route.encode() not in styles}


def shared_routes(then: Mapping[str, str], today: Files) -> frozenset[str]:
    """Return which of the files that pages of a day load today's site has at the same routes.

    A style sheet finds its fonts beside it: either all of them are shared, or none is.
    """
    alike = {route for route, version in then.items() if route in today.routes and version == _version(today, route)}
    styles = {route for route in then if route.endswith((".css", *FONTS_OF_LOOK.endings))}
    return frozenset(alike if styles <= alike else alike - styles)


def _version(files: Files, route: str) -> str:
    return hashlib.sha256(files.version(route)).hexdigest()


def _route(found: re.Match[str]) -> str:
    return unquote(html.unescape(found["route"]))
