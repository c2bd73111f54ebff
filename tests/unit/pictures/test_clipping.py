"""Rings are cut to a rectangle, and neighbours meet where they are cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standfirst.pictures.clipping import Box, Point, clip

BOX = Box(0, 0, 10, 8)
points = st.tuples(st.floats(-20, 30), st.floats(-20, 30))


@given(st.lists(points, min_size=3, max_size=12))
def test_what_is_kept_of_a_ring_lies_in_the_box_and_is_closed(ring: list[Point]) -> None:
    kept = clip([*ring, ring[0]], BOX)
    assert all(BOX.left <= x <= BOX.right and BOX.top <= y <= BOX.bottom for x, y in kept)
    assert not kept or kept[0] == kept[-1]


def test_a_ring_within_the_box_stays_as_it_is_and_one_outside_is_lost() -> None:
    inside = ((1, 1), (2, 1), (2, 2), (1, 1))
    assert clip(inside, BOX) == inside
    assert clip([(x + 20, y) for x, y in inside], BOX) == ()


def test_a_ring_around_the_box_becomes_its_edge() -> None:
    around = ((-5, -5), (15, -5), (15, 15), (-5, 15), (-5, -5))
    assert set(clip(around, BOX)) == {(0, 0), (10, 0), (10, 8), (0, 8)}


def test_a_line_is_cut_where_it_crosses_the_edge() -> None:
    assert set(clip(((-5, 0), (5, 10), (5, 0), (-5, 0)), Box(0, -99, 99, 99))) == {(0, 5), (5, 10), (5, 0), (0, 0)}
    assert set(clip(((0, -5), (10, 5), (0, 5), (0, -5)), Box(-99, 0, 99, 99))) == {(5, 0), (10, 5), (0, 5), (0, 0)}


@given(points, points)
def test_neighbours_meet_in_the_same_point_of_the_edge(start: Point, end: Point) -> None:
    one, other = ((-30.0, 40.0), start, end, (-30.0, 40.0)), ((40.0, 40.0), end, start, (40.0, 40.0))
    across = [{point for point in clip(ring, Box(3, -100, 100, 100)) if point[0] == 3} for ring in (one, other)]
    if (start[0] < 3) != (end[0] < 3):
        assert across[0] & across[1]
