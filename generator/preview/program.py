"""The program that a preview runs, started anew when it is edited."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.preview.telling import Teller
from generator.preview.watching import Signature, signature

PROGRAM = Path(__file__).resolve().parents[1]
# What it consists of; templates are read anew for each build.
_ENDINGS = (".py", ".po", ".html", ".css", ".js")
# The variable by which build.py knows the pipe that tells of an interruption on the way to it.
_INTERRUPTED = "STANDFIRST_INTERRUPTED"
# Seconds that a terminal has for what is said last.
_TO_BE_TOLD = 1.0


@dataclass(frozen=True, slots=True)
class Program:
    """The program as it was when it was last looked at."""

    files: Signature

    @classmethod
    def now(cls) -> Program:
        """Return the program as it is."""
        return cls(signature((PROGRAM,), _ENDINGS))

    async def renewed(self, port: int, tell: Teller) -> Program:
        """Start the program anew on the same port if it was edited, or return it where it was not, or cannot start."""
        found = Program.now()
        fault = await _fault() if found != self else ""
        if fault:
            tell(f"{fault}\nThe preview goes on with the program as it was.")
        elif found != self:
            tell("The program was edited: starting it anew.")
            tell.finish(_TO_BE_TOLD)
            _start_anew(port)
        return found


def _start_anew(port: int) -> None:
    if hasattr(signal, "pthread_sigmask"):
        # Ctrl-C would end a program that is not yet there to say how: it is held back until build.py runs. What another
        # thread is interrupted with meanwhile is handed on to it through a pipe.
        reading, writing = os.pipe()
        os.set_inheritable(reading, True)
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing)
        os.environ[_INTERRUPTED] = str(reading)
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    os.execv(sys.executable, [sys.executable, *_again(sys.orig_argv[1:], port)])


async def _fault() -> str:
    """What keeps the program from starting, or nothing."""
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import generator.cli, generator.preview.server",
        cwd=PROGRAM.parent, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, said = await started.communicate()
    return said.decode(errors="replace").strip() if started.returncode else ""


def _again(arguments: list[str], port: int) -> list[str]:
    """The arguments for the same port, and without another window of the browser."""
    # Options may be shortened.
    kept = [each for each in arguments if not (each.startswith("--op") and "--open".startswith(each))]
    last = ["--port", str(port)]
    return kept if kept[-2:] == last else kept + last
