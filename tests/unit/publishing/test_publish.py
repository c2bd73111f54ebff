"""What publishing promises: the output folder holds one whole site at every moment."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from standfirst.outputs.artifact import Artifact
from standfirst.problems.errors import UsageError
from standfirst.publishing import publish as publishing
from standfirst.publishing.output_folder import MARKER
from standfirst.publishing.publish import publish
from tests.unit.publishing.sites import cannot_exchange, expected, held, names, site

# ---------------------------------------------------------------- what is published


def test_the_folder_holds_exactly_the_artifacts_and_nothing_stays_beside_it(output: Path) -> None:
    publish(site("a"), output)
    assert held(output) == expected(site("a"))
    assert names(output.parent) == ["site"]


@pytest.mark.parametrize("swaps", [True, False])
def test_a_later_site_replaces_the_earlier_one_whole(
    output: Path, monkeypatch: pytest.MonkeyPatch, swaps: bool
) -> None:
    if not swaps:
        monkeypatch.setattr(publishing, "_exchange", cannot_exchange)
    publish(site("a"), output)
    (output / "by-hand.txt").write_text("dropped")
    publish(site("b"), output)
    assert held(output) == expected(site("b"))
    assert names(output.parent) == ["site"]


def test_a_folder_that_holds_just_this_site_stays_as_it_is(output: Path) -> None:
    artifacts = (*site("a"), Artifact("a/b/c.txt", b"deep"))
    publish(artifacts, output)
    before = output.stat(), (output / "a" / "b" / "c.txt").stat()
    publish(artifacts, output)
    assert (output.stat(), (output / "a" / "b" / "c.txt").stat()) == before
    assert names(output.parent) == ["site"]


def put_body(path: Path) -> None:
    # As long as it was, and as old.
    at = path.stat()
    path.write_bytes(path.read_bytes().upper())
    os.utime(path, ns=(at.st_atime_ns, at.st_mtime_ns))


def put_link(path: Path, elsewhere: Path) -> None:
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def put_link_as_long_as_the_file(path: Path) -> None:
    (path.parents[3] / "c").write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to("../../../c")


CHANGES: dict[str, Callable[[Path], object]] = {
    "another body": put_body,
    "a link": lambda path: put_link(path, path.parents[3] / "c.txt"),
    "a link as long as the file": put_link_as_long_as_the_file,
    "a link to a folder": lambda path: put_link(path.parent, path.parents[3] / "b"),
    "a file less": Path.unlink,
    "a file more": lambda path: path.with_name("more.txt").touch(),
    "a folder more": lambda path: path.with_name("folder").mkdir(),
    "a folder elsewhere": lambda path: path.parent.rename(path.parents[1] / "other"),
    "another marker": lambda path: (path.parents[2] / MARKER).write_text("other"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_folder_that_holds_anything_else_is_replaced(output: Path, change: Callable[[Path], object]) -> None:
    artifacts = (*site("a"), Artifact("a/b/c.txt", b"ten bytes."))
    publish(artifacts, output)
    before = output.stat().st_ino
    change(output / "a" / "b" / "c.txt")
    publish(artifacts, output)
    assert held(output) == expected(artifacts)
    assert not any(path.is_symlink() for path in output.rglob("*"))
    assert sorted(path.name for path in (output / "a" / "b").iterdir()) == ["c.txt"]
    assert output.stat().st_ino != before


def test_what_a_killed_build_has_left_beside_a_site_is_removed_though_the_site_is_the_same(output: Path) -> None:
    publish(site("a"), output)
    (output.parent / ".site.standfirst-next").mkdir()
    publish(site("a"), output)
    assert names(output.parent) == ["site"]


def test_bodies_are_written_byte_for_byte(output: Path) -> None:
    deep = Artifact("a/b/c/d.txt", b"deep")
    artifacts = (Artifact("empty.txt", b""), Artifact("lines.txt", b"a\r\nb\n\x00\xff"), deep)
    publish(artifacts, output)
    assert held(output) == expected(artifacts)


def test_two_files_that_are_one_for_the_file_system_are_refused(output: Path) -> None:
    with pytest.raises(UsageError, match=r"File exists \(actors.html\)"):
        publish([Artifact("actors.html", b"one"), Artifact("actors.html", b"other")], output)
    assert not output.exists()


def test_the_system_taking_half_of_a_write_loses_nothing(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, rest: write(file, rest[: len(rest) // 2 + 1]))
    publish([Artifact("index.html", b"0123456789" * 99)], output)
    assert held(output) == {"index.html": b"0123456789" * 99}


def test_an_empty_site_can_be_published_and_replaced(output: Path) -> None:
    publish((), output)
    assert names(output) == [MARKER]
    publish(site("a"), output)
    assert held(output) == expected(site("a"))


def test_the_marker_is_the_same_in_every_site(tmp_path: Path) -> None:
    publish(site("a"), tmp_path / "one")
    publish(site("b"), tmp_path / "two")
    assert (tmp_path / "one" / MARKER).read_bytes() == (tmp_path / "two" / MARKER).read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
@pytest.mark.parametrize(("umask", "folder", "file"), [(0o022, 0o755, 0o644), (0o027, 0o750, 0o640)])
def test_the_site_has_the_modes_of_any_new_folder_and_file(output: Path, umask: int, folder: int, file: int) -> None:
    before = os.umask(umask)
    try:
        publish(site("a"), output)
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in (output, output / "actors")} == {folder}
    assert {path.stat().st_mode & 0o777 for path in output.rglob("*") if path.is_file()} == {file}


def test_an_empty_folder_is_taken_over(output: Path) -> None:
    output.mkdir()
    publish(site("a"), output)
    assert held(output) == expected(site("a"))


def test_missing_parents_are_made(tmp_path: Path) -> None:
    publish(site("a"), tmp_path / "out" / "deep" / "site")
    assert held(tmp_path / "out" / "deep" / "site") == expected(site("a"))


def test_an_output_given_as_a_relative_path_is_found_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    publish(site("a"), Path("site"))
    assert held(tmp_path / "site") == expected(site("a"))


@pytest.mark.parametrize("made", [True, False])
def test_a_symbolic_link_is_followed_and_stays(tmp_path: Path, made: bool) -> None:
    target, link = tmp_path / "elsewhere" / "site", tmp_path / "site"
    target.parent.mkdir()
    if made:
        target.mkdir()
    link.symlink_to(target)
    for version in "ab":
        publish(site(version), link)
        assert link.is_symlink()
        assert held(target) == expected(site(version))
    assert names(target.parent) == ["site"]


def test_the_names_beside_another_output_are_left_alone(tmp_path: Path) -> None:
    others = [tmp_path / ".site.a.standfirst-next", tmp_path / ".other.standfirst-last"]
    for folder in others:
        folder.mkdir()
    publish(site("a"), tmp_path / "site")
    assert all(folder.is_dir() for folder in others)


@pytest.mark.parametrize(
    "route",
    ["", "/index.html", "../index.html", "a/../../b.html", "a//b.html", "a/", "./a.html", "a\\b.html", "a\0", MARKER],
)
def test_a_route_that_leaves_the_site_or_names_the_marker_is_a_bug(output: Path, route: str) -> None:
    with pytest.raises(ValueError, match="a route must name a file inside the site"):
        publish([*site("a"), Artifact(route, b"")], output)
    assert not output.exists()


# ---------------------------------------------------------------- swapping


def system_answers(code: int) -> Callable[[], Callable[[bytes, bytes], int]]:
    def call(_one: bytes, _other: bytes) -> int:
        ctypes.set_errno(code)
        return -1

    return lambda: call


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 and tmpfs or ext4")
def test_linux_swaps_two_folders_in_one_step(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(site("a"), output)
    renamed: list[Path] = []
    monkeypatch.setattr(Path, "rename", lambda path, _target: renamed.append(path))
    publish(site("b"), output)
    assert held(output) == expected(site("b"))
    assert renamed == []


@pytest.mark.parametrize(
    "answer",
    [lambda: None, *map(system_answers, (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP))],
    ids=["no such call", "ENOSYS", "EINVAL", "ENOTSUP"],
)
def test_where_two_folders_cannot_be_swapped_they_are_renamed(
    output: Path, monkeypatch: pytest.MonkeyPatch, answer: Callable[[], object]
) -> None:
    monkeypatch.setattr(publishing, "_system_exchange", answer)
    publish(site("a"), output)
    publish(site("b"), output)
    assert held(output) == expected(site("b"))
    assert names(output.parent) == ["site"]


def test_a_swap_that_the_system_refuses_leaves_the_published_site(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site("a"), output)
    monkeypatch.setattr(publishing, "_system_exchange", system_answers(errno.EXDEV))
    with pytest.raises(UsageError, match=rf"{os.strerror(errno.EXDEV)} \(site\)"):
        publish(site("b"), output)
    assert held(output) == expected(site("a"))
    assert names(output.parent) == ["site"]
