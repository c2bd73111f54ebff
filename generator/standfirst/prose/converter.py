"""The one place where Python-Markdown is set up: what of Markdown our texts know, and what they know besides."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from standfirst.model import MarkdownForm
from standfirst.model.frozen_class import frozen
from standfirst.prose.commonmark.blocks import Blocks
from standfirst.prose.commonmark.characters import unescaped
from standfirst.prose.commonmark.extension import CommonMark
from standfirst.prose.commonmark.parser_state import ParserState

# What stands in the ids of footnotes for what keeps them apart from those of other texts.
SCOPE = "{scope}"
# What is made for a page to write comes later.
_LEFT_OUT = ("prettify", "unescape")
_INNER = r"(?:[^\[\]\\]++|\\.|\[(?:[^\[\]\\]++|\\.)*+\])*+"
_CITATION = rf"\[@(?P<source>[^\s:\[\]]*+)(?P<colon>\s*+:)?+(?P<words>{_INNER})\]"


@frozen
class ParsedTree:
    """What was made of a text, with traces before its words (`traces.py`), and what was found out on the way."""

    root: Element
    state: ParserState


class Converter:
    """Reads texts of one form. Not for several threads at once: Markdown keeps state while it reads."""

    def __init__(self, form: MarkdownForm) -> None:
        self._markdown = Markdown(extensions=[CommonMark(SCOPE, inline=form is MarkdownForm.INLINE)])
        for name in _LEFT_OUT:
            self._markdown.treeprocessors.deregister(name)
        self._markdown.inlinePatterns.register(_CitationPattern(_CITATION), "citation", 185)

    def read(self, text: str) -> ParsedTree:
        """Return the tree of a text."""
        made = self._markdown.reset()
        assert isinstance(made.parser, Blocks)
        root = made.parser.parseDocument([text]).getroot()
        assert root is not None
        for treeprocessor in made.treeprocessors:
            treeprocessor.run(root)
        return ParsedTree(root, made.parser.text_state)


class _CitationPattern(InlineProcessor):
    """`[@source: words]` becomes a mark with what it cites; without a colon, `[@name](address)` is a link."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int, int]:  # type: ignore[override]
        if not m["colon"] and data.startswith("(", m.end()):
            return None, m.start(), m.end()
        cited = {"source": m["source"], "words": unescaped(m["words"]), "colon": m["colon"] or ""}
        return Element("sup", cited), m.start(), m.end()
