"""How a preview prints on its terminal, without ever waiting for it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from functools import partial


class Terminal:
    """Prints lines in order from a thread of its own: a terminal may be paused, or nobody may read it."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._waiting: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        threading.Thread(target=self._work, daemon=True).start()

    def __call__(self, line: str) -> None:
        """Have a line printed."""
        self._waiting.put(partial(self._tell, line))

    def finish(self, seconds: float) -> None:
        """Wait until all lines are printed, but no longer than some seconds."""
        done = threading.Event()
        self._waiting.put(done.set)
        done.wait(seconds)

    def _work(self) -> None:
        while True:
            self._waiting.get()()
