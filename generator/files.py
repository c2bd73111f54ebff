"""Read the writer's files, once: everything later works on the values that this module returns."""

from __future__ import annotations

import dataclasses
import errno
import os
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator.errors import Problem, SiteError, UsageError, problem
from generator.folders import FoundFile, SavedFile, files_below, found_file, recall_file, shown
from generator.memory import Memory
from generator.model import Id, Origin
from generator.unread import (
    FACTS_ENDINGS,
    SECTION_ENDINGS,
    unread_beside,
    unread_facts,
    unread_folder,
    unread_section,
)

T = TypeVar("T")

IMAGE_ENDINGS = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
LOCK = "sources.lock"
BASEMAP = "basemap.geojson"
_HTML = (".html", ".htm")
_COPY_ENDINGS = (".txt", *_HTML)
_ASSET_ENDINGS = (".css", ".js", ".svg")

# To YAML these end a line, to an editor they do not: as spaces they leave the two in agreement on where things stand.
_RARE_LINE_ENDS = "\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A text file as it was read: no byte order mark, every line ended by `\\n`; `path` as the writer would type it."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture of the writer's, copied as it is; `name` is its path below `images/`."""

    name: str
    body: bytes

    @property
    def path(self) -> str:
        return f"images/{self.name}"


@dataclass(frozen=True, slots=True)
class CopyFile:
    """The writer's own copy of a source, which the file is named for."""

    path: str
    source: Id
    body: bytes

    @property
    def is_html(self) -> bool:
        return self.path.lower().endswith(_HTML)


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file or folder that is left out, although its name is nearly that of one that is read; what to do about it."""

    path: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """What a content folder holds, in the order in which it counts: facts by path, sections by file name."""

    settings: InputFile
    facts: tuple[InputFile, ...]
    sections: tuple[InputFile, ...]
    images: tuple[ImageFile, ...]
    copies: tuple[CopyFile, ...] = ()
    lock: InputFile | None = None
    basemap: InputFile | None = None
    unread: tuple[UnreadFile, ...] = ()

    @property
    def by_path(self) -> Mapping[str, Hashable]:
        """Every file of the folder; a picture by its path below it."""
        return _by_path(self)

    @property
    def image_names(self) -> frozenset[str]:
        return frozenset(image.name for image in self.images)


@dataclass(frozen=True, slots=True)
class TemplateFiles:
    """The templates of a folder, and what its pages load: stylesheets, scripts, and perhaps an icon in SVG."""

    folder: str
    templates: tuple[InputFile, ...]
    stylesheets: tuple[InputFile, ...]
    scripts: tuple[InputFile, ...] = ()
    icon: InputFile | None = None

    @property
    def by_path(self) -> Mapping[str, Hashable]:
        """Every file of the folder."""
        return _by_path(self)

    @property
    def without_assets(self) -> TemplateFiles:
        """What pages are rendered with, which a change of style leaves as it is."""
        return TemplateFiles(self.folder, self.templates, ())


_FILES = (InputFile, ImageFile, CopyFile, UnreadFile)


def _by_path(files: ContentFiles | TemplateFiles) -> dict[str, Hashable]:
    """All that stands in any field, so that none is forgotten."""
    values = (getattr(files, field.name) for field in dataclasses.fields(files))
    every = (file for value in values for file in (value if isinstance(value, tuple) else (value,)))
    return {file.path: file for file in every if isinstance(file, _FILES)}


def read_content(folder: Path, memory: Memory | None = None) -> ContentFiles:
    """Read a content folder whole, or raise a `SiteError` that names every file in it that cannot be read.

    With a `memory`, only files are read that may have been saved since. Raises `UsageError` where there is no such
    folder.
    """
    _check_folder(folder, "--content")
    if not (folder / "site.yaml").exists():
        hint = "write one, or start from `python build.py new DIR`"
        raise problem(Origin(shown(folder / "site.yaml"), 1, 1), "there is no site.yaml here", hint)
    reader = _Reader(memory or Memory())
    settings = reader.read(_text, [found_file(folder / "site.yaml")])
    found_facts = reader.below(folder / "facts")
    found_sections = sorted(reader.below(folder / "sections"), key=lambda found: found.name)
    facts = reader.read(_text, (found for found in found_facts if found.ends_with(FACTS_ENDINGS)))
    sections = reader.read(_text, (found for found in found_sections if found.ends_with(SECTION_ENDINGS)))
    images = reader.read(_image, reader.below(folder / "images", IMAGE_ENDINGS))
    copies = reader.read(_copy, _one_a_source(reader.below(folder / "sources", _COPY_ENDINGS), reader.problems))
    lock = reader.read(_text, [found_file(folder / LOCK)] if (folder / LOCK).exists() else [])
    basemap = reader.read(_text, [found_file(folder / BASEMAP)] if (folder / BASEMAP).exists() else [])
    if reader.problems:
        raise SiteError(reader.problems)
    unread = (
        *_unread_in(folder),
        *_unread(found_facts, FACTS_ENDINGS, unread_facts),
        *_unread(found_sections, SECTION_ENDINGS, unread_section),
    )
    return ContentFiles(
        settings=settings[0],
        facts=facts,
        sections=sections,
        images=images,
        copies=copies,
        lock=next(iter(lock), None),
        basemap=next(iter(basemap), None),
        unread=unread,
    )


def _unread_in(folder: Path) -> Iterator[UnreadFile]:
    """What stands in a content folder itself, beside what is read or nearly in one of its folders."""
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:  # it was moved away since it was read
        return
    for name in names:
        path, lower = folder / name, name.lower()
        # Where the system takes Facts/ for facts/, that is read.
        is_read = lower not in names and (folder / lower).exists()
        if path.is_dir() and not is_read and (hint := unread_folder(name)):
            yield UnreadFile(shown(path), "this folder is not read", hint)
        elif path.is_file() and (hint := unread_beside(name)):
            yield UnreadFile(shown(path), "this file is not read", hint)


def _unread(found: Iterable[FoundFile], read: tuple[str, ...], remedy: Callable[[str], str]) -> Iterator[UnreadFile]:
    for file in found:
        hint = "" if file.ends_with(read) else remedy(file.name)
        if hint and not os.path.isdir(file.path):
            yield UnreadFile(file.shown, "this file is not read", hint)


def read_copy_file(source: Id, path: Path, memory: Memory | None = None) -> CopyFile:
    """Read the copy of a source from anywhere, or raise a `SiteError` where it cannot be read."""
    found = found_file(path)
    return CopyFile(found.shown, source, _read(_body, found, memory or Memory()))


def read_text(path: Path) -> InputFile:
    """Read a text file from anywhere, or raise a `SiteError` where it cannot be read."""
    return _read(_text, found_file(path), Memory())


def read_templates(folder: Path, memory: Memory | None = None) -> TemplateFiles:
    """Read a templates folder whole, or raise a `SiteError` that names every file in it that cannot be read.

    With a `memory`, only files are read that may have been saved since. Raises `UsageError` where there is no such
    folder.
    """
    _check_folder(folder, "--templates")
    reader = _Reader(memory or Memory())
    files = reader.read(_text, reader.below(folder, (".html", ".xml", ".txt", *_ASSET_ENDINGS)))
    if reader.problems:
        raise SiteError(reader.problems)
    icon = shown(folder / "assets" / "icon.svg")
    return TemplateFiles(
        folder=shown(folder),
        templates=tuple(file for file in files if not file.path.endswith(_ASSET_ENDINGS)),
        stylesheets=tuple(file for file in files if file.path.endswith(".css")),
        scripts=tuple(file for file in files if file.path.endswith(".js")),
        icon=next((file for file in files if file.path == icon), None),
    )


def origin_at(file: InputFile, offset: int) -> Origin:
    """Return the line and column of an offset into a file's text."""
    line = file.text.count("\n", 0, offset) + 1
    return Origin(file.path, line, offset - file.text.rfind("\n", 0, offset))


