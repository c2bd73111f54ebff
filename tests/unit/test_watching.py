"""What is looked at where the system does not tell of changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.preview.watching import signature


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "watched" / "below").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "watched" / "below" / "file.py").write_text("1", encoding="utf-8")
    (tmp_path / "watched" / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "watched" / "loop").symlink_to(tmp_path / "watched")
    (tmp_path / "watched" / "nowhere.py").symlink_to("nowhere")
    return tmp_path / "watched"


@pytest.mark.parametrize("name", ["below/file.py", "below/new.py", "link/new.py", "new.py", "nowhere.py"])
def test_a_file_that_is_saved_makes_a_difference(folder: Path, name: str) -> None:
    before = signature([folder], (".py",))
    assert signature([folder], (".py",)) == before
    (folder / name).write_text("22", encoding="utf-8")
    assert signature([folder], (".py",)) != before


def test_a_file_that_is_removed_and_a_folder_in_its_place_make_a_difference(folder: Path) -> None:
    before = signature([folder])
    (folder / "below" / "file.py").unlink()
    without = signature([folder])
    (folder / "below" / "file.py").mkdir()
    assert len({before, without, signature([folder])}) == 3


@pytest.mark.parametrize("name", [".file.py.swp", "below/.#file.py", "file.txt", "__pycache__/file.py", ".git/new.py"])
def test_what_editors_keep_for_themselves_makes_none(folder: Path, name: str) -> None:
    before = signature([folder], (".py",))
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("", encoding="utf-8")
    assert signature([folder], (".py",)) == before
