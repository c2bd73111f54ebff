"""YAML is read as it was written: no scalar has a type, nothing runs, and every value knows where it stands."""

from __future__ import annotations

import sys
from textwrap import dedent

import pytest

from standfirst.model import Origin
from standfirst.problems.errors import SiteError, problem
from standfirst.reading.files import InputFile
from standfirst.reading.yaml import composer
from standfirst.reading.yaml.composer import DEEPEST, compose, read_yaml
from standfirst.reading.yaml.nodes import (
    UNREADABLE,
    MappingNode,
    ScalarNode,
    SequenceNode,
    YamlNode,
    unreadable_characters,
)
from tests.explainers import text_node


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


@pytest.mark.parametrize(("path", "line", "column"), [([], 2, 1), (["a"], 3, 3), (["b"], 4, 4)])
def test_a_list_or_mapping_stands_where_its_first_part_or_its_bracket_does(
    path: list[str | int], line: int, column: int
) -> None:
    node = at("# one\na:\n  c: 1\nb: [2]\n", *path)
    assert isinstance(node, MappingNode | SequenceNode)
    assert node.origin == Origin("facts.yaml", line, column)


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


def test_what_repeats_nothing_is_read_as_an_empty_value_where_it_stands() -> None:
    node = compose(file("a: *b\n")).root
    assert isinstance(node, MappingNode)
    (entry,) = node
    assert isinstance(entry.value, ScalarNode)
    assert (entry.value.is_empty, entry.value.text, entry.value.origin) == (True, "", Origin("facts.yaml", 1, 4))
    assert entry.value.origin_of("*", 0) == entry.value.origin


def test_as_many_values_may_be_repeated_as_a_file_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &a [x, y]\nb: *a\n"  # Nine: a mapping, its two keys, and twice a list with two items.
    monkeypatch.setattr(composer, "MOST_VALUES", 9)
    assert plain(root(text)) == {"a": ["x", "y"], "b": ["x", "y"]}
    monkeypatch.setattr(composer, "MOST_VALUES", 8)
    assert problems(text) == ["facts.yaml:2:4: the aliases here repeat too much; write the values out"]


def test_aliases_that_multiply_are_refused_before_they_fill_the_memory() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    assert [each.partition(": ")[2] for each in problems("\n".join(levels))] == [
        "the aliases here repeat too much; write the values out"
    ]


# ---------------------------------------------------------------- what is not our YAML


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3\nb: 4\n", [
            "3:1: the key 'a' stands here a second time; the first is on line 1; keep one of them, or join the two",
            "4:1: the key 'b' stands here a second time; the first is on line 2; keep one of them, or join the two",
        ]),
        ("a: 1\nb: 2\nc: 3\na: 4\nb: 5\nc: 6\n", [
            "4:1: the key 'a' stands here a second time, as do 2 keys below it; "
            "if another record begins here, write its id above the line",
        ]),
        ("? [a]\n: b\nc: d\n", ['1:3: a list or mapping cannot be a key; quote it, "like this"']),
        ("a: 1\n---\nb: 2\n---\nc: 3\n", [
            "2:1: a second YAML document begins here; delete the line, or split the file in two"
        ]),
    ],
    ids=["two keys again", "the keys of another record", "a list for a key", "several documents"],
)  # fmt: skip
def test_what_is_no_yaml_of_ours_is_reported_where_it_begins(text: str, said: list[str]) -> None:
    assert problems(text) == [f"facts.yaml:{each}" for each in said]


def test_of_a_repeated_key_the_first_value_that_says_something_is_kept_and_the_others_are_known() -> None:
    node = compose(file("a: 1\nb:\na: 3\nb: 4\nc: 5\n")).root
    assert isinstance(node, MappingNode)
    assert plain(node) == {"a": "1", "b": "4", "c": "5"}
    assert [(each.key.text, each.key.line, plain(each.value)) for each in node.all_entries] == [
        ("a", 1, "1"), ("b", 2, "4"), ("a", 3, "3"), ("b", 4, ""), ("c", 5, "5"),
    ]  # fmt: skip


def test_a_mapping_with_a_repeated_key_stands_where_its_brace_does() -> None:
    node = compose(file("{a: 1, a: 2}\n")).root
    assert isinstance(node, MappingNode)
    assert (node.origin, node.flow) == (Origin("facts.yaml", 1, 1), True)


def test_of_several_documents_the_first_is_kept() -> None:
    composed = compose(file("a: 1\n---\nb: 2\n"))
    assert composed.root is not None
    assert (plain(composed.root), composed.has_more_documents) == ({"a": "1"}, True)
    assert not compose(file("---\na: 1\n")).has_more_documents


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


@pytest.mark.parametrize("text", ["a: one\x08two\n", "a: one\x7ftwo\n", "a: one\x00two\n", "# \x1b[31m\n"])
def test_a_control_character_is_refused_where_it_stands(text: str) -> None:
    column = next(place for place, character in enumerate(text, 1) if not character.isprintable())
    code = ord(text[column - 1])
    assert problems(text) == [f"facts.yaml:1:{column}: no page can show the character U+{code:04X}; delete it"]


@pytest.mark.parametrize("escape", ["\\0", "\\x1b", "\\x9f", "\\uffff", "\\ufeff"])
def test_a_control_character_is_refused_as_an_escape_too(escape: str) -> None:
    (said,) = problems(f'a: "one{escape}"\n')
    assert said.startswith("facts.yaml:1:4: no page can show the character U+")


def test_an_unreadable_character_below_a_fault_is_not_what_is_told() -> None:
    (said,) = problems("a: one: two\nb: \ufeffthree\n")
    assert said.startswith("facts.yaml:1:7: the value breaks off at this colon; ")


def test_the_parser_refuses_no_characters_but_those_that_are_unreadable() -> None:
    signs = map(chr, (*range(0xD800), *range(0xE000, 0x10100), 0x1FFFE, 0x1FFFF, sys.maxunicode))
    readable = "".join(sign for sign in signs if sign not in '"\\' and not UNREADABLE.match(sign))
    assert compose(file(f'"{readable}"')).problems == ()


def test_a_control_character_that_is_left_of_a_sign_is_told_with_the_sign() -> None:
    assert problems("a: it\x92s\n") == ["facts.yaml:1:6: no page can show the character U+0092; write ’"]


def test_of_several_unreadable_characters_the_first_is_told() -> None:
    (found,) = unreadable_characters(text_node("one\x07 two\x07"))
    assert found.origin.column == 4


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_nesting_that_nobody_writes_by_hand_is_refused(opening: str) -> None:
    said = "values are nested too deeply here; close the brackets before it"
    column = 4 + len(opening) * (DEEPEST - 1)
    assert problems("a: " + opening * 500) == [f"facts.yaml:1:{column}: {said}"]
    (found,) = problems("a: " + opening * 100_000)
    assert found.endswith(said)


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
