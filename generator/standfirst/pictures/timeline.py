"""The timeline: a line down which time runs, the signs of events along it, and beside it what they are called.

It is drawn for a narrow column and for a wide one, and the page shows the one that fits.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from standfirst.language.locale import direction
from standfirst.model import Day, Weight
from standfirst.model.frozen_class import frozen
from standfirst.pictures.event_marks import DOT, MarkExtent, MarkSign
from standfirst.pictures.periods import whole_period
from standfirst.pictures.timeline_content import NARROW, TimelineEvent, TimelineFrame
from standfirst.pictures.timeline_drawing import (
    EventLabel,
    EventLabelLine,
    EventMark,
    MarkPart,
    PlacedText,
    TimelineDrawing,
)
from standfirst.pictures.timeline_layout import LANE, LINE, LONGEST_ROW, SQUARE, PlacedEvent, TimelineLayout, lay_out

# How far above a stretch the feet of its heading stand, and the middle of the break before it.
_HEADING, _TORN = 17, 42
# Half the width of an arrow's head where there is room, and nearly its length; from stroke to stroke of a hatching.
_ARROW, _STROKES = 5, 4
# How far a swing of a break's waves leads across and then up or down, and how far apart the two waves are.
_WAVE, _SWING, _GAP = 6, 4, 7
# How far before a label the line that leads to it ends.
_TOUCH = 5


def draw_timeline(
    events: Sequence[TimelineEvent], language: str, frame: TimelineFrame, as_of: Day | None = None
) -> TimelineDrawing:
    """Return the timeline of events, of which there is one at least, in their order.

    What is not known exactly, and what goes on, is drawn up to the day that facts are told `as_of`.
    """
    layout = lay_out(events, language, frame, as_of)
    across = _Across(frame.width, -1 if direction(language) == "rtl" else 1)
    # Weight tells nothing apart where all have the same.
    keys = {each.event.fact for each in layout.named if each.event.weight is Weight.KEY}
    marked = keys if len(keys) < len(layout.named) else set()
    squares = layout.longest_row * SQUARE <= LONGEST_ROW
    return TimelineDrawing(
        is_narrow=frame is NARROW,
        width=frame.width,
        height=_height(layout),
        size=frame.size,
        small=frame.small,
        period=whole_period([event.date for event in events], language),
        count=len(events),
        named=tuple(each.event.fact for each in layout.named),
        unnamed=len(events) - len(layout.named),
        axis=f"M{across.at(layout.columns.axis)} {layout.line.top}V{layout.line.bottom}",
        grid="".join(_grid(layout, across)),
        ticks=tuple(_ticks(layout, across)),
        headings=tuple(_headings(layout, across)),
        gaps="".join(each.gap for each in _breaks(layout, across)),
        waves="".join(each.waves for each in _breaks(layout, across)),
        leaders="".join(_leader(each, layout, across, frame.leading) for each in layout.named),
        marks=tuple(_mark(each, layout, across, is_key=each.event.fact in marked) for each in layout.named),
        labels=tuple(_label(each, layout, across, frame, is_key=each.event.fact in marked) for each in layout.named),
        further="".join(_further(layout, across)),
        squares=squares,
        signs=_signs(layout),
    )


@frozen
class _Break:
    """Two waves, and what is between them, as paths."""

    gap: str
    waves: str


@frozen
class _Across:
    """Which side of a page what is: `forward` is 1 or -1, as `x` grows or falls along a line of text."""

    width: int
    forward: int

    def at(self, offset: int) -> int:
        """Return the `x` of what is so far from the edge at which lines of text start."""
        return offset if self.forward == 1 else self.width - offset


def _height(layout: TimelineLayout) -> int:
    reached = (max(each.label.bottom, each.extent.whole.bottom) for each in layout.named)
    return max(layout.line.bottom + _ARROW + 3, *reached) + 3


def _signs(layout: TimelineLayout) -> tuple[MarkSign, ...]:
    """What the key must explain; a dot on a line is plain enough where there is nothing else."""
    occurring = {sign for each in layout.named for sign in _signs_of(each)}
    occurring |= {MarkSign.FURTHER} if layout.rows else set()
    occurring |= {MarkSign.BREAK} if len(layout.segments) > 1 else set()
    return tuple(sign for sign in MarkSign if sign in occurring) if occurring != {MarkSign.EVENT} else ()


def _signs_of(each: PlacedEvent) -> frozenset[MarkSign]:
    """What a reader must know to read one sign: what is planned neither happened nor lasted, whatever its form."""
    signs = frozenset(each.extent.signs)
    forms = {MarkSign.EVENT, MarkSign.WITHIN, MarkSign.LASTED}
    return signs - forms | {MarkSign.PLANNED} if each.event.is_planned else signs


# ---------------------------------------------------------------- the scale


def _marks_of_scale(layout: TimelineLayout) -> Iterator[tuple[int, str]]:
    for period, segment in zip(layout.periods, layout.segments, strict=True):
        for tick in period.ticks:
            yield segment.at(tick.day), tick.text


def _grid(layout: TimelineLayout, across: _Across) -> Iterator[str]:
    for y, _ in _marks_of_scale(layout):
        yield f"M{across.at(layout.columns.dates + 5)} {y}H{across.at(layout.columns.axis)}"


def _ticks(layout: TimelineLayout, across: _Across) -> Iterator[PlacedText]:
    for y, text in _marks_of_scale(layout):
        yield PlacedText(across.at(layout.columns.dates), y + 4, text)


def _headings(layout: TimelineLayout, across: _Across) -> Iterator[PlacedText]:
    for lines, segment in zip(layout.headings, layout.segments, strict=True):
        for above, line in enumerate(reversed(lines)):
            yield PlacedText(across.at(layout.columns.labels), segment.top - _HEADING - above * LINE, line)


def _breaks(layout: TimelineLayout, across: _Across) -> Iterator[_Break]:
    """Across the line and all bars beside it, before each stretch but the first."""
    begin = layout.columns.axis - 2 * _WAVE
    # As many swings up as down, so that the waves are the same read from either side.
    swings = 2 * math.ceil((layout.columns.turn - begin) / (2 * _WAVE))
    step = _WAVE * across.forward
    there, back = _wave(step, -_SWING, swings), _wave(-step, _SWING, swings)
    for segment in layout.segments[1:]:
        x, y = across.at(begin), segment.top - _TORN
        yield _Break(f"M{x} {y}{there}v{_GAP}{back}z", f"M{x} {y}{there}M{x} {y + _GAP}{there}")


def _wave(step: int, swing: int, swings: int) -> str:
    return f"q{step / 2:g} {swing} {step} 0" + f"t{step} 0" * (swings - 1)


def _further(layout: TimelineLayout, across: _Across) -> Iterator[str]:
    unit = min(SQUARE, LONGEST_ROW / max(1, layout.longest_row))
    for row in layout.rows:
        long = max(1, round(row.count * unit) - 1) * across.forward
        yield f"M{across.at(layout.columns.axis - DOT - 2)} {row.at}h{-long}"


# ---------------------------------------------------------------- the events


def _middle(each: PlacedEvent, layout: TimelineLayout) -> int:
    """How far a sign stands from the edge: dots on the line, the others in their lanes beside it."""
    if each.lane is None:
        return layout.columns.axis
    return layout.columns.axis + 14 + each.lane * _lane(layout)


def _lane(layout: TimelineLayout) -> int:
    """How far it is from lane to lane: less where they are many."""
    return max(1, min(LANE, max(LANE, layout.columns.lanes) // max(1, layout.bars)))


def _mark(each: PlacedEvent, layout: TimelineLayout, across: _Across, *, is_key: bool) -> EventMark:
    extent = each.extent
    thick = 2 * DOT if each.lane is None else max(1, _lane(layout) - (5 if extent.sort is MarkSign.LASTED else 3))
    left = across.at(_middle(each, layout)) - thick // 2
    inexact = [MarkPart(left, part.top, thick, part.bottom - part.top) for part in extent.inexact]
    exact = extent.exact
    return EventMark(
        sort=extent.sort.value,
        exact=MarkPart(left, exact.top, thick, exact.bottom - exact.top) if exact else None,
        inexact=tuple(inexact),
        hatching="".join(stroke for box in inexact for stroke in _hatching(box)),
        arrows="".join(_arrows(extent, left + thick / 2, min(_ARROW, _lane(layout) // 2))),
        perhaps=extent.perhaps,
        is_planned=each.event.is_planned,
        is_key=is_key,
    )


def _hatching(box: MarkPart) -> Iterator[str]:
    """Strokes up at half a right angle, none of which leaves the box."""
    for foot in range(_STROKES, box.height + box.width, _STROKES):
        begin = max(0, foot - box.height)
        end = min(box.width, foot)
        if end > begin:
            yield f"M{box.x + begin} {box.y + foot - begin}L{box.x + end} {box.y + foot - end}"


def _arrows(extent: MarkExtent, x: float, half: int) -> Iterator[str]:
    if extent.from_before:
        yield f"M{x - half:g} {extent.whole.top}h{2 * half}l-{half} -{_ARROW + 2}z"
    if extent.goes_on:
        yield f"M{x - half:g} {extent.whole.bottom}h{2 * half}l-{half} {_ARROW + 2}z"


def _leader(each: PlacedEvent, layout: TimelineLayout, across: _Across, leading: int) -> str:
    """From the sign straight out of the lanes, and on to the first line of the label."""
    begin = _middle(each, layout) + (DOT + 3 if each.lane is None else _lane(layout) // 2 + 1)
    turn, end = layout.columns.turn, layout.columns.labels - _TOUCH
    return (
        f"M{across.at(begin)} {each.at}H{across.at(max(begin, turn))}L{across.at(end)} {each.label.top + leading // 2}"
    )


def _label(
    each: PlacedEvent, layout: TimelineLayout, across: _Across, frame: TimelineFrame, *, is_key: bool
) -> EventLabel:
    first = each.label.top + round(frame.leading * 0.76)
    return EventLabel(
        address=each.event.address,
        x=across.at(layout.columns.labels),
        top=each.label.top,
        bottom=each.label.bottom,
        lines=tuple(
            EventLabelLine(first + number * frame.leading, line.date, line.title)
            for number, line in enumerate(each.caption)
        ),
        is_key=is_key,
    )
