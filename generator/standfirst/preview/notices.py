"""Problems as the preview shows them over the page: what is wrong, where, and the lines around it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from standfirst.fixing.exact import exact_fixes
from standfirst.model.frozen_class import frozen
from standfirst.preview.own_templates import own_template
from standfirst.problems.errors import Problem, Severity
from standfirst.problems.excerpts import (
    Excerpt,
    excerpt_around,
    excerpt_of_beginning,
    lines_in_file,
    shorten_message,
    visible,
)

# Lines shown before and after the one at fault.
_AROUND = 2


@frozen
class NoticeLine:
    """What is shown of a line of an input file."""

    number: int
    text: Excerpt


@frozen
class Notice:
    """What the writer should know; `place` is empty where it is about no file, `is_error` of what stops a build.

    Other errors may follow from one that `is_cause`. `check --fix` mends what `can_be_fixed`.
    """

    message: str
    place: str = ""
    hint: str = ""
    is_error: bool = True
    is_cause: bool = False
    can_be_fixed: bool = False
    lines: tuple[NoticeLine, ...] = ()


def notices_of(problems: Iterable[Problem]) -> tuple[Notice, ...]:
    """Return errors and warnings with the lines around them, as the files are now; notes are left out."""
    read = functools.cache(lines_in_file)
    shown = [problem for problem in problems if problem.severity is not Severity.NOTE]
    fixes = exact_fixes(shown)
    return tuple(replace(_notice(problem, read), can_be_fixed=problem in fixes) for problem in shown)


def _notice(problem: Problem, read: Callable[[str], Sequence[str]]) -> Notice:
    path, line, column = problem.origin
    return Notice(
        message=visible(shorten_message(problem.message)),
        place=problem.place,
        hint=visible(shorten_message(problem.hint)),
        is_error=problem.severity is Severity.ERROR,
        is_cause=problem.is_cause,
        lines=_around(read(path), line, column),
    )


def _around(lines: Sequence[str], fault: int, column: int) -> tuple[NoticeLine, ...]:
    first, last = max(fault - _AROUND, 1), min(fault + _AROUND, len(lines))
    shown = ((number, lines[number - 1]) for number in range(first, last + 1))
    return tuple(
        NoticeLine(number, excerpt_around(text, column) if number == fault else excerpt_of_beginning(text))
        for number, text in shown
    )


def notices_html(notices: Sequence[Notice], *, has_site: bool) -> str:
    """Return notices as HTML to stand at the end of a page, over it; nothing where there are none."""
    errors = [each for each in notices if each.is_error]
    warnings = [each for each in notices if not each.is_error]
    causes = [each for each in warnings if each.is_cause]
    fixed = sum(each.can_be_fixed for each in errors or warnings)
    page = own_template("notices.html").render(
        errors=errors, warnings=warnings, causes=causes, fixed=fixed, has_site=has_site
    )
    # The name of a file need not be text.
    return page.encode(errors="backslashreplace").decode()
