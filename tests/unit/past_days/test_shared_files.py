"""Files of an earlier day that today's site has, too, and pages that load them from there."""

from __future__ import annotations

import pytest

from standfirst.outputs.artifact import ReadyFiles
from standfirst.past_days.shared_files import SharedFiles, loaded_files, shared_routes

TODAY = {"assets/a.css": b"a", "assets/f.woff2": b"f", "assets/s.js": b"s", "images/p.png": b"p", "images/q.png": b"q"}


@pytest.mark.parametrize(
    ("changed", "shared"),
    [
        ({}, {*TODAY}),
        ({"images/p.png": b"another"}, TODAY.keys() - {"images/p.png"}),
        ({"assets/a.css": b"b"}, {"assets/s.js", "images/p.png", "images/q.png"}),
        ({"assets/f.woff2": b"g"}, {"assets/s.js", "images/p.png", "images/q.png"}),
        ({"assets/a.css": b"url(../images/q.png)"}, {"assets/s.js", "images/p.png"}),
        ({"index.html": b"same", "assets/new.js": b"n"}, {*TODAY}),
    ],
)
def test_what_is_the_same_today_is_shared_and_a_style_sheet_with_its_fonts(
    changed: dict[str, bytes], shared: set[str]
) -> None:
    then, today = ReadyFiles({**TODAY, **changed}), ReadyFiles({**TODAY, "index.html": b"same"})
    assert shared_routes(loaded_files(then), today) == shared


SHARED = SharedFiles(
    frozenset({"assets/s.js", "images/a b&c.png", "feed.xml", "as-of/2026-01-01/a.html"}),
    "https://x.org/as-of/2026-05-12/",
    "https://x.org/",
)


@pytest.mark.parametrize(
    ("page", "led"),
    [
        ('<script src="assets/s.js">', '<script src="../../assets/s.js">'),
        ('<script src="../assets/s.js">', '<script src="../../../assets/s.js">'),
        ('<script src="assets/other.js">', '<script src="assets/other.js">'),
        (
            '<img srcset="images/a%20b&amp;c.png 1w, images/d.png 2w" src="images/a%20b&amp;c.png">',
            '<img srcset="../../images/a%20b&amp;c.png 1w, images/d.png 2w" src="../../images/a%20b&amp;c.png">',
        ),
        ("<p>It is images/a%20b&amp;c.png</p>", "<p>It is images/a%20b&amp;c.png</p>"),
        ('<a href="../as-of/2026-01-01/a.html#x">', '<a href="../../../as-of/2026-01-01/a.html#x">'),
        ('<a href="feed.xml">', '<a href="../../feed.xml">'),
        ('<a href="my-feed.xml">', '<a href="my-feed.xml">'),
        ('<a href="https://x.org/feed.xml">', '<a href="https://x.org/feed.xml">'),
        ('"url":"https://x.org/as-of/2026-05-12/assets/s.js"', '"url":"https://x.org/assets/s.js"'),
        ('"url":"https://x.org/as-of/2026-05-12/assets/t.js"', '"url":"https://x.org/as-of/2026-05-12/assets/t.js"'),
        ('href="https://other.org/assets/s.js"', 'href="https://other.org/assets/s.js"'),
    ],
)
def test_pages_of_a_day_load_from_today_what_is_shared_and_nothing_else(page: str, led: str) -> None:
    assert SHARED.led_to_in(page.encode()).decode() == led
