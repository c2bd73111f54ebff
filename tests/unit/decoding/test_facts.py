"""A facts file is read again by those records that changed, and says what it would have said if it were read whole."""

from __future__ import annotations

import dataclasses
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standfirst.decoding.facts import FactsFile, read_facts
from standfirst.model import Place
from standfirst.reading.files import InputFile

# A longer run by hand: EDITS=10000 python -m pytest tests/unit/decoding/test_facts.py
FILES = int(os.environ.get("EDITS", "200"))


def read(text: str, before: FactsFile | None = None) -> FactsFile:
    return read_facts(InputFile("facts.yaml", text), before)


def everything(value: Any) -> Any:
    """Return a value with what equality passes over: where its keys stand, and how its texts are written."""
    if isinstance(value, FactsFile):
        return everything((value.facts, value.broken, value.complete, set(value.problems)))
    if dataclasses.is_dataclass(value):
        return type(value), [everything(getattr(value, field.name)) for field in dataclasses.fields(value)]
    return [everything(each) for each in value] if isinstance(value, tuple) else value


# ---------------------------------------------------------------- what is read again

FILE = """
# People.
actors:
  # The first.
  one:
    name: One
    kind: person
    summary: Number one, beside [](actor:two).
    uncited: so

  two: {name: Two, kind: person, summary: "Number

   two.", uncited: so}
  three:
    name: Three
    kind: person
    summary: >-
      Number
      three.
    uncited: so
terms:
  # None yet.
events:
    start:
        date: 1969
        title: Start
        uncited: so
"""


def kept(before: str, after: str) -> list[str]:
    """Return the ids of the facts that stay the same objects where one text takes the place of another in the file."""
    first = read(FILE)
    second = read(FILE.replace(before, after), first)
    assert before in FILE
    assert everything(second) == everything(read(FILE.replace(before, after)))
    return [fact.id for fact in second.facts if any(fact is each for each in first.facts)]


@pytest.mark.parametrize(
    ("before", "after", "ids"),
    [
        ("Number one", "Number 1", ["two", "three", "start"]),
        ("Number\n\n   two", "Number\n\n   2", ["one", "three", "start"]),
        ("\n      three.", "\n      3.", ["one", "two", "start"]),
        ("title: Start", "title: Begin", ["one", "two", "three"]),
        ("\n    kind: person", "\n    kind: state", ["two", "start"]),
        ("terms:", "places:\n  arle: {name: Arle}\nterms:", ["one", "two", "three"]),
        ("  one:", "  first:", ["two", "three", "start"]),
        ("# People.", "# Somebody.", ["one", "two", "three", "start"]),
        ("# The first.", "#", ["two", "three", "start"]),
        ("events:", "events: # All of them.", ["one", "two", "three", "start"]),
        ("events:", "events:\n    end: {date: 1970, title: End, uncited: so}", ["one", "two", "three"]),
    ],
)
def test_facts_are_not_read_again_that_are_still_what_and_where_they_were(
    before: str, after: str, ids: list[str]
) -> None:
    assert kept(before, after) == ids


def test_facts_of_which_the_lines_moved_are_read_again_for_their_places() -> None:
    assert kept("  three:", "\n  three:") == ["one"]


@pytest.mark.parametrize("broken", ["title: [", "titel: Start", 'title: "', "date: nineteen", "start:\n    start:"])
def test_what_was_known_before_a_mistake_is_known_once_it_is_mended(broken: str) -> None:
    first = read(FILE)
    second = read(FILE.replace("title: Start", broken), first)
    assert second.problems
    third = read(FILE, second)
    assert [fact is other for fact, other in zip(third.facts[:3], first.facts[:3], strict=True)] == [True] * 3


def test_a_fact_with_a_problem_leaves_the_others_what_they_are() -> None:
    first = read(FILE)
    second = read(FILE.replace("date: 1969", "date: 196o"), first)
    assert [fact is other for fact, other in zip(second.facts, first.facts[:3], strict=True)] == [True] * 3
    assert [lost.id for lost in second.broken] == ["start"]
    third = read(FILE.replace("date: 1969", "date: 196o").replace("Number one", "Number 1"), second)
    assert third.broken[0] is second.broken[0]


