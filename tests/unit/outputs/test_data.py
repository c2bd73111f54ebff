"""The facts as data: JSON and CSV that say the same, that come back whole, and that no spreadsheet runs."""

from __future__ import annotations

import csv
import dataclasses
import functools
import io
import json
from typing import Any

import lxml.html
import pytest

from standfirst.decoding.key_meanings import meaning
from standfirst.model import FACT_TYPES
from tests.explainers import content, made, read_site


@functools.cache
def full() -> dict[str, str]:
    return made(read_site("full"))


def rows(route: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(full()[route], newline=""), strict=True))


def data(route: str) -> Any:
    return json.loads(full()[route])


def test_every_kind_has_both_files_with_the_same_facts_in_the_same_order() -> None:
    kinds = data("data/facts.json")
    assert len(kinds) == 12
    for kind, facts in kinds.items():
        assert data(f"data/{kind}.json") == facts
        assert [row["id"] for row in rows(f"data/{kind}.csv")] == list(facts)


def test_values_are_written_as_the_content_writes_them() -> None:
    event = data("data/events.json")["warning"]
    assert event["date"] == "2024-01"
    assert event["actors"] == ["actor:port", "actor:company"]
    assert event["according_to"] == ["source:letter", "actor:port"]
    assert {"source": "letter", "passages": ["in January 2024"], "paragraphs": [2]} in event["cite"]
    figures = data("data/figures.json")
    assert figures["passengers"]["value"] == 213
    assert figures["share"] == figures["share"] | {"value": 0.5, "qualifier": "about", "unit": "percent"}
    assert figures["crew"]["value"] == {"from": 10, "to": 12}
    assert data("data/actors.json")["al-barqi"]["native_name"] == {"text": "سلمى البرقي", "lang": "ar"}


def test_texts_are_plain() -> None:
    assert data("data/claims.json")["unsafe"]["claim"] == "The port let the berth fall into disrepair"
    assert data("data/unknowns.json")["again"]["question"] == "Will the ferry run again?"


def test_what_says_nothing_is_left_out_and_so_are_drafts() -> None:
    assert data("data/places.json")["berth"].keys() == {"name", "cite"}
    assert "secret" not in data("data/actors.json")
    assert "inquiry" not in full()["data/events.csv"]


def test_a_table_puts_lists_and_ranges_in_a_cell() -> None:
    figures = {row["id"]: row for row in rows("data/figures.csv")}
    assert figures["crew"]["value"] == "10..12"
    assert figures["passengers"]["value"] == "213"
    actors = {row["id"]: row for row in rows("data/actors.csv")}
    assert actors["reed"]["aliases"] == "Captain Reed; Reed; O’Reed"
    assert actors["port"]["role"] == ""


def test_a_year_before_our_era_is_no_formula() -> None:
    facts = "events:\n  ides: {date: '-0043-03-15', title: The Ides, uncited: made up}\n"
    (row,) = csv.DictReader(io.StringIO(made(content(facts))["data/events.csv"], newline=""))
    assert row["date"] == "-0043-03-15"


def test_what_timelinejs_takes_for_html_is_escaped() -> None:
    facts = "events:\n  a: {date: 2019, title: <b>A & B, text: 1 < 2, uncited: made up}\n"
    (slide,) = json.loads(made(content(facts))["data/timelinejs.json"])["events"]
    assert slide["text"] == {"headline": "&lt;b&gt;A &amp; B", "text": "1 &lt; 2"}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("-1111-2222", "'-1111-2222"),
        ("+1", "'+1"),
        ("\uff1d1", "'\uff1d1"),
        ("\uff0d2+3", "'\uff0d2+3"),
        ("\uff20SUM", "'\uff20SUM"),
        ('"=1', "'\"=1"),
        ("a;=1", "a;'=1"),
        ("a; +1; b", "a;' +1; b"),
        ("-5", "-5"),
        ("-0.5", "-0.5"),
        ("-5..-3", "-5..-3"),
        ("-5 degrees", "'-5 degrees"),
        ("between 3, -5 and =", "between 3, -5 and ="),
        ("’twas", "’twas"),
    ],
)
def test_no_spreadsheet_runs_a_cell_and_what_is_no_formula_stays_as_it_is(text: str, cell: str) -> None:
    quoted = json.dumps(text, ensure_ascii=False)
    facts = f"figures:\n  a: {{value: 1, label: {quoted}, uncited: {quoted}}}\n"
    (row,) = csv.DictReader(io.StringIO(made(content(facts))["data/figures.csv"], newline=""))
    assert (row["label"], row["uncited"]) == (cell, cell)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    facts = f"""
    terms:
      trap: {{name: '{start}cmd|x', aliases: ['{start}1+1'], summary: '{start}SUM(A1)', uncited: '{start}2+3'}}
    """
    files = made(content(facts))
    (row,) = csv.DictReader(io.StringIO(files["data/terms.csv"], newline=""))
    assert row["name"] == f"'{start}cmd|x"
    assert not [cell for cell in row.values() if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]
    assert json.loads(files["data/terms.json"])["trap"]["name"] == f"{start}cmd|x"


