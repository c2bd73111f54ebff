"""The program that a preview runs, started anew when it is edited."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from standfirst.model.frozen_class import frozen
from standfirst.preview.terminal import Terminal
from standfirst.preview.watching import Signature, signature

PACKAGE = Path(__file__).resolve().parents[1]
# What it consists of; templates are read anew for each build.
_ENDINGS = (".py", ".po", ".html", ".css", ".js")
# The environment variable by which the restarted program finds the socket.
_SOCKET = "STANDFIRST_SOCKET"
# So long is waited for the last lines to be printed.
_SECONDS_FOR_LAST_LINES = 1.0


@frozen
class RunningProgram:
    """The files of the program as they were when they were last looked at, and the working folder it was started in."""

    files: Signature
    folder: str

    @classmethod
    def now(cls) -> RunningProgram:
        """Return the program as it is."""
        return cls(_files(), os.getcwd())

    async def restart_if_edited(self, listening: socket.socket, tell: Terminal) -> RunningProgram:
        """Restart the program if it was edited and can start; otherwise return it as it is now known.

        Who asks for a page meanwhile waits, since the new program gets the socket that listens.
        """
        found = replace(self, files=_files())
        if found == self:
            return self
        try:
            # It may have been removed and restored.
            os.chdir(self.folder)
            fault = await _fault_at_start()
            if _files() != found.files:
                # Somebody is still at it: what could start may not any more, and is looked at again with that save.
                return self
            if not fault:
                tell("The program was edited: starting it anew.")
                tell.finish(_SECONDS_FOR_LAST_LINES)
                _start_anew(listening)
        except OSError as error:
            fault = str(error)
        tell(f"{fault}\nThe preview goes on with the program as it was.")
        return found


def _files() -> Signature:
    return signature((PACKAGE,), _ENDINGS)


def inherited_socket() -> socket.socket | None:
    """Return the socket that this program listened on before it was restarted, if it was."""
    kept = os.environ.pop(_SOCKET, "")
    return socket.socket(fileno=int(kept)) if kept else None


def _start_anew(listening: socket.socket) -> NoReturn:
    """Replace this process by the program as it is now, or raise an `OSError`."""
    arguments = _arguments_for_port(sys.orig_argv[1:], listening.getsockname()[1])
    listening.set_inheritable(True)
    try:
        with _interruptions_kept() as kept:
            os.execve(
                sys.executable, [sys.executable, *arguments], {**os.environ, **kept, _SOCKET: str(listening.fileno())}
            )
    finally:
        listening.set_inheritable(False)


@contextmanager
def _interruptions_kept() -> Iterator[dict[str, str]]:
    """Keep Ctrl-C for the restarted program (see `start.py`); what is yielded belongs in its environment.

    This thread holds the signal back, and so will that program; what another thread gets is noted in a pipe.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield {}
        return
    reading, writing = os.pipe()
    os.set_inheritable(reading, True)
    os.set_blocking(writing, False)
    before = signal.set_wakeup_fd(writing)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield {"STANDFIRST_INTERRUPTIONS": str(reading)}
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        signal.set_wakeup_fd(before)
        os.close(reading)
        os.close(writing)


async def _fault_at_start() -> str:
    """What keeps the program from starting, or nothing."""
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import standfirst.cli, standfirst.preview.server",
        cwd=PACKAGE.parent, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, said = await started.communicate()
    return said.decode(errors="replace").strip() if started.returncode else ""


def _arguments_for_port(arguments: list[str], port: int) -> list[str]:
    """The arguments for the same port, and without another window of the browser."""
    # Options may be shortened.
    kept = [each for each in arguments if not (each.startswith("--op") and "--open".startswith(each))]
    last = ["--port", str(port)]
    return kept if kept[-2:] == last else kept + last
