"""The timeline as readers see it: the events that it lists, and its pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from standfirst.cache import cached_by_value
from standfirst.language.dates import latest_day
from standfirst.model import Date, Day, Event, Weight
from standfirst.model.addresses import CHRONOLOGY
from standfirst.pictures.timeline import draw_timeline
from standfirst.pictures.timeline_content import NARROW, WIDE, TimelineEvent, timeline_events
from standfirst.pictures.timeline_drawing import TimelineDrawing
from standfirst.present.highlights import MOST_SHOWN
from standfirst.present.naming import Phrasing
from standfirst.present.page_names import page_link
from standfirst.present.views import EventView, TimelineView


def timeline_view(
    events: Sequence[Event],
    as_of: Date,
    views_of: Callable[[Iterable[Event]], tuple[EventView, ...]],
    phrasing: Phrasing,
) -> TimelineView:
    """Return the timeline of all events of a site, as of a time; `views_of` is asked for those that it lists."""
    drawings = _drawings((timeline_events(events), phrasing.language, latest_day(as_of)))
    listed = {fact for drawing in drawings for fact in drawing.named}
    key = [event.fact_id for event in events if event.weight is Weight.KEY]
    if len(key) <= MOST_SHOWN:
        listed.update(key)
    shown = views_of(event for event in events if event.fact_id in listed)
    return TimelineView(shown, page_link(CHRONOLOGY, phrasing), drawings)


@cached_by_value
def _drawings(inputs: tuple[tuple[TimelineEvent, ...], str, Day | None]) -> tuple[TimelineDrawing, ...]:
    """Return a timeline for each width, or none where nothing happens."""
    events, language, as_of = inputs
    return tuple(draw_timeline(events, language, frame, as_of) for frame in (NARROW, WIDE)) if events else ()
