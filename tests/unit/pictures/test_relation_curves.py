"""Lines that leave a column at one height and come back to it at another: side by side, with heads and whole dashes."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.pictures.relation_curves import DASH, GAP, Loop, Span, loop_lanes, svg_number

HEIGHTS = st.integers(0, 200)
SPANS = st.lists(
    st.tuples(HEIGHTS, HEIGHTS).filter(lambda ends: ends[0] != ends[1]).map(lambda ends: Span(*sorted(ends)))
)


def loop(*, lane: float = 40, points_up: bool = False, points_down: bool = True, bottom: float = 90) -> Loop:
    return Loop(Span(10, bottom), 2, lane, points_up, points_down)


@given(SPANS)
def test_no_two_lines_in_one_lane_lie_upon_each_other(spans: list[Span]) -> None:
    chosen = loop_lanes(spans)
    assert len(chosen) == len(spans)
    for lane in set(chosen):
        inside = sorted(span for span, own in zip(spans, chosen, strict=True) if own == lane)
        assert all(upper.bottom < lower.top for upper, lower in itertools.pairwise(inside))


@given(SPANS)
def test_a_line_lies_within_every_longer_one_that_spans_it(spans: list[Span]) -> None:
    placed = list(zip(spans, loop_lanes(spans), strict=True))
    for inner, inner_lane in placed:
        for outer, outer_lane in placed:
            if outer.top < inner.top and inner.bottom < outer.bottom:
                assert inner_lane < outer_lane


@given(st.permutations([Span(0, 10), Span(0, 30), Span(20, 40), Span(5, 35), Span(50, 60)]))
def test_a_line_has_its_lane_whatever_order_the_lines_are_given_in(spans: list[Span]) -> None:
    found = dict(zip(spans, loop_lanes(spans), strict=True))
    assert found == {Span(0, 10): 0, Span(20, 40): 0, Span(50, 60): 0, Span(0, 30): 1, Span(5, 35): 2}


def test_lines_in_one_lane_are_four_apart_or_more() -> None:
    assert loop_lanes([Span(0, 10), Span(14, 24), Span(27, 37)]) == (0, 0, 1)


def test_numbers_are_written_to_a_tenth() -> None:
    assert [svg_number(each) for each in (2.0, 2.26, -0.5)] == ["2", "2.3", "-0.5"]


def test_a_line_runs_out_to_its_lane_and_back() -> None:
    assert loop(points_down=False).path == "M2 10H10A30 30 0 0 1 40 40V60A30 30 0 0 1 10 90H2"


def test_on_the_left_it_bends_the_other_way() -> None:
    assert loop(lane=-36, points_down=False).path == "M2 10H-6A30 30 0 0 0 -36 40V60A30 30 0 0 0 -6 90H2"


@pytest.mark.parametrize(
    ("points_up", "points_down", "arrows"),
    [
        (False, False, ""),
        (True, False, "M2 10l6 -2.7v5.4z"),
        (False, True, "M2 90l6 -2.7v5.4z"),
        (True, True, "M2 10l6 -2.7v5.4zM2 90l6 -2.7v5.4z"),
    ],
)
def test_arrowheads_stand_where_a_line_points(points_up: bool, points_down: bool, arrows: str) -> None:
    assert loop(points_up=points_up, points_down=points_down).arrows == arrows


def test_a_stroke_ends_within_its_arrowhead() -> None:
    path = loop(points_up=True, points_down=True).path
    assert path.startswith("M7 10")
    assert path.endswith("H7")


@pytest.mark.parametrize(
    ("line", "long"),
    [
        (loop(), 125),
        (loop(points_up=True), 117),
        (loop(points_down=False), 133),
        (loop(lane=-36), 125),
        (loop(lane=20, bottom=20), 37),
        (loop(lane=11), 93),
    ],
)
def test_the_dashes_of_a_line_are_as_many_as_fit_its_length_best(line: Loop, long: int) -> None:
    assert line.dashed_length == long


@given(st.integers(14, 90), st.integers(16, 400), st.booleans(), st.booleans())
def test_a_line_begins_and_ends_with_a_whole_dash(lane: int, bottom: int, points_up: bool, points_down: bool) -> None:
    dashed = loop(lane=lane, bottom=bottom, points_up=points_up, points_down=points_down)
    assert dashed.dashed_length % (DASH + GAP) == DASH
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", dashed.path)]
    assert max(numbers) <= max(lane, bottom)
