"""Blocks that hold text and no other blocks, each with how it goes on from line to line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from standfirst.prose.commonmark.characters import tree_text
from standfirst.prose.commonmark.lines import BlockText, MarkdownLine

# What takes a place among blocks and shows nothing: a comment, the definition of a link or of a footnote.
NOTHING = "nothing"
_FENCE_ENDS = re.compile(r"(?P<fence>`{3,}|~{3,}) *$")
_COMMENT_ENDS = "-->"


@dataclass(slots=True, eq=False)
class LeafBlock:
    """A block without blocks in it, and what it holds so far."""

    element: Element
    first: int
    last: int
    written: BlockText = field(default_factory=BlockText)

    def takes(self, line: MarkdownLine) -> bool:  # noqa: ARG002
        """Take a line that can be nothing else, and tell whether this did; not where a line may begin another block."""
        return False

    def add(self, line: MarkdownLine) -> None:
        """Add what is still to be read of a line, without the blanks before it."""
        self.written.add(line.rest(line.ahead), line.offset(line.ahead))
        self.last = line.number

    def end(self) -> None:
        """Make the element whole."""


class ParagraphBlock(LeafBlock):
    """Running text: goes on until a blank line or another block."""


class IndentedCode(LeafBlock):
    """Code that is four columns further in than the text around it."""

    def takes(self, line: MarkdownLine) -> bool:
        """Take lines that are so far in, and blank ones."""
        if line.blank or line.indent >= 4:
            self.written.add(line.rest(line.at + 4), line.offset(line.at + 4))
            self.last = self.last if line.blank else line.number
            return True
        return False

    def end(self) -> None:
        """Set the lines as they are, without blank ones at the end."""
        _set_code(self.element, self.written.text.rstrip())


@dataclass(slots=True, eq=False)
class FencedCode(LeafBlock):
    """Code between two fences of three or more backticks or tildes."""

    fence: str = ""
    indent: int = 0
    language: str = ""
    offset: int = 0
    ended: bool = False

    def takes(self, line: MarkdownLine) -> bool:
        """Take all lines up to a fence that is as long as the first."""
        if self.ended:
            return False
        ends = _FENCE_ENDS.match(line.text, line.ahead) if line.indent < 4 else None
        self.ended = bool(ends and ends["fence"].startswith(self.fence))
        self.last = line.number
        if not self.ended:
            at = line.at + min(line.indent, self.indent)
            self.written.add(line.rest(at), line.offset(at))
        return True

    def end(self) -> None:
        """Set the lines as they are."""
        _set_code(self.element, self.written.text, self.language)


def _set_code(element: Element, text: str, language: str = "") -> None:
    code = SubElement(element, "code", {"class": f"language-{language}"} if language else {})
    code.text = AtomicString(tree_text(f"{text}\n"))


@dataclass(slots=True, eq=False)
class Comment(LeafBlock):
    """An HTML comment on lines of its own, which nobody is shown."""

    offset: int = 0
    ended: bool = False

    def takes(self, line: MarkdownLine) -> bool:
        """Take all lines before the end of the comment, and of that line the comment."""
        if self.ended:
            return False
        at = line.text.find(_COMMENT_ENDS, line.at)
        self.ended = at >= 0
        line.move(at + len(_COMMENT_ENDS) if self.ended else len(line.text))
        self.last = line.number
        return line.blank
