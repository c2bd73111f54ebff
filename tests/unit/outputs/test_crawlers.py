"""What crawlers read: sitemaps that list every page, and robots.txt."""

from __future__ import annotations

import re

import pytest

from standfirst.model import Drafts
from tests.explainers import made, read_site


def test_the_sitemap_lists_every_page_by_its_canonical_address_but_not_those_that_lead_on() -> None:
    pages = made(read_site("full"))
    listed = re.findall("<loc>(.*)</loc>", pages["sitemap.xml"])
    html = {route for route in pages if route.endswith(".html")}
    moved = {"404.html", "actors/barqi.html", "actors/s-barqi.html", "sources/courier.html"}
    assert moved < html
    at = "https://example.org/ferry/"
    assert listed == sorted(at if route == "index.html" else at + route for route in html - moved)
    assert pages["robots.txt"].endswith(f"Sitemap: {at}sitemap.xml\n")


def test_more_addresses_than_a_sitemap_may_hold_stand_in_several_that_an_index_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = read_site("full")
    whole = re.findall("<url><loc>(.*)</loc></url>", made(files)["sitemap.xml"])
    monkeypatch.setattr("standfirst.outputs.crawlers._MOST_ADDRESSES", 5)
    pages = made(files)
    named = re.findall("<sitemap><loc>(.*)</loc></sitemap>", pages["sitemap.xml"])
    parts = [re.findall("<url><loc>(.*)</loc></url>", pages[address.rpartition("/")[2]]) for address in named]
    assert [address for part in parts for address in part] == whole
    assert all(0 < len(part) <= 5 for part in parts)
    monkeypatch.setattr("standfirst.outputs.crawlers._MOST_BYTES", 1000)
    assert "<sitemapindex" in made(files)["sitemap.xml"]


def test_a_preview_of_drafts_lists_nothing() -> None:
    pages = made(read_site("full"), drafts=Drafts.SHOW)
    assert "sitemap.xml" not in pages
    assert "noindex" in pages["_headers"]
