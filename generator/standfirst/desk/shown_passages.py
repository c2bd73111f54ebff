"""Cited passages as they stand in their source: all their words, with the rest of their sentences around them."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.desk.desk import Desk
from standfirst.draft.sentences import sentences_in
from standfirst.model import Fact, Id, LanguageTag, Passage
from standfirst.model.frozen_class import frozen
from standfirst.prose.fact_names import text_for_writers
from standfirst.sources.citations import CitedPassage, passages_of
from standfirst.sources.copies import Copy
from standfirst.sources.lock import Lock, PassagePlace, passage_key
from standfirst.sources.matching import Stretch, find_passage, words_of
from standfirst.sources.wordings import named_wording


@frozen
class ShownPassage:
    """A passage that a fact cites, in words of its source between `before` and `after`, which are not cited.

    `where` says in which source it stands, and where there; `remark` what is not shown of it, or why it is not found.
    """

    source: Id
    language: LanguageTag
    where: str
    words: str
    before: str = ""
    after: str = ""
    remark: str = ""
    is_found: bool = True


def shown_passages(fact: Fact, desk: Desk, lock: Lock) -> tuple[ShownPassage, ...]:
    """Return what a fact cites, each passage once, in the order in which it is written."""
    cited = {(each.source, passage_key(each.passage)): each for each in reversed([*passages_of(fact)])}
    return tuple(_shown(each, desk, lock) for each in reversed(cited.values()))


def _shown(cited: CitedPassage, desk: Desk, lock: Lock) -> ShownPassage:
    copy = desk.copies.get(cited.source)
    locked = lock.sources.get(cited.source)
    place = locked.passages.get(passage_key(cited.passage)) if locked else None
    called, language = _called(cited.source, desk), desk.language_of(cited.source)
    if place is None:
        remark = "it was not found: `check` says why"
        return ShownPassage(cited.source, language, called, cited.passage.words, remark=remark, is_found=False)
    where = f"{called}, paragraph {place.paragraph}" + (f", page {place.page}" if place.page else "")
    if copy and isinstance(stretch := find_passage(cited.passage, copy), Stretch):
        return ShownPassage(cited.source, language, where, *_in_sentences(stretch, copy, desk))
    return ShownPassage(cited.source, language, where, *_without_copy(cited.passage, place))


def _without_copy(passage: Passage, place: PassagePlace) -> tuple[str, str, str, str]:
    """The words that are known, and what is to be said of them."""
    if place.words:
        return place.words, "", "", "there is no copy of this source here: what is around it is not shown"
    if named_wording(passage):
        return passage.words, "", "", "there is no copy of this source here: what is around it is not shown"
    return passage.words, "", "", "there is no copy of this source here: these are only its first and last words"


def _called(source: Id, desk: Desk) -> str:
    record = desk.sources.get(source)
    title = text_for_writers(record) if record else ""
    return f"{source}: {title}" if title else str(source)


def _in_sentences(stretch: Stretch, copy: Copy, desk: Desk) -> tuple[str, str, str]:
    """The words of a stretch as they are printed, and what stands before and after it in its sentences."""
    text = copy.paragraphs[stretch.paragraph - 1]
    start, end = copy.characters_of(stretch.paragraph, *words_of(stretch, copy))
    first, last = start, end
    for begins, ends in _touched(text, start, end, desk.language_of(copy.source)):
        first, last = min(first, begins), max(last, ends)
    return text[start:end], text[first:start], text[end:last]


def _touched(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    return ((first, last) for first, last in sentences_in(text, language) if first < end and start < last)
