"""The one place where Python-Markdown is set up: what of Markdown our texts know, and what they know besides."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import Registry

from generator.model import Form
from generator.prose.references import CITATION

_RAW_HTML = ("html_block", "html", "automail")


def converter(form: Form, scope: Callable[[], str], back: str) -> Markdown:
    """Return what reads texts of a form; `scope` begins the ids of footnotes, and `back` says where their links lead.

    Not for several threads at once, and to be reset before each text.
    """
    made = Markdown(extensions=_extensions(form, scope, back), output_format="html")
    for registry in (made.preprocessors, made.inlinePatterns):
        for name in _RAW_HTML:
            registry.deregister(name, strict=False)
    if form is Form.INLINE:
        made.parser.blockprocessors = Registry()
        made.parser.blockprocessors.register(ParagraphProcessor(made.parser), "paragraph", 10)
    made.inlinePatterns.register(_CitationMark(CITATION.pattern, made), "citation", 185)
    return made


def _extensions(form: Form, scope: Callable[[], str], back: str) -> list[Extension]:
    if form is Form.INLINE:
        return []
    return [TableExtension(), DefListExtension(), _Footnotes(scope, back)]


class _Footnotes(FootnoteExtension):
    """Footnotes whose ids hold the text's scope, and so differ from those of the other texts on the page."""

    def __init__(self, scope: Callable[[], str], back: str) -> None:
        super().__init__(SEPARATOR="_", BACKLINK_TITLE=back)
        self._scope = scope

    def makeFootnoteId(self, id: str) -> str:
        return f"fn_{self._scope()}_{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:
        return str(self.unique_ref(f"fnref_{self._scope()}_{self._number(id)}", found))

    def _number(self, label: str) -> int:
        """A writer's label may hold what an id may not, so that ids count instead."""
        return list(self.footnotes).index(label) + 1


class _CitationMark(InlineProcessor):
    """`[@source: words]` becomes a mark, for now with what it cites."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002
        return Element("sup", {"source": m["source"], "words": m["words"]}), m.start(), m.end()
