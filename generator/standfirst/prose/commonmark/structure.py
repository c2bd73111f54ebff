"""The blocks of a text that are open while it is read line by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from standfirst.prose.commonmark.container_blocks import ContainerBlock
from standfirst.prose.commonmark.leaf_blocks import NOTHING, Comment, FencedCode, LeafBlock, ParagraphBlock
from standfirst.prose.commonmark.lines import BlockText, MarkdownLine
from standfirst.prose.commonmark.links import take_definitions
from standfirst.prose.commonmark.parser_state import ParserState

# What walks the tree afterwards calls itself for each level; and nobody can follow a text so far.
_DEEPEST = 50


@dataclass(slots=True, eq=False)
class Structure:
    """The open containers, from the whole text to the innermost, and the open leaf in that.

    With the first `matched` containers the line that is read goes on; `blocks` is what each element was made from.
    """

    state: ParserState
    containers: list[ContainerBlock]
    leaf: LeafBlock | None = None
    matched: int = 1
    blocks: dict[Element, ContainerBlock | LeafBlock] = field(default_factory=dict)
    # What begins the items of each list: another sign begins another list.
    signs: dict[Element, str] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether the line goes on with all that is open."""
        return self.matched == len(self.containers)

    @property
    def paragraph(self) -> ParagraphBlock | None:
        """The paragraph with which the line would go on if it began nothing else."""
        return self.leaf if self.whole and isinstance(self.leaf, ParagraphBlock) else None

    @property
    def parent(self) -> Element:
        """What holds the next block."""
        return self.containers[self.matched - 1].element

    def close(self) -> None:
        """Close the leaf, and the containers with which the line does not go on."""
        leaf, self.leaf = self.leaf, None
        if isinstance(leaf, ParagraphBlock):
            self.take_definitions(leaf)
        if isinstance(leaf, Comment) and not leaf.ended:
            self.state.report_loss(leaf.offset, "this comment does not end", "write --> behind it")
        if isinstance(leaf, FencedCode) and not leaf.ended:
            message = "the code that begins here does not end, and all below it is part of it"
            self.state.report_oddity(leaf.offset, message, f"write {leaf.fence} on a line of its own behind it")
        if leaf:
            leaf.end()
        del self.containers[self.matched :]

    def take_definitions(self, paragraph: LeafBlock) -> None:
        """Take the definitions of links from the beginning of a paragraph; one of nothing else shows nothing."""
        written = take_definitions(paragraph.written, self.state)
        paragraph.written = written
        paragraph.element.tag = "p" if written.parts else NOTHING
        self.hold(paragraph.element, written)

    def hold(self, element: Element, written: BlockText) -> None:
        """Keep what an element will hold, once it has been read as lines are."""
        self.state.texts[element] = written

    def append(self, tag: str) -> Element:
        """Close what the line does not go on with, and add an element behind it."""
        self.close()
        return SubElement(self.parent, tag)

    def begin(self, leaf: LeafBlock) -> None:
        """Have the next lines go to a leaf."""
        self.blocks[leaf.element] = self.leaf = leaf

    def enter(self, container: ContainerBlock) -> None:
        """Have the rest of the line, and the next lines, go to a container."""
        self.blocks[container.element] = container
        self.containers.append(container)
        self.matched += 1

    def has_room(self, line: MarkdownLine) -> bool:
        """Whether another container may be opened; if not, that is a fault."""
        if self.matched <= _DEEPEST:
            return True
        message = "the lists or quotations of this text stand too deep within one another"
        self.state.report_loss(line.offset(line.ahead), message, "take some of them out")
        line.move(len(line.text))
        return False
