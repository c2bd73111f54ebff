"""The `basemap` command: what lies around the places, and little else."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.commands.basemap import cut_around, cut_basemap
from standfirst.decoding.basemap import decode_basemap
from standfirst.model import Area, AreaKind, Basemap, Extent, Position
from standfirst.options import Options
from standfirst.pictures.map_extents import frame_around
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


def test_a_cut_across_the_antimeridian_stays_within_the_longitudes_of_geojson() -> None:
    ring = tuple(Position(*point) for point in ((175, -20), (-175, -20), (-175, -15), (175, -15), (175, -20)))
    world = Basemap(
        source="An atlas",
        extents=(Extent(-180, -90, 180, 90),),
        areas=(Area(kind=AreaKind.LAND, code="FJ", polygons=((ring,),)),),
    )
    (area,) = cut_around([SUVA], world).areas
    lons = [position.lon for polygon in area.polygons for position in polygon[0]]
    assert [len(polygon) for polygon in area.polygons] == [1, 1]
    assert (min(lons), max(lons)) == (-180, 180)
    assert not [lon for lon in lons if -175 < lon < 175]


def test_the_cut_is_rounded_to_what_a_map_can_show_and_islands_too_small_for_it_are_left_out() -> None:
    text = WORLD.replace(
        "[[-80, -15], [-70, -15], [-70, 0], [-80, 0], [-80, -15]]", "[[13, 33], [13.02, 33], [13, 33.02], [13, 33]]"
    )
    (area,) = cut_around([TRIPOLI], decode_basemap(InputFile("world.geojson", text), "An atlas")).areas
    assert area.code == "LY"
    assert all(round(number, 2) == pytest.approx(number) for position in area.polygons[0][0] for number in position)
