"""A fact beside its passages, as a terminal shows it: in two columns where there is room, else one under the other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from standfirst.desk.reviewing import Shown, how_it_stands
from standfirst.desk.shown_passages import ShownPassage
from standfirst.problems.excerpts import visible

# From so many columns on there are two, with this between them.
_TWO_COLUMNS = 100
_BETWEEN = " │ "
_INDENT = "  "
# Around the words that are cited, in the sentence in which they stand.
_BEGINS, _ENDS = "▸", "◂"


def text_of(shown: Shown, width: int) -> str:
    """Return what is shown of a fact, in lines of so many columns."""
    head = [f"{shown.fact.fact_id}  ({place_of(shown)})", *how_it_stands(shown.standing)]
    statement = ["WHAT IS STATED", ""]
    passages = ["WHAT IS CITED", ""]
    column = (width - len(_BETWEEN)) // 2 if width >= _TWO_COLUMNS else width
    for each in shown.stated:
        statement += _wrapped(f"{each.key}: {each.text}", column)
    for passage in shown.passages:
        passages += [*_lines_of(passage, column), ""]
    body = _side_by_side(statement, passages, column) if width >= _TWO_COLUMNS else [*statement, "", *passages]
    why_not = ["", *_wrapped(shown.why_not, width)] if shown.why_not else []
    lines = [*(line for each in head for line in _wrapped(each, width)), "", *body, *why_not]
    return "\n".join(line.rstrip() for line in lines).rstrip()


def place_of(shown: Shown) -> str:
    """Return where a fact is written: `path:line`."""
    origin = shown.fact.origin
    return f"{visible(origin.path)}:{origin.line}"


def _lines_of(passage: ShownPassage, width: int) -> Iterator[str]:
    yield from _wrapped(f"{passage.where}:", width)
    said = f"{passage.before}{_BEGINS}{passage.words}{_ENDS}{passage.after}"
    yield from (f"{_INDENT}{line}" for line in _wrapped(said, width - len(_INDENT), hanging=""))
    if passage.remark:
        yield from _wrapped(f"({passage.remark})", width)


def _side_by_side(left: Sequence[str], right: Sequence[str], width: int) -> list[str]:
    pairs = zip_longest(left, right, fillvalue="")
    return [f"{one}{' ' * (width - _cells(one))}{_BETWEEN}{other}" for one, other in pairs]


def _wrapped(text: str, width: int, hanging: str = _INDENT) -> list[str]:
    """A text in lines of so many cells; those behind the first begin with `hanging`."""
    lines: list[str] = []
    line = ""
    for word in _pieces(visible(" ".join(text.split())), width - len(hanging)):
        longer = f"{line} {word}" if line.strip() else f"{line}{word}"
        if line.strip() and _cells(longer) > width:
            lines.append(line)
            line = f"{hanging}{word}"
        else:
            line = longer
    return [*lines, line]


def _pieces(text: str, width: int) -> Iterator[str]:
    """The words of a text; those that are wider than a line, as in scripts without spaces, in parts."""
    for word in text.split():
        piece = ""
        for character in word:
            if _cells(piece + character) > width:
                yield piece
                piece = ""
            piece += character
        yield piece


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
