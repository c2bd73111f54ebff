"""YAML is read as it was written: no scalar has a type, nothing runs, and every value knows where it stands."""

from __future__ import annotations

from textwrap import dedent

import pytest

from standfirst.model import Origin
from standfirst.problems.errors import SiteError, problem
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import DEEPEST, compose, read_yaml
from standfirst.reading.yaml.nodes import MappingNode, ScalarNode, SequenceNode, YamlNode


def file(text: str) -> InputFile:
    return InputFile("facts.yaml", dedent(text))


def root(text: str) -> YamlNode:
    """Return the document of a sound YAML text."""
    composed = compose(file(text))
    assert composed.problems == ()
    assert composed.root is not None
    return composed.root


def plain(node: YamlNode) -> object:
    """Return a node as texts, lists and dictionaries."""
    match node:
        case ScalarNode():
            return node.text
        case SequenceNode():
            return [plain(item) for item in node.items]
        case MappingNode():
            return {entry.key.text: plain(entry.value) for entry in node}


def at(text: str, *path: str | int) -> YamlNode:
    """Return the node that keys and positions lead to."""
    node = root(text)
    for step in path:
        if isinstance(node, MappingNode):
            node = next(entry.value for entry in node if entry.key.text == step)
        else:
            assert isinstance(node, SequenceNode)
            assert isinstance(step, int)
            node = node.items[step]
    return node


def scalar_at(text: str, *path: str | int) -> ScalarNode:
    node = at(text, *path)
    assert isinstance(node, ScalarNode)
    return node


def problems(text: str) -> list[str]:
    """Return what is wrong with a YAML text, as a writer sees it."""
    with pytest.raises(SiteError) as caught:
        read_yaml(file(text), lambda node: node)
    return [str(each) for each in caught.value.problems]


# ---------------------------------------------------------------- what is written is what is read


@pytest.mark.parametrize(
    "written",
    [
        "no", "yes", "on", "off", "true", "null", "~", "12:30", "190:20:30", "2019-04", "2019-04-15", "1_000", "0x1F",
        "0o17", "017", "1e3", ".5", "1.0", "+1", ".inf", ".nan", "=", "2019-04-15T12:30:00Z", "1984~", "213",
    ],
)  # fmt: skip
def test_a_bare_value_stays_the_text_that_was_written(written: str) -> None:
    assert plain(root(f"value: {written}\nlist: [{written}]\n{written}: key\n")) == {
        "value": written,
        "list": [written],
        written: "key",
    }


def test_an_empty_value_is_empty_and_a_quoted_one_is_not() -> None:
    text = 'bare:\nquoted: ""\n'
    assert scalar_at(text, "bare").is_empty
    assert not scalar_at(text, "quoted").is_empty


def test_entries_keep_the_order_in_which_they_were_written() -> None:
    assert list(plain(root("c: 1\na: 2\nb: 3\n"))) == ["c", "a", "b"]  # type: ignore[call-overload]


def test_brackets_and_braces_are_told_from_lines() -> None:
    text = "a: {b: c}\nd: [e]\nf:\n  g: h\ni:\n  - j\n"
    flow = {key: node.flow for key in "adfi" if isinstance(node := at(text, key), MappingNode | SequenceNode)}
    assert flow == {"a": True, "d": True, "f": False, "i": False}


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "---\n# nothing yet\n..."])
def test_a_file_with_nothing_in_it_has_nothing_to_read(text: str) -> None:
    node = compose(file(text)).root
    assert node is None or (isinstance(node, ScalarNode) and node.is_empty)


def test_folded_and_literal_texts_are_read_as_yaml_reads_them() -> None:
    text = """
        folded: >-
          one
          two
        literal: |
          one
          two
    """
    assert plain(root(text)) == {"folded": "one two", "literal": "one\ntwo\n"}


# ---------------------------------------------------------------- where values stand


