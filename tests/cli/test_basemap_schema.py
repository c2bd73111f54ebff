"""The commands that write for a writer: `basemap` and `schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.runs import DONE, PROBLEMS, Run
from tests.explainers import files_in


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


def test_schema_writes_one_for_facts_and_one_for_the_explainer(run: Run, content: Path) -> None:
    assert run("schema") == DONE
    facts = json.loads((content / "schema" / "facts.json").read_text(encoding="utf-8"))
    kinds = yaml.safe_load((content / "facts" / "record.yaml").read_text(encoding="utf-8"))
    assert set(kinds) <= set(facts["properties"])
    assert "standfirst" in json.loads((content / "schema" / "site.json").read_text(encoding="utf-8"))["properties"]
