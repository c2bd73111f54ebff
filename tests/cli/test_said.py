"""What commands say, and where: on a terminal, to a program, and when something keeps them from their work."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path
from typing import NoReturn

import pytest

from standfirst.cli import main
from standfirst.cli.exit_codes import INTERRUPTED
from standfirst.cli.printing import progress
from standfirst.model import Origin
from standfirst.problems.errors import Problem, SiteError, UsageError
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE


class Terminal(io.StringIO):
    """What is printed here is seen by somebody."""

    def isatty(self) -> bool:
        return True


def build_ends_in(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> NoReturn:
        raise error

    monkeypatch.setattr("standfirst.cli.build.build", fail)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (MemoryError(), WRONG_USAGE, "build.py: there is not enough memory for this\n"),
        (OSError(28, "No space left on device", "site"), WRONG_USAGE, "build.py: site: No space left on device\n"),
        (OSError(28, "No space left on device"), WRONG_USAGE, "build.py: No space left on device\n"),
        (OSError("it is odd"), WRONG_USAGE, "build.py: it is odd\n"),
        (UsageError("there is no folder a\nb"), WRONG_USAGE, "build.py: there is no folder a\\nb\n"),
        (KeyboardInterrupt(), INTERRUPTED, ""),
    ],
)
def test_what_ends_a_command_is_said_in_one_line(
    error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build_ends_in(error, monkeypatch)
    assert main([]) == code
    assert capsys.readouterr() == ("", said)


def test_a_command_speaks_by_the_name_it_was_called_and_means_the_folder_it_was_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--speed"], home=tmp_path, prog="standfirst")
    assert main(["check"], home=tmp_path, prog="standfirst") == WRONG_USAGE
    usage, *_, unknown, nowhere = capsys.readouterr().err.splitlines()
    assert usage.startswith("usage: standfirst ")
    assert unknown == "standfirst: error: unrecognized arguments: --speed"
    hint = "name another with --content, or start a project with `new`"
    assert nowhere == f"standfirst: there is no folder {tmp_path}/content; {hint}"
    assert main(["new", "--content-only", str(tmp_path / "moon")], home=tmp_path, prog="standfirst") == DONE
    assert capsys.readouterr().out.endswith(f"\n  standfirst --content {tmp_path}/moon\n")


def test_problems_are_in_colour_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    build_ends_in(SiteError([Problem(Origin("facts.yaml", 1, 1), "wrong", "mend it")]), monkeypatch)
    said = []
    for where in (Terminal(), io.StringIO()):
        monkeypatch.setattr(sys, "stderr", where)
        assert main(["build"]) == PROBLEMS
        said.append(where.getvalue())
    assert ["\x1b[" in each for each in said] == [True, False]
    assert said[1].endswith("\n1 problem; nothing was written.\n")


def test_a_build_that_takes_long_says_on_a_terminal_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, nobody, now = Terminal(), io.StringIO(), time.monotonic()
    for where, start in ((terminal, now - 5), (terminal, now + 5), (nobody, now - 5)):
        monkeypatch.setattr(sys, "stderr", where)
        show = progress(start)
        show(50, 100)
        show(100, 100)
    assert terminal.getvalue() == "\rRendered 50 of 100 pages\rRendered 100 of 100 pages\n"
    assert nobody.getvalue() == ""


class ClosedTerminal(Terminal):
    """Whoever sat here has gone."""

    def write(self, _: str) -> NoReturn:
        raise OSError(5, "Input/output error")


def test_a_build_goes_on_though_the_terminal_is_closed_on_which_it_says_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", ClosedTerminal())
    progress(time.monotonic() - 5)(50, 100)


def test_a_name_for_which_standard_output_has_no_letters_is_escaped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    (tmp_path / "café").mkdir()
    assert main(["schema", "--content", str(tmp_path / "café")]) == DONE
    schema = rf"{tmp_path}/caf\xe9/schema"
    assert written.getvalue().decode() == "".join(f"Wrote {schema}/{name}.json\n" for name in ("facts", "ids", "site"))


def test_a_profile_is_not_taken_of_a_cluster(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--profile", "--cluster", "127.0.0.1:1"]) == WRONG_USAGE
    assert "--profile measures this process alone; ask for it without --cluster" in capsys.readouterr().err


@pytest.mark.parametrize("asked", ["-h", "--help"])
def test_help_is_of_all_commands_and_ends_in_0(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([asked])
    assert ended.value.code == DONE
    said = capsys.readouterr().out
    assert said.startswith("usage: build.py [-h] [-V] COMMAND ...\n")
    assert " ".join(said.split()).endswith("Exit codes: 0 done, 1 the content has problems, 2 wrong usage.")