@pytest.mark.parametrize(
    ("text", "path", "line", "column"),
    [
        ("name: Arle\n", ["name"], 1, 7),
        ("a:\n  b: [x, y]\n", ["a", "b", 1], 2, 10),
        ('é: "ü"\nж: {ß: x}\n', ["ж", "ß"], 2, 8),
        ("a:\n  - b\n  - c: d\n", ["a", 1, "c"], 3, 8),
        ("a: |\n  text\n", ["a"], 1, 4),
        ("\n\n# comment\na: 'b'\n", ["a"], 4, 4),
    ],
)
def test_a_value_stands_where_it_begins(text: str, path: list[str | int], line: int, column: int) -> None:
    assert scalar_at(text, *path).origin == Origin("facts.yaml", line, column)


@pytest.mark.parametrize(
    ("text", "needle", "occurrence", "line", "column"),
    [
        ("text: see x here\n", "x", 0, 1, 11),
        ("text: é x and x\n", "x", 1, 1, 15),
        ("text: |\n  é one\n  two x\n", "x", 0, 3, 7),
        ("text: >\n  é one\n\n  two x x\n", "x", 1, 4, 9),
        ('text: "é \\" x"\n', "x", 0, 1, 13),
        ("text: one\n  two x\nother: x x x\n", "x", 1, 1, 7),
    ],
    ids=["bare", "second on the line", "literal", "folded", "quoted", "not beyond its own end"],
)
def test_a_stretch_of_a_text_is_found_where_it_was_written(
    text: str, needle: str, occurrence: int, line: int, column: int
) -> None:
    assert scalar_at(text, "text").origin_of(needle, occurrence) == Origin("facts.yaml", line, column)


def test_what_was_written_as_an_escape_is_said_to_stand_where_its_text_begins() -> None:
    assert scalar_at('text: "\\x78"\n', "text").origin_of("x7", 5) == Origin("facts.yaml", 1, 7)


# ---------------------------------------------------------------- aliases


def test_an_alias_repeats_what_its_anchor_names() -> None:
    text = """
        one:
          cite: &passages
            report: [first, second]
        two:
          cite: *passages
    """
    assert plain(at(text, "two")) == {"cite": {"report": ["first", "second"]}}


def test_an_anchor_may_be_given_anew() -> None:
    assert plain(root("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")) == {"a": "1", "b": "1", "c": "2", "d": "2"}


def test_a_merge_key_is_a_key_like_any_other_and_merges_nothing() -> None:
    assert plain(root("a: &a {x: 1}\nb:\n  <<: *a\n")) == {"a": {"x": "1"}, "b": {"<<": {"x": "1"}}}


def test_a_value_cannot_repeat_itself() -> None:
    assert problems("a: &a [*a]\n") == [
        "facts.yaml:1:8: there is no '&a' above for '*a' to repeat; quote a text that begins with *"
    ]


def test_aliases_that_multiply_are_refused_before_they_fill_the_memory() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    assert [each.partition(": ")[2] for each in problems("\n".join(levels))] == [
        "the aliases here repeat too much; write the values out"
    ]


# ---------------------------------------------------------------- what is not our YAML


def test_a_second_key_of_the_same_name_is_reported_and_the_first_is_kept() -> None:
    composed = compose(file("a: 1\nb: 2\na: 3\n"))
    (problem_,) = composed.problems
    assert problem_.origin == Origin("facts.yaml", 3, 1)
    assert problem_.message == "the key 'a' stands here a second time; the first is on line 1"
    assert composed.root is not None
    assert plain(composed.root) == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("a: !!python/object/apply:os.system [exit 1]\n", "!!python/object/apply:os.system"),
        ("a: !!str x\n", "!!str"),
        ("a: !env HOME\n", "!env"),
        ("a: !!map {b: c}\n", "!!map"),
    ],
)
def test_a_tag_is_refused_and_nothing_is_made_of_it(text: str, tag: str) -> None:
    assert problems(text) == [
        f"facts.yaml:1:4: the tag '{tag}' means nothing here; delete it, or quote a text that begins with !"
    ]


