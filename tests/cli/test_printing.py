"""Commands where nothing can be printed: nobody reads, the disk is full, everything is closed."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from standfirst.cli.exit_codes import BROKEN_PIPE
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, break_content
from tests.explainers import ROOT


def spoken_into(stdout: int, stderr: int, *arguments: str) -> int:
    """Return the exit code of a command with these for standard output and standard error."""
    return subprocess.run(
        [sys.executable, f"{ROOT}/build.py", *arguments], stdout=stdout, stderr=stderr, check=False
    ).returncode


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give commands in a folder of the test's own, where they leave their cache."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def unread() -> Iterator[int]:
    """A pipe that nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.fixture
def full() -> Iterator[int]:
    """A device that is full."""
    device = os.open("/dev/full", os.O_WRONLY)
    yield device
    os.close(device)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[int]:
    """A file in which stands what was printed to it."""
    file = os.open(tmp_path / "kept", os.O_RDWR | os.O_CREAT)
    yield file
    os.close(file)


def said_in(kept: int) -> str:
    return os.pread(kept, 10_000, 0).decode()


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["--help"], ["build"]])
def test_where_nobody_reads_any_more_a_command_ends_at_once_and_quietly(
    arguments: list[str], content: Path, output: Path, unread: int, kept: int
) -> None:
    given = [*arguments, "--content", str(content), "--output", str(output)]
    assert spoken_into(unread, kept, *given) == BROKEN_PIPE
    assert said_in(kept) == ""
    assert output.exists() == (arguments == ["build"])


def test_problems_that_nobody_reads_end_a_command_quietly(content: Path, unread: int, kept: int) -> None:
    break_content(content)
    assert spoken_into(kept, unread, "check", "--content", str(content)) == BROKEN_PIPE
    assert said_in(kept) == ""


def test_on_a_full_disk_a_build_says_in_one_line_that_it_has_published(
    content: Path, output: Path, full: int, kept: int
) -> None:
    assert spoken_into(full, kept, "--content", str(content), "--output", str(output)) == WRONG_USAGE
    (line,) = said_in(kept).splitlines()
    assert line.startswith("build.py: standard output cannot be written: No space left on device; Built 27 pages in ")
    assert (output / "index.html").exists()


def test_what_cannot_be_said_at_all_is_no_problem_of_the_content(content: Path, full: int) -> None:
    break_content(content)
    assert spoken_into(full, full, "check", "--content", str(content)) == WRONG_USAGE
    assert spoken_into(full, full, "nonsense") == WRONG_USAGE


def test_with_standard_output_and_error_closed_the_exit_code_says_it_all(content: Path) -> None:
    check = shlex.join([sys.executable, f"{ROOT}/build.py", "check", "--content", str(content)])
    assert subprocess.run(f"{check} >&- 2>&-", shell=True, check=False).returncode == DONE
    break_content(content)
    assert subprocess.run(f"{check} >&- 2>&-", shell=True, check=False).returncode == PROBLEMS
    assert subprocess.run(f"{check} --format json >&- 2>&-", shell=True, check=False).returncode == PROBLEMS
