"""The locator map as a whole: what is on it, in which language, and that it is the same each time."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from standfirst.checks.check import check
from standfirst.decoding.basemap import decode_basemap
from standfirst.model import Basemap, Picture, Position
from standfirst.pictures.map import LocatedPlace, MapWords, locator_maps
from standfirst.pictures.map_drawing import MapDrawing
from standfirst.present.views import MapView
from standfirst.reading.files import ContentFiles, InputFile
from tests.explainers import as_if_found, content, joined, planner

# Libya as a box, in a sea that reaches all around the world.
OUTLINES = """\
{"type": "FeatureCollection", "source": "An atlas", "covers": [[-180, -90, 180, 90]], "features": [
{"type": "Feature", "properties": {"code": "LY"}, "geometry": {"type": "Polygon", "coordinates": [
[[9, 20], [25, 20], [25, 32], [9, 32], [9, 20]]]}}]}
"""
PLACES = """\
places:
  tripoli: {name: Tripoli, lat: 32.9, lon: 13.2}
  nowhere: {name: Nowhere}
  sirte: {name: Sirte, lat: 31.2, lon: 16.6}
  langley: {name: Langley, lat: 38.95, lon: -77.16}
"""
WORDS = MapWords(country=lambda code: {"LY": "Libya"}.get(code, ""), kilometres=lambda distance: f"{distance} km")


def with_basemap(files: ContentFiles, outlines: str = OUTLINES) -> ContentFiles:
    return replace(files, basemap=InputFile("basemap.geojson", outlines))


def world() -> Basemap:
    return decode_basemap(InputFile("basemap.geojson", OUTLINES))


def map_of(files: ContentFiles) -> MapView:
    view = planner(files).presenter.picture(Picture.MAP)
    assert isinstance(view, MapView)
    return view


def words_on(sheet: MapDrawing) -> list[str]:
    return [line.words for text in (*sheet.countries, *sheet.labels) for line in text.lines]


def test_the_places_are_on_two_maps_where_one_is_overseas_and_all_are_in_the_list() -> None:
    view = map_of(with_basemap(content(PLACES)))
    libya, america = view.maps
    assert words_on(libya) == ["Libya", "Tripoli", "Sirte"]
    assert words_on(america) == ["Langley"]
    assert (libya.is_small, america.is_small) == (False, True)
    assert [(each.number, each.place.name) for each in view.places] == [
        ("", "Tripoli"), ("", "Nowhere"), ("", "Sirte"), ("", "Langley"),
    ]  # fmt: skip
    assert view.outlines_source == "An atlas"


def test_a_map_says_in_words_what_it_shows() -> None:
    libya, america = map_of(with_basemap(content(PLACES))).maps
    assert libya.title == "Map: Tripoli, Sirte"
    assert libya.description.startswith("It shows coasts and borders of Libya.")
    assert america.description.startswith("The places are listed")


def test_countries_and_distances_are_named_in_the_language_of_the_site() -> None:
    libya, _ = map_of(with_basemap(content(PLACES, language="ar"))).maps
    assert words_on(libya)[0] == "ليبيا"
    assert libya.scale
    assert "كم" in libya.scale.text.lines[0].words


def test_a_map_is_not_mirrored_and_its_names_begin_where_their_language_does() -> None:
    (english, _), (arabic, _) = (map_of(with_basemap(content(PLACES, language=tag))).maps for tag in ("en", "ar"))
    assert (english.land, english.dots) == (arabic.land, arabic.dots)
    assert [text.anchor for text in english.labels] == ["start", "start"]
    assert [text.anchor for text in arabic.labels] == ["end", "end"]


def test_without_a_basemap_the_list_stands_alone() -> None:
    view = map_of(content(PLACES))
    assert view.maps == ()
    assert len(view.places) == 4


def test_the_list_has_numbers_when_the_map_does() -> None:
    crowd = "".join(
        f"  p{number}: {{name: Village {number} along the river, lat: {25 + number % 6}, lon: {12 + number // 6}}}\n"
        for number in range(40)
    )
    view = map_of(with_basemap(content("places:\n" + crowd)))
    assert [each.number for each in view.places] == [str(number) for number in range(1, 41)]
    assert any(re.fullmatch(r"\d+", word) for word in words_on(view.maps[0]))


def test_a_place_that_the_basemap_does_not_reach_is_a_warning_and_stays_in_the_list() -> None:
    files = with_basemap(content(PLACES), OUTLINES.replace("[-180, -90, 180, 90]", "[0, 15, 30, 45]"))
    (warning,) = check(joined(files), as_if_found(files))
    assert str(warning) == (
        "facts.yaml:5:33: warning: no map shows place 'langley', as the basemap does not reach far enough around it; "
        "cut one anew with `basemap`"
    )
    assert len(map_of(files).maps) == 1


def test_a_place_at_a_pole_is_in_the_list_alone_which_is_noted() -> None:
    files = with_basemap(content(PLACES + "  pole: {name: South Pole, lat: -90, lon: 0}\n"))
    (note,) = check(joined(files), as_if_found(files))
    assert str(note) == "facts.yaml:6:33: note: no map shows place 'pole', as none reaches so near to a pole"
    view = map_of(files)
    assert [words_on(sheet) for sheet in view.maps] == [["Libya", "Tripoli", "Sirte"], ["Langley"]]
    assert view.places[-1].place.name == "South Pole"


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-84, 84)), max_size=10))
def test_every_place_is_on_a_map_within_its_sheet_and_the_map_is_the_same_each_time(
    positions: list[tuple[float, float]],
) -> None:
    places = [
        LocatedPlace(f"Place {index}", index, str(index), Position(*position))
        for index, position in enumerate(positions, 1)
    ]
    maps = locator_maps(places, world(), WORDS)
    assert sorted(place.index for each in maps for place in each.places) == list(range(1, len(places) + 1))
    for each in maps:
        assert all(-0.1 <= x <= each.width + 0.1 and -0.1 <= y <= each.height + 0.1 for x, y in each.marks.dots)
    assert locator_maps(places, world(), WORDS) == maps


def test_a_scale_is_a_round_number_of_kilometres_and_left_out_where_it_would_not_be_true() -> None:
    (libya,) = locator_maps([LocatedPlace("Tripoli", 1, "1", Position(13.2, 32.9))], world(), WORDS)
    assert libya.scale
    assert libya.scale.text == "200 km"
    tall = [LocatedPlace(name, 1, "1", Position(15, lat)) for name, lat in (("Oslo", 59.9), ("Longyearbyen", 78.2))]
    (north,) = locator_maps(tall, world(), WORDS)
    assert north.scale is None
