"""`cite`: what it prints, and what it ends with."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run


def test_a_pasted_sentence_is_printed_as_what_cites_it(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # A writer is at work: that something else cannot be read is no matter.
    (content / "facts" / "record.yaml").write_text("events:\n  launch: {date: soon}\n", encoding="utf-8")
    assert run("cite", "The port said it had warned", "the company twice.") == DONE
    first, *comments = capsys.readouterr().out.splitlines()
    assert first == "cite: {report: \"The port said … twice\"}  # paragraph 2 of 'report'"
    assert all(each.startswith("# ") for each in comments)


def test_words_may_come_by_standard_input_and_go_as_json(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("The last boat had carried\n213 passengers\n"))
    assert run("cite", "-", "--format", "json", "--source", "report") == DONE
    (citation,) = json.loads(capsys.readouterr().out)["citations"]
    (passage,) = citation["passages"]
    assert citation["cite"] == {"report": passage["words"]}
    assert [each["links"] for each in passage["numbers"]] == [["[213](figure:passengers)"]]
    assert {each["by"] for each in passage["cited"]} >= {"figure:passengers"}


def test_words_that_stand_nowhere_end_with_the_nearest(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("cite", "the last ferry had carried 213 passengers") == PROBLEMS
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "the nearest words are “the last boat had carried 213 passengers” (paragraph 1)" in printed.err


def test_what_cannot_be_sought_is_wrong_usage(run: Run, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("cite", "said", "--source", "reprt") == WRONG_USAGE
    assert "did you mean 'report'?" in capsys.readouterr().err
    assert run("cite", "…") == WRONG_USAGE
    assert "no words" in capsys.readouterr().err
    shutil.rmtree(content / "sources")
    assert run("cite", "said") == WRONG_USAGE
    assert "name it with --text ID=PATH" in capsys.readouterr().err
