"""A map as a template writes it: numbers and paths as SVG has them, words at their points."""

from __future__ import annotations

from typing import Literal

from standfirst.model.frozen_class import frozen
from standfirst.pictures.clipping import Point
from standfirst.pictures.labels import LabelSide, MapLabel
from standfirst.pictures.map import NARROW, LocatorMap, MapScale

# In sizes of the letters: from line to line, and from the middle of a line down to the foot of its letters.
_LEADING, _FOOT = 1.1, 0.35


@frozen
class MapTextLine:
    """Words, and by how much they stand lower than what came before."""

    shift: str
    words: str


@frozen
class MapText:
    """Lines of words at a point. `anchor` is SVG's, which depends on the direction of the page."""

    x: str
    y: str
    anchor: str
    lines: tuple[MapTextLine, ...]


@frozen
class MapDot:
    x: str
    y: str


@frozen
class ScaleBar:
    """The bar of a scale, as a path, and the distance that it stands for."""

    path: str
    text: MapText


@frozen(kw_only=True)
class MapDrawing:
    """One map; a path is empty where there is nothing of its sort. `leaders` lead from marks to names further off."""

    title: str
    description: str
    is_small: bool
    width: str
    height: str
    land: str
    lakes: str
    borders: str
    countries: tuple[MapText, ...]
    leaders: str
    dots: tuple[MapDot, ...]
    labels: tuple[MapText, ...]
    scale: ScaleBar | None


def draw_map(drawn: LocatorMap, title: str, description: str, direction: Literal["ltr", "rtl"]) -> MapDrawing:
    """Return a map for a page that runs in a direction; the map itself is never mirrored."""
    marked = drawn.marks
    leaders = [label.leader for label in marked.labels if label.leader]
    return MapDrawing(
        title=title,
        description=description,
        is_small=drawn.width <= NARROW,
        width=_tenth(drawn.width),
        height=_tenth(drawn.height),
        land=drawn.outlines.land,
        lakes=drawn.outlines.lakes,
        borders=drawn.outlines.borders,
        countries=tuple(_text(label, direction) for label in drawn.country_labels),
        leaders="".join(f"M{_pair(leader.start)}L{_pair(leader.end)}" for leader in leaders),
        dots=tuple(MapDot(_tenth(x), _tenth(y)) for x, y in marked.dots),
        labels=tuple(_text(label, direction) for label in marked.labels),
        scale=_bar(drawn.scale) if drawn.scale else None,
    )


def _text(label: MapLabel, direction: str) -> MapText:
    anchors = {LabelSide.LEFT: "start", LabelSide.MIDDLE: "middle", LabelSide.RIGHT: "end"}
    if direction == "rtl":
        anchors |= {LabelSide.LEFT: "end", LabelSide.RIGHT: "start"}
    first = _FOOT - _LEADING * (len(label.lines) - 1) / 2
    shifts = (first, *[_LEADING] * (len(label.lines) - 1))
    lines = tuple(
        MapTextLine(f"{round(shift, 2):g}em", words) for shift, words in zip(shifts, label.lines, strict=True)
    )
    return MapText(_tenth(label.at[0]), _tenth(label.at[1]), anchors[label.side], lines)


def _bar(scale: MapScale) -> ScaleBar:
    x, y = scale.start
    path = f"M{_pair((x, y - 3))}v3h{_tenth(scale.length)}v-3"
    return ScaleBar(
        path, MapText(_tenth(x + scale.length / 2), _tenth(y - 5), "middle", (MapTextLine("0", scale.text),))
    )


def _pair(point: Point) -> str:
    return f"{_tenth(point[0])} {_tenth(point[1])}"


def _tenth(number: float) -> str:
    return f"{round(number, 1):g}"
