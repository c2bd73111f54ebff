"""Build the explainer: `python3 build.py` from any folder; `python3 build.py --help` names the other commands.

Any Python will do: one that is too old or lacks the packages hands over to that of `.venv`, which `make site` sets up.
"""

from __future__ import annotations

import gc
import os
import shlex
import signal
import sys
from importlib.machinery import PathFinder
from typing import NoReturn

_FOLDER = os.path.dirname(os.path.abspath(__file__))
_VENV = os.path.join(_FOLDER, ".venv")
_OLDEST = (3, 11)
_WRONG_USAGE = 2


def _hand_over(why: str) -> NoReturn:
    """Become the same command in the Python of `.venv`, or end with one line that says what to do."""
    python = os.path.join(_VENV, "bin", "python")
    if os.path.realpath(sys.prefix) != os.path.realpath(_VENV) and os.access(python, os.X_OK):
        os.execv(python, [python, os.path.abspath(__file__), *sys.argv[1:]])
    remedy = f"run `make -C {shlex.quote(_FOLDER)} site` once, which sets up all that it needs"
    print(f"build.py: {why}; {remedy}", file=sys.stderr)
    sys.exit(_WRONG_USAGE)


if __name__ == "__main__":
    # A preview leaves nothing behind, nor does a program that is only being loaded: both end at once when interrupted.
    # An exception would get lost in a module that catches all of them, or be shown.
    serves = sys.argv[1:2] == ["serve"]
    heeding = signal.getsignal(signal.SIGINT) == signal.default_int_handler
    if heeding:
        signal.signal(signal.SIGINT, lambda *_: os._exit(0 if serves else 130))
    # A preview that starts itself anew has kept what interrupted it meanwhile.
    if kept := os.environ.pop("STANDFIRST_INTERRUPTIONS", ""):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        if os.read(int(kept), 1):
            os._exit(0)
        os.close(int(kept))

    # Hardly any garbage needs looking for, and looking takes a fifth of a build; a preview does it in its pauses.
    gc.disable()
    if sys.version_info < _OLDEST:
        _hand_over(f"this is Python {sys.version_info[0]}.{sys.version_info[1]}, and Standfirst needs 3.11 or newer")
    sys.path.insert(0, os.path.join(_FOLDER, "generator"))
    try:
        # What needs no package would else be done by this Python, and the rest, from the beginning, by the other.
        if PathFinder.find_spec("jinja2") is None:
            raise ModuleNotFoundError(name="jinja2")
        from standfirst.cli import main

        if heeding and not serves:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        # What only the preview needs is imported there.
        code = main(sys.argv[1:])
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("standfirst"):
            raise
        _hand_over(f"this Python has no package '{error.name}'")
    # Nor is it looked for at the end.
    gc.freeze()
    sys.exit(code)
