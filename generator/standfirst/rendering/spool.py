"""Where the bodies of a large site are until it is published: the first of them in memory, all others in a file."""

from __future__ import annotations

import os
import tempfile
import threading
from typing import BinaryIO, cast

from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import Artifact

# Bytes that are held in memory: the sites that most newsrooms make need no file.
_MOST_IN_MEMORY = 2**26


class _SpoolFile:
    """A file without a name that could be left behind, for several threads; it ends with the last that refers to it."""

    def __init__(self) -> None:
        self._file = cast("BinaryIO", tempfile.TemporaryFile(prefix="standfirst-", buffering=0))  # noqa: SIM115
        self._lock = threading.Lock()

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()

    def append(self, body: bytes) -> int:
        """Write bytes and return where they start; raise an `OSError` where there is no room for all of them."""
        with self._lock:
            start = self._file.seek(0, os.SEEK_END)
            if self._file.write(body) < len(body):
                raise OSError("there is no room for all of it")
        return start

    def read(self, start: int, size: int) -> bytes:
        """Return so many bytes from there on."""
        with self._lock:
            self._file.seek(start)
            return self._file.read(size)


@frozen
class _SpooledBody:
    file: _SpoolFile
    start: int
    size: int

    def read(self) -> bytes:
        return self.file.read(self.start, self.size)


class Spool:
    """Takes the files of a site one by one, and gives each back as one that need not be in memory."""

    def __init__(self) -> None:
        self._size = 0
        self._file: _SpoolFile | None = None

    def keep(self, artifact: Artifact) -> Artifact:
        """Return a file with the same bytes; where they cannot be written, on a full disk say, they stay in memory."""
        self._size += artifact.size
        if self._size <= _MOST_IN_MEMORY:
            return artifact
        body = artifact.body
        try:
            self._file = self._file or _SpoolFile()
            return Artifact(artifact.route, _SpooledBody(self._file, self._file.append(body), len(body)))
        except OSError:
            return artifact
