"""What can be wrong with a writer's files, and the one exception that carries it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from standfirst.model import Origin
from standfirst.problems.excerpts import shorten_message, visible
from standfirst.problems.remedies import Remedy, Replacement

T = TypeVar("T")
U = TypeVar("U")


class Severity(IntEnum):
    """How much a problem matters: an error stops a build, a warning only a strict check, a note nothing."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something a writer can mend: where it is, what is wrong, and what to do about it.

    Others may only follow from one that `is_cause`, which is told of before them. `fix` is what mends it, all of it
    together, where the hint names that exactly.
    """

    origin: Origin
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    is_cause: bool = False
    fix: tuple[Replacement, ...] = ()

    @property
    def place(self) -> str:
        """Where it is, on one line: `path:line:column`."""
        return f"{visible(self.origin.path)}:{self.origin.line}:{self.origin.column}"

    @property
    def said(self) -> str:
        """What is wrong and what to do about it, on one line that quotes no more than a reader needs."""
        severity = "" if self.severity is Severity.ERROR else f"{self.severity.name.lower()}: "
        parts = (visible(shorten_message(part)) for part in (self.message, self.hint) if part)
        return severity + "; ".join(parts)

    def __str__(self) -> str:
        return f"{self.place}: {self.said}"


class SiteError(Exception):
    """The content or the templates have problems; nothing was published. `problems` is in order and never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, sorted by place, with those from which others may follow first."""
    return tuple(sorted(set(problems), key=lambda each: (not each.is_cause, each)))


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that stop a build."""
    return tuple(each for each in problems if each.severity is Severity.ERROR)


def stop_at_errors(problems: Iterable[Problem]) -> None:
    """Raise a `SiteError` with all problems where one of them is an error."""
    found = tuple(problems)
    if errors_in(found):
        raise SiteError(found)


def problem(origin: Origin, message: str, hint: str = "") -> SiteError:
    """Return the error of one problem."""
    return SiteError([Problem(origin, message, hint)])


def miswritten(origin: Origin, message: str, remedy: Remedy, old: str, severity: Severity = Severity.ERROR) -> Problem:
    """Return the problem of a text at a place, for which a remedy may name another."""
    return Problem(origin, message, remedy.hint, severity, fix=remedy.replacing(old, origin))


def attempt(read: Callable[[T], U], value: T, problems: list[Problem]) -> U | None:
    """Return what `read` makes of a value; where it raises a `SiteError`, add to `problems` and return None."""
    try:
        return read(value)
    except SiteError as error:
        problems.extend(error.problems)
        return None


def gather(read: Callable[[T], U], values: Iterable[T]) -> tuple[U, ...]:
    """Read every value, or raise one `SiteError` with the problems of them all."""
    results: list[U] = []
    problems: list[Problem] = []
    for value in values:
        try:
            results.append(read(value))
        except SiteError as error:
            problems.extend(error.problems)
    if problems:
        raise SiteError(problems)
    return tuple(results)


class UsageError(Exception):
    """The command cannot be carried out as it was given; the content may be faultless. As a text it is one line."""

    def __str__(self) -> str:
        return visible(shorten_message(super().__str__()))


class FetchError(UsageError):
    """An address of the web gave nothing. `why` says so without the address, `status` is what its server answered."""

    def __init__(self, url: str, why: str, *, status: int | None = None) -> None:
        super().__init__(f"{url}: {why}")
        self.url, self.why, self.status = url, why, status
