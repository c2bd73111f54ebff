"""A line of a kind or of an id that is missing is one problem, in the line below, and nothing that follows from it."""

from __future__ import annotations

from textwrap import indent

import pytest

from standfirst.decoding.facts import read_facts
from standfirst.model import Kind
from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from tests.explainers import content, made
from tests.unit.decoding.test_misindented import FACTS


def said(facts: str) -> list[str]:
    try:
        made(content(facts, "[](actor:varn) [](place:arle) [](event:closure)"))
    except SiteError as error:
        return [str(each).removeprefix("facts.yaml:") for each in error.problems]
    return []


OF_ANOTHER = "write a line `{}:` above it, or move it to where that is"


@pytest.mark.parametrize(
    ("line", "instead", "message"),
    [
        ("actors:\n", "", "1:3: no kind of fact stands above this line; write it there, such as `actors:`"),
        ("events:\n", "", "13:3: 'closure' stands under actors:, but has the keys of an event; " + OF_ANOTHER),
        (
            "places:\n",
            "",
            "19:3: 'bridge' stands under events:, but has the keys of a place; " + OF_ANOTHER.format("places"),
        ),
        (
            "events:\n",
            "  events:\n",
            "13:3: this line is indented too far: 'events' stands among the records of actors:; begin it at the margin",
        ),
        (
            "  closure:\n",
            "",
            "14:5: no id stands above this line: 'date' is a key of a record; "
            "write the id above it, further left, and a colon",
        ),
        (
            "places:\n",
            "  places:\n",
            "19:3: this line is indented too far: 'places' stands among the records of events:; begin it at the margin",
        ),
        (
            "  council:\n",
            "  council:\n  council:\n",
            "3:3: the key 'council' stands here a second time; the first is on line 2; "
            "keep one of them, or join the two",
        ),
        ("  council:\n", "", "2:5: no id of a record stands above this line; write it there, and a colon"),
        (
            "  varn:\n",
            "",
            "7:5: the key 'name' stands here a second time, as do 3 keys below it; "
            "if another record begins here, write its id above the line",
        ),
        (
            "    uncited: made up\n",
            "uncited: made up\n",
            "18:1: this line is not indented far enough: 'uncited' stands beside 'events'; "
            "indent it, and what follows it, further than 'closure'",
        ),
    ],
)
def test_a_line_that_is_missing_or_displaced_is_one_problem(line: str, instead: str, message: str) -> None:
    facts = FACTS.replace(line, instead, 1).replace('cite: {report: "The town council"}', "uncited: x")
    assert said(facts.replace('    cite:\n      report: "Ilse Varn said … the bridge"\n', "    uncited: x\n")) == [
        message.format("events")
    ]


@pytest.mark.parametrize(("by", "more"), [("", ", and indent what belongs to it"), (" ", ""), ("  ", "")])
def test_records_of_no_kind_are_told_once_and_read_for_what_their_keys_are(by: str, more: str) -> None:
    facts = "a:\n  question: What?\n  why: None\nb:\n  question: Who?\n  why: 1\n"
    read = read_facts(InputFile("facts.yaml", indent(facts, by)))
    assert [str(each) for each in read.problems] == [
        f"facts.yaml:1:{len(by) + 1}: 'a' is not a kind of fact, but what stands in it are the keys of an unknown; "
        f"write a line `unknowns:` above it{more}"
    ]
    assert [each.id for each in read.facts] == ["a", "b"]
    assert not read.complete


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ("name: A, summary: A.", Kind.PLACE),
        ("name: A, summary: A., uncited: so", Kind.TERM),
        ("name: A, summary: A., cite: {report: one two three}", Kind.TERM),
        ("date: 2025, title: A", Kind.EVENT),
    ],
)
def test_what_cites_is_of_a_kind_that_must_if_its_keys_are_those_of_several(record: str, kind: Kind) -> None:
    read = read_facts(InputFile("facts.yaml", f"  a: {{{record}}}\n"))
    assert read.problems[0].hint == f"write a line `{kind.plural}:` above it"


def test_a_record_with_two_keys_that_its_kind_does_not_have_may_be_of_another() -> None:
    read = read_facts(InputFile("facts.yaml", "terms:\n  a: {name: A, lat: 1, lon: 1}\n"))
    assert [each.message for each in read.problems] == ["'a' stands under terms:, but has the keys of a place"]
    assert [each.KIND for each in read.facts] == [Kind.PLACE]


def test_the_records_below_a_kind_that_is_indented_too_far_are_read_as_of_that_kind() -> None:
    read = read_facts(InputFile("facts.yaml", FACTS.replace("places:\n", "  places:\n")))
    assert [str(each.fact_id) for each in read.facts if each.KIND is Kind.PLACE] == ["place:bridge", "place:arle"]


def test_a_record_that_comes_under_another_kind_is_told_alike_when_its_file_is_read_again() -> None:
    before = read_facts(InputFile("facts.yaml", FACTS))
    file = InputFile("facts.yaml", FACTS.replace("events:\n", ""))
    assert read_facts(file, before).problems == read_facts(file).problems


def test_what_should_have_another_id_than_one_that_is_there_is_told_once() -> None:
    actor = "    name: {}\n    kind: person\n    summary: x\n    uncited: x\n"
    facts = f"actors:\n  a:\n{actor.format('A')}  a:\n{actor.format('B')}"
    (problem,) = said(f"{facts}events:\n  closure: {{date: 2025, title: x, actors: [a, varn], uncited: x}}\n")
    assert problem.startswith("7:3: the key 'a' stands here a second time")
