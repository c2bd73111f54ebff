"""What was read: the writer's files as values, on which everything later works."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterable, Mapping

from standfirst.model import FactId, Id, Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity
from standfirst.reading.copy_formats import CopyFormat, format_of

LOCK = "sources.lock"
CHECKED = "sources.checked"
REVIEWS = "reviews.yaml"
BASEMAP = "basemap.geojson"
# The schemas by which editors complete and check; the other files name those there.
SCHEMA_FOLDER = "schema"
IMAGE_ENDINGS = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


@frozen
class InputFile:
    """A text file as it was read: no byte order mark, every line ended by `\\n`; `path` as the writer would type it."""

    path: str
    text: str


@frozen
class ImageFile:
    """A picture of the writer's; `name` is its path below `images/`."""

    name: str
    body: bytes

    @property
    def path(self) -> str:
        return f"images/{self.name}"


@frozen
class FontFile:
    """A file with letters of the writer's; `name` is its path below `fonts/`."""

    name: str
    body: bytes

    @property
    def path(self) -> str:
        return f"fonts/{self.name}"


@frozen
class CopyFile:
    """The writer's own copy of a source, which the file is named for."""

    path: str
    source: Id
    body: bytes

    @property
    def format(self) -> CopyFormat:
        return format_of(self.path)


@frozen
class UnreadFile:
    """A file or folder that is not read, although its name is nearly that of one that is, and what to do about it.

    `holds` are ids of facts that seem to be written there, or else the kind that it is named for.
    """

    path: str
    message: str
    hint: str
    holds: frozenset[str] = frozenset()

    def may_hold(self, fact: FactId) -> bool:
        """Whether a reference to this fact may lead nowhere because the file is not read."""
        return fact.id in self.holds or fact.kind.plural in self.holds

    def as_problem(self, needed: int = 0) -> Problem:
        """Return what is wrong: an error where so many references lead to what it may hold, else a warning."""
        needs = f", and {needed} references need it" if needed > 1 else ", and a reference needs it" if needed else ""
        severity = Severity.ERROR if needed else Severity.WARNING
        return Problem(Origin(self.path, 1, 1), self.message + needs, self.hint, severity, is_cause=True)


@frozen
class ContentFiles:
    """What a content folder holds, in the order in which it counts: facts by path, sections by file name.

    `unread` is what nearly was read; `problems` say what could not be, and then files are missing here.
    """

    settings: InputFile
    facts: tuple[InputFile, ...]
    sections: tuple[InputFile, ...]
    images: tuple[ImageFile, ...]
    copies: tuple[CopyFile, ...] = ()
    lock: InputFile | None = None
    checked: InputFile | None = None
    reviews: InputFile | None = None
    basemap: InputFile | None = None
    unread: tuple[UnreadFile, ...] = ()
    fonts: tuple[FontFile, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def by_path(self) -> Mapping[str, Hashable]:
        """Every file of the folder; a picture by its path below it."""
        return _by_path(self)


@frozen
class TemplateFiles:
    """The templates of a folder, and what its pages load: stylesheets, scripts, and perhaps an icon in SVG.

    `over` is what lies over them: a file there stands in the place of its namesake here. `problems` say what could not
    be read, and then files are missing here.
    """

    folder: str
    templates: tuple[InputFile, ...]
    stylesheets: tuple[InputFile, ...]
    scripts: tuple[InputFile, ...] = ()
    icon: InputFile | None = None
    over: TemplateFiles | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def by_path(self) -> Mapping[str, Hashable]:
        """Every file of the folder, and of what lies over it."""
        return {**_by_path(self), **(self.over.by_path if self.over else {})}

    @property
    def without_assets(self) -> TemplateFiles:
        """The templates alone: what pages are rendered with, and what no change of style touches."""
        return TemplateFiles(self.folder, self.templates, (), over=self.over and self.over.without_assets)

    def name_of(self, file: InputFile) -> str:
        """Return the name of a file of this folder: its path below it."""
        return file.path.removeprefix(f"{self.folder}/")

    def named(self, files: Iterable[InputFile]) -> dict[str, InputFile]:
        """Return files of this folder by their names, in order of these."""
        return dict(sorted((self.name_of(file), file) for file in files))


@frozen
class LayeredFiles:
    """Files of one sort by their names: those of a theme, or what stands in their place, and others that are added.

    Both are in order of name.
    """

    theme: Mapping[str, InputFile]
    added: Mapping[str, InputFile]


def layered(files: TemplateFiles, sort: Callable[[TemplateFiles], Iterable[InputFile]]) -> LayeredFiles:
    """Return the files of one sort of a theme and of what lies over it."""
    theme = files.named(sort(files))
    over = files.over.named(sort(files.over)) if files.over else {}
    return LayeredFiles(
        theme={name: over.get(name, file) for name, file in theme.items()},
        added={name: file for name, file in over.items() if name not in theme},
    )


_FILES = (InputFile, ImageFile, FontFile, CopyFile, UnreadFile)


def _by_path(files: ContentFiles | TemplateFiles) -> dict[str, Hashable]:
    """The files in all fields, so that no field is forgotten."""
    values = (getattr(files, field.name) for field in dataclasses.fields(files))
    every = (file for value in values for file in (value if isinstance(value, tuple) else (value,)))
    return {file.path: file for file in every if isinstance(file, _FILES)}


def origin_in_file(file: InputFile, offset: int) -> Origin:
    """Return the line and column of an offset into a file's text."""
    line = file.text.count("\n", 0, offset) + 1
    return Origin(file.path, line, offset - file.text.rfind("\n", 0, offset))
