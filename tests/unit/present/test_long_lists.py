"""Lists that are too long for one page, and the pages behind them."""

from __future__ import annotations

from standfirst.present.long_lists import Division, Extent, ListRules, long_list
from standfirst.present.naming import Phrasing
from standfirst.present.overviews import outlines

RULES: ListRules[str] = ListRules(weight=lambda _: 1, anchors=lambda each: (each,), line=lambda _: 1, most_in_full=3)
ENGLISH = Phrasing("en")


def test_divisions_that_are_called_alike_have_their_own_pages() -> None:
    divisions = [Division("own-quotes", "Words", ("a", "b")), Division("claims", "Words", ("c", "d"))]
    found = long_list("ann", divisions, RULES, ENGLISH)
    assert [(part.route, part.entries) for part in found.parts] == [
        ("ann/own-quotes.html", ("a", "b")),
        ("ann/claims.html", ("c", "d")),
    ]
    shown = [[part.to.address.route for part in each.parts] for each in outlines(found, RULES, lambda _: (), ENGLISH)]
    assert shown == [["ann/own-quotes.html"], ["ann/claims.html"]]


def test_pages_are_filled_evenly_and_what_a_page_has_room_for_stays_whole() -> None:
    assert long_list("f", [Division("", "", ("a", "b", "c"))], RULES, ENGLISH).extent is Extent.WHOLE
    found = long_list("f", [Division("", "", tuple("abcd"))], RULES, ENGLISH)
    assert [(part.route, part.label, len(part.entries)) for part in found.parts] == [
        ("f/1.html", "1", 2),
        ("f/2.html", "2", 2),
    ]
