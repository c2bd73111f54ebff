"""Medians and their spread, set as tables of Markdown; and what machine they were measured on."""

from __future__ import annotations

import datetime
import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown; all columns but the first are numbers."""
    rules = ["---", *["--:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rules, *rows))


def median(values: Sequence[float]) -> str:
    return significant(statistics.median(values))


def ratio(values: Sequence[float], others: Sequence[float]) -> str:
    """Return the median of the ratios of each turn, with the least and the most of them."""
    ratios = sorted(one / other for one, other in zip(values, others, strict=True))
    middle = significant(statistics.median(ratios))
    return middle if len(ratios) == 1 else f"{middle} ({significant(ratios[0])}–{significant(ratios[-1])})"


def significant(value: float) -> str:
    """Return a number with as many places as mean something: 0.056, 0.56, 5.6, 56, 5,600."""
    places = 3 if value < 0.1 else 2 if value < 1 else 1 if value < 10 else 0
    return f"{value:,.{places}f}"


def machine() -> str:
    """Return what was measured on, and when."""
    cores = len(os.sched_getaffinity(0))
    model = next((line.partition(":")[2].strip() for line in _cpu_lines() if line.startswith("model name")), "")
    names = (model, f"{cores} cores", platform.system(), f"Python {platform.python_version()}")
    load = f"load {os.getloadavg()[0]:.1f} at the start"
    return ", ".join([*filter(None, names), load, datetime.datetime.now(tz=datetime.UTC).date().isoformat()])


def _cpu_lines() -> list[str]:
    file = Path("/proc/cpuinfo")
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
