"""Commands that are typed wrongly end in 2, and say what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.cli import main
from tests.cli.runs import PROBLEMS, WRONG_USAGE


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
