"""Builds that fail, are killed, or run at the same time: what was published stays, or is replaced whole."""

from __future__ import annotations

import errno
import itertools
import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from standfirst.outputs.artifact import Artifact
from standfirst.problems.errors import UsageError
from standfirst.publishing import publish as publishing
from standfirst.publishing.output_folder import MARKER
from standfirst.publishing.publish import publish
from tests.unit.publishing.sites import Files, cannot_exchange, expected, held, names, site

fork = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


# ---------------------------------------------------------------- builds that fail


def fail_at_write(monkeypatch: pytest.MonkeyPatch, last: int, error: BaseException) -> None:
    """Let the system accept `last` writes, and then none."""
    write, count = os.write, itertools.count()

    def failing(file: int, rest: bytes) -> int:
        if next(count) >= last:
            raise error
        return write(file, rest)

    monkeypatch.setattr(os, "write", failing)


def test_a_full_disk_leaves_the_published_site_and_nothing_beside_it(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site("a"), output)
    fail_at_write(monkeypatch, 3, OSError(errno.ENOSPC, "No space left on device"))
    with pytest.raises(UsageError, match=r"No space left on device; nothing published has changed"):
        publish(site("b"), output)
    assert held(output) == expected(site("a"))
    assert names(output.parent) == ["site"]


