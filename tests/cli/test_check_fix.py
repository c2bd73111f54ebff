"""`check --fix`: what it shows, whom it asks, and what it changes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run
from tests.explainers import ROOT, files_in

# Of these the first hides the others, as long as it is there.
MISTAKES = {
    "facts/record.yaml": [
        ("actors: [port, company]", "actrs: [port, company]"),
        ("actors: [reed, company, crew]", "actors: [reed, compnay, crew]"),
        ("blamed the port of Marsa Barqa", "blamd the port of Marsa Barka"),
    ],
    "sections/10-what-happened.md": [("[its last trip](event:last-boat)", "[its last trip] (event:last-boat)")],
}


@pytest.fixture(autouse=True)
def honest(content: Path) -> dict[str, bytes]:
    """Make the mistakes in a content folder, and return what it held before."""
    before = files_in(content)
    for name, changes in MISTAKES.items():
        text = (content / name).read_text(encoding="utf-8")
        for old, new in changes:
            text = text.replace(old, new)
        (content / name).write_text(text, encoding="utf-8")
    return before


def test_with_yes_all_is_mended_and_the_rest_is_told(
    run: Run, content: Path, honest: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--fix", "--yes") == DONE
    shown = capsys.readouterr()
    assert files_in(content) == honest
    assert "-    actrs: [port, company]\n+    actors: [port, company]\n" in shown.out
    assert shown.out.endswith("No problems in 27 pages; made 4 changes in 2 files.\n")
    assert shown.err == ""


def test_where_nobody_can_be_asked_changes_are_only_shown(
    run: Run, content: Path, honest: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(content)
    assert run("check", "--fix") == PROBLEMS
    shown = capsys.readouterr()
    assert files_in(content) == before != honest
    assert "+    actors: [reed, company, crew]" in shown.out
    assert "'actrs'; did you mean 'actors'?" in shown.err
    assert shown.err.endswith("nothing was written; --yes makes 4 changes in 2 files.\n")


@pytest.mark.parametrize(("answer", "ends_with"), [("y\n", DONE), ("\n", PROBLEMS)])
def test_on_a_terminal_it_asks_first(answer: str, ends_with: int, tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "tests" / "broken" / "key-unknown" / "content", tmp_path / "small")
    ours, theirs = os.openpty()
    command = [sys.executable, f"{ROOT}/build.py", "check", "--fix", "--no-cache", "--content", str(content)]
    with subprocess.Popen(command, cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL) as process:
        os.close(theirs)
        os.write(ours, answer.encode())
        shown = b""
        while b"Make these changes? [y/N]" not in shown:
            shown += os.read(ours, 4096)
        assert process.wait() == ends_with
    os.close(ours)
    assert b"\x1b[31m-    nmae: Arle\x1b[0m\r\n\x1b[32m+    name: Arle\x1b[0m\r\n" in shown
    assert (b"name: Arle" in (content / "facts" / "facts.yaml").read_bytes()) == (ends_with == DONE)


def test_a_check_says_what_can_be_mended_and_tells_programs_how(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == PROBLEMS
    assert capsys.readouterr().err.endswith("nothing was written. `check --fix` mends 3 of them.\n")
    assert run("check", "--format", "json") == PROBLEMS
    problems = json.loads(capsys.readouterr().out)
    fixes = [fix for each in problems for fix in each["fix"]]
    assert [(fix["line"], fix["column"], fix["old"], fix["new"]) for fix in fixes] == [
        (34, 5, "actrs", "actors"),
        (46, 20, "compnay", "company"),
        (90, 20, "blamd the port of Marsa Barka", "blamed the port of Marsa Barqa"),
    ]
    assert all(fix["path"].endswith("facts/record.yaml") for fix in fixes)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--yes"], "--yes answers what --fix asks; give both"),
        (["--fix", "--report"], "--fix changes what --report shows; ask for one of them at a time"),
    ],
)
def test_what_cannot_be_asked_together_is_refused(
    arguments: list[str], said: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", *arguments) == WRONG_USAGE
    assert said in capsys.readouterr().err
