"""The program as a process: how it starts, is interrupted and ends. build.py begins here, and the installed command."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from importlib.machinery import PathFinder
from pathlib import Path
from typing import NoReturn

_WRONG_USAGE = 2


def command() -> NoReturn:
    """Run as the installed command `standfirst`: the user's files are in the working folder."""
    try:
        run(sys.argv[1:], home=Path(), prog="standfirst")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("standfirst"):
            raise
        said = f"this Python has no package '{error.name}', which Standfirst needs; install it anew with pip"
        print(f"standfirst: {said}", file=sys.stderr)
        sys.exit(_WRONG_USAGE)


def run(typed: Sequence[str], *, home: Path, prog: str) -> NoReturn:
    """Carry out one command and end the process; see `main` of `cli/`.

    Raises `ModuleNotFoundError` where a package is missing that the program needs.
    """
    # A preview leaves nothing behind, nor does a program that is only being loaded: both end at once when interrupted.
    # An exception would get lost in a module that catches all of them, or be shown.
    serves = typed[:1] == ["serve"]
    heeding = signal.getsignal(signal.SIGINT) == signal.default_int_handler
    if heeding:
        signal.signal(signal.SIGINT, lambda *_: os._exit(0 if serves else 130))
    _take_over_interruptions()
    # Hardly any garbage needs looking for, and looking takes a fifth of a build; a preview does it in its pauses.
    gc.disable()
    # Asked before anything is done: a command that only later meets a package that is missing would be begun twice.
    if PathFinder.find_spec("jinja2") is None:
        raise ModuleNotFoundError(name="jinja2")
    from standfirst.cli import main  # noqa: PLC0415

    if heeding and not serves:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # What only the preview needs is imported there.
    code = main(typed, home=home, prog=prog)
    # Nor is garbage looked for at the end.
    gc.freeze()
    sys.exit(code)


def _take_over_interruptions() -> None:
    """End if a preview that restarted itself as this process was interrupted meanwhile: it has kept that in a pipe."""
    if kept := os.environ.pop("STANDFIRST_INTERRUPTIONS", ""):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        if os.read(int(kept), 1):
            os._exit(0)
        os.close(int(kept))
