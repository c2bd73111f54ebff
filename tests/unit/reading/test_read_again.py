"""A file is read again when it may have been saved since, and else it is not."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from standfirst.cache import Cache
from standfirst.reading.read import read_content
from tests.unit.reading.desk import links, problems, write

pytestmark = pytest.mark.usefixtures("desk")
change_times = pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell when a file was changed")

WRITTEN = ("site.yaml", "facts/a.yaml", "sections/a.md", "images/a.png", "sources/a.txt", "sources.lock")


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock is ahead, so that nothing seems to have been saved of late."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 10**10)


@pytest.mark.usefixtures("settled", "cached")
def test_what_was_not_saved_since_is_not_read_again() -> None:
    for name in WRITTEN:
        write(f"content/{name}", b"old")
    first = read_content(Path("content"))
    time.sleep(0.02)
    write("content/facts/a.yaml", b"new")
    second = read_content(Path("content"))
    assert [path for path, file in second.by_path.items() if file is not first.by_path[path]] == [
        "content/facts/a.yaml"
    ]
    assert second.facts[0].text == "new"


@pytest.fixture
def cached() -> Iterator[None]:
    """What was read once is not read again."""
    with Cache().active():
        yield


@pytest.fixture
def slow_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The times of files are those of a disk whose clock ticks every two seconds."""
    look = os.stat

    def coarse(path: str | Path, **options: bool) -> os.stat_result:
        found = look(path, **options)
        times = {name: getattr(found, name) // 2_000_000_000 * 2_000_000_000 for name in ("st_mtime_ns", "st_ctime_ns")}
        return os.stat_result(found[:10], times)

    monkeypatch.setattr(os, "stat", coarse)


@pytest.mark.usefixtures("slow_clock", "cached")
def test_a_save_in_the_tick_of_the_clock_in_which_a_file_was_read_is_seen() -> None:
    for text in ("old", "new", "two", "six"):
        write("content/facts/a.yaml", text.encode())
        assert read_content(Path("content")).facts[0].text == text


def put_in_place() -> None:
    write("new", b"new")
    Path("new").replace("content/facts/a.yaml")


def with_its_old_time() -> None:
    before = Path("content/facts/a.yaml").stat()
    write("content/facts/a.yaml", b"new")
    os.utime("content/facts/a.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.usefixtures("settled", "cached")
@pytest.mark.parametrize("save", [put_in_place, pytest.param(with_its_old_time, marks=change_times)])
def test_a_save_that_leaves_size_and_time_as_they_were_is_seen(save: Callable[[], None]) -> None:
    write("content/facts/a.yaml", b"old")
    assert read_content(Path("content")).facts[0].text == "old"
    time.sleep(0.02)
    save()
    assert read_content(Path("content")).facts[0].text == "new"


@links
@pytest.mark.usefixtures("settled", "cached")
def test_a_link_that_leads_elsewhere_is_followed_anew() -> None:
    write("one", b"old")
    write("two", b"new")
    Path("content/facts").mkdir()
    link = Path("content/facts/a.yaml")
    link.symlink_to("../../one")
    assert read_content(Path("content")).facts[0].text == "old"
    link.unlink()
    link.symlink_to("../../two")
    assert read_content(Path("content")).facts[0].text == "new"


@pytest.mark.usefixtures("settled", "cached")
def test_files_come_and_go_and_cease_to_be_readable_in_any_build() -> None:
    write("content/facts/a.yaml", b"a")
    read_content(Path("content"))
    write("content/facts/b.yaml", b"b")
    assert [file.text for file in read_content(Path("content")).facts] == ["a", "b"]
    Path("content/facts/a.yaml").unlink()
    assert [file.text for file in read_content(Path("content")).facts] == ["b"]
    Path("content/facts/b.yaml").unlink()
    Path("content/facts/b.yaml").mkdir()
    assert "this file cannot be read" in problems()[0]


@pytest.mark.usefixtures("settled", "cached")
def test_what_cannot_be_read_is_looked_at_anew_and_the_rest_is_not_read_again() -> None:
    write("content/facts/a.yaml", b"a")
    write("content/facts/b.yaml", b"\xff")
    for _ in range(2):
        assert "is not UTF-8" in problems()[0]
    write("content/facts/b.yaml", b"mended")
    first, second = (read_content(Path("content")) for _ in range(2))
    assert first.facts[1].text == "mended"
    assert [file for file in second.facts if file not in first.facts] == []
    assert second.facts[0] is first.facts[0]
