"""Copied prose: words of a source in the writer's own text, outside quotation marks."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, chain, compress

from standfirst.cache import cached_latest, cached_per_item
from standfirst.language import dates, numbers
from standfirst.language.characters import normal
from standfirst.language.words import WEIGHT, PlacedWord, fold, placed_words, weight
from standfirst.model import Content, Fact, FactId, Kind, LanguageTag, MarkdownForm, Origin, Prose
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import Holder, prose_in
from standfirst.problems.errors import Problem, Severity
from standfirst.prose.fact_names import all_names
from standfirst.prose.paragraphs import origin_of_words, paragraphs
from standfirst.prose.quotations import following_texts, outside_quotations, quoted_spans
from standfirst.sources.citations import LinkedFacts, labels_of, link_texts, linked_facts
from standfirst.sources.copies import Copy
from standfirst.sources.shared_runs import MOST_HASHED, longest_run, places_in, run_hashes, windows

# Of a run of more words than this, a message shows some of the first and some of the last.
_MANY_WORDS = 30
_FIRST_WORDS, _LAST_WORDS = 20, 8
# Marks around fewer words than these do not end a run: two words in marks are no excuse for the ten around them.
_FEWEST_QUOTED = 3
# The kinds of fact to whose date a link can be bound; the most words of a number with its unit and qualifier.
_DATED = frozenset({Kind.EVENT, Kind.QUOTE, Kind.CLAIM})
_MOST_IN_A_FIGURE = 6
WordRun = tuple[str, ...]


@frozen
class _WriterText:
    """A stretch of the writer's own words; of plain texts there is only the origin.

    `linked` is what the facts say that the texts of its holder link to.
    """

    text: str
    place: Prose | Origin
    linked: LinkedFacts
    start: int = 0


@frozen
class _Suspect:
    """A text, in normal form, that shares some words in a row with a source, word by word.

    `bound` are the dates and numbers that its links bind to facts, as they are compared.
    """

    own: _WriterText
    words: tuple[PlacedWord, ...]
    bound: frozenset[WordRun]

    @property
    def plain(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.text for word in self.words)

    def written(self, first: int, end: int) -> str:
        """Return some of the words as they are written."""
        return self.own.text[self.words[first].start : self.words[end - 1].end]

    def quoted(self) -> list[bool]:
        """Tell of each word whether it stands in quotation marks."""
        spans = quoted_spans(self.own.text)
        starts = [start for start, _ in spans]
        before = (bisect.bisect_right(starts, word.start) - 1 for word in self.words)
        return [at >= 0 and word.start < spans[at][1] for at, word in zip(before, self.words, strict=True)]

    def origin_of(self, first: int, end: int) -> Origin:
        """Return where some of the words stand."""
        place = self.own.place
        if isinstance(place, Prose):
            return origin_of_words(place, self.written(first, end), self.own.start)
        return place


def copied_prose(holders: Sequence[Holder], content: Content, copies: Sequence[Copy]) -> Iterator[Problem]:
    """Every run of words in the texts of some facts and sections that stands in a source as well.

    A run counts from `copied_words` of site.yaml on; words of the names of actors and terms in it do not count, nor do
    those of a date or a number that a link binds to a fact, and the one or two that may stand in quotation marks within
    it. Characters of scripts without spaces count as `weight` has it.
    """
    fewest = content.explainer.copied_words
    if not copies or not fewest:
        return
    texts = tuple(_own_words.flat_map(holders, linked_facts(holders, content)))
    # Few texts share words with a source: only theirs are placed, weighed and looked up one by one.
    shared = compress(texts, _may_share.map(texts, given=(_words_in(copies), _runs_in(copies, fewest), fewest)))
    suspects = _suspect.map(tuple(shared), given=(content.explainer.language,))
    if not suspects:
        return
    heavy = fewest * WEIGHT
    digests = frozenset(window.digest for text in suspects for window in windows(text.plain, heavy))
    names = _all_names(frozenset(_spellings.flat_map(content.facts)))
    for copy, places in zip(copies, places_in.map(copies, given=(heavy, digests)), strict=True):
        for text in suspects if places else ():
            yield from _copied(text, places, copy, heavy, names)


@cached_per_item
def _own_words(holder: Holder, linked: LinkedFacts) -> Iterator[_WriterText]:
    names = link_texts(linked)
    for prose in prose_in(holder):
        found = paragraphs(prose, names)
        for paragraph, follows in zip(found, following_texts(each.text for each in found), strict=True):
            if not paragraph.quotation:
                for part in outside_quotations(paragraph.text, _FEWEST_QUOTED, follows):
                    yield _WriterText(part, prose, linked, paragraph.start)
    for label, origin in labels_of(holder):
        for part in outside_quotations(label, _FEWEST_QUOTED):
            yield _WriterText(part, origin, linked)


@cached_latest
def _words_in(copies: Sequence[Copy]) -> frozenset[str]:
    return frozenset(chain.from_iterable(copy.index.places for copy in copies))


@cached_latest
def _runs_in(copies: Sequence[Copy], fewest: int) -> frozenset[int]:
    """What tells of each run of a few words whether it may stand in any of the copies."""
    return frozenset(chain.from_iterable(run_hashes(copy.index.words, fewest) for copy in copies))


@cached_per_item
def _may_share(own: _WriterText, known: frozenset[str], runs: frozenset[int], fewest: int) -> bool:
    words = fold(own.text).split()
    # To look up words takes a third of the time that it takes to look up runs of them.
    has_known_run = bytes([True] * min(fewest, MOST_HASHED)) in bytes(map(known.__contains__, words))
    return has_known_run and not runs.isdisjoint(run_hashes(words, fewest))


@cached_per_item
def _suspect(own: _WriterText, language: LanguageTag) -> _Suspect:
    bound = _bound(own.place, link_texts(own.linked), language) if isinstance(own.place, Prose) else ()
    text = normal(own.text)
    return _Suspect(replace(own, text=text), placed_words(text), frozenset(bound))


def _bound(prose: Prose, names: Mapping[FactId, str], language: LanguageTag) -> Iterator[WordRun]:
    """Yield the dates and the numbers that links show: there is one way to say them, and the fact says it."""
    for mention in prose.mentions:
        fact, text = mention.reference.to, mention.text or names.get(mention.reference.to, "")
        if fact.kind in _DATED and dates.read_whole_text(text, language):
            yield tuple(fold(text).split())
        elif fact.kind is Kind.FIGURE and numbers.numbers_in(text, language):
            run = tuple(fold(text).split())
            yield run if len(run) <= _MOST_IN_A_FIGURE else ()


def _copied(
    text: _Suspect, places: Mapping[int, list[int]], copy: Copy, heavy: int, names: _NameRuns
) -> Iterator[Problem]:
    """The longest runs of a text that stand in a copy, one after the other."""
    plain = text.plain
    left_out = map(any, zip(names.within(plain), _NameRuns(text.bound).within(plain), text.quoted(), strict=True))
    weights = (0 if out else weight(word) for word, out in zip(plain, left_out, strict=True))
    behind = list(accumulate(weights, initial=0))
    start = reached = 0
    for window in windows(plain, heavy):
        # It begins within a run that is reported, or ends within one of which too few words count.
        if window.start < start or window.end <= reached:
            continue
        end = longest_run(plain, window, places, copy)
        if behind[end] - behind[window.start] >= heavy:
            yield _problem(text, window.start, end, copy)
            start = end
        else:
            reached = end


def _problem(text: _Suspect, start: int, end: int, copy: Copy) -> Problem:
    run = text.plain[start:end]
    weights = [weighs for weighs in map(weight, run) if weighs]
    what = "words" if weights.count(WEIGHT) * 2 >= len(weights) else "characters"
    message = f"{len(weights)} {what} in a row stand in '{copy.source}' as well: “{_shown(text, start, end)}”"
    # A definition or a question in one sentence can hardly be put in other words; a longer text always can.
    in_blocks = isinstance(text.own.place, Prose) and text.own.place.form is MarkdownForm.BLOCK
    severity = Severity.ERROR if in_blocks else Severity.WARNING
    return Problem(text.origin_of(start, end), message, "say it in your own words, or quote it", severity)


def _shown(text: _Suspect, start: int, end: int) -> str:
    """The run as a message shows it: of many words, the first and the last."""
    if end - start <= _MANY_WORDS:
        return text.written(start, end)
    return f"{text.written(start, start + _FIRST_WORDS)} … {text.written(end - _LAST_WORDS, end)}"


class _NameRuns:
    """The names of actors and terms, to be found in folded words."""

    def __init__(self, spellings: frozenset[WordRun]) -> None:
        self._spellings = spellings
        lengths: dict[str, set[int]] = {}
        for spelling in filter(None, spellings):
            lengths.setdefault(spelling[0].removesuffix("'s"), set()).add(len(spelling))
        # Many names may begin with one word, but they have few lengths.
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}

    def within(self, words: Sequence[str]) -> list[bool]:
        """Tell of each word whether it is part of a name."""
        part = [False] * len(words)
        for start, word in enumerate(words):
            for length in self._lengths.get(word.removesuffix("'s"), ()):
                run = tuple(words[start : start + length])
                # At the end of a text fewer words are left, and they may be a shorter name.
                if self._is_name(run):
                    part[start : start + len(run)] = [True] * len(run)
                    break
        return part

    def _is_name(self, words: WordRun) -> bool:
        """Whether words are a name, or its possessive."""
        return words in self._spellings or (*words[:-1], words[-1].removesuffix("'s")) in self._spellings


_all_names = cached_latest(_NameRuns)


@cached_per_item
def _spellings(fact: Fact) -> Iterator[WordRun]:
    """The names of an actor or a term as they are compared; one without words is none."""
    return filter(None, (tuple(fold(name).split()) for name in all_names(fact)))
