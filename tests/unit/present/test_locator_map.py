"""What the locator map says in words: which places it shows, in which countries, and whose outlines they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from standfirst.model import Picture
from standfirst.present.presenter import Presenter
from standfirst.present.views import MapView
from standfirst.reading.files import InputFile
from standfirst.sources.lock import Lock
from tests.explainers import content, joined

# Boxes of one degree side by side, in a sea that reaches as far as all maps of these tests do.
COUNTRIES = ("LY", "DZ", "TD", "NE", "NG", "ML", "BF", "TG", "BJ", "GH", "CI", "SN", "GM")
AREA = """{{"type": "Feature", "properties": {{"code": "{code}"}}, "geometry": {{"type": "Polygon", "coordinates": [
[[{west}, 20], [{east}, 20], [{east}, 21], [{west}, 21], [{west}, 20]]]}}}}"""


def outlines(countries: Sequence[str]) -> str:
    areas = ",".join(AREA.format(code=code, west=west, east=west + 1) for west, code in enumerate(countries))
    return (
        f'{{"type": "FeatureCollection", "source": "An atlas", "covers": [[-40, -20, 60, 60]], "features": [{areas}]}}'
    )


def view_of(places: Sequence[tuple[float, float]], *, countries: int = 2, language: str = "en") -> MapView:
    records = "".join(f"  p{at}: {{name: P{at}, lat: {lat}, lon: {lon}}}\n" for at, (lat, lon) in enumerate(places))
    files = content(f"places:\n{records}  nowhere: {{name: Nowhere}}\n", language=language)
    basemap = InputFile("basemap.geojson", outlines(COUNTRIES[:countries]))
    view = Presenter(joined(replace(files, basemap=basemap)), Lock({})).picture(Picture.MAP)
    assert isinstance(view, MapView)
    return view


def row(count: int) -> list[tuple[float, float]]:
    return [(20.5, 0.5 + 2 * number) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "language", "title"),
    [
        (1, "en", "Map: P0"),
        (6, "en", "Map: P0, P1, P2, P3, P4, P5"),
        (7, "en", "Map of 7 places"),
        (7, "fr", "Carte de 7 lieux"),
        (2, "ar", "خريطة: P0، P1"),
    ],
)
def test_a_map_names_its_places_or_counts_them_where_they_are_many(count: int, language: str, title: str) -> None:
    assert [each.title for each in view_of(row(count), language=language).maps] == [title]


@pytest.mark.parametrize(
    ("countries", "begins"),
    [
        (0, "The places are listed"),
        (1, "It shows coasts and borders of Libya. The places are listed"),
        (2, "It shows coasts and borders of Libya, Algeria. The places are listed"),
        (12, "It shows coasts and borders of Libya, Algeria, Chad, "),
        (13, "The places are listed"),
    ],
)
def test_a_map_names_the_countries_on_it_unless_they_are_many(countries: int, begins: str) -> None:
    (drawn,) = view_of([(20.5, 0.5), (20.5, 12.5)], countries=countries).maps
    assert drawn.description.startswith(begins)


def test_the_words_of_a_map_begin_where_those_of_the_page_do() -> None:
    anchors = [
        [label.anchor for drawn in view_of(row(2), language=language).maps for label in drawn.labels]
        for language in ("en", "ar")
    ]
    assert anchors == [["start", "start"], ["end", "end"]]


def test_places_that_a_map_calls_by_numbers_have_them_in_the_list() -> None:
    view = view_of([(20.5, 0.5)] * 20 + [(25.0, 5.0)])
    assert [line.words for each in view.maps for text in each.labels for line in text.lines] == ["1–20", "P20"]
    assert [each.number for each in view.places] == [str(number) for number in range(1, 23)]
    assert view.outlines_source == "An atlas"


def test_outlines_that_reach_no_place_are_not_drawn_and_name_no_source() -> None:
    view = view_of([(-60.0, 170.0)])
    assert (view.maps, view.outlines_source) == ((), "")
    assert [(each.number, each.place.name) for each in view.places] == [("", "P0"), ("", "Nowhere")]


def test_a_place_at_a_pole_is_on_no_map() -> None:
    (drawn,) = view_of([(20.5, 0.5), (90, 0)]).maps
    assert drawn.title == "Map: P0"
