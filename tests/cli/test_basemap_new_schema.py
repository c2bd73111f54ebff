"""The commands that write for a writer: `basemap`, `new` and `schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from standfirst.cli import main
from standfirst.reading.folders import display_path
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run
from tests.explainers import ROOT, files_in


def test_basemap_cuts_the_outlines_around_the_places_and_says_whose_they_are(
    run: Run, content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = tmp_path / "world.geojson"
    world.write_text((content / "basemap.geojson").read_text(encoding="utf-8").replace("An invented atlas", ""))
    assert run("basemap", str(world), "--source", "Another atlas") == DONE
    assert "Cut 4 outlines around the places" in capsys.readouterr().out
    assert json.loads((content / "basemap.geojson").read_text(encoding="utf-8"))["source"] == "Another atlas"


def test_basemap_says_what_is_wrong_with_a_file_that_is_no_map(run: Run, content: Path, tmp_path: Path) -> None:
    (tmp_path / "world.geojson").write_text("{}", encoding="utf-8")
    before = files_in(content)
    assert run("basemap", str(tmp_path / "world.geojson")) == PROBLEMS
    assert run("basemap", str(tmp_path / "missing.geojson")) == PROBLEMS
    assert files_in(content) == before


def test_new_starts_an_explainer_that_builds_and_whose_files_name_their_schemas(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    started = tmp_path / "the first"
    assert main(["new", str(started)]) == DONE
    said = f"Started an explainer in {started}. Build it with:\n  python3 {display_path(ROOT / 'build.py')} "
    assert capsys.readouterr().out == f"{said}--content '{started}'\n"
    assert main(["check", "--strict", "--content", str(started)]) == DONE
    assert main(["build", "--content", str(started), "--output", str(tmp_path / "site")]) == DONE
    for file, schema in (("site.yaml", "schema/site.json"), ("facts/facts.yaml", "../schema/facts.json")):
        first = (started / file).read_text(encoding="utf-8").split("\n")[0]
        assert first == f"# yaml-language-server: $schema={schema}"
        assert json.loads((started / file).parent.joinpath(schema).read_text(encoding="utf-8"))


def test_new_refuses_a_folder_with_something_in_it(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_in(content)
    assert main(["new", str(content)]) == WRONG_USAGE
    assert files_in(content) == before
    assert "not empty" in capsys.readouterr().err


def test_schema_writes_one_for_facts_and_one_for_the_explainer(run: Run, content: Path) -> None:
    assert run("schema") == DONE
    facts = json.loads((content / "schema" / "facts.json").read_text(encoding="utf-8"))
    kinds = yaml.safe_load((content / "facts" / "record.yaml").read_text(encoding="utf-8"))
    assert set(kinds) <= set(facts["properties"])
    assert "standfirst" in json.loads((content / "schema" / "site.json").read_text(encoding="utf-8"))["properties"]
