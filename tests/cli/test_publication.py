"""What waits for its moment, by the commands: `--now`, what is due next, and what the cache makes of time."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.cli.runs import DONE, WRONG_USAGE, Run
from tests.explainers import files_in

FACTS = """\
events:
  launch: {date: 1969-07-16, title: A zyzzyva, uncited: made up, publish_at: 2026-05-12T06:00+01:00}
places:
  port: {name: Zyzzyva, publish_at: 2026-05-12T05:00Z, review_by: 2026-06-01}
  town: {name: Qoph, publish_at: 2026-05-13}
"""
BEFORE, FIRST, SECOND, REVIEW = "2026-05-12T04:59:59Z", "2026-05-12T05:00Z", "2026-05-13", "2026-06-01"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "facts").mkdir(parents=True)
    (folder / "facts" / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (folder / "site.yaml").write_text(
        "title: What?\nstandfirst: It is.\nlanguage: en\nbase_url: https://example.org/\n"
        "published: 2025-01-02\nfacts_as_of: 2026-06-01\n",
        encoding="utf-8",
    )
    return folder


def words_of(output: Path) -> set[str]:
    text = b"".join(files_in(output).values()).lower()
    return {word for word in ("zyzzyva", "qoph") if word.encode() in text}


def test_a_build_says_what_is_due_next_and_goes_by_now(
    run: Run, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for now, words, due in (
        (BEFORE, set(), "Next due: 2026-05-12T06:00+01:00 (event:launch, 1 more)"),
        (FIRST, {"zyzzyva"}, "Next due: 2026-05-13 (place:town)"),
        (SECOND, {"zyzzyva", "qoph"}, ""),
    ):
        assert run("build", "--no-cache", "--now", now) == DONE
        assert words_of(output) == words
        assert capsys.readouterr().out.splitlines()[1:] == [due] * bool(due)


def test_without_now_the_clock_of_the_machine_decides(run: Run, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for clock, words in ((1778561999.9, set()), (1778562000.0, {"zyzzyva"})):
        monkeypatch.setattr(time, "time", lambda clock=clock: clock)
        assert run("build", "--no-cache") == DONE
        assert words_of(output) == words


def test_a_site_in_the_cache_is_that_of_its_time_and_no_longer(
    run: Run, output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = {}
    for now in (BEFORE, FIRST, SECOND):
        run("build", "--no-cache", "--now", now)
        made[now] = files_in(output)
    for now in (BEFORE, SECOND, FIRST, BEFORE, BEFORE, FIRST):
        assert run("build", "--cache", str(tmp_path / "cache"), "--now", now) == DONE
        assert files_in(output) == made[now]
    capsys.readouterr()
    assert run("check", "--cache", str(tmp_path / "cache"), "--now", FIRST) == DONE
    assert capsys.readouterr().out.splitlines()[-1] == "Next due: 2026-05-13 (place:town)"


def test_pages_of_another_time_are_not_taken_for_those_that_a_build_worked_out(
    run: Run, output: Path, tmp_path: Path
) -> None:
    cached = ("build", "--cache", str(tmp_path / "cache"), "--now")
    run(*cached, BEFORE)
    made, kept = (
        files_in(output),
        {path: path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file()},
    )
    run(*cached, FIRST)
    # A build by a cluster keeps its site, and nothing of what it worked out.
    for path, body in kept.items():
        if b'"pages":' not in body[:60]:
            path.write_bytes(body)

    run(*cached, BEFORE)

    assert files_in(output) == made


def test_programs_are_told_what_is_due(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--no-cache", "--format", "json", "--now", BEFORE) == DONE
    (note,) = json.loads(capsys.readouterr().out)
    assert (note["severity"], note["line"], note["due"]) == ("note", 2, "2026-05-12T05:00:00Z")
    assert note["names"] == ["event:launch", "place:port"]
    assert run("check", "--no-cache", "--format", "github", "--now", BEFORE) == DONE
    assert "::notice file=" in "".join(capsys.readouterr())
    assert run("check", "--no-cache", "--format", "json", "--now", REVIEW) == DONE
    (note,) = json.loads(capsys.readouterr().out)
    assert "due" not in note


def test_a_day_that_has_passed_fails_no_strict_check(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--no-cache", "--strict", "--now", REVIEW) == DONE
    said = capsys.readouterr().err
    assert "facts.yaml:4:67: note: place:port is due for another look since 2026-06-01" in said


def test_a_time_without_a_zone_is_no_now(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--now", "2026-05-12T06:00") == WRONG_USAGE
    assert "add Z for UTC" in capsys.readouterr().err
