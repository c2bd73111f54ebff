"""What is wrong with style sheets that lie over the theme: what pages would lose without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from standfirst.model import Origin
from standfirst.problems.errors import Problem
from standfirst.reading.files import InputFile

# Comments and strings whole, so that nothing in them counts; addresses; what imports; and braces. A backslash and what
# follows it are no sign of their own.
_PIECE = re.compile(
    r"""(?P<skipped>/\*.*?(?:\*/|\Z)|\\.)|url\(\s*(?P<url>"[^"\n]*"|'[^'\n]*'|[^)"'\s]*)\s*\)|(?P<imports>@import\b)"""
    r"""|(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?P<opens>\{)|(?P<closes>\})""",
    re.DOTALL | re.IGNORECASE,
)
_WITHIN = ("data:", "#")


def stylesheet_faults(files: Iterable[InputFile]) -> Iterator[Problem]:
    """Yield, for style sheets by whoever uses a theme, what they load, and braces that have no other."""
    for file in files:
        yield from _faults(file)


def _faults(file: InputFile) -> Iterator[Problem]:
    opened: list[int] = []
    for piece in _PIECE.finditer(file.text):
        address = (piece["url"] or "").strip("\"'")
        if address and not address.lower().startswith(_WITHIN):
            message = f"a style sheet cannot bring '{address}' along, so nothing is shown of it"
            hint = "remove it; fonts and drawings are named under `look:` in site.yaml"
            yield Problem(_origin(file, piece.start()), message, hint)
        elif piece["imports"]:
            message = "all style sheets become one, in which '@import' loads nothing"
            yield Problem(_origin(file, piece.start()), message, "put the rules themselves below assets/css/")
        elif piece["opens"]:
            opened.append(piece.start())
        elif piece["closes"] and opened:
            opened.pop()
        elif piece["closes"]:
            yield Problem(_origin(file, piece.start()), "this brace closes nothing", "remove it")
    if opened:
        message = "this brace is not closed, and takes along the rules of all style sheets after it"
        yield Problem(_origin(file, opened[-1]), message, "close it")


def _origin(file: InputFile, at: int) -> Origin:
    before = file.text[:at]
    return Origin(file.path, before.count("\n") + 1, at - before.rfind("\n"))
