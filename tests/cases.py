"""Rules about text as cases that can be read: a title, an input and what is expected of it, in one file for each rule.

Each part of a case ends with a line that holds only a point, and an empty line parts it from the next case. At the end
of a line `␣` is a blank and `→` a tab. A line that begins with `%%` is a comment.

Where inputs are short, a part has many of them, each in one line with its answer: `input ⇒ answer`. Bars part the input
if a rule asks for several things: `text | date ⇒ answer`. In such lines `∅` is nothing, and characters that cannot be
seen are escaped as in Python: `\\n`, `\\u202f`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

_ESCAPED = re.compile(r"\\(?:n|u[0-9a-f]{4})")
_COMBINING = re.compile("[\u0300-\u036f]")


def cases_in(path: Path) -> list[object]:
    """Return the cases of a file as parameters for a test: the parts of each but its title, which is its name."""
    lines = path.read_text(encoding="utf-8").split("\n")
    text = "\n".join(line for line in lines if not line.startswith("%%"))
    found: list[object] = []
    for case in text.strip("\n").removesuffix("\n.").split("\n.\n\n"):
        title, *parts, last = f"{case}\n".split("\n.\n")
        found.append(pytest.param(*map(_unmarked, (*parts, last.removesuffix("\n"))), id=f"{path.stem}: {title}"))
    return found


def _unmarked(part: str) -> str:
    return part.replace("␣", " ").replace("→", "\t")


def answered(lines: str, answer: Callable[..., str]) -> str:
    """Return lines of inputs and answers with what a function answers to each input instead."""
    inputs = (line.partition(" ⇒ ")[0] for line in lines.split("\n"))
    return "\n".join(f"{each} ⇒ {escaped(answer(*map(_unescaped, each.split(' | '))))}" for each in inputs)


def escaped(text: str) -> str:
    """Return a text as such a line has it."""
    return "".join(map(_escape, text)) or "∅"


def _escape(character: str) -> str:
    if character == "\n":
        return r"\n"
    is_seen = character.isprintable() and not _COMBINING.match(character)
    return character if is_seen else f"\\u{ord(character):04x}"


def _unescaped(text: str) -> str:
    plain = _ESCAPED.sub(lambda found: "\n" if found[0] == r"\n" else chr(int(found[0][2:], 16)), text)
    return "" if plain == "∅" else plain
