"""Rows of tables as others keep them, to records: what is taken, and what is told and becomes a comment."""

from __future__ import annotations

from textwrap import dedent

import pytest

from standfirst.authoring.record_text import facts_text
from standfirst.importing.headers import columns_of
from standfirst.importing.imported import Imported
from standfirst.importing.known_facts import KnownFacts
from standfirst.importing.rows import records_of
from standfirst.importing.tables import table_of
from standfirst.model import Kind
from standfirst.problems.errors import SiteError
from tests.explainers import content, content_of

FACTS = """
actors:
  brook: {name: Mara Brook, kind: person, aliases: [Brook], summary: x, uncited: y}
  council: {name: Town Council, kind: government, summary: x, uncited: y}
places:
  bridge: {name: Low Bridge}
sources:
  report: {title: The report}
"""


def known(language: str = "en") -> KnownFacts:
    return KnownFacts.of(content_of(content(FACTS, language=language)))


def read(text: str, kind: Kind | None = None, *, path: str = "a.csv", language: str = "en") -> Imported:
    return records_of(table_of(path, dedent(text).lstrip().encode()), kind, known(language))


def written(imported: Imported) -> str:
    """The records as they are written, without the lines that all of them have."""
    text = facts_text([each.record for each in imported.records])
    return "\n".join(line for line in text.splitlines()[1:] if line != "    draft: true")


def told(imported: Imported) -> list[str]:
    return [str(each) for each in imported.problems]


def test_events_are_known_by_other_words_in_the_head_and_refer_to_facts_by_id_or_by_name() -> None:
    imported = read("""
        When;Headline;Notes;Who;Venue;End date;Source;Passage
        15 April 2019;A call, at last;They *spoke*;Mara Brook, council;low bridge;;The report;it says … so
        c. 1984;Long ago;;;;1990;;
        """)
    assert written(imported) == dedent("""\
        events:
          call-last:
            date: 2019-04-15
            title: A call, at last
            text: They \\*spoke\\*
            actors: [brook, council]
            place: bridge
            cite: {report: "it says … so"}
          long-ago:
            date: 1984~/1990
            title: Long ago""")
    assert told(imported) == []
    assert [each.uncited for each in imported.records] == [
        "imported from a.csv, row 2, which names as its source: The report; not yet checked against a source",
        "imported from a.csv, row 3; not yet checked against a source",
    ]


def test_what_cannot_be_taken_is_told_row_by_row_and_stands_in_comments() -> None:
    imported = read("""
        Date,Title,Place,Media,Source
        4/5/2019,One,Nowhere,http://x,AP
        someday,Two,,,
        2019,,,,
        2019,Four,Brigde,,
        """)
    assert written(imported) == dedent("""\
        events:
          # place: there is no place “Nowhere” here
          # Media: http://x
          one:
            # “4/5/2019”: it may mean 2019-05-04 or 2019-04-05
            date: "[2019-04-05..2019-05-04]"
            title: One
          # place: there is no place “Brigde” here; did you mean 'bridge'?
          four:
            date: 2019
            title: Four""")
    assert told(imported) == [
        "a.csv:1:18: warning: an event has no key for “Media”; what stands in it (1 row) becomes comments",
        "a.csv:2:1: warning: row 2, Date: “4/5/2019”: it may mean 2019-05-04 or 2019-04-05",
        "a.csv:2:14: warning: row 2, Place: there is no place “Nowhere” here",
        "a.csv:3:1: warning: row 3, Date: “someday”: write a date such as 2019-04-15, 2019-04 or 2019",
        "a.csv:3:1: warning: row 3, Date: it has no 'date' that can be read, and is left out",
        "a.csv:4:5: warning: row 4, Title: it has no 'title' that can be read, and is left out",
        "a.csv:5:11: warning: row 5, Place: there is no place “Brigde” here; did you mean 'bridge'?",
    ]
    assert imported.records[0].uncited == (
        "imported from a.csv, row 2, which names as its source: AP; not yet checked against a source"
    )


@pytest.mark.parametrize(("language", "date"), [("en-GB", "2019-05-04"), ("en-US", "2019-04-05"), ("fr", "2019-05-04")])
def test_a_date_in_numbers_is_read_in_the_order_of_the_country(language: str, date: str) -> None:
    imported = read("date,title\n4/5/2019,One\n", language=language)
    assert imported.records[0].record.fields[0].value == date
    assert told(imported) == []


