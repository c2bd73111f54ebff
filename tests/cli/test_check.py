"""`check`: what it finds and how it is told, in each form."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run, break_content
from tests.explainers import files_in


def test_check_writes_nothing(run: Run, output: Path, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_in(content)
    assert run("check") == DONE
    assert "27 pages" in capsys.readouterr().out
    assert not output.exists()
    assert files_in(content) == before


def test_check_renews_the_ids_for_editors_where_there_are_schemas_and_keeps_them_while_something_cannot_be_read(
    run: Run, content: Path
) -> None:
    ids, places = content / "schema" / "ids.json", content / "facts" / "more.yaml"
    assert run("schema") == DONE
    places.write_text("places:\n  quay: {name: The Long Quay}\n", encoding="utf-8")
    assert run("check", "--no-cache") == DONE
    assert "The Long Quay" in ids.read_text(encoding="utf-8")
    places.write_text("places:\n  quay: {nome: The Long Quay}\n", encoding="utf-8")
    assert run("check", "--no-cache") == PROBLEMS
    assert "The Long Quay" in ids.read_text(encoding="utf-8")
    places.write_text("places:\n  quay: {name: The Short Quay}\n  x: {name: ''}\n", encoding="utf-8")
    assert run("check", "--no-cache") == PROBLEMS
    assert "The Long Quay" in ids.read_text(encoding="utf-8")


def test_check_writes_problems_as_json(run: Run, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--format", "json") == DONE
    assert json.loads(capsys.readouterr().out) == []
    break_content(content)
    assert run("check", "--format", "json") == PROBLEMS
    problems = json.loads(capsys.readouterr().out)
    assert all(
        problem.keys() == {"path", "line", "column", "severity", "message", "hint", "fix"} for problem in problems
    )
    at_fault = [problem for problem in problems if "EDTF" in problem["message"]]
    assert [(problem["line"], problem["column"]) for problem in at_fault] == [(2, 18)]
    assert at_fault[0]["path"].endswith("facts/record.yaml")


def test_check_writes_problems_as_annotations(run: Run, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_content(content)
    assert run("check", "--format", "github") == PROBLEMS
    shown = "".join(capsys.readouterr())
    assert shown.startswith("::error file=")
    assert "facts/record.yaml,line=2,col=" in shown


def test_warnings_are_listed_and_only_a_strict_check_fails_for_them(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "sources.lock").unlink()
    assert run("check") == DONE
    shown = capsys.readouterr().err
    assert "sources.lock:1:1: warning: there is no sources.lock" in shown
    assert shown.endswith("1 warning; no problems in 27 pages.\n")
    assert run("check", "--strict") == PROBLEMS
    shown = capsys.readouterr().err
    assert "sources.lock:1:1: there is no sources.lock" in shown
    assert shown.endswith("1 problem; nothing was written.\n")
    assert run("build") == DONE
    assert capsys.readouterr().out.endswith("; 1 warning, which `check` lists\n")


def test_a_strict_check_passes_over_notes(run: Run, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(content / "sources")
    assert run("check", "--strict", "--format", "json") == DONE
    (note,) = json.loads(capsys.readouterr().out)
    assert (note["severity"], "copied prose" in note["message"]) == ("note", True)


def test_the_report_says_of_each_fact_who_says_so_and_what_it_rests_on(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--report") == DONE
    lines = capsys.readouterr().out.splitlines()
    cells = {row[0]: row for row in (re.split("  +", line) for line in lines)}
    assert cells["event:hazard"] == ["event:hazard", "al-barqi", "report ¶1", "wording checked; date reckoned"]
    assert cells["event:warning"] == ["event:warning", "letter; port", "letter ¶2; report ¶2", "wording checked"]
    assert cells["quote:safe"] == [
        "quote:safe",
        "reed; relaying company",
        "report ¶4",
        "wording checked; date reckoned",
    ]
    assert cells["claim:alone"][1:3] == ["the source", "report ¶3"]
    assert cells["figure:crew"] == ["figure:crew", "–", "–", "uncited: no document counts them"]
    assert cells["section:what-happened"][2] == "report ¶2"
    assert "event:inquiry" not in cells


def test_the_report_is_a_table_and_is_refused_in_any_other_form(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--report", "--format", "json") == WRONG_USAGE
    assert "--report is a table" in capsys.readouterr().err


def test_a_form_that_there_is_not_is_told_with_those_that_there_are(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--format", "xml") == WRONG_USAGE
    assert "'xml' is not a form of report; write text, json, github" in capsys.readouterr().err


def test_a_wrong_value_is_reported_at_its_figure_and_wherever_prose_shows_it(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = content / "facts" / "record.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("value: 213", "value: 231"), encoding="utf-8")
    assert run("check") == PROBLEMS
    shown = capsys.readouterr().err
    assert "warning: the value of figure:passengers, 231, is not in the words" in shown
    assert "'213 passengers' disagrees with figure:passengers" in shown
