"""Read the writer's files, once: everything later works on the values that this module returns."""

from __future__ import annotations

import codecs
import dataclasses
import errno
import os
import stat
import unicodedata
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from standfirst.model import FactId, Id, Origin
from standfirst.problems.errors import Problem, Severity, SiteError, UsageError, errors_in, problem
from standfirst.reading.folders import (
    FoundFile,
    SavedFile,
    files_below,
    found_file,
    is_of_the_system,
    recall_file,
    shown,
)
from standfirst.reading.misplaced import (
    FACTS_ENDINGS,
    SECTION_ENDINGS,
    ids_in,
    is_saved_with,
    may_be_facts,
    meant_as_settings,
    unread_beside,
    unread_copy,
    unread_facts,
    unread_folder,
    unread_section,
)
from standfirst.reading.routes import misnamed

T = TypeVar("T")

IMAGE_ENDINGS = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
LOCK = "sources.lock"
BASEMAP = "basemap.geojson"
_HTML = (".html", ".htm")
_SAVED_PAGE = (*_HTML, ".mhtml", ".mht", ".webarchive")
_COPY_ENDINGS = (".txt", *_HTML)
# Some 100,000 facts.
_MOST_BYTES = 20_000_000
_LONGEST_PATH = 1000
# Bytes: twice the longest books, and some 500 MB of memory while words are sought that do not stand in it.
_LARGEST_COPY = 32 * 2**20
_NO_FILE = "it is a pipe or a device"
_ASSET_ENDINGS = (".css", ".js", ".svg")

# To YAML these end a line, to an editor they do not: as spaces they leave the two in agreement on where things stand.
_RARE_LINE_ENDS = "\x85\u2028\u2029"


# The longer first: the one of UTF-16 begins that of UTF-32.
_MARKS = MappingProxyType(
    {
        codecs.BOM_UTF32_LE: "UTF-32",
        codecs.BOM_UTF32_BE: "UTF-32",
        codecs.BOM_UTF16_LE: "UTF-16",
        codecs.BOM_UTF16_BE: "UTF-16",
    }
)
# So many bytes of a file tell how all of it is written.
_ENOUGH = 4096


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
    """A file or folder that is left out, although its name is nearly that of one that is read; what to do about it.

    `holds` are ids of facts that seem to be written there, or else the kind that it is named for.
    """

    path: str
    message: str
    hint: str
    holds: frozenset[str] = frozenset()

    def may_hold(self, fact: FactId) -> bool:
        """Whether what names a fact leads nowhere because this is not read."""
        return fact.id in self.holds or fact.kind.plural in self.holds

    def told(self, needed: int = 0) -> Problem:
        """Return what is wrong: an error where so many references lead to what it may hold, else a warning."""
        needs = f", and {needed} references need it" if needed > 1 else ", and a reference needs it" if needed else ""
        severity = Severity.ERROR if needed else Severity.WARNING
        return Problem(Origin(self.path, 1, 1), self.message + needs, self.hint, severity, is_cause=True)


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
        return frozenset(unicodedata.normalize("NFC", image.name) for image in self.images)


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


def read_content(folder: Path) -> ContentFiles:
    """Read a content folder whole, or raise a `SiteError` that names every file in it that cannot be read.

    Raises `UsageError` where there is no such
    folder.
    """
    check_folder(folder, "--content")
    if not os.path.lexists(folder / "site.yaml"):
        hint = next(filter(None, map(meant_as_settings, _names_in(folder))), "")
        hint = hint or "write one, or start from `python3 build.py new DIR`"
        raise problem(Origin(shown(folder / "site.yaml"), 1, 1), "there is no site.yaml here", hint)
    reader = _Reader()
    settings = reader.read(_written, [found_file(folder / "site.yaml")])
    found_facts = reader.below(folder / "facts")
    found_sections = sorted(reader.below(folder / "sections"), key=lambda found: found.name)
    of_facts = [found for found in found_facts if found.ends_with(FACTS_ENDINGS)]
    of_sections = [found for found in found_sections if found.ends_with(SECTION_ENDINGS)]
    facts, sections = reader.read(_written, of_facts), reader.read(_written, of_sections)
    found_images = reader.below(folder / "images")
    found_copies = _without_saved_parts(reader.below(folder / "sources"))
    images = reader.read(_image, (found for found in found_images if found.ends_with(IMAGE_ENDINGS)))
    of_sources = [found for found in found_copies if found.ends_with(_COPY_ENDINGS)]
    copies = reader.read(_copy, _one_a_source(of_sources, reader.problems))
    lock = reader.read(_written, [found_file(folder / LOCK)] if (folder / LOCK).exists() else [])
    basemap = reader.read(_written, [found_file(folder / BASEMAP)] if (folder / BASEMAP).exists() else [])
    if errors_in(reader.problems):
        raise SiteError(reader.problems)
    unread = partial(_unread, is_read={*of_facts, *of_sections, *of_sources})
    not_read = (
        *(UnreadFile(each.origin.path, each.message, each.hint) for each in reader.problems),
        *_unread_in(folder),
        *chain.from_iterable(map(_doubtful, (found_facts, found_sections, found_images, found_copies))),
        *unread(found_facts, unread_facts),
        *unread(found_sections, unread_section),
        *unread(found_copies, partial(unread_copy, sources={each.source for each in copies})),
    )
    return ContentFiles(
        settings=settings[0],
        facts=facts,
        sections=sections,
        images=images,
        copies=copies,
        lock=next(iter(lock), None),
        basemap=next(iter(basemap), None),
        unread=not_read,
    )


