"""When something was saved, and what is looked at where the system does not tell of it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from standfirst.preview.watching import moves, saves, signature
from tests.previews import PATIENCE, in_a_loop


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


def test_a_folder_that_was_away_while_files_were_read_is_told_of_when_it_is_back_as_it_was(folder: Path) -> None:
    async def watch() -> None:
        changes = saves([folder])
        await anext(changes)
        told = await _waiting(changes)
        # Its name is no text: with it the system's telling ends for a while.
        Path(os.fsdecode(os.fsencode(folder) + b"/.\xff")).touch()
        away = folder.rename(folder.parent / "away")
        await told
        # Here whoever waited for it would read, and find no folder.
        away.rename(folder)
        await asyncio.wait_for(anext(changes), PATIENCE)

    in_a_loop(watch())


def test_a_folder_or_a_file_that_comes_goes_or_is_replaced_is_told_of(folder: Path) -> None:
    file = folder / "netlify.toml"

    async def watch() -> None:
        changes = moves([folder, file])
        told = await _waiting(changes)
        away = folder.rename(folder.parent / "away")
        await told
        told = await _waiting(changes)
        away.rename(folder)
        await told
        told = await _waiting(changes)
        (folder / ".new").write_text("", encoding="utf-8")
        (folder / ".new").rename(file)
        await told

    in_a_loop(watch())


async def _waiting(changes: AsyncIterator[None]) -> asyncio.Task[None]:
    """Wait for the next change in a task that has begun to watch."""
    task = asyncio.create_task(asyncio.wait_for(anext(changes), PATIENCE))
    await asyncio.sleep(0.1)
    return task
