"""The JSON Schemas describe the same format that the decoder reads: editors complete and check by them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from standfirst.commands.schema import write_schemas
from standfirst.decoding.schema import facts_schema, schemas, site_schema
from standfirst.problems.errors import SiteError, UsageError
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingNode, ScalarNode, SequenceNode, YamlNode
from tests.explainers import facts_of, settings_of

ROOT = Path(__file__).resolve().parents[3]
STARTED_FROM = [ROOT / "content", ROOT / "generator/standfirst/starter"]
TESTED = sorted((ROOT / "tests" / "sites").glob("*/content"))
FACTS = Draft202012Validator(facts_schema())
SITE = Draft202012Validator(site_schema())


def yaml_files(*folders: Path) -> list[str]:
    """Return the YAML files of content folders, by their paths in the repository."""
    paths = [path for folder in folders for path in (folder / "site.yaml", *sorted(folder.glob("facts/*.yaml")))]
    return [path.relative_to(ROOT).as_posix() for path in paths]


def as_an_editor_reads(text: str) -> Any:
    """Return a YAML text with the types of YAML 1.2, by which editors check."""
    return read_yaml(InputFile("a.yaml", text), typed)


def typed(node: YamlNode | None) -> Any:
    match node:
        case MappingNode():
            return {entry.key.text: typed(entry.value) for entry in node}
        case SequenceNode():
            return [typed(item) for item in node.items]
        case ScalarNode(plain=True, text="" | "~" | "null") | None:
            return None
        case ScalarNode(plain=True, text="true" | "false" as text):
            return text == "true"
        case ScalarNode(plain=True, text=text) if re.fullmatch(r"[-+]?\d+", text):
            return int(text)
        case ScalarNode(plain=True, text=text) if re.fullmatch(r"[-+]?\d*\.\d+", text):
            return float(text)
        case ScalarNode(text=text):
            return text


@pytest.mark.parametrize("schema", [facts_schema(), site_schema()], ids=["facts", "site"])
def test_a_schema_is_one_by_the_draft_that_it_names(schema: dict[str, object]) -> None:
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", yaml_files(*STARTED_FROM, *TESTED))
def test_every_explainer_here_is_as_its_schema_says(path: str) -> None:
    validator = SITE if path.endswith("/site.yaml") else FACTS
    written = as_an_editor_reads((ROOT / path).read_text(encoding="utf-8"))
    assert [error.message for error in validator.iter_errors(written)] == []


@pytest.mark.parametrize("name", schemas())
def test_the_schemas_in_the_repository_are_those_that_the_command_writes(name: str) -> None:
    committed = (ROOT / "content" / "schema" / name).read_text(encoding="utf-8")
    assert committed == schemas()[name], "write them anew: python3 build.py schema"


@pytest.mark.parametrize("path", yaml_files(*STARTED_FROM))
def test_the_files_that_writers_start_from_name_their_schema(path: str) -> None:
    schema = "schema/site.json" if path.endswith("/site.yaml") else "../schema/facts.json"
    assert (ROOT / path).read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema={schema}\n")


# ---------------------------------------------------------------- what they refuse


@pytest.mark.parametrize("text", ["", "actors:\n", "places: {a: {name: A}}\n"])
def test_an_empty_file_and_an_empty_kind_are_no_fault(text: str) -> None:
    assert FACTS.is_valid(as_an_editor_reads(text))
    assert facts_of(InputFile("a.yaml", text)) is not None


@pytest.mark.parametrize(
    "record",
    [
        "actors: {a: {name: A, kind: goverment, summary: A., uncited: made up}}",
        "actors: {a: {name: A, kind: state, summary: A.}}",
        "actors: {a: {name: A, kind: state, summary: A., uncited: made up, cite: {b: one two three}}}",
        "actors: {a: {nmae: A, kind: state, summary: A., uncited: made up}}",
        "actors: {A: {name: A, kind: state, summary: A., uncited: made up}}",
        "actors: {a: {name: A, kind: state, summary: A., uncited: made up, aliases: B}}",
        "actors: {a: {name: A, kind: state, summary: A., uncited: made up, draft: maybe}}",
        "actors: {a: {name: A, kind: state, summary: A., uncited: made up, same_as: [example.org]}}",
        "actors: {a: {name: A, kind: state, summary: A., uncited: made up, native_name: Ä}}",
        "places: {a: {name: A, cite: {}}}",
        "places: {a: {name: A, cite: {b: []}}}",
        "places: {a: {name: A, cite: {b: one two three}, uncited: made up}}",
        "places: {a: {name: A, lat: 90.5, lon: 0}}",
        "places: [{name: A}]",
        "updates: {a: {date: 2025-03-08, kind: update, text: A., affects: [b]}}",
        "updates: {a: {date: 2025-03-08, kind: update, text: A., cite: {b: one two three}}}",
        "events: {a: {date: 2025, title: A, place: 'actor:b', uncited: made up}}",
        "bridges: {a: {name: A}}",
        "actor: {}",
    ],
)
def test_what_the_decoder_refuses_in_facts_an_editor_underlines(record: str) -> None:
    with pytest.raises(SiteError):
        facts_of(InputFile("a.yaml", record))
    assert not FACTS.is_valid(as_an_editor_reads(record))


SETTINGS = """\
title: A
standfirst: A.
language: en
base_url: https://example.org/
published: 2025-03-07
facts_as_of: 2025-03
"""


@pytest.mark.parametrize(
    "change",
    [
        ("title: A\n", ""),
        ("title", "titel"),
        ("language: en", "language: english"),
        ("https://example.org/", "example.org"),
        ("title: A\n", "title: A\nkey_points: A\n"),
        ("title: A\n", "title: A\ncopied_words: many\n"),
        ("title: A\n", "title: A\nverbs: {owns: {label: owns}}\n"),
        ("title: A\n", "title: A\nverbs: {owns: {label: owns, inverse: a, stance: fro}}\n"),
    ],
    ids=lambda change: change[1].strip() or "nothing",
)
def test_what_the_decoder_refuses_in_settings_an_editor_underlines(change: tuple[str, str]) -> None:
    assert SITE.is_valid(as_an_editor_reads(SETTINGS))
    broken = SETTINGS.replace(*change)
    with pytest.raises(SiteError):
        settings_of(InputFile("site.yaml", broken))
    assert not SITE.is_valid(as_an_editor_reads(broken))


# ---------------------------------------------------------------- writing them


def test_the_schemas_are_written_below_the_content_folder(tmp_path: Path) -> None:
    assert write_schemas(tmp_path) == (tmp_path / "schema" / "facts.json", tmp_path / "schema" / "site.json")
    assert json.loads((tmp_path / "schema" / "site.json").read_text(encoding="utf-8")) == site_schema()


def test_a_folder_that_cannot_hold_them_is_a_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "schema").write_text("a file")
    with pytest.raises(UsageError, match="schema cannot be written: File exists"):
        write_schemas(tmp_path)