def _without_saved_parts(found: Sequence[FoundFile]) -> list[FoundFile]:
    """The files of sources/ but for what a browser saved with a page: its frames and pictures."""
    pages = {file.below.rpartition(".")[0] for file in found if file.ends_with(_SAVED_PAGE)}
    return [file for file in found if not is_saved_with(file.below, pages)]


def _unread_in(folder: Path) -> Iterator[UnreadFile]:
    """What stands in a content folder itself, beside what is read or nearly in one of its folders."""
    names = _names_in(folder)
    for name in names:
        path, lower = folder / name, name.lower()
        # Where the system takes Facts/ for facts/, that is read.
        is_read = lower not in names and (folder / lower).exists()
        if path.is_dir() and not is_read and (hint := unread_folder(name)):
            within = (_ids_in(file) for file in files_below(path, FACTS_ENDINGS, []))
            yield UnreadFile(shown(path), "this folder is not read", hint, frozenset(chain.from_iterable(within)))
        elif path.is_file() and (hint := unread_beside(name)):
            yield UnreadFile(shown(path), "this file is not read", hint, _ids_in(found_file(path)))


def _ids_in(found: FoundFile) -> frozenset[str]:
    """What facts a file holds that is not read, as far as that can be told."""
    try:
        text = _read(_written, found).text if may_be_facts(found.name) else ""
    except SiteError:  # it is no text
        text = ""
    return ids_in(found.name, text)


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:  # it was moved away since it was looked for
        return []


def _doubtful(found: Sequence[FoundFile]) -> Iterator[UnreadFile]:
    """Files that are not what they seem, or not everywhere.

    Git writes links as texts where the system has none.
    """
    for each in found:
        if "." not in each.name and (leads_to := _link_as_text(each.path)):
            message = f"this file is not read: it is the text of a link, to {leads_to}"
            yield UnreadFile(each.shown, message, "make it a link, or put in its place what it leads to")
    yield from _nearly_same(found)


def _link_as_text(path: str) -> str:
    """Return the path that is all that a file says, if it leads to a folder; nothing of any other file."""
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > _LONGEST_PATH:
            return ""
        said = Path(path).read_text(encoding="utf-8").strip()
        return said if said and os.path.isdir(os.path.join(os.path.dirname(path), said)) else ""
    except (OSError, ValueError):  # it cannot be read, or is no path
        return ""


def _nearly_same(found: Iterable[FoundFile]) -> Iterator[UnreadFile]:
    """Files whose names differ only in small letters and capitals, or in how their signs are composed."""
    seen: dict[str, FoundFile] = {}
    for each in found:
        first = seen.setdefault(unicodedata.normalize("NFC", each.below).casefold(), each)
        if first is not each:
            message = (
                f"to many systems this name is the same as that of {first.shown}, and they keep only one of the two"
            )
            yield UnreadFile(each.shown, message, "give one of them another name")


def _unread(
    found: Iterable[FoundFile], remedy: Callable[[str], str], is_read: Collection[FoundFile]
) -> Iterator[UnreadFile]:
    """Files of one folder that are read neither there nor, by way of a link, in another; and what to do about each."""
    doubtful = [(file, hint) for file in found if file not in is_read and (hint := remedy(file.name))]
    places = {os.path.realpath(file.path) for file in is_read} if doubtful else set()
    for file, hint in doubtful:
        if not os.path.isdir(file.path) and os.path.realpath(file.path) not in places:
            yield UnreadFile(file.shown, "this file is not read", hint, _ids_in(file))


