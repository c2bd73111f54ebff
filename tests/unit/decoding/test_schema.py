"""The JSON Schemas describe the same format that the decoder reads: editors complete and check by them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from standfirst.authoring.editor_schemas import SchemaKeeper
from standfirst.commands.schema import renew_schemas
from standfirst.decoding.decode import decode
from standfirst.decoding.schema import facts_schema, ids_schema, schemas, site_schema
from standfirst.model import Content
from standfirst.problems.errors import SiteError, UsageError
from standfirst.reading.files import InputFile
from standfirst.reading.read import read_content
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingNode, ScalarNode, SequenceNode, YamlNode
from tests.explainers import facts_of, settings_of

ROOT = Path(__file__).resolve().parents[3]
STARTED_FROM = [ROOT / "content", ROOT / "generator/standfirst/starter"]
TESTED = sorted((ROOT / "tests" / "sites").glob("*/content"))
Schema = dict[str, object]


def validator(schema: Schema, ids: Schema) -> Draft202012Validator:
    """Return what checks by a schema as an editor does, with the ids of an explainer in the file beside it."""
    return Draft202012Validator(schema, registry=Registry().with_resource("ids.json", Resource.from_contents(ids)))


def content_of(folder: Path) -> Content:
    return decode(read_content(folder)).content


FACTS = validator(facts_schema(), ids_schema((), ()))
SITE = validator(site_schema(), ids_schema((), ()))


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


@pytest.mark.parametrize("schema", [facts_schema(), ids_schema((), ()), site_schema()], ids=["facts", "ids", "site"])
def test_a_schema_is_one_by_the_draft_that_it_names(schema: Schema) -> None:
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
    assert committed == schemas(content_of(ROOT / "content"))[name], "write them anew: python3 build.py schema"


@pytest.mark.parametrize("path", yaml_files(*STARTED_FROM))
def test_the_files_that_writers_start_from_name_their_schema(path: str) -> None:
    schema = "schema/site.json" if path.endswith("/site.yaml") else "../schema/facts.json"
    assert (ROOT / path).read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema={schema}\n")


def test_every_key_says_what_it_means() -> None:
    facts: Any = facts_schema()
    site: Any = site_schema()
    records = [site, *(kind["additionalProperties"] for kind in facts["properties"].values())]
    silent = [key for record in records for key, value in record["properties"].items() if "description" not in value]
    assert silent == []
    assert site["properties"]["look"]["properties"]["logo"]["properties"]["dark"]["description"] == (
        "another file for dark pages (a file in images/: svg, png)"
    )


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


# ---------------------------------------------------------------- the ids that editors propose


FULL = content_of(ROOT / "tests" / "sites" / "full" / "content")
IDS: dict[str, Any] = ids_schema(FULL.facts, FULL.explainer.verbs)


def proposed(name: str) -> dict[str, str]:
    """Return the ids that are proposed where references of a sort stand, and what is shown beside each."""
    known = IDS["$defs"][name]["anyOf"][0]
    return dict(zip(known["enum"], known["enumDescriptions"], strict=True))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("actor", {"company": "Arle Steam Company"}),
        ("event", {"built": "[1987..1990]: The berth is built"}),
        ("actor-or-source", {"company": "Arle Steam Company", "source:letter": "letter"}),
        ("fact", {"event:built": "[1987..1990]: The berth is built", "source:letter": "letter"}),
        ("verb", {"runs": "ran a line to"}),
    ],
)
def test_what_references_may_name_is_proposed_with_what_it_is_called(name: str, found: dict[str, str]) -> None:
    assert found.items() <= proposed(name).items()


def test_sources_that_may_be_cited_are_proposed_as_keys() -> None:
    cited = IDS["$defs"]["citations"]["properties"]
    assert {name: each["description"] for name, each in cited.items()} == {
        "letter": "letter",
        "report": "Ferry stops as pier is closed",
    }


def test_an_id_that_nobody_has_written_yet_is_no_fault_to_an_editor() -> None:
    with_ids = validator(facts_schema(), IDS)
    record = "claims: {a: {claim: A., by: [BY], see: ['SEE'], cite: {SOURCE: one two three}}}"
    for by, see, source in (("company", "event:built", "letter"), ("new-one", "figure:new", "new-source")):
        written = record.replace("BY", by).replace("SEE", see).replace("SOURCE", source)
        assert with_ids.is_valid(as_an_editor_reads(written))
    assert not with_ids.is_valid(as_an_editor_reads(record.replace("BY", "Not an id")))


def test_the_order_of_the_records_does_not_change_the_ids() -> None:
    assert ids_schema(reversed(FULL.facts), reversed(FULL.explainer.verbs)) == IDS


# ---------------------------------------------------------------- writing them


def test_the_schemas_are_written_below_the_content_folder(tmp_path: Path) -> None:
    names = ("facts.json", "ids.json", "site.json")
    assert renew_schemas(tmp_path) == tuple(tmp_path / "schema" / name for name in names)
    assert json.loads((tmp_path / "schema" / "site.json").read_text(encoding="utf-8")) == site_schema()


def test_a_folder_that_cannot_hold_them_is_a_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "schema").write_text("a file")
    with pytest.raises(UsageError, match="schema cannot be written: File exists"):
        renew_schemas(tmp_path)


def test_a_keeper_writes_what_is_out_of_date_and_only_where_there_are_schemas(tmp_path: Path) -> None:
    keeper, folder = SchemaKeeper(tmp_path), tmp_path / "schema"
    keeper.note(FULL)
    keeper.renew()
    assert not folder.exists()
    folder.mkdir()
    keeper.note(FULL)
    keeper.renew()
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schemas(FULL)
    times = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    keeper.note(FULL)
    keeper.renew()
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == times
