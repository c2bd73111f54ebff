"""A copy as text in which all that is cited is marked: what a writer's page shows, and how much of it is cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from standfirst.desk.cited_stretches import CitedStretch
from standfirst.desk.desk import Desk, Selection
from standfirst.draft.sentences import sentences_in
from standfirst.model import Id, LanguageTag
from standfirst.model.frozen_class import frozen

# Where words begin and end in the text of their paragraph.
Span = tuple[int, int]


@frozen
class Note:
    """A stretch that is cited, by its number among those of its copy, with all that cites it."""

    number: int
    span: Span
    cited: tuple[CitedStretch, ...]


@frozen
class Segment:
    """Some of a paragraph's text; `ends` are the numbers of the notes whose stretches end with it."""

    text: str
    is_cited: bool
    ends: tuple[int, ...] = ()


@frozen
class MarkedParagraph:
    """A paragraph in segments, with the notes on them and where its sentences begin and end.

    `page` is the page that it is the first to begin on, if it is.
    """

    number: int
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]
    sentences: tuple[Span, ...]
    page: int | None = None

    @property
    def cited_sentences(self) -> int:
        """How many sentences have a word that is cited."""
        spans = [note.span for note in self.notes]
        return sum(any(start < last and first < end for first, last in spans) for start, end in self.sentences)


@frozen
class MarkedCopy:
    """The copy of a source, marked."""

    source: Id
    language: LanguageTag
    paragraphs: tuple[MarkedParagraph, ...]

    @property
    def sentences(self) -> int:
        return sum(len(paragraph.sentences) for paragraph in self.paragraphs)

    @property
    def cited_sentences(self) -> int:
        return sum(paragraph.cited_sentences for paragraph in self.paragraphs)


def marked_copy(source: Id, desk: Desk, cited: Sequence[CitedStretch]) -> MarkedCopy:
    """Return the copy of a source with all that is `cited` of it marked, in the order of its text."""
    copy, language = desk.copies[source], desk.language_of(source)
    stretches: defaultdict[Selection, list[CitedStretch]] = defaultdict(list)
    for each in cited:
        if each.selection.source == source:
            stretches[each.selection].append(each)
    notes: defaultdict[int, list[Note]] = defaultdict(list)
    for number, selection in enumerate(sorted(stretches, key=_by_end), 1):
        span = copy.characters_of(selection.paragraph, selection.first, selection.end)
        notes[selection.paragraph].append(Note(number, span, tuple(stretches[selection])))
    pages = [copy.page_at(start) for start in copy.starts]
    return MarkedCopy(
        source,
        language,
        tuple(
            MarkedParagraph(
                number,
                tuple(_segments(text, notes[number])),
                tuple(notes[number]),
                tuple(sentences_in(text, language)),
                page if page != before else None,
            )
            for number, (text, page, before) in enumerate(zip(copy.paragraphs, pages, [None, *pages], strict=False), 1)
        ),
    )


def _by_end(selection: Selection) -> tuple[int, int, int]:
    """The order of the numbers that stand behind the stretches."""
    return selection.paragraph, selection.end, -selection.first


def _segments(text: str, notes: Sequence[Note]) -> Iterator[Segment]:
    """Yield a text in parts, each of which is cited or not, up to where a stretch ends."""
    cuts = sorted({0, len(text), *(end for note in notes for end in note.span)})
    pending = ""
    for start, end in pairwise(cuts):
        is_cited = any(note.span[0] <= start and end <= note.span[1] for note in notes)
        ends = tuple(note.number for note in notes if note.span[1] == end)
        pending += text[start:end]
        goes_on = end < len(text) and not ends and is_cited == _is_cited_at(end, notes)
        if not goes_on:
            yield Segment(pending, is_cited, ends)
            pending = ""


def _is_cited_at(place: int, notes: Sequence[Note]) -> bool:
    return any(note.span[0] <= place < note.span[1] for note in notes)
