"""The key of a site in the cache between builds: one digest of all that decides what is made."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from standfirst.options import Options
from standfirst.reading.files import ContentFiles, TemplateFiles

_PACKAGE = Path(__file__).resolve().parents[1]


def key_of_site(files: ContentFiles, templates: TemplateFiles, options: Options) -> str:
    """Return the digest of what was read, of the options that matter to a site, and of the program itself."""
    return digest_of((program_digest(), files, templates, _options_that_matter(options)))


def key_of_state(files: ContentFiles, templates: TemplateFiles, options: Options) -> str:
    """Return the digest of which explainer it is, whatever stands in its files, and of the program itself."""
    return digest_of((program_digest(), files.settings.path, templates.folder, _options_that_matter(options)))


def _options_that_matter(options: Options) -> tuple[object, ...]:
    # Not the time: a site that was kept knows how long it holds.
    return (options.base_url, options.drafts.value, tuple(source for source, _ in options.copies))


@functools.cache
def program_digest() -> str:
    """Return the digest of Standfirst, of Python, and of the packages that are installed beside it."""
    return digest_of((sys.version, sys.platform, installed_packages(), tuple(_files_of(_PACKAGE))))


def installed_packages() -> tuple[str, ...]:
    """Return the names and versions of the packages that can be imported, those that are not needed included.

    They are the names of the folders that installers leave: to ask each takes as long as to build a small site.
    """
    folders = [folder for folder in sys.path if os.path.isdir(folder)]
    return tuple(sorted(name for folder in folders for name in os.listdir(folder) if name.endswith("-info")))


def digest_of(value: object) -> str:
    """Return the digest of a frozen value: it differs wherever the values, their types or their order do."""
    digest = hashlib.sha256()
    for part in _parts(value):
        digest.update(part)
    return digest.hexdigest()


def _parts(value: object) -> Iterator[bytes]:
    """The bytes that stand for a value, each part with its type and size before it."""
    match value:
        case str():
            # A name of a file may hold what is no text.
            encoded = value.encode(errors="surrogatepass")
            yield b"str %d " % len(encoded)
            yield encoded
        case bytes():
            yield b"bytes %d " % len(value)
            yield value
        case None | int():
            yield b"%r " % value
        case frozenset():
            yield from _parts(tuple(sorted(value)))
        case tuple():
            yield b"tuple %d " % len(value)
            for each in value:
                yield from _parts(each)
        case _ if dataclasses.is_dataclass(value):
            yield from _parts(type(value).__name__)
            for field in dataclasses.fields(value):
                yield from _parts(getattr(value, field.name))
        case _:
            raise TypeError(f"there is no digest of a {type(value).__name__}")


def _files_of(folder: Path, within: str = "") -> Iterator[tuple[str, bytes]]:
    """All files below a folder by their paths below it, in order, but for what Python and editors leave there."""
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.name.startswith(("__pycache__", ".")):
            continue
        if entry.is_dir():
            yield from _files_of(Path(entry.path), f"{within}{entry.name}/")
        elif entry.is_file():
            yield within + entry.name, Path(entry.path).read_bytes()
