"""A copy from a word processor, as DOCX: as it reads with all changes accepted, its notes at the end.

Mammoth makes a page of it. (python-docx leaves out what is inserted while changes are tracked.)
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import mammoth

from standfirst.reading.files import CopyFile
from standfirst.sources.archives import Archive
from standfirst.sources.copy_text import CopyText
from standfirst.sources.html_copies import paragraphs_of

_DOCUMENT = "word/document.xml"
# The way back from a note.
_BACK = re.compile(r"\s*↑\Z")


def text_of_docx(file: CopyFile) -> CopyText:
    """Return the text of a document, or raise a `SiteError` where it is none, or is damaged."""
    archive = Archive(file, "DOCX")
    # Beforehand, so that no more is unpacked than may be.
    for name in sorted(archive.names()):
        if name.endswith((".xml", ".rels")):
            archive.read(name)
    try:
        page = mammoth.convert_to_html(io.BytesIO(file.body), convert_image=_no_image).value
    # What it raises of a damaged document is no closed list.
    except Exception:
        raise archive.damaged() from None
    return CopyText(tuple(_BACK.sub("", text) for text in paragraphs_of(page)))


def _no_image(_image: object) -> Iterator[object]:
    yield from ()
