"""Lists that are too long for one page, as readers come to them: by an address, from page to page, at any width."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.barriers import barriers_on, what_sticks_out
from tests.browser.conftest import longest_pages
from tests.browser.host import hosted
from tests.browser.reader import Reader, Screen
from tests.explainers import made
from tests.long_explainers import few_to_a_page, long_explainer


@pytest.fixture(scope="module")
def long_site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Reader, dict[str, str]]]:
    """Someone who comes to a site whose lists count their entries, and the longest page of each kind."""
    folder = tmp_path_factory.mktemp("long")
    with pytest.MonkeyPatch.context() as patch:
        few_to_a_page(patch)
        pages = made(long_explainer(30))
    write(pages, folder)
    with hosted(folder) as address:
        yield Reader(browser, address), longest_pages(folder)


def write(pages: Mapping[str, str], folder: Path) -> None:
    for route, text in pages.items():
        (folder / route).parent.mkdir(parents=True, exist_ok=True)
        (folder / route).write_text(text)


@pytest.mark.parametrize(
    ("address", "page_behind"),
    [
        ("glossary.html#term-t20", "glossary/w"),
        ("chronology.html#e20", "chronology/2019-"),
        ("figures.html#figure-f20", "figures/"),
        ("actors/all.html#relation-r20", "actors/all/relations-"),
        ("actors/all.html#relation-tie20", "actors/all/relations-"),
    ],
)
def test_an_address_leads_on_to_what_it_names_and_without_a_script_to_the_link_there(
    long_site: tuple[Reader, dict[str, str]], address: str, page_behind: str
) -> None:
    reader, _ = long_site
    anchor = address.partition("#")[2]
    with reader.opens(address) as page:
        page.wait_for_url(f"**/{page_behind}*#{anchor}")
        expect(page.locator(f"#{anchor}")).to_be_attached()
    with reader.opens(address, Screen(script=False)) as page:
        marked = page.locator("[data-part]", has=page.locator(f"#{anchor}"))
        expect(marked).to_be_in_viewport()
        marked.get_by_role("link").click()
        page.wait_for_url(f"**/{page_behind}*")
        expect(page.locator(f"#{anchor}")).to_be_attached()


def test_where_a_page_has_no_room_for_anchors_a_script_leads_on_from_an_address_all_the_same(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_to_a_page(monkeypatch, anchors=10)
    write(made(long_explainer(13)), tmp_path)
    with hosted(tmp_path) as address, Reader(browser, address).opens("glossary.html#actor-old9") as page:
        page.wait_for_url("**/glossary/*#actor-old9")
        expect(page.locator("#actor-old9")).to_be_attached()


def test_axe_finds_no_barrier_in_overviews_and_the_pages_behind_them(
    long_site: tuple[Reader, dict[str, str]],
) -> None:
    reader, kinds = long_site
    overviews = ("glossary.html", "chronology.html", "figures.html", "sources/s.html", "actors/all.html", "search.html")
    behind = {kinds[kind] for kind in ("letter", "year", "actor-part", "claims", "places", "unknowns")}
    routes = {route: route for route in sorted({*overviews, *behind})}
    for route, page in reader.goes_through(routes, Screen(width=360, dark=True)):
        assert (barriers_on(page), what_sticks_out(page)) == ([], []), route
