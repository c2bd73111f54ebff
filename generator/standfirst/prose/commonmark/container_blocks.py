"""Blocks that hold other blocks, each with which lines go on with it."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from standfirst.prose.commonmark.lines import MarkdownLine


@dataclass(slots=True, eq=False)
class ContainerBlock:
    """A block with blocks in it, from its first line to the last that says something; this one is the whole text."""

    element: Element
    first: int
    last: int

    def goes_on(self, line: MarkdownLine) -> bool:  # noqa: ARG002
        """Read from a line what marks it as part of this block, and tell whether it is."""
        return True


class BlockQuote(ContainerBlock):
    """A block quotation: each line begins with `>`."""

    def goes_on(self, line: MarkdownLine) -> bool:
        """Read the sign, and one blank behind it."""
        if line.indent >= 4 or not line.text.startswith(">", line.ahead):
            return False
        after = line.ahead + 1
        line.move(after + line.text.startswith(" ", after))
        return True


@dataclass(slots=True, eq=False)
class IndentedBlock(ContainerBlock):
    """What goes on as long as lines are as far in as its first words: an item of a list, a definition, a footnote."""

    width: int = 0

    def goes_on(self, line: MarkdownLine) -> bool:
        """Read so many blanks; after a first line that says nothing, a blank line ends it."""
        if line.indent < self.width and not line.blank:
            return False
        line.move(min(line.at + self.width, len(line.text)))
        return not line.blank or len(self.element) > 0
