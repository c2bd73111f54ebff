"""A text by its paragraphs, as its readers see them: for rules about what stands together, and about what is quoted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import regex

from generator.model import Citation, FactId, Id, Origin, Prose
from generator.prose.plain import plain_text
from generator.prose.references import CITATION, KINDS, LINK, without_code

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
# What may stand between two words of a text and shows no word: the target of a link, a citation, a note, an entity.
_BETWEEN = r"(?>\]\([^()]*\)|\[@[^\[\]]*\]|\[\^[^\[\]]*\]|&\#?\w+;|[\W_])++"
# No letter stands on both sides of this; and an opening mark of a quotation stands before this.
_APART = r"(?:(?<![\p{L}\p{M}\p{Nd}])|(?![\p{L}\p{M}\p{Nd}]))"
_QUOTED = r"(?<=(?:[“„”«»「『\"‘’‚‹›'＂]|&\#?\w+;)[\W_]*)"
# By so many of its first words a stretch is found.
_ENOUGH_WORDS = 12
_NOTE = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\n]+)\](?!:)")
_NOTE_BELOW = re.compile(r"^ {0,3}\[\^(?P<label>[^\]\n]+)\]:(?P<text>.*(?:\n(?! {0,3}\[\^|\s*\n).*)*)", re.MULTILINE)
_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}]+")
_FACT = re.compile(rf"\b({'|'.join(KINDS)}):([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its marks: what its readers see, what it cites, and the facts that it links to.

    What its footnotes cite it cites as well. `start` is its offset in the Markdown of its text.
    """

    text: str
    citations: tuple[Citation, ...]
    facts: frozenset[FactId]
    start: int


def paragraphs(prose: Prose, names: Mapping[FactId, str] = MappingProxyType({})) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text in order; an empty link writes what `names` calls its fact, or nothing."""
    return tuple(_paragraphs(prose, names))


def may_name(prose: Prose) -> tuple[FactId, ...]:
    """Return every fact whose name `paragraphs` may ask for, and those that stand in code or in links with a text."""
    return tuple(FactId(KINDS[kind], Id(name)) for kind, name in _FACT.findall(prose.markdown))


def origin_within(prose: Prose, words: str, start: int = 0, *, quoted: bool = False) -> Origin:
    """Return where words of a text, from an offset into its Markdown on, stand in its file; `quoted`, after a mark.

    It is where the text begins if they are written there in another way than readers see them.
    """
    first_words = _WORD.findall(words)[:_ENOUGH_WORDS]
    before = _QUOTED if quoted else _APART
    sought = regex.compile(before + _BETWEEN.join(map(regex.escape, first_words)) + _APART, regex.IGNORECASE)
    # In the file the text may be indented and escaped, so that its offsets are others; but the order is the same.
    earlier = sum(1 for _ in sought.finditer(prose.markdown, 0, start)) if start else 0
    found = next(itertools.islice(sought.finditer(prose.written), earlier, None), None)
    if not found or not found[0]:
        return prose.origin
    path, line, column = prose.origin
    before = prose.written[: found.start()]
    lines = before.count("\n")
    return Origin(path, line + lines, len(before) - before.rfind("\n") if lines else column + len(before))


def _paragraphs(prose: Prose, names: Mapping[FactId, str]) -> Iterator[Paragraph]:
    readable = without_code(prose.markdown)
    # The scan has found the same citations in the same order.
    places = (written.start() for written in CITATION.finditer(readable))
    citations = tuple(zip(places, prose.citations, strict=True)) if prose.citations else ()
    notes = dict(_notes(readable, citations))
    mentioned = {str(mention.reference.to): mention.reference.to for mention in prose.mentions}
    for found in _PARAGRAPH.finditer(prose.markdown):
        start, end = found.span()
        targets = (link["target"].strip("<>") for link in LINK.finditer(readable, start, end))
        in_notes = (notes.get(mark["label"], ()) for mark in _NOTE.finditer(readable, start, end))
        yield Paragraph(
            text=plain_text(replace(prose, markdown=found[0]), lambda fact: names.get(fact, "")),
            citations=(*_within(start, end, citations), *itertools.chain.from_iterable(in_notes)),
            facts=frozenset(mentioned[target] for target in targets if target in mentioned),
            start=start,
        )


Cited = tuple[tuple[int, Citation], ...]


def _notes(text: str, citations: Cited) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    """The labels of the footnotes of a text, and what each cites."""
    for note in _NOTE_BELOW.finditer(text) if citations else ():
        yield note["label"], _within(*note.span(), citations)


def _within(start: int, end: int, citations: Cited) -> tuple[Citation, ...]:
    return tuple(citation for place, citation in citations if start <= place < end)
