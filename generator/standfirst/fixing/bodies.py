"""Edits made in the bytes of a file: all bytes but those that are replaced stay as they are."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterable

from standfirst.fixing.edits import Edit

_LINE_END = re.compile(r"\r\n?|\n")


def body_with(edits: Iterable[Edit], body: bytes) -> bytes:
    """Return the bytes of a file after edits of its text as it is read: without byte order mark, lines ended by `\\n`.

    A new line ends as the first of the file does. No two edits may overlap.
    """
    mark = codecs.BOM_UTF8 if body.startswith(codecs.BOM_UTF8) else b""
    text = body.removeprefix(mark).decode()
    first_end = _LINE_END.search(text)
    # Where a line feed was passed over, counted in the text as it is read.
    passed = [found.start() - number for number, found in enumerate(re.finditer("\r\n", text))]
    # From the end, so that offsets before stay what they are.
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        start, end = (at + bisect_left(passed, at) for at in (edit.start, edit.end))
        new = edit.new.replace("\n", first_end[0]) if first_end else edit.new
        text = f"{text[:start]}{new}{text[end:]}"
    return mark + text.encode()
