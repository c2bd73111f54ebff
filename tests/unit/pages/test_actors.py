"""A page of an actor gathers what refers to it."""

from __future__ import annotations

from standfirst.pages.actors import ActorPageView
from tests.unit.pages.page_views import ACTORS, view


def test_a_page_of_an_actor_gathers_what_refers_to_it() -> None:
    facts = (
        ACTORS
        + """
quotes:
  own: {speaker: ann, words: one, uncited: x}
  heard: {speaker: bob, words: two, to: [ann], uncited: x}
  other: {speaker: bob, words: three, uncited: x}
events:
  met: {date: 2019, title: Met, actors: [ann, bob], uncited: x}
  told: {date: 2018, title: Told, text: "By [her](actor:ann).", uncited: x}
claims:
  said: {claim: Said, by: [ann], uncited: x}
images:
  both: {file: a.png, alt: Both, credit: C, actors: [ann, bob]}
  alone: {file: a.png, alt: Ann, credit: C, actors: [ann]}
  named: {file: a.png, alt: A house, caption: "Of [Ann](actor:ann).", credit: C}
"""
    )
    found = view(ActorPageView, "actors/ann.html", facts)
    assert [quote.fact.id for quote in found.own_quotes.shown] == ["own"]
    assert [quote.fact.id for quote in found.other_quotes.shown] == ["heard"]
    assert [event.fact.id for event in found.events.shown] == ["told", "met"]
    assert [claim.fact.id for claim in found.claims.shown] == ["said"]
    assert found.portrait
    assert found.portrait.fact.id == "alone"
    assert [image.fact.id for image in found.images.shown] == ["both", "named"]
    assert found.description == "A – What happened?"
