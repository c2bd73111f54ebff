"""What is kept in a spool comes back as it was, and does not stay in memory."""

from __future__ import annotations

import resource
import tempfile
from pathlib import Path

import pytest

from standfirst.outputs.artifact import Artifact
from standfirst.rendering import spool as spool_module
from standfirst.rendering.spool import Spool

FILES = [Artifact("a.html", b"one"), Artifact("b.html", b""), Artifact("c.html", "zwölf".encode()), Artifact("d", b"4")]


@pytest.mark.parametrize("most", [0, 3, 100])
def test_files_come_back_as_they_were_in_whatever_order(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool_module, "_MOST_IN_MEMORY", most)
    spool = Spool()
    kept = [spool.keep(file) for file in FILES]
    for artifact, file in reversed([*zip(kept, FILES, strict=True)]):
        assert (artifact.route, artifact.size, artifact.body) == (file.route, len(file.body), file.body)


def test_of_a_large_site_only_the_first_files_stay_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool_module, "_MOST_IN_MEMORY", 3)
    spool = Spool()
    assert [isinstance(spool.keep(file).content, bytes) for file in FILES] == [True, True, False, False]


def test_nothing_is_left_behind_in_the_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool_module, "_MOST_IN_MEMORY", 0)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    spool = Spool()
    kept = spool.keep(FILES[0])
    assert (kept.body, [*tmp_path.iterdir()]) == (b"one", [])


def test_what_cannot_be_written_stays_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool_module, "_MOST_IN_MEMORY", 0)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    assert Spool().keep(FILES[0]) is FILES[0]


def test_what_can_be_written_only_in_part_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool_module, "_MOST_IN_MEMORY", 0)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2, before[1]))
    try:
        assert Spool().keep(FILES[0]) is FILES[0]
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
