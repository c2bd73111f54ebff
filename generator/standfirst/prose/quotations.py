"""What of a text is a quotation, by the marks that it stands between; one within another is part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from standfirst.language.words import FEWEST_WORDS, count_of, fold
from standfirst.model.frozen_class import frozen
from standfirst.prose.quotation_marks import (
    CLOSED_BY,
    ONLY_CLOSE,
    OPENED_BY,
    SIGNS,
    SINGLE,
    ClosingCertainty,
    QuotationMark,
    is_left_open,
    marks_in,
    may_quote,
)

# Three words stand within so many characters.
_FAR = 100


@frozen
class Quoted:
    """A quotation: where its marks begin and end in its text, the words between, and whether the marks are single.

    `first` is where the words begin, right behind the opening mark.
    """

    start: int
    end: int
    words: str
    single: bool
    first: int


@frozen
class Quotations:
    """The quotations of a text in their order, none within another.

    `unclosed` are the places of marks that nothing closes, `unopened` those behind marks that nothing opens.
    """

    closed: tuple[Quoted, ...]
    unclosed: tuple[int, ...]
    unopened: tuple[int, ...]


class MarkPair(NamedTuple):
    """The two marks of a quotation."""

    opening: QuotationMark
    closing: QuotationMark


_NO_QUOTATIONS = Quotations((), (), ())


def quotations(text: str, follows: str = "") -> Quotations:
    """Return what is quoted in a paragraph, in one pass over it.

    What is not closed goes on to its end where the paragraph that `follows` opens it anew.
    """
    if not may_quote(text):
        return _NO_QUOTATIONS
    reading = _MarkMatcher(text)
    for mark in marks_in(text):
        reading.take(mark)
    return reading.finish(follows.lstrip())


def mark_pairs(text: str) -> tuple[MarkPair, ...]:
    """Return the marks of all quotations of a paragraph, of those within others too, in the order in which they end."""
    if not may_quote(text):
        return ()
    reading = _MarkMatcher(text)
    for mark in marks_in(text):
        reading.take(mark)
    reading.finish("")
    return tuple(reading.pairs)


def following_texts(texts: Iterable[str]) -> tuple[str, ...]:
    """Return for each of some paragraphs the one that follows, and for the last nothing."""
    in_order = tuple(texts)
    return (*in_order[1:], "")[: len(in_order)]


def quotation_continues(text: str, follows: str) -> bool:
    """Tell whether a quotation goes on from a paragraph to the one that follows."""
    if not follows.lstrip().startswith(SIGNS):
        return False
    return quotations(text, follows).closed != quotations(text).closed


def quoted_in(text: str, follows: str = "") -> tuple[str, ...]:
    """Return the words that are quoted in a paragraph, without their marks.

    One or two words between single marks are not: they are named, or explained, or kept at a distance.
    """
    found = quotations(text, follows).closed
    return tuple(each.words for each in found if not each.single or _count(each.words) >= FEWEST_WORDS)


def outside_quotations(text: str, fewest: int = 0, follows: str = "") -> tuple[str, ...]:
    """Return the parts of a paragraph between its quotations; one of fewer words than `fewest` parts nothing."""
    parting = [each for each in quotations(text, follows).closed if not fewest or _count(each.words) >= fewest]
    if not parting:
        return (text,)
    starts = (0, *(each.end for each in parting))
    ends = (*(each.start for each in parting), len(text))
    return tuple(text[start:end] for start, end in zip(starts, ends, strict=True))


def without_quotations(text: str, instead: str = "\0") -> str:
    """Return a text with a sign in place of each character of its quotations, so that what follows keeps its offset."""
    parts, at = [], 0
    for start, end in quoted_spans(text):
        parts += [text[at:start], instead * (end - start)]
        at = end
    return "".join((*parts, text[at:]))


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the quotations of a text begin and end, their marks included."""
    return tuple((each.start, each.end) for each in quotations(text).closed)


def _count(words: str) -> int:
    return count_of(fold(words))


@dataclass(slots=True)
class _Open:
    """A mark that has opened; and the first that may close it, until it is known whether a surer one follows."""

    mark: QuotationMark
    held: QuotationMark | None = None

    def holds_much(self, text: str) -> bool:
        """Tell whether so many words stand up to what may close it that a plural's genitive may be among them."""
        return self.held is not None and len(text[self.mark.end : self.held.start].split(maxsplit=2)) > 2


