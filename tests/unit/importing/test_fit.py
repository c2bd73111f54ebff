"""Whatever a build would refuse is left out of what is imported, told, and kept as a comment."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from standfirst.authoring.record_text import facts_text
from standfirst.importing.fit import fitted
from standfirst.importing.formats import records_in
from standfirst.importing.known_facts import KnownFacts
from standfirst.options import Options
from standfirst.reading.files import ContentFiles
from tests.explainers import content, content_of

FACTS = """
actors:
  brook: {name: Mara Brook, kind: person, aliases: [Brook], summary: x, uncited: y}
sources:
  report: {title: The report}
  letter: {title: The letter}
"""


def explainer() -> ContentFiles:
    return content(FACTS, copies={"report": "On that day it was closed to all traffic."})


def fit(name: str, text: str) -> tuple[str, list[str]]:
    """What is written of a table, without what all records have, and what is told."""
    files = explainer()
    read = records_in(name, dedent(text).lstrip().encode(), None, KnownFacts.of(content_of(files)))
    taken = fitted(read, files, Options(content=Path(), templates=Path()))
    written = facts_text([each.record for each in taken.records]).partition("\n")[2]
    return written.replace("    draft: true\n", ""), [f"{each.message}; {each.hint}" for each in taken.problems]


def test_a_passage_that_does_not_stand_in_its_source_is_no_citation() -> None:
    written, told = fit(
        "events.csv",
        """
        date,title,cite
        2019,One,report: it was closed
        2019,Two,report: it was opened
        2019,Three,letter: nobody can tell
        """,
    )
    assert written == dedent("""\
        events:
          one:
            date: 2019
            title: One
            cite: {report: "it was closed"}
          # Left out: cite: report: it was opened (“it was opened” does not stand in 'report')
          two:
            date: 2019
            title: Two
            uncited: imported from events.csv, row 3; not yet checked against a source
          # Left out: cite: letter: nobody can tell
          three:
            date: 2019
            title: Three
            uncited: imported from events.csv, row 4; not yet checked against a source
        """)
    assert [each.partition(";")[0] for each in told] == [
        "row 4, cite: there is no copy of 'letter' to seek the passage in",
        "row 3, cite: “it was opened” does not stand in 'report'",
    ]


def test_a_value_that_cannot_be_read_is_left_out_and_so_is_what_makes_no_sense_without_it() -> None:
    written, told = fit("places.csv", "name,lat,lon\nThere,99,13.2\n")
    assert written == dedent("""\
        places:
          # Left out: lat: 99 ('99' is not a coordinate)
          # Left out: lon: 13.2 (place:there has one coordinate)
          there:
            name: There
        """)
    assert told == [
        "row 2, lat: '99' is not a coordinate; it is left out; write decimal degrees between -90 and 90, such as 32.89",
        "row 2, lon: place:there has one coordinate; it is left out; give both lat and lon, or neither",
    ]


def test_a_record_is_left_out_with_a_key_that_it_must_have() -> None:
    written, told = fit("terms.csv", "name,summary,cite\nx,see [@nowhere],report: it was closed\n")
    assert written.startswith("terms:\n  x:\n")
    assert told == []
    relations = "subject,verb,object,text\nbrook,unheard-of,brook,x\n"
    assert fit("relations.csv", relations)[1][0].endswith("all of it is left out; add it to `verbs` in site.yaml")


def test_a_name_that_another_fact_has_is_left_out() -> None:
    written, told = fit(
        "actors.csv",
        "name,kind,summary,aliases\nAnn Lee,person,x,Brook; Lee\nMara Brook,person,y,\n",
    )
    assert written == dedent("""\
        actors:
          # Left out: aliases: Brook; Lee (the name 'Brook' is also that of actor:brook (facts.yaml:3))
          ann-lee:
            name: Ann Lee
            kind: person
            summary: x
            uncited: imported from actors.csv, row 2; not yet checked against a source
        """)
    assert told == [
        "row 2, aliases: the name 'Brook' is also that of actor:brook (facts.yaml:3); it is left out; "
        "keep it for one of the two, so that prose can tell them apart",
        "row 3: the name 'Mara Brook' is also that of actor:brook (facts.yaml:3); all of it is left out; "
        "keep it for one of the two, so that prose can tell them apart",
    ]
