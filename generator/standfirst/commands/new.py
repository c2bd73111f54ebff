"""What `new` starts: a small working explainer, and around it what a repository needs that publishes it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from standfirst import __version__
from standfirst.decoding.decode import decode
from standfirst.decoding.schema import schemas
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
_VERSION = b"@VERSION@"


def start_project(folder: Path) -> Path:
    """Make a folder that a newsroom may commit and publish from, in a new folder or one that is there; return it.

    An explainer that it has in `content/` stays, and gets what belongs around it. Raises `UsageError` where a file is
    there already, or nothing can be written; then nothing is.
    """
    has_explainer = (folder / CONTENT / "site.yaml").exists()
    content = {} if has_explainer else {f"{CONTENT}/{path}": body for path, body in _explainer().items()}
    around = {
        "/".join(_with_dot(part) for part in path.split("/")): body.replace(_VERSION, __version__.encode())
        for path, body in _files_below(_AROUND).items()
    }
    add_files(folder, {**around, **content})
    return folder


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
