"""What `new` starts: a small working explainer, and around it what a repository needs that publishes it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from standfirst import __version__
from standfirst.decoding.decode import decode
from standfirst.decoding.schema import schemas
from standfirst.model.frozen_class import frozen
from standfirst.program import PACKAGE
from standfirst.publishing.writing import add_files, make_folder
from standfirst.reading.files import SCHEMA_FOLDER
from standfirst.reading.read import read_content

CONTENT = "content"
# Folders of the package.
_STARTER, _AROUND = "starter", "new_project"
_IGNORED = b"# The copies of sources are other people's text.\n/sources/\n"
# So begin names in the package that are to begin with a dot: there, other programs would heed such files.
_DOT = "dot-"
_VERSION, _FORMAT = b"@VERSION@", b"@FORMAT@"
# What the README says of the format: what `new` has written teaches it, what was there may not.
_STARTED = (
    b"What is in `content/` now is made up. Its comments explain the format: replace it with yours, file by file."
)
_FOUND = (
    b"Editors show what each key of the files in `content/` means. `standfirst new --content-only example` writes\n"
    b"a small explainer beside it, whose comments explain the format."
)
_IGNORE = ".gitignore"
_HEADING = "# Of the explainer: copies of sources are other people's text, and the rest is made by commands."
# What has to stand in a file that was there, so that the others work.
_TO_SEE_TO: Mapping[str, str] = MappingProxyType(
    {
        "requirements.txt": f"hosts install what it names; add standfirst=={__version__}",
        ".pre-commit-config.yaml": "add what is to be checked before commits",
    }
)


@frozen
class StartedProject:
    """What `new` has done in a folder; `kept` says of files that were there what to see to, if anything."""

    folder: Path
    kept: Mapping[str, str]
    # Lines were added to what keeps files out of the repository.
    adds_ignored: bool


def start_project(folder: Path) -> StartedProject:
    """Make a folder that a newsroom may commit and publish from, in a new folder or one that is there.

    An explainer that it has in `content/` stays, and so does each file that is there already in the place of one
    around it; `.gitignore` gets the lines that it lacks. Raises `UsageError` where a file of the explainer is there
    without its `site.yaml`, or nothing can be written; then nothing is.
    """
    has_explainer = (folder / CONTENT / "site.yaml").exists()
    content = {} if has_explainer else {f"{CONTENT}/{path}": body for path, body in _explainer().items()}
    around = {
        "/".join(_with_dot(part) for part in path.split("/")): body.replace(_VERSION, __version__.encode()).replace(
            _FORMAT, _FOUND if has_explainer else _STARTED
        )
        for path, body in _files_below(_AROUND).items()
    }
    kept = [path for path in around if (folder / path).is_file()]
    ignored = _with_lines_of(folder / _IGNORE, around[_IGNORE]) if _IGNORE in kept else None
    written = {path: body for path, body in around.items() if path not in kept}
    add_files(folder, {**written, **content}, {} if ignored is None else {_IGNORE: ignored})
    see_to = {path: _what_to_see_to(folder, path) for path in kept if path != _IGNORE}
    return StartedProject(folder, MappingProxyType(see_to), adds_ignored=ignored is not None)


def _what_to_see_to(folder: Path, path: str) -> str:
    said = _TO_SEE_TO.get(path, "")
    return said if said and b"standfirst" not in (folder / path).read_bytes() else ""


def _with_lines_of(path: Path, ours: bytes) -> bytes | None:
    """A file with the lines of ours that it lacks at its end, comments aside; none where it has them all."""
    theirs = path.read_bytes()
    there = {line.strip() for line in theirs.splitlines()}
    missing = [line for line in ours.splitlines() if line and not line.startswith(b"#") and line not in there]
    if not missing:
        return None
    before = [theirs.rstrip(b"\r\n"), b""] if theirs.strip() else []
    return b"\n".join([*before, _HEADING.encode(), *missing, b""])


def start_explainer(folder: Path) -> Path:
    """Make a content folder that builds, and that teaches the format in its comments; return it.

    Raises `UsageError` where something is there already, or nothing can be written; then nothing is.
    """
    make_folder(folder, {**_explainer(), ".gitignore": _IGNORED})
    return folder


def _explainer() -> Mapping[str, bytes]:
    known = decode(read_content(PACKAGE / _STARTER)).content
    made = {f"{SCHEMA_FOLDER}/{name}": text.encode() for name, text in schemas(known).items()}
    return {**_files_below(_STARTER), **made}


def _files_below(name: str) -> Mapping[str, bytes]:
    """The files of a folder of the package by their paths below it, but for what systems leave in folders."""
    found = (path for path in sorted((PACKAGE / name).rglob("*")) if path.is_file() and path.name[0] != ".")
    return {path.relative_to(PACKAGE / name).as_posix(): path.read_bytes() for path in found}


def _with_dot(part: str) -> str:
    return f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part
