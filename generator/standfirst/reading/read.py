"""Read the writer's files, once: everything later works on the values that this module returns."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from standfirst.model import FONTS_OF_LOOK, Id, Origin
from standfirst.model.frozen_class import frozen
from standfirst.options import Options, Stage
from standfirst.problems.errors import Problem, Severity, attempt, errors_in, stop_at_errors
from standfirst.program import default_theme
from standfirst.reading.copy_formats import COPY_ENDINGS, CopyFormat, format_of
from standfirst.reading.files import (
    BASEMAP,
    CHECKED,
    IMAGE_ENDINGS,
    LOCK,
    REVIEWS,
    ContentFiles,
    InputFile,
    TemplateFiles,
    UnreadFile,
)
from standfirst.reading.folders import FoundFile, SavedFile, check_folder, display_path, files_below, found_file
from standfirst.reading.one_file import (
    copy_file,
    font_file,
    image_file,
    read_copy_file,
    read_file,
    text_file,
    written_file,
)
from standfirst.reading.unread_files import doubtful, names_in, unread_beside_settings, unread_in
from standfirst.reading.unread_names import (
    FACTS_ENDINGS,
    SECTION_ENDINGS,
    hint_for_copy,
    hint_for_facts,
    hint_for_section,
    hint_for_settings,
    is_note,
    is_saved_with,
)

T = TypeVar("T")
U = TypeVar("U")

_SAVED_PAGE = (*CopyFormat.HTML.value, ".mhtml", ".mht", ".webarchive")
_ICON = "assets/icon.svg"
_ASSET_ENDINGS = (".css", ".js", ".svg")


def read_inputs(options: Options) -> tuple[ContentFiles, TemplateFiles]:
    """Read all that a site is made from, or raise one `SiteError` with what cannot be read, or a `UsageError`."""
    options.on_stage(Stage.READ)
    check_folder(options.content, "--content")
    if options.templates:
        check_folder(options.templates, "--templates")
    files = read_content(options.content, options.copies)
    templates = read_templates(default_theme(), options.templates_over)
    stop_at_errors((*files.problems, *templates.problems))
    return files, templates


def read_content(folder: Path, copies: Iterable[tuple[Id, Path]] = ()) -> ContentFiles:
    """Read a content folder whole; `copies` of sources lie elsewhere, and take the place of those in the folder."""
    settings = folder / "site.yaml"
    if not os.path.lexists(settings):
        nothing = ContentFiles(InputFile(display_path(settings), ""), facts=(), sections=(), images=())
        return replace(nothing, problems=(_no_settings(folder, nothing.settings.path),))
    reader = _FolderReader()
    files = _read_folder(folder, reader)
    named = reader.gather(lambda copy: read_copy_file(*copy), copies)
    replaced = {copy.source for copy in named}
    files = replace(files, copies=(*(copy for copy in files.copies if copy.source not in replaced), *named))
    if errors_in(reader.problems):
        return replace(files, problems=tuple(reader.problems))
    # What was merely not looked into may hold facts that are referred to.
    not_looked_into = (UnreadFile(each.origin.path, each.message, each.hint) for each in reader.problems)
    return replace(files, unread=(*not_looked_into, *files.unread))


def _no_settings(folder: Path, path: str) -> Problem:
    hints = filter(None, map(hint_for_settings, names_in(folder)))
    hint = next(hints, "write one, or start from `new DIR`")
    return Problem(Origin(path, 1, 1), "there is no site.yaml here", hint)


def _read_folder(folder: Path, reader: _FolderReader) -> ContentFiles:
    settings = reader.read(written_file, [found_file(folder / "site.yaml")])
    found_facts = reader.below(folder / "facts")
    found_sections = sorted(reader.below(folder / "sections"), key=lambda found: found.name)
    found_images = reader.below(folder / "images")
    found_copies = _without_saved_parts(reader.below(folder / "sources"))
    of_facts = [found for found in found_facts if found.ends_with(FACTS_ENDINGS)]
    of_sections = [found for found in found_sections if found.ends_with(SECTION_ENDINGS)]
    of_sources = _copies_among(found_copies, of_sections)
    copies = reader.read(copy_file, _one_a_source(of_sources, reader.problems))
    unread = partial(unread_in, is_read={*of_facts, *of_sections, *of_sources})
    return ContentFiles(
        settings=next(iter(settings), InputFile(display_path(folder / "site.yaml"), "")),
        facts=reader.read(written_file, of_facts),
        sections=reader.read(written_file, of_sections),
        images=reader.read(image_file, (found for found in found_images if found.ends_with(IMAGE_ENDINGS))),
        fonts=reader.read(font_file, reader.below(folder / "fonts", FONTS_OF_LOOK.endings)),
        copies=copies,
        lock=reader.read_if_there(folder / LOCK),
        checked=reader.read_if_there(folder / CHECKED),
        reviews=reader.read_if_there(folder / REVIEWS),
        basemap=reader.read_if_there(folder / BASEMAP),
        unread=(
            *unread_beside_settings(folder),
            *chain.from_iterable(map(doubtful, (found_facts, found_sections, found_images, found_copies))),
            *unread(found_facts, hint_for_facts),
            *unread(found_sections, hint_for_section),
            *unread(found_copies, partial(hint_for_copy, sources={each.source for each in copies})),
        ),
    )


def read_templates(theme: Path, over: Path | None = None) -> TemplateFiles:
    """Read the templates of a theme, and what lies over them, if anything does: each folder whole."""
    files = _read_templates(theme)
    if over is None or not over.is_dir() or (theme.is_dir() and os.path.samefile(over, theme)):
        return files
    own = _read_templates(over)
    return replace(files, over=own, problems=(*files.problems, *own.problems, *_not_published(over)))


def _not_published(over: Path) -> Iterator[Problem]:
    """Yield a warning for each file that a style sheet of a project may name, and that does not come with it."""
    for found in files_below(over, (*FONTS_OF_LOOK.endings, *IMAGE_ENDINGS), []):
        if found.below != _ICON:
            is_font = found.ends_with(FONTS_OF_LOOK.endings)
            hint = "move it to fonts/ in the content, and name it in `look:`" if is_font else "move it to images/"
            yield Problem(found.start, "this file is not published", hint, Severity.WARNING)


def _read_templates(folder: Path) -> TemplateFiles:
    reader = _FolderReader()
    files = reader.read(text_file, reader.below(folder, (".html", ".xml", ".txt", *_ASSET_ENDINGS)))
    icon = display_path(folder / _ICON)
    return TemplateFiles(
        folder=display_path(folder),
        templates=tuple(file for file in files if not file.path.endswith(_ASSET_ENDINGS)),
        stylesheets=tuple(file for file in files if file.path.endswith(".css")),
        scripts=tuple(file for file in files if file.path.endswith(".js")),
        icon=next((file for file in files if file.path == icon), None),
        problems=tuple(reader.problems),
    )


@frozen
class _FolderReader:
    """Reads what stands in one folder, and gathers what cannot be read."""

    problems: list[Problem] = field(default_factory=list)

    def below(self, folder: Path, endings: tuple[str, ...] = ("",)) -> list[FoundFile]:
        return files_below(folder, endings, self.problems)

    def read(self, make: Callable[[SavedFile], T], files: Iterable[FoundFile]) -> tuple[T, ...]:
        return self.gather(partial(read_file, make), files)

    def read_if_there(self, path: Path) -> InputFile | None:
        return attempt(partial(read_file, written_file), found_file(path), self.problems) if path.exists() else None

    def gather(self, read: Callable[[U], T], values: Iterable[U]) -> tuple[T, ...]:
        made = [attempt(read, value, self.problems) for value in values]
        return tuple(each for each in made if each is not None)


def _without_saved_parts(found: Sequence[FoundFile]) -> list[FoundFile]:
    """The files of sources/ but for what a browser saved with a page: its frames and pictures."""
    pages = {file.below.rpartition(".")[0] for file in found if file.ends_with(_SAVED_PAGE)}
    return [file for file in found if not is_saved_with(file.below, pages)]


def _copies_among(found: Sequence[FoundFile], sections: Sequence[FoundFile]) -> list[FoundFile]:
    """The files that are copies: not notes about the folder, sections, or what the text beside them was taken from."""
    copies = [file for file in found if file.ends_with(COPY_ENDINGS) and not is_note(file.name)]
    if any(file.ends_with(SECTION_ENDINGS) for file in copies):
        # One folder may be linked to as both.
        elsewhere = {os.path.realpath(file.path) for file in sections}
        copies = [file for file in copies if os.path.realpath(file.path) not in elsewhere]
    texts = {file.stem for file in copies if not format_of(file.name).is_original}
    return [file for file in copies if not (format_of(file.name).is_original and file.stem in texts)]


def _one_a_source(copies: Iterable[FoundFile], problems: list[Problem]) -> Iterator[FoundFile]:
    """The first copy of each source; any other is a problem."""
    seen: dict[str, FoundFile] = {}
    for found in copies:
        first = seen.setdefault(found.stem, found)
        if first is found:
            yield found
        else:
            message = f"there are two copies of '{found.stem}', this and {first.display_path}"
            problems.append(Problem(found.start, message, "keep one of the two here"))
