"""What the cache between builds promises: what it gives back is what was put there, whatever became of its files."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.publishing import cache_folder
from standfirst.publishing.cache_folder import CacheFolder

KEY, OTHER = "a1" * 32, "b2" * 32


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    return CacheFolder.within(tmp_path / ".cache")


def held(cache: CacheFolder, key: str = KEY) -> bytes | None:
    found = cache.get(key)
    return None if found is None else bytes(found)


def keys(cache: CacheFolder) -> set[str]:
    return {path.name for path in cache.path.iterdir()} - {".gitignore", "CACHEDIR.TAG"}


def test_what_was_put_is_found_under_its_key_alone(cache: CacheFolder) -> None:
    assert held(cache) is None
    cache.put(KEY, [b"one", b"", b" two"])
    assert held(cache) == b"one two"
    assert held(cache, OTHER) is None
    cache.put(KEY, [b"three"])
    assert held(cache) == b"three"


def test_the_folder_says_that_no_copy_of_it_is_needed_and_that_git_need_not_look(cache: CacheFolder) -> None:
    cache.put(KEY, [b"one"])
    # See https://bford.info/cachedir/
    assert (cache.path / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55\n")
    assert (cache.path / ".gitignore").read_text(encoding="utf-8") == "*\n"


# ---------------------------------------------------------------- what may become of a file


def test_an_entry_that_was_swapped_with_another_is_none(cache: CacheFolder) -> None:
    cache.put(KEY, [b"one"])
    cache.put(OTHER, [b"two"])
    shutil.copy(cache.path / OTHER, cache.path / KEY)
    assert held(cache) is None
    assert held(cache, OTHER) == b"two"


@given(st.binary(max_size=80), st.data())
def test_an_entry_that_was_cut_short_or_changed_is_none(
    tmp_path_factory: pytest.TempPathFactory, payload: bytes, data: st.DataObject
) -> None:
    cache = CacheFolder(tmp_path_factory.mktemp("cache"))
    cache.put(KEY, [payload])
    assert held(cache) == payload
    file = cache.path / KEY
    whole = file.read_bytes()
    number = data.draw(st.integers(0, len(whole) - 1))
    bit = 1 << data.draw(st.integers(0, 7))
    for damaged in (whole[:number], whole[:number] + bytes([whole[number] ^ bit]) + whole[number + 1 :], whole + b"\0"):
        file.write_bytes(damaged)
        assert held(cache) is None
    cache.put(KEY, [payload])
    assert held(cache) == payload


def make_folder(path: Path) -> None:
    path.mkdir()
    (path / "file").touch()


def make_endless(path: Path) -> None:
    path.touch()
    os.truncate(path, 2**40)


STAND_INS: dict[str, Callable[[Path], None]] = {
    "a folder": make_folder,
    "a pipe": os.mkfifo,
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "an empty file": lambda path: path.touch(),
    "a file of a terabyte": make_endless,
}


@pytest.mark.parametrize("make", STAND_INS.values(), ids=STAND_INS)
def test_what_came_in_the_place_of_an_entry_is_none_and_is_replaced(
    cache: CacheFolder, make: Callable[[Path], None]
) -> None:
    cache.put(KEY, [b"one"])
    (cache.path / KEY).unlink()
    make(cache.path / KEY)
    assert held(cache) is None
    cache.put(KEY, [b"one"])
    assert held(cache) == b"one"


# ---------------------------------------------------------------- where nothing can be written


@pytest.mark.parametrize("taken", [".cache", ".cache/standfirst"])
def test_where_there_is_a_file_in_the_place_of_the_folder_nothing_is_kept(tmp_path: Path, taken: str) -> None:
    file = tmp_path / taken
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine")
    cache = CacheFolder.within(tmp_path / ".cache")
    cache.put(KEY, [b"one"])
    assert held(cache) is None
    assert file.read_text() == "mine"


@pytest.mark.parametrize("refused", [("mkdir",), ("replace",), ("utime",), ("unlink",), ("replace", "unlink")])
def test_what_the_system_refuses_is_passed_over(
    cache: CacheFolder, monkeypatch: pytest.MonkeyPatch, refused: tuple[str, ...]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    for call in refused:
        monkeypatch.setattr(os, call, refuse)
    cache.put(KEY, [b"one"])
    assert held(cache) in {None, b"one"}
    monkeypatch.undo()
    cache.put(KEY, [b"one"])
    assert held(cache) == b"one"


def test_what_could_not_be_moved_into_its_place_is_removed(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put(OTHER, [b"two"])
    monkeypatch.setattr(os, "replace", lambda *_: os.listdir("no such folder"))
    cache.put(KEY, [b"one"])
    assert keys(cache) == {OTHER}


# ---------------------------------------------------------------- how much is kept


def put_in_order(cache: CacheFolder, *entries: tuple[str, bytes]) -> None:
    """Put entries, each of them a second after the one before."""
    for seconds, (key, payload) in enumerate(entries):
        cache.put(key, [payload])
        os.utime(cache.path / key, (seconds, seconds))


def test_entries_that_were_not_asked_for_the_longest_make_room(
    cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third, fourth = (f"{number}" * 64 for number in range(4))
    monkeypatch.setattr(cache_folder, "_MOST_BYTES", 3 * (32 + 10))
    put_in_order(cache, *((key, b"0123456789") for key in (first, second, third)))
    assert keys(cache) == {first, second, third}
    assert held(cache, first) == b"0123456789"
    cache.put(fourth, [b"0123456789"])
    assert keys(cache) == {first, third, fourth}


def test_what_is_larger_than_all_that_may_be_kept_is_not(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_folder, "_MOST_BYTES", 42)
    cache.put(KEY, [b"0123456789"])
    cache.put(OTHER, [b"0123456789+"])
    assert keys(cache) == {KEY}
    assert held(cache) == b"0123456789"


def test_what_a_build_that_was_killed_has_left_goes_when_it_is_old(cache: CacheFolder) -> None:
    cache.put(KEY, [b"one"])
    young, old = cache.path / ".new-young", cache.path / ".new-old"
    young.touch()
    old.touch()
    os.utime(old, (time.time() - 4000,) * 2)
    cache.put(OTHER, [b"two"])
    assert keys(cache) == {KEY, OTHER, ".new-young"}


def test_files_of_others_stay(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_folder, "_MOST_BYTES", 60)
    put_in_order(cache, (KEY, b"one"))
    (cache.path / "thesis.txt").write_text("the only copy")
    (cache.path / "link").symlink_to("nothing")
    cache.put(OTHER, [b"two"])
    assert keys(cache) == {OTHER, "thesis.txt", "link"}
