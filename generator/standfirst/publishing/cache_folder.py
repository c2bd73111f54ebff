"""The cache between builds: what a build leaves in a folder for the next, in files that may get lost or damaged.

An entry is found by its key, the digest of all that it was made from, so that none is ever out of date. Before what it
holds stands the digest of its key and of that: an entry that was cut short, changed or swapped with another is none,
as is one that cannot be read, and is made and written anew. Nothing that goes wrong here is worth a message: it costs
time, and the site is the same.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from standfirst.model.frozen_class import frozen

# Bytes in all: some thirty sites of a thousand pages, or one of ten thousand.
_MOST_BYTES = 2**30
_KEY = re.compile(r"[0-9a-f]{64}")
_DIGEST_SIZE = 32
# How an entry is named that is being written, and for how many seconds that may take before a build must have died.
_BEING_WRITTEN, _LONGEST_WRITE = ".new-", 3600
_BESIDE = {
    ".gitignore": "*\n",
    # See https://bford.info/cachedir/
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# What builds of Standfirst keep; safe to delete.\n",
}


@frozen
class CacheFolder:
    """Entries by their keys. Several builds may use one folder at once; which bytes it holds is bounded."""

    path: Path

    @classmethod
    def within(cls, folder: Path) -> CacheFolder:
        """Return the part of a folder that is Standfirst's: a `.cache` may be that of other programs, too."""
        return cls(folder / "standfirst")

    def get(self, key: str) -> memoryview | None:
        """Return what the entry of a key holds, or None where there is none that is whole."""
        path = self.path / key
        try:
            whole = memoryview(_read(path))
        except OSError:
            return None
        payload = whole[_DIGEST_SIZE:]
        if not _is_whole(key, whole[:_DIGEST_SIZE], payload):
            return None
        # By this the entries are known that nobody has asked for in a long time.
        with suppress(OSError):
            os.utime(path)
        return payload

    def put(self, key: str, parts: Iterable[bytes]) -> None:
        """Keep an entry, if it can be written; the entries that nobody has asked for the longest make room for it.

        Parts are written one by one, so that not all of them need to be in memory at once.
        """
        with suppress(OSError):
            self._make()
            self._write(key, parts)
            self._make_room()

    def _make(self) -> None:
        if self.path.is_dir():
            return
        self.path.mkdir(parents=True, exist_ok=True)
        for name, text in _BESIDE.items():
            (self.path / name).write_text(text, encoding="utf-8")

    def _write(self, key: str, parts: Iterable[bytes]) -> None:
        """Write beside its place, and move it there: who reads meanwhile finds the old entry, the new one, or none."""
        place, beside = self.path / key, self.path / f"{_BEING_WRITTEN}{os.urandom(8).hex()}"
        try:
            with open(beside, "xb") as file:
                _write_entry(file, key, parts)
            if place.is_dir():
                shutil.rmtree(place)
            os.replace(beside, place)
        except BaseException:
            with suppress(OSError):
                os.unlink(beside)
            raise

    def _make_room(self) -> None:
        room = _MOST_BYTES
        for at, path in sorted(self._entries(), key=lambda entry: entry[0].st_mtime_ns, reverse=True):
            room -= at.st_size
            if room < 0:
                os.unlink(path)

    def _entries(self) -> Iterator[tuple[os.stat_result, str]]:
        """The entries, each with its size and last use; what a build that died was writing is removed."""
        for found in os.scandir(self.path):
            at = found.stat(follow_symlinks=False)
            if stat.S_ISREG(at.st_mode) and _KEY.fullmatch(found.name):
                yield at, found.path
            elif found.name.startswith(_BEING_WRITTEN) and at.st_mtime < time.time() - _LONGEST_WRITE:
                os.unlink(found.path)


def _write_entry(file: BinaryIO, key: str, parts: Iterable[bytes]) -> None:
    """Write parts, and before them their digest; raise an `OSError` where they are more than a cache may hold."""
    digest = hashlib.sha256(key.encode())
    size = file.write(bytes(_DIGEST_SIZE))
    for part in parts:
        digest.update(part)
        size += file.write(part)
        if size > _MOST_BYTES:
            raise OSError("this is more than a cache may hold")
    file.seek(0)
    file.write(digest.digest())


def _is_whole(key: str, digest: memoryview, payload: memoryview) -> bool:
    found = hashlib.sha256(key.encode())
    found.update(payload)
    return found.digest() == digest


def _read(path: Path) -> bytes:
    with open(path, "rb", buffering=0, opener=_without_waiting) as file:
        at = os.fstat(file.fileno())
        # Something else may have come in the place of an entry: a pipe, which ends for nobody, or more than fits.
        if not stat.S_ISREG(at.st_mode) or at.st_size > _MOST_BYTES:
            raise OSError("this is no entry")
        return file.readall()


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
