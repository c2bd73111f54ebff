"""A copy in plain text."""

from __future__ import annotations

from itertools import chain

from standfirst.language.words import fold
from standfirst.model import ParagraphEnd
from standfirst.reading.encoding import text_of
from standfirst.reading.files import CopyFile
from standfirst.sources.copy_text import CopyText
from standfirst.sources.paragraph_ends import broken_words, join_broken_words, paragraphs_in


def text_of_plain_text(file: CopyFile, paragraph_end: ParagraphEnd | None) -> CopyText:
    """Return the text of a copy whose paragraphs end so, or raise a `SiteError` where it is no text."""
    broken = tuple(paragraphs_in(text_of(file.path, file.body), paragraph_end))
    rejoined = frozenset((fold(before), fold(behind)) for before, behind in chain(*map(broken_words, broken)))
    return CopyText(tuple(map(join_broken_words, broken)), rejoined)
