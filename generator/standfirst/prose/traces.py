"""Traces: marks that tell where in a text words were written, and that come through its reading unseen.

A tree of HTML has no room for places beside its words. So each stretch of words begins with the offset at which it was
written, in characters that no text may hold, until the tree is made a document.
"""

from __future__ import annotations

import re

_DIGITS = "\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17"
_END = "\x18"
TRACE = f"[{_DIGITS}]+{_END}"
_TRACE = re.compile(TRACE)
_TO_TRACE = str.maketrans("0123456789", _DIGITS)
_FROM_TRACE = str.maketrans(_DIGITS, "0123456789", _END)
# No page can show these.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def trace(offset: int) -> str:
    """Return the trace of an offset."""
    return str(offset).translate(_TO_TRACE) + _END


def untraced(text: str) -> str:
    """Return a text without the traces in it."""
    return _TRACE.sub("", text) if _END in text else text


def offset_of(found: str) -> int:
    """Return the offset of a trace."""
    return int(found.translate(_FROM_TRACE))


def without_controls(text: str) -> str:
    """Return a text of the same length without the characters that traces are made of."""
    return _CONTROL.sub("�", text)