# ---------------------------------------------------------------- what has to be read whole

SOUND = "places:\n  a: {name: A}\n  b: {name: B}\n  c: {name: C}\n"


def by_itself(*texts: str) -> FactsFile:
    """Return what the last of some texts says, each of which took the place of the one before in its file."""
    before = read(SOUND)
    for text in texts:
        before = read(text, before)
        assert everything(before) == everything(read(text))
    return before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{name: A}\n  b: {name: B}", '{name: "A\n  b: B"}'),
        ("{name: B}", '{name: "B}'),
        ("{name: B}", "{name: B"),
        ("  b:", "  a:"),
        ("  b:", "places:\n  b:"),
        ("  b:", "evnets:\n  b:"),
        ("  b:", " b:"),
        ("  b:", "   b:"),
        ("  b:", "b:"),
        ("  b:", "\tb:"),
        ("  b:", "  ? b\n  :"),
        ("  b:", "  - b:"),
        ("  b:", "  !!map b:"),
        ("  b:", "---\n  b:"),
        ("  b:", "...\n  b:"),
        ("  b: {name: B}", "  {b: {name: B}}"),
        ("  b: {name: B}", "  b"),
        ("  b: {name: B}", f"  b: {'[' * 39}{']' * 39}"),
        ("places:", "places:#"),
        ("places:", "places: # \x07"),
        ("places:", "# \x07\nplaces:"),
        ("places:", "# \x07\n---\nplaces:"),
        ("places:", "actors:\n  # \x07\nplaces:"),
        ("places:", "places: |"),
        ("places:", "places: {}"),
        ("places:", "%YAML 1.1\n---\nplaces:"),
        ("places:", "---\n---\nplaces:"),
    ],
)
def test_what_is_out_of_the_ordinary_is_read_as_it_is_in_a_whole_file(before: str, after: str) -> None:
    assert before in SOUND
    by_itself(SOUND.replace(before, after))


def test_a_value_that_repeats_another_follows_it() -> None:
    repeating = SOUND.replace("name: A", "name: &x A").replace("name: B", "name: *x")
    last = by_itself(repeating, repeating.replace("&x A", "&x Other"))
    assert [fact.name for fact in last.facts if isinstance(fact, Place)] == ["Other", "Other", "C"]


def test_a_file_that_is_emptied_and_written_again_is_not_read_again() -> None:
    first = read(SOUND)
    again = read(SOUND, read("", first))
    assert all(fact is other for fact, other in zip(again.facts, first.facts, strict=True))


# ---------------------------------------------------------------- any file, and any edit

IDS = st.sampled_from(["a", "b", "c", "d", "e"])
TEXTS = st.sampled_from(
    [
        "so", "'so'", '"so"', "two words", "so\n      and so", '"so\n  b: so"', "'so\n\n# so\n c: d'",
        '"so \\\n   so"', "|\n      so\n\n      # so\n", "|1\n      so", ">-\n          so\n      so",
        "|+\n      so\n\n\n", "", "|", "so:", ">\n\n      so\n     so", "R&D *so", "&x so", "*x", "! so", "!!str so",
        "[so]", "{so: so}", "so # so", "so: so", "[a](actor:b) and\n      [b](event:a)",
        '"[a](actor:b)\n\n  [b](event:a)"', "[@a: so]", "é“", "\tso", "1969", "? so", "- so",
    ]
)  # fmt: skip
ODD = st.sampled_from(
    [
        "", " ", "   ", "\t", "  \t", "#", "# so", "  # so", "      # so", "#\x07", "  # \x7f", "---", "--- # so",
        "...", "%YAML 1.1", "actors:", "events:", "places:", "evnets:", "actors: {}", "actors: # so", "actors:#so",
        "actors: |", 'actors: "', "actors: &x", "  &x", "  a: *x", "  b: &x", "  *x : so", "? a", ": b", "  ? a",
        "  : b", "- a", "a", "  - a", "  a", "  a: {}", "  a:", "  b: [", "  b: {", "  ]", "  }", '  a: "', "  b: '",
        '"', "'", "  ? b: so", '  "c": {name: C}', "  'c d': so", " a:", "   a: so", "    so", "      so", "  \tb: so",
        "  b:\tso", "  ! a: so", "  !!map", "\ufeff", "  ---", "  a: |2", "    name: A", "    name: B",
        "    cite: {a: so}", "    cite: &y {a: so}", "    cite: *y",
    ]
)  # fmt: skip


