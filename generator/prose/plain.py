"""Markdown as plain text, for titles, descriptions and link texts."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from generator.model import FactId, Form, Id, Prose
from generator.prose.references import CITATION, KINDS, LINK, without_code

# What Markdown does not show; of an escape it shows the character, and an asterisk that stands alone it leaves.
_MARKS = re.compile(
    r"\\([!-/:-@\[-`{-~])|(?<!\s)\*{1,3}|\*{1,3}(?!\s)|`+|(?<!\w)_{1,3}|_{1,3}(?!\w)|\[\^[^\]]*\]:?", re.ASCII
)
# What makes a line a heading, a quotation or an item of a list, and what draws a table.
_MARKS_OF_BLOCKS = re.compile(r"^[-|: \t]*-[-|: \t]*$|^[ \t]*(?:#{1,6}|[>*+-])[ \t]+|(?<!\S)\||\|(?!\S)", re.MULTILINE)


def plain_text(prose: Prose, written: Callable[[FactId], str]) -> str:
    """Return the words that a reader of the rendered text sees, in one line.

    `written` gives what an empty link to a fact writes.
    """
    text = _MARKS_OF_BLOCKS.sub(" ", prose.markdown) if prose.form is Form.BLOCK else prose.markdown
    readable = without_code(text)
    found = sorted((*CITATION.finditer(readable), *LINK.finditer(readable)), key=lambda each: each.start())
    words, at = [], 0
    for each in found:
        if each.start() >= at:
            before = _unmarked(text[at : each.start()])
            # The space before a citation goes with it, unless that would join two words.
            goes = each.re is CITATION and not text[each.end() : each.end() + 1].isalnum()
            words += [before.rstrip() if goes else before, _shown(each, text, written)]
            at = each.end()
    return " ".join("".join([*words, _unmarked(text[at:])]).split())


def _shown(found: re.Match[str], text: str, written: Callable[[FactId], str]) -> str:
    """What a link or image shows; a citation shows nothing."""
    if found.re is CITATION:
        return ""
    if found["text"] or found["bang"]:
        return _unmarked(text[slice(*found.span("text"))])
    kind, _, name = found["target"].strip("<>").partition(":")
    return written(FactId(KINDS[kind], Id(name))) if kind in KINDS else ""


def _unmarked(text: str) -> str:
    return html.unescape(_MARKS.sub(lambda mark: mark[1] or "", text))
