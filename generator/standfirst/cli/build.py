"""`build` and `serve`."""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from standfirst.cached_build import build
from standfirst.cli.common_arguments import add_as_of, add_cache, add_command, cache_of, options_of, today_of
from standfirst.cli.printing import print_if_possible, print_outcome, progress, visible_path
from standfirst.cli.shown_problems import print_next_due
from standfirst.cli.values import port
from standfirst.commands.profile import Profile
from standfirst.problems.errors import UsageError
from standfirst.problems.report import count_of_warnings

if TYPE_CHECKING:
    from standfirst.cli.common_arguments import Subparsers


def add_build(commands: Subparsers) -> None:
    """Add `build`."""
    build = add_command(commands, "build", _build, "check, render and publish the site")
    build.add_argument(
        "--profile",
        action="store_true",
        help="show how long each stage took and which pages took longest; one process makes them all anew",
    )
    add_as_of(build)
    add_cache(build)


def _build(options: argparse.Namespace) -> None:
    start = time.monotonic()
    asked, profile = replace(options_of(options), on_progress=progress(start)), Profile()
    cache = cache_of(options)
    if options.profile:
        if options.cluster:
            raise UsageError("--profile measures this process alone; ask for it without --cluster")
        asked, cache = replace(asked, on_stage=profile.begin_stage, on_page=profile.begin_page), None
    built = build(asked, options.output, cache)
    tables = f"\n\n{profile.tables()}" if options.profile else ""
    seconds = time.monotonic() - start
    more = count_of_warnings(built.warnings, "`check` lists")
    day = f" as of {asked.as_of}" if asked.as_of else ""
    print_outcome(f"Built {built.pages} pages{day} in {seconds:.2f} s: {visible_path(options.output)}{more}{tables}")
    print_next_due(built.schedule)


def add_serve(commands: Subparsers) -> None:
    """Add `serve`."""
    serve = add_command(commands, "serve", _serve, "preview the site, drafts too, with live reload")
    serve.add_argument("--port", type=port, default=8000, help="where to listen on 127.0.0.1 (default 8000)")
    serve.add_argument("--open", action="store_true", help="open the browser")
    serve.set_defaults(drafts=True)


def _serve(options: argparse.Namespace) -> None:
    from standfirst.preview.server import AskedPreview, serve  # noqa: PLC0415

    asked = options_of(options)
    # As long as the folder in which the command was given is there: it may be removed and restored.
    asked = replace(asked, content=asked.content.absolute(), templates=asked.templates and asked.templates.absolute())
    preview = AskedPreview(
        port=options.port,
        opens=options.open,
        netlify_toml=(options.program.home / "netlify.toml").absolute(),
        tell=print_if_possible,
        today=lambda: today_of(options),
    )
    serve(asked, preview)
