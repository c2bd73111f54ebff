"""Links that are set once for all pages stand on each as links that are set there."""

from __future__ import annotations

import pytest

from standfirst.model.addresses import Address, href
from standfirst.rendering.links import link_from_page, link_from_root, set_links

ROUTES = ("index.html", "a.html", "a.html.txt", "actors/a.html", "actors/b.html", "x/y/a.html", "404.html")
ADDRESSES = [*map(Address, ROUTES), *(Address(route, "a") for route in ROUTES), Address("a&b.html", "c'd")]


@pytest.mark.parametrize("route", [*ROUTES, "a&b.html"])
def test_links_in_what_pages_share_are_set_as_those_of_a_page(route: str) -> None:
    shared = "".join(f'<a href="{link_from_root(address)}">' for address in ADDRESSES)
    alone = "".join(f'<a href="{link_from_page(address, route, "/moon/")}">' for address in ADDRESSES)
    assert set_links(shared, route, "/moon/") == alone


@pytest.mark.parametrize("route", ROUTES)
def test_a_link_of_a_page_is_relative_to_it(route: str) -> None:
    for address in ADDRESSES[:-1]:
        assert link_from_page(address, route, "/moon/") == href(address, route, "/moon/")
    assert link_from_page(ADDRESSES[-1], "x.html", "/") == "a&amp;b.html#c&#39;d"


def test_a_link_from_the_page_that_is_not_found_has_the_path_of_the_site_escaped() -> None:
    address = Address("a.html", "b")
    assert set_links(link_from_root(address), "404.html", "/a&b/") == "/a&amp;b/a.html#b"
    assert link_from_page(address, "404.html", "/a&b/") == "/a&amp;b/a.html#b"
