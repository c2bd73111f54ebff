"""A command that is carried out on content and an output of a test's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from standfirst.cli import main
from tests.cli.runs import Run
from tests.explainers import SITES


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder of a test's own."""
    return Path(shutil.copytree(SITES / "full" / "content", tmp_path / "content"))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def run(content: Path, output: Path) -> Run:
    """Carry out a command on this content and output, and return its exit code."""

    def run(*arguments: str) -> int:
        try:
            return main([*arguments, "--content", str(content), "--output", str(output)])
        except SystemExit as error:
            return int(error.code or 0)

    return run
