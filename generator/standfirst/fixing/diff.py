"""Changes of files as one unified diff, to be read on a terminal."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from standfirst.fixing.fix import ChangedFile
from standfirst.problems.excerpts import visible
from standfirst.reading.encoding import text_of

_RED, _GREEN, _CYAN, _BOLD, _OFF = "\033[31m", "\033[32m", "\033[36m", "\033[1m", "\033[0m"
_OTHER_BLANKS = re.compile(r"[^\S \t]")
_COLOURS = (("---", _BOLD), ("+++", _BOLD), ("@@", _CYAN), ("-", _RED), ("+", _GREEN))


def diff_of(files: Iterable[ChangedFile], *, colour: bool) -> str:
    """Return what changes in each file, line by line, with three lines around; `colour` is for a terminal."""
    return "\n".join(_shown(line, colour=colour) for file in files for line in _lines_of(file))


def _lines_of(file: ChangedFile) -> Iterable[str]:
    before, after = (text_of(file.path, body).split("\n") for body in (file.before, file.after))
    return difflib.unified_diff(before, after, file.path, file.path, lineterm="")


def _shown(line: str, *, colour: bool) -> str:
    shown = "\t".join(map(visible, line.split("\t")))
    # Of what changes, a blank that is not an ordinary one may be all.
    shown = _OTHER_BLANKS.sub(lambda found: f"\\u{ord(found[0]):04x}", shown) if line[:1] in {"-", "+"} else shown
    paint = next((code for sign, code in _COLOURS if line.startswith(sign)), "") if colour else ""
    return f"{paint}{shown}{_OFF}" if paint else shown
