"""What a preview says on its terminal, which it never waits for."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from functools import partial


class Terminal:
    """Tells lines in their order from a thread of its own: a terminal can be held, or have nobody who reads."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._waiting: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        threading.Thread(target=self._work, daemon=True).start()

    def __call__(self, line: str) -> None:
        """Have a line told."""
        self._waiting.put(partial(self._tell, line))

    def finish(self, seconds: float) -> None:
        """Wait until all is told, but not for longer than some seconds."""
        done = threading.Event()
        self._waiting.put(done.set)
        done.wait(seconds)

    def _work(self) -> None:
        while True:
            self._waiting.get()()
