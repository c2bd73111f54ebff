"""`source add`: a copy and a record from an address or a file, and an archive that is asked."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from standfirst.cli import main
from standfirst.reading.folders import display_path
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run
from tests.explainers import SITES, files_in
from tests.loopback import Reply, Web, web

PAGE = """\
<!doctype html><html lang="en"><head><title>Pier shut</title>
<meta property="og:site_name" content="The Arle Courier"><meta name="date" content="2025-03-04"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Pier shut</h1>
<p>The harbour master closed the pier on 3 March 2025, after a diver had found that two piles were hollow.</p>
<p>The company that runs the ferry says that it learnt of it from the radio, and that nobody had asked it.</p>
<p>Both say that the line will be opened again in the summer, if the piles can be had by then.</p>
</article></body></html>
"""
COPY = {"available": True, "url": "https://archive.example/pier", "timestamp": "20250305000000", "status": "200"}
NAME = "arle-courier-pier-shut"
# By what is not installed.
WHY_NOT = {
    "trafilatura": "'trafilatura' is not installed here",
    "lxml_html_clean": "a package cannot be loaded here (lxml.html.clean module is now a separate project",
}


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A site with one page that has moved, and an archive that has a copy of it."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with web() as found:
        found.replies["/old"] = Reply(headers={"Location": "/pier"}, status=301)
        found.replies["/pier"] = Reply(PAGE.encode())
        found.replies["/available"] = Reply(json.dumps({"archived_snapshots": {"closest": COPY}}).encode())
        yield found


def test_a_page_becomes_a_copy_and_a_record_that_builds_as_a_draft(
    run: Run, content: Path, there: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = f"{there.address}/available"
    assert run("schema") == DONE
    assert run("source", "add", f"{there.address}/old", "--accessed", "2025-03-07", "--archive", archive) == DONE
    said = capsys.readouterr().out.partition("site.json\n")[2]
    assert f'"{NAME}"' in (content / "schema" / "ids.json").read_text(encoding="utf-8")
    assert f"It has moved to {there.address}/pier." in said
    assert "An archive has a copy of 2025-03-05: https://archive.example/pier" in said
    assert said.endswith("Nothing was found for these keys; add what you know:\n    authors: []\n    kind:\n")
    assert (content / "facts" / f"source-{NAME}.yaml").read_text(encoding="utf-8").split("\n\n")[1] == (
        "sources:\n"
        "  # Not found: authors, kind. Add what you know.\n"
        f"  {NAME}:\n"
        "    draft: true\n"
        "    title: Pier shut\n"
        "    publisher: The Arle Courier\n"
        f"    url: {there.address}/pier\n"
        "    archive_url: https://archive.example/pier\n"
        "    published: 2025-03-04\n"
        "    accessed: 2025-03-07\n"
        "    language: en\n"
    )
    assert (content / "sources" / f"{NAME}_files" / "page.html").read_text(encoding="utf-8") == PAGE
    capsys.readouterr()
    assert run("cite", "two piles were hollow", "--source", NAME) == DONE
    assert run("check", "--drafts", "--no-cache") == DONE


@pytest.mark.parametrize(
    ("own", "noted"), [("{}/printed", "/printed"), ("{}/in two", "/in%20two"), ("{}/", "/pier"), ("https://[", "/pier")]
)
def test_a_record_names_the_address_that_a_page_calls_its_own_where_that_is_one(
    own: str, noted: str, run: Run, content: Path, there: Web
) -> None:
    head = (
        f'<link rel="canonical" href="{own.format(there.address)}"><meta property="og:title" content="Pier &#8;shut">'
    )
    there.replies["/pier"] = Reply(PAGE.replace("<title>", f"{head}<title>").encode())
    assert run("source", "add", f"{there.address}/pier", "--no-archive") == DONE
    record = (content / "facts" / f"source-{NAME}.yaml").read_text(encoding="utf-8")
    assert "title: Pier shut\n" in record
    assert f"url: {there.address}{noted}\n" in record
    assert run("check", "--drafts", "--no-cache") == DONE


def test_a_source_that_is_there_is_told_and_nothing_is_written(
    run: Run, content: Path, there: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("source", "add", f"{there.address}/pier", "--no-archive") == DONE
    before, asked = files_in(content), len(there.asked)
    assert run("source", "add", f"{there.address}/pier/", "--no-archive") == WRONG_USAGE
    assert f"it is the source '{NAME}'" in capsys.readouterr().err
    assert run("source", "add", f"{there.address}/old", "--no-archive") == WRONG_USAGE
    assert run("source", "add", f"{there.address}/pier?page=2", "--id", "report", "--no-archive") == WRONG_USAGE
    assert files_in(content) == before
    assert "/available" not in there.asked
    assert there.asked[asked] == "/old"


def test_what_a_source_has_as_its_copy_is_no_other_source(
    run: Run, content: Path, tmp_path: Path, there: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page, and a document that is kept as it came."""
    pdf = SITES / "paged" / "content" / "sources" / "inquiry.pdf"
    shutil.copy(pdf, tmp_path / "one.pdf")
    shutil.copy(pdf, tmp_path / "other.pdf")
    there.replies["/printed"] = there.replies["/pier"]
    for first, again, name, ending in (
        (f"{there.address}/pier", f"{there.address}/printed", NAME, "html"),
        (str(tmp_path / "one.pdf"), str(tmp_path / "other.pdf"), "one", "pdf"),
    ):
        chosen = () if name == NAME else ("--id", name)
        assert run("source", "add", first, *chosen, "--no-archive") == DONE
        before = files_in(content)
        assert run("source", "add", again, "--id", "again", "--no-archive") == WRONG_USAGE
        said = capsys.readouterr().err
        same = f"the copy of '{name}' is the same, byte for byte ({display_path(content)}/sources/{name}.{ending})"
        assert f" is there already: {same}; cite '{name}'\n" in said
        assert files_in(content) == before
    loose = content / "sources" / "loose.txt"
    loose.write_text("A copy that has no record yet.\n", encoding="utf-8")
    assert run("source", "add", str(loose), "--id", "again", "--no-archive") == WRONG_USAGE
    assert capsys.readouterr().err.endswith("; write the record of 'loose'\n")


