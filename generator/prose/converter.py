"""The one place where Python-Markdown is set up: what of Markdown our texts know, and what they know besides."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from generator.model import Form
from generator.prose.commonmark.extension import CommonMark
from generator.prose.references import CITATION


def converter(form: Form, scope: Callable[[], str], back: str) -> Markdown:
    """Return what reads texts of a form; `scope` begins the ids of footnotes, and `back` says where their links lead.

    Not for several threads at once, and to be reset before each text.
    """
    made = Markdown(extensions=[CommonMark(scope, back, inline=form is Form.INLINE)], output_format="html")
    made.inlinePatterns.register(_CitationMark(CITATION.pattern, made), "citation", 185)
    return made


class _CitationMark(InlineProcessor):
    """`[@source: words]` becomes a mark, for now with what it cites."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002
        return Element("sup", {"source": m["source"], "words": m["words"]}), m.start(), m.end()
