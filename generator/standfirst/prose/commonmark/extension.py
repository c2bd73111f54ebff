"""CommonMark as an extension of Python-Markdown."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry

from standfirst.prose.commonmark.blocks import Blocks
from standfirst.prose.commonmark.inlines import Inlines
from standfirst.prose.commonmark.leaf_blocks import NOTHING
from standfirst.prose.commonmark.notes import Notes
from standfirst.prose.commonmark.parser_state import ParserState
from standfirst.prose.commonmark.signs import read_line
from standfirst.prose.commonmark.trees import add_words, fill


class CommonMark(Extension):
    """Reads texts by CommonMark's rules; `inline`, each as one paragraph.

    `scope` begins the ids of footnotes. Inline patterns may be added that begin with a bracket and end with the one
    that closes it. Words have traces before them (`traces.py`).
    """

    def __init__(self, scope: str, *, inline: bool = False) -> None:
        super().__init__()
        self.scope = scope
        self.inline = inline

    def extendMarkdown(self, md: Markdown) -> None:
        """Take the places of Python-Markdown's block parser and inline patterns."""
        md.inlinePatterns = Registry()
        parser = Blocks(md, inline=self.inline)
        md.parser = parser
        md.treeprocessors.register(_Lines(md, parser, self), "inline", 20)


class _Lines(Treeprocessor):
    """Reads what stands in the lines of each block, sets footnotes below the text, and lists as they are spaced."""

    def __init__(self, md: Markdown, parser: Blocks, extension: CommonMark) -> None:
        super().__init__(md)
        self._parser = parser
        self._extension = extension
        self._patterns = md.inlinePatterns

    def run(self, root: Element) -> None:
        state = self._parser.text_state
        notes = Notes(state.notes, self._extension.scope)
        self._read(root, state, notes)
        for item in notes.in_order():
            self._read(item, state, notes)
        if (below := notes.below()) is not None:
            root.append(below)
        state.report_unused_targets()
        for element in list(root.iter()):
            _set_tight(element, state)

    def _added(self) -> tuple[InlineProcessor, ...]:
        return tuple(each for each in self._patterns if isinstance(each, InlineProcessor))

    def _read(self, root: Element, state: ParserState, notes: Notes) -> None:
        for element in list(root.iter()):
            if (written := state.texts.pop(element, None)) is not None:
                fill(element, read_line(Inlines(written, state, notes.mark, self._added())))


def _set_tight(parent: Element, state: ParserState) -> None:
    """Set the paragraphs of tight items as mere words, and leave out what shows nothing."""
    children = list(parent)
    if not any(child.tag == NOTHING or child in state.tight for child in children):
        return
    parent[:] = []
    before = None
    for child in (child for child in children if child.tag != NOTHING):
        if child in state.tight:
            # Between two of them a comment stood.
            add_words(parent, "\n" if before in state.tight else "")
            add_words(parent, child.text or "")
            parent.extend(child)
        else:
            parent.append(child)
        before = child
