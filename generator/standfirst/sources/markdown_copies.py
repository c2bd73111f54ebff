"""A copy in Markdown as its readers see it: each paragraph, heading, item of a list and cell of a table."""

from __future__ import annotations

import re

from standfirst.model import MarkdownForm
from standfirst.prose.document import document_of
from standfirst.prose.leaves import leaves_of
from standfirst.reading.encoding import text_of
from standfirst.reading.files import CopyFile
from standfirst.sources.copy_text import CopyText

# What a program of notes or sites writes above a text.
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?=[\w-]+:)(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")


def text_of_markdown(file: CopyFile) -> CopyText:
    """Return the text of a copy in Markdown, read as a section is; raise a `SiteError` where it is no text."""
    text = _FRONT_MATTER.sub("", text_of(file.path, file.body))
    return CopyText(tuple(leaf.line.text for leaf in leaves_of(document_of(text, MarkdownForm.BLOCK))))
