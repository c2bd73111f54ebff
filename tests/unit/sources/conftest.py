"""What all tests of sources share."""

from __future__ import annotations

import pytest

from standfirst.sources.pdf import extract, reader
from standfirst.sources.pdf.process import from_answer


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read PDFs without starting a process for each, which takes a fifth of a second."""
    monkeypatch.setattr(reader, "read_pdf", lambda body: from_answer(extract.read(body)))
