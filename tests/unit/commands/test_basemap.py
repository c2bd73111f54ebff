"""The `basemap` command: what lies around the places, and little else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from standfirst.commands.basemap import cut_around, cut_basemap
from standfirst.decoding.basemap import decode_basemap
from standfirst.model import Area, AreaKind, Basemap, Extent, Position
from standfirst.options import Options
from standfirst.pictures.map_extents import extent_around, frame_around
from standfirst.problems.errors import UsageError
from standfirst.reading.files import InputFile
from standfirst.reading.one_file import read_text
from tests.explainers import ROOT, SETTINGS

TRIPOLI, SUVA = Position(13.19, 32.89), Position(178.44, -18.14)
WORLD = """\
{"type": "FeatureCollection", "scale": "1:50m", "features": [
{"type": "Feature", "properties": {"ISO_A2_EH": "LY", "NAME": "Libya"}, "geometry": {"type": "Polygon", "coordinates": [
[[9.123456, 20], [25, 20], [25, 32], [9.123456, 32], [9.123456, 20]]]}},
{"type": "Feature", "properties": {"ISO_A2_EH": "PE", "NAME": "Peru"}, "geometry": {"type": "Polygon", "coordinates": [
[[-80, -15], [-70, -15], [-70, 0], [-80, 0], [-80, -15]]]}}]}
"""


def explainer(folder: Path, places: str) -> Options:
    (folder / "facts").mkdir(parents=True)
    (folder / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "facts" / "facts.yaml").write_text(places, encoding="utf-8")
    return Options(content=folder, templates=ROOT / "templates")


def test_what_is_cut_is_a_basemap_that_maps_of_the_places_can_be_drawn_over(tmp_path: Path) -> None:
    options = explainer(tmp_path / "content", "places:\n  tripoli: {name: Tripoli, lat: 32.89, lon: 13.19}\n")
    (tmp_path / "world.geojson").write_text(WORLD, encoding="utf-8")

    written = cut_basemap(options, [tmp_path / "world.geojson"], "An atlas")

    basemap = decode_basemap(read_text(written.path))
    assert [(area.code, area.name) for area in basemap.areas] == [("LY", "Libya")]
    assert (basemap.source, basemap.remarks) == ("An atlas", (("scale", "1:50m"),))
    assert frame_around([TRIPOLI], basemap.extents, 360)
    assert "9.123456" not in written.path.read_text(encoding="utf-8")


def test_a_basemap_that_cannot_be_read_may_be_cut_anew(tmp_path: Path) -> None:
    options = explainer(tmp_path / "content", "places:\n  tripoli: {name: Tripoli, lat: 32.89, lon: 13.19}\n")
    (tmp_path / "content" / "basemap.geojson").write_text("{", encoding="utf-8")
    (tmp_path / "world.geojson").write_text(WORLD, encoding="utf-8")
    assert cut_basemap(options, [tmp_path / "world.geojson"], "An atlas").basemap.areas


def test_without_coordinates_there_is_nothing_to_cut_around(tmp_path: Path) -> None:
    options = explainer(tmp_path / "content", "places:\n  nowhere: {name: Nowhere}\n")
    (tmp_path / "world.geojson").write_text(WORLD, encoding="utf-8")
    with pytest.raises(UsageError, match="no place has coordinates"):
        cut_basemap(options, [tmp_path / "world.geojson"], "An atlas")


def test_a_folder_that_is_not_there_is_told_with_the_option_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name another with --content"):
        cut_basemap(Options(content=tmp_path / "nowhere", templates=ROOT), [], "An atlas")


def test_outlines_of_several_files_are_cut_together(tmp_path: Path) -> None:
    options = explainer(tmp_path / "content", "places:\n  tripoli: {name: Tripoli, lat: 32.89, lon: 13.19}\n")
    files = [tmp_path / "one.geojson", tmp_path / "other.geojson"]
    files[0].write_text(WORLD, encoding="utf-8")
    files[1].write_text(WORLD.replace("Libya", "Libia"), encoding="utf-8")
    assert [area.name for area in cut_basemap(options, files, "An atlas").basemap.areas] == ["Libya", "Libia"]


def world_of(*rings: Sequence[tuple[float, float]]) -> Basemap:
    polygons = tuple((tuple(Position(*point) for point in ring),) for ring in rings)
    areas = (Area(kind=AreaKind.LAND, polygons=polygons),)
    return Basemap(source="An atlas", extents=(Extent(-180, -90, 180, 90),), areas=areas)


@pytest.mark.parametrize("position", [TRIPOLI, SUVA, Position(0, 80), Position(0, -80)])
def test_a_little_more_is_cut_than_a_map_shows_and_nothing_beyond_the_poles(position: Position) -> None:
    shown = extent_around([position])
    (cut,) = cut_around([position], world_of()).extents
    more = 0.05 * (shown.east - shown.west)
    assert cut.west == pytest.approx(shown.west - more)
    assert cut.east == pytest.approx(shown.east + more)
    assert cut.south == pytest.approx(max(shown.south - more, -90))
    assert cut.north == pytest.approx(min(shown.north + more, 90))


EVERYWHERE = tuple(Position(*point) for point in ((-170, 10), (-60, 0), (50, 20), (160, -20)))


def test_around_places_all_over_the_world_the_whole_world_is_cut_as_coarsely_as_its_map_is() -> None:
    cut = cut_around(EVERYWHERE, world_of(((9.1, 20), (25, 20), (25, 32), (9.1, 32), (9.1, 20))))
    assert cut.extents == (Extent(-180, -90, 180, 90),)
    numbers = [number for position in cut.areas[0].polygons[0][0] for number in position]
    assert all(number / 0.3 == pytest.approx(round(number / 0.3)) for number in numbers)
    assert min(numbers) == pytest.approx(9)
    assert max(numbers) == pytest.approx(32.1)


@pytest.mark.parametrize("first", range(4))
def test_a_cut_across_the_antimeridian_stays_within_the_longitudes_of_geojson(first: int) -> None:
    corners = [(160.0, -20.0), (-160.0, -20.0), (-160.0, -15.0), (160.0, -15.0)]
    ring = [*corners[first:], *corners[:first], corners[first]]
    (area,) = cut_around([SUVA], world_of(ring)).areas
    lons = [{round(position.lon, 2) for position in polygon[0]} for polygon in area.polygons]
    assert lons == [{170.64, 180.0}, {-180.0, -173.76}]


@pytest.mark.parametrize(
    ("ring", "is_kept"),
    [
        (((13, 33), (14, 33), (13, 34), (13, 33)), True),
        (((13, 33), (14, 33), (14, 33.001), (13, 33)), False),
        (((13, 33), (13.02, 33), (13, 33.02), (13, 33)), False),
    ],
    ids=["an island", "as narrow as a line", "a rock"],
)
def test_of_islands_those_are_kept_that_a_map_can_show(ring: Sequence[tuple[float, float]], is_kept: bool) -> None:
    assert bool(cut_around([TRIPOLI], world_of(ring)).areas) == is_kept


def test_the_cut_is_rounded_to_what_a_map_can_show() -> None:
    (area,) = cut_around([TRIPOLI], decode_basemap(InputFile("world.geojson", WORLD), "An atlas")).areas
    assert area.code == "LY"
    assert all(round(number, 2) == pytest.approx(number) for position in area.polygons[0][0] for number in position)
