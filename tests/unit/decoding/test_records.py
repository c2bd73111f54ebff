"""Records are read by the types of the model, key by key, and every key at fault is reported."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent
from types import MappingProxyType
from typing import Annotated, Any

import pytest

from standfirst.decoding.records import key_origins_of, keys_of, read_keys, read_record, record_schema
from standfirst.model import (
    Actor,
    Bounds,
    Citation,
    Claim,
    Explainer,
    FrontMatter,
    Id,
    MarkdownForm,
    NativeName,
    Origin,
    Prose,
    Stance,
    Verb,
    Weight,
)
from standfirst.problems.errors import SiteError, in_order, stop_at_errors
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingNode, YamlNode


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """A record that no kind of fact has, so that these tests stand by themselves."""

    id: Id
    origin: Origin
    name: str
    spans: Annotated[int, Bounds(1, 99)] = 1
    aliases: tuple[str, ...] = ()
    weight: Weight = Weight.NORMAL
    native_name: NativeName | None = None
    text: Annotated[Prose, MarkdownForm.BLOCK] | None = None
    cite: tuple[Citation, ...] = ()
    verbs: tuple[Verb, ...] = ()


def read(text: str, record: type = Bridge) -> MappingProxyType[str, Any]:
    def keys(root: YamlNode | None) -> MappingProxyType[str, Any]:
        assert isinstance(root, MappingNode)
        found = read_keys(record, root, "the bridge")
        stop_at_errors(found.problems)
        return found.values

    return read_yaml(InputFile("a.yaml", dedent(text).lstrip("\n")), keys)


def problems(text: str, record: type = Bridge) -> list[str]:
    with pytest.raises(SiteError) as caught:
        read(text, record)
    return [str(each) for each in caught.value.problems]


def test_the_keys_are_the_fields_but_for_what_is_not_written_in_a_record() -> None:
    assert list(keys_of(Bridge)) == [
        "name", "spans", "aliases", "weight", "native_name", "text", "cite", "verbs",
    ]  # fmt: skip
    assert {name for name, key in keys_of(Bridge).items() if key.required} == {"name"}


@pytest.mark.parametrize(
    ("record", "required"),
    [
        (Actor, {"name", "kind", "summary"}),
        (Claim, {"claim"}),
        (FrontMatter, {"title"}),
        (Explainer, {"title", "standfirst", "language", "base_url", "published", "facts_as_of"}),
    ],
)
def test_a_field_without_a_default_must_be_written(record: type, required: set[str]) -> None:
    assert {name for name, key in keys_of(record).items() if key.required} == required


def test_only_what_is_written_is_returned() -> None:
    assert read("name: Low Bridge\nspans: 3\n") == {"name": "Low Bridge", "spans": 3}


def test_a_key_may_hold_a_record_of_its_own() -> None:
    assert read("name: A\nnative_name: {text: Ä, lang: de}\n")["native_name"] == NativeName("Ä", "de")  # type: ignore[arg-type]


def test_lists_words_and_prose_are_read_by_their_types() -> None:
    values = read("name: A\naliases: [B, C]\nweight: key\ntext: |\n  One.\n")
    assert (values["aliases"], values["weight"]) == (("B", "C"), Weight.KEY)
    assert (values["text"].markdown, values["text"].form) == ("One.\n", MarkdownForm.BLOCK)


# ---------------------------------------------------------------- keys at fault


def test_every_key_at_fault_is_reported_at_its_place() -> None:
    assert problems(
        """
        spans: many
        weight: havy
        size: 5
        native_name: {text: Ä}
        """
    ) == [
        "a.yaml:1:1: the bridge has no 'name'; add `name:`",
        "a.yaml:1:8: 'many' is not a whole number from 1 to 99; write one in digits",
        "a.yaml:2:9: 'havy' is not one of the words for this; write one of normal, key",
        "a.yaml:3:1: the bridge has no key 'size'; "
        "its keys are name, spans, aliases, weight, native_name, text, cite, verbs",
        "a.yaml:4:14: a native name has no 'lang'; add `lang:`",
    ]


def test_the_keys_that_can_be_read_are_not_lost_with_the_others() -> None:
    assert read_keys(Bridge, _root("spans: 3\nweight: havy\n"), "the bridge").values == {"spans": 3}


def _root(text: str) -> MappingNode:
    def mapping(root: YamlNode | None) -> MappingNode:
        assert isinstance(root, MappingNode)
        return root

    return read_yaml(InputFile("a.yaml", text), mapping)


@pytest.mark.parametrize("colour", [" green", ""])
def test_an_unknown_key_is_told_which_keys_there_are_where_none_is_near(colour: str) -> None:
    (said,) = problems(f"name: A\ncolour:{colour}\n")
    assert said == (
        "a.yaml:2:1: the bridge has no key 'colour'; "
        "its keys are name, spans, aliases, weight, native_name, text, cite, verbs"
    )


def test_a_key_that_is_misspelt_is_not_missing_as_well() -> None:
    assert problems("nmae: A\n") == ["a.yaml:1:1: the bridge has no key 'nmae'; did you mean 'name'?"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("native_name: A\n", "the actor has no 'name', 'kind', 'summary'; add these keys"),
        ("name: A\n", "the actor has no 'kind'; add `kind:` | the actor has no 'summary'; add `summary:`"),
    ],
)
def test_of_a_record_that_was_only_begun_all_missing_keys_are_one_problem(text: str, said: str) -> None:
    found = in_order(read_keys(Actor, _root(text), "the actor").problems)
    assert " | ".join(each.said for each in found if "has no" in each.message) == said


def test_another_word_for_cite_is_told_as_such_where_nothing_is_cited_yet() -> None:
    assert problems("name: A\nsources: {report: a b c}\n") == [
        "a.yaml:2:1: the bridge has no key 'sources'; write `cite:`"
    ]
    assert problems("name: A\ncites: {report: a b c}\ncite: {report: a b c}\n") == [
        "a.yaml:2:1: the bridge has no key 'cites'; "
        "its keys are name, spans, aliases, weight, native_name, text, cite, verbs"
    ]


def test_texts_are_looked_through_wherever_in_a_record_they_stand() -> None:
    texts = "name: '**A**'\nnative_name: {text: '**B**', lang: de}\nverbs: {is: {label: '**C**', inverse: D}}\n"
    cited = "cite: {report: a **D** b, notice: [a b **E**]}\n"
    found = read_record(Bridge, _root(texts + cited), "the bridge").problems
    assert [each.message.partition(" is shown")[0] for each in found] == [f"'**{each}**'" for each in "ABCDE"]
    broken = read_record(Bridge, _root("name: A\nnative_name: B\nverbs: C\ncite: D\n"), "the bridge")
    assert [each.origin.line for each in broken.problems] == [2, 3, 4]


def test_a_record_knows_where_the_value_of_each_key_is_written() -> None:
    written = key_origins_of(_root("title: A\nautolink:\n  true\n"))
    matter = FrontMatter(title="A", origin=Origin("a.yaml", 1, 1), key_origins=written)
    assert matter.origin_of("title") == Origin("a.yaml", 1, 8)
    assert matter.origin_of("autolink") == Origin("a.yaml", 3, 3)
    assert matter.origin_of("draft") == matter.origin


def test_a_key_that_is_written_already_is_not_what_was_meant() -> None:
    (said,) = problems("name: A\nnames: B\n")
    assert "did you mean" not in said


@pytest.mark.parametrize("key", ["id", "origin", "KIND", "__class__", "<<"])
def test_what_is_a_field_but_no_key_cannot_be_written(key: str) -> None:
    (said,) = problems(f"name: A\n{key}: b\n")
    assert said.startswith(f"a.yaml:2:1: the bridge has no key '{key}'; ")


@pytest.mark.parametrize(
    ("written", "column"),
    [("{name: Low Bridge, Arle, spans: 3}", 20), ("{spans: 3, name: a, b c}", 21)],
)
def test_what_a_bare_comma_cut_off_is_recognised(written: str, column: int) -> None:
    (said,) = problems(written)
    assert said.startswith(f"a.yaml:1:{column}: the bridge has no key '")
    assert said.endswith('quote the value before it, "like this": in braces a comma ends a bare value')


@pytest.mark.parametrize("value", ['name: "A"', "name: 'A'", "name: A, aliases: [B]", "name: A, verbs: {}"])
def test_a_comma_after_a_closed_value_cuts_nothing_off(value: str) -> None:
    (said,) = problems(f"{{{value}, spams}}")
    assert said.endswith("did you mean 'spans'?")


# ---------------------------------------------------------------- verbs


def test_verbs_are_written_from_word_to_what_it_says() -> None:
    values = read(
        "name: A\nverbs:\n  owns: {label: owns, inverse: is owned by, stance: for}\n  is: {label: a, inverse: b}\n"
    )
    assert values["verbs"] == (
        Verb(id="owns", label="owns", inverse="is owned by", stance=Stance.FOR),  # type: ignore[arg-type]
        Verb(id="is", label="a", inverse="b", stance=Stance.NEUTRAL),  # type: ignore[arg-type]
    )


def test_every_verb_at_fault_is_reported() -> None:
    assert problems("name: A\nverbs:\n  Owns: {label: a, inverse: b}\n  is: {label: a}\n  at: b\n") == [
        "a.yaml:3:3: 'Owns' is not an id; write owns: an id is of small letters, digits and hyphens",
        "a.yaml:4:7: the verb 'is' has no 'inverse'; add `inverse:`",
        "a.yaml:5:7: the verb 'at' is written as `key: value` lines; "
        "check the indentation, and the colon and space after each key",
    ]
    assert problems("name: A\nverbs: [owns]\n")[0].startswith(
        "a.yaml:2:8: the vocabulary of verbs is written as `key: value` lines, not as a list; "
    )


def test_the_schema_of_a_record_has_its_keys() -> None:
    schema = record_schema(Bridge)
    assert schema["required"] == ["name"]
    assert schema["additionalProperties"] is False
    assert list(schema["properties"]) == list(keys_of(Bridge))  # type: ignore[call-overload]


def test_a_key_that_can_only_be_meant_for_the_one_that_is_missing_is_told_once() -> None:
    assert problems("name: A\nnative_name: {words: Ä, lang: de}\n") == [
        "a.yaml:2:15: a native name has no key 'words'; did you mean 'text'?"
    ]


def test_a_key_whose_keys_are_missing_has_no_value() -> None:
    assert problems("name: A\nnative_name:\n") == [
        "a.yaml:2:13: nothing is written here; give it a value, or leave the key out"
    ]


def test_a_text_in_the_place_of_keys_is_told_with_the_keys() -> None:
    assert problems("name: A\nnative_name: Ä\n") == [
        "a.yaml:2:14: a native name is written with its keys, and this is one text; write {text: …, lang: …}"
    ]
