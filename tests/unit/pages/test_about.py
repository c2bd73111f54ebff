"""The page about the explainer: what was checked, and how many sources it rests on."""

from __future__ import annotations

from standfirst.pages.about import AboutView
from tests.explainers import content, made, read_site
from tests.unit.pages.page_views import ACTORS, CITING, COPY, view


def test_the_page_about_the_explainer_counts_what_was_checked() -> None:
    section = "They “passage here, and another” [@s: The first passage here, and another first one] say."
    found = view(AboutView, "about.html", CITING, section, copy=COPY)
    assert found.checked == (
        "Wording checked against the source: 4 passages from 1 source and 1 stretch of quoted words, in quotations and "
        "in sentences."
    )
    found = view(AboutView, "about.html", CITING, copy=COPY)
    assert found.checked == "Wording checked against the source: 3 passages from 1 source."
    assert view(AboutView, "about.html", ACTORS).checked == ""


def test_it_is_said_that_everything_rests_on_one_source_while_that_is_so() -> None:
    said = "Everything here rests on one source."
    copies = {"s": COPY, "unused": "Another source altogether."}
    for section, one in (
        ("So [@s: The first passage here].", True),
        ("So [@unused: another source altogether].", False),
    ):
        pages = made(content(CITING, section, copies=copies))
        assert {said in pages[route] for route in ("index.html", "about.html", "sources.html")} == {one}
    assert said not in made(content(ACTORS))["index.html"]


def test_nobody_says_verified() -> None:
    assert not [route for route, text in made(read_site("full")).items() if "verified" in text.lower()]
