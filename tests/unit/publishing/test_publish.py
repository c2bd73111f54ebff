"""What publishing promises: the output folder is one whole site at every moment, and never somebody else's folder."""

from __future__ import annotations

import ctypes
import errno
import itertools
import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from standfirst.outputs.artifact import Artifact
from standfirst.problems.errors import UsageError
from standfirst.publishing import publish as publishing
from standfirst.publishing.publish import MARKER, Published, check_output, publish

Files = dict[str, bytes]

fork = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


def site(version: str, *, pages: int = 3) -> tuple[Artifact, ...]:
    """Return a site all of whose files say `version`; one route is of this version alone."""
    routes = ("index.html", f"only-{version}.html", *(f"actors/{number}.html" for number in range(pages)))
    return tuple(Artifact(route, version.encode()) for route in routes)


def expected(artifacts: Sequence[Artifact]) -> Files:
    return {artifact.route: artifact.body for artifact in artifacts}


def held(folder: Path) -> Files:
    """Return every file below `folder` but the marker, by its route."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {route: path.read_bytes() for route, path in files.items() if route != MARKER}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "site"


def cannot_exchange(_one: Path, _other: Path) -> bool:
    return False


# ---------------------------------------------------------------- what is published


def test_the_folder_holds_exactly_the_artifacts_and_nothing_stays_beside_it(output: Path) -> None:
    assert publish(site("a"), output) == Published(output, 5)
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


def test_bodies_are_written_byte_for_byte(output: Path) -> None:
    artifacts = (Artifact("empty.txt", b""), Artifact("lines.txt", b"a\r\nb\n\x00\xff"), Artifact("a/b/c.txt", b"deep"))
    publish(artifacts, output)
    assert held(output) == expected(artifacts)


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
    assert publish(site("a"), Path("site")) == Published(Path("site"), 5)
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


# ---------------------------------------------------------------- what is refused


def refused(output: Path, *, inputs: Sequence[Path] = ()) -> str:
    """Return what both ways of asking say about `output`, and see that they say the same."""
    with pytest.raises(UsageError) as early:
        check_output(output, inputs=inputs)
    with pytest.raises(UsageError) as late:
        publish(site("a"), output, inputs=inputs)
    assert str(early.value) == str(late.value)
    return str(early.value)


def test_a_folder_that_standfirst_did_not_make_is_refused_and_stays_as_it_is(output: Path) -> None:
    output.mkdir()
    (output / "thesis.txt").write_text("three years")
    assert refused(output) == (
        f"the output folder '{output}' holds files and was not made by Standfirst; "
        "name another folder, or empty this one yourself"
    )
    assert held(output) == {"thesis.txt": b"three years"}
    assert names(output.parent) == ["site"]


def test_a_link_to_a_folder_that_standfirst_did_not_make_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.txt").write_text("three years")
    (tmp_path / "site").symlink_to(tmp_path / "home")
    assert "was not made by Standfirst" in refused(tmp_path / "site")
    assert held(tmp_path / "home") == {"thesis.txt": b"three years"}


def test_a_file_is_refused(output: Path) -> None:
    output.write_text("notes")
    assert "is not a folder" in refused(output)
    assert output.read_text() == "notes"


def test_a_link_that_leads_to_itself_is_refused(output: Path) -> None:
    output.symlink_to(output)
    assert f"cannot be published: {os.strerror(errno.ELOOP)} (site)" in refused(output)


def test_the_root_of_the_file_system_is_refused(tmp_path: Path) -> None:
    assert "is the root of the file system" in refused(Path(tmp_path.anchor))


@pytest.mark.parametrize("given", [".", "", "..", "../../work"])
def test_a_folder_that_holds_the_working_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    working = tmp_path / "work" / "here"
    working.mkdir(parents=True)
    monkeypatch.chdir(working)
    assert "holds the folder you are working in" in refused(Path(given))


@pytest.mark.parametrize("given", ["desk", "desk/content", "desk/content/site", "desk/content/../content/images"])
def test_a_folder_that_overlaps_an_input_folder_is_refused(tmp_path: Path, given: str) -> None:
    content, templates = tmp_path / "desk" / "content", tmp_path / "templates"
    content.mkdir(parents=True)
    message = refused(tmp_path / given, inputs=[templates, content])
    assert f"overlaps the input folder '{content}'" in message
    assert names(content) == []


def test_a_folder_of_ours_is_refused_once_the_inputs_lie_in_it(output: Path) -> None:
    publish(site("a"), output)
    (output / "content").mkdir()
    assert "overlaps the input folder" in refused(output, inputs=[output / "content"])
    assert (output / "content").is_dir()


def test_a_folder_beside_the_inputs_is_accepted_though_its_name_begins_alike(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    publish(site("a"), tmp_path / "content-site", inputs=[tmp_path / "content"])
    assert held(tmp_path / "content-site") == expected(site("a"))


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes")
    assert f"would lie inside '{tmp_path / 'notes.txt'}', which is not a folder" in refused(
        tmp_path / "notes.txt" / "out" / "site"
    )


def test_a_folder_where_nothing_may_be_written_is_refused(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: path != output.parent or mode != os.W_OK | os.X_OK)
    assert f"lies inside '{output.parent}', where you may not write" in refused(output)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder where not even root can make a file")
def test_a_folder_where_nothing_can_be_made_is_refused_without_waiting_for_a_turn() -> None:
    with pytest.raises(UsageError, match=r"the output folder '/proc/site' (cannot be published|lies inside)"):
        publish(site("a"), Path("/proc/site"))


@pytest.mark.parametrize("names", [None, [MARKER, "index.html"]], ids=["moved aside", "put in place"])
def test_a_folder_that_another_build_replaces_while_it_is_looked_at_is_accepted(
    output: Path, monkeypatch: pytest.MonkeyPatch, names: list[str] | None
) -> None:
    def meanwhile(path: Path) -> list[str]:
        if names is None:
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))
        return names

    output.mkdir()
    monkeypatch.setattr(os, "listdir", meanwhile)
    check_output(output)


def test_a_mount_point_is_refused(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(site("a"), output)
    monkeypatch.setattr(os.path, "ismount", lambda path: path == output)
    assert "is a mount point" in refused(output)


def test_what_the_system_refuses_while_checking_is_explained(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(path: Path) -> list[str]:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    output.mkdir()
    monkeypatch.setattr(os, "listdir", deny)
    assert "cannot be published: Permission denied (site)" in refused(output)


def test_checking_changes_nothing(tmp_path: Path) -> None:
    check_output(tmp_path / "out" / "site", inputs=[tmp_path / "content"])
    assert names(tmp_path) == []


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
        publish(site("b"), output)
        assert held(output) == expected(site("b"))
        with pytest.raises(UsageError, match=r"Permission denied \(\.site\.standfirst-next\)"):
            publish(site("c"), output)
        assert held(output) == expected(site("b"))
    publish(site("c"), output)
    assert names(output.parent) == ["site"]


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
