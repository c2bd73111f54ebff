"""Facts and pictures as views, and which of them are made again when something has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.cache import Cache
from standfirst.model import FactId, Id, Kind, Picture
from standfirst.present.presenter import Presenter
from standfirst.present.views import FactView, MapView, RelationsView, TimelineView
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.sources.lock import Lock, PassagePlace
from tests.explainers import as_if_found, content, joined
from tests.unit.pictures.test_map import OUTLINES

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


def drawn(files: ContentFiles, cache: Cache) -> dict[Picture, object]:
    with cache.active():
        presenter = Presenter(joined(files), as_if_found(files))
        pictures = {picture: presenter.picture(picture) for picture in Picture}
    return {picture: _drawing(view) for picture, view in pictures.items()}


def views(files: ContentFiles, lock: Lock, cache: Cache) -> dict[FactId, FactView]:
    with cache.active():
        site = joined(files)
        presenter = Presenter(site, lock)
        return {fact.fact_id: presenter.view(fact) for fact in site.facts}


def _drawing(view: object) -> object:
    match view:
        case TimelineView():
            return view.drawings
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
    cache = Cache()
    before, after = drawn(explainer(FACTS), cache), drawn(files, cache)
    assert {picture for picture in Picture if after[picture] is not before[picture]} == anew
    assert after == drawn(files, Cache())


def test_a_map_is_drawn_anew_over_other_outlines() -> None:
    cache, files = Cache(), explainer(FACTS)
    other = replace(files, basemap=InputFile("basemap.geojson", OUTLINES.replace("[9, 32]", "[9, 33]")))
    assert drawn(other, cache)[Picture.MAP] != drawn(files, cache)[Picture.MAP]
    assert drawn(other, cache) == drawn(other, Cache())


CITING = """
sources:
  s: {title: A source}
events:
  vote: {date: 2019-04-15, title: The council votes, text: "See [](actor:ann).", cite: {s: the council voted}}
actors:
  ann: {name: Ann, kind: person, summary: A., text: "![](map:)", uncited: x}
"""


def test_views_are_made_anew_only_when_what_facts_say_changed() -> None:
    cache, before = Cache(), content(CITING, "A text.")
    lock = as_if_found(before)
    first, again = (views(files, lock, cache) for files in (before, content(CITING, "Another text.")))
    assert all(again[fact] is view for fact, view in first.items())


@pytest.mark.parametrize(
    "after",
    [
        content(CITING.replace("Ann", "Anna")),
        content(CITING + "updates:\n  u: {date: 2025-01-02, kind: correction, text: So., affects: ['event:vote']}\n"),
        content(CITING, language="fr"),
        replace(content(CITING), basemap=InputFile("basemap.geojson", OUTLINES)),
    ],
)
def test_views_are_those_of_the_facts_as_they_are_now(after: ContentFiles) -> None:
    cache, before = Cache(), content(CITING)
    lock = as_if_found(before)
    views(before, lock, cache)
    assert views(after, lock, cache) == views(after, lock, Cache())


def test_views_tell_where_passages_stand_now() -> None:
    cache, files = Cache(), content(CITING)
    before = as_if_found(files)
    found = before.sources[Id("s")]
    moved = Lock({Id("s"): replace(found, passages=dict.fromkeys(found.passages, PassagePlace(2)))})
    vote = FactId(Kind.EVENT, Id("vote"))
    assert [views(files, lock, cache)[vote].evidence.label for lock in (before, moved)] == ["¶1", "¶2"]


# ---------------------------------------------------------------- versions


def version_of(facts: str, fact: FactId, cache: Cache | None = None) -> str:
    files = explainer(facts)
    return views(files, as_if_found(files), cache or Cache())[fact].version


def test_a_fact_that_states_something_else_has_another_version_and_others_keep_theirs() -> None:
    vote, ann = FactId(Kind.EVENT, Id("vote")), FactId(Kind.ACTOR, Id("ann"))
    changed = FACTS.replace("The council votes", "The council has voted")
    assert version_of(changed, vote) != version_of(FACTS, vote)
    assert version_of(changed, ann) == version_of(FACTS, ann)
    assert version_of(FACTS.replace("votes, uncited: x", "votes, weight: key, uncited: x"), vote) == version_of(
        FACTS, vote
    )


def test_what_tells_of_other_facts_has_no_version() -> None:
    facts = f"{FACTS}updates:\n  fix: {{date: 2025-01-03, kind: update, text: T}}\nsources:\n  s: {{title: T}}\n"
    for fact in (FactId(Kind.UPDATE, Id("fix")), FactId(Kind.SOURCE, Id("s"))):
        assert version_of(facts, fact) == ""


def test_a_version_is_that_of_what_was_written_though_it_is_set_alike() -> None:
    """What an earlier build left is not taken for it."""
    vote, cache = FactId(Kind.EVENT, Id("vote")), Cache()
    plain, curly = (FACTS.replace("council votes", f"council{mark}s vote") for mark in ("'", "’"))
    version_of(plain, vote, cache)
    assert version_of(curly, vote, cache) == version_of(curly, vote)
