"""How commands write files and folders: whole, beside their place, and then put there, or not at all.

What cannot be written (a full disk, a missing right, a name too long) raises `UsageError`, and leaves what there was
and nothing else, so that the command can be given again. The site has a way of its own (`publish.py`).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from standfirst.problems.errors import UsageError
from standfirst.reading.folders import display_path

# How what is being made begins: it is hidden, so that it is never read, and known by whoever finds it later.
_BESIDE = ".standfirst-new-"


def replace_file(path: Path, text: str) -> None:
    """Write a text file in one step: whoever reads it meanwhile sees the old one or the new. Raises `UsageError`."""
    with _explaining_faults(path):
        _replace({_resolved(path): text.encode()})


def replace_bodies(bodies: Mapping[Path, bytes]) -> None:
    """Write files that are there already, none before all could be written. Raises `UsageError`."""
    with _explaining_faults(Path(os.path.commonpath(bodies))):
        _replace({_resolved(path): body for path, body in bodies.items()})


def replace_files(folder: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    """Write text files of a folder, which is made if need be, by their names; return their paths. Raises `UsageError`.

    None is replaced before all could be written.
    """
    with _explaining_faults(folder), _with_folder(folder):
        _replace({_resolved(folder / name): text.encode() for name, text in texts.items()})
    return tuple(folder / name for name in texts)


def add_file(folder: Path, names: Iterable[str], body: bytes) -> Path:
    """Write a file of a folder, which is made if need be, under the first name that is free; return its path.

    Nothing that is there is replaced. Raises `UsageError`.
    """
    with _explaining_faults(folder), _with_folder(folder):
        path = next(folder / name for name in names if _take(folder / name))
        try:
            _replace({path: body})
        except BaseException:
            path.unlink()
            raise
    return path


def _take(path: Path) -> bool:
    """Take a name by an empty file; return whether it was free."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def make_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with these files, by their paths below it, in the place of none or of an empty one.

    Raises `UsageError`, also where something is there already.
    """
    with _explaining_faults(folder):
        if folder.exists() and not _is_empty(folder):
            how = " and not empty" if folder.is_dir() else ""
            raise UsageError(f"{display_path(folder)} is there already{how}; name a new folder")
        _add(folder, files, {})


def add_files(folder: Path, files: Mapping[str, bytes], replaced: Mapping[str, bytes] = MappingProxyType({})) -> None:
    """Write files, by their paths below a folder that is made if need be: all, or after a failure none.

    Raises `UsageError`, also where one of them is there already: only those that are to be `replaced` are.
    """
    with _explaining_faults(folder):
        if os.path.lexists(folder) and not folder.is_dir():
            raise UsageError(f"{display_path(folder)} is there already; name a new folder")
        if there := [display_path(folder / path) for path in files if os.path.lexists(folder / path)]:
            named = f"{', '.join(there)} {'is' if len(there) == 1 else 'are'} there already"
            raise UsageError(f"{named}; move what is yours away, or name another folder")
        _add(folder, files, replaced)


def _add(folder: Path, files: Mapping[str, bytes], replaced: Mapping[str, bytes]) -> None:
    moved: list[Path] = []
    with _with_folder(folder), _staging_folder(folder) as staged:
        for path, body in files.items():
            (staged / path).parent.mkdir(parents=True, exist_ok=True)
            (staged / path).write_bytes(body)
        try:
            _move(staged, folder, moved)
            _replace({_resolved(folder / path): body for path, body in replaced.items()})
        except BaseException:
            for each in moved:
                _delete(each)
            raise


def _resolved(path: Path) -> Path:
    """What a link leads to is replaced, and the link stays."""
    return Path(os.path.realpath(path))


def _is_empty(folder: Path) -> bool:
    """Whether a folder holds nothing but what a command that was killed has left."""
    return folder.is_dir() and all(name.startswith(_BESIDE) for name in os.listdir(folder))


@contextmanager
def _explaining_faults(path: Path) -> Iterator[None]:
    """Turn what the system refuses into words for whoever ran the command."""
    try:
        yield
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise UsageError(f"{display_path(path)} cannot be written: {why}") from None


@contextmanager
def _with_folder(folder: Path) -> Iterator[None]:
    """Make a folder and those that it lies in where they are missing; after a failure remove those that were made."""
    missing = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for made in missing:
            with suppress(OSError):
                made.rmdir()
        raise


@contextmanager
def _staging_folder(folder: Path) -> Iterator[Path]:
    """A folder inside another one for what is being made; it is removed afterwards, as is what killed commands left."""
    for left in folder.glob(f"{_BESIDE}*"):
        _delete(left)
    staged = Path(tempfile.mkdtemp(prefix=_BESIDE, dir=folder))
    try:
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _replace(bodies: Mapping[Path, bytes]) -> None:
    with ExitStack() as stack:
        staged = {path: stack.enter_context(_staged(path, body)) for path, body in bodies.items()}
        for path, beside in staged.items():
            beside.replace(path)


@contextmanager
def _staged(path: Path, body: bytes) -> Iterator[Path]:
    """A file beside another one, with the same rights; unless it was moved, it is removed afterwards."""
    beside = path.with_name(f"{_BESIDE}{path.name}")
    try:
        beside.write_bytes(body)
        with suppress(FileNotFoundError):
            shutil.copymode(path, beside)
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink()


def _move(staged: Path, folder: Path, moved: list[Path]) -> None:
    """Move what is in a folder into another one, and into folders that this has already; note what was moved."""
    for entry in sorted(staged.iterdir()):
        target = folder / entry.name
        if entry.is_dir() and target.is_dir():
            _move(entry, target, moved)
        else:
            moved.append(entry.rename(target))


def _delete(path: Path) -> None:
    """Delete a file, or a folder with all that is in it."""
    shutil.rmtree(path) if path.is_dir() else path.unlink()
