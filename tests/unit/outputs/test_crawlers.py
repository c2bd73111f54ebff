"""What crawlers read: sitemaps that list every page, and robots.txt."""

from __future__ import annotations

import re
from dataclasses import replace

import lxml.etree
import pytest

from standfirst.outputs import crawlers
from standfirst.outputs.crawlers import crawler_files
from standfirst.pages.plan import plan
from tests.explainers import made, planner, read_site


def test_the_sitemap_lists_every_page_by_its_canonical_address_but_not_those_that_lead_on() -> None:
    pages = made(read_site("full"))
    listed = re.findall("<loc>(.*)</loc>", pages["sitemap.xml"])
    html = {route for route in pages if route.endswith(".html")}
    moved = {"404.html", "actors/barqi.html", "actors/s-barqi.html", "sources/courier.html"}
    assert moved < html
    at = "https://example.org/ferry/"
    assert listed == sorted(at if route == "index.html" else at + route for route in html - moved)
    assert pages["robots.txt"].endswith(f"Sitemap: {at}sitemap.xml\n")


def files_of(site: str, *, drafts: bool = False) -> dict[str, str]:
    """Return what crawlers read of a site, by its route."""
    made_from = planner(read_site(site))
    view = replace(made_from.site_view, drafts=drafts)
    return {each.route: each.make().body.decode() for each in crawler_files(plan(made_from).pages, view)}


def test_the_sitemap_and_the_head_name_all_editions_of_the_first_page_alone() -> None:
    pages = made(read_site("arabic"))
    editions = {
        "ar": "https://souq.example/",
        "fr": "https://souq.example/fr/",
        "en": "https://souq.example/en/",
        "x-default": "https://souq.example/en/",
    }
    for text in (pages["index.html"], pages["sitemap.xml"]):
        found = dict(re.findall(r'rel="alternate" hreflang="(.*?)" href="(.*?)"', text))
        assert found == editions
        assert text.count('rel="alternate" hreflang') == len(editions)
    assert lxml.etree.fromstring(pages["sitemap.xml"].encode()) is not None
    assert 'rel="alternate" hreflang' not in pages["chronology.html"]
    assert 'hreflang="fr" lang="fr" dir="ltr">Français</a>' in pages["chronology.html"]


def addresses(sitemap: str, element: str = "url") -> list[str]:
    return re.findall(f"<{element}><loc>(.*)</loc></{element}>", sitemap)


def test_more_addresses_than_a_sitemap_may_hold_stand_in_several_that_an_index_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = files_of("full")["sitemap.xml"]
    assert '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' in whole
    monkeypatch.setattr(crawlers, "_MOST_ADDRESSES", len(addresses(whole)))
    assert files_of("full")["sitemap.xml"] == whole
    monkeypatch.setattr(crawlers, "_MOST_ADDRESSES", len(addresses(whole)) - 1)
    assert len(addresses(files_of("full")["sitemap.xml"], "sitemap")) == 2
    monkeypatch.setattr(crawlers, "_MOST_ADDRESSES", 5)
    files = files_of("full")
    named = addresses(files["sitemap.xml"], "sitemap")
    assert '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' in files["sitemap.xml"]
    assert named[0] == "https://example.org/ferry/sitemap-1.xml"
    texts = [files[address.rpartition("/")[2]] for address in named]
    assert all(text.endswith("</urlset>\n") for text in texts)
    parts = [addresses(text) for text in texts]
    assert [address for part in parts for address in part] == addresses(whole)
    assert {len(part) for part in parts[:-1]} == {5}


def test_no_sitemap_has_more_bytes_than_it_may_and_each_has_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawlers, "_MOST_BYTES", 1000)
    parts = [text for route, text in files_of("full").items() if route.startswith("sitemap-")]
    rows = [len("".join(re.findall(" *<url>.*\n", part))) for part in parts]
    assert len(parts) > 1
    assert 0 < min(rows) <= max(rows) <= 1000
    monkeypatch.setattr(crawlers, "_MOST_BYTES", 1)
    assert {len(addresses(text)) for route, text in files_of("full").items() if route.startswith("sitemap-")} == {1}


def test_a_preview_of_drafts_lists_nothing() -> None:
    assert files_of("full", drafts=True) == {
        "robots.txt": "User-agent: *\nAllow: /\n",
        "_headers": "/*\n  X-Robots-Tag: noindex, nofollow\n",
    }
