"""A text by its paragraphs, as its readers see them: for rules about what stands together, and about what is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from generator.model import Citation, FactId, Origin, Prose
from generator.prose.plain import plain_text
from generator.prose.references import CITATION, LINK, without_code

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_QUOTATION = re.compile(
    r"“(?P<q1>[^“”]*)”|„(?P<q2>[^„“”]*)[“”]|«(?P<q3>[^«»]*)»|»(?P<q4>[^«»]*)«"
    r"|「(?P<q5>[^「」]*)」|『(?P<q6>[^『』]*)』|\"(?P<q7>[^\"]*)\""
)
_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its marks: what its readers see, what it cites, and the facts that it links to."""

    text: str
    citations: tuple[Citation, ...]
    facts: frozenset[FactId]


def paragraphs(prose: Prose) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text in order; code is left out, and links without a text."""
    return tuple(_paragraphs(prose))


def quoted_in(text: str) -> tuple[str, ...]:
    """Return what stands between double quotation marks, without the marks."""
    return tuple(next(filter(None, found.groups()), "") for found in _QUOTATION.finditer(text))


def outside_quotations(text: str) -> tuple[str, ...]:
    """Return the parts of a text between its quotations."""
    return tuple(_QUOTATION.sub("\0", text).split("\0"))


def origin_within(prose: Prose, words: str) -> Origin:
    """Return where words of a text stand in its file, or where the text begins if marks stand between them."""
    sought = r"[\W_]+".join(re.escape(word) for word in _WORD.findall(words))
    found = re.search(sought, prose.written, re.IGNORECASE) if sought else None
    if not found:
        return prose.origin
    path, line, column = prose.origin
    before = prose.written[: found.start()]
    lines = before.count("\n")
    return Origin(path, line + lines, len(before) - before.rfind("\n") if lines else column + len(before))


def _paragraphs(prose: Prose) -> Iterator[Paragraph]:
    readable = without_code(prose.markdown)
    # The scan has found the same citations in the same order.
    citations = iter(prose.citations)
    mentioned = {str(mention.reference.to): mention.reference.to for mention in prose.mentions}
    for found in _PARAGRAPH.finditer(readable):
        targets = (link["target"].strip("<>") for link in LINK.finditer(found[0]))
        yield Paragraph(
            text=plain_text(replace(prose, markdown=found[0]), lambda _fact: ""),
            citations=tuple(next(citations) for _ in CITATION.finditer(found[0])),
            facts=frozenset(mentioned[target] for target in targets if target in mentioned),
        )