def test_a_first_build_that_fails_leaves_nothing(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_at_write(monkeypatch, 3, OSError(errno.ENOSPC, "No space left on device"))
    with pytest.raises(UsageError):
        publish(site("b"), output)
    assert names(output.parent) == []


def test_a_build_that_is_interrupted_leaves_the_published_site(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(site("a"), output)
    fail_at_write(monkeypatch, 3, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        publish(site("b"), output)
    assert held(output) == expected(site("a"))
    assert names(output.parent) == ["site"]


def test_a_name_too_long_for_the_file_system_is_explained(output: Path) -> None:
    publish(site("a"), output)
    with pytest.raises(UsageError, match=r"cannot be published: .+ \(x+\.html\)"):
        publish([Artifact(f"actors/{'x' * 300}.html", b"")], output)
    assert held(output) == expected(site("a"))


@pytest.mark.parametrize("stop", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
def test_a_swap_by_renaming_that_stops_half_way_puts_the_earlier_site_back(
    output: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    publish(site("a"), output)
    rename = Path.rename

    def stopping(path: Path, target: Path) -> Path:
        if path.name == ".site.standfirst-next":
            raise stop
        return rename(path, target)

    monkeypatch.setattr(publishing, "_exchange", cannot_exchange)
    monkeypatch.setattr(Path, "rename", stopping)
    with pytest.raises((UsageError, KeyboardInterrupt)):
        publish(site("b"), output)
    assert held(output) == expected(site("a"))
    assert names(output.parent) == ["site"]


def test_a_folder_that_cannot_be_removed_after_the_swap_does_not_fail_the_build(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    publish(site("a"), output)
    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", deny)
        patch.setattr(Path, "unlink", deny)
        publish(site("b"), output)
        assert held(output) == expected(site("b"))
        with pytest.raises(UsageError, match=r"Permission denied \(\.site\.standfirst-next\)"):
            publish(site("c"), output)
        assert held(output) == expected(site("b"))
    publish(site("c"), output)
    assert names(output.parent) == ["site"]


# ---------------------------------------------------------------- builds that are killed


def publish_until(step: int, output: Path, *, swaps: bool) -> None:
    """Publish version b, and die just before the given operation on the file system, counted from 0."""
    exchange, steps = publishing._exchange if swaps else cannot_exchange, itertools.count()

    def die_when_due(event: str, _details: object) -> None:
        if event.startswith(("open", "os.", "fcntl.")) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def audited_exchange(one: Path, other: Path) -> bool:
        sys.audit("os.exchange")
        return exchange(one, other)

    publishing._exchange = audited_exchange
    sys.addaudithook(die_when_due)
    publish(site("b"), output)


def killed_at(step: int, output: Path, *, swaps: bool) -> bool:
    """Return whether the build was killed; False once it has fewer steps than that."""
    child = multiprocessing.get_context("fork").Process(
        target=publish_until, args=(step, output), kwargs={"swaps": swaps}
    )
    child.start()
    child.join()
    assert child.exitcode in (0, -signal.SIGKILL)
    return child.exitcode != 0


def kills(output: Path, *, swaps: bool) -> Iterator[int]:
    """Kill a build of version b at each of its steps in turn, until one is left to finish."""
    for step in itertools.count():
        if not killed_at(step, output, swaps=swaps):
            assert step > 10, "the steps of a build were not seen"
            return
        yield step


@contextmanager
def disk_full(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        fail_at_write(patch, 0, OSError(errno.ENOSPC, "No space left on device"))
        yield


@fork
@pytest.mark.skipif(sys.platform != "linux", reason="needs a swap in one step")
def test_a_build_killed_at_any_step_leaves_a_whole_site_and_the_next_one_tidies_up(output: Path) -> None:
    publish(site("a"), output)
    left = []
    for _step in kills(output, swaps=True):
        left.append(held(output))
        publish(site("a"), output)
        assert held(output) == expected(site("a"))
        assert names(output.parent) == ["site"]
    a, b = expected(site("a")), expected(site("b"))
    assert left == [a] * left.count(a) + [b] * left.count(b)
    assert a in left
    assert b in left


@fork
def test_a_first_build_killed_at_any_step_leaves_no_site_or_a_whole_one(output: Path) -> None:
    left = []
    for _step in kills(output, swaps=True):
        left.append(held(output) if output.exists() else {})
        publish(site("a"), output)
        assert names(output.parent) == ["site"]
        shutil.rmtree(output)
    assert {} in left
    assert expected(site("b")) in left
    assert all(files in ({}, expected(site("b"))) for files in left)


@fork
def test_where_renaming_was_killed_half_way_even_a_failing_build_puts_a_whole_site_back(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site("a"), output)
    left, gone = [], 0
    for _step in kills(output, swaps=False):
        gone += not output.exists()
        with disk_full(monkeypatch), pytest.raises(UsageError):
            publish(site("c"), output)
        left.append(held(output))
        assert names(output.parent) == ["site"]
        publish(site("a"), output)
    assert gone
    assert all(files in (expected(site("a")), expected(site("b"))) for files in left)
    assert expected(site("b")) in left


# ---------------------------------------------------------------- builds at the same time


def publish_often(version: str, output: Path, start: Barrier) -> None:
    start.wait()
    for _round in range(20):
        publish(site(version, pages=40), output)


@contextmanager
def two_builds(output: Path) -> Iterator[Sequence[BaseProcess]]:
    """Publish versions b and c over and over, both at once; see at the end that both did, and what is left."""
    context = multiprocessing.get_context("fork")
    start = context.Barrier(2)
    builds = [context.Process(target=publish_often, args=(version, output, start)) for version in "bc"]
    for build in builds:
        build.start()
    yield builds
    for build in builds:
        build.join()
    assert [build.exitcode for build in builds] == [0, 0]
    assert held(output) in (expected(site("b", pages=40)), expected(site("c", pages=40)))
    assert names(output.parent) == ["site"]


def read_unless_replaced(output: Path) -> Files | None:
    """Return the pages on top of the site that is published now, or None where it was replaced meanwhile."""
    folder = os.open(output, os.O_RDONLY)
    try:
        pages = {}
        for name in sorted(set(os.listdir(folder)) - {MARKER, "actors"}):
            with open(name, "rb", opener=lambda name, flags: os.open(name, flags, dir_fd=folder)) as file:
                pages[name] = file.read()
    except FileNotFoundError:
        pages = {}
    replaced = not os.path.samestat(os.fstat(folder), output.stat())
    os.close(folder)
    return None if replaced else pages


@fork
@pytest.mark.skipif(sys.platform != "linux", reason="needs a swap in one step")
def test_builds_at_the_same_time_do_not_mix_and_readers_always_meet_a_whole_site(output: Path) -> None:
    publish(site("a"), output)
    seen = []
    with two_builds(output) as builds:
        while any(build.is_alive() for build in builds):
            seen.append(read_unless_replaced(output))
    seen.append(read_unless_replaced(output))
    whole = [expected(site(version, pages=0)) for version in "abc"]
    assert seen[-1] in whole
    assert all(pages is None or pages in whole for pages in seen)


@fork
def test_builds_at_the_same_time_do_not_fail_each_other_where_folders_are_renamed(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "_exchange", cannot_exchange)
    with two_builds(output):
        pass
