"""A content folder on the desk of a test: what is written to it, and what is wrong with it or not read of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from standfirst.problems.errors import in_order
from standfirst.reading.read import read_content

links = pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")


def write(path: str, body: bytes = b"") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(body)


def problems(folder: str = "content") -> list[str]:
    return [str(each) for each in in_order(read_content(Path(folder)).problems)]


def unread(folder: str = "content") -> list[str]:
    return [f"{each.path}: {each.message}" for each in read_content(Path(folder)).unread]
