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
    return Path(shutil.copytree(ROOT / "generator" / "starter", tmp_path / "content"))


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


def ends_quietly(preview: Running) -> None:
    """Require that a preview ends at once, and well, when it is interrupted."""
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(5) == 0
    # The thread that reads what is said may still be at it.
    time.sleep(0.1)
    said = []
    while not preview.said.empty():
        said.append(preview.said.get())
    assert "Traceback" not in "\n".join(said)


# ---------------------------------------------------------------- Ctrl-C


@pytest.mark.parametrize("loaded", [0, 150, 300, 450])
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


@pytest.mark.parametrize("seconds", [0, 0.1])
def test_ctrl_c_ends_it_quietly_while_it_starts_itself_anew(writing: Path, program: Path, seconds: float) -> None:
    with running(writing, program=program, interrupted=False) as preview:
        preview.says("Everything")
        append(program / "generator" / "cli.py", "\n# Edited.\n")
        preview.says("starting it anew")
        time.sleep(seconds)
        ends_quietly(preview)


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


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_is_no_text_is_told_of_like_any_other(writing: Path) -> None:
    with running(writing) as preview:
        preview.says("Everything")
        odd = writing / "facts" / os.fsdecode(b"\xff.yaml")
        odd.write_text("actors: [\n", encoding="utf-8")
        preview.says(r"facts/\udcff.yaml")
        assert preview.shows("/", r"facts/\udcff.yaml")
        odd.unlink()
        append(writing / SECTION, "\nSaved.\n")
        assert preview.shows("/", "Saved.")


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
        preview.says("netlify.toml: its rules")
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
            append(program / "generator" / "cli.py", "\n# Edited.\n")
            assert preview.address in preview.says("Preview on")
            append(writing / SECTION, "\nSaved again.\n")
            assert preview.shows("/", "Saved again.")
            assert opened.read_text(encoding="utf-8") == f"{preview.address}\n"
    finally:
        browser.unlink()
