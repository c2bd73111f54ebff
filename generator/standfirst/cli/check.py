"""`check`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from standfirst.authoring.editor_schemas import SchemaKeeper
from standfirst.cached_build import finish_site
from standfirst.cli.common_arguments import (
    add_as_of,
    add_cache,
    add_command,
    add_format,
    add_texts,
    cache_of,
    options_of,
)
from standfirst.cli.exit_codes import DONE, PROBLEMS
from standfirst.cli.printing import is_terminal, print_line, progress
from standfirst.cli.shown_problems import as_strict, print_next_due, show_problems
from standfirst.model import UNCHANGING, Schedule
from standfirst.options import Options
from standfirst.problems.errors import Problem, UsageError, errors_in
from standfirst.problems.report import ReportFormat

if TYPE_CHECKING:
    from standfirst.cli.common_arguments import Subparsers
    from standfirst.pipeline import BuiltSite


def add_check(commands: Subparsers) -> None:
    """Add `check`."""
    check = add_command(commands, "check", _check, "apply every rule, and publish nothing")
    add_format(check, "problems are")
    check.add_argument("--strict", action="store_true", help="take warnings for problems")
    check.add_argument("--report", action="store_true", help="show what each fact rests on, as a table")
    check.add_argument("--fix", action="store_true", help="make the changes that messages name exactly, once you agree")
    check.add_argument("--yes", action="store_true", help="with --fix, make them without asking")
    add_as_of(check)
    add_texts(check)
    add_cache(check)


def _check(options: argparse.Namespace) -> int:
    if options.report and options.format is not ReportFormat.TEXT:
        raise UsageError("--report is a table; ask for it without --format")
    if options.fix and options.report:
        raise UsageError("--fix changes what --report shows; ask for one of them at a time")
    if options.yes and not options.fix:
        raise UsageError("--yes answers what --fix asks; give both")
    asked = replace(options_of(options), on_progress=progress(time.monotonic()))
    if options.fix:
        return _fix(asked, options)
    schemas = SchemaKeeper(asked.content)
    # Editors are told of the facts that are there today.
    asked = asked if asked.as_of else replace(asked, on_content=schemas.note)
    try:
        checked = _with_report(asked) if options.report else finish_site(asked, cache_of(options))
    finally:
        schemas.renew()
    return _say_checked(checked.warnings, checked.pages, options, schedule=checked.schedule)


def _say_checked(
    problems: Sequence[Problem],
    pages: int,
    options: argparse.Namespace,
    done: str = "",
    schedule: Schedule = UNCHANGING,
) -> int:
    """Show what a check found, what was `done` if anything was, and what is due next; return the exit code."""
    found = as_strict(problems, options)
    if errors_in(found):
        show_problems(found, options, done or "nothing was written.")
        return PROBLEMS
    outcome = "; ".join(filter(None, (f"no problems in {pages} pages", done))).removesuffix(".") + "."
    is_text = options.format is ReportFormat.TEXT
    if found or options.format.is_document or (schedule.next_due and not is_text):
        show_problems(found, options, outcome, schedule.next_due)
    elif is_text:
        print_line(outcome.capitalize(), sys.stdout)
    if is_text:
        print_next_due(schedule)
    return DONE


def _fix(asked: Options, options: argparse.Namespace) -> int:
    """Make the changes that messages name exactly, or only show them where nobody agrees to them."""
    from standfirst.fixing.diff import diff_of  # noqa: PLC0415
    from standfirst.fixing.fix import fix, write_fixed  # noqa: PLC0415

    fixed = fix(asked)
    if not fixed.files:
        return _say_checked(fixed.after.problems, fixed.after.pages, options)
    # What is printed for programs stands alone.
    where = sys.stdout if options.format is ReportFormat.TEXT else sys.stderr
    print_line(diff_of(fixed.files, colour=is_terminal(where)), where)
    if options.yes or _agrees("Make these changes?"):
        write_fixed(fixed.files)
        return _say_checked(fixed.after.problems, fixed.after.pages, options, f"made {fixed.counts}.")
    show_problems(
        as_strict(fixed.before.problems, options), options, f"nothing was written; --yes makes {fixed.counts}."
    )
    return PROBLEMS


def _agrees(question: str) -> bool:
    """Ask on a terminal; elsewhere nobody agrees."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        return False
    print_line(f"{question} [y/N] ", sys.stdout, end="")
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _with_report(asked: Options) -> BuiltSite:
    """Make the site and print what its facts rest on, which the cache does not keep."""
    from standfirst.commands.check_report import support_of_facts, support_table  # noqa: PLC0415
    from standfirst.pipeline import make_site  # noqa: PLC0415
    from standfirst.site_as_of import make_site_as_of  # noqa: PLC0415

    built = make_site_as_of(asked.as_of, asked) if asked.as_of else make_site(asked)
    print_line(support_table(support_of_facts(built.site, built.lock)), sys.stdout)
    return built
