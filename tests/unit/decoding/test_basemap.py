"""The basemap's file: what its outlines are, whose they are, and how far they reach."""

from __future__ import annotations

import json

import pytest

from standfirst.decoding.basemap import decode_basemap, write_basemap
from standfirst.model import AreaKind, Basemap, Extent, Position
from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile

SQUARE = [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]


def written(*features: object, **members: object) -> str:
    return json.dumps({"type": "FeatureCollection", "source": "An atlas", **members, "features": list(features)})


def feature(coordinates: object, sort: str = "Polygon", **properties: object) -> object:
    return {"type": "Feature", "properties": properties, "geometry": {"type": sort, "coordinates": coordinates}}


def read(text: str) -> Basemap:
    return decode_basemap(InputFile("basemap.geojson", text))


def test_an_area_is_read_with_its_kind_its_code_and_its_rings() -> None:
    hole = [[0.25, 0.25], [0.5, 0.25], [0.5, 0.5], [0.25, 0.25]]
    (area,) = read(written(feature([[SQUARE, hole]], "MultiPolygon", kind="lake", code="LY", name="Libya"))).areas

    assert (area.kind, area.code, area.name) == (AreaKind.LAKE, "LY", "Libya")
    assert [[len(ring) for ring in polygon] for polygon in area.polygons] == [[5, 4]]
    assert area.polygons[0][0][1] == Position(lon=0, lat=1)


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ({"ISO_A2": "-99", "ISO_A2_EH": "FR"}, "FR"),
        ({"ISO_A2": "LY"}, "LY"),
        ({"ISO_A2": "-99", "ISO_A2_EH": "-99"}, ""),
        ({"code": "LY", "ISO_A2_EH": "FR"}, "LY"),
        ({"iso_a2": "LY"}, "LY"),
        ({"code": "libya"}, ""),
        ({}, ""),
    ],
)
def test_a_country_has_the_code_that_natural_earth_gives_it_if_that_is_one(
    properties: dict[str, str], code: str
) -> None:
    assert read(written(feature([SQUARE], **properties))).areas[0].code == code


def test_an_area_has_its_own_name_or_that_of_natural_earth() -> None:
    areas = read(written(feature([SQUARE], NAME="Libya"), feature([SQUARE], name="Here", NAME="There"))).areas
    assert [area.name for area in areas] == ["Libya", "Here"]


def test_the_lakes_of_natural_earth_are_lakes_and_all_else_is_land() -> None:
    sorts = ("Alkaline Lake", "Reservoir", "Admin-0 country")
    areas = read(written(*(feature([SQUARE], featurecla=sort) for sort in sorts))).areas
    assert [area.kind for area in areas] == [AreaKind.LAKE, AreaKind.LAKE, AreaKind.LAND]


def test_a_feature_without_geometry_is_passed_over_and_a_height_is_not_read() -> None:
    nothing = {"type": "Feature", "properties": None, "geometry": None}
    (area,) = read(written(nothing, feature([[[*position, 12.5] for position in SQUARE]]))).areas
    assert area.polygons[0][0][2] == Position(lon=1, lat=1)


def test_areas_and_polygons_without_a_ring_are_nothing() -> None:
    basemap = read(written(feature([]), feature([[], [SQUARE]], "MultiPolygon")))
    assert [len(area.polygons) for area in basemap.areas] == [0, 1]
    assert basemap.extents == (Extent(0, 0, 1, 1),)


def test_a_basemap_reaches_as_far_as_it_says_or_else_as_its_areas_do() -> None:
    assert read(written(feature([SQUARE]))).extents == (Extent(0, 0, 1, 1),)
    assert read(written(covers=[[170, -20, -170, 5]])).extents == (Extent(170, -20, 190, 5),)
    assert read(written(covers=[[170, -20, 170, 5]])).extents == (Extent(170, -20, 170, 5),)
    assert read(written()).extents == ()
    far = [[lon - 5, lat + 7] for lon, lat in SQUARE]
    assert read(written(feature([SQUARE]), feature([far]))).extents == (Extent(-5, 0, 1, 8),)


def test_the_credit_is_that_of_the_file_or_else_the_one_that_is_given() -> None:
    for text, credit in ((written(), "An atlas"), (written(source=""), "Another")):
        assert decode_basemap(InputFile("basemap.geojson", text), "Another").source == credit


def test_a_basemap_is_written_one_feature_a_line_with_two_decimals() -> None:
    ring = [[0.004, 0], [0, 1.006], [1, 1], [0.004, 0]]
    areas = (feature([ring], kind="lake", code="LY", name="Libyä"), feature([SQUARE]))
    covers = [[170, -20, -179.5, 5.126], [0, 40, 9.5, 50]]
    assert write_basemap(read(written(*areas, covers=covers, scale="1:50m", year=2024, by="É"))) == (
        '{"type": "FeatureCollection",\n"source": "An atlas",\n"scale": "1:50m",\n"by": "É",\n'
        '"covers": [[170.0, -20.0, -179.5, 5.13], [0.0, 40.0, 9.5, 50.0]],\n"features": [\n'
        '{"type":"Feature","properties":{"kind":"lake","code":"LY","name":"Libyä"},"geometry":'
        '{"type":"MultiPolygon","coordinates":[[[[0.0,0.0],[0.0,1.01],[1.0,1.0],[0.0,0.0]]]]}},\n'
        '{"type":"Feature","properties":{"kind":"land"},"geometry":'
        '{"type":"MultiPolygon","coordinates":[[[[0.0,0.0],[0.0,1.0],[1.0,1.0],[1.0,0.0],[0.0,0.0]]]]}}\n]}\n'
    )


