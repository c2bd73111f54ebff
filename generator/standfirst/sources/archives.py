"""Copies that are archives of files, as DOCX and EPUB are: opened within limits, and never written to a disk."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from standfirst.model import Origin
from standfirst.problems.errors import SiteError, problem
from standfirst.reading.files import CopyFile

# Bytes of one file when it is unpacked, and of all that are; a book of a thousand pages has some three million.
_LARGEST, _MOST = 24_000_000, 48_000_000
_FAULTS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError)
_ENCRYPTED = 0x1


class Archive:
    """The files of a copy by their names; what cannot be read of them raises a `SiteError`."""

    def __init__(self, file: CopyFile, kind: str) -> None:
        self._file, self._kind = file, kind
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(file.body))
        except _FAULTS:
            raise self.damaged() from None

    def names(self) -> frozenset[str]:
        """Return the names of all files."""
        return frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Return the bytes of a file that must be there."""
        try:
            entry = self._zip.getinfo(name)
            if entry.flag_bits & _ENCRYPTED:
                raise self.locked()
            with self._zip.open(entry) as opened:
                body = opened.read(_LARGEST + 1)
        except (KeyError, *_FAULTS):
            raise self.damaged() from None
        self._unpacked += len(body)
        if len(body) > _LARGEST or self._unpacked > _MOST:
            raise self._problem("it is larger than any document should be when it is unpacked", "save its text alone")
        return body

    def damaged(self) -> SiteError:
        """Return what is wrong with a file that is not what its name says."""
        return self._problem("it is damaged, or is none", "open it in the program that made it, and save it anew")

    def locked(self) -> SiteError:
        """Return what is wrong with a file that only some may read."""
        return self._problem("it is locked", "save a copy that is not, or the text that you cite as plain text")

    def _problem(self, why: str, remedy: str) -> SiteError:
        return problem(Origin(self._file.path, 1, 1), f"this {self._kind} cannot be read: {why}", remedy)
