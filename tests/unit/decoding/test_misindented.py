"""Records and keys that stand too far in or out are put where they belong, and told of once, in their line."""

from __future__ import annotations

import re

import pytest

from standfirst.decoding.facts import read_facts
from standfirst.model import Place
from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from tests.explainers import content, joined

FACTS = """\
actors:
  council:
    name: Arle Town Council
    kind: government
    summary: The body that owns the bridge.
    cite: {report: "The town council"}
  varn:
    name: Ilse Varn
    kind: person
    native_name: {text: Ilse, lang: de}
    cite:
      report: "Ilse Varn said … the bridge"
    summary: The engineer.
events:
  closure:
    date: 2025-03-03
    title: The bridge is closed
    actors: [varn, council]
    uncited: made up
places:
  bridge:
    name: The bridge
  arle:
    name: Arle
sources:
  report:
    title: The bridge is shut
"""


def said(facts: str, settings: str = "") -> list[str]:
    try:
        joined(content(facts, "[](actor:varn) [](place:arle) [](place:bridge) [](event:closure)", settings=settings))
    except SiteError as error:
        return [str(each) for each in error.problems]
    return []


def shifted(first: int, last: int, by: int) -> str:
    """Return the facts with some lines, counted from one, further in or out."""
    lines = FACTS.splitlines(keepends=True)
    for at in range(first - 1, last):
        lines[at] = " " * by + lines[at] if by > 0 else lines[at].removeprefix(" " * -by)
    return "".join(lines)


def test_the_facts_are_sound_as_they_are() -> None:
    assert said(FACTS) == []


@pytest.mark.parametrize(
    ("first", "last", "by", "place", "message"),
    [
        (7, 7, 2, "7:5", "this line is indented too far: 'varn' stands in actor 'council'"),
        (7, 13, 2, "7:5", "this line is indented too far: 'varn' stands in actor 'council'"),
        (7, 8, 2, "7:5", "this line is indented too far: 'varn' stands in actor 'council'"),
        (23, 24, 2, "23:5", "this line is indented too far: 'arle' stands in place 'bridge'"),
        (3, 6, -2, "3:3", "this line is not indented far enough: 'name' stands beside actor 'council'"),
        (5, 6, -2, "5:3", "this line is not indented far enough: 'summary' stands beside actor 'council'"),
        (8, 13, -2, "8:3", "this line is not indented far enough: 'name' stands beside actor 'varn'"),
        (7, 13, -2, "7:1", "this line is not indented far enough: 'varn' stands beside 'actors'"),
        (2, 13, -2, "2:1", "this line is not indented far enough: 'council' stands beside 'actors'"),
        (12, 12, -2, "12:5", "this line is not indented far enough: 'report' stands beside 'cite'"),
        (24, 24, -4, "24:1", "this line is not indented far enough: 'name' stands beside 'places'"),
        (13, 13, 2, "13:7", "this line is indented too far: 'summary' stands in 'cite'"),
    ],
)
def test_what_is_displaced_is_one_problem_in_its_line(first: int, last: int, by: int, place: str, message: str) -> None:
    (problem,) = said(shifted(first, last, by))
    assert problem.startswith(f"facts.yaml:{place}: {message}; indent it")


def test_each_of_several_displaced_records_is_told() -> None:
    facts = "places:\n  a:\n    name: A\n    b:\n      name: B\n    c:\n      name: C\nd:\n  name: D\n"
    assert [each.split(";", maxsplit=1)[0] for each in said(facts)[:3]] == [
        "facts.yaml:4:5: this line is indented too far: 'b' stands in place 'a'",
        "facts.yaml:6:5: this line is indented too far: 'c' stands in place 'a'",
        "facts.yaml:8:1: this line is not indented far enough: 'd' stands beside 'places'",
    ]


def told(facts: str) -> list[str]:
    """Return what is wrong with a facts file by itself, without hints."""
    problems = read_facts(InputFile("facts.yaml", facts)).problems
    return [str(each).removeprefix("facts.yaml:").partition("; ")[0] for each in problems]


@pytest.mark.parametrize(
    ("facts", "messages"),
    [
        ("places:\n  name: A\n  lat: 1\n", ["2:3: no id stands above this line: 'name' is a key of a record"]),
        (
            "places:\n  name: A\n  lat: 1\n  b:\n    name: B\n",
            ["2:3: no id stands above this line: 'name' is a key of a record"],
        ),
        ("places:\n  name: A\n", ["2:9: place 'name' is written as `key: value` lines"]),
        ("places:\nname: A\n", ["2:1: 'name' is not a kind of fact"]),
        (
            "places: The bridge\nname: A\n",
            ["1:9: 'places' is written as `key: value` lines", "2:1: 'name' is not a kind of fact"],
        ),
        (
            "places:\n  a: The bridge\n  name: A\n",
            [
                "3:3: this line is not indented far enough: 'name' stands beside place 'a'",
                "2:6: place 'a' is written as `key: value` lines",
            ],
        ),
        ("places:\n  a: {name: A, b: {name: B}}\n", ["2:16: place 'a' has no key 'b'"]),
        ("places:\n  a:\n    name: A\n    colour:\n", ["4:5: place 'a' has no key 'colour'"]),
        ("places:\n  a:\n    colour:\n    name: A\n", ["3:5: place 'a' has no key 'colour'"]),
        (
            "places:\n  a: {colour: {name: A}}\n",
            ["2:3: place 'a' has no 'name'", "2:7: place 'a' has no key 'colour'"],
        ),
        (
            "places:\n  a:\n    colour:\n    name: A\n    size:\n",
            ["3:5: place 'a' has no key 'colour'", "5:5: place 'a' has no key 'size'"],
        ),
        (
            "places:\n  a:\n    nmae: A\n    cite: The report\n",
            [
                "3:5: place 'a' has no key 'nmae'",
                "4:11: a citation is of a source and a passage, and this is one text",
            ],
        ),
    ],
)
def test_what_only_looks_displaced_is_told_as_what_it_is(facts: str, messages: list[str]) -> None:
    assert told(facts) == messages


