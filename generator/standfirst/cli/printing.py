"""How commands print: lines at once, whatever becomes of where they go. The only module that prints."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, NoReturn

from standfirst.problems.errors import UsageError
from standfirst.problems.excerpts import shorten_message, visible
from standfirst.problems.remedies import suggest
from standfirst.reading.folders import display_path

# Seconds after which a command says how far it is.
_LONG = 1.0


class NobodyReadsError(Exception):
    """Nobody reads what is printed: `| head` has seen enough."""


def print_line(text: str, where: IO[str] | None, end: str = "\n") -> None:
    """Print lines at once, unless that place was closed from the start.

    Raises `NobodyReadsError` where nobody reads them, `UsageError` where they cannot be written, to a full disk say.
    """
    if where is None:
        return
    try:
        print(text, file=where, end=end, flush=True)
    except OSError as error:
        # What is left is written when the program ends: somewhere it must go.
        with contextlib.suppress(OSError), open(os.devnull, "w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), where.fileno())
        if isinstance(error, BrokenPipeError):
            raise NobodyReadsError from None
        name = "standard error" if where is sys.stderr else "standard output"
        raise UsageError(f"{name} cannot be written: {error.strerror}") from None


def print_outcome(line: str) -> None:
    """Print what a command has done; if that cannot be printed, the error still says what was done."""
    try:
        print_line(line, sys.stdout)
    except UsageError as error:
        raise UsageError(f"{error}; {line}") from None


def print_if_possible(line: str) -> None:
    """Print a line at once. A preview goes on where none can be: the disk is full, or nobody is there to read."""
    with contextlib.suppress(UsageError, NobodyReadsError):
        print_line(line, sys.stdout)


def progress(start: float, said: str = "Rendered {} of {} pages") -> Callable[[int, int], None]:
    """Return what shows on a terminal how far a long command is; elsewhere it shows nothing."""

    def show(done: int, total: int) -> None:
        if is_terminal(sys.stderr) and time.monotonic() - start > _LONG:
            end = "\n" if done == total else ""
            # A terminal may be closed: the build is not for its sake.
            with contextlib.suppress(OSError):
                print(f"\r{said.format(done, total)}", end=end, file=sys.stderr, flush=True)

    return show


def is_terminal(where: IO[str] | None) -> bool:
    """Tell whether somebody reads along there."""
    return where is not None and where.isatty()


def visible_path(path: Path) -> str:
    """Return a path as it is shown, with every character visible."""
    return visible(display_path(path))


class Parser(argparse.ArgumentParser):
    """A parser that prints as the commands do, and shows what was typed with every character visible."""

    def error(self, message: str) -> NoReturn:
        super().error(visible(shorten_message(message)))

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse what is none of the choices, such as a command that there is not, and name the nearest of them."""
        try:
            super()._check_value(action, value)
        except argparse.ArgumentError as error:
            hint = suggest(str(value), action.choices or ()).hint
            raise argparse.ArgumentError(action, f"{error.message}; {hint}" if hint else error.message) from None

    def _print_message(self, message: str, file: object = None) -> None:
        is_asked_for = file is sys.stdout
        print_line(message.removesuffix("\n"), sys.stdout if is_asked_for else sys.stderr)
