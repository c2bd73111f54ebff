"""The explainer as it stood: `--as-of` by itself, and the days that `as_of` names, in the site of today."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import lxml.etree
import lxml.html
import pytest

from standfirst.cli import main
from standfirst.history.git import Commit, History
from standfirst.history.past_content import read_content_at
from standfirst.model.addresses import BOOK, CALENDAR, ONE_FILE
from standfirst.past_days import days
from standfirst.reading.files import ContentFiles
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run
from tests.explainers import PNG, ROOT, files_in
from tests.repositories import Repository

SETTINGS = """\
title: {title}
standfirst: It is.
language: en
base_url: https://example.org/sub/
published: 2025-01-02
facts_as_of: 2026-05-01
contact: desk@example.org
embeds: [actor]
"""
PERSON = "kind: person, summary: One of them., uncited: made up"
EVE = f"  eve: {{name: Eve, {PERSON}}}\n"
ACTORS = f"actors:\n  ada: {{name: Ada, {PERSON}}}\n  bob: {{name: Bob, {PERSON}}}\n{EVE}"
HELD = "places:\n  port: {name: Zyzzyva, publish_at: 2026-05-13T00:00Z}\n"
SECTION = "---\ntitle: Part\n---\nA picture: ![Nothing much](images/a%20b.png) of Ada.\n"
THEN, NOW = "2026-05-10T12:00:00Z", "2026-05-20T12:00:00Z"
DAY = "2026-05-12"
FOLDER = f"as-of/{DAY}/"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An explainer that was committed twice; since then Bob has another id, and Eve is gone."""
    repository = Repository.at(tmp_path)
    facts = "content/facts/facts.yaml"
    files: dict[str, str | bytes] = {
        "content/site.yaml": SETTINGS.format(title="What was it?"),
        facts: ACTORS + HELD,
        "content/sections/1-part.md": SECTION,
        "content/images/a b.png": PNG,
    }
    repository.commit(THEN, files)
    actors = ACTORS.replace("bob: {", "robert: {former_ids: [bob], ").replace(EVE, "")
    repository.commit(NOW, {"content/site.yaml": SETTINGS.format(title="What is it?"), facts: actors + HELD})
    return repository


@pytest.fixture
def content(repository: Repository) -> Path:
    return repository.folder / "content"


def name_days(content: Path, *named: str) -> None:
    with open(content / "site.yaml", "a", encoding="utf-8") as settings:
        settings.write(f"as_of: [{', '.join(named)}]\n")


def head_of(files: dict[str, bytes], route: str) -> tuple[str, str, str]:
    """Return what a page declares canonical, where it says that today's page lies, and which day it says it shows."""
    page = lxml.html.document_fromstring(files[route])
    [canonical], [banner] = page.xpath("//link[@rel='canonical']/@href"), page.xpath("//aside[@class='past']")
    assert banner.getprevious().get("class") == "skip"
    assert "12 May 2026" in banner.text_content()
    return canonical, banner.xpath(".//a/@href")[0], banner.xpath(".//time/@datetime")[0]


