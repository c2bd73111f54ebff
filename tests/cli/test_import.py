"""`import`: what it writes, says and ends with; what it wrote builds at once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run

EVENTS = """\
When,Headline,Who,Cite
15 April 2019,A call,reed,letter: in January 2024
16 April 2019,Another,nobody,letter: no such words
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "Calls of April.csv"
    path.write_text(EVENTS, encoding="utf-8")
    return path


def test_a_table_becomes_drafts_that_build_at_once(
    run: Run, content: Path, output: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", str(table)) == DONE
    out, err = capsys.readouterr()
    written = content / "facts" / "calls-april.yaml"
    assert out == f"Wrote 2 events as drafts: {written}\n"
    assert err.splitlines() == [
        f"{table}:3:1: warning: row 3, cite: “no such words” does not stand in 'letter'; it is left out; "
        f"copy the words from {content}/sources/letter.html",
        f"{table}:3:23: warning: row 3, Who: there is no actor “nobody” here",
        "2 warnings; the rest was taken.",
    ]
    assert "actors: [reed]" in written.read_text(encoding="utf-8")
    assert run("build", "--drafts") == DONE
    assert "A call" in (output / "chronology.html").read_text(encoding="utf-8")


def test_what_was_imported_before_is_not_imported_again(
    run: Run, content: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", str(table))
    before = sorted((content / "facts").iterdir())
    capsys.readouterr()
    assert run("import", str(table)) == PROBLEMS
    assert "row 2: an event 'call' is there already, and stays as it is" in capsys.readouterr().err
    assert sorted((content / "facts").iterdir()) == before


def test_a_dry_run_prints_what_would_be_written(
    run: Run, content: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted((content / "facts").iterdir())
    assert run("import", "--dry-run", str(table)) == DONE
    assert "events:\n  call:\n    draft: true\n" in capsys.readouterr().out
    assert sorted((content / "facts").iterdir()) == before


def test_a_file_of_another_sort_and_a_kind_that_is_none_are_refused(
    run: Run, tmp_path: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert run("import", str(tmp_path / "a.pdf")) == PROBLEMS
    assert "a file that ends in '.pdf' cannot be imported" in capsys.readouterr().err
    assert run("import", str(table), "--kind", "event") == DONE
    assert run("import", str(table), "--kind", "evnts") == WRONG_USAGE
    assert "did you mean 'events'?" in capsys.readouterr().err


def test_what_needs_packages_that_a_plain_install_leaves_out_says_how_to_install_them(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, package in (("a.xlsx", "python_calamine"), ("a.bib", "pylatexenc"), ("b.bib", "bibtexparser.entrypoint")):
        (tmp_path / name).write_text("@book{a, title = {A}}", encoding="utf-8")
        with monkeypatch.context() as without:
            without.setitem(sys.modules, package, None)
            assert run("import", str(tmp_path / name)) == WRONG_USAGE
        said = capsys.readouterr().err
        how = f"'{package}' is not installed here; run `pip install 'standfirst[import]'`\n"
        assert f"needs standfirst[import], of which {how}" in said
        assert said.count("\n") == 1
