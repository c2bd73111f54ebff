"""What tests of different folders share."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this repository's own explainer, built by the command that publishes it."""
    output = tmp_path_factory.mktemp("published") / "site"
    command = [sys.executable, f"{ROOT}/build.py", "--content", f"{ROOT}/content", "--output", str(output)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, f"the explainer does not build:\n{built.stdout}{built.stderr}"
    return output
