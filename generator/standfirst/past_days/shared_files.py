"""Files of an earlier day that today's site has, too: pages of that day load them from there."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from urllib.parse import unquote

from standfirst.model import FONTS_OF_LOOK
from standfirst.model.addresses import PAST
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import Files
from standfirst.present.past import UP_TO_TODAY

# What pages load, and no reader asks for by its address.
_LOADED = ("assets/", "images/")
_ATTRIBUTE = re.compile(r'(?<= )(?:href|src|srcset)="[^"]+"')
_FILE = re.compile(r'(?P<before>[" ])(?P<up>(?:\.\./)*)(?P<route>(?:assets|images|as-of)/[^" ,]+)')


@frozen
class SharedFiles:
    """The routes at which a day and today's site have the same; `day_url` and `base_url` are where each lies."""

    routes: frozenset[str]
    day_url: str
    base_url: str

    def led_to_in(self, page: bytes) -> bytes:
        """Return a page of the day whose links to these files, and whose absolute addresses of them, are today's.

        Links to other days lead up to these, too, which lie beside it.
        """
        text = _ATTRIBUTE.sub(lambda attribute: _FILE.sub(self._leading_up, attribute[0]), page.decode())
        absolute = re.compile(re.escape(self.day_url) + r"(?P<route>(?:assets|images)/[^\"\s<]+)")
        return absolute.sub(self._at_today, text).encode()

    def _leading_up(self, found: re.Match[str]) -> str:
        route = _route(found)
        up = UP_TO_TODAY if route in self.routes or route.startswith(PAST) else ""
        return f"{found['before']}{found['up']}{up}{found['route']}"

    def _at_today(self, found: re.Match[str]) -> str:
        return self.base_url + found["route"] if _route(found) in self.routes else found[0]


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
