"""Where the pages of an earlier day lead in the site of today."""

from __future__ import annotations

import datetime

import pytest

from standfirst.present.past import Past, Today

URL = "https://example.org/sub/"
PAGES = frozenset({"index.html", "chronology.html", "chronology/2020s.html", "actors/robert.html", "sources.html"})


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("chronology.html", "chronology.html"),
        ("chronology/2020s.html", "chronology/2020s.html"),
        # What is one list today was divided then; what is gone stood in no list, or in one that is there.
        ("chronology/2019.html", "chronology.html"),
        ("chronology/2019/04.html", "chronology.html"),
        ("chronology/2020s/2021.html", "chronology/2020s.html"),
        ("sources/afp.html", "sources.html"),
        ("actors/eve.html", "index.html"),
        ("claims.html", "index.html"),
        # One that was renamed, with the parts of its page.
        ("actors/bob.html", "actors/robert.html"),
        ("actors/bob/2019.html", "actors/robert.html"),
    ],
)
def test_a_page_leads_to_its_like_of_today_or_to_what_it_was_part_of(then: str, now: str) -> None:
    past = Past(datetime.date(2026, 5, 12), Today(URL, PAGES, {"actors/bob.html": "actors/robert.html"}), True)
    assert past.canonical(then) == URL + now.removesuffix("index.html")
    assert past.link_to_today(then) == "../" * then.count("/") + "../../" + now