def test_what_is_written_is_read_again_as_it_was() -> None:
    text = written(feature([SQUARE], kind="land", code="LY", name="Libya"), covers=[[170, 0, -170, 1]], scale="1:50m")
    basemap = read(text)
    assert read(write_basemap(basemap)) == basemap
    assert basemap.remarks == (("scale", "1:50m"),)


@pytest.mark.parametrize("text", ["", "[" * 100_000, "null", '"text"', "[]", "{}", '{"type": {}}', "NaN"])
def test_what_is_no_basemap_is_a_problem_of_the_writer(text: str) -> None:
    with pytest.raises(SiteError):
        read(text)


@pytest.mark.parametrize("number", ["181", "-90.5e3", "NaN", '"12"', "null", "[1]"])
def test_a_longitude_is_a_number_of_degrees(number: str) -> None:
    text = written(feature([SQUARE])).replace("[1, 1]", f"[{number}, 1]")
    with pytest.raises(SiteError, match="not a longitude"):
        read(text)


@pytest.mark.parametrize("number", ["1" * 4301, "-" + "1" * 9000, "0." + "1" * 9000, "1e" + "1" * 9000])
def test_a_number_that_python_would_not_read_is_told_where_it_is(number: str) -> None:
    for member in ({"bbox": ["N"]}, {"features": [feature([[["N", 0], *SQUARE]])]}):
        text = json.dumps({"type": "FeatureCollection", "source": "s", **member}).replace('"N"', number)
        with pytest.raises(SiteError) as raised:
            read(text)
        (problem,) = raised.value.problems
        assert problem.origin.column == text.index(number) + 1
        assert len(str(problem)) < 700


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_what_is_no_number_of_degrees_is_no_longitude(number: str) -> None:
    text = written(feature([[["N", 0], *SQUARE]])).replace('"N"', number)
    with pytest.raises(SiteError, match=f"'{number}' is not a longitude"):
        read(text)


NO_RING = "this ring does not end where it begins, after four positions or more"


@pytest.mark.parametrize(
    ("member", "place", "said"),
    [
        ('"covers": 0, "features": []', "2:11", "a list of covers is expected here"),
        ('"covers": [0], "features": []', "2:12", "a list of coordinates is expected here"),
        ('"covers": [[1, 2, 3]], "features": []', "2:12", "an extent is [west, south, east, north]"),
        ('"covers": [[181, 0, 0, 0]], "features": []', "2:13", "'181' is not a longitude"),
        ('"covers": [[0, 91, 0, 0]], "features": []', "2:16", "'91' is not a latitude"),
        ('"covers": [[0, 0, 181, 0]], "features": []', "2:19", "'181' is not a longitude"),
        ('"covers": [[0, 0, 0, -91]], "features": []', "2:22", "'-91' is not a latitude"),
        ('"nothing": 0', "1:1", "'features' is missing here"),
        ('"features": 0', "2:13", "a list of features is expected here"),
        ('"features": [0]', "2:14", "this is not a feature of GeoJSON"),
        ('"features": [{"geometry": "G"}]', "2:27", "this is not a geometry of GeoJSON"),
        ('"features": [{"geometry": {}}]', "2:27", "a basemap is made of areas, and '' is none"),
        ('"features": [{"geometry": {"type": "Polygon"}}]', "2:27", "'coordinates' is missing here"),
        (
            '"features": [{"geometry": {"type": "MultiPolygon", "coordinates": 0}}]',
            "2:67",
            "a list of polygons is expected here",
        ),
        ('"features": [{"properties": {"kind": "sea"}, "geometry": {}}]', "2:38", "'sea' is no kind of area"),
        ("0", "3:1", "a list of rings is expected here"),
        ("[0]", "3:2", "a list of positions is expected here"),
        ("[[0]]", "3:3", "a list of coordinates is expected here"),
        ("[[[0]]]", "3:3", "this position is not [longitude, latitude]"),
        ('[[["1", 0]]]', "3:4", "'1' is not a longitude"),
        ("[[[0, [1]]]]", "3:7", "this is not a latitude"),
        ("[[[180.00001, 0]]]", "3:4", "'180.00001' is not a longitude"),
        ("[[[0, 0], [1, 1], [0, 0]]]", "3:2", NO_RING),
        ("[[[0, 0], [1, 1], [1, 0], [0, 1]]]", "3:2", NO_RING),
    ],
)
def test_a_fault_is_told_where_it_stands(member: str, place: str, said: str) -> None:
    if not member.startswith('"'):
        member = f'"features": [{{"geometry": {{"type": "Polygon", "coordinates":\n{member}}}}}]'
    with pytest.raises(SiteError) as raised:
        read(f'{{"type": "FeatureCollection", "source": "s",\n{member}}}')
    (problem,) = raised.value.problems
    assert (problem.place, problem.message) == (f"basemap.geojson:{place}", said)
    assert problem.hint


def test_a_degree_too_many_for_its_last_digits_alone_is_rounded_off() -> None:
    ring = [[180.0000005, 0], [0, -90.0000005], [1, 1], [180.0000005, 0]]
    assert read(written(feature([ring]))).extents == (Extent(0, -90, 180, 1),)
