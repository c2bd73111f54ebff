"""The files in a folder: found without opening any, and read again only where one may have been saved meanwhile."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from generator.errors import Problem
from generator.memory import Memory
from generator.model import Origin

T = TypeVar("T")

# Nanoseconds. Two saves in one tick of a file system's clock look alike where they leave the same size, and the slowest
# clock, that of FAT, ticks every two seconds.
_SETTLED = 3_000_000_000


class FoundFile(NamedTuple):
    """A file that is there: how to open it, its path as the writer would type it, and its path below its folder."""

    path: str
    shown: str
    below: str

    @property
    def name(self) -> str:
        return self.below.rpartition("/")[2]

    @property
    def stem(self) -> str:
        return self.name.rpartition(".")[0]

    def ends_with(self, endings: tuple[str, ...]) -> bool:
        """Whether its name has one of these endings, in small letters or capitals."""
        return self.name.lower().endswith(endings)


class SavedFile(NamedTuple):
    """A file as its last save left it: each save makes another of it."""

    found: FoundFile
    mode: int
    inode: int
    size: int
    modified: int
    changed: int

    @property
    def is_endless(self) -> bool:
        """Whether reading it might never end."""
        return not stat.S_ISREG(self.mode) and not stat.S_ISDIR(self.mode)


def recall_file(make: Callable[[SavedFile], T], found: FoundFile, memory: Memory) -> T:
    """Return what a function makes of a file by reading it, or made of it before it was last saved to.

    As Git does it: times and size tell of every later save where the file had not been saved to for a while when it was
    read. Any other is read anew each time. Raises `OSError` where there is no such file, and what `make` raises.
    """
    now = time.time_ns()
    at = os.stat(found.path)
    saved = SavedFile(found, at.st_mode, at.st_ino, at.st_size, at.st_mtime_ns, at.st_ctime_ns)
    if max(saved.modified, saved.changed) > now - _SETTLED:
        return make(saved)
    return memory.recall(make, saved)


def files_below(folder: Path, endings: tuple[str, ...], problems: list[Problem]) -> list[FoundFile]:
    """Return the files below a folder with these endings, in order of path; what an editor hides is passed over.

    A folder that is not there has none. What is no folder, or cannot be looked into, is added to the problems.
    """
    top = _shown_below(folder)
    found: list[FoundFile] = []
    # It grows as it is gone through.
    folders = [""] if os.path.lexists(folder) else []
    for within in folders:
        try:
            for entry in os.scandir(os.path.join(folder, within)):
                below = within + entry.name
                if entry.name.startswith("."):
                    continue
                if entry.name.lower().endswith(endings):
                    found.append(FoundFile(entry.path, top(below), below))
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{below}/")
        except OSError as error:
            message = f"this folder cannot be read: {error.strerror}"
            at = Origin(shown(Path(folder, within)), 1, 1)
            problems.append(Problem(at, message, "mend or remove it"))
    # Part by part: a folder comes before what only has its name at the beginning.
    return sorted(found, key=lambda file: file.below.replace("/", "\0"))


def found_file(path: Path) -> FoundFile:
    """Return the file at a path, which need not be there."""
    return FoundFile(str(path), shown(path), path.name)


def shown(path: Path) -> str:
    """Return a path as its user would type it: relative below the working folder, else absolute."""
    try:
        absolute, here = Path(os.path.abspath(path)), Path.cwd()
    except FileNotFoundError:  # the working folder was removed
        return path.as_posix()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _shown_below(folder: Path) -> Callable[[str], str]:
    """How `shown` names what is below a folder, without asking the system about each."""
    try:
        top, here = (os.path.join(each, "").replace(os.sep, "/") for each in (os.path.abspath(folder), os.getcwd()))
    except FileNotFoundError:  # the working folder was removed
        top, here = f"{folder.as_posix()}/", ""
    return lambda below: (top + below).removeprefix(here)
