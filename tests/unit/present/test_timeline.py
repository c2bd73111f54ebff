"""Which events the timeline lists, and which others its pictures name."""

from __future__ import annotations

import pytest

from standfirst.model import Picture
from standfirst.present.presenter import Presenter
from standfirst.present.views import TimelineView
from standfirst.sources.lock import Lock
from tests.explainers import content, joined


def timeline(*weights: str, language: str = "en") -> TimelineView:
    """Return the timeline of one event a year from 2000 on, each of a weight."""
    records = "".join(
        f"  e{at}: {{date: {2000 + at}-04-15, title: E{at}, weight: {weight}, uncited: x}}\n"
        for at, weight in enumerate(weights)
    )
    files = content(f"events:\n{records}" if records else "", language=language)
    view = Presenter(joined(files), Lock({})).picture(Picture.CHRONOLOGY)
    assert isinstance(view, TimelineView)
    return view


@pytest.mark.parametrize(
    ("weights", "listed"),
    [
        (["normal", "normal"], ["E0", "E1"]),
        (["normal", "key", "normal"], ["E0", "E1", "E2"]),
        # More than any picture names.
        (["key", *["normal"] * 30], ["E0"]),
    ],
)
def test_the_events_are_listed_that_are_key_or_that_a_picture_names(weights: list[str], listed: list[str]) -> None:
    view = timeline(*weights)
    assert [event.title for event in view.events] == listed
    assert view.chronology.address.route == "chronology.html"


def test_it_is_drawn_for_narrow_and_for_wide_pages_in_the_site_s_language() -> None:
    view = timeline("key", "normal", language="fr")
    assert [drawing.width for drawing in view.drawings] == [320, 600]
    assert all("15 avril 2000" in str(drawing) for drawing in view.drawings)


def test_where_nothing_happened_nothing_is_drawn() -> None:
    assert (timeline().events, timeline().drawings) == ((), ())


def test_of_more_events_than_a_page_has_room_for_those_are_listed_that_a_picture_names() -> None:
    view = timeline(*["normal"] * 300)
    assert {event.fact for event in view.events} == {fact for drawing in view.drawings for fact in drawing.named}
    assert (view.events[0].title, view.events[-1].title) == ("E0", "E299")
