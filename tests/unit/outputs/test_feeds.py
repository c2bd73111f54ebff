"""The feeds say in two formats what the page of updates says."""

from __future__ import annotations

import functools
import json
import re
from typing import Any

import lxml.etree
import lxml.html
import pytest

from standfirst.model import Drafts
from tests.explainers import content, made, read_site

AT = "https://example.org/ferry/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@functools.cache
def full() -> dict[str, str]:
    return made(read_site("full"))


def atom(files: dict[str, str]) -> Any:
    return lxml.etree.fromstring(files["feed.xml"].encode())


def items(files: dict[str, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files["feed.json"])["items"]
    return found


def head(page: str, path: str) -> list[str]:
    found: list[str] = lxml.html.fromstring(page).xpath(f"/html/head/{path}")
    return found


# ---------------------------------------------------------------- feeds


def test_the_updates_come_newest_first_and_the_explainer_itself_last() -> None:
    assert [(item["id"], item["date_published"][:10]) for item in items(full())] == [
        (f"{AT}updates.html#letter", "2025-03-14"),
        (f"{AT}updates.html#fewer", "2025-03-13"),
        (f"{AT}updates.html#spelling", "2025-03-12"),
        (AT, "2025-03-10"),
    ]


def test_each_entry_leads_to_a_place_that_is_there() -> None:
    for item in items(full())[:-1]:
        route, _, anchor = item["url"].removeprefix(AT).partition("#")
        assert lxml.html.fromstring(full()[route]).xpath("//*[@id=$name]", name=anchor)


def test_both_formats_say_the_same() -> None:
    entries = atom(full()).findall("a:entry", ATOM)
    names = {"id": "id", "title": "title", "content_text": "content"}
    names |= {"date_published": "published", "date_modified": "updated"}
    told = [{key: entry.findtext(f"a:{name}", "", ATOM) for key, name in names.items()} for entry in entries]
    # Atom has one content, JSON Feed may have it both ways.
    said = [{key: item[key] for key in names} | {"content_text": _content(item)} for item in items(full())]
    assert told == said
    authors = [[name.text for name in entry.findall("a:author/a:name", ATOM)] for entry in entries]
    assert authors == [[author["name"] for author in item["authors"]] for item in items(full())]
    assert authors[3] == ["Ada Writer", "Ben Editor"]
    assert authors[2] == ["Ada Writer"]


def _content(item: dict[str, Any]) -> str:
    return str(item.get("content_html", item["content_text"]))


def test_what_an_update_changed_is_told_in_words_and_leads_to_the_facts() -> None:
    spelling = items(full())[2]
    assert spelling["content_text"].replace("\xa0", " ").splitlines()[1:] == [
        "Salma al-Barqi (Name): Before: Salma al-Barky; Now: Salma al-Barqi",
        "… on the last boat (Number): Before: 200 passengers; Now: 213 passengers",
        "… on the last boat (What it rests on): Added: Ferry stops as pier is closed: “had carried 213 passengers”",
        "A storm wrecks the pier: Withdrawn",
        "A storm wrecks the pier (Date): Before: 28 February 2025; Now: March 2025",
        "The last boat leaves: New",
    ]
    page = lxml.html.fromstring(spelling["content_html"])
    assert page.xpath("string(//dl/dd[1]/del)") == "Salma al-Barky"
    assert page.xpath("string(//dl/dd[2]/ins)") == "Salma al-Barqi"
    for address in page.xpath("//a/@href"):
        route, _, anchor = address.removeprefix(AT).partition("#")
        assert not anchor or lxml.html.fromstring(full()[route]).xpath("//*[@id=$name]", name=anchor)
    kinds = [entry.get("type") for entry in atom(full()).iterfind("a:entry/a:content", ATOM)]
    assert kinds == [None, None, "html", None]


@pytest.mark.parametrize(
    ("language", "direction", "between"), [("en", "ltr", "; "), ("fr", "ltr", "\xa0; "), ("ar", "rtl", "؛ ")]
)
def test_what_changed_is_punctuated_and_runs_as_the_language_does(language: str, direction: str, between: str) -> None:
    told = "changes: [{fact: 'figure:killed', key: value, before: 213, after: “264” (UN)}]"
    update = f"  u: {{date: 2025-01-05, kind: update, text: A., {told}}}\n"
    facts = "figures:\n  killed: {value: 264, label: k, uncited: x}\nupdates:\n" + update
    (entry, _) = items(made(content(facts, language=language)))
    assert f" 213{between}" in entry["content_text"].replace("\u202f", "\xa0")
    assert entry["content_html"].startswith(f'<div dir="{direction}"><p>A.</p><dl>')
    assert "<ins><bdi>“264” (UN)</bdi></ins>" in entry["content_html"]


def test_every_entry_has_an_id_of_its_own_and_times_as_rfc_3339_writes_them() -> None:
    feed = atom(full())
    ids = [each.text for each in feed.iter("{http://www.w3.org/2005/Atom}id")]
    assert len(ids) == len(set(ids)) == 5
    times = [each.text or "" for name in ("updated", "published") for each in feed.iterfind(f".//a:{name}", ATOM)]
    assert len(times) == 9
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", time) for time in times)


def test_a_correction_says_in_its_title_that_it_is_one() -> None:
    assert items(full())[2]["title"].startswith("Correction: The harbour master’s name was misspelt")
    assert items(full())[2]["content_text"].startswith("The harbour master’s name was misspelt; see her page.\n")


def test_a_feed_names_itself_its_language_and_the_day_of_its_latest_change() -> None:
    feed = atom(full())
    assert feed.findtext("a:id", "", ATOM) == f"{AT}feed.xml"
    assert feed.findtext("a:updated", "", ATOM) == "2025-03-14T00:00:00Z"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert [link.get("href") for link in feed.findall("a:link", ATOM)] == [f"{AT}feed.xml", AT]
    assert json.loads(full()["feed.json"])["feed_url"] == f"{AT}feed.json"


def test_a_feed_without_updates_tells_of_the_explainer_alone_and_always_has_an_author() -> None:
    files = made(content())
    (entry,) = atom(files).findall("a:entry", ATOM)
    assert entry.findtext("a:author/a:name", "", ATOM) == "What happened?"
    assert entry.findtext("a:updated", "", ATOM) == "2025-01-02T00:00:00Z"
    assert len(items(files)) == 1


def test_what_looks_like_markup_stays_text() -> None:
    facts = 'updates:\n  a: {date: 2025-02-01, kind: correction, text: "1 < 2 & \\"3\\" ]]> [](actor:ann)"}\n'
    facts += "actors:\n  ann: {name: A & B, kind: person, summary: S., uncited: x}\n"
    files = made(content(facts))
    assert atom(files).findall("a:entry", ATOM)[0].findtext("a:content", "", ATOM) == "1 < 2 & “3” ]]> A & B"


def test_a_preview_of_drafts_has_no_feeds_and_names_none() -> None:
    files = made(read_site("full"), drafts=Drafts.SHOW)
    assert not {"feed.xml", "feed.json"} & files.keys()
    assert "feed.xml" not in files["updates.html"]


def test_every_page_and_the_page_of_updates_lead_to_both_feeds() -> None:
    up = {"index.html": "", "actors/reed.html": "../", "404.html": "/ferry/"}
    for route, start in up.items():
        found = head(full()[route], "link[@rel='alternate']/@href")
        assert found == [f"{start}feed.xml", f"{start}feed.json"]
    (follow,) = lxml.html.fromstring(full()["updates.html"]).xpath("//main/p[a[@href='feed.xml']]")
    assert "feed.json" in follow.xpath("a/@href")
