"""When something was saved: at once where the system tells of it, and by looking once a second where it does not."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

from watchfiles import awatch

# Milliseconds. Saves are told of when none has come for a `_STEP`, and in a long burst every `_BURST`.
_STEP, _BURST, _LOOK = 5, 100, 1000

Signature = frozenset[tuple[str, int, int, int, int]]


async def saves(paths: Sequence[Path]) -> AsyncIterator[None]:
    """Yield at once, and then whenever something at or below the paths may have changed; never end.

    A folder that is moved away and back, or lies on a disk of another machine, is no longer told of by the system: then
    changes are found by looking at the times of all files.
    """
    seen = signature(paths)
    yield
    while True:
        there = [_identity(path) for path in paths]
        async for told in _told([path for path, found in zip(paths, there, strict=True) if found]):
            if told:
                # At once: how the files are now is looked at when nothing is going on.
                yield
            elif (now := signature(paths)) != seen:
                seen = now
                yield
            if [_identity(path) for path in paths] != there:
                break


async def _told(paths: Sequence[Path]) -> AsyncIterator[bool]:
    """Yield True when the system tells of changes, False when it has not for a while; end where it fails to tell."""
    try:
        async for changes in awatch(
            *paths, watch_filter=None, step=_STEP, debounce=_BURST, rust_timeout=_LOOK, yield_on_timeout=True
        ):
            yield bool(changes)
    except (OSError, RuntimeError, ExceptionGroup):
        # A path went meanwhile, the system has no more watches to give, or something was saved whose name is no text.
        yield True
        await asyncio.sleep(_LOOK / 1000)
        yield False


def signature(paths: Sequence[Path], endings: tuple[str, ...] = ("",)) -> Signature:
    """Return what differs when a file at or below the paths changes whose name has one of the endings."""
    return frozenset(_stats(paths, endings))


def _stats(paths: Sequence[Path], endings: tuple[str, ...]) -> Iterator[tuple[str, int, int, int, int]]:
    for path in _files(paths, endings):
        try:
            found = os.stat(path)
            yield path, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
        except OSError:
            yield path, 0, 0, 0, 0


def _files(paths: Sequence[Path], endings: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        yield str(path)
        for parent, folders, names in os.walk(path):
            folders[:] = [name for name in folders if name != "__pycache__"]
            yield parent
            yield from (os.path.join(parent, name) for name in names if name.endswith(endings))


def _identity(path: Path) -> int:
    """What differs when something else has come in the place of a file or a folder; 0 where there is nothing."""
    try:
        return path.stat().st_ino
    except OSError:
        return 0
