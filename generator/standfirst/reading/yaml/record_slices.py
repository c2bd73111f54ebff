"""A facts file cut at its records, so that each can be compared with what it was, and be read on its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

# A stretch of a file: how many lines stand before it, and its text.
Piece = tuple[int, str]

# What YAML lets a comment hold.
_COMMENT = r"#[^\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff]*"
_BLANKS = rf"(?: *(?:{_COMMENT})?\n)*"
_REST_OF_LINE = rf"(?: *| +{_COMMENT})(?:\n|\Z)"
_HEAD = re.compile(rf"{_BLANKS}(?:---{_REST_OF_LINE}{_BLANKS})?")
_KIND = re.compile(rf"([a-z]+):{_REST_OF_LINE}")
_NEXT_KIND = re.compile(r"\n(?=[^ \n#])")
_NO_RECORDS = re.compile(rf"{_BLANKS} *(?:{_COMMENT})?")
_FIRST_RECORD = re.compile(rf"{_BLANKS}( +)[^ \n#]")


@dataclass(frozen=True, slots=True)
class PiecesOfKind:
    """The records under one key of a facts file, each with the comments and empty lines that follow it."""

    kind: str
    pieces: tuple[Piece, ...]


def cut(text: str) -> tuple[PiecesOfKind, ...]:
    """Return the records of a facts file in their order; none where it is not written in the ordinary way.

    Ordinary are keys at the margin, and below each of them records that begin in one column. Only lines are looked at:
    that each piece is a record is for YAML to say. Where it finds as many records in some pieces as there are pieces,
    each of them is one, since wherever a record can begin a piece does; and then none depends on what stands around it.
    """
    head = _HEAD.match(text)
    start = head.end() if head else 0
    parts = _split(_NEXT_KIND, text[start:], 0) if start < len(text) else []
    found = [_pieces(part, line) for line, part in _placed(parts, text.count("\n", 0, start))]
    kinds = tuple(each for each in found if each)
    return kinds if len(kinds) == len(found) else ()


def _pieces(part: str, line: int) -> PiecesOfKind | None:
    kind = _KIND.match(part)
    if not kind:
        return None
    below = part[kind.end() :]
    first = _FIRST_RECORD.match(below)
    if not first:
        return PiecesOfKind(kind[1], ()) if _NO_RECORDS.fullmatch(below) else None
    another = re.compile(f"\n(?={first[1]}[^ \n#])")
    return PiecesOfKind(kind[1], _placed(_split(another, below, first.start(1)), line + 1))


def _split(before: re.Pattern[str], text: str, start: int) -> list[str]:
    """A text cut at the lines that the pattern, with the end of the line above them, finds from an offset on."""
    at = [0, *(found.end() for found in before.finditer(text, start)), len(text)]
    return [text[begin:end] for begin, end in pairwise(at)]


def _placed(texts: Sequence[str], line: int) -> tuple[Piece, ...]:
    """Texts that follow each other, each with how many lines stand before it."""
    return tuple(zip(accumulate((text.count("\n") for text in texts), initial=line), texts, strict=False))
