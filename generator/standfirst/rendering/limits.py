"""What a page may take while a template works: memory, and time.

Time is that of the processor, so that a busy machine fails no page; it only ends what is far beyond any page.
"""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from standfirst.model.frozen_class import frozen

# For one page of a small site: seconds of the processor, characters, and bytes beyond what is in use before.
MOST_SECONDS, MOST_CHARACTERS, _MOST_BYTES = 10.0, 20_000_000, 500_000_000
# How much more of each for every fact, since one page may show all of them: some four to ten times what ours need.
_SECONDS_A_FACT, _CHARACTERS_A_FACT, _BYTES_A_FACT = 0.002, 2_000, 40_000
# How often the time is looked at, in seconds.
_LOOK = 0.2


@frozen
class PageLimits:
    """What one page may take: seconds of the processor, characters, and bytes beyond what is in use before."""

    seconds: float
    characters: int
    memory: int


class SizeLimitError(Exception):
    """A template asks for more than a page may take."""


class TimeLimitError(Exception):
    """A template works for longer than any page may take."""


def page_limits(facts: int) -> PageLimits:
    """Return what a page may take on a site of so many facts."""
    return PageLimits(
        MOST_SECONDS + facts * _SECONDS_A_FACT,
        MOST_CHARACTERS + facts * _CHARACTERS_A_FACT,
        _MOST_BYTES + facts * _BYTES_A_FACT,
    )


class Watchdog:
    """Ends what takes more than some seconds in the thread that made it, with a `TimeLimitError`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._thread = threading.get_ident()
        self._began: float | None = None
        self._is_stopped = False
        self._lock = threading.Lock()
        self._is_over = threading.Event()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Watch the pages that are made within this block."""
        watcher = threading.Thread(target=self._look, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            self._is_over.set()
            watcher.join()

    @contextmanager
    def one_page(self) -> Iterator[None]:
        """Give the page that is made within this block its time."""
        self._began = self._now()
        try:
            yield
        finally:
            with self._lock:
                self._began = None
                if self._is_stopped:
                    # It may have ended by itself just now: then the error must not reach what comes next.
                    _raise_in(self._thread, None)
                    self._is_stopped = False

    def _look(self) -> None:
        while not self._is_over.wait(_LOOK):
            with self._lock:
                if self._began is not None and not self._is_stopped and self._now() - self._began > self._seconds:
                    self._is_stopped = True
                    _raise_in(self._thread, TimeLimitError)

    def _now(self) -> float:
        if sys.platform == "linux":
            return time.clock_gettime(time.pthread_getcpuclockid(self._thread))
        return time.monotonic()


def _raise_in(thread: int, error: type[Exception] | None) -> None:
    """Have an error raised in a thread as soon as it works on, or take that back."""
    raised = None if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)


@contextmanager
def limited_memory(memory: int) -> Iterator[None]:
    """Have a `MemoryError` raised where so many bytes more are asked for than are in use now, where the system can."""
    restore = _limit_memory(memory) if sys.platform == "linux" else None
    try:
        yield
    finally:
        if restore:
            restore()


def _limit_memory(memory: int) -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    import resource  # noqa: PLC0415  # Not every system has it.

    try:
        with open("/proc/self/statm", encoding="ascii") as sizes:
            used = int(sizes.read().split()[0]) * resource.getpagesize()
    except OSError:
        return None
    before = resource.getrlimit(resource.RLIMIT_AS)
    if before[0] != resource.RLIM_INFINITY and before[0] < used + memory:
        return None
    resource.setrlimit(resource.RLIMIT_AS, (used + memory, before[1]))
    return lambda: resource.setrlimit(resource.RLIMIT_AS, before)
