"""The lines of a text, how far each has been read, and where in the text something was written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown.util import ETX, STX

_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_BLANKS = re.compile(" *")
_TAB = 4
# Python-Markdown marks its own places with these, which no text may forge.
_RESERVED = str.maketrans({STX: "\ufffd", ETX: "\ufffd", "\0": "\ufffd"})


@dataclass(slots=True)
class MarkdownLine:
    """A line without its end; a tab is blanks up to the next fourth column. At the column `at` reading goes on."""

    number: int
    text: str
    written: str
    start: int
    at: int = 0
    # Where the next character that is not blank stands.
    ahead: int = field(init=False)

    def __post_init__(self) -> None:
        self.move(0)

    def move(self, at: int) -> None:
        """Go on reading at a column."""
        self.at = at
        found = _BLANKS.match(self.text, at)
        self.ahead = found.end() if found else at

    @property
    def blank(self) -> bool:
        """Whether nothing more stands in the line."""
        return self.ahead == len(self.text)

    @property
    def indent(self) -> int:
        """How many blanks come next."""
        return self.ahead - self.at

    def rest(self, at: int) -> str:
        """Return what was written from a column on, with its tabs; of one that begins before it, blanks."""
        if "\t" not in self.written:
            return self.text[at:]
        offset, column = self._tab_or_character(at)
        return " " * (column - at) + self.written[offset:]

    def offset(self, at: int) -> int:
        """Return where in the text that is read the character at a column was written."""
        return self.start + (self._tab_or_character(at)[0] if "\t" in self.written else at)

    def _tab_or_character(self, at: int) -> tuple[int, int]:
        """The first character that does not begin before a column, and the column where it does."""
        column = 0
        for offset, character in enumerate(self.written):
            if column >= at:
                return offset, column
            column += _TAB - column % _TAB if character == "\t" else 1
        return len(self.written), column


def markdown_lines(text: str) -> Iterator[MarkdownLine]:
    """Return the lines of a text, whatever ends them."""
    for number, found in enumerate(_LINE.finditer(text)):
        if found.end() == found.start():
            return
        written = found[1].translate(_RESERVED)
        yield MarkdownLine(number, written.expandtabs(_TAB), written, found.start())


@dataclass(slots=True)
class BlockText:
    """A text put together of parts of lines, and where each of them was written."""

    parts: list[str] = field(default_factory=list)
    # The offsets of the parts in what they make together, and in the text that they are from.
    starts: list[int] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, part: str, offset: int) -> BlockText:
        """Return a text of one part."""
        return cls([part], [0], [offset])

    def add(self, part: str, offset: int) -> None:
        """Add a part, as a line of its own."""
        self.starts.append(self.starts[-1] + len(self.parts[-1]) + 1 if self.parts else 0)
        self.offsets.append(offset)
        self.parts.append(part)

    def pop(self) -> tuple[str, int]:
        """Take the last part away, and return it with where it was written."""
        self.starts.pop()
        return self.parts.pop(), self.offsets.pop()

    def rest(self, at: int) -> BlockText:
        """Return what stands from the beginning of a part on."""
        first = bisect_left(self.starts, at)
        rest = BlockText()
        for part, offset in zip(self.parts[first:], self.offsets[first:], strict=True):
            rest.add(part, offset)
        return rest

    @property
    def text(self) -> str:
        """The parts, each in a line."""
        return "\n".join(self.parts)

    def offset(self, at: int) -> int:
        """Return where the character at an offset of `text` was written."""
        part = bisect_right(self.starts, at) - 1
        return self.offsets[part] + at - self.starts[part]
