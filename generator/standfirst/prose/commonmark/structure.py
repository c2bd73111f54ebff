"""The blocks of a text that are open while it is read line by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from standfirst.prose.commonmark.containers import Container
from standfirst.prose.commonmark.leaves import NOTHING, Comment, FencedCode, Leaf, Paragraph
from standfirst.prose.commonmark.lines import Line, Written
from standfirst.prose.commonmark.links import take_definitions
from standfirst.prose.commonmark.reading import Reading

# What walks the tree afterwards calls itself for each level; and nobody can follow a text so far.
_DEEPEST = 50


@dataclass(slots=True, eq=False)
class Structure:
    """The open containers, from the whole text to the innermost, and the open leaf in that.

    With the first `matched` containers the line that is read goes on; `blocks` is what each element was made from.
    """

    reading: Reading
    containers: list[Container]
    leaf: Leaf | None = None
    matched: int = 1
    blocks: dict[Element, Container | Leaf] = field(default_factory=dict)
    # What begins the items of each list: another sign begins another list.
    signs: dict[Element, str] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether the line goes on with all that is open."""
        return self.matched == len(self.containers)

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph with which the line would go on if it began nothing else."""
        return self.leaf if self.whole and isinstance(self.leaf, Paragraph) else None

    @property
    def parent(self) -> Element:
        """What holds the next block."""
        return self.containers[self.matched - 1].element

    def close(self) -> None:
        """Close the leaf, and the containers with which the line does not go on."""
        leaf, self.leaf = self.leaf, None
        if isinstance(leaf, Paragraph):
            self.take_definitions(leaf)
        if isinstance(leaf, Comment) and not leaf.ended:
            self.reading.lost(leaf.offset, "this comment does not end", "write --> behind it")
        if isinstance(leaf, FencedCode) and not leaf.ended:
            message = "the code that begins here does not end, and all below it is part of it"
            self.reading.odd(leaf.offset, message, f"write {leaf.fence} on a line of its own behind it")
        if leaf:
            leaf.end()
        del self.containers[self.matched :]

    def take_definitions(self, paragraph: Leaf) -> None:
        """Take the definitions of links from the beginning of a paragraph; one of nothing else shows nothing."""
        written = take_definitions(paragraph.written, self.reading)
        paragraph.written = written
        paragraph.element.tag = "p" if written.parts else NOTHING
        self.hold(paragraph.element, written)

    def hold(self, element: Element, written: Written) -> None:
        """Keep what an element will hold, once it has been read as lines are."""
        self.reading.texts[element] = written

    def append(self, tag: str) -> Element:
        """Close what the line does not go on with, and add an element behind it."""
        self.close()
        return SubElement(self.parent, tag)

    def begin(self, leaf: Leaf) -> None:
        """Have the next lines go to a leaf."""
        self.blocks[leaf.element] = self.leaf = leaf

    def enter(self, container: Container) -> None:
        """Have the rest of the line, and the next lines, go to a container."""
        self.blocks[container.element] = container
        self.containers.append(container)
        self.matched += 1

    def has_room(self, line: Line) -> bool:
        """Whether another container may be opened; if not, that is a fault."""
        if self.matched <= _DEEPEST:
            return True
        message = "the lists or quotations of this text stand too deep within one another"
        self.reading.lost(line.offset(line.ahead), message, "take some of them out")
        line.move(len(line.text))
        return False
