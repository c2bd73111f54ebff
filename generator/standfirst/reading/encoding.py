"""The text that the bytes of a file stand for."""

from __future__ import annotations

import codecs
from types import MappingProxyType

from standfirst.model import Origin
from standfirst.problems.errors import problem

# YAML ends a line at these, and editors do not: with spaces in their place both count the same lines.
_RARE_LINE_ENDS = "\x85\u2028\u2029"


# The longer first: the one of UTF-16 begins that of UTF-32.
_MARKS = MappingProxyType(
    {
        codecs.BOM_UTF32_LE: "UTF-32",
        codecs.BOM_UTF32_BE: "UTF-32",
        codecs.BOM_UTF16_LE: "UTF-16",
        codecs.BOM_UTF16_BE: "UTF-16",
    }
)
# So many bytes of a file tell how all of it is written.
_ENOUGH = 4096


def text_of(path: str, body: bytes) -> str:
    """Return the text of a file as `InputFile` has it, or raise a `SiteError` where its bytes are not UTF-8."""
    if written := _in_another_encoding(body):
        raise problem(Origin(path, 1, 1), f"this file is {written}", "save it as UTF-8")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Of an error, `object` is what was decoded: the bytes without their mark.
        before = error.object[: error.start].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"byte 0x{error.object[error.start]:02x} is not UTF-8"
        raise problem(Origin(path, line, column), message, "save the file as UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for rare in _RARE_LINE_ENDS:
        text = text.replace(rare, " ")
    return text


def _in_another_encoding(body: bytes) -> str:
    """Return the encoding that the first bytes of a file name, or that every other byte of it gives away."""
    marked = next((name for mark, name in _MARKS.items() if body.startswith(mark)), "")
    beginning = body[:_ENOUGH]
    return marked or ("UTF-16" if beginning.count(0) > len(beginning) // 3 else "")
