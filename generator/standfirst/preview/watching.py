"""When something was saved: known at once where the system reports it, else by looking once a second."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path

from watchfiles import Change, awatch

# Milliseconds. Saves are told of when none has come for a `_STEP`, and in a long burst every `_BURST`.
_STEP, _BURST, _LOOK = 5, 100, 1000
_NOTHING = (0, 0)

Signature = frozenset[tuple[str, int, int, int, int]]


async def saves(paths: Sequence[Path]) -> AsyncIterator[None]:
    """Yield at once, and then whenever something at or below the paths may have changed; never end.

    A folder on a disk of another machine, or in one that was moved away and back, is not told of by the system: then
    changes are found by looking at the times of all files.
    """
    yield
    # None after the system has told of a change, too: what is read then may be undone before anybody looks again.
    seen: Signature | None = None
    async for told in _changes(paths):
        if told:
            # Told at once, without looking at the files: that is done when nothing is going on.
            seen = None
            yield
        elif (now := signature(paths)) != seen:
            seen = now
            yield


async def moves(paths: Sequence[Path]) -> AsyncIterator[None]:
    """Yield whenever one of the paths may have come, gone, or been put in place of another; never end.

    Of this the system tells only those who watch the folder that it is in.
    """
    places = {os.path.abspath(path) for path in paths}
    folders = sorted({Path(place).parent for place in places})
    async for told in _changes(folders, recursive=False, watch_filter=lambda _, path: os.path.abspath(path) in places):
        if told:
            yield


async def _changes(
    paths: Sequence[Path], *, recursive: bool = True, watch_filter: Callable[[Change, str], bool] | None = None
) -> AsyncIterator[bool]:
    """Yield True when the system tells of changes, False when it has not for a while; never end."""
    while True:
        watched = _watched(paths, recursive)
        try:
            async for changes in awatch(
                *watched,
                watch_filter=watch_filter,
                step=_STEP,
                debounce=_BURST,
                rust_timeout=_LOOK,
                yield_on_timeout=True,
                recursive=recursive,
            ):
                yield bool(changes)
                if _watched(paths, recursive) != watched:
                    break
        except (OSError, RuntimeError, ExceptionGroup):
            # A path went meanwhile, the system has no more watches to give, or what was saved has a name that is no
            # text.
            yield True
            await asyncio.sleep(_LOOK / 1000)
            yield False


def signature(paths: Sequence[Path], endings: tuple[str, ...] = ("",)) -> Signature:
    """Return what differs when a file at or below the paths changes whose name has one of the endings.

    What is hidden is left out: editors keep files of their own there while one writes.
    """
    return frozenset(_stats(paths, endings))


def _stats(paths: Sequence[Path], endings: tuple[str, ...]) -> Iterator[tuple[str, int, int, int, int]]:
    for path in _files(paths, endings):
        try:
            found = os.stat(path)
            if stat.S_ISDIR(found.st_mode):
                # Its times tell of hidden files too.
                yield path, found.st_ino, found.st_mode, 0, 0
            else:
                yield path, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
        except OSError:
            yield path, 0, 0, 0, 0


def _files(paths: Sequence[Path], endings: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        yield str(path)
        known: set[tuple[int, int]] = set()
        # A folder may be a link, and even lead to one that it lies in.
        for parent, folders, names in os.walk(path, followlinks=True):
            identity = _identity(parent)
            if identity in known:
                folders.clear()
                continue
            known.add(identity)
            folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
            kept = (name for name in names if name.endswith(endings) and not name.startswith("."))
            yield from (os.path.join(parent, name) for name in (*folders, *kept))


def _watched(paths: Sequence[Path], recursive: bool) -> dict[Path, tuple[int, int]]:
    """What there is of these paths, and which file or folder each of them is; recursive, also of folders linked to."""
    links = [path / name for path in paths for name in _linked_folders(path)] if recursive else []
    found = {path: _identity(path) for path in (*paths, *links)}
    return {path: identity for path, identity in found.items() if identity != _NOTHING}


def _linked_folders(path: Path) -> list[str]:
    try:
        with os.scandir(path) as entries:
            return sorted(entry.name for entry in entries if entry.is_symlink() and entry.is_dir())
    except OSError:
        return []


def _identity(path: Path | str) -> tuple[int, int]:
    """What differs when something else has come in the place of a file or a folder."""
    try:
        found = os.stat(path)
    except OSError:
        return _NOTHING
    return found.st_dev, found.st_ino
