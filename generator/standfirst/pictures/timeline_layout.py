"""A timeline before it is drawn: how far down each of its events stands, and how wide its columns are."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterator, Sequence

from standfirst.model import Day, Weight
from standfirst.model.frozen_class import frozen
from standfirst.pictures.captions import CaptionLine, caption
from standfirst.pictures.event_marks import MarkExtent, MarkSign, VerticalSpan, mark_extent
from standfirst.pictures.lettering import text_width
from standfirst.pictures.periods import TimelinePeriod, period_of
from standfirst.pictures.placing import bar_lanes, spread
from standfirst.pictures.time_scale import Segment, day_number, position_of
from standfirst.pictures.timeline_content import (
    NamedEvent,
    TimelineContent,
    TimelineEvent,
    TimelineFrame,
    timeline_content,
)

# How much wider bold letters may be.
_BOLD = 1.06
# From one line of a heading to the next; above the first stretch; between two; and how far the line leads on beyond.
LINE, _ABOVE, _BETWEEN, _BEYOND = 15, 36, 64, 16
# The shortest stretch; from label to label, from tick to tick, and between two bars that stand in one lane.
_SHORTEST, _LABELS_APART, _TICKS_APART, _BARS_APART = 40, 6, 26, 6
# From lane to lane, where there is room.
LANE = 10
# The side of a further event's square, and the longest row of them.
SQUARE, LONGEST_ROW = 4, 40
# A stretch is not made longer for the days of further events than this many rows of squares.
_MOST_ROWS = 50


@frozen
class TimelineColumns:
    """Where things stand across, counted from the edge at which lines of text start; `lanes` is the room for those.

    At the `turn` the lines that lead to labels leave the height of their sign for that of their label.
    """

    dates: int
    axis: int
    lanes: int
    turn: int
    labels: int


@frozen
class PlacedEvent:
    """An event with a label and a sign; `at` is where it is filed; `lane` is None for one on the line itself."""

    event: TimelineEvent
    at: int
    extent: MarkExtent
    lane: int | None
    caption: tuple[CaptionLine, ...]
    label: VerticalSpan


@frozen
class FurtherEventsRow:
    """How many further events begin at about one place."""

    at: int
    count: int


@frozen(kw_only=True)
class TimelineLayout:
    """Where all of a timeline stands, but for what is on which side of a page."""

    columns: TimelineColumns
    line: VerticalSpan
    periods: tuple[TimelinePeriod, ...]
    headings: tuple[tuple[str, ...], ...]
    segments: tuple[Segment, ...]
    named: tuple[PlacedEvent, ...]
    rows: tuple[FurtherEventsRow, ...]

    @property
    def bars(self) -> int:
        """How many bars stand side by side at most."""
        return max((each.lane + 1 for each in self.named if each.lane is not None), default=0)

    @property
    def longest_row(self) -> int:
        """How many further events share a row at most."""
        return max((row.count for row in self.rows), default=0)


def lay_out(
    events: Sequence[TimelineEvent], language: str, frame: TimelineFrame, as_of: Day | None = None
) -> TimelineLayout:
    """Return where events stand on a timeline, of which there is one at least, in their order."""
    content = timeline_content(events, language, frame, as_of)
    # What stands before the labels takes of their room, and is known only when all is arranged: hence twice.
    alone = _arranged(content, _columns(content, bars=0, row=0))
    return _arranged(content, _columns(content, bars=alone.bars, row=alone.longest_row))


# ---------------------------------------------------------------- how it is arranged


def _columns(content: TimelineContent, *, bars: int, row: int) -> TimelineColumns:
    """The columns, with room for so many bars side by side and for a row of so many squares."""
    words = (text_width(tick.text, content.frame.small) for period in content.periods for tick in period.ticks)
    dates_end = math.ceil(max(words, default=0.0))
    axis = dates_end + 12 + (min(row * SQUARE, LONGEST_ROW) + 6 if row else 0)
    room = min(bars * LANE, content.frame.lanes)
    turn = axis + 10 + (room + 4 if bars else 0)
    return TimelineColumns(dates_end, axis, room, turn, turn + content.frame.gutter)


def _arranged(content: TimelineContent, columns: TimelineColumns) -> TimelineLayout:
    captions = [_caption(entry, content.frame.width - columns.labels, content.frame) for entry in content.named]
    heights = [len(lines) * content.frame.leading + _LABELS_APART for lines in captions]
    headings = [_heading(period, content.frame.width - columns.labels, content.frame) for period in content.periods]
    segments = _segments(content, heights, first=_ABOVE + (len(headings[0]) - 1) * LINE)
    line = VerticalSpan(segments[0].top - _BEYOND, _foot(segments, content.as_of))

    def at(day: Day) -> int:
        return position_of(day_number(day), segments)

    places = [at(entry.day) for entry in content.named]
    known = VerticalSpan(line.top, _known_to(segments, content.as_of, line))
    extents = [mark_extent(entry.event.known_by(content.as_of), at, known) for entry in content.named]
    labels = _labels(content, places, heights, segments)
    events = (entry.event for entry in content.named)
    rows = Counter(at(day) // SQUARE * SQUARE for day in content.further)
    return TimelineLayout(
        columns=columns,
        line=line,
        periods=content.periods,
        headings=tuple(headings),
        segments=segments,
        named=tuple(map(PlacedEvent, events, places, extents, _lanes(extents), captions, labels)),
        rows=tuple(FurtherEventsRow(place, rows[place]) for place in sorted(rows)),
    )


def _foot(segments: Sequence[Segment], as_of: Day | None) -> int:
    """Where the line ends: beyond its last day, unless no more is known by then."""
    last = segments[-1]
    return last.bottom + (_BEYOND if as_of is None or day_number(as_of) > last.last else 0)


def _known_to(segments: Sequence[Segment], as_of: Day | None, line: VerticalSpan) -> int:
    """Where on the line the day lies that facts are of; where that is later than all that is told, at its foot."""
    if as_of is None or day_number(as_of) >= segments[-1].last:
        return line.bottom
    return position_of(day_number(as_of), segments)


def _caption(entry: NamedEvent, room: int, frame: TimelineFrame) -> tuple[CaptionLine, ...]:
    wider = _BOLD if entry.event.weight is Weight.KEY else 1.0
    return caption(
        entry.date_text, entry.event.title, room, frame.most_lines, lambda text: text_width(text, frame.size) * wider
    )


def _heading(period: TimelinePeriod, room: int, frame: TimelineFrame) -> tuple[str, ...]:
    """What a period is called, in one line or two."""
    lines = caption(period.heading, "", room, 2, lambda text: text_width(text, frame.small) * _BOLD)
    return tuple(line.date for line in lines)


def _segments(content: TimelineContent, heights: Sequence[int], *, first: int) -> tuple[Segment, ...]:
    """The periods down the picture, each with room for its labels and ticks, and for further events."""
    labels: Counter[int] = Counter()
    for entry, height in zip(content.named, heights, strict=True):
        labels[entry.period] += height
    crowds = Counter(period_of(day_number(day), content.periods) for day in set(content.further))
    segments: list[Segment] = []
    top = first
    for index, period in enumerate(content.periods):
        squares = min(crowds[index], _MOST_ROWS) * SQUARE
        # A tenth more than labels need, so that some stand beside their signs.
        long = max(_SHORTEST, labels[index] * 11 // 10, squares, _room_of_ticks(period))
        segments.append(Segment(period.first, period.last, top, top + long))
        top += long + _BETWEEN
    return tuple(segments)


def _room_of_ticks(period: TimelinePeriod) -> int:
    """How long a period must be for its ticks to be apart."""
    between = [after.day - before.day for before, after in itertools.pairwise(period.ticks)]
    return math.ceil(_TICKS_APART * (period.last - period.first) / min(between)) if between else 0


def _lanes(extents: Sequence[MarkExtent]) -> Iterator[int | None]:
    """A lane for each extent, but none for dots, which stand on the line."""
    wholes = [each.whole for each in extents if each.sort is not MarkSign.EVENT]
    found = iter(bar_lanes([(whole.top, whole.bottom) for whole in wholes], _BARS_APART))
    return (None if each.sort is MarkSign.EVENT else next(found) for each in extents)


def _labels(
    content: TimelineContent, places: Sequence[int], heights: Sequence[int], segments: Sequence[Segment]
) -> Iterator[VerticalSpan]:
    """The room of each label, as near to its sign as can be, and beside the stretch to which it belongs."""
    half = content.frame.leading // 2
    numbers = range(len(places))
    for index, group in itertools.groupby(numbers, key=lambda number: content.named[number].period):
        members = list(group)
        high, low = segments[index].top - half, segments[index].bottom + half + _LABELS_APART
        wanted = [places[member] - half for member in members]
        tops = spread(wanted, [heights[member] for member in members], high, low)
        for member, top in zip(members, tops, strict=True):
            yield VerticalSpan(top, top + heights[member] - _LABELS_APART)