@pytest.mark.parametrize(
    "records",
    [
        "a:\n  name: A\nb:\n  name: B\nc:\n  name: C\n  lat: 1\n",
        "  a: {name: A}\n  b: {name: B}\n  c: {name: C, lat: 1}\n",
    ],
)
def test_what_is_put_where_it_belongs_is_read_there_and_nowhere_else(records: str) -> None:
    read = read_facts(InputFile("facts.yaml", f"places:\n{records}lon: 2\n"))
    assert [each.fact_id.id for each in read.facts] == ["a", "b", "c"]
    found = [(each.lat, each.lon) for each in read.facts if isinstance(each, Place)]
    assert found == [(None, None), (None, None), (1, 2)]


def test_what_a_displaced_key_refers_to_is_known() -> None:
    (broken,) = read_facts(InputFile("facts.yaml", shifted(13, 13, 2))).broken
    assert [str(each.to) for each in broken.references] == ["source:report"]


def test_what_a_displaced_key_still_lacks_is_told_at_the_key_that_it_belongs_to() -> None:
    actor = "actors:\n  a:\n    name: A\n    kind: person\n    summary: A.\n    uncited: so\n"
    assert told(f"{actor}    native_name:\n    lang: de\n") == [
        "7:5: a native name has no 'text'",
        "8:5: this line is not indented far enough: 'lang' stands beside 'native_name'",
    ]


def test_a_record_whose_id_is_indented_too_far_has_its_id() -> None:
    assert read_facts(InputFile("facts.yaml", shifted(7, 7, 2))).complete


def test_a_kind_that_is_also_a_key_of_the_kind_above_it_is_a_kind() -> None:
    actors = "actors:\n  b: {name: B, kind: person, summary: B., uncited: so}\n"
    assert told("events:\n  a: {date: 2025, title: A, uncited: so}\n" + actors) == []


def test_other_faults_of_what_is_displaced_are_told_as_well() -> None:
    problems = said(shifted(7, 13, 2).replace("kind: person", "kind: persn"))
    assert [each.split(";", maxsplit=1)[0] for each in problems] == [
        "facts.yaml:7:5: this line is indented too far: 'varn' stands in actor 'council'",
        "facts.yaml:9:13: 'persn' is not one of the words for this",
    ]


def test_verbs_beside_the_key_that_they_belong_to_are_told_once() -> None:
    (problem,) = said(
        FACTS, "verbs:\nowns: {label: owns, inverse: is owned by}\nruns: {label: runs, inverse: is run by}\n"
    )
    assert "this line is not indented far enough: 'owns' stands beside 'verbs'" in problem


def test_ids_that_are_also_keys_may_stand_where_records_do() -> None:
    facts = FACTS.replace("  bridge:", "  name:").replace("  arle:", "  summary:")
    assert [each.partition("; ")[0].partition(": ")[2] for each in said(facts)] == [
        "there is no place 'arle'",
        "there is no place 'bridge'",
    ]


def test_a_key_that_is_unknown_is_no_record() -> None:
    assert re.search(
        "has no key 'colour'", said(FACTS.replace("kind: person", "kind: person\n    colour:\n      red: yes"))[0]
    )


def test_a_thousand_displaced_records_are_one_problem() -> None:
    facts = "places:\n" + "".join(f"a{number}:\n  name: A{number}\n" for number in range(1000))
    (problem, *_) = said(facts)
    assert problem.startswith("facts.yaml:2:1: this line is not indented far enough")


def test_keys_of_a_record_without_its_id_are_one_problem() -> None:
    problems = said(FACTS.replace("  varn:\n", ""))
    assert problems[0] == (
        "facts.yaml:7:5: the key 'name' stands here a second time, as do 3 keys below it; "
        "if another record begins here, write its id above the line"
    )
    assert all("there is no actor 'varn'" in each for each in problems[1:])


def test_what_belongs_in_a_facts_file_is_told_so_in_settings_alone() -> None:
    assert "; write it in a file in facts/" in said(FACTS, settings="places: {a: {name: A}}\n")[0]
    assert "; its keys are" in said(FACTS.replace("kind: person", "kind: person\n    places: [bridge]"))[0]