def test_a_second_document_is_refused_and_the_first_is_kept() -> None:
    composed = compose(file("a: 1\n---\nb: 2\n"))
    assert [each.message for each in composed.problems] == ["a second YAML document begins here"]
    assert composed.root is not None
    assert plain(composed.root) == {"a": "1"}


@pytest.mark.parametrize("text", ["a: one\x08two\n", "a: one\x7ftwo\n", "a: one\x00two\n", "# \x1b[31m\n"])
def test_a_control_character_is_refused_where_it_stands(text: str) -> None:
    column = next(place for place, character in enumerate(text, 1) if not character.isprintable())
    code = ord(text[column - 1])
    assert problems(text) == [f"facts.yaml:1:{column}: no page can show the character U+{code:04X}; delete it"]


@pytest.mark.parametrize("escape", ["\\0", "\\x1b", "\\x9f", "\\uffff", "\\ufeff"])
def test_a_control_character_is_refused_as_an_escape_too(escape: str) -> None:
    (said,) = problems(f'a: "one{escape}"\n')
    assert said.startswith("facts.yaml:1:4: no page can show the character U+")


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_nesting_that_nobody_writes_by_hand_is_refused(opening: str) -> None:
    (said,) = problems("a: " + opening * 100_000)
    column = 4 + len(opening) * (DEEPEST - 1)
    assert said == f"facts.yaml:1:{column}: values are nested too deeply here; close the brackets before it"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: one: two\n", "1:7: the value breaks off at this colon; "),
        ("a: one\n  two: 3\n", "2:6: this line does not fit under the one above; "),
        ("a one\nb: two\n", "2:2: this line does not fit under the one above; "),
        ("name one\nb: two\n", "1:5: this line has no colon followed by a space after 'name'; write `name: …`"),
        ("a: 1\n b\n-c\n", "3:1: this line is not `key: value`; "),
        ("a:\n    b: 1\n  c: 2\n", "3:3: this line does not stand under the key that it belongs to; "),
        ("a:\n\tb: 1\n", "2:1: a tab stands here; "),
        ("a: b\n\tc\n", "2:1: a tab stands here; "),
        ("a: [one](two) three\n", "1:9: the value ended at the bracket before this; "),
        ("- [one](two) three\n", "1:8: the value ended at the bracket before this; "),
        ('a: "one" two\n', "1:10: the value ended at a quotation mark before this; "),
        ("a: 'it's one'\n", "1:8: the value ended at a quotation mark before this; "),
        ('a: "one\nb: 2\n', "1:4: the quotation mark that opens here is not closed; "),
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
    (problem_,) = problems(text)
    assert problem_.startswith(f"facts.yaml:{said}")


# ---------------------------------------------------------------- reading on


def test_what_is_read_of_a_document_is_returned() -> None:
    assert read_yaml(file("a: 1\n"), lambda node: plain(node) if node else None) == {"a": "1"}


def test_problems_of_the_yaml_and_of_what_it_says_are_reported_together() -> None:
    def refuse(_: YamlNode | None) -> None:
        raise problem(Origin("facts.yaml", 3, 4), "this says nothing")

    with pytest.raises(SiteError) as caught:
        read_yaml(file("a: 1\na: 2\nb: 3\n"), refuse)
    assert [each.message for each in caught.value.problems] == [
        "the key 'a' stands here a second time; the first is on line 1",
        "this says nothing",
    ]


def test_what_only_follows_from_a_fault_at_the_same_place_is_left_out() -> None:
    def refuse(_: YamlNode | None) -> None:
        raise problem(Origin("facts.yaml", 1, 4), "nothing is written here")

    with pytest.raises(SiteError) as caught:
        read_yaml(file("a: *b\n"), refuse)
    assert [each.message for each in caught.value.problems] == ["there is no '&b' above for '*b' to repeat"]
