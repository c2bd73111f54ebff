"""Pictures as views: each is drawn again only when something that it shows has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.files import ContentFiles, InputFile
from generator.memory import Memory
from generator.model import Picture
from generator.present import Presenter
from generator.views import MapView, RelationsView, TimelineView
from tests.explainers import as_if_found, content, joined
from tests.unit.test_map import OUTLINES

FACTS = """
actors:
  ann: {name: Ann, kind: person, summary: A., uncited: x}
  bob: {name: Bob, kind: person, summary: B., uncited: x}
events:
  vote: {date: 2019-04-15, title: The council votes, uncited: x}
places:
  tripoli: {name: Tripoli, lat: 32.9, lon: 13.2}
relations:
  backing: {subject: ann, verb: backs, object: bob, uncited: x}
"""
VERBS = "verbs:\n  backs: {label: backs, inverse: is backed by, stance: for}\n"


def explainer(facts: str, settings: str = VERBS, language: str = "en") -> ContentFiles:
    files = content(facts, settings=settings, language=language)
    return replace(files, basemap=InputFile("basemap.geojson", OUTLINES))


def drawn(files: ContentFiles, memory: Memory) -> dict[Picture, object]:
    presenter = Presenter(joined(files), as_if_found(files), memory)
    pictures = {picture: presenter.picture(picture) for picture in Picture}
    return {picture: _drawing(view) for picture, view in pictures.items()}


def _drawing(view: object) -> object:
    match view:
        case TimelineView():
            return view.drawn
        case RelationsView():
            return view.drawing
        case MapView():
            return view.maps
        case _:
            raise TypeError(view)


@pytest.mark.parametrize(
    ("files", "anew"),
    [
        (explainer("# A line further down.\n" + FACTS.replace("A.", "Another.")), set()),
        (explainer(FACTS.replace("The council votes", "All vote")), {Picture.CHRONOLOGY}),
        (explainer(FACTS.replace("2019-04-15", "2019-04-16")), {Picture.CHRONOLOGY}),
        (explainer(FACTS.replace("Ann", "Anna")), {Picture.RELATIONS}),
        (explainer(FACTS, VERBS.replace("for", "against")), {Picture.RELATIONS}),
        (explainer(FACTS.replace("Tripoli", "Tarabulus")), {Picture.MAP}),
        (explainer(FACTS.replace("32.9", "32.8")), {Picture.MAP}),
        (explainer(FACTS, language="fr"), set(Picture)),
    ],
)
def test_a_picture_is_drawn_anew_only_when_what_it_shows_changed(files: ContentFiles, anew: set[Picture]) -> None:
    memory = Memory()
    before, after = drawn(explainer(FACTS), memory), drawn(files, memory)
    assert {picture for picture in Picture if after[picture] is not before[picture]} == anew
    assert after == drawn(files, Memory())


def test_a_map_is_drawn_anew_over_other_outlines() -> None:
    memory, files = Memory(), explainer(FACTS)
    other = replace(files, basemap=InputFile("basemap.geojson", OUTLINES.replace("[9, 32]", "[9, 33]")))
    assert drawn(other, memory)[Picture.MAP] != drawn(files, memory)[Picture.MAP]
    assert drawn(other, memory) == drawn(other, Memory())
