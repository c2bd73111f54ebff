"""The `templates` command: what of the theme a project can replace by its own, and copies to begin with."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from standfirst import __version__
from standfirst.options import Options
from standfirst.outputs.css_tokens import Token, token_value, tokens_of
from standfirst.problems.errors import UsageError
from standfirst.problems.remedies import suggest
from standfirst.program import default_theme
from standfirst.publishing.writing import add_files
from standfirst.reading.files import InputFile, TemplateFiles
from standfirst.reading.folders import check_folder, display_path
from standfirst.reading.read import read_templates
from standfirst.rendering.template_outline import outline_of

_HEAD = """\
A file in {folder}/ with one of these names replaces ours. It may begin with ours, and change only a part:
  {{% extends "default/pages/actor.html" %}}, then blocks or macros with the names below;
  {{% include "default/partials/footer.html" %}}, then what you add.
`templates copy NAME` copies ours there. Style sheets and scripts with other names are added after ours."""
_LAYERS = re.compile(r"@layer\s+([\w\s,.-]+)")
_FOLDERS = ("layouts", "pages", "partials", "macros")
_COMMENTS = {".html": "{{# {} #}}\n", ".css": "/* {} */\n", ".js": "/* {} */\n", ".svg": "<!-- {} -->\n"}


def templates_overview(options: Options) -> str:
    """Return what can be overridden, in lines to be printed, and what lies over it already. Raises `UsageError`."""
    theme = _theme(options)
    over = theme.over.named(_every(theme.over)) if theme.over else {}
    files = theme.named(_every(theme))
    lines = chain.from_iterable((f"\n{folder}", *_lines_of_templates(f"{folder}/", files, over)) for folder in _FOLDERS)
    assets = (*theme.stylesheets, *theme.scripts, *((theme.icon,) if theme.icon else ()))
    return "\n".join(
        (
            _HEAD.format(folder=display_path(options.templates_over)),
            *lines,
            "\nstyles and scripts, in their order",
            *(_with_own(f"  {name}{_layers_of(file)}", name, over) for name, file in theme.named(assets).items()),
            *(f"  {over[name].path}, added" for name in over if name.endswith((".css", ".js")) and name not in files),
            "\ntokens, as light and dark pages have them",
            *_lines_of_tokens(tokens_of(theme.stylesheets)),
        )
    )


def copy_templates(options: Options, names: Sequence[str]) -> tuple[Path, ...]:
    """Copy files of the theme to where they lie over it, all or none; return their paths.

    Each says at its head of which version it is. Raises `UsageError` where one is there already.
    """
    theme, folder = _theme(options), options.templates_over
    if folder.is_dir() and os.path.samefile(folder, default_theme()):
        raise UsageError(f"{display_path(folder)} are the templates of Standfirst themselves; edit them")
    files = theme.named(_every(theme))
    for name in names:
        if name not in files:
            hint = suggest(name, files).hint or "`templates` lists those that there are"
            raise UsageError(f"there is no '{name}' among the templates of Standfirst; {hint}")
    add_files(folder, {name: _copy_of(name, files[name]) for name in names})
    return tuple(folder / name for name in names)


def _theme(options: Options) -> TemplateFiles:
    if options.templates and options.templates.exists():
        check_folder(options.templates, "--templates")
    return read_templates(default_theme(), options.templates_over)


def _every(files: TemplateFiles) -> Iterator[InputFile]:
    yield from (*files.templates, *files.stylesheets, *files.scripts, *((files.icon,) if files.icon else ()))


def _copy_of(name: str, file: InputFile) -> bytes:
    said = f"Copied from Standfirst {__version__}: {name}"
    return (_COMMENTS[Path(name).suffix].format(said) + file.text).encode()


def _lines_of_templates(folder: str, files: Mapping[str, InputFile], over: Mapping[str, InputFile]) -> Iterator[str]:
    for name, file in files.items():
        if not name.startswith(folder):
            continue
        outline = outline_of(file)
        blocks = ", ".join(block.name for block in outline.blocks)
        yield _with_own(f"  {name}" + (f"  blocks: {blocks}" if blocks else ""), name, over)
        yield from (f"    {macro}" for macro in outline.macros)


def _with_own(line: str, name: str, over: Mapping[str, InputFile]) -> str:
    return f"{line}  ({over[name].path} stands in its place)" if name in over else line


def _lines_of_tokens(tokens: Sequence[Token]) -> Iterator[str]:
    for name in dict.fromkeys(token.name for token in tokens if token.medium == ""):
        light, dark = (token_value(tokens, name, dark=dark) for dark in (False, True))
        yield f"  {name}: {light}" if light == dark else f"  {name}: {light} / {dark}"


def _layers_of(file: InputFile) -> str:
    """The cascade layers that a style sheet names."""
    names = dict.fromkeys(name.strip() for each in _LAYERS.findall(file.text) for name in each.split(","))
    return f"  layers: {', '.join(names)}" if names else ""
