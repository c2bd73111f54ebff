"""The formats in which writers keep copies of sources: what looks for copies, reads, writes or names them asks here."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class CopyFormat(Enum):
    """A format, by how the names of its files end; of several endings the first is the one to write."""

    TEXT = (".txt",)
    HTML = (".html", ".htm", ".xhtml")
    MARKDOWN = (".md", ".markdown")
    PDF = (".pdf",)
    DOCX = (".docx",)
    EPUB = (".epub",)

    @property
    def ending(self) -> str:
        """How a file of this format is named."""
        first: str = self.value[0]
        return first

    @property
    def is_original(self) -> bool:
        """Whether it is one that writers take a text from: where that lies beside it, the text is the copy."""
        return self in {CopyFormat.PDF, CopyFormat.DOCX, CopyFormat.EPUB}


_BY_ENDING = {ending: each for each in CopyFormat for ending in each.value}
COPY_ENDINGS = tuple(_BY_ENDING)


def format_of(path: str) -> CopyFormat:
    """Return the format of a file by its name; what has no known ending is taken for plain text."""
    return next((each for ending, each in _BY_ENDING.items() if path.lower().endswith(ending)), CopyFormat.TEXT)


def endings_in_words(formats: Iterable[CopyFormat] = CopyFormat) -> str:
    """Return how copies may be named, in words: ".txt, .html or .pdf"."""
    *most, last = (each.ending for each in formats)
    return f"{', '.join(most)} or {last}" if most else last
