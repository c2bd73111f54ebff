"""The first command on a new machine: `build.py` under a Python that has none of the packages."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.explainers import ROOT


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python without any package."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=False, symlinks=True)
    return folder / "bin" / "python"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The program as it is cloned: without what `make site` sets up."""
    folder = tmp_path / "a checkout"
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "build.py", folder)
    return folder


def set_up(checkout: Path) -> None:
    """Put a Python that has the packages where `make site` puts it: it is the one that runs the tests."""
    python = checkout / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n', encoding="utf-8")
    python.chmod(0o755)


def run(python: Path, *arguments: object, working: Path) -> subprocess.CompletedProcess[str]:
    command = [str(python), *map(str, arguments)]
    return subprocess.run(command, cwd=working, capture_output=True, text=True, check=False, timeout=60)


def test_without_the_packages_one_line_says_what_to_do(bare: Path, checkout: Path, tmp_path: Path) -> None:
    for command in (["new", "moon"], [], ["serve"], ["--help"]):
        ended = run(bare, checkout / "build.py", *command, working=tmp_path)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert ended.stderr.startswith("build.py: this Python has no package '")
        assert ended.stderr.endswith(f"run `make -C '{checkout}' site` once, which sets up all that it needs\n")
        assert ended.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [checkout.name]


def test_the_command_of_the_package_says_so_too_and_blames_no_checkout(bare: Path, checkout: Path) -> None:
    ended = run(bare, "-m", "standfirst", "new", "moon", working=checkout / "generator")
    said = "standfirst: this Python has no package 'jinja2', which Standfirst needs; install it anew with pip\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", said)


def test_once_set_up_any_python_starts_an_explainer_and_the_command_it_names_builds_that(
    bare: Path, checkout: Path, tmp_path: Path
) -> None:
    set_up(checkout)
    started = run(bare, checkout / "build.py", "new", "--content-only", "my moon", working=tmp_path)
    assert (started.returncode, started.stderr) == (0, "")
    python, *command = shlex.split(started.stdout.splitlines()[-1])
    assert python == "python3"
    built = run(bare, *command, "--output", "site", working=tmp_path)
    assert (built.returncode, built.stderr) == (0, "")
    assert (tmp_path / "site" / "index.html").is_file()


def test_its_exit_code_and_its_arguments_are_those_of_the_command(bare: Path, checkout: Path, tmp_path: Path) -> None:
    set_up(checkout)
    ended = run(bare, checkout / "build.py", "check", "--content", "no such folder", working=tmp_path)
    assert ended.returncode == 2
    assert "no such folder" in ended.stderr


def test_what_the_program_itself_lacks_is_no_package(bare: Path, checkout: Path, tmp_path: Path) -> None:
    set_up(checkout)
    (checkout / "generator/standfirst/commands/profile.py").unlink()
    ended = run(bare, checkout / "build.py", working=tmp_path)
    assert ended.returncode == 1
    assert "ModuleNotFoundError: No module named 'standfirst.commands.profile'" in ended.stderr
