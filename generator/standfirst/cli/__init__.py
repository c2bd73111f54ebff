"""The command line: what is typed, what is printed, and with which code it ends.

Each command stands with its arguments in one of these modules. What only one of them needs is imported in the function
that runs it: to import all of it takes longer than a build of what has not changed.
"""

from __future__ import annotations

import contextlib
import io
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from standfirst import __version__
from standfirst.cli.build import add_build, add_serve
from standfirst.cli.check import add_check
from standfirst.cli.drafting import add_draft, add_import
from standfirst.cli.exit_codes import BROKEN_PIPE, DONE, INTERRUPTED, PROBLEMS, WRONG_USAGE
from standfirst.cli.history import add_changes
from standfirst.cli.printing import NobodyReadsError, Parser, print_line
from standfirst.cli.projects import add_basemap, add_docs, add_new, add_schema, add_templates
from standfirst.cli.reviewing import add_review
from standfirst.cli.shown_problems import as_strict, show_problems
from standfirst.cli.sources import add_cite, add_lock, add_recheck, add_source
from standfirst.problems.errors import SiteError, UsageError
from standfirst.problems.excerpts import visible
from standfirst.program import PACKAGE, Program

# In the order in which help lists them.
_COMMANDS = (
    add_build,
    add_check,
    add_lock,
    add_basemap,
    add_draft,
    add_cite,
    add_serve,
    add_new,
    add_import,
    add_templates,
    add_source,
    add_recheck,
    add_review,
    add_changes,
    add_schema,
    add_docs,
)


def main(typed: Sequence[str], *, home: Path = PACKAGE.parents[1], prog: str = "build.py") -> int:
    """Carry out one command and return its exit code; whatever is not a bug ends in a message, not in a traceback.

    `home` is the folder of the user's files, and `prog` what the program was called; without them it runs as build.py.
    """
    try:
        return _run_with_explanation(typed, Program(home, prog))
    except KeyboardInterrupt:
        return INTERRUPTED
    except NobodyReadsError:
        return BROKEN_PIPE


def _run_with_explanation(typed: Sequence[str], program: Program) -> int:
    """Carry out one command; what the system refuses is explained and ends like wrong usage."""
    try:
        return _run(typed, program)
    except UsageError as error:
        said = str(error)
    except MemoryError:
        said = "there is not enough memory for this"
    except OSError as error:
        said = ": ".join(str(part) for part in (error.filename, error.strerror or error) if part)
    with contextlib.suppress(UsageError):
        print_line(f"{program.name}: {visible(said)}", sys.stderr)
    return WRONG_USAGE


def _run(typed: Sequence[str], program: Program) -> int:
    options = parser_of(program).parse_args(_with_command(typed))
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name of a file may hold what the terminal has no letter for; standard error escapes it by itself.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code: int | None = options.run(options)
    except SiteError as error:
        show_problems(as_strict(error.problems, options), options)
        return PROBLEMS
    return code or DONE


def _with_command(typed: Sequence[str]) -> Sequence[str]:
    """`build` is meant where no command is named; `help` and `version` are options, which many type as commands."""
    match typed:
        case ["help", *of_what]:
            return [*of_what, "--help"]
        case ["version", *more]:
            return ["--version", *more]
        case [first, *_] if not first.startswith("-") or first in {"-h", "--help", "-V", "--version"}:
            return typed
    return ["build", *typed]


def parser_of(program: Program) -> ArgumentParser:
    """Return the parser of all commands; `run` of what it returns carries the command out, for this `program`."""
    parser: ArgumentParser = Parser(
        prog=program.name,
        description="Turn the facts and prose of a news explainer into a site. Without a command: build.",
        epilog="`docs` lists the documentation. Exit codes: 0 done, 1 the content has problems, 2 wrong usage.",
    )
    parser.add_argument("-V", "--version", action="version", version=f"standfirst {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in _COMMANDS:
        add(commands)
    # Of every command, and of its actions: none sets these itself where nobody names another.
    parser.set_defaults(program=program, content=program.home / "content", output=program.home / "site")
    return parser