def dead_links(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    for route, body in files.items():
        if route.endswith(".html") and route != "404.html":
            page = lxml.html.document_fromstring(body)
            sizes = [each.split()[0] for found in page.xpath("//@srcset") for each in found.split(", ")]
            for href in [*page.xpath("//@href | //@src"), *sizes]:
                parts = urlsplit(href)
                to = normpath(join(dirname(route), unquote(parts.path))) if parts.path else route
                if not parts.scheme and to not in files:
                    yield route, href


def test_a_day_is_built_as_it_stood_and_every_page_says_so(run: Run, output: Path) -> None:
    assert run("build", "--as-of", DAY) == DONE
    files = files_in(output)
    pages = {route for route in files if route.endswith(".html")}
    assert {"index.html", "actors/bob.html", "actors/eve.html", "search.html", "data.html"} <= pages
    assert not {"404.html", "feed.xml", "feed.json", "sitemap.xml", "robots.txt", "_redirects"} & files.keys()
    assert not [route for route in files if route.startswith(("embed/", "assets/card")) or b"Zyzzyva" in files[route]]
    assert b"What was it?" in files["index.html"]
    assert {head_of(files, route)[2] for route in pages} == {DAY}
    whole = lxml.html.document_fromstring(files["data/explainer.htm"])
    assert whole.xpath("string(//body/*[1])") == "This shows the explainer as it stood on 12 May 2026."
    assert "newer" not in whole.xpath("string(//footer)")
    # What has been read is marked on the pages of today.
    assert b'class="remember"' not in b"".join(files[route] for route in pages)
    today = "https://example.org/sub/"
    assert head_of(files, "index.html")[:2] == (today, today)
    assert head_of(files, "actors/bob.html")[0] == f"{today}actors/robert.html"
    assert list(dead_links(files)) == []


def test_days_that_are_named_stand_beside_today_and_lead_to_it(run: Run, content: Path, output: Path) -> None:
    name_days(content, "2026-05-21", DAY)
    assert run("build") == DONE
    files = files_in(output)
    assert list(dead_links(files)) == []
    updates = lxml.html.document_fromstring(files["updates.html"])
    assert updates.xpath("//a[starts-with(@href, 'as-of/')]/text()") == ["12 May 2026", "21 May 2026"]
    site = "https://example.org/sub/"
    assert {route: head_of(files, f"{FOLDER}{route}") for route in ("index.html", "actors/ada.html")} == {
        "index.html": (site, "../../index.html", DAY),
        "actors/ada.html": (f"{site}actors/ada.html", "../../../actors/ada.html", DAY),
    }
    # One that has another id now, and one that is gone.
    assert head_of(files, f"{FOLDER}actors/bob.html")[:2] == (
        f"{site}actors/robert.html",
        "../../../actors/robert.html",
    )
    assert head_of(files, f"{FOLDER}actors/eve.html")[:2] == (site, "../../../index.html")
    assert not [route for route in ("sitemap.xml", "feed.xml", "robots.txt") if b"as-of" in files[route]]
    then = {route.removeprefix(FOLDER) for route in files if route.startswith(FOLDER)}
    assert not {"404.html", "feed.xml", "sitemap.xml", "robots.txt", "images/a b.png"} & then
    assert not [route for route in then if b"Zyzzyva" in files[FOLDER + route]]
    assert b"Zyzzyva" in files["as-of/2026-05-21/places.html"]


def test_a_page_of_a_day_is_cited_and_described_as_that_of_the_day(run: Run, content: Path, output: Path) -> None:
    name_days(content, DAY)
    assert run("build") == DONE
    page = files_in(output)[f"{FOLDER}index.html"].decode()
    own = f"https://example.org/sub/{FOLDER}"
    assert f"As it stood on 12 May 2026. <bdi>{own}</bdi>" in page
    assert f'"@id":"{own}","name":"What was it?"' in page
    assert '"version":"2026-05-12","exampleOfWork":{"@id":"https://example.org/sub/"}' in page
    assert "application/atom+xml" not in page


def test_whatever_is_taken_from_a_day_says_in_its_title_which(run: Run, content: Path, output: Path) -> None:
    events = "events:\n  launch: {date: 2025-01-01, title: Launched, uncited: made up}\n"
    (content / "facts/more.yaml").write_text(events)
    assert run("build") == DONE
    today = files_in(output)
    Repository(content.parent).commit("2026-05-21T12:00:00Z")
    assert run("build", "--as-of", "2026-05-21") == DONE
    then = files_in(output)

    def titles(files: dict[str, bytes]) -> dict[str, str]:
        pages = {each: lxml.html.document_fromstring(files[each]) for each in ("index.html", "about.html", ONE_FILE)}
        with zipfile.ZipFile(io.BytesIO(files[BOOK])) as book:
            package = lxml.etree.fromstring(book.read("EPUB/package.opf"))
        calendar = files[CALENDAR].decode().replace("\r\n ", "")
        return {
            **{each: page.findtext(".//title") or "" for each, page in pages.items()},
            BOOK: package.findtext(".//{*}title") or "",
            CALENDAR: re.findall("X-WR-CALNAME:(.*)\r", calendar)[0],
        }

    assert titles(then) == {name: f"{title} – As it stood on 21 May 2026" for name, title in titles(today).items()}
    [title] = re.findall('"text": "(This shows .*)"', then["data/timelinejs.json"].decode())
    assert title == "This shows the explainer as it stood on 21 May 2026. It is."
    assert (b"REFRESH-INTERVAL" in today[CALENDAR], b"REFRESH-INTERVAL" in then[CALENDAR]) == (True, False)


def test_a_day_is_made_once_and_anew_when_today_has_another_page(
    run: Run, content: Path, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(*arguments: str) -> dict[str, bytes]:
        assert run("build", *arguments) == DONE
        return files_in(output)

    kept = ("--cache", str(tmp_path / "cache"))
    name_days(content, DAY)
    first = build(*kept)
    facts, section = content / "facts/facts.yaml", content / "sections/1-part.md"
    made: list[Commit] = []

    def noted(history: History, commit: Commit) -> ContentFiles:
        made.append(commit)
        return read_content_at(history, commit)

    monkeypatch.setattr(days, "read_content_at", noted)
    for path, text, anew in (
        (section, SECTION.replace("of Ada", "of nobody"), 0),
        (facts, facts.read_text().replace("actors:\n", f"actors:\n{EVE}"), 1),
        (section, SECTION, 0),
        (content / "site.yaml", (content / "site.yaml").read_text().replace("sub/", "sup/"), 1),
    ):
        path.write_text(text)
        made.clear()
        warm = build(*kept)
        assert len(made) == anew, path
        assert warm == build() != first


def test_a_day_is_in_the_cache_once_and_made_anew_where_it_is_lost_there(
    run: Run, content: Path, output: Path, tmp_path: Path
) -> None:
    kept = ("--cache", str(tmp_path / "cache"))
    name_days(content, DAY)
    assert run("build", *kept) == DONE
    (content / "sections/1-part.md").write_text(SECTION.replace("of Ada", "of nobody"))
    assert run("build", *kept) == DONE
    first = files_in(output)
    entries = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    [day] = [path for path in entries if f'data-shown-day="{DAY}"'.encode() in path.read_bytes()]
    assert run("build", *kept) == DONE
    assert files_in(output) == first
    day.unlink()
    assert run("build", *kept) == DONE
    assert files_in(output) == first
    assert day.exists()


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (f"{DAY}, {DAY}", "2026-05-12 is named twice; leave one out"),
        ("2999-01-01", "2999-01-01 is not over yet, in UTC; name a day once it is over"),
        ("2026-05-09", "nothing was committed yet on 2026-05-09: it begins on 2026-05-10"),
        ("soon", "'soon' is not"),
    ],
)
def test_a_day_that_cannot_be_shown_is_told_at_its_line(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str], named: str, said: str
) -> None:
    name_days(content, named)
    assert run("check") == PROBLEMS
    shown = capsys.readouterr().err
    assert said in shown
    assert "content/site.yaml:9:" in shown
    assert run("build") == PROBLEMS


