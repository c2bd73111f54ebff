"""What is wrong with rendered pages: what every page must have, and links that lead nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from standfirst.model import Origin
from standfirst.outputs.artifact import Artifact
from standfirst.problems.errors import in_order
from standfirst.rendering.lint import WrittenLink, lint, scan_page

PAGE = """<!doctype html>
<html lang="en">
<head><title>T</title><meta name="description" content="D"></head>
<body><h1>H</h1>
{}
</body></html>
"""


def faults(
    pages: Mapping[str, str],
    *,
    files: tuple[str, ...] = (),
    base: str = "/",
    written: Mapping[str, Sequence[Origin]] | None = None,
) -> list[str]:
    """Lint pages that are whole but for what their bodies add."""
    artifacts = [Artifact(route, PAGE.format(body).encode()) for route, body in pages.items()]
    routes = frozenset({*pages, *files})
    links = [WrittenLink(target, origin) for target, origins in (written or {}).items() for origin in origins]
    found = lint([scan_page(each) for each in artifacts], routes, base, links)
    assert len(set(found)) == len(found)
    return [str(fault) for fault in in_order(found)]


def test_a_whole_page_has_no_faults() -> None:
    assert faults({"index.html": '<p id="a"><a href="#a">a</a> <a href="">this page</a></p>'}) == []


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("<title>T</title>", "this page has no title; fill <title>"),
        (' lang="en"', "this page has no language; give <html> a lang"),
        ('content="D"', "this page has no description; fill <meta name=description>"),
        ("<h1>H</h1>", "this page has 0 headings of the first level; give it one h1"),
    ],
)
def test_every_page_needs_a_title_a_language_a_description_and_a_heading(part: str, message: str) -> None:
    page = Artifact("a/b.html", PAGE.replace(part, "").encode())
    assert [str(fault) for fault in scan_page(page).problems] == [f"a/b.html:1:1: {message}"]


def test_a_blank_title_is_no_title_and_a_second_heading_is_one_too_many() -> None:
    page = PAGE.replace("<title>T</title>", "<title> </title>").format("<h1>Again</h1>")
    assert [fault.message for fault in scan_page(Artifact("a.html", page.encode())).problems] == [
        "this page has no title",
        "this page has 2 headings of the first level",
    ]


@pytest.mark.parametrize("body", ["", " \n", "\0", "x", "<!-- x -->", "<!doctype html>", "<?x", "<?x?>"])
def test_a_page_without_anything_lacks_everything(body: str) -> None:
    assert [problem.message for problem in scan_page(Artifact("a.html", body.encode())).problems] == [
        "this page has no title",
        "this page has no language",
        "this page has no description",
        "this page has 0 headings of the first level",
    ]


def test_links_are_found_however_deep_they_stand() -> None:
    deep = "<div>" * 500 + '<a href="no.html">x</a>' + "</div>" * 500
    assert len(faults({"index.html": deep})) == 1


def test_an_id_that_stands_twice_is_reported_once_where_it_stands_again() -> None:
    body = '<p id="a"></p>\n<p id="a"></p>\n<p id="b"></p>\n<p id="b"></p>\n<p id="b"></p><p id="c"></p>'
    assert faults({"index.html": body}) == [
        "index.html:6:1: the id 'a' stands on this page 2 times; give it once",
        "index.html:8:1: the id 'b' stands on this page 3 times; give it once",
    ]


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="{}">x</a>',
        '<link rel="stylesheet" href="{}">',
        '<script src="{}"></script>',
        '<img alt="x" src="{}">',
        '<source srcset="actor.html 480w, {} 960w">',
        '<img alt="x" src="actor.html" srcset="actor.html 480w, {} 960w">',
    ],
)
def test_whatever_a_page_refers_to_must_be_there(tag: str) -> None:
    assert faults({"index.html": tag.format("actors.html")}, files=("actor.html",)) == [
        "index.html:5:1: 'actors.html' leads to no file of this site; did you mean 'actor.html'?"
    ]
    assert faults({"index.html": tag.format("actor.html")}, files=("actor.html",)) == []


def test_a_fragment_must_be_a_place_on_the_page_that_it_names() -> None:
    pages = {"index.html": '<a href="a.html#here">x</a> <a href="a.html#hare">y</a>', "a.html": '<p id="here"></p>'}
    assert faults(pages) == ["index.html:5:1: 'a.html#hare' leads to no place on its page; did you mean 'here'?"]


def test_what_a_link_leads_to_depends_on_the_folder_of_its_page_or_on_the_page_itself() -> None:
    links = '<a href="b.html">1</a> <a href="#here">2</a> <a href="?x#here">3</a>'
    pages = {"a.html": links + '<p id="here"></p>', "b.html": links, "x/a.html": links + '<p id="here"></p>'}
    assert [fault.split("; ")[0] for fault in faults(pages)] == [
        "b.html:5:1: '#here' leads to no place on its page",
        "b.html:5:1: '?x#here' leads to no place on its page",
        "x/a.html:5:1: 'b.html' leads to no file of this site",
    ]


def test_a_link_that_works_on_the_page_for_what_is_not_found_works_nowhere_else() -> None:
    pages = {"404.html": '<a href="/a.html">x</a>', "a.html": '<a href="/a.html">x</a>'}
    assert len(faults(pages)) == 1


def test_addresses_are_read_as_a_browser_reads_them() -> None:
    pages = {
        "actors/a.html": '<a href="../index.html">1</a> <a href="b%20c.html">2</a> <a href="a.html?x=y#%C3%A9">3</a>'
        '<p id="é"></p> <a href="../../index.html">4</a>',
        "actors/b c.html": "",
        "index.html": "",
    }
    assert [fault.split("; ")[0] for fault in faults(pages)] == [
        "actors/a.html:5:1: '../../index.html' leads to no file of this site"
    ]


@pytest.mark.parametrize("target", ["https://example.org/", "mailto:a@example.org", "//example.org/x"])
def test_what_leads_out_of_the_site_is_not_followed(target: str) -> None:
    assert faults({"index.html": f'<a href="{target}">x</a>'}) == []


def test_what_is_no_address_at_all_is_a_fault() -> None:
    assert faults({"index.html": '<a href="http://[">x</a>'}) == [
        "index.html:5:1: 'http://[' is not an address; write it whole, from https:// on"
    ]


def test_a_link_from_the_root_works_on_the_page_for_what_is_not_found_alone() -> None:
    link = '<a href="/moon/index.html">x</a>'
    assert faults({"index.html": "", "404.html": link}, base="/moon/") == []
    assert faults({"index.html": link}, base="/moon/") == [
        "index.html:5:1: '/moon/index.html' would lead out of the site where that lies in a folder; write it relative"
    ]
    assert (
        "leads to no file" in faults({"index.html": "", "404.html": '<a href="/moon/x.html">x</a>'}, base="/moon/")[0]
    )


def test_a_link_that_the_writer_wrote_is_reported_as_and_where_it_was_written() -> None:
    written = {"no.html": [Origin("sections/10-a.md", 7, 3), Origin("sections/20-b.md", 4, 1)]}
    pages = {"index.html": '<a href="no.html">x</a>', "actors/a.html": '<a href="../no.html">x</a>'}
    assert faults(pages, files=("now.html",), written=written) == [
        f"{place}: 'no.html' leads to no file of this site; did you mean 'now.html'?"
        for place in ("sections/10-a.md:7:3", "sections/20-b.md:4:1")
    ]


def test_what_is_written_and_shown_often_is_told_of_once_for_each_place_where_it_is_written() -> None:
    pages = {f"{number}.html": '<a href="no.html">x</a>' * 100 for number in range(20)}
    written = {"no.html": [Origin("a.md", line, 1) for line in range(1, 101)]}
    found = faults(pages, written=written)
    assert found == sorted(found, key=lambda fault: int(fault.split(":")[1]))
    assert len(found) == 100


def test_of_very_many_dead_links_all_are_told_but_not_all_are_compared() -> None:
    ids = "".join(f'<p id="number-{number}"></p>' for number in range(3000))
    links = "".join(f'\n<a href="#nmber-{number}">x</a>' for number in range(3000))
    found = faults({"index.html": ids + links})
    assert len(found) == 3000
    assert 0 < sum("did you mean 'number-" in fault for fault in found) < 1000
