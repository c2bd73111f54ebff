"""What can be wrong with a writer's files, and the one exception that carries it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from typing import TypeVar

from standfirst.model import Origin
from standfirst.problems.excerpts import shorten_message, visible

T = TypeVar("T")
U = TypeVar("U")
# Out of 100. Words that are less alike are not suggested.
_ALIKE = 70.0
_SHORTEST_BEGINNING = 3
# To look through a few thousand words for the nearest takes a millisecond, and nobody reads more hints than these.
_MOST_SUGGESTIONS = 200


class Severity(IntEnum):
    """How much a problem matters: an error stops a build, a warning only a strict check, a note nothing."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something a writer can mend: where it is, what is wrong, and what to do about it.

    Others may only follow from one that `is_cause`, which is told of before them.
    """

    origin: Origin
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    is_cause: bool = False

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


def suggest(word: str, known: Iterable[str]) -> str:
    """Return the hint that names the known word nearest to `word`, or no hint where none is near."""
    near = nearest_word(word, known)
    return f"did you mean '{near}'?" if near else ""


def suggestions(words: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """Return the hint that `suggest` has for each of many words, empty past the first few: each takes a while."""
    distinct = dict.fromkeys(words)
    sought = dict.fromkeys(islice(distinct, _MOST_SUGGESTIONS))
    return {word: suggest(word, known) if word in sought else "" for word in distinct}


def nearest_word(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like a word, in capitals or not, or nothing where none is near.

    What was refused is never among them, so that nobody is told to write it again. A word that is cut short or
    goes on is near to one word alone: "lang" to "language".
    """
    # Most explainers have no mistake for which a word is sought, and a build of what has not changed takes as long.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    others = [each for each in known if each != word]
    near = process.extractOne(word, others, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_ALIKE)
    if near:
        return near[0]
    begun = [each for each in others if _begin_alike(word.casefold(), each.casefold())]
    return begun[0] if len(begun) == 1 else ""


def _begin_alike(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) >= _SHORTEST_BEGINNING and longer.startswith(shorter) and longer[len(shorter)].isalpha()
