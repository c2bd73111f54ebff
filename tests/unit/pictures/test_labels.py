"""Names on a map: every place is named or numbered where there is room, and nothing covers anything else."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.pictures.clipping import Box, Point
from standfirst.pictures.countries import country_labels
from standfirst.pictures.labels import DOT, LabelSide, MapPlace, place_marks
from standfirst.pictures.outlines import VisibleCountry

SHEET = Box(0, 0, 360, 270)

points = st.tuples(st.floats(20, 340), st.floats(20, 250))
names = st.sampled_from(["Sirte", "Tripoli", "Langley, Virginia", "Zaporizhzhia nuclear power plant", "ساحة الميناء"])


def places(named: Sequence[tuple[str, Point]]) -> list[MapPlace]:
    return [MapPlace(name, index, str(index), at) for index, (name, at) in enumerate(named, start=1)]


@given(st.lists(st.tuples(names, points), max_size=25))
def test_labels_and_dots_stand_apart_within_the_sheet(named: list[tuple[str, Point]]) -> None:
    found = place_marks(places(named), SHEET)
    assert all(SHEET.contains(label.box) for label in found.labels)
    for one, other in itertools.combinations(found.labels, 2):
        assert not one.box.overlaps(other.box)
    for label, dot in itertools.product(found.labels, found.dots):
        assert not label.box.overlaps(Box(*dot, *dot).grown(DOT))
    for one_dot, other_dot in itertools.combinations(found.dots, 2):
        assert math.dist(one_dot, other_dot) > 2 * DOT


@given(st.lists(st.tuples(names, points), min_size=1, max_size=6))
def test_of_a_few_places_each_has_its_name_or_its_number(named: list[tuple[str, Point]]) -> None:
    found = place_marks(places(named), SHEET)
    assert len(found.labels) == len(found.dots)


def test_a_name_stands_beside_its_dot() -> None:
    found = place_marks(places([("Tripoli", (100, 100))]), SHEET)
    (label,) = found.labels
    assert (label.lines, label.side, label.at[1]) == (("Tripoli",), LabelSide.LEFT, 100)
    assert label.leader is None
    assert not found.numbered


def test_a_name_at_the_edge_stands_on_the_other_side() -> None:
    (label,) = place_marks(places([("Tripoli", (340, 100))]), SHEET).labels
    assert label.side is LabelSide.RIGHT


def test_a_line_leads_to_a_name_that_finds_no_room_beside_its_dot() -> None:
    around = [("Sirte", (100 + 11 * x, 100 + 11 * y)) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    found = place_marks(places(around), SHEET)
    assert any(label.leader for label in found.labels)


def test_places_at_one_spot_share_a_dot_and_each_has_a_line() -> None:
    found = place_marks(places([("The market", (100, 100)), ("The square", (102, 101))]), SHEET)
    assert found.dots == ((100, 100),)
    assert found.labels[0].lines == ("The market", "The square")


def test_where_names_find_no_room_their_numbers_in_the_list_stand_with_a_range_for_one_spot() -> None:
    many = [
        (f"A long name of a place {number}", (60 + 20.0 * (number % 12), 60.0 + 30 * (number // 12)))
        for number in range(48)
    ]
    twins = [("The old market of the town by the sea", (300, 250)) for _ in range(20)]
    found = place_marks(places([*many, *twins]), SHEET)
    assert found.numbered
    assert ("49–68",) in [label.lines for label in found.labels]


def test_of_hundreds_of_places_the_dots_stand_alone() -> None:
    crowd = [("Sirte", (20 + 8.0 * (number % 40), 20 + 16.0 * (number // 40))) for number in range(500)]
    found = place_marks(places(crowd), SHEET)
    assert found.labels == ()
    assert len(found.dots) == 500


# ---------------------------------------------------------------- countries


def square(left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    return ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))


def country(*rings: tuple[Point, ...]) -> VisibleCountry:
    return VisibleCountry("XX", rings)


def test_the_name_of_a_country_stands_in_its_middle() -> None:
    (label,) = country_labels([country(square(50, 50, 250, 200))], ["Libya"], [], SHEET)
    assert label.at == pytest.approx((150, 125), abs=2)


def test_a_name_makes_way_for_what_stands_there_and_is_dropped_where_there_is_no_room() -> None:
    land = country(square(50, 50, 250, 200))
    taken = Box(100, 60, 240, 140)
    (label,) = country_labels([land], ["Libya"], [taken], SHEET)
    assert not label.box.overlaps(taken)
    assert country_labels([land], ["Libya"], [SHEET], SHEET) == ()
    assert country_labels([country(square(50, 50, 70, 200))], ["Libya"], [], SHEET) == ()


def test_a_long_name_is_broken_where_its_country_is_narrow() -> None:
    (label,) = country_labels([country(square(50, 50, 150, 200))], ["United Arab Emirates"], [], SHEET)
    assert len(label.lines) > 1


def test_a_country_without_a_name_has_no_label() -> None:
    assert country_labels([country(square(50, 50, 250, 200))], [""], [], SHEET) == ()


@given(st.lists(st.lists(points, min_size=3, max_size=8), min_size=1, max_size=4))
def test_names_of_countries_stand_within_them_and_apart(rings: list[list[Point]]) -> None:
    lands = [country((*ring, ring[0])) for ring in rings]
    labels = country_labels(lands, ["Chad"] * len(lands), [], SHEET)
    assert all(SHEET.contains(label.box) for label in labels)
    for one, other in itertools.combinations(labels, 2):
        assert not one.box.overlaps(other.box)
