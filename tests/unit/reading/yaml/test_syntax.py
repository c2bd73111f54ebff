"""A text that is not YAML is refused in a writer's words, and who follows them literally has mended the fault."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import compose
from standfirst.reading.yaml.syntax import merge_conflict_in, syntax_problem
from tests.cases import cases_in


def problem(text: str) -> str:
    """Return the one problem of a text: line, column, message and hint."""
    with pytest.raises(SiteError) as caught:
        compose(InputFile("facts.yaml", text))
    (found,) = caught.value.problems
    return str(found).removeprefix("facts.yaml:")


@pytest.mark.parametrize(("text", "expected"), cases_in(Path(__file__).parent / "faults.txt"))
def test_a_fault_is_told_in_a_writers_words_whether_or_not_the_last_line_ends(text: str, expected: str) -> None:
    assert problem(f"{text}\n") == expected
    assert problem(text) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: one: two\n", "1:7: the value breaks off at this colon; "),
        ("a: one\n  two: 3\n", "2:6: this line does not fit under the one above; "),
        ("a one\nb: two\n", "2:2: this line does not fit under the one above; "),
        ("name one\nb: two\n", "1:5: this line has no colon followed by a space after 'name'; write `name: …`"),
        ("- a\n- b\nc: d\n", "3:1: this line stands in a list, and does not begin with a dash; "),
        (": 1\n", "1:1: this line does not stand under the key that it belongs to; "),
        ("a: 1\n b: 2\n", "2:3: this line does not fit under the one above; "),
        ("name one\nkind:two\nb: three\n", "3:2: this line does not fit under the one above; "),
        ("actors:\na:\n    name: A\n  b:\n    name: B\n", "2:1: this line is not indented far enough; "),
        ("  a:\n    name: A\nevents:\n", "1:3: no kind of fact stands above this line; "),
        ("  a: 1\nb: 2\nc: 3: 4\n", "1:3: no kind of fact stands above this line; "),
        ("  a: 1\nb: 2: 3\n", "2:1: this line does not stand under the key that it belongs to; "),
        ("a: 1\n b\n-c\n", "3:1: this line is not `key: value`; "),
        ("a:\n    b: 1\n  c: 2\n", "3:3: this line does not stand under the key that it belongs to; "),
        ("a:\n\tb: 1\n", "2:1: a tab stands here; "),
        ("a: b\n\tc\n", "2:1: a tab stands here; "),
        ("a: [one](two) three\n", "1:9: the value ended at the bracket before this; "),
        ("- [one](two) three\n", "1:8: the value ended at the bracket before this; "),
        ('a: "one" two\n', "1:10: the value ended at a quotation mark before this; "),
        ("a: 'it's one'\n", "1:8: the value ended at a quotation mark before this; "),
        ('a: "one\nb: 2\n', "1:4: the quotation mark that opens here is not closed; "),
        ("a: 'one\nb: 'two'\n", "1:4: the quotation mark that opens here is not closed before line 2; close it with '"),
        ("a: [one\nb: 2\n", "1:4: the [ that opens here is not closed before line 2; close it with ], or "),
        ("a: {b: one\nc: 2\n", "1:4: the { that opens here is not closed before line 2; close it with }, or "),
        ("a: {b: one: two}\n", "1:11: what stands in brackets breaks off here; "),
        ("a: @one\n", "1:4: a value cannot begin with @ unless it is quoted; "),
        ("a: `one`\n", "1:4: a value cannot begin with ` unless it is quoted; "),
        ("a: %one\n", "1:4: a value cannot begin with % unless it is quoted; "),
        ("a: *one* two\n", "1:4: a value cannot begin with * unless it is quoted; "),
        ("a: & one\n", "1:4: a value cannot begin with & unless it is quoted; "),
        ("a: ![one](two)\n", "1:4: a value cannot begin with ! unless it is quoted; "),
        ("a: > one\n", "1:4: a value cannot begin with > unless it is quoted; "),
        ("a: - one\n", "1:4: a value cannot begin with - unless it is quoted; "),
        ("a: [one,, two]\n", "1:9: a value is expected here; "),
        ('a: "C:\\one"\n', "1:7: a backslash between these quotation marks means something of its own; "),
        ('a: "\\xg"\n', "1:7: a backslash between these quotation marks means something of its own; "),
        ("%ONE\n---\na: 1\n", "1:1: a line that begins with % is read as an order to YAML’s parser"),
    ],
)
def test_broken_yaml_is_told_in_plain_words(text: str, said: str) -> None:
    assert problem(text).startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< a\n",
        "<<<<<<< a\n=======\n",
        "<<<<<<< a\n>>>>>>> b\n",
        "=======\n<<<<<<< a\n>>>>>>> b\n",
        "<<<<<<< a\n>>>>>>> b\n=======\n",
        "x <<<<<<< a\n=======\n>>>>>>> b\n",
    ],
)
def test_signs_of_git_that_are_not_all_there_in_order_are_no_conflict(text: str) -> None:
    assert merge_conflict_in(InputFile("facts.yaml", text)) is None


def test_characters_that_nobody_sees_are_named() -> None:
    assert problem("actors:\n  a:\n    kind:\xa0group\n    name: A\n") == (
        "3:10: a non-breaking space (U+00A0) stands behind the colon here; write an ordinary space"
    )
    indented = "actors:\n  a:\n\xa0\xa0\xa0\xa0name: A\n\xa0\xa0\xa0\xa0kind: group\n    summary: x\n"
    named = "a non-breaking space (U+00A0) stands in the indentation here; indent with ordinary spaces"
    assert problem(indented) == f"3:1: {named}"
    in_text = (
        "actors:\n  a:\n    text: |\n      x\n      \xa0y\n    name: A\n\xa0\xa0\xa0\xa0kind: group\n    summary: x\n"
    )
    assert problem(in_text) == f"7:1: {named}"
    bom = "actors:\n  a:\n    name: A\n\ufeffevents:\n"
    assert problem(bom) == "4:1: no page can show the character U+FEFF; delete it"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("exceeded maximum nesting depth", "values are nested too deeply here; close the brackets before it"),
        ("found a new fault", 'this is not YAML: found a new fault; quote the whole value, "like this"'),
    ],
)
def test_what_only_newer_versions_of_the_parser_say_is_told_too(words: str, said: str) -> None:
    text = "a: " + "[" * 2000
    at = yaml.Mark("facts.yaml", 1002, 0, 1002, text, 1002)
    error = yaml.MarkedYAMLError(problem=words, problem_mark=at)
    assert str(syntax_problem(InputFile("facts.yaml", text), error)) == f"facts.yaml:1:1003: {said}"
