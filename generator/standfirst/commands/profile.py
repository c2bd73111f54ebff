"""`build --profile`: how long each stage took, and which pages took longest."""

from __future__ import annotations

import heapq
import time
from collections.abc import Iterable

from standfirst.options import Stage

_DEAREST = 10


class Profile:
    """Hears of stages and pages when they begin, and notes how long each took until the next of its sort."""

    def __init__(self) -> None:
        self._stages: list[tuple[Stage, float]] = []
        self._pages: list[tuple[str, float]] = []
        self._after_pages = 0.0

    def begin_stage(self, stage: Stage) -> None:
        now = time.perf_counter()
        if stage in {Stage.DAYS, Stage.LINT} and not self._after_pages:
            self._after_pages = now
        self._stages.append((stage, now))

    def begin_page(self, route: str) -> None:
        self._pages.append((route, time.perf_counter()))

    def tables(self) -> str:
        """Return the stages up to now, in their order, and the pages that took longest, longest first."""
        stages = _lasting(self._stages, time.perf_counter())
        pages = _lasting(self._pages, self._after_pages)
        whole = sum(seconds for _, seconds in stages) or 1.0
        dearest = heapq.nlargest(_DEAREST, pages, key=lambda page: page[1])
        lines = [
            "seconds  share  stage",
            *(f"{seconds:7.3f}  {seconds / whole:5.1%}  {stage}" for stage, seconds in stages),
            "",
            "seconds  page",
            *(f"{seconds:7.3f}  {route}" for route, seconds in dearest),
        ]
        return "\n".join(lines)


def _lasting(begun: Iterable[tuple[str, float]], end: float) -> list[tuple[str, float]]:
    """How long each lasted until the next began, and the last until the end."""
    names, starts = zip(*begun, strict=True)
    return [(name, until - start) for name, start, until in zip(names, starts, (*starts[1:], end), strict=True)]
