"""Who is or has been for whom, and against whom: names one below the other, and at both sides the lines that join them.

The side tells the stance, as the stroke does: lines of backing run on the side where a line of text begins, lines of
opposition on the other. Lines touch only where they cross. Units are the drawing's own; `SIZE` is that of its letters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Literal, NamedTuple

from standfirst.model import Id, Stance
from standfirst.model.frozen_class import frozen
from standfirst.pictures.lettering import break_lines, text_width
from standfirst.pictures.relation_curves import Loop, Span, loop_lanes, svg_number
from standfirst.pictures.relation_ties import Party, Relationship, Tie, ties_between

SIZE = 12.5
# More names than that, or more lines abreast, are read sooner as rows.
MOST_NAMES, MOST_ABREAST = 40, 20

# The width of the column of names, how much of it a name may take, and the width of each side.
_COLUMN, _ROOM, _SIDE = 144, 132, 88
_LEADING, _MOST_LINES = 15.5, 4
# What stays free above and below a name; rows are no lower than this.
_AROUND, _LOWEST_ROW = 10, 25
# The height of the picture's head, and of the baseline of the words in it.
_HEAD, _HEADING = 34, 19
# A line of words has its baseline so far below its middle.
_DROP = 4.4
# From one line to the next where they end at a name.
_APART = 6
# The bar along the ends of lines reaches so far past the last of them.
_PAST = 3.5
# From the names to where lines end, and to where lanes begin.
_GAP, _BEFORE = 2, 10
# From lane to lane at most, and what is free beyond the last.
_WIDEST_PITCH, _FREE = 17, 3


class TextLine(NamedTuple):
    """A line of words, with the middle of its baseline."""

    x: float
    y: float
    text: str


@frozen
class DrawnName:
    """A name in lines; one that is too long for them is cut."""

    id: Id
    lines: tuple[TextLine, ...]


class StanceHeading(NamedTuple):
    """The middle of the baseline on which the word for a stance stands."""

    x: float
    y: float
    stance: Stance


@frozen
class DrawnTie:
    """A tie as it is drawn."""

    tie: Tie
    loop: Loop


@frozen(kw_only=True)
class RelationsDrawing:
    """The picture; `bars` is a path along where the lines of each name end."""

    width: float
    height: float
    headings: tuple[StanceHeading, ...]
    names: tuple[DrawnName, ...]
    lines: tuple[DrawnTie, ...]
    bars: str

    @property
    def size(self) -> float:
        """The size of its letters, in its own units."""
        return SIZE

    @property
    def ems(self) -> float:
        """Its width in sizes of its letters."""
        return round(self.width / SIZE, 2)

    @property
    def has_merged(self) -> bool:
        """Whether some line is of several relationships."""
        return any(line.tie.total > 1 for line in self.lines)

    @property
    def has_ended(self) -> bool:
        """Whether some line is of relationships that have ended."""
        return any(line.tie.has_ended for line in self.lines)

    @property
    def has_both(self) -> bool:
        """Whether some two are joined on both sides, by backing and by opposition."""
        joined = {(line.tie.upper, line.tie.lower, line.tie.stance) for line in self.lines}
        return len(joined) > len({(upper, lower) for upper, lower, _ in joined})


class _NameRow(NamedTuple):
    """A name as it is broken into lines, and the part of the height that it has for itself."""

    party: Party
    lines: tuple[str, ...]
    span: Span

    @property
    def middle(self) -> float:
        return (self.span.top + self.span.bottom) / 2


class _StanceSide(NamedTuple):
    """A side of the column of names: whose lines are there, where the column ends, and which way is outwards."""

    stance: Stance
    edge: float
    outwards: int


class _ColumnLayout(NamedTuple):
    """What stands where across the picture; a side on which no line would be is left out."""

    width: float
    middle: float
    sides: tuple[_StanceSide, ...]


def draw_relations(relationships: Iterable[Relationship], direction: Literal["ltr", "rtl"]) -> RelationsDrawing | None:
    """Return the picture of all relationships that are not neutral, for a page that runs in a direction.

    None where there is nothing to draw, or too much to be seen through. Their order does not count.
    """
    telling = [relationship for relationship in relationships if relationship.stance is not Stance.NEUTRAL]
    if not telling or len({party for relationship in telling for party in relationship.parties}) > MOST_NAMES:
        return None
    parties, ties = ties_between(telling)
    rows = tuple(_rows(parties, ties))
    frame = _frame({tie.stance for tie in ties}, direction)
    lines = {side: _lines(side, [tie for tie in ties if tie.stance is side.stance], rows) for side in frame.sides}
    if any(len({line.loop.lane for line in found}) > MOST_ABREAST for found in lines.values()):
        return None
    return RelationsDrawing(
        width=frame.width,
        height=rows[-1].span.bottom,
        headings=tuple(
            StanceHeading(side.edge + side.outwards * _SIDE / 2, _HEADING, side.stance) for side in frame.sides
        ),
        names=tuple(_name(row, frame.middle) for row in rows),
        lines=tuple(line for found in lines.values() for line in found),
        bars="".join(bar for side, found in lines.items() for bar in _bars(side, found)),
    )


# ---------------------------------------------------------------- names


def _rows(parties: Sequence[Party], ties: Sequence[Tie]) -> Iterator[_NameRow]:
    """The names from the top down, each with room for its words and for the lines that end at it."""
    ends = Counter((place, tie.stance) for tie in ties for place in (tie.upper, tie.lower))
    top: float = _HEAD
    for place, party in enumerate(parties):
        words = _broken(party.name)
        most = max(ends[place, stance] for stance in Stance)
        height = max(_LOWEST_ROW, len(words) * _LEADING + _AROUND, most * _APART + _AROUND)
        yield _NameRow(party, words, Span(top, top + height))
        top += height


def _broken(name: str) -> tuple[str, ...]:
    lines = break_lines(name, _ROOM, _width)
    if len(lines) > _MOST_LINES:
        lines = (*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]}…")
    return tuple(_cut(line) for line in lines)


def _cut(line: str) -> str:
    """As much of a line as there is room for."""
    if _width(line) <= _ROOM:
        return line
    return next(cut for end in range(len(line), -1, -1) if _width(cut := f"{line[:end]}…") <= _ROOM)


def _width(words: str) -> float:
    return text_width(words, SIZE)


def _name(row: _NameRow, x: float) -> DrawnName:
    first = row.middle + _DROP - (len(row.lines) - 1) * _LEADING / 2
    lines = (TextLine(x, round(first + place * _LEADING, 1), words) for place, words in enumerate(row.lines))
    return DrawnName(row.party.id, tuple(lines))


# ---------------------------------------------------------------- lines


def _frame(stances: Set[Stance], direction: Literal["ltr", "rtl"]) -> _ColumnLayout:
    left, right = (Stance.FOR, Stance.AGAINST) if direction == "ltr" else (Stance.AGAINST, Stance.FOR)
    start = _SIDE * (left in stances)
    end = start + _COLUMN
    sides = (_StanceSide(left, start, -1), _StanceSide(right, end, 1))
    return _ColumnLayout(
        width=end + _SIDE * (right in stances),
        middle=start + _COLUMN / 2,
        sides=tuple(side for side in sides if side.stance in stances),
    )


def _lines(side: _StanceSide, ties: Sequence[Tie], rows: Sequence[_NameRow]) -> tuple[DrawnTie, ...]:
    """The ties of one side, each in a lane of its own wherever two would lie upon each other."""
    ends = {end: y for place, row in enumerate(rows) for end, y in _ends(place, row.middle, ties)}
    spans = [Span(ends[tie.upper, tie], ends[tie.lower, tie]) for tie in ties]
    chosen = loop_lanes(spans)
    pitch = min(_WIDEST_PITCH, (_SIDE - _BEFORE - _FREE) / (max(chosen) + 1))
    return tuple(
        DrawnTie(
            tie,
            Loop(
                span=span,
                edge=side.edge + side.outwards * _GAP,
                lane=side.edge + side.outwards * (_BEFORE + (lane + 1) * pitch),
                points_up=tie.points_up,
                points_down=tie.points_down,
            ),
        )
        for tie, span, lane in zip(ties, spans, chosen, strict=True)
    )


def _ends(place: int, middle: float, ties: Sequence[Tie]) -> Iterator[tuple[tuple[int, Tie], float]]:
    """At which height each line ends that leads to a name: those from above over those from below.

    Of those from one direction the shorter lie within the longer, so that they do not cross.
    """
    above = sorted((tie for tie in ties if tie.lower == place), key=lambda tie: (-tie.upper, tie.has_ended))
    below = sorted((tie for tie in ties if tie.upper == place), key=lambda tie: (-tie.lower, not tie.has_ended))
    first = middle - (len(above) + len(below) - 1) * _APART / 2
    for index, tie in enumerate((*above, *below)):
        yield (place, tie), first + index * _APART


def _bars(side: _StanceSide, lines: Sequence[DrawnTie]) -> Iterator[str]:
    """For each name a bar along where its lines end."""
    ends: defaultdict[int, list[float]] = defaultdict(list)
    for line in lines:
        ends[line.tie.upper].append(line.loop.span.top)
        ends[line.tie.lower].append(line.loop.span.bottom)
    for _, heights in sorted(ends.items()):
        yield f"M{svg_number(side.edge)} {svg_number(min(heights) - _PAST)}V{svg_number(max(heights) + _PAST)}"
