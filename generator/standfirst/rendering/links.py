"""Links, as pages set them, and as they stand in what is set once for all pages.

There they begin at the site's root. In a page that is finished, a few replacements set all of them at once.
"""

from __future__ import annotations

import functools

from markupsafe import Markup, escape

from standfirst.model.addresses import NOT_FOUND, Address, href

# What stands before a link from the root, and behind one that leads to a whole page. No text can hold these.
_ROOT, _WHOLE = "\x04", "\x05"
# So many links are kept, of some 200 bytes each.
_MOST = 2**14


@functools.lru_cache(maxsize=_MOST)
def link_from_root(address: Address) -> Markup:
    """Return a link as it stands in what is set once for all pages."""
    fragment = f"#{address.anchor}" if address.anchor else _WHOLE
    return escape(f"{_ROOT}{address.route}{fragment}")


def link_from_page(address: Address, route: str, base_path: str) -> Markup:
    """Return a link as it stands on the page at a route."""
    if route in (address.route, NOT_FOUND):
        return escape(href(address, route, base_path))
    return _link_from_folder(address, route.count("/"))


@functools.lru_cache(maxsize=_MOST)
def _link_from_folder(address: Address, depth: int) -> Markup:
    """Return a link as it stands on all pages so many folders deep, but on that to which it leads."""
    fragment = f"#{address.anchor}" if address.anchor else ""
    return escape("../" * depth + address.route + fragment)


def set_links(text: str, route: str, base_path: str) -> str:
    """Return what the page at a route shows with its links set, each as `link_from_page` sets it."""
    if route == NOT_FOUND:
        root = base_path
    else:
        root = "../" * route.count("/")
        here = f"{_ROOT}{escape(route)}"
        text = text.replace(f"{here}#", "#").replace(f"{here}{_WHOLE}", escape(href(Address(route), route, base_path)))
    return text.replace(_ROOT, escape(root)).replace(_WHOLE, "")
