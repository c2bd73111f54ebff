"""A facts file cut into its records, so that each can be compared with what it was, and read on its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from standfirst.model.frozen_class import frozen

# The number of lines before a record, and its text.
RecordSlice = tuple[int, str]

# What YAML lets a comment hold.
_COMMENT = r"#[^\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff]*"
_BLANKS = rf"(?: *(?:{_COMMENT})?\n)*"
_REST_OF_LINE = rf"(?: *| +{_COMMENT})(?:\n|\Z)"
_HEAD = re.compile(rf"{_BLANKS}(?:---{_REST_OF_LINE}{_BLANKS})?")
_KIND = re.compile(rf"([a-z]+):{_REST_OF_LINE}")
_NEXT_KIND = re.compile(r"\n(?=[^ \n#])")
_NO_RECORDS = re.compile(rf"{_BLANKS} *(?:{_COMMENT})?")
_FIRST_RECORD = re.compile(rf"{_BLANKS}( +)[^ \n#]")


@frozen
class KindSlices:
    """The records under one key of a facts file, each with the comments and empty lines that follow it."""

    kind: str
    slices: tuple[RecordSlice, ...]


def slice_records(text: str) -> tuple[KindSlices, ...]:
    """Return the records of a facts file in their order; nothing unless it is written in the ordinary way.

    Ordinary are keys at the margin, and below each of them records that begin in one column. This looks at lines only;
    YAML has to confirm the slices. A slice begins wherever a record can, so where YAML finds as many records in some
    slices as there are slices, each slice is one record and does not depend on those around it.
    """
    head = _HEAD.match(text)
    start = head.end() if head else 0
    parts = _split(_NEXT_KIND, text[start:], 0)
    found = [_slices_of_kind(part, line) for line, part in _with_lines_above(parts, text.count("\n", 0, start))]
    kinds = tuple(each for each in found if each)
    return kinds if len(kinds) == len(found) else ()


def _slices_of_kind(part: str, line: int) -> KindSlices | None:
    kind = _KIND.match(part)
    if not kind:
        return None
    below = part[kind.end() :]
    first = _FIRST_RECORD.match(below)
    if not first:
        return KindSlices(kind[1], ()) if _NO_RECORDS.fullmatch(below) else None
    another = re.compile(f"\n(?={first[1]}[^ \n#])")
    return KindSlices(kind[1], _with_lines_above(_split(another, below, first.start(1)), line + 1))


def _split(before: re.Pattern[str], text: str, start: int) -> list[str]:
    """A text cut before each match of a pattern, from an offset on; the pattern begins at the end of a line."""
    at = [0, *(found.end() for found in before.finditer(text, start)), len(text)]
    return [text[begin:end] for begin, end in pairwise(at)]


def _with_lines_above(texts: Sequence[str], line: int) -> tuple[RecordSlice, ...]:
    """Consecutive texts, each with the number of lines before it; `line` are those before the first."""
    return tuple(zip(accumulate((text.count("\n") for text in texts), initial=line), texts, strict=False))
