"""Whether what is cited of a source still stands where it was: against a new reading of it, by the rules of `lock`.

A passage whose first and last words still stand may have other words between. So its whole wording is compared as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from standfirst.language.words import Digest, FoldedWords, fold
from standfirst.model import AlteredPassage, Passage
from standfirst.model.frozen_class import frozen
from standfirst.reading.yaml.nodes import one_line
from standfirst.sources.copies import Copy
from standfirst.sources.lock import passage_key, quotation_key
from standfirst.sources.matching import Stretch, find_passage, find_words, words_of
from standfirst.sources.nearest import nearest_words
from standfirst.sources.passages import shorten_words, wording_of
from standfirst.sources.wordings import KnownWording, wording_at


@frozen(kw_only=True)
class CitedWords:
    """What is cited of one source: its passages, and words quoted from one of these, or with None from anywhere.

    `known` are wordings of passages by their keys, as far as there was something to take them from. With `has_pages`
    they were taken from a document with pages.
    """

    passages: tuple[Passage, ...]
    quotations: tuple[tuple[str, Passage | None], ...]
    known: Mapping[Digest, KnownWording]
    has_pages: bool = False


@frozen
class Comparison:
    """What stands no longer as it did, and the wordings of passages with which the next reading is compared."""

    altered: tuple[AlteredPassage, ...]
    wordings: tuple[tuple[Digest, Digest], ...]


def compare(cited: CitedWords, readings: Sequence[Copy]) -> Comparison:
    """Compare what is cited with new readings of a source, of which the first is the most like a copy of it."""
    altered: dict[Digest, AlteredPassage] = {}
    wordings: dict[Digest, Digest] = {key: each.digest for key, each in cited.known.items()}
    stretches: dict[Digest, list[tuple[Stretch, Copy]]] = {}
    for passage in cited.passages:
        key = passage_key(passage)
        stretches[key] = found = list(_stretches(passage, cited.known.get(key), readings))
        if found:
            wordings.setdefault(key, wording_at(*found[0]).digest)
        else:
            altered[key] = _altered(passage, cited.known.get(key), readings)
    for words, within in cited.quotations:
        key = passage_key(within) if within else quotation_key(words, None)
        if key not in altered and not _is_quoted(words, stretches[key] if within else None, readings):
            now = one_line(nearest_words(fold(words), readings[0]))
            altered[key] = AlteredPassage(key, shorten_words(words), now, gone=within is None)
    return Comparison(tuple(sorted(altered.values(), key=lambda each: each.key)), tuple(sorted(wordings.items())))


def _stretches(
    passage: Passage, known: KnownWording | None, readings: Sequence[Copy]
) -> Iterator[tuple[Stretch, Copy]]:
    """Yield where a passage stands as it is known, in each reading and then across the ends of its paragraphs.

    Where its wording is not known, only one that is named by all of its words may run over the end of a paragraph.
    """
    is_whole = known is not None or len(wording_of(passage).parts) == 1
    in_one = map(_in_one_paragraph, readings) if is_whole else ()
    for copy in (*readings, *in_one):
        stretch = find_passage(passage, copy)
        if isinstance(stretch, Stretch) and (known is None or wording_at(stretch, copy).digest == known.digest):
            yield stretch, copy


def _in_one_paragraph(copy: Copy) -> Copy:
    """A reading whose paragraphs are not told apart: where they end, a page may change and its words not."""
    text = " ".join(copy.text.split())
    return replace(copy, paragraphs=(" ".join(copy.paragraphs),), text=f" {text} ", page_starts=())


def _altered(passage: Passage, known: KnownWording | None, readings: Sequence[Copy]) -> AlteredPassage:
    """What there is to say of a passage that does not stand as it did."""
    key, words = passage_key(passage), shorten_words(passage.words)
    for copy in readings:
        stretch = find_passage(passage, copy)
        if isinstance(stretch, Stretch):
            printed = copy.printed(stretch.paragraph, *words_of(stretch, copy))
            now = nearest_words(known.words, copy) if known and known.words else shorten_words(printed)
            return AlteredPassage(key, words, one_line(now), gone=False)
    copy = readings[0]
    parts = map(copy.as_joined, wording_of(passage).parts)
    # The longest of what is missing tells most.
    missing = max((part for part in parts if next(copy.places(part), None) is None), key=len, default=FoldedWords(""))
    sought = known.words if known and known.words else missing
    return AlteredPassage(key, words, one_line(nearest_words(sought, copy)) if sought else "", gone=True)


def _is_quoted(words: str, within: list[tuple[Stretch, Copy]] | None, readings: Sequence[Copy]) -> bool:
    """Whether quoted words stand in the passage that they were quoted from, or else anywhere."""
    if within is not None:
        return any(find_words(words, copy, stretch) is not None for stretch, copy in within)
    return any(find_words(words, copy) is not None for copy in readings)
