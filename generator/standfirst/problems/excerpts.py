"""What is shown of what a writer typed: the part of a line with a problem in it, and texts that messages quote."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from standfirst.model.frozen_class import frozen

# Characters: a paragraph is often one line, and so much of it is seen on either side of a fault.
_SIDE = 60
# Of a value that a message quotes.
_QUOTED = 40
_CUT = "…"
# How a PDF begins, which nobody typed; and so many bytes tell that a file is no text.
_PDF, _ENOUGH = b"%PDF-", 1024
# Characters of a message: so many of its beginning are shown, which says what is wrong, and of its end, which says why.
_BEGINNING, _END = 360, 120
# What opens something, and a word up to what would close it.
_WORD = re.compile(r"""["'“‘«(\[{<!]*[^\s"'”’»)\]}>,;]{1,60}|.""")
# Controls, what sets directions or is not seen, halves of characters, characters of private use, ends of lines.
_NOT_SHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
# In Cf as well: what joins and parts letters of Persian and of India, and signs that stand before Arabic numbers.
_SHOWN = frozenset("\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")


@frozen
class Excerpt:
    """A part of a line, as `visible` has it, with the word at fault between what stands before and after it."""

    before: str
    fault: str = ""
    after: str = ""


def excerpt_around(line: str, column: int) -> Excerpt:
    """Return what stands around a column, counted from one; behind the end of the line a space is at fault."""
    before, rest = line[: column - 1], line[column - 1 :]
    found = _WORD.match(rest)
    fault = found[0] if found else " "
    cut = before if len(before) <= _SIDE else _CUT + before[-_SIDE:]
    return Excerpt(_in_line(cut), _in_line(fault), _in_line(_up_to_side(rest[len(fault) :])))


def excerpt_of_beginning(line: str) -> Excerpt:
    """Return the beginning of a line in which nothing is at fault."""
    return Excerpt(_in_line(_up_to_side(line)))


def lines_in_file(path: str) -> list[str]:
    """Return the lines of a file; none if it is no text or cannot be read, or if the path is that of a page."""
    file = Path(path)
    try:
        # A pipe would be waited for.
        if not file.is_file():
            return []
        body = file.read_bytes()
    except (OSError, ValueError):
        return []
    if body.startswith(_PDF) or b"\0" in body[:_ENOUGH]:
        return []
    return body.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def visible(text: str) -> str:
    """Return a text on one line, with an escape for each character that nobody sees or that moves the others about.

    So nothing that was typed ends a line, commands a terminal or turns what is around it: `\\n`, `\\x1b`, `\\u202e`.
    """
    return text if text.isprintable() else "".join(map(_visible, text))


def shorten_value(text: str) -> str:
    """Return a value as a message quotes it: on one line, and cut if it is long."""
    line = " ".join(text[: 2 * _QUOTED].split())
    return line if len(line) <= _QUOTED and len(text) <= 2 * _QUOTED else f"{line[:_QUOTED].rstrip()}{_CUT}"


def shorten_message(text: str) -> str:
    """Return the beginning and the end of a text that is too long for a message, and any other as it is."""
    return text if len(text) <= _BEGINNING + _END else f"{text[:_BEGINNING]}{_CUT}{text[-_END:]}"


def _visible(character: str) -> str:
    if unicodedata.category(character) not in _NOT_SHOWN or character in _SHOWN:
        return character
    return character.encode("unicode_escape").decode("ascii")


def _in_line(text: str) -> str:
    """What is visible of a line, with its tabs, so that a caret stands under its character whatever their width."""
    return "\t".join(map(visible, text.split("\t")))


def _up_to_side(text: str) -> str:
    return text if len(text) <= _SIDE else text[:_SIDE] + _CUT
