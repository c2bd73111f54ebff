"""The cache between builds: what it spares, and that nobody sees it do so."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from standfirst import pipeline
from standfirst.decoding import facts
from standfirst.problems.report import ReportFormat
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run, break_content, command
from tests.explainers import ROOT, files_in


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def cached(run: Run, cache: Path) -> Run:
    """Carry out a command with the cache."""
    return lambda command, *arguments: run(command, "--cache", str(cache), *arguments)


def make_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no site be made from now on: it has to be found."""
    monkeypatch.setattr(pipeline, "make_site_from", None)


def entries(cache: Path) -> list[Path]:
    return [path for path in sorted(cache.rglob("*")) if re.fullmatch("[0-9a-f]{64}", path.name)]


def sites(cache: Path) -> dict[Path, bytes]:
    """The entries that hold whole sites, and not what builds worked out."""
    bodies = {path: path.read_bytes() for path in entries(cache) if path.is_file()}
    return {path: body for path, body in bodies.items() if b'"pages":' in body[:60]}


def without_seconds(shown: str) -> str:
    return re.sub(r"in \d+\.\d\d s", "", shown)


# ---------------------------------------------------------------- what is spared


def test_a_site_that_was_made_before_is_found_and_said_to_be_built_all_the_same(
    cached: Run, output: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cached("build") == DONE
    made, said = files_in(output), without_seconds(capsys.readouterr().out)
    shutil.rmtree(output)
    make_nothing(monkeypatch)
    assert cached("build") == DONE
    assert files_in(output) == made
    assert without_seconds(capsys.readouterr().out) == said


def test_a_check_that_finds_the_site_of_a_build_says_what_it_would_say_anyway(
    cached: Run, content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "sources.lock").unlink()
    (content / "sections" / "notes.txt").write_text("Not read.")
    asked = [("--format", form, *strict) for form in ReportFormat for strict in ((), ("--strict",))]
    said = [(cached("check", *options, "--no-cache"), capsys.readouterr()) for options in asked]
    assert cached("build") == DONE
    capsys.readouterr()
    make_nothing(monkeypatch)
    assert [(cached("check", *options), capsys.readouterr()) for options in asked] == said
    assert {code for code, _ in said} == {DONE, PROBLEMS}


def test_a_report_and_a_profile_are_of_what_is_made_anew(cached: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert cached("check") == DONE
    capsys.readouterr()
    assert cached("check", "--report") == DONE
    assert "event:hazard" in capsys.readouterr().out
    assert cached("build", "--profile") == DONE
    assert capsys.readouterr().out.count(".html") == 10


def test_what_has_problems_is_told_of_each_time(cached: Run, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cached("build") == DONE
    break_content(content)
    for _ in range(2):
        capsys.readouterr()
        assert cached("build") == PROBLEMS
        assert "EDTF" in capsys.readouterr().err


def test_after_an_edit_the_site_is_that_of_a_build_without_a_cache(
    run: Run, cached: Run, content: Path, output: Path
) -> None:
    assert cached("build") == DONE
    section = next((content / "sections").glob("*.md"))
    section.write_text(section.read_text(encoding="utf-8") + "\n\nMore.\n", encoding="utf-8")
    assert cached("build") == DONE
    after = files_in(output)
    assert any(b"<p>More.</p>" in body for body in after.values())
    assert run("build") == DONE
    assert files_in(output) == after


def test_after_edits_builds_of_fresh_processes_make_the_site_of_one_without_a_cache(
    content: Path, cache: Path, tmp_path: Path
) -> None:
    def built(*options: str) -> dict[str, bytes]:
        said = command("build", "--content", str(content), "--output", "site", *options, working=tmp_path)
        assert said.returncode == DONE, said.stderr
        return files_in(tmp_path / "site")

    built("--cache", str(cache))
    edits = {"facts/people/people.yaml": ("summary: ", "summary: Now "), "site.yaml": ("title: ", "title: Now ")}
    for path, (old, new) in edits.items():
        text = (content / path).read_text(encoding="utf-8")
        assert old in text
        (content / path).write_text(text.replace(old, new, 1), encoding="utf-8")
        assert built("--cache", str(cache)) == built("--no-cache")


def test_what_a_build_worked_out_is_known_to_the_next(
    cached: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cached("build") == DONE
    section = next((content / "sections").glob("*.md"))
    section.write_text(section.read_text(encoding="utf-8") + "\n\nMore.\n", encoding="utf-8")
    # All files of facts were decoded by the build before.
    monkeypatch.setattr(facts, "_read_whole", None)
    assert cached("build") == DONE


def test_other_options_make_another_site(cached: Run, output: Path) -> None:
    assert cached("build", "--drafts") == DONE
    assert (output / "actors" / "secret.html").exists()
    assert cached("build") == DONE
    assert not (output / "actors" / "secret.html").exists()
    assert cached("build", "--base-url", "https://other.example") == DONE
    assert "https://other.example" in (output / "sitemap.xml").read_text(encoding="utf-8")


# ---------------------------------------------------------------- where it is


def test_it_lies_in_the_folder_in_which_the_command_is_given(content: Path, output: Path) -> None:
    working = content.parent / "elsewhere"
    working.mkdir()
    assert command("--content", "../content", "--output", str(output), working=working).returncode == DONE
    assert len(entries(working / ".cache")) == 2
    assert not (content.parent / ".cache").exists()


def test_content_in_which_it_lies_is_the_same_content(content: Path, output: Path) -> None:
    before = files_in(content)
    for _ in range(2):
        assert command("--content", ".", "--output", str(output), working=content).returncode == DONE
        assert len(entries(content / ".cache")) == 2
    assert {path: body for path, body in files_in(content).items() if not path.startswith(".cache/")} == before


def test_without_a_cache_nothing_is_kept_or_found(cached: Run, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cached("build", "--no-cache") == DONE
    assert not cache.exists()
    assert cached("build") == DONE
    make_nothing(monkeypatch)
    with pytest.raises(TypeError):
        cached("build", "--no-cache")


def test_it_may_not_lie_in_the_output_folder(run: Run, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--cache", str(output / "cache")) == WRONG_USAGE
    assert "overlaps the input folder" in capsys.readouterr().err
    assert not output.exists()


# ---------------------------------------------------------------- what may become of it


def truncate(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def flip(path: Path, chance: random.Random) -> None:
    body = bytearray(path.read_bytes())
    body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
    path.write_bytes(body)


def empty(path: Path, _: random.Random) -> None:
    path.write_bytes(b"")


def swap(path: Path, _: random.Random) -> None:
    other = next(each for each in path.parent.iterdir() if each != path and each.is_file())
    shutil.copyfile(other, path)


def put_folder(path: Path, _: random.Random) -> None:
    path.unlink()
    path.mkdir()
    (path / "file").write_text("more")


def remove(path: Path, _: random.Random) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [truncate, flip, empty, swap, put_folder, remove])
def test_whatever_becomes_of_a_file_in_it_the_site_is_the_same(
    cached: Run, cache: Path, output: Path, damage: Callable[[Path, random.Random], None]
) -> None:
    chance = random.Random(13)
    assert cached("build", "--drafts") == DONE
    assert cached("build") == DONE
    made, kept = files_in(output), sites(cache)
    assert len(kept) == 2
    for path in [path for path in cache.rglob("*") if path.is_file()]:
        shutil.rmtree(output)
        damage(path, chance)
        assert cached("build") == DONE
        assert files_in(output) == made
        assert cached("build", "--drafts") == DONE
        # What was damaged has been written anew.
        assert kept.items() <= sites(cache).items()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_cache_that_may_only_be_read_is_read(cached: Run, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cached("build") == DONE
    for path in (*cache.rglob("*"), cache):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert cached("build", "--drafts") == DONE
        make_nothing(monkeypatch)
        assert cached("build") == DONE
    finally:
        for path in (cache, *cache.rglob("*")):
            path.chmod(0o755)


def test_where_it_cannot_be_the_build_goes_on_without(run: Run, output: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert run("build", "--cache", str(tmp_path / "file")) == DONE
    assert (output / "index.html").exists()
    assert (tmp_path / "file").read_text() == "mine"
    assert run("build", "--cache", "/proc/nowhere") == DONE


def test_builds_at_the_same_time_may_share_it(content: Path, cache: Path, tmp_path: Path) -> None:
    start = [sys.executable, f"{ROOT}/build.py", "--content", str(content), "--cache", str(cache), "--output"]
    for _ in range(2):
        started = [subprocess.Popen([*start, str(tmp_path / f"site-{number}")]) for number in range(3)]
        assert [process.wait() for process in started] == [DONE] * 3
        assert len(entries(cache)) == 2
    sites = [files_in(tmp_path / f"site-{number}") for number in range(3)]
    assert sites[0] == sites[1] == sites[2]
