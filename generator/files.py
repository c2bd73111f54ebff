"""Read the writer's files, once: everything later works on the values that this module returns."""

from __future__ import annotations

import dataclasses
import errno
import os
import re
import stat
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem, SiteError, UsageError, problem
from generator.model import Id, Origin

IMAGE_ENDINGS = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
LOCK = "sources.lock"
BASEMAP = "basemap.geojson"
_HTML = (".html", ".htm")
_COPY_ENDINGS = (".txt", *_HTML)
_ASSET_ENDINGS = (".css", ".js", ".svg")

# To YAML these end a line, to an editor they do not: as spaces they leave the two in agreement on where things stand.
_RARE_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


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
class ContentFiles:
    """What a content folder holds, in the order in which it counts: facts by path, sections by file name."""

    settings: InputFile
    facts: tuple[InputFile, ...]
    sections: tuple[InputFile, ...]
    images: tuple[ImageFile, ...]
    copies: tuple[CopyFile, ...] = ()
    lock: InputFile | None = None
    basemap: InputFile | None = None

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


def _by_path(files: ContentFiles | TemplateFiles) -> dict[str, Hashable]:
    """All that stands in any field, so that none is forgotten."""
    values = (getattr(files, field.name) for field in dataclasses.fields(files))
    every = (file for value in values for file in (value if isinstance(value, tuple) else (value,)))
    return {file.path: file for file in every if isinstance(file, InputFile | ImageFile | CopyFile)}


def read_content(folder: Path) -> ContentFiles:
    """Read a content folder whole, or raise a `SiteError` that names every file in it that cannot be read.

    Raises `UsageError` where there is no such folder.
    """
    _check_folder(folder, "--content")
    if not (folder / "site.yaml").exists():
        hint = "write one, or start from `python build.py new DIR`"
        raise problem(Origin(shown(folder / "site.yaml"), 1, 1), "there is no site.yaml here", hint)
    problems: list[Problem] = []
    texts = list(_read_each(_content_texts(folder, problems), problems))
    images = tuple(_read_images(folder / "images", problems))
    copies = tuple(_read_copies(folder / "sources", problems))
    lock = _read_optional(folder / LOCK, problems)
    basemap = _read_optional(folder / BASEMAP, problems)
    if problems:
        raise SiteError(problems)
    return ContentFiles(
        settings=texts[0],
        facts=tuple(file for file in texts[1:] if not file.path.endswith(".md")),
        sections=tuple(file for file in texts[1:] if file.path.endswith(".md")),
        images=images,
        copies=copies,
        lock=lock,
        basemap=basemap,
    )


def read_copy_file(source: Id, path: Path) -> CopyFile:
    """Read the copy of a source from anywhere, or raise a `SiteError` where it cannot be read."""
    return CopyFile(shown(path), source, _read_bytes(path))


def read_templates(folder: Path) -> TemplateFiles:
    """Read a templates folder whole, or raise a `SiteError` that names every file in it that cannot be read.

    Raises `UsageError` where there is no such folder.
    """
    _check_folder(folder, "--templates")
    problems: list[Problem] = []
    paths = _visible(folder, (".html", ".xml", ".txt", *_ASSET_ENDINGS), problems)
    files = tuple(_read_each(paths, problems))
    if problems:
        raise SiteError(problems)
    return TemplateFiles(
        folder=shown(folder),
        templates=tuple(file for file in files if not file.path.endswith(_ASSET_ENDINGS)),
        stylesheets=tuple(file for file in files if file.path.endswith(".css")),
        scripts=tuple(file for file in files if file.path.endswith(".js")),
        icon=next((file for file in files if file.path == shown(folder / "assets" / "icon.svg")), None),
    )


def shown(path: Path) -> str:
    """Return a path as its user would type it: relative below the working folder, else absolute."""
    absolute = Path(os.path.abspath(path))
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


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


def _content_texts(folder: Path, problems: list[Problem]) -> list[Path]:
    facts = _visible(folder / "facts", (".yaml", ".yml"), problems)
    sections = _visible(folder / "sections", (".md",), problems)
    return [folder / "site.yaml", *facts, *sorted(sections, key=lambda path: path.name)]


def _visible(folder: Path, endings: tuple[str, ...], problems: list[Problem]) -> list[Path]:
    """The files below a folder with these endings, in order of path; what an editor hides (`.name`) is passed over.

    A folder that is not there has none. What is no folder, or cannot be looked into, is added to the problems.
    """

    def unreadable(error: OSError) -> None:
        message = f"this folder cannot be read: {error.strerror}"
        problems.append(Problem(Origin(shown(Path(error.filename)), 1, 1), message, "mend or remove it"))

    found: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=unreadable) if os.path.lexists(folder) else ():
        folders[:] = [name for name in folders if not name.startswith(".")]
        names = (name for name in (*folders, *files) if not name.startswith("."))
        found += [Path(parent, name) for name in names if name.lower().endswith(endings)]
    return sorted(found)


def _read_each(paths: Iterable[Path], problems: list[Problem]) -> Iterator[InputFile]:
    for path in paths:
        try:
            yield read_text(path)
        except SiteError as error:
            problems.extend(error.problems)


def _read_optional(path: Path, problems: list[Problem]) -> InputFile | None:
    return next(_read_each([path], problems), None) if path.exists() else None


def read_text(path: Path) -> InputFile:
    """Read a text file from anywhere, or raise a `SiteError` where it cannot be read."""
    return InputFile(shown(path), decoded(shown(path), _read_bytes(path)))


def decoded(path: str, body: bytes) -> str:
    """Return the text of a file as `InputFile` has it, or raise a `SiteError` where its bytes are not UTF-8."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"byte 0x{body[error.start]:02x} is not UTF-8"
        raise problem(Origin(path, line, column), message, "save the file as UTF-8") from None
    return _RARE_LINE_ENDS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _read_bytes(path: Path) -> bytes:
    try:
        # Reading a pipe would wait for ever; a folder says for itself that it is none.
        if stat.S_ISFIFO(path.stat().st_mode):
            raise OSError(errno.EINVAL, "it is a pipe")
        return path.read_bytes()
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}"
        raise problem(Origin(shown(path), 1, 1), message, "mend or remove it") from None


def _read_copies(folder: Path, problems: list[Problem]) -> Iterator[CopyFile]:
    seen: dict[str, Path] = {}
    for path in _visible(folder, _COPY_ENDINGS, problems):
        first = seen.setdefault(path.stem, path)
        if first is not path:
            message = f"there are two copies of '{path.stem}', this and {shown(first)}"
            problems.append(Problem(Origin(shown(path), 1, 1), message, "keep one of the two here"))
            continue
        try:
            yield read_copy_file(Id(path.stem), path)
        except SiteError as error:
            problems.extend(error.problems)


def _read_images(folder: Path, problems: list[Problem]) -> Iterator[ImageFile]:
    for path in _visible(folder, IMAGE_ENDINGS, problems):
        try:
            yield ImageFile(path.relative_to(folder).as_posix(), _read_bytes(path))
        except SiteError as error:
            problems.extend(error.problems)
