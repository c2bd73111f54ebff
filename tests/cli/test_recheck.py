"""`recheck`: what became of the sources of an explainer, which a server on this machine serves and alters."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from standfirst.cli import main
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE
from tests.explainers import SETTINGS, files_in
from tests.loopback import HTML, Reply, Web, web
from tests.written_copies import column, pdf_of

# What each page says, of which its source is cited with the first and last words of the second paragraph.
PARAGRAPHS = (
    "The harbour master of {name} closed the pier on 3 March 2025, after a diver had found that two piles were hollow.",
    "In {name} the boat had carried 213 passengers and a café’s worth of chairs, the company said on Monday evening.",
    "Both say that the line will be opened again in the summer, if the piles can be had by then and it does not rain.",
)
CITED = "In {name} the boat … on Monday evening"
NAMES = (
    "altered", "disallowed", "encoded", "hidden", "markup", "moved", "pdf", "removed", "same", "silent", "walled",
)  # fmt: skip
PAID = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
FIRST = ("recheck", "--pause", "0", "--timeout", "0.3", "--today", "2026-04-26")
LATER = (*FIRST[:-1], "2026-05-03")


def page(name: str, paragraphs: tuple[str, ...] = PARAGRAPHS, charset: str = "utf-8", end: str = "</p>\n<p>") -> Reply:
    text = end.join(each.format(name=name) for each in paragraphs)
    html = (
        f'<!doctype html><html lang="en"><head><meta charset="{charset}"><title>Pier of {name}</title></head><body>'
        f'<nav><a href="/">Home</a></nav><article><h1>Pier of {name}</h1><p>{text}</p></article></body></html>'
    )
    return Reply(html.encode(charset), {"Content-Type": f"text/html; charset={charset}"})


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A host with a page for each source, a PDF for one of them."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with web() as found:
        found.replies |= {f"/{name}": page(name) for name in NAMES}
        found.replies["/pdf"] = document(PARAGRAPHS)
        yield found


def document(paragraphs: tuple[str, ...]) -> Reply:
    # What the fonts of these PDFs have no letters for is written without.
    plain = [each.format(name="pdf").replace("é", "e").replace("’", "'") for each in paragraphs]
    lines = [line for number, each in enumerate(plain) for line in column(each, 50, 700 - 100 * number, 400)]
    body = pdf_of(lines)
    return Reply(body, {"Content-Type": "application/pdf"})


@pytest.fixture
def content(tmp_path: Path, there: Web) -> Path:
    """An explainer with a term for each source, and one source that has no address."""
    folder = tmp_path / "content"
    (folder / "facts").mkdir(parents=True)
    (folder / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    terms = [
        f"  {name}: {{name: Boat of {name}, summary: A boat, cite: {{{name}: {json.dumps(CITED.format(name=name))}}}}}"
        for name in NAMES
    ]
    sources = [f"  {name}: {{title: Pier of {name}, url: '{there.address}/{name}'}}" for name in NAMES]
    lines = ("terms:", *terms, "sources:", "  letter: {title: A letter}", *sources, "")
    (folder / "facts" / "facts.yaml").write_text("\n".join(lines), encoding="utf-8")
    return folder


def alter(there: Web) -> None:
    """Alter the pages in ten ways, and one not at all."""
    first, second, third = PARAGRAPHS
    there.replies |= {
        "/altered": page("altered", (first, second.replace("213", "264"), third)),
        "/removed": page("removed", (first, third, third)),
        "/moved": Reply(headers={"Location": "/new"}, status=301),
        "/new": page("moved"),
        "/hidden": Reply(b"no", status=404),
        "/walled": Reply(b"no", status=403),
        "/silent": Reply(b"late", delay=1),
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /dis*ed\n", {"Content-Type": "text/plain"}),
        "/encoded": page("encoded", charset="windows-1252"),
        "/markup": page("markup", end="<br>\n\n\n<b> </b>"),
        "/pdf": document((first, "Something else is told here, of which nobody ever cited a single word.", third)),
    }


def test_each_of_ten_alterations_is_told_and_noted_as_what_it_is(
    content: Path, there: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*FIRST, "--content", str(content)]) == DONE
    capsys.readouterr()
    facts = files_in(content / "facts")
    alter(there)
    assert main([*LATER, "--content", str(content)]) == PROBLEMS
    said, problems = capsys.readouterr()
    assert said.splitlines() == [
        "altered: changed",
        "disallowed: not-allowed",
        "encoded: same",
        "hidden: unreachable",
        "letter: no address",
        "markup: same",
        f"moved: moved to {there.address}/new",
        "pdf: changed",
        "removed: changed",
        "same: same",
        "silent: unreachable",
        "walled: walled",
    ]
    assert (
        "facts.yaml:2:69: “In altered the boat … on Monday evening” no longer stands as it did in 'altered', at "
        f"{there.address}/altered; there it now says “In altered the boat had carried 264 passengers and a café"
    ) in problems
    assert "“In removed the boat … on Monday evening” no longer stands in 'removed'" in problems
    assert problems.rstrip().endswith("sources.checked.")
    assert files_in(content / "facts") == facts
    assert set(there.agents) == {there.agents[0]}
    assert there.agents[0].startswith("Standfirst-recheck/")
    assert there.agents[0].endswith("; +https://example.org/)")


def test_where_nothing_changed_but_the_day_only_the_day_changes(content: Path, there: Web) -> None:
    alter(there)
    noted = content / "sources.checked"
    only = [word for name in ("encoded", "hidden", "moved", "removed", "walled") for word in ("--only", name)]
    main([*FIRST, *only, "--content", str(content)])
    before = noted.read_text(encoding="utf-8")
    main([*LATER, *only, "--content", str(content)])
    after = noted.read_text(encoding="utf-8")
    assert after == before.replace("checked: 2026-04-26", "checked: 2026-05-03") != before


def test_one_source_is_looked_at_alone_and_what_is_known_of_others_stays(
    content: Path, there: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*FIRST, "--only", "same", "--only", "altered", "--content", str(content)]) == DONE
    before = (content / "sources.checked").read_text(encoding="utf-8")
    alter(there)
    there.asked.clear()
    assert main([*LATER, "--only", "same", "--content", str(content)]) == DONE
    assert there.asked == ["/robots.txt", "/same"]
    after = (content / "sources.checked").read_text(encoding="utf-8")
    assert [line for line in after.split("\n") if line not in before.split("\n")] == ["  checked: 2026-05-03"]
    assert main([*LATER, "--only", "sane", "--content", str(content)]) == WRONG_USAGE
    assert "did you mean 'same'" in capsys.readouterr().err


def test_a_copy_at_hand_is_what_the_address_is_compared_with(
    content: Path, there: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "sources").mkdir()
    (content / "sources" / "altered.html").write_bytes(page("altered").body)
    alter(there)
    assert main([*FIRST, "--only", "altered", "--content", str(content)]) == PROBLEMS
    assert "there it now says “boat had carried 264 passengers and a”" in capsys.readouterr().err


def test_what_was_seen_is_told_to_programs(content: Path, there: Web, capsys: pytest.CaptureFixture[str]) -> None:
    there.replies["/hidden"] = Reply(b"no", HTML, status=404)
    command = (*FIRST, "--only", "hidden", "--only", "letter", "--content", str(content), "--format")
    assert main([*command, "json"]) == PROBLEMS
    day = {"checked": "2026-04-26", "since": "2026-04-26", "url": f"{there.address}/hidden"}
    assert json.loads(capsys.readouterr().out) == {
        "hidden": {"state": "unreachable", **day, "why": "the server answers 404, Not Found"},
        "letter": {"state": "no-address"},
    }
    assert main([*command, "github"]) == PROBLEMS
    assert capsys.readouterr().err.startswith("::error file=")


def test_a_host_is_visited_after_a_pause_that_its_robots_txt_may_ask_for(content: Path, there: Web) -> None:
    rules = b"User-agent: standfirst\nCrawl-delay: 0.2\nDisallow: /walled\n"
    # Nobody reads more than the beginning of it.
    there.replies["/robots.txt"] = Reply(rules + b"# and so on\n" * 60_000)
    only = [word for name in ("same", "moved", "walled") for word in ("--only", name)]
    start = time.monotonic()
    assert main([*FIRST, *only, "--content", str(content)]) == DONE
    assert time.monotonic() - start > 0.4
    assert sorted(there.asked) == ["/moved", "/robots.txt", "/same"]


def test_a_page_that_hides_its_text_has_not_changed_as_far_as_anybody_knows(
    content: Path, there: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    first, _, third = PARAGRAPHS
    (content / "sources").mkdir()
    (content / "sources" / "pdf.pdf").write_bytes(there.replies["/pdf"].body)
    closed = page("hidden", (first, third, third)).body.decode().replace("<head>", f"<head>{PAID}")
    there.replies |= {
        "/hidden": Reply(closed.encode()),
        "/walled": Reply(b"<!doctype html><title>Pier</title><p>Please turn on JavaScript.</p>"),
        "/pdf": page("landing"),
    }
    only = [word for name in ("hidden", "walled", "pdf") for word in ("--only", name)]
    assert main([*FIRST, *only, "--content", str(content)]) == DONE
    said, notes = capsys.readouterr()
    assert said.split() == ["hidden:", "walled", "pdf:", "walled", "walled:", "walled"]
    for why in ("not everybody sees all of it", "it is a document with pages", "the page has 4 words"):
        assert why in notes


def test_where_nobody_can_tell_what_a_host_allows_nothing_is_visited(
    content: Path, there: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    there.replies["/robots.txt"] = Reply(b"", status=503)
    assert main([*FIRST, "--only", "same", "--content", str(content)]) == PROBLEMS
    assert there.asked == ["/robots.txt"]
    assert "cannot be reached at " in capsys.readouterr().err