def replace_file(path: Path, text: str) -> None:
    """Write a text file in one step: whoever reads it meanwhile sees the old one or the new. Raises `UsageError`."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        raise UsageError(f"{shown(path)} cannot be written: {error.strerror}") from None


def _check_folder(folder: Path, option: str) -> None:
    try:
        os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        raise UsageError(f"there is no folder {shown(folder)}; name another with {option}") from None
    except OSError as error:
        raise UsageError(f"the folder {shown(folder)} cannot be read: {error.strerror}") from None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what stands in one folder, and gathers what cannot be read."""

    memory: Memory
    problems: list[Problem] = field(default_factory=list)

    def below(self, folder: Path, endings: tuple[str, ...] = ("",)) -> list[FoundFile]:
        return files_below(folder, endings, self.problems)

    def read(self, make: Callable[[SavedFile], T], files: Iterable[FoundFile]) -> tuple[T, ...]:
        made = []
        for found in files:
            try:
                made.append(_read(make, found, self.memory))
            except SiteError as error:
                self.problems.extend(error.problems)
        return tuple(made)


def _read(make: Callable[[SavedFile], T], found: FoundFile, memory: Memory) -> T:
    try:
        return recall_file(make, found, memory)
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}"
        raise problem(Origin(found.shown, 1, 1), message, "mend or remove it") from None


def _body(saved: SavedFile) -> bytes:
    # Reading a pipe or a device might never end; a folder says for itself that it is no file.
    if saved.is_endless:
        raise OSError(errno.EINVAL, "it is a pipe or a device")
    with open(saved.found.path, "rb") as file:
        return file.read()


def _text(saved: SavedFile) -> InputFile:
    return InputFile(saved.found.shown, decoded(saved.found.shown, _body(saved)))


def _image(saved: SavedFile) -> ImageFile:
    return ImageFile(saved.found.below, _body(saved))


def _copy(saved: SavedFile) -> CopyFile:
    return CopyFile(saved.found.shown, Id(saved.found.stem), _body(saved))


def _one_a_source(copies: Iterable[FoundFile], problems: list[Problem]) -> Iterator[FoundFile]:
    """The first copy of each source; any other is a problem."""
    seen: dict[str, FoundFile] = {}
    for found in copies:
        first = seen.setdefault(found.stem, found)
        if first is found:
            yield found
        else:
            message = f"there are two copies of '{found.stem}', this and {first.shown}"
            problems.append(Problem(Origin(found.shown, 1, 1), message, "keep one of the two here"))


def decoded(path: str, body: bytes) -> str:
    """Return the text of a file as `InputFile` has it, or raise a `SiteError` where its bytes are not UTF-8."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"byte 0x{body[error.start]:02x} is not UTF-8"
        raise problem(Origin(path, line, column), message, "save the file as UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for rare in _RARE_LINE_ENDS:
        text = text.replace(rare, " ")
    return text
