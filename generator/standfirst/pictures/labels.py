"""Where the names on a map stand: beside their marks, a line leading to those that find room only further away.

Every place is named, or numbered as in the list beside the map where its name finds no room. Dots that would cover each
other become one; where not even a number finds room beside it, a dot stands alone.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from enum import Enum

from standfirst.model.frozen_class import frozen
from standfirst.pictures.clipping import Box, Point
from standfirst.pictures.lettering import break_lines, text_width

# In units, a phone's page being 360 wide or less: twelve pixels there. From line to line, and what marks above and
# below the letters take besides; fonts of most scripts, from Hebrew and Arabic on, reach further.
SIZE, _LINE, _REACH, _FURTHER_REACH = 13.5, 15.0, 4.0, 9.0
_FIRST_OF_THEM = "\u0590"
DOT = 3.0
# How much wider bold letters are, and how long a line of a name may be.
_BOLD, _LONGEST = 1.06, 120.0
# Between a label and all else, and to a dot that is not its own.
_APART, _FOREIGN = 2.0, 3.0
# How far a label stands from its dot; how far off it may be if a line leads to it.
_BESIDE, _FURTHER = 6.0, (16.0, 28.0, 42.0)
# More than so many names, and numbers, never find room beside each other; how often they are arranged anew.
_MOST_NAMED, _MOST_NUMBERED, _TRIES = 60, 120, 6


class LabelSide(Enum):
    """Which side of a label stands at its point."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@frozen
class Leader:
    """A line from a mark to a label that is not beside it."""

    start: Point
    end: Point


@frozen
class MapLabel:
    """Lines of words, which are centred on `at` from top to bottom; `box` is the room that they may need."""

    lines: tuple[str, ...]
    at: Point
    side: LabelSide
    box: Box
    leader: Leader | None = None


@frozen
class MapPlace:
    """A place on the sheet: its name, its place in the list, and the number that it has there in words."""

    name: str
    index: int
    number: str
    at: Point


