"""Content lines, of which iCalendar is made (RFC 5545, 3.1 and 3.3.11).

They are all that a library would do here, which would delay every build by more than this takes; the tests read what is
written with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# So many bytes a line may have without its end; those that go on have a blank before them.
_LONGEST_LINE = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# A text may hold no other character of control.
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def text_value(text: str) -> str:
    """Return a text as the value of a line."""
    return _UNREADABLE.sub("", text).translate(_ESCAPES)


def folded(line: str) -> bytes:
    """Return a line with its end, parted wherever it would be too long, but never within a character."""
    return b"\r\n ".join(_parts(line.encode())) + b"\r\n"


def _parts(line: bytes) -> Iterator[bytes]:
    start, room = 0, _LONGEST_LINE
    while len(line) - start > room:
        end = start + room
        while line[end] & 0xC0 == 0x80:
            end -= 1
        yield line[start:end]
        start, room = end, _LONGEST_LINE - 1
    yield line[start:]
