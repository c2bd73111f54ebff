"""Pages of `docs/` that tell what to type: the files and commands of one, and what its commands print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# The contents of a file follow its path, alone on a line with a colon.
_BLOCK = re.compile(r"(?:^`(?P<path>[\w./-]+)`:\n\n)?^```(?P<sort>\w+)\n(?P<text>.*?)^```$", re.M | re.S)
_ANYTHING = "…"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that the reader is to write."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A command that the reader is to type, and what is printed; a line of … stands for any lines."""

    command: str
    printed: tuple[str, ...]

    def agrees(self, printed: str) -> bool:
        """Tell whether it is what was printed, if anything is shown; … within a line stands for anything."""
        lines = [r"(?:.*\n)*" if line == _ANYTHING else _pattern(line) for line in self.printed]
        return not lines or re.fullmatch("".join(lines), printed) is not None


def steps(page: Path) -> Iterator[WrittenFile | Typed]:
    """Yield what the reader of a page is to do, in its order."""
    for found in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if found["path"]:
            yield WrittenFile(found["path"], found["text"])
        elif found["sort"] == "console":
            yield from _typed(found["text"])


def _typed(text: str) -> Iterator[Typed]:
    for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
        command, *printed = part.rstrip("\n").split("\n")
        yield Typed(command, tuple(printed))


def _pattern(line: str) -> str:
    return ".*".join(map(re.escape, line.split(_ANYTHING))) + r"\n"
