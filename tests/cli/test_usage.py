"""Commands that are typed wrongly end in 2, and say what is wrong."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest

from standfirst.cli import main, parser_of
from standfirst.program import Program
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE


@pytest.mark.parametrize(
    "arguments",
    [
        ["publish"],
        ["build", "--speed", "high"],
        ["--base-url", "example.org"],
        ["--base-url", "ftp://example.org/"],
        ["--base-url", "https://example.org/?page=1"],
        ["--jobs", "0"],
        ["--jobs", "many"],
        ["--jobs", "999999"],
        ["--jobs", "9" * 5000],
        ["serve", "--port", "9" * 5000],
        ["--content", ""],
        ["--content", "a\0b"],
        ["check", "--text", f"report={'a' * 300}"],
        ["check", "--format", "xml"],
        ["check", "--text", "report"],
        ["lock", "--text", "report=nowhere.txt"],
        ["new"],
    ],
)
def test_wrong_usage_ends_in_2_and_says_what_is_wrong(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == WRONG_USAGE
    assert "build.py" in capsys.readouterr().err


def test_what_was_typed_is_shown_on_one_line_and_not_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    for odd in ("a\nbuild.py: all is well", "\x1b]0;b\x07", "x" * 100_000):
        with pytest.raises(SystemExit):
            main(["--speed", odd])
        assert main(["--content", f"/nowhere/{odd}"]) == WRONG_USAGE
        *usage, unknown, nowhere = capsys.readouterr().err.splitlines()
        assert unknown.startswith("build.py: error: unrecognized arguments: --speed ")
        assert nowhere.startswith("build.py: ")
        assert (unknown + nowhere).isprintable()
        assert len(unknown + nowhere) < 1000
        assert all(line.startswith(("usage", " ")) for line in usage)


def test_content_that_is_not_there_is_wrong_usage_and_a_folder_without_settings_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = ["--output", str(tmp_path / "site")]
    assert main(["--content", str(tmp_path / "nowhere"), *output]) == WRONG_USAGE
    assert "name another with --content" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main(["--content", str(tmp_path / "empty"), *output]) == PROBLEMS
    assert "`new DIR`" in capsys.readouterr().err


def commands_of(parser: argparse.ArgumentParser, typed: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command of a parser, and of the parsers in it, as it is typed with no more than it must have."""
    nested = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    for name, command in ((name, command) for each in nested for name, command in each.choices.items()):
        yield from commands_of(command, (*typed, name))
    if not nested:
        needed = (each for each in parser._actions if not each.option_strings and each.nargs not in {"?", "*"})
        yield (*typed, *("x" for _ in needed))


def test_every_command_and_each_of_its_actions_knows_the_folders_of_the_project() -> None:
    program = Program(Path("home"), "standfirst")
    parser = parser_of(program)
    typed = list(commands_of(parser))
    assert ("source", "add", "x") in typed
    for command in typed:
        options = parser.parse_args(command)
        known = (options.program, options.content, options.output, options.templates)
        assert known == (program, Path("home/content"), Path("home/site"), None), command
        options = parser.parse_args([*command, "--content", "a", "--output", "b", "--templates", "c"])
        assert (options.content, options.output, options.templates) == (Path("a"), Path("b"), Path("c")), command


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["help"], ["--help"]),
        (["help", "source", "add"], ["source", "add", "--help"]),
        (["version"], ["--version"]),
        (["-V"], ["--version"]),
    ],
)
def test_help_and_the_version_are_had_as_commands_too(
    typed: list[str], meant: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for arguments in (typed, meant):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == DONE
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] != ""


@pytest.mark.parametrize(
    ("typed", "meant"), [("chek", "check"), ("source ad x", "add"), ("templates coppy", "copy"), ("publish", None)]
)
def test_of_a_command_that_there_is_not_the_nearest_is_named(
    typed: str, meant: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(typed.split())
    said = capsys.readouterr().err
    assert said.endswith(f"; did you mean '{meant}'?\n") if meant else "did you mean" not in said
