"""Rules about text as cases that can be read: a title, an input and what is expected of it, in one file for each rule.

Each part of a case ends with a line that holds only a point, and an empty line parts it from the next case. At the end
of a line `␣` is a blank and `→` a tab. A line that begins with `%%` is a comment.
"""

from __future__ import annotations

from pathlib import Path

import pytest


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
