"""Which places share a map, and how much of the earth it shows."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import Extent, Position
from standfirst.pictures.map_extents import (
    MOST_FRAMES,
    MapFrame,
    extent_around,
    extent_contains,
    frame_around,
    place_groups,
    unwrapped,
    with_longitude_in,
)

TRIPOLI, SIRTE, LANGLEY = Position(13.19, 32.89), Position(16.59, 31.21), Position(-77.16, 38.95)
LONDON, PARIS, TOKYO, SYDNEY = Position(-0.1, 51.5), Position(2.4, 48.9), Position(139.7, 35.7), Position(151.2, -33.9)
SUVA, APIA = Position(178.4, -18.1), Position(-171.8, -13.8)
WORLD = (Extent(-180, -90, 180, 90),)

positions = st.builds(Position, st.floats(-180, 180), st.floats(-84, 84))


def test_a_place_overseas_has_a_map_of_its_own_after_that_of_most_places() -> None:
    assert place_groups([LANGLEY, TRIPOLI, SIRTE]) == ((1, 2), (0,))


def test_capitals_all_over_the_world_share_one_map() -> None:
    nairobi, delhi, lima, moscow = Position(36.8, -1.3), Position(77.2, 28.6), Position(-77, -12), Position(37.6, 55.8)
    assert len(place_groups([LONDON, nairobi, delhi, moscow, TOKYO, SYDNEY, lima, LANGLEY])) == 1


def test_two_towns_of_one_region_share_a_map_and_islands_on_both_sides_of_the_antimeridian_do() -> None:
    assert place_groups([LONDON, PARIS]) == ((0, 1),)
    assert place_groups([SUVA, APIA]) == ((0, 1),)


@given(st.lists(positions, max_size=12))
def test_every_place_is_in_one_of_a_few_groups(places: list[Position]) -> None:
    found = place_groups(places)
    assert sorted(itertools.chain(*found)) == list(range(len(places)))
    assert len(found) <= MOST_FRAMES
    assert [len(group) for group in found] == sorted(map(len, found), reverse=True)


@given(st.lists(positions, min_size=1, max_size=8))
def test_a_map_has_all_its_places_on_its_sheet_and_a_shape_that_fits_a_page(places: list[Position]) -> None:
    frame = frame_around(places, WORLD, 360)
    assert frame
    for place in places:
        x, y = frame.point(with_longitude_in(frame.extent, place))
        assert -0.01 <= x <= frame.width + 0.01
        assert -0.01 <= y <= frame.height + 0.01
    assert frame.extent.east - frame.extent.west <= 360
    assert 0.2 * frame.width <= frame.height <= 2 * frame.width


def test_a_map_across_the_antimeridian_is_narrow() -> None:
    extent = extent_around([SUVA, APIA])
    assert extent.east - extent.west < 30
    assert extent_contains(extent, SUVA)
    assert extent_contains(extent, APIA)


def test_a_map_of_one_place_shows_the_region_around_it() -> None:
    extent = extent_around([TRIPOLI])
    assert 10 < extent.east - extent.west < 25
    assert with_longitude_in(extent, TRIPOLI).lon - extent.west == pytest.approx((extent.east - extent.west) / 2)


def test_north_is_up_and_a_small_map_keeps_shapes() -> None:
    frame = MapFrame(Extent(10, 59, 12, 61), 100)
    (left, top), (right, bottom) = frame.point(Position(10.9, 60.05)), frame.point(Position(11.1, 59.95))
    # A fifth of a degree along the parallel is half as long at 60° as along the equator.
    assert (right - left) / (bottom - top) == pytest.approx(2 * 0.5, rel=0.01)


def test_a_map_shows_no_more_than_the_basemap_covers() -> None:
    wanted = extent_around([TRIPOLI, SIRTE])
    cover = wanted._replace(west=wanted.west + 2)
    frame = frame_around([TRIPOLI, SIRTE], [cover], 360)
    assert frame
    assert frame.extent == cover


@pytest.mark.parametrize(
    "cover",
    [
        pytest.param(Extent(-85, 30, -65, 45), id="elsewhere"),
        pytest.param(Extent(14, 20, 40, 40), id="only one of them"),
        pytest.param(Extent(13, 31, 17, 33), id="next to nothing around them"),
    ],
)
def test_a_map_that_would_show_too_little_is_not_drawn(cover: Extent) -> None:
    assert frame_around([TRIPOLI, SIRTE], [cover], 360) is None


def test_a_basemap_may_be_written_in_longitudes_that_are_a_turn_apart() -> None:
    assert frame_around([SUVA, APIA], [Extent(165, -40, 205, 10)], 360)
    assert frame_around([SUVA, APIA], [Extent(-195, -40, -155, 10)], 360)


def test_a_ring_that_crosses_the_antimeridian_goes_on_beyond_it() -> None:
    ring = (Position(179, 0), Position(-179, 1), Position(-179, -1), Position(179, 0))
    assert [position.lon for position in unwrapped(ring)] == [179, 181, 181, 179]
