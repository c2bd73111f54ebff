"""`lock`: what it notes, and what it compares."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run
from tests.explainers import files_in


def test_lock_writes_the_same_lock_again_and_says_what_it_noted(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (content / "sources.lock").read_bytes()
    (content / "sources.lock").unlink()
    assert run("lock") == DONE
    assert "Noted 26 passages" in capsys.readouterr().out
    assert (content / "sources.lock").read_bytes() == before
    assert run("lock", "--check") == DONE
    assert capsys.readouterr().out == f"The copies agree with {content}/sources.lock.\n"


def test_lock_check_fails_where_copy_and_lock_have_parted_and_writes_nothing(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = content / "sources" / "report.txt"
    report.write_text(report.read_text(encoding="utf-8") + "\nAn afterthought.\n", encoding="utf-8")
    before = files_in(content)
    assert run("lock", "--check") == PROBLEMS
    assert "sources.lock:1:1: sources.lock is not what the copies and the citations give; run `lock`" in (
        capsys.readouterr().err
    )
    assert files_in(content) == before


def test_lock_notes_what_it_finds_and_reports_what_it_does_not(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    section = content / "sections" / "10-what-happened.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("it had warned the company twice", "it had warned the captain"), encoding="utf-8")
    assert run("lock") == PROBLEMS
    shown = capsys.readouterr().err
    assert "10-what-happened.md:6:9: " in shown
    assert "1 problem; noted 26 passages" in shown
    assert run("lock", "--check") == PROBLEMS


def test_a_copy_may_lie_elsewhere(run: Run, content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.move(content / "sources", tmp_path / "elsewhere")
    assert run("lock", "--check") == WRONG_USAGE
    assert "name it with --text ID=PATH" in capsys.readouterr().err
    texts = [
        f"--text={name}={tmp_path}/elsewhere/{name}.{end}" for name, end in (("report", "txt"), ("letter", "html"))
    ]
    assert run("lock", "--check", *texts) == DONE
    assert run("check", "--strict", *texts) == DONE
    assert "No problems" in capsys.readouterr().out


def test_lock_and_check_refuse_a_copy_of_a_source_that_there_is_not(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for named in ("lock", "check"):
        assert run(named, f"--text=reprot={content}/sources/report.txt") == WRONG_USAGE
        assert "no source 'reprot'; did you mean 'report'?" in capsys.readouterr().err