def test_a_figure_may_have_its_unit_and_its_qualifier_in_one_cell() -> None:
    imported = read("""
        Number,What,As of
        "at least 1,234 people",killed,April 2019
        ≥ 12%,of votes,
        €3.5m,spent,
        10-20,wounded,
        "1,5",degrees more,
        $5,paid,
        lots,x,
        """)
    values = [{field.key: field.value for field in each.record.fields} for each in imported.records]
    assert values == [
        {"value": "1234", "qualifier": "at-least", "unit": "people", "label": "killed", "as_of": "2019-04"},
        {"value": "12", "qualifier": "at-least", "unit": "percent", "label": "of votes"},
        {"value": "3500000", "unit": "EUR", "label": "spent"},
        {"value": "10..20", "label": "wounded"},
        {"value": "1.5", "label": "degrees more"},
        {"value": "5", "label": "paid"},
    ]
    assert told(imported) == [
        "a.csv:7:1: warning: row 7, Number: “$5”: “$” may be AUD, BRL, CAD or another: write the unit",
        "a.csv:8:1: warning: row 8, Number: “lots”: write digits alone, such as 213, 0.5 or 210..220",
        "a.csv:8:1: warning: row 8, Number: it has no 'value' that can be read, and is left out",
    ]


def test_an_actor_may_come_without_a_kind_and_a_summary_which_a_writer_is_to_say() -> None:
    imported = read("Full name,Also known as,Type\nAnn Lee,Lee; A. Lee,\nHarbour Board,,organization\n")
    assert written(imported) == dedent("""\
        actors:
          ann-lee:
            name: Ann Lee
            # no column says of which kind it is, and person is a guess
            kind: person
            aliases: [Lee, A. Lee]
            summary: To be written.
          harbour-board:
            name: Harbour Board
            kind: organisation
            summary: To be written.""")


def test_places_may_have_their_coordinates_in_one_cell() -> None:
    imported = read('Name,Coordinates\nTripoli,"32.89, 13.19"\nX,north of here\n', Kind.PLACE)
    assert written(imported).startswith("places:\n  tripoli:\n    name: Tripoli\n    lat: 32.89\n    lon: 13.19\n")
    assert told(imported) == [
        "a.csv:3:3: warning: row 3, Coordinates: “north of here” is not latitude and longitude, such as 32.89, 13.19"
    ]


def test_ids_are_those_of_the_table_or_made_of_what_a_row_is_called() -> None:
    imported = read("""
        id,date,title
        kept,2019,One
        kept,2019,Two
        Not an id,2019,Three
        ,2019,Été: l’appel
        ,2019,Été l’appel
        ,2019,!!!
        """)
    assert [each.record.id for each in imported.records] == [
        "kept",
        "not-an-id",
        "ete-lappel",
        "ete-lappel-2",
        "event-7",
    ]
    assert told(imported) == [
        "a.csv:3:1: warning: row 3 has the id 'kept', as one above it does, and is left out; give it an id of its own",
        "a.csv:4:1: warning: row 4: 'Not an id' is not an id, and becomes 'not-an-id'",
    ]


@pytest.mark.parametrize(
    ("head", "kind", "path"),
    [
        ("date,title", Kind.EVENT, "a.csv"),
        ("start,end,event", Kind.EVENT, "a.csv"),
        ("name,role,description", Kind.ACTOR, "a.csv"),
        ("value,unit,label", Kind.FIGURE, "a.csv"),
        ("name,latitude,longitude", Kind.PLACE, "a.csv"),
        ("name,description", Kind.TERM, "terms of art.csv"),
        ("title,publisher,url", Kind.SOURCE, "a.csv"),
        ("quote,speaker,date", Kind.QUOTE, "a.csv"),
        ("date,titre", Kind.EVENT, "a.csv"),
    ],
)
def test_the_head_and_the_name_of_the_file_tell_what_the_rows_are(head: str, kind: Kind, path: str) -> None:
    table = table_of(path, f"{head}\n{head}\n".encode())
    assert columns_of(table, None).kind is kind


def test_a_head_that_tells_too_little_is_refused_with_what_was_meant() -> None:
    with pytest.raises(SiteError, match=r"^a.csv:1:1: these columns do not tell what the rows are: “x”, “y”; "):
        read("x,y\n1,2\n")
    with pytest.raises(SiteError, match=r"^a.csv:1:1: no column gives the 'title' of an event; did you mean “tilte”"):
        read("date,tilte\n2019,x\n", Kind.EVENT)
