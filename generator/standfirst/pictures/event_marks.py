"""The signs of events on a timeline: what each reaches over from top to bottom, and what of that is known exactly.

What happened once is a dot, or where it may have happened over a stretch that can be seen, that stretch, hollow. What
lasted is a bar. Of both, what is not known exactly is hatched; what has no end leads on to the end of the line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

from standfirst.language.dates import filed_under
from standfirst.model import CalendarDate, Date, Day, End, Shape
from standfirst.model.frozen_class import frozen

# Half of a dot: what is not longer than a whole one looks like it. The least that can be seen to be hatched.
DOT = 4
_HATCHED = 14

At = Callable[[Day], int]


class MarkSign(StrEnum):
    """All that the key of a timeline may explain, in its order."""

    EVENT = "event"
    WITHIN = "within"
    PERHAPS = "perhaps"
    PLANNED = "planned"
    LASTED = "lasted"
    INEXACT = "inexact"
    GOES_ON = "goes-on"
    FURTHER = "further"
    BREAK = "break"


@frozen
class VerticalSpan:
    """From where to where something lies, downwards."""

    top: int
    bottom: int


@frozen(kw_only=True)
class MarkExtent:
    """What the sign of an event reaches over; `sort` is EVENT for a dot, WITHIN or LASTED."""

    sort: MarkSign
    exact: VerticalSpan | None = None
    inexact: tuple[VerticalSpan, ...] = ()
    perhaps: bool = False
    from_before: bool = False
    goes_on: bool = False

    @property
    def whole(self) -> VerticalSpan:
        """All that it reaches over."""
        parts = (*self.inexact, *([self.exact] if self.exact else []))
        return VerticalSpan(min(part.top for part in parts), max(part.bottom for part in parts))

    @property
    def signs(self) -> Iterator[MarkSign]:
        """Yield what a reader must know to read it."""
        if self.perhaps:
            yield MarkSign.PERHAPS
        elif self.exact or self.sort is MarkSign.LASTED:
            yield self.sort
        if self.inexact:
            yield MarkSign.INEXACT
        if self.goes_on or self.from_before:
            yield MarkSign.GOES_ON


def mark_extent(date: Date, at: At, line: VerticalSpan) -> MarkExtent:
    """Return what an event of that date reaches over on a line, on which days lie `at` a place each.

    What is not known exactly reaches no further than the line, unless the event itself lies beyond.
    """
    return _lasted(date, at, line) if date.shape is Shape.SPAN else _once(date, at, line)


def _once(date: Date, at: At, line: VerticalSpan) -> MarkExtent:
    stated = [each for each in (date.start, date.end) if isinstance(each, CalendarDate)]
    within = VerticalSpan(at(stated[0].earliest), at(stated[-1].latest))
    perhaps = any(each.uncertain for each in stated)
    if any(each.approximate for each in stated):
        return MarkExtent(sort=MarkSign.WITHIN, inexact=(_around(within, line),), perhaps=perhaps)
    before = [VerticalSpan(within.top - _HATCHED, within.top)] if isinstance(date.start, End) else []
    after = [_after(within.bottom, _HATCHED, line)] if isinstance(date.end, End) else []
    after = [part for part in after if part.bottom > part.top]
    if within.bottom - within.top <= 2 * DOT and not before and not after:
        dot = VerticalSpan(within.top - DOT, within.top + DOT)
        return MarkExtent(sort=MarkSign.EVENT, exact=dot, perhaps=perhaps)
    exact = within if within.bottom > within.top else None
    return MarkExtent(sort=MarkSign.WITHIN, exact=exact, inexact=(*before, *after), perhaps=perhaps)


def _lasted(date: Date, at: At, line: VerticalSpan) -> MarkExtent:
    """A bar; where its ends may be further apart than they are known to be, all of it is inexact."""
    begin, end = _begin(date, at, line), _end(date, at, line)
    inexact = [part for part in (begin, end) if part.bottom > part.top]
    if not inexact:
        # However short, it can be seen to have lasted.
        seen = max(end.top, begin.top + 2 * DOT)
        end = VerticalSpan(seen, seen)
    if end.top < begin.bottom:
        inexact = [VerticalSpan(begin.top, end.bottom)]
    return MarkExtent(
        sort=MarkSign.LASTED,
        exact=VerticalSpan(begin.bottom, end.top) if end.top > begin.bottom else None,
        inexact=tuple(inexact),
        from_before=date.start is End.OPEN,
        goes_on=date.end is End.OPEN,
    )


def _begin(date: Date, at: At, line: VerticalSpan) -> VerticalSpan:
    """From where on it may have lasted, and from where on it is known to."""
    match date.start:
        case CalendarDate() as start:
            first = at(start.earliest)
            return _where_it_may_lie(start, at, line) or VerticalSpan(first, first)
        case End.OPEN:
            return VerticalSpan(line.top, line.top)
        case _:
            known = at(filed_under(date).earliest)
            return VerticalSpan(known - _HATCHED, known)


def _end(date: Date, at: At, line: VerticalSpan) -> VerticalSpan:
    """Up to where it is known to have lasted, and up to where it may have."""
    match date.end:
        case CalendarDate() as end:
            last = at(end.latest)
            return _where_it_may_lie(end, at, line) or VerticalSpan(last, last)
        case End.OPEN:
            last = max(line.bottom, at(filed_under(date).earliest))
            return VerticalSpan(last, last)
        case _:
            known = at(filed_under(date).latest)
            return _after(known, _HATCHED, line)


def _where_it_may_lie(stated: CalendarDate, at: At, line: VerticalSpan) -> VerticalSpan | None:
    """The month or year, say, in which a beginning or an end lies; none where that is as good as one place."""
    within = VerticalSpan(at(stated.earliest), at(stated.latest))
    if stated.approximate or stated.uncertain:
        return _around(within, line)
    return within if within.bottom - within.top > 2 * DOT else None


def _around(within: VerticalSpan, line: VerticalSpan) -> VerticalSpan:
    """A little more than a stretch to both sides, and so much that it can be seen to be hatched."""
    grown = max(DOT, (_HATCHED - within.bottom + within.top) // 2)
    return VerticalSpan(within.top - grown, _after(within.bottom, grown, line).bottom)


def _after(place: int, more: int, line: VerticalSpan) -> VerticalSpan:
    """So much more from a place on, but none of it past the end of the line."""
    return VerticalSpan(place, min(place + more, max(place, line.bottom)))