def test_content_that_is_refused_today_is_told_with_its_commit_and_line(
    run: Run, content: Path, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    commit = repository.commit("2026-05-21T12:00:00Z", {"content/facts/more.yaml": "events:\n  launch: {date: soon}\n"})
    (content / "facts/more.yaml").unlink()
    name_days(content, "2026-05-21")
    place = f"{commit[:10]}:content/facts/more.yaml:2:"
    assert run("build") == PROBLEMS
    shown = " ".join(capsys.readouterr().err.split())
    assert place in shown
    assert "leave the day out, or see what it takes with `check --as-of 2026-05-21`" in shown
    assert run("check", "--as-of", "2026-05-21") == PROBLEMS
    assert place in capsys.readouterr().err


def test_a_day_of_which_git_lacks_a_file_is_not_shown_without_it(
    run: Run, content: Path, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 4\n"
    commit = repository.commit("2026-05-21T12:00:00Z", {"content/sections/2-more.md": pointer})
    (content / "sections/2-more.md").unlink()
    name_days(content, "2026-05-21")
    assert run("check") == PROBLEMS
    shown = " ".join(capsys.readouterr().err.split())
    assert f"content/site.yaml:9:9: {commit[:10]}:content/sections/2-more.md: Git LFS keeps this file" in shown
    assert "git lfs fetch --all`, or leave the day out" in shown


def test_days_that_were_named_then_are_of_no_matter(run: Run, content: Path, repository: Repository) -> None:
    name_days(content, "2026-05-21, 2020-01-01")
    repository.commit("2026-05-21T12:00:00Z")
    assert run("check", "--as-of", "2026-05-21") == DONE


def test_a_link_from_one_day_to_another_leads_there(
    run: Run, content: Path, output: Path, repository: Repository
) -> None:
    name_days(content, DAY)
    text = SECTION.replace("of Ada", f"of [Bob then]({FOLDER}actors/bob.html) and [then](as-of/2026-05-01/index.html)")
    repository.commit("2026-05-21T12:00:00Z", {"content/sections/1-part.md": text})
    assert run("build", "--as-of", "2026-05-21") == DONE
    (content / "sections/1-part.md").write_text(SECTION)
    settings = (content / "site.yaml").read_text(encoding="utf-8")
    (content / "site.yaml").write_text(settings.replace(f"[{DAY}]", f"[{DAY}, 2026-05-21]"), encoding="utf-8")
    assert run("build") == DONE
    dead = [("as-of/2026-05-21/index.html", "../../as-of/2026-05-01/index.html")]
    assert list(dead_links(files_in(output))) == dead


def test_what_today_alone_has_is_found_there_from_a_day_and_from_its_file_to_keep(
    run: Run, content: Path, output: Path, repository: Repository
) -> None:
    name_days(content, DAY, "2026-05-21")
    named = ("feed.xml", "embed/actor-ada.html", "actors/bob.html", f"{FOLDER}index.html")
    text = SECTION + "".join(f"[Here]({each}). " for each in named)
    repository.commit("2026-05-21T12:00:00Z", {"content/sections/1-part.md": text})
    assert run("check", "--as-of", "2026-05-21") == DONE
    (content / "sections/1-part.md").write_text(SECTION)
    assert run("build") == DONE
    day = files_in(output)
    page, kept = (lxml.html.document_fromstring(day[f"as-of/2026-05-21/{each}"]) for each in ("index.html", ONE_FILE))
    here = "//a[text()='Here']/@href"
    assert page.xpath(here) == [f"../../{each}" for each in named]
    assert kept.xpath(here) == [f"https://example.org/sub/{each}" for each in named]


def test_a_day_is_shown_even_where_today_has_errors(run: Run, content: Path, output: Path) -> None:
    (content / "facts/facts.yaml").write_text("actors: [")
    assert run("build", "--as-of", DAY) == DONE
    assert head_of(files_in(output), "actors/bob.html")[0] == "https://example.org/sub/actors/bob.html"


def test_a_preview_of_drafts_shows_no_days(run: Run, content: Path, output: Path) -> None:
    name_days(content, DAY)
    assert run("build", "--drafts") == DONE
    assert not [route for route, body in files_in(output).items() if "as-of/" in route or b"as-of/" in body]


def test_a_clone_without_its_history_says_how_to_fetch_it(
    content: Path, repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name_days(content, DAY)
    repository.commit(NOW)
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(clone))
    assert main(["check", "--content", str(clone / "content")]) == PROBLEMS
    shown = " ".join(capsys.readouterr().err.split())
    assert "content/site.yaml:9:9: the history that was fetched does not reach back to 2026-05-12; fetch the" in shown
    assert "fetch-depth: 0" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--as-of", "12 May"), "is not a day"),
        (("check", "--as-of", DAY, "--fix"), "--fix changes what is there today"),
        (("build", "--as-of", "2999-01-01"), "is not over yet"),
        (("build", "--as-of", "2026-01-01"), "nothing was committed yet"),
    ],
)
def test_what_cannot_be_shown_as_of_a_day_is_told(
    run: Run, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(*arguments) == WRONG_USAGE
    assert said in capsys.readouterr().err


def test_a_layout_of_ones_own_that_does_not_say_which_day_it_shows_is_told(
    run: Run, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    layout = (ROOT / "templates/layouts/page.html").read_text(encoding="utf-8")
    own = repository.folder / "templates/layouts/page.html"
    own.parent.mkdir(parents=True)
    own.write_text(layout.replace('{% include "partials/past.html" %}', ""), encoding="utf-8")
    assert run("check") == DONE
    assert run("check", "--as-of", DAY) == PROBLEMS
    assert "does not say that it shows 2026-05-12; include partials/past.html" in capsys.readouterr().err
