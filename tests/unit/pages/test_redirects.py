"""Where facts that have moved are still found."""

from __future__ import annotations

import functools

import lxml.html

from tests.explainers import content, made, read_site
from tests.unit.pages.page_views import ACTORS


@functools.cache
def full() -> dict[str, str]:
    return made(read_site("full"))


def test_a_renamed_actor_and_source_keep_their_old_pages_as_redirects() -> None:
    pages = full()
    old = lxml.html.fromstring(pages["actors/s-barqi.html"])
    assert old.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../actors/al-barqi.html"]
    assert old.xpath("//link[@rel='canonical']/@href") == ["https://example.org/ferry/actors/al-barqi.html"]
    assert "/ferry/actors/s-barqi.html /ferry/actors/al-barqi 301!\n" in pages["_redirects"]
    assert "/ferry/sources/courier /ferry/sources/report 301!\n" in pages["_redirects"]


def test_a_renamed_fact_keeps_its_old_anchor_as_an_empty_one_and_once() -> None:
    pages = full()
    for route, anchor in (
        ("glossary.html", "actor-barqi"), ("glossary.html", "term-ramp-berth"), ("chronology.html", "last-ferry"),
        ("claims.html", "port-at-fault"), ("index.html", "quote-a-hazard"), ("index.html", "figure-daily-loss"),
        ("index.html", "relation-blames"), ("index.html", "place-arle-town"), ("index.html", "unknown-return"),
        ("updates.html", "crew-count"), ("figures.html", "figure-daily-loss"), ("places.html", "place-arle-town"),
        ("unknowns.html", "unknown-return"), ("actors/al-barqi.html", "quote-a-hazard"),
    ):  # fmt: skip
        (found,) = lxml.html.fromstring(pages[route]).xpath(f"//*[@id='{anchor}']")
        assert (found.text_content(), len(found)) == ("", 0)


def test_an_explainer_in_which_nothing_moved_has_no_redirects() -> None:
    assert "_redirects" not in made(content(ACTORS))
