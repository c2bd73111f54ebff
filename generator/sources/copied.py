"""Copied prose: words of a source in the writer's own text, outside quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, compress

from generator.characters import normal
from generator.errors import Problem, Severity
from generator.memory import Memory
from generator.model import Actor, Content, Fact, Form, Origin, Prose, Term
from generator.prose.paragraphs import origin_within, paragraphs
from generator.prose.quotations import followers, outside_quotations, quoted_spans
from generator.site import Holder, prose_in
from generator.sources.cited import Linked, labels_of, linked_by, names_of
from generator.sources.copies import Copy
from generator.sources.words import Word, fold, words_in

# Of a run of more words than this, a message shows some of the first and some of the last.
_MANY_WORDS = 30
_FIRST_WORDS, _LAST_WORDS = 20, 8
# Marks around fewer words than these end no run: two of them are no excuse for the ten around.
_FEWEST_QUOTED = 3


@dataclass(frozen=True, slots=True)
class _Text:
    """A stretch of the writer's own words; of plain texts there is only the origin."""

    text: str
    words: tuple[Word, ...]
    place: Prose | Origin
    start: int = 0

    @property
    def plain(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.text for word in self.words)

    def written(self, first: int, end: int) -> str:
        """Return some of the words as they are written."""
        return self.text[self.words[first].start : self.words[end - 1].end]

    def quoted(self) -> list[bool]:
        """Tell of each word whether it stands in quotation marks."""
        spans = quoted_spans(self.text)
        return [any(start <= word.start < end for start, end in spans) for word in self.words]

    def origin_of(self, first: int, end: int) -> Origin:
        """Return where some of the words stand."""
        if isinstance(self.place, Prose):
            return origin_within(self.place, self.written(first, end), self.start)
        return self.place


def copied_prose(
    holders: Sequence[Holder], content: Content, copies: Sequence[Copy], memory: Memory
) -> Iterator[Problem]:
    """Every run of words in the texts of some facts and sections that stands in a source as well.

    A run counts from `copied_words` of site.yaml on; words of the names of actors and terms in it do not count, nor do
    the one or two words that may stand in quotation marks within it.
    """
    if not copies:
        return
    fewest = content.explainer.copied_words
    texts = tuple(memory.flat_map(_own_words, holders, linked_by(holders, content, memory)))
    anywhere = memory.latest(_digests, copies, fewest)
    suspects = tuple(compress(texts, memory.map(_shares, texts, given=(anywhere, fewest))))
    if not suspects:
        return
    runs = frozenset(run for text in suspects for run in _runs(text.plain, fewest))
    names = memory.latest(_Names, frozenset(memory.flat_map(_spellings, content.facts)))
    for copy, shared in zip(copies, memory.map(_runs_in, copies, given=(fewest, runs)), strict=True):
        for text in suspects if shared else ():
            yield from _copied(text, shared, copy, fewest, names)


def _own_words(holder: Holder, linked: Linked) -> Iterator[_Text]:
    names = names_of(linked)
    for prose in prose_in(holder):
        found = paragraphs(prose, names)
        for paragraph, follows in zip(found, followers(each.text for each in found), strict=True):
            yield from _split(paragraph.text, prose, paragraph.start, follows)
    for label, origin in labels_of(holder):
        yield from _split(label, origin)


def _split(text: str, place: Prose | Origin, start: int = 0, follows: str = "") -> Iterator[_Text]:
    for part in map(normal, outside_quotations(text, _FEWEST_QUOTED, follows)):
        yield _Text(part, words_in(part), place, start)


Run = tuple[str, ...]


def _runs(words: Sequence[str], length: int) -> Iterator[Run]:
    return zip(*(words[start:] for start in range(length)), strict=False)


def _digests(copies: Sequence[Copy], length: int) -> frozenset[int]:
    """What tells of nearly every run of words whether it stands in any of the copies."""
    paragraphs_of_all = chain.from_iterable(copy.text.split("\n") for copy in copies)
    return frozenset(hash(run) for paragraph in paragraphs_of_all for run in _runs(paragraph.split(), length))


def _shares(text: _Text, digests: frozenset[int], length: int) -> bool:
    return not digests.isdisjoint(map(hash, _runs(text.plain, length)))


