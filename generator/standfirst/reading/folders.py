"""The files in a folder: found without opening any, and read again only where one may have been saved meanwhile."""

from __future__ import annotations

import heapq
import os
import time
from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import NamedTuple, TypeVar

from standfirst.cache import cached_call
from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity, UsageError

T = TypeVar("T")

# Nanoseconds. Two saves in one tick of a file system's clock look alike where they leave the same size, and the slowest
# clock, that of FAT, ticks every two seconds.
_SETTLED = 3_000_000_000
# Below one folder. A link to something else than was meant can lead to every file of a disk.
_MOST_FOLDERS = 5000
_OF_THE_SYSTEM = ("/proc/", "/sys/")


class FoundFile(NamedTuple):
    """A file that is there: how to open it, its path as the writer would type it, and its path below its folder."""

    path: str
    display_path: str
    below: str

    @property
    def name(self) -> str:
        return self.below.rpartition("/")[2]

    @property
    def start(self) -> Origin:
        """Where it begins, for problems with all of it."""
        return Origin(self.display_path, 1, 1)

    @property
    def stem(self) -> str:
        return self.name.rpartition(".")[0]

    def ends_with(self, endings: tuple[str, ...]) -> bool:
        """Whether its name has one of these endings, in small letters or capitals."""
        return self.name.lower().endswith(endings)


class SavedFile(NamedTuple):
    """A file at its last save: after each save it is another value."""

    found: FoundFile
    inode: int
    size: int
    modified: int
    changed: int


def cached_file(make: Callable[[SavedFile], T], found: FoundFile) -> T:
    """Return what a function makes of a file, or what it made of it earlier if nobody has saved the file since.

    As Git does it: times and size tell of every later save where the file had not been saved to for a while when it was
    read. Any other is read anew each time. Raises `OSError` where there is no such file, and what `make` raises.
    """
    now = time.time_ns()
    at = os.stat(found.path)
    saved = SavedFile(found, at.st_ino, at.st_size, at.st_mtime_ns, at.st_ctime_ns)
    if max(saved.modified, saved.changed) > now - _SETTLED:
        return make(saved)
    return cached_call(make, saved)


def files_below(folder: Path, endings: tuple[str, ...], problems: list[Problem]) -> list[FoundFile]:
    """Return the files below a folder with these endings, in order of path; what is hidden is passed over.

    A folder that is not there has none. Links to folders are followed. What is no folder, or cannot be looked into, is
    added to the problems: as a warning, where looking into it would never end or would find files twice.
    """
    walk = _Walk(folder, endings, problems, _display_below(folder))
    if os.path.lexists(folder):
        walk.folders.append("")
    while walk.folders or walk.links:
        # Links last: of a folder that is found twice, the place counts where it stands.
        walk.look_into(walk.folders.pop() if walk.folders else heapq.heappop(walk.links))
    # Part by part, so that what is in `a` comes before `a-b`, although `-` sorts before `/`.
    return sorted(walk.found, key=lambda file: file.below.replace("/", "\0"))


@frozen
class _Walk:
    """A walk through all that is below a folder; `seen` holds the folders that were visited, by device and inode."""

    top: Path
    endings: tuple[str, ...]
    problems: list[Problem]
    display_path: Callable[[str], str]
    found: list[FoundFile] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    seen: dict[tuple[int, int], str] = field(default_factory=dict)

    def look_into(self, within: str) -> None:
        path = os.path.join(self.top, within)
        try:
            if within and (fault := self._fault(path)):
                self._tell(within, *fault, Severity.WARNING)
                return
            at = os.stat(path)
            self.seen[at.st_dev, at.st_ino] = within
            for entry in sorted(os.scandir(path), key=lambda each: each.name):
                self._take(entry, within + entry.name)
        except OSError as error:
            message = f"this folder cannot be read: {error.strerror}"
            self._tell(within, message, "mend or remove it", Severity.ERROR)

    def _take(self, entry: os.DirEntry[str], below: str) -> None:
        if entry.name.startswith("."):
            return
        if entry.name.lower().endswith(self.endings):
            self.found.append(FoundFile(entry.path, self.display_path(below), below))
        if entry.is_dir(follow_symlinks=False):
            self.folders.append(f"{below}/")
        elif os.path.isdir(entry.path):
            heapq.heappush(self.links, f"{below}/")

    def _fault(self, path: str) -> tuple[str, str] | None:
        """What keeps a folder from being looked into, and what to do."""
        at = os.stat(path)
        known = self.seen.get((at.st_dev, at.st_ino))
        if known is not None:
            named = display_path(self.top / known)
            return f"this folder is read already, as {named}", "remove one of the two"
        if Path(os.path.realpath(self.top)).is_relative_to(os.path.realpath(path)):
            message = f"this link is not followed: it leads to a folder that {self.top.name}/ lies in"
            return message, "link to a folder that holds what is to be read, and nothing else"
        if is_of_the_system(path):
            return "this link is not followed: it leads to what the system shows of itself", "remove it"
        if len(self.seen) == _MOST_FOLDERS:
            return f"there are more than {_MOST_FOLDERS} folders here; this one is not read", "link to fewer"
        return None

    def _tell(self, within: str, message: str, hint: str, severity: Severity) -> None:
        self.problems.append(Problem(Origin(display_path(self.top / within), 1, 1), message, hint, severity))


def check_folder(folder: Path, option: str) -> None:
    """Raise a `UsageError` that names the option, unless a folder is there and can be looked into."""
    try:
        os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        start = ", or start a project with `new`" if option == "--content" else ""
        raise UsageError(f"there is no folder {display_path(folder)}; name another with {option}{start}") from None
    except OSError as error:
        raise UsageError(f"the folder {display_path(folder)} cannot be read: {error.strerror}") from None


def is_of_the_system(path: str) -> bool:
    """Whether a path leads to what the system shows of itself, which is nobody's file."""
    return os.path.realpath(path).startswith(_OF_THE_SYSTEM)


def found_file(path: Path) -> FoundFile:
    """Return the file at a path, which need not be there."""
    return FoundFile(str(path), display_path(path), path.name)


def display_path(path: Path) -> str:
    """Return a path as its user would type it: relative below the working folder, else absolute."""
    try:
        absolute, here = Path(os.path.abspath(path)), Path.cwd()
    except FileNotFoundError:  # the working folder was removed
        return path.as_posix()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _display_below(folder: Path) -> Callable[[str], str]:
    """How `display_path` names what is below a folder, without asking the system about each."""
    try:
        top, here = (os.path.join(each, "").replace(os.sep, "/") for each in (os.path.abspath(folder), os.getcwd()))
    except FileNotFoundError:  # the working folder was removed
        top, here = f"{folder.as_posix()}/", ""
    return lambda below: (top + below).removeprefix(here)
