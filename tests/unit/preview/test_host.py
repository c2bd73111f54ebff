"""How a host answers: short addresses, the 404 page, headers and redirects."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from standfirst.outputs.artifact import ReadyFiles
from standfirst.preview.host import HostRules, answer, rules_of_site
from standfirst.preview.netlify_file import netlify_rules
from standfirst.reading.files import InputFile
from tests.explainers import ROOT

BODIES = {
    "index.html": b"home",
    "actors/haftar.html": b"haftar",
    "data/index.html": b"data",
    "404.html": b"none",
    "assets/site.css": b"css",
    "_headers": b"/*\n  X-Robots-Tag: noindex\n/assets/*\n  X-Kind: asset\n",
    "_redirects": b"/actors/old.html /actors/haftar 301!\n/actors/old /actors/haftar 301!\n",
}
FILES = ReadyFiles(BODIES)
NO_RULES = HostRules()


def rules_of(text: str) -> HostRules:
    return netlify_rules(InputFile("netlify.toml", text))


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/", b"home"),
        ("/index.html", b"home"),
        ("/index", b"home"),
        ("/actors/haftar", b"haftar"),
        ("/actors/haftar.html", b"haftar"),
        ("/data/", b"data"),
        ("/data", b"data"),
    ],
)
def test_an_address_names_its_file_with_or_without_its_ending_or_a_folder(path: str, body: bytes) -> None:
    found = answer(path, FILES, NO_RULES)
    assert (found.status, found.body) == (HTTPStatus.OK, body)


@pytest.mark.parametrize("path", ["/no", "/actors/", "/../index.html", "/_headers", "/_redirects", "//", ""])
def test_what_is_not_there_is_answered_with_the_404_page(path: str) -> None:
    found = answer(path, ReadyFiles({route: body for route, body in BODIES.items() if route != "index.html"}), NO_RULES)
    assert (found.status, found.body) == (HTTPStatus.NOT_FOUND, b"none")


@pytest.mark.parametrize("file", ["netlify.toml", "generator/standfirst/new_project/netlify.toml"])
def test_files_of_an_earlier_day_are_sent_as_those_of_today(file: str) -> None:
    rules = rules_of((ROOT / file).read_text(encoding="utf-8"))
    for path in ("/", "/index.html", "/assets/site.css", "/data/facts.json", "/data/explainer.htm"):
        then = answer(f"/as-of/2026-05-12{path}", FILES, rules).headers
        assert {**then, "Content-Type": ""} == {**answer(path, FILES, rules).headers, "Content-Type": ""}


def test_of_two_rules_for_one_header_the_later_is_sent() -> None:
    rules = rules_of(
        '[[headers]]\nfor = "/*"\n[headers.values]\nA = "1"\nB = """1;\n  2"""\n'
        '[[headers]]\nfor = "/assets/*"\n[headers.values]\nB = "2"\n'
    )
    assert answer("/assets/site.css", FILES, rules).headers == {
        "Content-Type": "text/css; charset=utf-8",
        "A": "1",
        "B": "2",
    }
    assert answer("/", FILES, rules).headers["B"] == "1; 2"


def test_a_site_brings_rules_of_its_own() -> None:
    rules = rules_of_site(FILES)
    assert answer("/", FILES, rules).headers["X-Robots-Tag"] == "noindex"
    assert "X-Kind" not in answer("/", FILES, rules).headers
    assert answer("/assets/site.css", FILES, rules).headers["X-Kind"] == "asset"
    assert answer("/actors/old", FILES, rules).headers == {"Location": "/actors/haftar"}
    assert answer("/actors/old", FILES, rules).status == HTTPStatus.MOVED_PERMANENTLY


def test_a_redirect_that_is_not_forced_yields_to_a_file() -> None:
    text = '[[redirects]]\nfrom = "{}"\nto = "/data/"\nstatus = 302\nforce = {}\n'
    assert answer("/index.html", FILES, rules_of(text.format("/index.html", "false"))).body == b"home"
    assert answer("/index.html", FILES, rules_of(text.format("/index.html", "true"))).status == HTTPStatus.FOUND
    assert answer("/none", FILES, rules_of(text.format("/none", "false"))).status == HTTPStatus.FOUND


@pytest.mark.parametrize(
    ("source", "target", "path", "leads"),
    [
        ("/old/*", "/new/:splat", "/old/a/b", "/new/a/b"),
        ("/old/*", "/", "/old/", "/"),
        ("/:year/:name", "/of/:name/:year", "/1969/launch", "/of/launch/1969"),
        ("/a.b/*", "https://example.org/:splat", "/a.b/c", "https://example.org/c"),
    ],
)
def test_a_redirect_may_be_about_many_addresses(source: str, target: str, path: str, leads: str) -> None:
    rules = rules_of(f'[[redirects]]\nfrom = "{source}"\nto = "{target}"\n')
    assert answer(path, FILES, rules).headers == {"Location": leads}
    assert answer("/a-b/c/d", FILES, rules).status == HTTPStatus.NOT_FOUND


def test_a_redirect_that_redirects_nobody_sends_another_file() -> None:
    text = '[[redirects]]\nfrom = "/*"\nto = "{}"\nstatus = {}\n'
    found = answer("/none", FILES, rules_of(text.format("/index.html", 200)))
    assert (found.status, found.body) == (HTTPStatus.OK, b"home")
    gone = answer("/none", FILES, rules_of(text.format("/index", 410)))
    assert (gone.status, gone.body) == (HTTPStatus.GONE, b"home")
    assert answer("/none", FILES, rules_of(text.format("/nowhere", 200))).status == HTTPStatus.NOT_FOUND


def test_an_address_that_leads_on_is_quoted() -> None:
    rules = rules_of('[[redirects]]\nfrom = "/old/*"\nto = "/new/:splat?a=b%20c#d"\n')
    assert answer("/old/مصر", FILES, rules).headers["Location"] == "/new/%D9%85%D8%B5%D8%B1?a=b%20c#d"