def _runs_in(copy: Copy, length: int, runs: frozenset[Run]) -> dict[Run, list[int]]:
    """Which of the runs stand in a copy, and the offsets behind them.

    One pass over the words of the copy, which looks closer only where as many as make a run are known.
    """
    known = {word for run in runs for word in run}
    found: dict[Run, list[int]] = {}
    behind = 0
    for paragraph in copy.text.split("\n") if runs else ():
        words = paragraph.split()
        in_a_row = 0
        for end, word in enumerate(words, start=1):
            behind += 1 + len(word)
            in_a_row = in_a_row + 1 if word in known else 0
            if in_a_row >= length and (run := tuple(words[end - length : end])) in runs:
                found.setdefault(run, []).append(behind)
        # The space behind its last word, and the line break.
        behind += 2
    return found


def _copied(text: _Text, shared: Mapping[Run, list[int]], copy: Copy, fewest: int, names: _Names) -> Iterator[Problem]:
    """The longest runs of a text that stand in a copy, one after the other."""
    plain = text.plain
    left_out = [in_name or quoted for in_name, quoted in zip(names.within(plain), text.quoted(), strict=True)]
    start = 0
    while start + fewest <= len(plain):
        places = shared.get(tuple(plain[start : start + fewest]), [])
        end = start + fewest + _further(plain[start + fewest :], places, copy) if places else start
        if left_out[start:end].count(False) >= fewest:
            yield _problem(text, start, end, copy)
            # What begins within this run is reported with it.
            start = end
        else:
            start += 1


def _further(words: Sequence[str], places: Sequence[int], copy: Copy) -> int:
    """How many of the words follow in a copy behind one of the places."""
    count = 0
    for count, word in enumerate(words):
        places = [place + 1 + len(word) for place in places if copy.text.startswith(f" {word} ", place)]
        if not places:
            return count
    return len(words)


def _problem(text: _Text, start: int, end: int, copy: Copy) -> Problem:
    message = f"{end - start} words in a row stand in '{copy.source}' as well: “{_shown(text, start, end)}”"
    # One sentence that defines or asks may hardly be put in other words; a text can always be.
    in_blocks = isinstance(text.place, Prose) and text.place.form is Form.BLOCK
    severity = Severity.ERROR if in_blocks else Severity.WARNING
    return Problem(text.origin_of(start, end), message, "say it in your own words, or quote it", severity)


def _shown(text: _Text, start: int, end: int) -> str:
    """The run as a message shows it: of many words, the first and the last."""
    if end - start <= _MANY_WORDS:
        return text.written(start, end)
    return f"{text.written(start, start + _FIRST_WORDS)} … {text.written(end - _LAST_WORDS, end)}"


class _Names:
    """The names of actors and terms, to be found in folded words."""

    def __init__(self, spellings: frozenset[Run]) -> None:
        self._by_first_word: dict[str, list[Run]] = {}
        for spelling in sorted(spellings, key=lambda spelling: (-len(spelling), spelling)):
            self._by_first_word.setdefault(spelling[0].removesuffix("'s"), []).append(spelling)

    def within(self, words: Sequence[str]) -> list[bool]:
        """Tell of each word whether it is part of a name."""
        part = [False] * len(words)
        for start in range(len(words)):
            for spelling in self._by_first_word.get(words[start].removesuffix("'s"), ()):
                end = start + len(spelling)
                if _is_name(words[start:end], spelling):
                    part[start:end] = [True] * len(spelling)
                    break
        return part


def _spellings(fact: Fact) -> Iterator[Run]:
    """The names of an actor or a term as they are compared; one without words is none."""
    return filter(None, (tuple(fold(name).split()) for name in _names_of(fact)))


def _names_of(fact: Fact) -> tuple[str, ...]:
    match fact:
        case Actor():
            return (fact.name, *fact.aliases, *([fact.native_name.text] if fact.native_name else ()))
        case Term():
            return (fact.name, *fact.aliases)
        case _:
            return ()


def _is_name(words: Sequence[str], spelling: Run) -> bool:
    """Whether words are a name, or its possessive."""
    *first, last = words
    return (*first, last) == spelling or (*first, last.removesuffix("'s")) == spelling
