"""A preview outlives what happens on a writer's machine, and ends at once when it is asked to."""

from __future__ import annotations

import os
import pty
import queue
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.previews import PATIENCE, ROOT, Running, running

SECTION = "sections/10-what-happened.md"


@pytest.fixture
def writing(tmp_path: Path) -> Path:
    """A content folder that a writer works in."""
    return Path(shutil.copytree(ROOT / "generator/standfirst/starter", tmp_path / "content"))


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The program, for somebody to work on it."""
    copied = tmp_path / "program"
    for folder in ("generator", "templates"):
        shutil.copytree(ROOT / folder, copied / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("build.py", "netlify.toml"):
        shutil.copy(ROOT / file, copied)
    return copied


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


# ---------------------------------------------------------------- Ctrl-C


@pytest.mark.parametrize("loaded", [0, 200, 450])
def test_ctrl_c_ends_it_quietly_while_it_is_loaded(writing: Path, loaded: int) -> None:
    command = [sys.executable, "-X", "importtime", str(ROOT / "build.py"), "serve", "--content", str(writing)]
    with subprocess.Popen(
        [*command, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout
        # The first thing that the program itself loads, and some more.
        while "argparse" not in process.stdout.readline():
            pass
        for _ in range(loaded):
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        assert "Traceback" not in process.stdout.read()


def test_ctrl_c_ends_it_quietly_while_it_starts_itself_anew(writing: Path, program: Path) -> None:
    with running(writing, program=program, interrupted=False) as preview:
        preview.says("Everything")
        append(program / "generator/standfirst/cli/__init__.py", "\n# Edited.\n")
        preview.says("starting it anew")
        preview.ends_quietly()


# ---------------------------------------------------------------- the terminal


@contextmanager
def started(content: Path, *arguments: str, says_to: int) -> Iterator[subprocess.Popen[bytes]]:
    """Start a preview that says what it says to a file descriptor."""
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--content", str(content), *arguments]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=says_to, stderr=says_to) as process:
        os.close(says_to)
        try:
            yield process
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()


def test_a_terminal_is_told_one_line_for_each_save(writing: Path) -> None:
    ours, its = pty.openpty()
    with started(writing, "--port", "0", says_to=its), open(ours, encoding="utf-8") as terminal:
        assert "Preview on" in terminal.readline()
        assert "Everything" in terminal.readline()
        # From a second on, a build would say how far it is.
        time.sleep(1)
        for _ in range(2):
            append(writing / SECTION, "\n\nMore.\n")
            assert SECTION in terminal.readline()


def nobody_reads() -> int:
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def the_disk_is_full() -> int:
    return os.open("/dev/full", os.O_WRONLY)


def the_terminal_is_held() -> int:
    """A pipe that is full, whose other end is open and never read."""
    _, writing = os.pipe()
    os.set_blocking(writing, False)
    with suppress(BlockingIOError):
        while True:
            os.write(writing, b"." * 1024)
    os.set_blocking(writing, True)
    return writing


@pytest.mark.parametrize("says_to", [nobody_reads, the_disk_is_full, the_terminal_is_held])
def test_it_goes_on_where_nothing_that_it_says_can_be_written(writing: Path, says_to: Callable[[], int]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with started(writing, "--port", port, says_to=says_to()) as process:
        preview = Running(process, f"http://127.0.0.1:{port}/", queue.Queue())
        assert preview.comes_up()
        append(writing / SECTION, "\nSaved.\n")
        assert preview.shows("/", "Saved.")


# ---------------------------------------------------------------- files


def test_what_is_no_file_or_has_no_name_is_a_problem_like_any_other(writing: Path) -> None:
    section = writing / SECTION
    written = section.read_bytes()
    with running(writing) as preview:
        preview.says("Everything")
        section.unlink()
        os.mkfifo(section)
        assert preview.shows("/", "it is a pipe")
        section.unlink()
        section.mkdir()
        assert preview.shows("/", "Is a directory")
        section.rmdir()
        section.write_bytes(written)
        assert preview.loses("/", "preview_problems")
        if sys.platform == "linux":
            # Elsewhere every name is text.
            odd = writing / "facts" / os.fsdecode(b"\xff.yaml")
            odd.write_text("actors: [\n", encoding="utf-8")
            preview.says(r"facts/\udcff.yaml")
            assert preview.shows("/", r"facts/\udcff.yaml")
            odd.unlink()
            append(section, "\nSaved.\n")
            assert preview.shows("/", "Saved.")


def test_folders_that_are_links_are_followed_also_to_other_folders(writing: Path, tmp_path: Path) -> None:
    for name in ("first", "second"):
        shutil.copytree(writing / "sections", tmp_path / name)
    shutil.rmtree(writing / "sections")
    (writing / "sections").symlink_to(tmp_path / "first")
    (tmp_path / "linked").symlink_to(writing)
    with running(tmp_path / "linked") as preview:
        preview.says("Everything")
        append(tmp_path / "first" / Path(SECTION).name, "\nIn the first.\n")
        assert preview.shows("/", "In the first.")
        (tmp_path / "new").symlink_to(tmp_path / "second")
        (tmp_path / "new").replace(writing / "sections")
        preview.says("pages in")
        append(tmp_path / "second" / Path(SECTION).name, "\nIn the second.\n")
        assert preview.shows("/", "In the second.")


def test_the_working_folder_may_be_removed_and_restored(
    writing: Path, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(writing)
    with running(Path(), program=Path(os.path.relpath(program))) as preview:
        preview.says("Everything")
        monkeypatch.chdir(tmp_path)
        shutil.copytree(writing, tmp_path / "kept")
        shutil.rmtree(writing)
        assert preview.shows("/", "there is no folder")
        append(program / "generator/standfirst/cli/__init__.py", "\n# Edited.\n")
        preview.says("goes on with the program as it was")
        shutil.copytree(tmp_path / "kept", writing)
        append(writing / SECTION, "\nIt is back.\n")
        assert preview.shows("/", "It is back.")
        append(program / "generator/standfirst/cli/__init__.py", "\n# Edited.\n")
        preview.says("Preview on")
        assert preview.shows("/", "It is back.")


def test_the_last_of_many_quick_saves_is_shown_by_two_previews_of_one_folder(writing: Path) -> None:
    section = writing / SECTION
    written = section.read_text(encoding="utf-8")
    with running(writing) as one, running(writing) as other:
        one.says("Everything")
        for number in range(1, 51):
            section.write_text(f"{written}\nThis is save {number}.\n", encoding="utf-8")
            time.sleep(0.02)
        for preview in (one, other):
            assert preview.shows("/", "This is save 50.")


def test_one_branch_and_another_are_each_shown_whole(writing: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *identity, "-C", str(writing), *arguments], check=True, capture_output=True)

    git("init", "--quiet", "--initial-branch", "few")
    git("add", ".")
    git("commit", "--quiet", "--message", "Few")
    git("checkout", "--quiet", "-b", "many")
    for number in range(100, 300):
        text = f"---\ntitle: Section number {number}\n---\nText.\n"
        (writing / "sections" / f"{number}-section.md").write_text(text.replace("---\nT", f"id: s{number}\n---\nT"))
    git("add", ".")
    git("commit", "--quiet", "--message", "Many")
    with running(writing) as preview:
        assert preview.shows("/", "Section number 299")
        for _ in range(2):
            git("checkout", "--quiet", "few")
            assert preview.loses("/", "Section number 299")
            assert "Section number" not in preview.get("/").text
            git("checkout", "--quiet", "many")
            assert preview.shows("/", "Section number 299")
            assert preview.get("/").text.count("Section number 1") >= 100


# ---------------------------------------------------------------- netlify.toml


def test_an_edit_of_netlify_toml_takes_effect_and_a_mistake_in_it_keeps_the_rules(writing: Path, program: Path) -> None:
    rules = program / "netlify.toml"
    written = rules.read_text(encoding="utf-8")
    with running(writing, program=program) as preview:

        def policy() -> str:
            return preview.get("/").headers.get("Referrer-Policy", "none")

        assert policy() == "strict-origin-when-cross-origin"
        rules.write_text(written.replace("strict-origin-when-cross-origin", "same-origin"), encoding="utf-8")
        preview.says("netlify.toml: its rules")
        assert policy() == "same-origin"

        rules.write_text(written + "\n[headers\n", encoding="utf-8")
        preview.says("netlify.toml:")
        page = preview.get("/")
        assert "this is not TOML" in page.text
        assert "What happened?" in page.text
        assert policy() == "same-origin"
        append(writing / SECTION, "\nSaved.\n")
        assert preview.shows("/", "Saved.")
        assert "this is not TOML" in preview.get("/").text

        rules.unlink()
        preview.says("netlify.toml: no rules apply")
        assert policy() == "none"
        assert "preview_problems" not in preview.get("/").text
        new = program / ".netlify.toml.new"
        new.write_text(written, encoding="utf-8")
        new.replace(rules)
        preview.says("netlify.toml: its rules")
        assert policy() == "strict-origin-when-cross-origin"


# ---------------------------------------------------------------- --open


def test_the_browser_is_opened_once_and_waited_for_by_nobody(writing: Path, program: Path, tmp_path: Path) -> None:
    opened, browser = tmp_path / "opened", tmp_path / "browser"
    # Some browsers return only when they are closed, which this one is when its file is gone.
    stays_open = f'exec > /dev/null 2>&1; while [ -e "{browser}" ]; do sleep 0.1; done'
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{opened}"\n{stays_open}\n', encoding="utf-8")
    browser.chmod(0o755)
    environment = {**os.environ, "BROWSER": str(browser)}
    try:
        with running(writing, "--op", program=program, environment=environment) as preview:
            append(writing / SECTION, "\nSaved.\n")
            assert preview.shows("/", "Saved.")
            append(program / "generator/standfirst/cli/__init__.py", "\n# Edited.\n")
            assert preview.address in preview.says("Preview on")
            append(writing / SECTION, "\nSaved again.\n")
            assert preview.shows("/", "Saved again.")
            assert opened.read_text(encoding="utf-8") == f"{preview.address}\n"
    finally:
        browser.unlink()