def test_a_source_that_has_a_record_gets_its_copy_and_keeps_its_record(run: Run, content: Path, there: Web) -> None:
    record = content / "facts" / "pier.yaml"
    record.write_text(f"sources:\n  pier: {{url: '{there.address}/pier', title: T}}\n", encoding="utf-8")
    facts = files_in(content / "facts")
    assert run("source", "add", f"{there.address}/pier", "--no-archive") == DONE
    assert (content / "sources" / "pier.html").exists()
    assert files_in(content / "facts") == facts


def test_a_file_becomes_a_copy_without_asking_the_web(
    run: Run, content: Path, tmp_path: Path, there: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(PAGE, encoding="utf-8")
    assert run("source", "add", str(saved), "--id", "saved", "--no-archive") == DONE
    assert "accessed:\n" in capsys.readouterr().out
    assert "accessed" not in (content / "facts" / "source-saved.yaml").read_text(encoding="utf-8").split("saved:")[1]
    assert there.asked == []


def test_what_cannot_be_fetched_or_read_is_told_and_nothing_is_written(
    run: Run, content: Path, there: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(content)
    assert run("source", "add", f"{there.address}/none") == WRONG_USAGE
    assert "the server answers 404" in capsys.readouterr().err
    assert run("source", "add", "file:///etc/hostname") == WRONG_USAGE
    assert run("source", "add", "missing.html", "--no-archive") == PROBLEMS
    there.replies["/bad"] = Reply(b"<html><p>caf\xe9 \xff", {"Content-Type": "text/html"})
    capsys.readouterr()
    assert run("source", "add", f"{there.address}/bad", "--no-archive") == PROBLEMS
    assert f"{there.address}/bad:1:1: this page is not UTF-8" in capsys.readouterr().err
    assert files_in(content) == before


def test_an_archive_that_does_not_answer_keeps_nothing_from_being_added(
    run: Run, content: Path, there: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("source", "add", f"{there.address}/pier", "--archive", f"{there.address}/none") == DONE
    assert "Whether an archive has a copy is not known: the server answers 404" in capsys.readouterr().out
    assert (content / "sources" / f"{NAME}.html").exists()


@pytest.mark.parametrize("lacking", WHY_NOT)
def test_where_the_main_text_cannot_be_told_apart_it_says_what_to_install(
    lacking: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for loaded in [name for name in sys.modules if re.match(r"trafilatura|justext|lxml[._]html[._]clean", name)]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, lacking, None)
    saved = tmp_path / "saved.html"
    saved.write_text(PAGE, encoding="utf-8")
    assert run("source", "add", str(saved), "--no-archive") == DONE
    said = capsys.readouterr().out
    lacks = f"standfirst[web], of which {WHY_NOT[lacking]}"
    assert f"The copy is the page as it came: to tell its main text apart needs {lacks}" in said
    assert "; run `pip install 'standfirst[web]'`.\n" in said


def test_without_content_it_is_the_project_s_in_whose_folder_the_command_is_given(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content.parent)
    Path("saved.html").write_text(PAGE, encoding="utf-8")
    assert main(["source", "add", "saved.html", "--no-archive"], home=Path(), prog="standfirst") == DONE
    assert (content / "sources" / f"{NAME}.html").exists()
