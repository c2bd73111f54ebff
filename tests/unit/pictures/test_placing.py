"""Things in a picture keep apart, in their order, and as near as can be to where they belong."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from standfirst.pictures.placing import bar_lanes, spread

things = st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 80)), max_size=30).map(sorted)


@given(things)
def test_things_are_apart_in_their_order_and_within_bounds_that_have_room_for_them(
    things: list[tuple[int, int]],
) -> None:
    wanted, heights = [begin for begin, _ in things], [height for _, height in things]
    high = 1000 + sum(heights)
    places = spread(wanted, heights, 0, high)
    ends = [place + height for place, height in zip(places, heights, strict=True)]
    assert all(end <= after for end, after in zip(ends, places[1:], strict=False))
    assert all(place >= 0 and end <= high for place, end in zip(places, ends, strict=True))


def test_what_has_room_stands_where_it_belongs_and_what_crowds_moves_both_ways() -> None:
    assert spread([0, 100, 200], [50, 50, 50], 0, 300) == [0, 100, 200]
    assert spread([100, 100], [20, 20], 0, 300) == [90, 110]
    assert spread([0, 0], [20, 20], 0, 300) == [0, 20]
    assert spread([290, 290], [20, 20], 0, 300) == [260, 280]
    assert spread([100, 100, 100], [20, 20, 20], 0, 300) == [80, 100, 120]
    assert spread([100, 110, 110], [20, 20, 20], 0, 300) == [86, 106, 126]


@given(things.flatmap(st.permutations))
def test_no_two_in_one_lane_meet_and_lanes_are_no_more_than_needed(things: list[tuple[int, int]]) -> None:
    extents = [(begin, begin + height) for begin, height in things]
    chosen = bar_lanes(extents, 5)
    for (one, lane), (other, other_lane) in itertools.combinations(zip(extents, chosen, strict=True), 2):
        assert lane != other_lane or one[1] + 5 <= other[0] or other[1] + 5 <= one[0]
    crowds = [sum(begin <= each[0] < end + 5 for begin, end in extents) for each in extents]
    assert len(set(chosen)) == max(crowds, default=0)


def test_a_bar_takes_the_first_lane_as_soon_as_the_gap_allows() -> None:
    assert bar_lanes([(0, 10), (15, 20)], 5) == [0, 0]
    assert bar_lanes([(0, 10), (14, 20)], 5) == [0, 1]
    assert bar_lanes([(12, 20), (0, 10), (5, 8)], 5) == [2, 0, 1]


def test_what_would_lie_over_each_other_is_moved_by_as_little_as_can_be() -> None:
    assert spread([0, 30, 20, 4], [10] * 4, -100, 100) == [-2, 8, 18, 28]
