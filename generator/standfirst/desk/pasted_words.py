"""Words as a writer pastes them, found in the copies: with typed marks, broken lines, or the ellipsis of a passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from standfirst.desk.desk import Selection
from standfirst.language.words import fold
from standfirst.model import Origin, Passage
from standfirst.sources.copies import Copy
from standfirst.sources.matching import Stretch, find_passage, words_of
from standfirst.sources.nearest import nearest_wording
from standfirst.sources.paragraph_ends import join_broken_words
from standfirst.sources.passages import named_parts

_PASTED = Origin("", 1, 1)


def find_pasted(words: str, copies: Iterable[Copy]) -> tuple[tuple[Selection, ...], ...]:
    """Return everywhere that words stand: one selection for each paragraph that they run through.

    With an ellipsis they are a passage, unless the source has the same ellipsis.
    """
    return tuple(found for copy in copies for found in _find_in(words, copy))


def _find_in(words: str, copy: Copy) -> Iterator[tuple[Selection, ...]]:
    if len(named_parts(words)) > 1:
        stretch = find_passage(Passage(words, _PASTED), copy)
        if isinstance(stretch, Stretch):
            yield (Selection(copy.source, stretch.paragraph, *words_of(stretch, copy)),)
            return
    index = copy.index
    for reading in dict.fromkeys((words, join_broken_words(words))):
        folded = copy.as_joined(fold(reading))
        count = len(folded.split())
        numbers = [*index.numbers_of(folded)] if folded else []
        yield from (tuple(_by_paragraphs(range(number, number + count), copy)) for number in numbers)
        running_on = None if numbers or not folded else copy.number_running_on(folded)
        if running_on is not None:
            yield tuple(_by_paragraphs(range(running_on, running_on + count), copy))
        if numbers or running_on is not None:
            return


def _by_paragraphs(numbers: range, copy: Copy) -> Iterator[Selection]:
    """Yield words of a copy, by their numbers in all of it, as a selection for each paragraph."""
    index, start = copy.index, numbers.start
    while start < numbers.stop:
        paragraph = index.paragraph_of(start)
        among = index.words_of(paragraph)
        end = min(numbers.stop, among.stop)
        yield Selection(copy.source, paragraph, start - among.start, end - among.start)
        start = end


def nearest_to(words: str, copies: Iterable[Copy]) -> tuple[str, ...]:
    """Return for each copy, of words that stand in none, which of its words are nearest to them, if any are."""
    found = ((copy.source, nearest_wording(fold(words), copy).hint) for copy in copies)
    return tuple(f"in '{source}' {hint}" for source, hint in found if "“" in hint)
