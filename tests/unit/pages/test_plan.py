"""Which files a site has, each with an address of its own."""

from __future__ import annotations

import lxml.html
import pytest

from standfirst.outputs.artifact import Artifact
from standfirst.pages.plan import plan
from standfirst.problems.errors import SiteError
from tests.explainers import content, made, planner, read_site
from tests.unit.pages.page_views import ACTORS, planned


def test_an_explainer_without_facts_has_every_page_that_can_say_so() -> None:
    assert sorted(planned("")) == [
        "404.html", "about.html", "changes.html", "chronology.html", "data.html", "glossary.html", "index.html",
        "search.html", "sources.html", "updates.html",
    ]  # fmt: skip


def test_actors_and_sources_have_pages_of_their_own_and_claims_a_page_where_there_are_any() -> None:
    facts = ACTORS + "claims:\n  c: {claim: C, uncited: x}\nsources:\n  s: {title: S}\n"
    assert {"actors/ann.html", "actors/bob.html", "sources/s.html", "claims.html"} <= planned(facts).keys()


def test_no_two_files_of_a_site_have_one_address_be_they_pages_or_not() -> None:
    copied = (Artifact("about.html", b""), Artifact("images/map.png", b"1"), Artifact("images/map.png", b"2"))
    two = "two files of the site have this address"
    assert [str(each) for each in plan(planner(content()), copied).problems] == [
        f"about.html:1:1: {two}: the page 'About this explainer' and one that is no page; rename one of the two",
        f"images/map.png:1:1: {two}: one that is no page and one that is no page; rename one of the two",
    ]
    assert plan(planner(content()), copied[1:2]).problems == ()


def test_images_whose_names_differ_in_how_their_letters_are_composed_alone_are_a_problem() -> None:
    with pytest.raises(SiteError) as caught:
        made(content(images=("caf\u00e9.png", "cafe\u0301.png")))
    assert [each.origin.path for each in caught.value.problems] == ["images/caf\u00e9.png"]


def test_every_page_has_a_canonical_address_below_the_one_that_stands_in_for_the_sites_own() -> None:
    pages = made(read_site("full"), base_url="https://preview.example.net/7")
    for route, text in pages.items():
        if route.endswith(".html"):
            (address,) = lxml.html.fromstring(text).xpath("//link[@rel='canonical']/@href")
            assert address.startswith("https://preview.example.net/7/"), route