@dataclass(slots=True)
class _MarkMatcher:
    """The marks of a text up to some place: what is open there, the innermost last, and what was closed before."""

    text: str
    open: list[_Open] = field(default_factory=list)
    signs: Counter[str] = field(default_factory=Counter)
    closed: list[Quoted] = field(default_factory=list)
    pairs: list[MarkPair] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)
    unopened: list[int] = field(default_factory=list)

    def take(self, mark: QuotationMark) -> None:
        """Read the next mark: it closes what it can close, else it opens."""
        if mark.closes and any(self.signs[sign] for sign in OPENED_BY[mark.sign]):
            self._close(mark)
        elif mark.opens:
            self._enter(mark)
        elif mark.sign in ONLY_CLOSE and self._trails(mark):
            self.unopened.append(mark.end)

    def _trails(self, mark: QuotationMark) -> bool:
        """Whether a mark stands behind a word; behind a number it may mean inches."""
        before = self.text[mark.start - 1 : mark.start]
        return bool(before.strip()) and not before.isdigit()

    def _enter(self, mark: QuotationMark) -> None:
        self._settle()
        # No quotation in single marks stands right within another: the first of the two was an apostrophe.
        if mark.sign in SINGLE and self.open and self.open[-1].mark.sign == mark.sign:
            if mark.shortens:
                return
            self._leave()
        self.open.append(_Open(mark))
        self.signs[mark.sign] += 1

    def _settle(self) -> None:
        """Close the quotation that only waited for a surer mark, since none can follow."""
        if self.open and (held := self.open[-1].held):
            self._finish(held)

    def _close(self, mark: QuotationMark) -> None:
        if mark.closes is ClosingCertainty.SURELY:
            while mark.sign not in CLOSED_BY[self.open[-1].mark.sign]:
                if self.open[-1].held:
                    self._settle()
                else:
                    self._leave()
            self._finish(mark)
        elif mark.sign in CLOSED_BY[self.open[-1].mark.sign] and not self.open[-1].mark.shortens:
            self._close_perhaps(mark)

    def _close_perhaps(self, mark: QuotationMark) -> None:
        top = self.open[-1]
        # A quotation of few words hardly ends in a genitive.
        surer = top.held is None or mark.closes > top.held.closes
        if surer and (mark.closes is not ClosingCertainty.LIKELY or top.held is None or top.holds_much(self.text)):
            top.held = mark
            if mark.closes is ClosingCertainty.LIKELY:
                self._settle()

    def _finish(self, mark: QuotationMark) -> None:
        opening = self._pop()
        self.pairs.append(MarkPair(opening, mark))
        self._add(opening, self.text[opening.end : mark.start], mark.end)

    def _add(self, opening: QuotationMark, words: str, end: int) -> None:
        self.closed.append(Quoted(opening.start, end, words, opening.sign in SINGLE, opening.end))

    def _leave(self) -> None:
        opening = self._pop()
        # One or two words between single marks are free, and so they are behind a mark that nothing closes.
        behind = self.text[opening.end : opening.end + _FAR].split(maxsplit=FEWEST_WORDS)
        if opening.sign not in SINGLE or (is_left_open(self.text, opening) and len(behind) >= FEWEST_WORDS):
            self.unclosed.append(opening.start)

    def _pop(self) -> QuotationMark:
        opening = self.open.pop().mark
        self.signs[opening.sign] -= 1
        return opening

    def finish(self, follows: str) -> Quotations:
        """Return what was quoted, at the end of the text."""
        while self.open:
            if self.open[-1].held:
                self._settle()
            elif len(self.open) == 1 and _goes_on(self.open[0].mark, follows):
                opening = self._pop()
                self._add(opening, self.text[opening.end :].rstrip(), len(self.text))
            else:
                self._leave()
        return Quotations(tuple(_outermost(self.closed)), tuple(sorted(self.unclosed)), tuple(self.unopened))


def _goes_on(opening: QuotationMark, follows: str) -> bool:
    """Whether a paragraph opens again, by the mark itself or as in Spanish by the one that will close it."""
    return not opening.shortens and follows.startswith((opening.sign, *CLOSED_BY[opening.sign]))


def _outermost(closed: list[Quoted]) -> Iterator[Quoted]:
    reached = 0
    for each in sorted(closed, key=lambda quoted: quoted.start):
        if each.start >= reached:
            reached = each.end
            yield each
