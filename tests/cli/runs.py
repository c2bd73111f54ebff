"""Commands as they are typed, and what they end with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import lxml.html

from tests.explainers import ROOT

DONE, PROBLEMS, WRONG_USAGE = 0, 1, 2
Run = Callable[..., int]


def break_content(content: Path) -> None:
    (content / "facts" / "record.yaml").write_text("events:\n  launch: {date: soon}\n", encoding="utf-8")


def command(*arguments: str, working: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, f"{ROOT}/build.py", *arguments], cwd=working, capture_output=True, text=True, check=False
    )


def robots(folder: Path) -> list[list[str]]:
    """Return what each page says to search engines."""
    pages = [lxml.html.parse(page) for page in sorted(folder.rglob("*.html"))]
    return [page.xpath("//meta[@name='robots']/@content") for page in pages]
