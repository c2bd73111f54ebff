"""How files of a made-up explainer are written, and texts quoted in their YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

# Records in one file, as a newsroom would split them.
_A_FILE = 100


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def quoted(text: str) -> str:
    """Return a text as YAML and JSON quote it."""
    return json.dumps(text, ensure_ascii=False)


def in_files(records: Sequence[T]) -> Iterator[tuple[str, Sequence[T]]]:
    """Yield the records of each file with its number."""
    for start in range(0, len(records), _A_FILE):
        yield f"{start // _A_FILE:04d}", records[start : start + _A_FILE]
