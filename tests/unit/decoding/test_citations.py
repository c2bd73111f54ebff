"""A citation is written as the id of a source and passages, and any other form is told in the right one."""

from __future__ import annotations

from textwrap import dedent

import pytest

from standfirst.model import FactId, Id, Kind, Origin
from tests.unit.decoding.test_records import problems, read


def cited(written: str) -> list[tuple[FactId, tuple[str, ...]]]:
    citations = read(f"name: A\n{dedent(written)}")["cite"]
    return [(each.source.to, tuple(passage.words for passage in each.passages)) for each in citations]


REPORT = FactId(Kind.SOURCE, Id("report"))


@pytest.mark.parametrize(
    "written",
    [
        'cite: {report: "The council, which owns"}\n',
        'cite: {report: ["The council, which owns"]}\n',
        "cite:\n  report: The council, which owns\n",
        "cite:\n  report: >-\n    The council,\n    which owns\n",
        "cite:\n  report: |\n    The council,\n      which owns\n",
    ],
)
def test_one_passage_is_written_in_several_ways(written: str) -> None:
    assert cited(written) == [(REPORT, ("The council, which owns",))]


def test_several_sources_and_passages_keep_their_order() -> None:
    second = FactId(Kind.SOURCE, Id("notice"))
    assert cited("cite:\n  report: [one two three, four five six]\n  notice: seven eight nine\n") == [
        (REPORT, ("one two three", "four five six")),
        (second, ("seven eight nine",)),
    ]


def test_citations_and_passages_stand_where_they_were_written() -> None:
    (citation,) = read("name: A\ncite: {report: [é one, two]}\n")["cite"]
    assert citation.source.origin == Origin("a.yaml", 2, 8)
    assert [passage.origin.column for passage in citation.passages] == [17, 24]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{}", "7: nothing is cited here; write source: passage, or say why in `uncited`"),
        (
            "report",
            "7: a citation is of a source and a passage, and this is one text; "
            'write `cite: {report: "first words … last words"}`',
        ),
        (
            "[report]",
            "7: a citation is written as `source: passage` lines, not as a list; "
            "write a key and a colon in place of each dash or bracket",
        ),
        (
            "The council said",
            "7: a citation is of a source and a passage, and this is one text; "
            "write the id of the source before it, and braces around both: `cite: {id: …}`",
        ),
        ("{report: }", "8: 'report' is cited without a passage; name one by its words"),
        ("{report: []}", "8: 'report' is cited without a passage; name one by its words"),
        (
            "{report: one, two}",
            "21: 'two' is cited without a passage; "
            'quote the value before it, "like this": in braces a comma ends a bare value',
        ),
        (
            "{report: one, two three}",
            "21: 'two three' is not the id of a source; "
            'quote the value before it, "like this": in braces a comma ends a bare value',
        ),
        ('{"The Report": one}', "8: 'The Report' is not the id of a source; write the source first: {one: …}"),
        (
            '{"The Report": [one]}',
            "8: 'The Report' is not the id of a source; cite as source: passage, with the id of the source",
        ),
        (
            '{report:"one two"}',
            "8: 'report:\"one two\"' is not the id of a source; write report: and a blank before the passage",
        ),
        (
            '{report "one two"}',
            "8: 'report \"one two\"' is not the id of a source; write report: and a blank before the passage",
        ),
        (
            "{source:report: one two}",
            "8: 'source:report' is not the id of a source; write report: and a blank before the passage",
        ),
        (
            "{report: {a: b}}",
            "16: a text is expected here, not keys with values; "
            'quote it, "like this", if it has a colon or a brace in it',
        ),
    ],
)
def test_a_citation_that_cites_nothing_is_refused(written: str, said: str) -> None:
    (found,) = problems(f"name: A\ncite: {written}\n")
    assert found == f"a.yaml:2:{said}"


def test_citations_are_no_list_with_dashes() -> None:
    assert problems("name: A\ncite:\n  - report: one two three\n") == [
        "a.yaml:3:3: a citation is written as `source: passage` lines, not as a list; leave out the dashes"
    ]


@pytest.mark.parametrize(
    ("cite", "said"),
    [
        (
            "{source: report, passage: a b c}",
            "2:7: a citation has the source's own id for its key, and not the word 'source'; "
            'write {report: "first words … last words"}',
        ),
        (
            "\n  - source: report\n    text: a b c",
            "3:3: a citation is written as `source: passage` lines, not as a list; "
            'write {report: "first words … last words"}',
        ),
    ],
    ids=["keys", "a list"],
)
def test_a_citation_by_the_name_of_its_parts_is_told_in_its_right_form(cite: str, said: str) -> None:
    assert problems(f"name: A\ncite: {cite}\n") == [f"a.yaml:{said}"]


def test_a_source_may_be_called_a_source() -> None:
    source = FactId(Kind.SOURCE, Id("source"))
    assert cited("cite: {source: report}\n") == [(source, ("report",))]
    assert cited("cite: {source: one two three, report: four}\n") == [(source, ("one two three",)), (REPORT, ("four",))]
