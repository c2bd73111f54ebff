"""How commands show problems, what of these can be mended, and when a site is due to be built again."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

from standfirst.cli.printing import is_terminal, print_line
from standfirst.model import Due, Schedule
from standfirst.problems.errors import Problem, Severity, in_order
from standfirst.problems.remedies import Replacement
from standfirst.problems.report import ToldToPrograms, report


def as_strict(problems: Sequence[Problem], options: argparse.Namespace) -> tuple[Problem, ...]:
    """The problems as the command takes them: with --strict, warnings are errors."""
    if not options.strict:
        return tuple(problems)
    taken = (replace(each, severity=Severity.ERROR) if each.severity is Severity.WARNING else each for each in problems)
    return in_order(taken)


def show_problems(
    problems: Sequence[Problem],
    options: argparse.Namespace,
    outcome: str = "nothing was written.",
    due: Due | None = None,
) -> None:
    """Print problems as they were asked for, with what became of the command, and what is due next."""
    where = sys.stdout if options.format.is_document else sys.stderr
    fixes = _fixes_of(problems)
    if fixes and not options.fix:
        outcome += f" `check --fix` mends {len(fixes)} of them." if len(problems) > 1 else " `check --fix` mends it."
    said = report(problems, options.format, colour=is_terminal(where), outcome=outcome, told=ToldToPrograms(fixes, due))
    print_line(said, where)


def _fixes_of(problems: Sequence[Problem]) -> Mapping[Problem, Sequence[Replacement]]:
    if not any(problem.fix for problem in problems):
        return {}
    from standfirst.fixing.exact import exact_fixes  # noqa: PLC0415

    return exact_fixes(problems)


def print_next_due(schedule: Schedule) -> None:
    """Print when the site is to be built again, if ever: the last line, where programs find it."""
    if schedule.next_due:
        print_line(str(schedule.next_due), sys.stdout)
