"""What changed, day by day: the newest first, those of one day together, and of many days an overview."""

from __future__ import annotations

import lxml.html
import pytest

from standfirst.pages.changes import ChangesView
from standfirst.present import long_lists
from tests.explainers import content, made
from tests.unit.pages.page_views import view

FACTS = """
figures:
  dead: {value: 264, label: dead, uncited: x}
updates:
  a: {date: 2025-01-03, kind: correction, text: A.}
  b: {date: 2025-02-01, kind: update, text: B., affects: ["figure:dead"]}
  c:
    date: 2025-01-03
    kind: update
    text: C.
    changes:
      - {fact: "figure:dead", key: value, before: 213, after: 264}
      - {fact: "event:call", before: A call}
"""


def test_the_days_stand_newest_first_with_all_that_changed_on_each() -> None:
    found = view(ChangesView, "changes.html", FACTS)
    assert [(day.anchor, day.changes) for day in found.days] == [("2025-02-01", 1), ("2025-01-03", 3)]
    assert [[update.fact.id for update in day.updates] for day in found.days] == [["b"], ["a", "c"]]


def test_a_day_has_an_anchor_and_each_update_leads_to_its_own_place() -> None:
    page = lxml.html.fromstring(made(content(FACTS))["changes.html"])
    assert page.xpath("//h2[@id='2025-01-03']/time/@datetime") == ["2025-01-03"]
    assert page.xpath("//section[@data-day='2025-01-03']//p[@class='label']/a/@href") == [
        "updates.html#a",
        "updates.html#c",
    ]


def test_without_updates_it_says_so_and_asks_for_no_day() -> None:
    page = lxml.html.fromstring(made(content())["changes.html"])
    assert "Nothing has changed since publication." in page.text_content()
    assert page.xpath("//form") == []


def test_many_days_have_an_overview_whose_lines_tell_a_script_their_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_lists, "_MOST_BYTES", 1_200)
    rows = "".join(f"  u{day}: {{date: 2025-01-{day:02}, kind: update, text: So {day}.}}\n" for day in range(10, 30))
    pages = made(content(f"updates:\n{rows}"))
    overview = lxml.html.fromstring(pages["changes.html"])
    days = [f"2025-01-{day:02}" for day in range(29, 9, -1)]
    assert overview.xpath("//li/@data-day") == overview.xpath("//li[@data-day]/@id") == days
    (line,) = overview.xpath("//li[@id='2025-01-29']")
    assert (line.text_content().strip(), *line.xpath("a/@href")) == (
        "29 January 2025: So 29.",
        "changes/1.html#2025-01-29",
    )
    (first, *_) = overview.xpath("//ul[@class='row parts']//a")
    assert first.text_content().startswith("29 January 2025 to ")
    assert len(overview.xpath("//form[@data-since]")) == 1
