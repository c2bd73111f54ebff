"""What facts weigh: what they say, wherever it is written."""

from __future__ import annotations

from dataclasses import replace

from standfirst.model import Event, Origin
from standfirst.present.weights import weight_of
from tests.explainers import content, joined

EVENT = "events:\n  e: {date: 2019, title: A title., uncited: So.}\n"


def test_a_fact_weighs_what_it_says_in_whatever_folder_it_is_written() -> None:
    (event,) = joined(content(EVENT)).all(Event)
    assert weight_of(replace(event, title=event.title + "!" * 50)) == weight_of(event) + 50
    elsewhere = Origin("a/folder/far/away/with/a/long/path.yaml", 1000, 1000)
    assert weight_of(replace(event, origin=elsewhere)) == weight_of(event)
