"""Which folder a site may be published to: one that Standfirst made, or an empty one, and no other."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from standfirst.problems.errors import UsageError

# The file that says of a folder that Standfirst made it.
MARKER = ".standfirst"


def check_output(output: Path, *, inputs: Sequence[Path] = ()) -> None:
    """Raise UsageError, saying what to do, unless `publish` may make or replace the folder `output`.

    It may replace an empty folder or one that carries our marker; never one that Standfirst did not make, nor one that
    holds the working folder, nor one that holds or lies inside any of `inputs` (the content and the templates).
    """
    with explaining_faults(output):
        folder = resolved(output)
        refusal = _fault_of_place(folder, inputs) or _fault_of_rights(folder) or _fault_of_owner(folder)
    if refusal:
        raise UsageError(f"the output folder '{output}' {refusal}")


@contextmanager
def explaining_faults(output: Path) -> Iterator[None]:
    """Turn what the system refuses into words for whoever ran the command."""
    try:
        yield
    except OSError as error:
        where = f" ({Path(os.fsdecode(error.filename)).name})" if isinstance(error.filename, str | bytes) else ""
        raise UsageError(
            f"the output folder '{output}' cannot be published: {error.strerror or error}{where}; "
            "nothing published has changed"
        ) from error


def resolved(path: Path) -> Path:
    """Return a path with all links in it followed."""
    return Path(os.path.realpath(path))


def _fault_of_place(folder: Path, inputs: Sequence[Path]) -> str:
    if folder == folder.parent:
        return "is the root of the file system; name a folder below it"
    if resolved(Path()).is_relative_to(folder):
        return "holds the folder you are working in; name a folder of its own"
    for path in inputs:
        real = resolved(path)
        if folder.is_relative_to(real) or real.is_relative_to(folder):
            return f"overlaps the input folder '{path}'; name a folder of its own"
    return ""


def _fault_of_rights(folder: Path) -> str:
    above = next(parent for parent in folder.parents if parent.exists())
    if not above.is_dir():
        return f"would lie inside '{above}', which is not a folder; name another folder"
    if not os.access(above, os.W_OK | os.X_OK):
        return f"lies inside '{above}', where you may not write; name another folder, or allow writing there"
    return ""


def _fault_of_owner(folder: Path) -> str:
    if os.path.ismount(folder):
        return "is a mount point, which cannot be replaced in one step; name a folder inside it"
    # In this order, since another build may be replacing the folder just now: the marker is there, or soon will be.
    if (folder / MARKER).exists():
        return ""
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return ""
    except NotADirectoryError:
        return "is not a folder; name another, or move it away"
    if names and MARKER not in names:
        return "holds files and was not made by Standfirst; name another folder, or empty this one yourself"
    return ""