def read_copy_file(source: Id, path: Path) -> CopyFile:
    """Read the copy of a source from anywhere, or raise a `SiteError` where it cannot be read."""
    found = found_file(path)
    return CopyFile(found.shown, source, _read(_body_of_copy, found))


def read_text(path: Path) -> InputFile:
    """Read a text file from anywhere, or raise a `SiteError` where it cannot be read."""
    return _read(_text, found_file(path))


def read_templates(folder: Path) -> TemplateFiles:
    """Read a templates folder whole, or raise a `SiteError` that names every file in it that cannot be read.

    Raises `UsageError` where there is no such
    folder.
    """
    check_folder(folder, "--templates")
    reader = _Reader()
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


def origin_in_file(file: InputFile, offset: int) -> Origin:
    """Return the line and column of an offset into a file's text."""
    line = file.text.count("\n", 0, offset) + 1
    return Origin(file.path, line, offset - file.text.rfind("\n", 0, offset))


def check_folder(folder: Path, option: str) -> None:
    """Raise a `UsageError` that names the option, unless a folder is there and can be looked into."""
    try:
        os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        raise UsageError(f"there is no folder {shown(folder)}; name another with {option}") from None
    except OSError as error:
        raise UsageError(f"the folder {shown(folder)} cannot be read: {error.strerror}") from None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what stands in one folder, and gathers what cannot be read."""

    problems: list[Problem] = field(default_factory=list)

    def below(self, folder: Path, endings: tuple[str, ...] = ("",)) -> list[FoundFile]:
        return files_below(folder, endings, self.problems)

    def read(self, make: Callable[[SavedFile], T], files: Iterable[FoundFile]) -> tuple[T, ...]:
        made = []
        for found in files:
            try:
                made.append(_read(make, found))
            except SiteError as error:
                self.problems.extend(error.problems)
        return tuple(made)


def _read(make: Callable[[SavedFile], T], found: FoundFile) -> T:
    try:
        return recall_file(make, found)
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}"
        raise problem(Origin(found.shown, 1, 1), message, "mend or remove it") from None


def _body(saved: SavedFile) -> bytes:
    # Reading a pipe or a device might never end; a folder says for itself that it is no file.
    if is_of_the_system(saved.found.path):
        raise OSError(errno.EINVAL, "it leads to what the system shows of itself")
    if saved.is_endless:
        raise OSError(errno.EINVAL, _NO_FILE)
    with open(saved.found.path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, _NO_FILE)
        return file.read()


def _without_waiting(path: str, flags: int) -> int:
    """Open a file that may have become a pipe since it was looked at."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _text(saved: SavedFile) -> InputFile:
    return InputFile(saved.found.shown, decoded(saved.found.shown, _body(saved)))


def _written(saved: SavedFile) -> InputFile:
    """A file that somebody writes by hand; a much larger one would take longer to read than anybody waits."""
    if saved.size > _MOST_BYTES:
        message = (
            f"this file has {saved.size // 1_000_000} MB, and none is read of more than {_MOST_BYTES // 1_000_000}"
        )
        raise problem(Origin(saved.found.shown, 1, 1), message, "split it into several")
    return _text(saved)


def _image(saved: SavedFile) -> ImageFile:
    image = ImageFile(saved.found.below, _body(saved))
    # Here, and not when it is published, so that a check finds it too.
    if fault := misnamed(image.path):
        raise problem(Origin(saved.found.shown, 1, 1), f"this image cannot be published: {fault}", "rename it")
    return image


def _copy(saved: SavedFile) -> CopyFile:
    return CopyFile(saved.found.shown, Id(saved.found.stem), _body_of_copy(saved))


def _body_of_copy(saved: SavedFile) -> bytes:
    if saved.size > _LARGEST_COPY:
        size, most = (f"{size / 2**20:.0f} MB" for size in (saved.size, _LARGEST_COPY))
        message = f"this copy is too large to be searched: it has {size}, and {most} is the most"
        raise problem(Origin(saved.found.shown, 1, 1), message, "save the words of the source alone, as plain text")
    return _body(saved)


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
    if written := _in_another_encoding(body):
        raise problem(Origin(path, 1, 1), f"this file is {written}", "save it as UTF-8")
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


def _in_another_encoding(body: bytes) -> str:
    """Return the encoding that the first bytes of a file name, or that every other byte of it gives away."""
    marked = next((name for mark, name in _MARKS.items() if body.startswith(mark)), "")
    beginning = body[:_ENOUGH]
    return marked or ("UTF-16" if beginning.count(0) > len(beginning) // 3 else "")
