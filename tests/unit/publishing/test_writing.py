"""What is written for a writer is there whole, or everything is as it was and the command can be given again."""

from __future__ import annotations

import errno
import os
import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from standfirst.cli import main
from standfirst.cli.exit_codes import WRONG_USAGE
from standfirst.problems.errors import UsageError
from standfirst.publishing.writing import make_folder, replace_file, replace_files
from tests.explainers import SITES


@contextmanager
def no_room(room: int) -> Iterator[None]:
    """Refuse to write more than so many bytes to any file, as a disk does that is nearly full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def everything_below(folder: Path) -> dict[str, bytes]:
    """Return what each path below a folder holds, hidden ones too; of folders the path alone."""
    return {path.as_posix(): path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")}


WRITERS: dict[str, Callable[[Path], object]] = {
    "a file": lambda folder: replace_file(folder / "a.txt", "x" * 1000),
    "a new file": lambda folder: replace_file(folder / "new.txt", "x" * 1000),
    "two files": lambda folder: replace_files(folder, {"b.txt": "small", "a.txt": "x" * 1000}),
    "files of a new folder": lambda folder: replace_files(folder / "c" / "d", {"b.txt": "small", "a.txt": "x" * 1000}),
    "a folder": lambda folder: make_folder(folder / "c" / "d", {"e/f/h.txt": b"small", "g.txt": b"x" * 1000}),
    "an empty folder": lambda folder: make_folder(folder / "empty", {"e/f.txt": b"small", "g.txt": b"x" * 1000}),
}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_what_cannot_be_written_whole_leaves_everything_as_it_was_and_can_be_tried_again(
    write: Callable[[Path], object], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("before", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    before = everything_below(tmp_path)
    with no_room(100), pytest.raises(UsageError, match="cannot be written: File too large"):
        write(tmp_path)
    assert everything_below(tmp_path) == before
    write(tmp_path)
    assert before.items() - everything_below(tmp_path).items() <= {(str(tmp_path / "a.txt"), b"before")}
    assert not [path for path in everything_below(tmp_path) if ".standfirst-" in path]


@pytest.mark.parametrize("named", ["lock", "schema", "basemap"])
def test_a_command_that_meets_a_full_disk_says_so_and_leaves_the_content_as_it_was(
    named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = Path(shutil.copytree(SITES / "full" / "content", tmp_path / "content"))
    world = shutil.copy(content / "basemap.geojson", tmp_path / "world.geojson")
    before = everything_below(tmp_path)
    arguments = [named, *([str(world)] if named == "basemap" else []), "--content", str(content)]
    with no_room(100):
        assert main(arguments) == WRONG_USAGE
    assert "cannot be written: File too large" in capsys.readouterr().err
    assert everything_below(tmp_path) == before


def test_new_meets_a_full_disk_and_may_be_given_again(tmp_path: Path) -> None:
    with no_room(100):
        assert main(["new", str(tmp_path / "a" / "b")]) == WRONG_USAGE
    assert everything_below(tmp_path) == {}
    assert main(["new", str(tmp_path / "a" / "b")]) == 0


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ("x" * 300, "File name too long"),
        ("file/new", "Not a directory"),
        ("file", "is there already;"),
    ],
)
def test_new_says_why_it_cannot_make_a_folder(
    named: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["new", str(tmp_path / named)]) == WRONG_USAGE
    assert why in capsys.readouterr().err


def test_what_a_killed_command_has_left_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / ".standfirst-new-1" / "x").mkdir(parents=True)
    (tmp_path / ".standfirst-new-sources.lock").touch()
    make_folder(tmp_path, {"a.txt": b"a"})
    assert everything_below(tmp_path) == {str(tmp_path / "a.txt"): b"a"}


def test_a_text_that_no_file_can_hold_is_refused(tmp_path: Path) -> None:
    # Of the command line or of JSON, which have ways to write what is no character.
    with pytest.raises(UsageError, match=r"a\.txt cannot be written: 'utf-8' codec can't encode"):
        replace_file(tmp_path / "a.txt", "caf\udce9")
    assert everything_below(tmp_path) == {}


def test_what_is_made_lies_hidden_in_its_folder_until_it_is_moved_into_place_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename
    moved: list[Path] = []

    def stopping(path: Path, target: Path) -> Path:
        assert path.parent.name.startswith(".standfirst-new-")
        assert path.parents[1] == tmp_path
        if moved:
            raise OSError(errno.EIO, "Input/output error")
        moved.append(target)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stopping)
    with pytest.raises(UsageError, match="cannot be written: Input/output error"):
        make_folder(tmp_path, {"a/b.txt": b"b", "c.txt": b"c"})
    assert moved == [tmp_path / "a"]
    assert everything_below(tmp_path) == {}


def test_a_folder_that_was_made_stands_though_what_it_was_made_in_cannot_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "rmdir", lambda *_, **__: os.listdir("no such folder"))
    make_folder(tmp_path, {"a.txt": b"a"})
    assert (tmp_path / "a.txt").read_bytes() == b"a"


def test_schema_makes_no_folder_where_there_is_no_content(tmp_path: Path) -> None:
    assert main(["schema", "--content", str(tmp_path / "typo")]) == WRONG_USAGE
    assert not (tmp_path / "typo").exists()


def test_a_link_stays_a_link_and_a_file_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("before", encoding="utf-8")
    (tmp_path / "there.txt").chmod(0o640)
    (tmp_path / "link.txt").symlink_to("there.txt")
    replace_file(tmp_path / "link.txt", "after")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "there.txt").read_text(encoding="utf-8") == "after"
    assert os.stat(tmp_path / "there.txt").st_mode & 0o777 == 0o640
