"""How long whole processes take, and how much memory all that they start takes together."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Seconds between two looks at the memory of a process.
_PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock, and of all processors together; megabytes at the most, where they were watched."""

    seconds: float
    cpu: float
    megabytes: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], *, watched: bool = False) -> Taken:
    """Carry out a command in a folder from its start to its end; one that fails ends the measurement.

    Watching the memory takes time from a short command: what is watched is not to be timed.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        with subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT) as process:
            with _peak(process.pid) if watched else contextlib.nullcontext(float) as peak:
                _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{said.read().decode()[-2000:]}")
    return Taken(seconds, usage.ru_utime + usage.ru_stime, peak())


@contextmanager
def _peak(pid: int) -> Iterator[Callable[[], float]]:
    """Watch a process and those it starts; what is yielded returns the most that they took, in megabytes."""
    most, ended = [0.0], threading.Event()

    def watch() -> None:
        while not ended.wait(_PAUSE):
            most.append(max(most.pop(), memory_of(pid)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield lambda: most[0]
    finally:
        ended.set()
        watcher.join()


def memory_of(pid: int) -> float:
    """Return the megabytes of a process and of those it started; what several of them share is counted once.

    Linux divides what is shared among those who share it (`Pss`), so that the sum is what all of them take.
    """
    kilobytes = 0
    for each in _family(pid):
        # Any of them may end meanwhile.
        with contextlib.suppress(OSError):
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii")
            kilobytes += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return kilobytes / 1024


def _family(pid: int) -> Iterator[int]:
    yield pid
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in file.read_text(encoding="ascii").split():
                yield from _family(int(child))
