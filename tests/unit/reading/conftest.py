"""The folder that tests of reading read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.reading.desk import write


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that everything is read from, and that paths are shown from."""
    monkeypatch.chdir(tmp_path)
    write("content/site.yaml", b"title: What?\n")
    return tmp_path
