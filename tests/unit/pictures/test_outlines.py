"""Outlines on a sheet: one line for a coast, one for a border that two countries share, and only what can be seen."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import Area, AreaKind, Extent, Position
from standfirst.pictures.map_extents import MapFrame
from standfirst.pictures.outlines import map_outlines

# One degree is a hundred units, and at the equator Mercator's projection is as good as flat.
FRAME = MapFrame(Extent(-1, -1, 1, 1), 200)


def area(*points: tuple[float, float], code: str = "", kind: AreaKind = AreaKind.LAND) -> Area:
    ring = tuple(Position(*point) for point in (*points, points[0]))
    return Area(kind=kind, code=code, polygons=((ring,),))


WEST = area((-0.5, -0.5), (-0.5, 0.5), (0, 0.5), (0, 0.2), (0, -0.5), code="AA")
EAST = area((0, -0.5), (0, 0.2), (0, 0.5), (0.5, 0.5), (0.5, -0.5), code="BB")


def places(path: str) -> list[list[tuple[float, float]]]:
    """The points of each line of a path."""
    lines = []
    for written in path.split("M")[1:]:
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", written)]
        x, y = numbers[:2]
        line = [(x, y)]
        for across, down in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + across, y + down
            line.append((round(x, 1), round(y, 1)))
        lines.append(line)
    return lines


def test_two_neighbours_have_one_coast_around_them_and_one_border_between_them() -> None:
    drawn = map_outlines([WEST, EAST], FRAME)
    (coast,), (border,) = places(drawn.land), places(drawn.borders)
    assert set(coast) >= {(50.0, 50.0), (150.0, 50.0), (150.0, 150.0), (50.0, 150.0)}
    assert drawn.land.endswith("z")
    assert sorted(border) == [(100.0, 50.0), (100.0, 150.0)]


def test_an_island_has_a_coast_and_no_border_and_a_lake_lies_in_its_country() -> None:
    lake = area((-0.4, -0.4), (-0.4, -0.2), (-0.2, -0.2), kind=AreaKind.LAKE)
    drawn = map_outlines([WEST, lake], FRAME)
    assert len(places(drawn.land)) == 1
    assert len(places(drawn.lakes)) == 1
    assert drawn.borders == ""


def test_what_the_antimeridian_parts_is_drawn_whole() -> None:
    frame = MapFrame(Extent(179, -1, 181, 1), 200)
    halves = (
        tuple(Position(*point) for point in ((179.5, -0.5), (179.5, 0.5), (180, 0.5), (180, -0.5), (179.5, -0.5))),
        tuple(Position(*point) for point in ((-180, -0.5), (-180, 0.5), (-179.5, 0.5), (-179.5, -0.5), (-180, -0.5))),
    )
    drawn = map_outlines([Area(kind=AreaKind.LAND, polygons=tuple((half,) for half in halves))], frame)
    (coast,) = places(drawn.land)
    assert {x for x, _ in coast} >= {50.0, 150.0}
    assert drawn.borders == ""


def test_specks_and_what_lies_beside_the_sheet_are_left_out() -> None:
    speck = area((0, 0), (0, 0.005), (0.005, 0.005))
    beside = area((5, 5), (5, 6), (6, 6), code="AA")
    drawn = map_outlines([speck, beside], FRAME)
    assert (drawn.land, drawn.borders, drawn.countries) == ("", "", ())


coordinates = st.tuples(st.floats(-3, 3), st.floats(-3, 3))


@given(st.lists(st.lists(coordinates, min_size=3, max_size=9), max_size=4))
def test_no_line_leaves_the_sheet_further_than_its_edge_is_hidden_and_all_coasts_are_closed(
    rings: list[list[tuple[float, float]]],
) -> None:
    drawn = map_outlines([area(*ring, code="AA") for ring in rings], FRAME)
    for line in (*places(drawn.land), *places(drawn.borders)):
        assert all(-4.1 <= x <= 204.1 and -4.1 <= y <= 204.1 for x, y in line)
    assert drawn.land.count("M") == drawn.land.count("z")


@given(st.lists(st.floats(-0.9, 0.9), min_size=1, max_size=30))
def test_no_gap_opens_between_neighbours_when_their_border_is_simplified(bends: list[float]) -> None:
    border = [(0.3 * bend, -0.8 + 1.6 * step / len(bends)) for step, bend in enumerate(bends)]
    west = area((-0.9, -0.8), *border, (0, 0.8), (-0.9, 0.8), code="AA")
    east = area((0.9, 0.8), (0, 0.8), *reversed(border), (0.9, -0.8), code="BB")
    drawn = map_outlines([west, east], FRAME)
    assert len(places(drawn.land)) == 1
    assert len(places(drawn.borders)) == 1
