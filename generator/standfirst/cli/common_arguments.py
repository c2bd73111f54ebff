"""The arguments that several commands take, and what a build is asked for by them."""

from __future__ import annotations

import datetime
import os
import time
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from standfirst.cli.values import FORMS, cluster_address, copy, day, moment, path, processes, report_format, web_address
from standfirst.model import Drafts, Instant
from standfirst.options import Options
from standfirst.problems.errors import UsageError
from standfirst.problems.report import ReportFormat
from standfirst.publishing.cache_folder import CacheFolder

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Subparsers = _SubParsersAction[ArgumentParser]

CommandFunction = Callable[[Namespace], int | None]
# The cache between builds, from the folder in which a command is given.
CACHE: Path | None = Path(".cache")
# What does not go with the past, by the names of its arguments.
_NOT_AS_OF = {
    "text": "--text is a copy of today",
    "fix": "--fix changes what is there today",
    "cluster": "a cluster renders what is there today",
}
# The commands that make a whole site.
_MAKING_SITES = frozenset({"build", "check"})


def add_command(commands: Subparsers, name: str, run: CommandFunction, does: str) -> ArgumentParser:
    """Add a command, with the options that all of them take."""
    parser = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    parser.add_argument("--content", type=path, default=SUPPRESS, help="the writer's folder (default: content/)")
    parser.add_argument(
        "--templates",
        type=path,
        metavar="DIR",
        help="what lies over the templates of Standfirst (default: templates/ beside the content, if there is one)",
    )
    parser.add_argument("--output", type=path, default=SUPPRESS, help="the folder of the site (default: site/)")
    parser.add_argument("--base-url", type=web_address, help="stands in for base_url of site.yaml")
    parser.add_argument(
        "--drafts", action="store_true", help="include drafts and what waits for its time, and say so on the page"
    )
    parser.add_argument(
        "--now",
        type=moment,
        metavar="TIME",
        help="the day, or the time with its zone, by which `publish_at` and `review_by` go (default: by the clock)",
    )
    render = parser.add_mutually_exclusive_group()
    render.add_argument("--jobs", type=processes, default=os.cpu_count() or 1, help="how many processes may render")
    if name in _MAKING_SITES:
        render.add_argument(
            "--cluster", type=cluster_address, metavar="ADDRESS", help="the scheduler of a Dask cluster that renders"
        )
    parser.set_defaults(run=run, format=ReportFormat.TEXT, strict=False, text=[], cluster=None, fix=False, as_of=None)
    return parser


def add_texts(parser: ArgumentParser) -> None:
    """Add the copies of sources that lie elsewhere."""
    parser.add_argument(
        "--text",
        type=copy,
        action="append",
        metavar="ID=PATH",
        default=[],
        help="a copy of a source that is not in sources/",
    )


def add_cache(parser: ArgumentParser) -> None:
    """Add where a command keeps what it makes for the next one."""
    parser.add_argument(
        "--cache", type=path, default=CACHE, metavar="DIR", help="what builds keep for the next (default: .cache/ here)"
    )
    parser.add_argument("--no-cache", dest="cache", action="store_const", const=None, help="make everything anew")


def add_as_of(parser: ArgumentParser) -> None:
    """Add the earlier day as which a site is made."""
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="the explainer as it stood at the end of that day, as Git has it"
    )


def add_format(parser: ArgumentParser, what: str) -> None:
    """Add the form in which a command writes what it has found; `what` names that, with its verb."""
    parser.add_argument(
        "--format",
        type=report_format,
        default=ReportFormat.TEXT,
        metavar="FORM",
        help=f"how {what} written: {FORMS}",
    )


def options_of(options: Namespace) -> Options:
    """Return what a build is asked for by the options of a command."""
    if options.as_of and (given := [name for name in _NOT_AS_OF if getattr(options, name, None)]):
        raise UsageError(f"--as-of shows what Git has of a day, and {_NOT_AS_OF[given[0]]}; give one of the two")
    return Options(
        content=options.content,
        templates=options.templates,
        base_url=options.base_url,
        drafts=Drafts.SHOW if options.drafts else Drafts.HIDE,
        # The one clock that decides what is published, read once: whoever says `--now` gets the same site at any time.
        now=Instant(int(time.time())) if options.now is None else options.now,
        jobs=options.jobs,
        cluster=options.cluster,
        copies=tuple(options.text),
        as_of=options.as_of,
    )


def today_of(options: Namespace) -> datetime.date:
    """Return the day on which something is noted: that of `--now`, or else today by the clock, where the user is."""
    if options.now is None:
        return datetime.date.today()
    return datetime.datetime.fromtimestamp(options.now, datetime.UTC).date()


def cache_of(options: Namespace) -> CacheFolder | None:
    """Return the cache between builds, unless it is to be done without."""
    return CacheFolder.within(options.cache) if options.cache else None
