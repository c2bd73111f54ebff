"""Problems are written for who reads them: one line each, the line at fault on a terminal, data, annotations."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from standfirst.model import Origin
from standfirst.problems.errors import Problem, Severity, SiteError, attempt, gather, problem
from standfirst.problems.remedies import Replacement, suggest
from standfirst.problems.report import ReportFormat, ToldToPrograms, count_of_warnings, report

HERE = Origin("facts.yaml", 2, 9)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("actors:\n  name: é x\n\t\ttab\n\n")


def write(text: str) -> None:
    Path("facts.yaml").write_text(text, encoding="utf-8")


def on_terminal(line: int, column: int) -> list[str]:
    """Return the lines that a terminal shows of a problem, without their colours."""
    text = report([Problem(Origin("facts.yaml", line, column), "wrong", "mend it")], ReportFormat.TEXT, colour=True)
    for code in ("\033[0m", "\033[1m", "\033[31m"):
        text = text.replace(code, "")
    return text.splitlines()


# ---------------------------------------------------------------- problems


def test_a_problem_is_one_line_of_place_fault_and_remedy() -> None:
    assert str(Problem(HERE, "wrong", "mend it")) == "facts.yaml:2:9: wrong; mend it"
    assert str(Problem(HERE, "wrong")) == "facts.yaml:2:9: wrong"


def test_problems_come_sorted_and_once() -> None:
    late, early = Problem(Origin("b.yaml", 1, 1), "wrong"), Problem(Origin("a.yaml", 10, 1), "wrong")
    earlier = Problem(Origin("a.yaml", 9, 1), "wrong")
    assert SiteError([late, early, earlier, late]).problems == (earlier, early, late)


def test_everything_is_tried_before_anything_is_raised() -> None:
    def read(number: int) -> int:
        if number % 2:
            raise problem(Origin("a.yaml", number, 1), "odd")
        return number

    with pytest.raises(SiteError) as caught:
        gather(read, [1, 2, 3])
    assert [each.origin.line for each in caught.value.problems] == [1, 3]
    assert gather(read, [2, 4]) == (2, 4)

    found: list[Problem] = []
    assert (attempt(read, 1, found), attempt(read, 2, found)) == (None, 2)
    assert [each.message for each in found] == ["odd"]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("goverment", "did you mean 'government'?"),
        ("nmae", "did you mean 'name'?"),
        ("GOVERMENT", "did you mean 'government'?"),
        ("gov", "did you mean 'government'?"),
        ("id", ""),
        ("na", ""),
        ("zebra", ""),
    ],
)
def test_a_near_word_is_suggested_and_a_far_one_is_not(word: str, hint: str) -> None:
    assert suggest(word, ["name", "kind", "government"]).hint == hint


# ---------------------------------------------------------------- text


def test_text_is_a_line_for_each_problem_and_their_number() -> None:
    problems = [Problem(HERE, "wrong", "mend it"), Problem(HERE, "worse")]
    assert report(problems, ReportFormat.TEXT, colour=False) == (
        "facts.yaml:2:9: wrong; mend it\nfacts.yaml:2:9: worse\n2 problems; nothing was written."
    )
    assert report(problems[:1], ReportFormat.TEXT, colour=False).endswith("\n1 problem; nothing was written.")


def test_a_terminal_shows_the_line_at_fault_with_a_caret_under_the_place() -> None:
    assert on_terminal(2, 9) == [
        "facts.yaml:2:9: wrong; mend it",
        "      name: é x",
        "            ^",
        "1 problem; nothing was written.",
    ]


def test_the_caret_counts_characters_and_not_bytes() -> None:
    assert on_terminal(2, 11)[2].index("^") == on_terminal(2, 11)[1].index("x")


def test_of_a_long_line_a_terminal_shows_what_is_near_the_fault() -> None:
    write(f"summary: {'before ' * 40}wrong{' after' * 40}\n")
    _, line, caret, _ = on_terminal(1, 290)
    assert len(line) < 150
    assert line[caret.index("^") :].startswith("wrong after")


def test_tabs_are_kept_so_that_the_caret_stands_right_whatever_their_width() -> None:
    assert on_terminal(3, 3)[1:3] == ["    \t\ttab", "    \t\t^"]


@pytest.mark.parametrize("line", [4, 5, 100], ids=["empty", "behind the last", "far behind"])
def test_without_a_line_to_show_there_is_no_caret(line: int) -> None:
    assert on_terminal(line, 1) == [f"facts.yaml:{line}:1: wrong; mend it", "1 problem; nothing was written."]


def test_a_file_that_is_not_there_is_not_shown() -> None:
    Path("facts.yaml").unlink()
    assert len(on_terminal(1, 1)) == 2


def test_a_file_that_is_not_utf_8_is_shown_as_far_as_it_is() -> None:
    Path("facts.yaml").write_bytes(b"name: caf\xe9\n")
    assert on_terminal(1, 10)[1:3] == ["    name: caf\ufffd", "             ^"]


# ---------------------------------------------------------------- one problem, one line

ODD = "a\nforged.yaml:1:1: b\x1b]0;c\x07\u202ed\u2028e\udcfff\x9bg"
ESCAPED = r"a\nforged.yaml:1:1: b\x1b]0;c\x07\u202ed\u2028e\udcfff\x9bg"


@pytest.mark.parametrize("colour", [False, True])
def test_whatever_is_named_or_quoted_a_problem_stays_one_line_of_what_is_seen(colour: bool) -> None:
    problems = [Problem(Origin(ODD, 1, 1), f"'{ODD}' is wrong", f"not {ODD}"), Problem(HERE, "wrong")]
    shown = report(problems, ReportFormat.TEXT, colour=colour)
    plain = shown.replace("\033[0m", "").replace("\033[1m", "").replace("\033[31m", "")
    assert plain.splitlines()[0] == f"{ESCAPED}:1:1: '{ESCAPED}' is wrong; not {ESCAPED}"
    assert all(character.isprintable() for line in plain.split("\n") for character in line)


def test_the_line_that_is_shown_commands_no_terminal_and_keeps_its_caret() -> None:
    write("name: \x1b[2J\u202e x: y\n")
    assert on_terminal(1, 12)[1:3] == [r"    name: \x1b[2J\u202e x: y", " " * 23 + "^"]


@pytest.mark.parametrize("kept", ["می‌خواهم", "क्‍ष", "١٢٣", "👩‍🚀", "été", "Ⅳ", "a\u00a0b"])
def test_letters_of_every_script_are_shown_as_they_are(kept: str) -> None:
    assert str(Problem(HERE, kept)).endswith(f": {kept}")


def test_a_long_value_is_cut_but_not_what_is_said_of_it() -> None:
    said = str(Problem(HERE, f"'{'x' * 100_000}' is not a language; write one", "as 'en'"))
    assert len(said) < 700
    assert said.startswith("facts.yaml:2:9: 'xxx")
    assert said.endswith("xxx' is not a language; write one; as 'en'")


def test_a_file_with_many_problems_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Mock(return_value=[])
    monkeypatch.setattr("standfirst.problems.report.lines_in_file", read)
    report([Problem(Origin("facts.yaml", line, 1), "wrong") for line in range(100)], ReportFormat.TEXT, colour=True)
    read.assert_called_once_with("facts.yaml")


def test_a_file_that_changed_since_the_last_report_is_shown_as_it_is_now() -> None:
    on_terminal(1, 1)
    write("events: and more\n")
    assert on_terminal(1, 1)[1] == "    events: and more"


# ---------------------------------------------------------------- data and annotations


def test_data_has_every_part_of_a_problem() -> None:
    wrong = Problem(HERE, "é is wrong", "mend it")
    fixes = {wrong: (Replacement(HERE, "é", "e"),)}
    text = report([wrong], ReportFormat.JSON, colour=False, told=ToldToPrograms(fixes))
    assert '\n  "message": "é is wrong",\n' in text
    assert json.loads(text) == [
        {
            **HERE._asdict(),
            "severity": "error",
            "message": "é is wrong",
            "hint": "mend it",
            "fix": [{**HERE._asdict(), "old": "é", "new": "e"}],
        }
    ]


def test_each_severity_is_told_in_the_words_of_its_form() -> None:
    problems = [replace(Problem(HERE, "wrong"), severity=severity) for severity in Severity]
    assert [str(each) for each in problems] == [
        "facts.yaml:2:9: note: wrong",
        "facts.yaml:2:9: warning: wrong",
        "facts.yaml:2:9: wrong",
    ]
    annotations = report(problems, ReportFormat.GITHUB, colour=False).splitlines()
    assert [each.partition(" ")[0] for each in annotations] == ["::notice", "::warning", "::error"]
    assert [each["severity"] for each in json.loads(report(problems, ReportFormat.JSON, colour=False))] == [
        "note",
        "warning",
        "error",
    ]
    last = report([*problems, problems[1]], ReportFormat.TEXT, colour=False, outcome="so it is.").splitlines()[-1]
    assert last == "1 problem, 2 warnings, 1 note; so it is."


def test_an_annotation_escapes_what_would_end_it() -> None:
    odd = Problem(Origin("a:b,c%.yaml", 2, 9), "100% wrong,\nagain: wrong", "mend it")
    assert report([odd], ReportFormat.GITHUB, colour=False) == (
        "::error file=a%3Ab%2Cc%25.yaml,line=2,col=9::100%25 wrong,%0Aagain: wrong; mend it"
    )
    bare = Problem(HERE, "one\r\nline")
    assert report([bare], ReportFormat.GITHUB, colour=False) == "::error file=facts.yaml,line=2,col=9::one%0D%0Aline"


def test_code_quality_has_what_gitlab_asks_for_and_tells_each_problem_by_what_is_said_wherever_it_moves() -> None:
    def reported(*lines: int) -> list[dict[str, Any]]:
        problems = [Problem(Origin("facts.yaml", line, 9), "é is wrong", "mend it") for line in lines]
        return list(json.loads(report(problems, ReportFormat.GITLAB, colour=False)))

    (one,) = reported(2)
    assert one == {
        "description": "é is wrong; mend it",
        "check_name": "standfirst",
        "fingerprint": one["fingerprint"],
        "severity": "major",
        "location": {"path": "facts.yaml", "lines": {"begin": 2}},
    }
    first, second = (each["fingerprint"] for each in reported(5, 7))
    assert first == one["fingerprint"] != second
    grave, light = (Problem(HERE, "wrong", severity=each) for each in (Severity.WARNING, Severity.NOTE))
    both = json.loads(report([grave, light], ReportFormat.GITLAB, colour=False))
    assert [each["severity"] for each in both] == ["minor", "info"]
    assert json.loads(report([], ReportFormat.GITLAB, colour=False)) == []


def test_a_line_at_the_end_of_a_summary_counts_warnings_alone() -> None:
    problems = [replace(Problem(HERE, "wrong"), severity=severity) for severity in Severity]
    assert count_of_warnings(problems, "`check` shows") == "; 1 warning, which `check` shows"
    assert count_of_warnings([problems[0]], "`check` shows") == ""


def test_the_last_line_of_a_file_is_shown_whether_or_not_it_ends() -> None:
    write("actors:\n  name")
    assert on_terminal(2, 3)[1:3] == ["      name", "      ^"]
