"""The commands about sources: `lock`, `cite`, `source add` and `recheck`."""

from __future__ import annotations

import argparse
import datetime
import sys
import time
from typing import TYPE_CHECKING

from standfirst.authoring.editor_schemas import keep_schemas
from standfirst.cli.common_arguments import add_command, add_format, add_texts, options_of
from standfirst.cli.exit_codes import DONE, PROBLEMS
from standfirst.cli.printing import print_line, print_outcome, progress, visible_path
from standfirst.cli.shown_problems import show_problems
from standfirst.cli.values import address, address_or_file, date, day, seconds, source_id
from standfirst.problems.errors import errors_in
from standfirst.problems.excerpts import visible
from standfirst.problems.report import ReportFormat

if TYPE_CHECKING:
    from standfirst.cli.common_arguments import Subparsers

# Where it is asked whether an archive has a copy of a page.
_INTERNET_ARCHIVE = "https://archive.org/wayback/available"


def add_lock(commands: Subparsers) -> None:
    """Add `lock`."""
    lock_ = add_command(commands, "lock", _lock, "find what is cited in your copies of the sources, and note it")
    lock_.add_argument("--check", action="store_true", help="only say whether copies and lock still agree")
    add_texts(lock_)


def _lock(options: argparse.Namespace) -> int | None:
    from standfirst.commands.lock import lock  # noqa: PLC0415

    locked = lock(options_of(options), check=options.check)
    path = visible_path(locked.path)
    noted = f"{locked.counts} in {path}."
    if locked.problems:
        show_problems(locked.problems, options, "nothing was written." if options.check else f"noted {noted}")
        return PROBLEMS if errors_in(locked.problems) else DONE
    print_outcome(f"The copies agree with {path}." if options.check else f"Noted {noted}")
    return DONE


def add_cite(commands: Subparsers) -> None:
    """Add `cite`."""
    cite = add_command(commands, "cite", _cite, "find words of a source in your copies, and print how they are cited")
    cite.add_argument("words", nargs="+", metavar="WORDS", help="a sentence or part of one, pasted; - reads them")
    cite.add_argument("--source", type=source_id, metavar="ID", help="search the copy of this source alone")
    cite.add_argument(
        "--format",
        dest="form",
        choices=("text", "json"),
        default="text",
        metavar="FORM",
        help="text: YAML to paste, with comments; json: the same for programs",
    )
    add_texts(cite)


def _cite(options: argparse.Namespace) -> int:
    from standfirst.commands.cite import cite  # noqa: PLC0415
    from standfirst.desk.citation_text import as_json, as_text  # noqa: PLC0415

    words = sys.stdin.read() if options.words == ["-"] else " ".join(options.words)
    answer = cite(options_of(options), words, options.source)
    if answer.problems:
        show_problems(answer.problems, options, "the words were sought in the other copies.")
    if options.form == "json":
        print_line(as_json(answer.found, answer.nearest), sys.stdout)
    elif answer.found:
        print_line(as_text(answer.found, answer.recorded), sys.stdout)
    if said := answer.more if answer.found else answer.why_not:
        print_line(f"{options.program.name}: {visible(said)}", sys.stderr)
    return DONE if answer.found else PROBLEMS


def add_source(commands: Subparsers) -> None:
    """Add `source`, with its one action, `add`."""
    does = "add sources: their copies and their records"
    source = commands.add_parser("source", help=does, description=f"{does[0].upper()}{does[1:]}.")
    actions = source.add_subparsers(title="actions", metavar="ACTION", required=True)
    does = "save a copy of a source and its record; only this and recheck use the web"
    add = add_command(actions, "add", _source_add, does)
    add.add_argument("where", type=address_or_file, metavar="URL-or-FILE", help="a page, or one that you have saved")
    add.add_argument("--id", type=source_id, help="the id of the source (default: from its publisher and title)")
    add.add_argument("--accessed", type=date, metavar="DATE", help="when you read it (default, for a page: today)")
    add.add_argument(
        "--archive",
        type=address,
        default=_INTERNET_ARCHIVE,
        metavar="URL",
        help="who is asked for an archived copy, in the way of the Internet Archive (which is the default)",
    )
    add.add_argument(
        "--no-archive", dest="archive", action="store_const", const=None, help="ask nobody for an archived copy"
    )


def _source_add(options: argparse.Namespace) -> None:
    from standfirst.commands.source import AskedSource, add_source  # noqa: PLC0415

    asked = AskedSource(
        where=options.where,
        today=_today(),
        id=options.id,
        accessed=options.accessed,
        archive=options.archive,
    )
    added = add_source(options_of(options), asked)
    keep_schemas(options.content)
    print_outcome("\n".join(map(visible, added.lines)))


def add_recheck(commands: Subparsers) -> None:
    """Add `recheck`."""
    does = "see whether what is cited still stands at the addresses of the sources, and note that in sources.checked"
    recheck = add_command(commands, "recheck", _recheck, does)
    recheck.add_argument(
        "--only", type=source_id, action="append", default=[], metavar="ID", help="look at this source alone"
    )
    recheck.add_argument("--today", type=day, metavar="DATE", help="the day that is noted (default: today)")
    recheck.add_argument(
        "--pause", type=seconds, default=5.0, metavar="SECONDS", help="between two visits to one host (default 5)"
    )
    recheck.add_argument(
        "--timeout", type=seconds, default=60.0, metavar="SECONDS", help="that one page may take (default 60)"
    )
    add_format(recheck, "what was seen is")
    add_texts(recheck)


def _recheck(options: argparse.Namespace) -> int:
    from standfirst.commands.recheck import AskedRecheck, as_json, recheck  # noqa: PLC0415

    asked = AskedRecheck(
        today=options.today or _today(),
        only=tuple(options.only),
        pause=options.pause,
        most_seconds=options.timeout,
        on_visit=progress(time.monotonic(), "Visited {} of {} addresses"),
    )
    done = recheck(options_of(options), asked)
    outcome = f"noted {done.counts}, in {visible_path(done.path)}."
    if options.format is ReportFormat.JSON:
        print_line(as_json(done), sys.stdout)
    elif options.format is ReportFormat.TEXT:
        print_line("\n".join(map(visible, done.lines)), sys.stdout)
    if options.format is ReportFormat.GITLAB or (done.problems and options.format is not ReportFormat.JSON):
        show_problems(done.problems, options, outcome)
    else:
        print_line(f"{outcome[0].upper()}{outcome[1:]}", sys.stderr)
    return PROBLEMS if errors_in(done.problems) else DONE


def _today() -> datetime.date:
    """Today, by the clock: it is a fact when somebody read a page."""
    return datetime.date.today()
