"""An event that was still to come: wherever readers or programs meet it, it is not told as one that happened."""

from __future__ import annotations

import json
import re

import pytest

from tests.explainers import content, made

FACTS = """\
actors:
  a: {name: Arle Water, kind: organisation, summary: So., uncited: so}
events:
  burst: {date: 2024-10-03, title: The main bursts, actors: [a], weight: key, uncited: so}
  new: {planned: true, date: 2028-03-01, title: The new main opens, actors: [a], weight: key, uncited: so}
"""


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return dict(made(content(FACTS, "![](chronology:)\n")))


@pytest.mark.parametrize("page", ["chronology.html", "actors/a.html", "index.html"])
def test_readers_are_told_in_words_before_its_title(site: dict[str, str], page: str) -> None:
    words = " ".join(re.sub(r"<[^>]+>", " ", site[page]).split())
    assert "Planned The new main opens" in words
    assert "Planned The main bursts" not in words


def test_a_timeline_has_a_sign_for_it_and_explains_that(site: dict[str, str]) -> None:
    assert [*re.findall(r'<g class="mark event([^"]*)">', site["index.html"].partition("</figure>")[0])] == [
        "",
        " planned",
        "",
        " planned",
    ]
    assert "planned, still to come" in site["index.html"]


def test_a_calendar_has_it_as_tentative(site: dict[str, str]) -> None:
    past, ahead = site["chronology.ics"].split("BEGIN:VEVENT")[1:]
    assert "STATUS" not in past
    assert "STATUS:TENTATIVE" in ahead
    assert "Planned: The new main opens" in ahead


def test_programs_are_told(site: dict[str, str]) -> None:
    events = json.loads(site["data/events.json"])
    assert (events["burst"].get("planned"), events["new"].get("planned")) == (None, True)
    assert site["data/events.csv"].splitlines()[2].split(",")[-2:] == ["true", "key"]
    slides = json.loads(site["data/timelinejs.json"])["events"]
    assert [slide["text"]["headline"] for slide in slides] == ["The main bursts", "Planned: The new main opens"]
    assert site["chronology.html"].count("https://schema.org/EventScheduled") == 1
