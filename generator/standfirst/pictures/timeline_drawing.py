"""A timeline as a template writes it: words at their points, signs in their parts, and lines as paths of SVG."""

from __future__ import annotations

from standfirst.model import FactId
from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.pictures.event_marks import MarkSign


@frozen
class PlacedText:
    """Words on a line of their own, that start or end at a point."""

    x: int
    y: int
    text: str


@frozen
class EventLabelLine:
    """A line of a label, and where it stands."""

    y: int
    date: str
    title: str


@frozen
class EventLabel:
    """What an event is called, and where that leads; its lines start at `x`, with room from `top` to `bottom`."""

    address: Address
    x: int
    top: int
    bottom: int
    lines: tuple[EventLabelLine, ...]
    is_key: bool


@frozen
class MarkPart:
    """A part of a sign, by its left upper corner."""

    x: int
    y: int
    width: int
    height: int


@frozen
class EventMark:
    """The sign of an event: what is known exactly of it, what is not, and as paths its hatching and its arrows."""

    sort: str
    exact: MarkPart | None
    inexact: tuple[MarkPart, ...]
    hatching: str
    arrows: str
    perhaps: bool
    is_planned: bool
    is_key: bool


@frozen(kw_only=True)
class TimelineDrawing:
    """A timeline in units of the picture; a path is empty where there is nothing of its sort.

    Of `count` events some are `named`, with a sign and a label each. `further` has the others, which are `unnamed`,
    as squares, or as bars where too many would stand in a row. `signs` are those that its key explains.
    """

    is_narrow: bool
    width: int
    height: int
    size: int
    small: int
    period: str
    count: int
    named: tuple[FactId, ...]
    unnamed: int
    axis: str
    grid: str
    ticks: tuple[PlacedText, ...]
    headings: tuple[PlacedText, ...]
    gaps: str
    waves: str
    leaders: str
    marks: tuple[EventMark, ...]
    labels: tuple[EventLabel, ...]
    further: str
    squares: bool
    signs: tuple[MarkSign, ...]
