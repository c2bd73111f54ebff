"""Runs `extract.py`: whatever a PDF does to what reads it, it does to a process of its own, within limits."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from enum import Enum
from pathlib import Path
from typing import Any

from standfirst.model.frozen_class import frozen
from standfirst.sources.pdf.fragments import Fragment, Pages

_PROGRAM = Path(__file__).with_name("extract.py")
# Seconds by the clock, for where the system does not limit those of the processor.
_LONGEST = 180
# Half of a character that PDFium says in two. JSON puts both halves together, and what has but one is no character.
_HALF = re.compile("[\ud800-\udfff]")


class PdfFault(Enum):
    """Why a PDF cannot be read, in words, and what to do."""

    LOCKED = "it is locked by a password", "save it without one"
    DAMAGED = "it is damaged", "open it in a viewer, and print it to another PDF"
    LARGE = (
        "it takes more time or memory to read than any document should",
        "save the pages that are cited by themselves",
    )


class PdfError(Exception):
    """A PDF that cannot be read."""

    def __init__(self, fault: PdfFault) -> None:
        super().__init__(fault.value[0])
        self.fault = fault


@frozen
class ReadPdf:
    """What stands on the pages of a PDF; `pictures` are the numbers, from 1, of pages that show only pictures."""

    pages: Pages
    pictures: tuple[int, ...]


def read_pdf(body: bytes) -> ReadPdf:
    """Return what stands on the pages of a PDF, or raise a `PdfError`."""
    # It is found where this program is, and its packages where this program found them.
    packages = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, "PYTHONPATH": packages, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        ended = subprocess.run(
            [sys.executable, "-P", "-S", str(_PROGRAM)],
            input=body, capture_output=True, timeout=_LONGEST, check=False, env=environment,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise PdfError(PdfFault.LARGE) from None
    if ended.returncode:
        is_damaged = ended.returncode in _CRASHES
        raise PdfError(PdfFault.DAMAGED if is_damaged else PdfFault.LARGE)
    return from_answer(json.loads(ended.stdout))


def from_answer(said: dict[str, Any]) -> ReadPdf:
    """Return what `extract.py` said of a PDF, or raise a `PdfError`."""
    if "fault" in said:
        raise PdfError(PdfFault[said["fault"].upper()])
    pages = said["pages"]
    return ReadPdf(
        tuple(tuple(map(_fragment, page["fragments"])) for page in pages),
        tuple(number for number, page in enumerate(pages, 1) if page["has_picture"]),
    )


def _fragment(said: list[Any]) -> Fragment:
    start, end, baseline, size, text = said
    return Fragment(start, end, baseline, size, _HALF.sub("\ufffd", text))


# Of the signals that end a process, those that it brings about itself by what it reads or writes in memory.
_CRASHES = frozenset({-4, -6, -7, -8, -11})
