"""How one file is read, each sort by its own rules. What cannot be read raises a `SiteError`."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from standfirst.model import Id
from standfirst.model.addresses import fault_in_route
from standfirst.problems.errors import problem
from standfirst.reading.copy_formats import format_of
from standfirst.reading.encoding import text_of
from standfirst.reading.files import CopyFile, FontFile, ImageFile, InputFile
from standfirst.reading.folders import FoundFile, SavedFile, cached_file, found_file, is_of_the_system

T = TypeVar("T")

# Some 100,000 facts.
_MOST_BYTES = 20_000_000
# Bytes: of text twice the longest books, and some 500 MB of memory while words are sought that do not stand in it. Most
# of a PDF is pictures and fonts.
_LARGEST_TEXT, _LARGEST_ORIGINAL = 32 * 2**20, 128 * 2**20


def read_copy_file(source: Id, path: Path) -> CopyFile:
    """Read the copy of a source from anywhere, or raise a `SiteError` where it cannot be read."""
    found = found_file(path)
    return CopyFile(found.display_path, source, read_file(_body_of_copy, found))


def read_bytes(path: Path) -> bytes:
    """Read a file from anywhere, or raise a `SiteError` where it cannot be read, or is too large."""
    return read_file(_taken_file, found_file(path))


def read_text(path: Path) -> InputFile:
    """Read a text file from anywhere, or raise a `SiteError` where it cannot be read."""
    return read_file(text_file, found_file(path))


def read_file(make: Callable[[SavedFile], T], found: FoundFile) -> T:
    """Return what `make` makes of a file, or what it made of it earlier if nobody has saved the file since."""
    try:
        return cached_file(make, found)
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}"
        raise problem(found.start, message, "mend or remove it") from None


def _body(saved: SavedFile) -> bytes:
    if is_of_the_system(saved.found.path):
        raise OSError(errno.EINVAL, "it leads to what the system shows of itself")
    # Reading a pipe or a device might never end; a folder says for itself that it is no file.
    with open(saved.found.path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is a pipe or a device")
        return file.read()


def _without_waiting(path: str, flags: int) -> int:
    """Open a file that may be a pipe to which nobody writes."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def text_file(saved: SavedFile) -> InputFile:
    """Read a text file."""
    return InputFile(saved.found.display_path, text_of(saved.found.display_path, _body(saved)))


def written_file(saved: SavedFile) -> InputFile:
    """Read a file that somebody writes by hand; a much larger one would take longer to read than anybody waits."""
    _refuse_more_than(saved, _MOST_BYTES)
    return text_file(saved)


def _refuse_more_than(saved: SavedFile, most: int) -> None:
    if saved.size > most:
        message = f"this file has {saved.size // 1_000_000} MB, and none is read of more than {most // 1_000_000}"
        raise problem(saved.found.start, message, "split it into several")


def _taken_file(saved: SavedFile) -> bytes:
    """Read a file of another program."""
    _refuse_more_than(saved, _MOST_BYTES)
    return _body(saved)


def image_file(saved: SavedFile) -> ImageFile:
    """Read a picture, which must be named so that it can be published."""
    image = ImageFile(saved.found.below, _body(saved))
    # Here, and not when it is published, so that a check finds it too.
    if fault := fault_in_route(image.path):
        raise problem(saved.found.start, f"this image cannot be published: {fault}", "rename it")
    return image


def font_file(saved: SavedFile) -> FontFile:
    """Read a file with letters."""
    return FontFile(saved.found.below, _taken_file(saved))


def copy_file(saved: SavedFile) -> CopyFile:
    """Read the copy of the source that the file is named for."""
    return CopyFile(saved.found.display_path, Id(saved.found.stem), _body_of_copy(saved))


def _body_of_copy(saved: SavedFile) -> bytes:
    largest = _LARGEST_ORIGINAL if format_of(saved.found.path).is_original else _LARGEST_TEXT
    if saved.size > largest:
        size, most = (f"{size / 2**20:.0f} MB" for size in (saved.size, largest))
        message = f"this copy is too large to be searched: it has {size}, and {most} is the most"
        raise problem(saved.found.start, message, "save the words of the source alone, as plain text")
    return _body(saved)