def test_a_negative_number_stays_a_number() -> None:
    files = made(content("figures:\n  loss: {value: -3, label: x, uncited: y}\n"))
    (row,) = csv.DictReader(io.StringIO(files["data/figures.csv"], newline=""))
    assert row["value"] == "-3"


def test_lines_and_quotation_marks_survive_the_table() -> None:
    facts = 'terms:\n  odd: {name: "a \\"b\\", c; d", summary: "x, \\"y\\"", uncited: z}\n'
    files = made(content(facts))
    assert files["data/terms.csv"].count("\r\n") == 2
    (row,) = csv.DictReader(io.StringIO(files["data/terms.csv"], newline=""), strict=True)
    assert row["name"] == 'a "b", c; d'
    assert row["summary"] == 'x, "y"'


def test_a_time_of_day_stays_edtf_in_the_facts_and_is_told_to_browsers_and_machines() -> None:
    assert data("data/events.json")["last-boat"]["date"] == "2025-03-03T11:40Z"
    assert '<time datetime="2025-03-03T11:40Z">' in full()["chronology.html"]
    assert '"startDate":"2025-03-03T11:40Z"' in full()["chronology.html"]


def test_the_chronology_is_told_to_timelinejs_in_order_and_no_more_exactly_than_it_is_known() -> None:
    slides = {slide["unique_id"]: slide for slide in data("data/timelinejs.json")["events"]}
    assert list(slides) == list(data("data/events.json"))
    assert slides["warning"]["start_date"] == {"year": 2024, "month": 1}
    assert slides["warning"]["display_date"] == "January 2024"
    clock = {"hour": 11, "minute": 40, "second": 0}
    assert slides["last-boat"]["start_date"] == {"year": 2025, "month": 3, "day": 3} | clock
    assert "end_date" not in slides["last-boat"]
    assert (slides["closed"]["start_date"], slides["closed"]["end_date"]) == ({"year": 2010}, {"year": 2012})
    assert "end_date" not in slides["hazard"]


def test_an_event_whose_start_is_not_known_is_told_by_its_end() -> None:
    slides = json.loads(made(read_site("apollo"))["data/timelinejs.json"])["events"]
    race = next(slide for slide in slides if slide["unique_id"] == "race")
    assert race["start_date"] == {"year": 1969, "month": 7}


# ---------------------------------------------------------------- the page about the data


def test_every_key_of_every_kind_has_a_meaning_that_its_page_can_say() -> None:
    for record in FACT_TYPES:
        for field in dataclasses.fields(record):
            # Where a record was written is no datum, nor how its copy is read, nor what is planned for it.
            if field.name not in {"origin", "key_origins", "paragraphs", "publish_at", "review_by"}:
                assert meaning(record.KIND, field.name)


def test_the_page_about_the_data_leads_to_every_file_and_explains_every_column() -> None:
    page = lxml.html.fromstring(full()["data.html"])
    files = {route for route in full() if route.startswith("data/")}
    assert set(page.xpath("//main//a/@href[starts-with(., 'data/')]")) == files
    for table in (route for route in files if route.endswith(".csv")):
        kind = table.removeprefix("data/").removesuffix(".csv")
        explained = page.xpath("//section[h2/@id=$anchor]//dt/code/text()", anchor=f"the_{kind}")
        assert explained == full()[table].partition("\r\n")[0].split(",")


def test_the_page_about_the_data_states_the_licence_or_that_there_is_none() -> None:
    # That of the pages, which printed ones show at their head, is another statement.
    (licence,) = lxml.html.fromstring(full()["data.html"]).xpath(
        "//main//p[not(@class='on-paper')]/a[@rel='license']/@href"
    )
    assert licence == "https://creativecommons.org/licenses/by/4.0/"
    assert "No licence is stated" in made(content())["data.html"]
