"""Copied prose: words of a source in the writer's own text, outside quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.errors import Problem, Severity
from generator.model import Actor, Content, Form, Origin, Prose, Term
from generator.prose.paragraphs import origin_within, outside_quotations, paragraphs
from generator.sources.cited import Holder, labels_of, texts_of
from generator.sources.copies import Copy
from generator.sources.words import Word, fold, words_in


@dataclass(frozen=True, slots=True)
class _Text:
    """A stretch of the writer's own words; of plain texts there is only the origin."""

    text: str
    words: tuple[Word, ...]
    place: Prose | Origin


def copied_prose(holders: Iterable[Holder], content: Content, copies: Sequence[Copy]) -> Iterator[Problem]:
    """Every run of words in the texts of some facts and sections that stands in a source as well.

    A run counts from `copied_words` of site.yaml on; words of the names of actors and terms in it do not count.
    """
    fewest = content.explainer.copied_words
    texts = [text for holder in holders for text in _own_words(holder) if len(text.words) >= fewest]
    names = _Names(content)
    for copy in copies:
        shared = _runs_in(copy, fewest, {run for text in texts for run in _runs(text.words, fewest)})
        for text in texts if shared else ():
            yield from _copied(text, shared, copy, fewest, names)


def _own_words(holder: Holder) -> Iterator[_Text]:
    for prose in texts_of(holder):
        for paragraph in paragraphs(prose):
            yield from _split(paragraph.text, prose)
    for label, origin in labels_of(holder):
        yield from _split(label, origin)


def _split(text: str, place: Prose | Origin) -> Iterator[_Text]:
    for part in outside_quotations(text):
        yield _Text(part, words_in(part), place)


Run = tuple[str, ...]


def _runs(words: Sequence[Word], length: int) -> Iterator[Run]:
    plain = [word.text for word in words]
    return (tuple(plain[start : start + length]) for start in range(len(plain) - length + 1))


def _runs_in(copy: Copy, length: int, runs: set[Run]) -> set[Run]:
    """Which of the runs stand in a copy: one pass over its words, which looks closer only where all are known."""
    known = {word for run in runs for word in run}
    found: set[Run] = set()
    for paragraph in copy.text.split("\n") if runs else ():
        words = paragraph.split()
        in_a_row = 0
        for end, word in enumerate(words, start=1):
            in_a_row = in_a_row + 1 if word in known else 0
            if in_a_row >= length and (run := tuple(words[end - length : end])) in runs:
                found.add(run)
    return found


def _copied(text: _Text, shared: set[Run], copy: Copy, fewest: int, names: _Names) -> Iterator[Problem]:
    """The longest runs of a text that stand in a copy, one after the other."""
    plain = [word.text for word in text.words]
    in_names = names.within(plain)
    start = 0
    while start + fewest <= len(plain):
        if tuple(plain[start : start + fewest]) not in shared:
            start += 1
            continue
        end = start + fewest
        while end < len(plain) and f" {' '.join(plain[start : end + 1])} " in copy.text:
            end += 1
        if sum(not in_name for in_name in in_names[start:end]) >= fewest:
            yield _problem(text, start, end, copy)
            # What begins within this run is reported with it.
            start = end
        else:
            start += 1


def _problem(text: _Text, start: int, end: int, copy: Copy) -> Problem:
    run = text.text[text.words[start].start : text.words[end - 1].end]
    origin = origin_within(text.place, run) if isinstance(text.place, Prose) else text.place
    message = f"{end - start} words in a row stand in '{copy.source}' as well: “{run}”"
    # One sentence that defines or asks may hardly be put in other words; a text can always be.
    in_blocks = isinstance(text.place, Prose) and text.place.form is Form.BLOCK
    severity = Severity.ERROR if in_blocks else Severity.WARNING
    return Problem(origin, message, "say it in your own words, or quote it", severity)


class _Names:
    """The names of actors and terms, to be found in folded words."""

    def __init__(self, content: Content) -> None:
        named = [fact for fact in content.facts if isinstance(fact, Actor | Term)]
        spellings = {tuple(fold(name).split()) for fact in named for name in (fact.name, *fact.aliases)} - {()}
        self._by_first_word: dict[str, list[Run]] = {}
        for spelling in sorted(spellings, key=lambda spelling: (-len(spelling), spelling)):
            self._by_first_word.setdefault(spelling[0], []).append(spelling)

    def within(self, words: Sequence[str]) -> list[bool]:
        """Tell of each word whether it is part of a name."""
        part = [False] * len(words)
        for start in range(len(words)):
            for spelling in self._by_first_word.get(words[start].removesuffix("'s"), ()):
                end = start + len(spelling)
                if _is_name([*words[start:end]], spelling):
                    part[start:end] = [True] * len(spelling)
                    break
        return part


def _is_name(words: Sequence[str], spelling: Run) -> bool:
    """Whether words are a name, or its possessive."""
    *first, last = words
    return (*first, last) == spelling or (*first, last.removesuffix("'s")) == spelling
