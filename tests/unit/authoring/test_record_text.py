"""New records as YAML: what is written is read again as the same texts, and looks as if a writer had typed it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.authoring.record import NewField, NewRecord, NewValue
from standfirst.authoring.record_text import BARE_KEYS, facts_text
from standfirst.decoding.records import keys_of
from standfirst.model import FACT_TYPES, Id, Kind
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import compose
from standfirst.reading.yaml.nodes import UNREADABLE, MappingNode, ScalarNode, YamlNode
from standfirst.reading.yaml.unread_text import unread_parts

SCRAPS = st.sampled_from(
    [
        *("- ", "? ", ": ", ":", " #", "#", "'", '"', "\\", "\n", "\n\n", "  ", "\t", ",", "[", "]", "{", "}", "|"),
        *(">", "&a", "*a", "!t", "%", "@", "`", "~", "<<", "=", "---", "...", "<<<<<<< ", "“", "”"),
        *("\x85", "\u2028", "\ufeff", "yes", "No", "null", "1", "1e3", "0o7", "12:30", "2019-04-15"),
        *("-1.5", ".inf", "a", "word", "العربية", "𝄞"),
        *("1. ", "actor:x", "x" * 130, "a long line of words " * 8),
    ]
)  # fmt: skip
CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.lists(st.one_of(SCRAPS, st.text(CHARACTERS, max_size=5)), max_size=6).map("".join).map(
    lambda text: UNREADABLE.sub("", text)
)  # fmt: skip
KEYS = st.text(CHARACTERS, min_size=1, max_size=8).map(lambda text: UNREADABLE.sub("k", text))
VALUES: st.SearchStrategy[NewValue] = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple), st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=5,
)  # fmt: skip
FIELDS = st.builds(
    NewField,
    st.sampled_from(["title", "text", "date", "value", "cite", "aliases", "draft_of"]),
    VALUES,
    st.lists(TEXTS, max_size=2).map(tuple),
)


FIRST_LINE = (
    "The commander of the east: a strongman, says the article, which at another place calls him a warlord - both are"
)
SECOND_LINE = "its own words."


def record(*fields: NewField, name: str = "one", comments: tuple[str, ...] = ()) -> NewRecord:
    return NewRecord(Kind.EVENT, Id(name), fields, comments)


def tree(node: YamlNode | None) -> Any:
    match node:
        case ScalarNode():
            return node.text
        case MappingNode():
            return {entry.key.text: tree(entry.value) for entry in node}
        case None:
            return None
        case _:
            return [tree(item) for item in node.items]


def plain(value: NewValue) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value]


def read(text: str) -> Any:
    composed = compose(InputFile("new.yaml", text))
    assert not composed.problems
    return tree(composed.root)


@given(st.lists(FIELDS, max_size=3, unique_by=lambda field: field.key), st.lists(TEXTS, max_size=2).map(tuple))
@example([NewField("text", "a\n\nb\n")], ())
@example([NewField("text", " a\nb")], ("a\u2028b",))
@example([NewField("title", "word " * 40 + "- word")], ())
def test_what_is_written_is_read_again_as_the_same_texts(fields: list[NewField], comments: tuple[str, ...]) -> None:
    text = facts_text([record(*fields, comments=comments)], comments)
    expected = {"draft": "true"} | {field.key: plain(field.value) for field in fields}
    assert read(text) == {"events": {"one": expected}}


@given(TEXTS)
def test_other_readers_of_yaml_read_the_same_text(text: str) -> None:
    read_by_others = yaml.safe_load(facts_text([record(NewField("title", text), name="1969")]))
    assert read_by_others == {"events": {"1969": {"draft": True, "title": text}}}


@given(TEXTS)
def test_our_reader_warns_of_nothing_that_was_lost(text: str) -> None:
    root = compose(InputFile("new.yaml", facts_text([record(NewField("title", text))]))).root
    assert isinstance(root, MappingNode)
    value = root.entries[0].value.entries[0].value.entries[1].value  # type: ignore[union-attr]
    assert isinstance(value, ScalarNode)
    assert [each.message for each in unread_parts(value, None)] == []


def test_keys_that_stand_bare_are_those_whose_values_are_no_texts() -> None:
    kinds: list[type] = [*FACT_TYPES]
    keys = chain.from_iterable(keys_of(kind).items() for kind in kinds)
    found = {name for name, key in keys if {"integer", "number", "boolean"} & types_in(key.format.schema)}
    assert found == BARE_KEYS


def types_in(schema: Mapping[str, object]) -> set[str]:
    named = schema.get("type", ())
    return {named} if isinstance(named, str) else {*named}  # type: ignore[misc]


def test_a_record_looks_as_a_writer_types_it() -> None:
    actor = NewRecord(
        Kind.ACTOR,
        Id("haftar"),
        (
            NewField("name", "Khalifa Haftar"),
            NewField("kind", "person", ("or armed-group?",)),
            NewField("aliases", ("Haftar", "General Haftar")),
            NewField("native_name", {"text": "خليفة حفتر", "lang": "ar"}),
            NewField("summary", f"{FIRST_LINE} {SECOND_LINE}"),
            NewField("text", "One paragraph.\n\nAnother.\n"),
            NewField("same_as", ("https://www.wikidata.org/wiki/Q1",)),
            NewField("cite", {"article": "Haftar, a secularist … since 2014"}),
        ),
        ("Row 3.",),
    )  # fmt: skip
    event = record(
        NewField("date", "1969"),
        NewField("title", "1969"),
        NewField("cite", {"article": ("a" * 60, "b" * 60)}),
    )
    assert facts_text([event, actor], ["Imported."]) == (
        "# yaml-language-server: $schema=../schema/facts.json\n"
        "# Imported.\n"
        "\n"
        "events:\n"
        "  one:\n"
        "    draft: true\n"
        "    date: 1969\n"
        '    title: "1969"\n'
        "    cite:\n"
        "      article:\n"
        f'        - "{"a" * 60}"\n'
        f'        - "{"b" * 60}"\n'
        "\n"
        "actors:\n"
        "  # Row 3.\n"
        "  haftar:\n"
        "    draft: true\n"
        "    name: Khalifa Haftar\n"
        "    # or armed-group?\n"
        "    kind: person\n"
        "    aliases: [Haftar, General Haftar]\n"
        "    native_name: {text: خليفة حفتر, lang: ar}\n"
        "    summary: >-\n"
        f"      {FIRST_LINE}\n"
        f"      {SECOND_LINE}\n"
        "    text: |\n"
        "      One paragraph.\n"
        "\n"
        "      Another.\n"
        '    same_as: ["https://www.wikidata.org/wiki/Q1"]\n'
        '    cite: {article: "Haftar, a secularist … since 2014"}\n'
    )
