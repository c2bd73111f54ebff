"""Build the explainer: `python3 build.py` from any folder; `python3 build.py --help` names the other commands.

Any Python will do: one that is too old or lacks the packages hands over to that of `.venv`, which `make site` sets up.
"""

from __future__ import annotations

import os
import shlex
import sys
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
    if sys.version_info < _OLDEST:
        _hand_over(f"this is Python {sys.version_info[0]}.{sys.version_info[1]}, and Standfirst needs 3.11 or newer")
    sys.path.insert(0, os.path.join(_FOLDER, "generator"))
    from pathlib import Path

    from standfirst.start import run

    try:
        run(sys.argv[1:], home=Path(_FOLDER), prog="build.py")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("standfirst"):
            raise
        _hand_over(f"this Python has no package '{error.name}'")