@st.composite
def records(draw: st.DrawFn, indent: str, name: str) -> str:
    """A place without a fault, and perhaps something behind it."""
    values = ["A", "'A'", '"A\n\n    a: b"', f"A\n{indent}   more", f"|\n{indent}    A\n", f">+\n{indent}     A\n\n"]
    value = draw(st.sampled_from(values))
    behind = draw(st.sampled_from(["", "", "", "\n", f"{indent}# so\n", "# so\n\n"]))
    return f"{indent}{name}:\n{indent}  name: {value}\n{behind}"


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A facts file without a fault."""
    parts = [draw(st.sampled_from(["", "", "# so\n", "---\n", "\n", "# so\n--- # so\n"]))]
    for kind in draw(st.lists(st.sampled_from(["places", "terms", "actors"]), min_size=1, unique=True)):
        indent = " " * draw(st.sampled_from([1, 2, 2, 2, 4]))
        parts.append(f"{kind}:{draw(st.sampled_from(['', '', ' ', ' # so']))}\n")
        names = draw(st.lists(IDS, unique=True, min_size=2, max_size=4)) if kind == "places" else []
        parts += [draw(records(indent, name)) for name in names]
    return "".join(parts)


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """A file with some edit: of a word, a value, a line, a few lines, or cut off while it is being written."""
    lines = text.split("\n")
    number = draw(st.integers(0, len(lines) - 1))
    line, before, after = lines[number], lines[:number], lines[number + 1 :]
    match draw(st.sampled_from(["word", "type", "value", "odd", "remove", "double", "swap", "indent", "cut", "end"])):
        case "word":
            words = [word for word in ("so", "name", "A", "a", "b", ":", '"', "'") if word in line] or [line]
            put = draw(st.sampled_from(["so", "A", "b", "c", "", "name", '"', "'", "x: y", "é", "#", " # "]))
            changed = [line.replace(draw(st.sampled_from(words)), put, 1)]
        case "type":
            at = draw(st.integers(0, len(line)))
            put = draw(st.sampled_from([*"\"'#:{}[]|*&\t \n", "&x ", " #", ": "]))
            changed = [line[:at] + put + line[at:]]
        case "value":
            changed = [f"{line.partition(':')[0]}: {draw(TEXTS)}"]
        case "odd":
            changed = [*draw(st.lists(ODD, min_size=1, max_size=2)), line]
        case "remove":
            changed = []
        case "double":
            changed = [line, *after[: draw(st.integers(0, 3))]] * 2
        case "swap":
            changed, after = [*after[:2], line], after[2:]
        case "indent":
            changed = [draw(st.sampled_from([f" {line}", line[1:], f"  {line}", line.lstrip()]))]
        case "cut":
            return text[: draw(st.integers(0, len(text)))]
        case _:
            return text.rstrip("\n") + draw(st.sampled_from(["", "\n", "\n\n", "\n  e:\n    name: E", "\nplaces:"]))
    return "\n".join([*before, *changed, *after])


@given(st.data())
@settings(
    deadline=None,
    derandomize="EDITS" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
    max_examples=FILES,
)
def test_whatever_a_file_said_before_it_says_what_it_says_by_itself(data: st.DataObject) -> None:
    start = text = data.draw(texts())
    before = None
    for _ in range(8):
        file = InputFile("facts.yaml", text)
        before, alone = read_facts(file, before), read_facts(file)
        assert everything(before) == everything(alone), text
        # Often back to what has no fault, or else little would be read piece by piece.
        text = data.draw(edited(data.draw(st.sampled_from([start, start, text]))))