@frozen
class MapMarks:
    """Where dots stand and the labels beside them; `numbered` where one of these is a number in place of a name."""

    dots: tuple[Point, ...]
    labels: tuple[MapLabel, ...]
    numbered: bool

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The room that all of it takes."""
        return (*map(_dot_box, self.dots), *(label.box for label in self.labels))


MapPlaceGroup = tuple[MapPlace, ...]


def place_marks(places: Sequence[MapPlace], sheet: Box) -> MapMarks:
    """Return the dots of places and what stands beside them; in a crowd, some or all dots stand alone."""
    groups = _near_each_other(places)
    dots = tuple(group[0].at for group in groups)
    best = MapMarks(dots, (), numbered=False)
    named, numbered = (groups, []) if len(groups) <= _MOST_NAMED else ([], groups)
    for _ in range(_TRIES if len(groups) <= _MOST_NUMBERED else 0):
        texts = [*((group, _numbers(group)) for group in numbered), *((group, _names(group)) for group in named)]
        found = _labels(texts, dots, sheet)
        labels = tuple(label for label in found if label)
        if len(labels) > len(best.labels):
            best = MapMarks(dots, labels, numbered=bool(numbered))
        unplaced = [group for (group, _), label in zip(texts, found, strict=True) if label is None]
        if not unplaced:
            break
        # Next time they come first, as numbers.
        numbered = [*unplaced, *(group for group in numbered if group not in unplaced)]
        named = [group for group in named if group not in unplaced]
    return best


def _near_each_other(places: Sequence[MapPlace]) -> list[MapPlaceGroup]:
    """The places in groups, each close to the first of its group, where their dot stands."""
    groups: list[list[MapPlace]] = []
    for place in places:
        near = next((group for group in groups if math.dist(group[0].at, place.at) <= 2 * DOT), None)
        if near is None:
            groups.append([place])
        else:
            near.append(place)
    return [tuple(group) for group in groups]


def _dot_box(at: Point) -> Box:
    return Box(*at, *at).grown(DOT)


def label_height(lines: Sequence[str]) -> float:
    """Return the room that lines of a label need from top to bottom."""
    reaches_further = any(letter >= _FIRST_OF_THEM for letter in "".join(lines) if letter.isalpha())
    return len(lines) * _LINE + (_FURTHER_REACH if reaches_further else _REACH)


def _text_width(text: str) -> float:
    return text_width(text, SIZE) * _BOLD


# ---------------------------------------------------------------- what a label says


def _names(group: MapPlaceGroup) -> tuple[str, ...]:
    """A name in one line or more; where several stand at one dot, each must be one line to be told apart."""
    return tuple(place.name for place in group) if len(group) > 1 else break_lines(group[0].name, _LONGEST, _text_width)


def _numbers(group: MapPlaceGroup) -> tuple[str, ...]:
    return break_lines(", ".join(_runs(group)), _LONGEST, _text_width)


def _runs(group: MapPlaceGroup) -> Iterator[str]:
    """The numbers of some places, those in a row as a range: `1–4`, `7`."""
    for _, run in itertools.groupby(enumerate(group), lambda each: each[1].index - each[0]):
        places = [place for _, place in run]
        yield places[0].number if len(places) == 1 else f"{places[0].number}–{places[-1].number}"


# ---------------------------------------------------------------- where it stands


def _labels(
    texts: Sequence[tuple[MapPlaceGroup, tuple[str, ...]]], dots: Sequence[Point], sheet: Box
) -> list[MapLabel | None]:
    """A label for each text, which meets nothing else; nothing for one that finds no room."""
    inner = sheet.grown(-_APART)
    labels: list[MapLabel | None] = []
    for group, lines in texts:
        at = group[0].at
        others = [label for label in labels if label]
        foreign = [_dot_box(dot).grown(_FOREIGN - _APART) for dot in dots if dot != at]
        around = (
            each for each in _around(at, lines) if inner.contains(each.box) and not _dot_box(at).overlaps(each.box)
        )
        labels.append(next((each for each in around if _is_free(each, others, foreign)), None))
    return labels


def _around(at: Point, lines: tuple[str, ...]) -> Iterator[MapLabel]:
    """The places for a label, from the best on: beside its mark, then further off."""
    across, down = max(map(_text_width, lines)), label_height(lines)
    for away in (_BESIDE, *_FURTHER):
        slant = away * math.sqrt(0.5)
        for right, below in (
            (away, 0.0), (-away, 0.0), (0.0, -away), (0.0, away),
            (slant, -slant), (slant, slant), (-slant, -slant), (-slant, slant),
        ):  # fmt: skip
            end = at[0] + right, at[1] + below
            leader = Leader(at, end) if away > _BESIDE else None
            # What stands above or below its mark has that at the middle of its edge.
            middle = end[1] + (math.copysign(down / 2, below) if below else 0.0)
            yield _label(lines, (end[0], middle), right, across, leader)


def _label(lines: tuple[str, ...], at: Point, right: float, across: float, leader: Leader | None) -> MapLabel:
    side = LabelSide.LEFT if right > 0 else LabelSide.RIGHT if right < 0 else LabelSide.MIDDLE
    left = at[0] - {LabelSide.LEFT: 0.0, LabelSide.MIDDLE: across / 2, LabelSide.RIGHT: across}[side]
    top = at[1] - label_height(lines) / 2
    return MapLabel(lines, at, side, Box(left, top, left + across, top + label_height(lines)), leader)


def _is_free(label: MapLabel, others: Sequence[MapLabel], foreign: Sequence[Box]) -> bool:
    """Whether a label and its leader meet no other label, no other leader and no mark but its own."""
    room = label.box.grown(_APART)
    solid = (*(other.box for other in others), *foreign)
    leaders = [other.leader for other in others if other.leader]
    return (
        not any(room.overlaps(box) for box in solid)
        and not any(_meets(leader, room) for leader in leaders)
        and not (label.leader and any(_meets(label.leader, box) for box in solid))
        and not (label.leader and any(_cross(label.leader, leader) for leader in leaders))
    )


def _meets(leader: Leader, box: Box) -> bool:
    """Whether a line comes into a box, looked at in steps of less than a letter."""
    steps = math.ceil(math.dist(leader.start, leader.end) / 2)
    for step in range(steps + 1):
        x, y = (start + (end - start) * step / steps for start, end in zip(leader.start, leader.end, strict=True))
        if box.left <= x <= box.right and box.top <= y <= box.bottom:
            return True
    return False


def _cross(one: Leader, other: Leader) -> bool:
    """Whether two lines cross: the ends of each lie on both sides of the other."""
    return all(
        _turn(a.start, a.end, b.start) * _turn(a.start, a.end, b.end) < 0 for a, b in ((one, other), (other, one))
    )


def _turn(start: Point, end: Point, point: Point) -> float:
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])
