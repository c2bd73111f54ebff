"""The commands around an explainer: `new`, `basemap`, `templates`, `schema` and `docs`."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from standfirst.cli.common_arguments import add_command, options_of
from standfirst.cli.printing import print_line, print_outcome, visible_path
from standfirst.cli.values import path
from standfirst.problems.errors import UsageError
from standfirst.problems.excerpts import visible
from standfirst.reading.folders import display_path

if TYPE_CHECKING:
    from standfirst.cli.common_arguments import Subparsers
    from standfirst.commands.new import StartedProject


def add_new(commands: Subparsers) -> None:
    """Add `new`."""
    new = add_command(commands, "new", _new, "start a project in DIR: a small working explainer, and what publishes it")
    new.add_argument(
        "folder", type=path, metavar="DIR", help="the folder to make, or one that is there; . for this one"
    )
    new.add_argument(
        "--content-only", action="store_true", help="make DIR the folder of an explainer, without the rest"
    )


def _new(options: argparse.Namespace) -> None:
    from standfirst.commands.new import CONTENT, start_explainer, start_project  # noqa: PLC0415

    kept: Sequence[str] = ()
    if options.content_only:
        folder = start_explainer(options.folder)
        what, next_, steps = "an explainer", "Build", [_typed(options, "--content", folder)]
    else:
        started = start_project(options.folder)
        folder, kept = started.folder, tuple(_lines_of_kept(started))
        what, next_, steps = "a project", "Preview", [_typed(options, "serve", "--content", folder / CONTENT)]
        # The program may be at home in the working folder.
        if options.program.home == Path():
            there = [] if _is_here(folder) else [shlex.join(["cd", display_path(folder)])]
            steps = [*there, _typed(options, "serve")]
    where = "this folder" if _is_here(folder) else visible_path(folder)
    said = "\n  ".join([f"Started {what} in {where}. {next_} it with:", *map(visible, steps)])
    print_outcome("\n".join([said, *kept]))


def _lines_of_kept(started: StartedProject) -> Iterator[str]:
    """What was in a folder before its project, and what to do about it."""
    if started.adds_ignored:
        yield "Added to .gitignore what is not to be committed: copies of sources, and what commands make."
    if started.kept:
        yield "These were there, and are as they were (`new` in another folder writes ours, to compare with):"
        yield from (f"  {path}: {see_to}" if see_to else f"  {path}" for path, see_to in started.kept.items())


def _is_here(folder: Path) -> bool:
    return display_path(folder) == "."


def _typed(options: argparse.Namespace, *arguments: str | Path) -> str:
    """A command as its user would type it in a shell."""
    script = (Path(word) if os.sep in word else word for word in options.program.command)
    return shlex.join(display_path(each) if isinstance(each, Path) else each for each in (*script, *arguments))


def add_basemap(commands: Subparsers) -> None:
    """Add `basemap`."""
    basemap = add_command(commands, "basemap", _basemap, "cut the outlines around your places from a map of the world")
    basemap.add_argument("files", type=path, nargs="+", metavar="FILE", help="GeoJSON, such as that of Natural Earth")
    basemap.add_argument("--source", default="Natural Earth", help="whose outlines they are (default: Natural Earth)")


def _basemap(options: argparse.Namespace) -> None:
    from standfirst.commands.basemap import cut_basemap  # noqa: PLC0415

    written = cut_basemap(options_of(options), options.files, options.source)
    size = written.path.stat().st_size / 1000
    print_outcome(
        f"Cut {len(written.basemap.areas)} outlines around the places: {visible_path(written.path)}, {size:.0f} kB"
    )


def add_templates(commands: Subparsers) -> None:
    """Add `templates`."""
    does = "list the templates, blocks and macros that yours can replace, or copy some to begin with"
    templates = add_command(commands, "templates", _templates, does)
    templates.add_argument("action", nargs="?", choices=("list", "copy"), default="list", help="default: list")
    templates.add_argument("names", nargs="*", metavar="NAME", help="what to copy, such as pages/actor.html")


def _templates(options: argparse.Namespace) -> None:
    from standfirst.commands.templates import copy_templates, templates_overview  # noqa: PLC0415

    if options.action == "list":
        if options.names:
            raise UsageError("templates are listed all together; leave out their names, or write `templates copy NAME`")
        print_line(templates_overview(options_of(options)), sys.stdout)
        return
    if not options.names:
        raise UsageError("name what to copy, as in `templates copy pages/actor.html`")
    for copied in copy_templates(options_of(options), options.names):
        print_outcome(f"Copied {visible_path(copied)}")


def add_schema(commands: Subparsers) -> None:
    """Add `schema`."""
    add_command(commands, "schema", _schema, "write the JSON Schemas by which editors complete and check the content")


def _schema(options: argparse.Namespace) -> None:
    from standfirst.commands.schema import renew_schemas  # noqa: PLC0415

    for written in renew_schemas(options.content):
        print_outcome(f"Wrote {visible_path(written)}")


def add_docs(commands: Subparsers) -> None:
    """Add `docs`."""
    docs = add_command(commands, "docs", _docs, "list the pages of the documentation, or print one")
    docs.add_argument("page", nargs="?", metavar="PAGE", help="what to print, such as tutorial")


def _docs(options: argparse.Namespace) -> None:
    from standfirst.commands.docs import list_of_pages, text_of_page  # noqa: PLC0415

    said = list_of_pages(options.program) if options.page is None else text_of_page(options.page)
    print_line(said.removesuffix("\n"), sys.stdout)
