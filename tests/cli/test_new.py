"""`new`: a project, or the folder of an explainer alone, where nothing is in their way."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

import standfirst
from standfirst.cli import main
from standfirst.reading.folders import display_path
from tests.cli.runs import DONE, WRONG_USAGE
from tests.explainers import ROOT, files_in


def test_a_folder_of_content_alone_builds_and_its_files_name_their_schemas(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    started = tmp_path / "the first"
    assert main(["new", "--content-only", str(started)]) == DONE
    said = f"Started an explainer in {started}. Build it with:\n  python3 {display_path(ROOT / 'build.py')} "
    assert capsys.readouterr().out == f"{said}--content '{started}'\n"
    before = files_in(started)
    assert main(["check", "--strict", "--content", str(started)]) == DONE
    assert files_in(started) == before
    assert main(["build", "--content", str(started), "--output", str(tmp_path / "site")]) == DONE
    for file, schema in (("site.yaml", "schema/site.json"), ("facts/facts.yaml", "../schema/facts.json")):
        first = (started / file).read_text(encoding="utf-8").split("\n")[0]
        assert first == f"# yaml-language-server: $schema={schema}"
        assert json.loads((started / file).parent.joinpath(schema).read_text(encoding="utf-8"))


def test_a_folder_of_content_is_made_in_none_that_holds_something(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(content)
    assert main(["new", "--content-only", str(content)]) == WRONG_USAGE
    assert files_in(content) == before
    assert "not empty" in capsys.readouterr().err


def test_a_project_holds_the_same_explainer_and_each_program_names_the_command_that_shows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "--content-only", str(tmp_path / "alone")]) == DONE
    capsys.readouterr()
    for home, prog, steps in (
        (
            ROOT,
            "build.py",
            [["python3", display_path(ROOT / "build.py"), "serve", "--content", f"{tmp_path}/1 a/content"]],
        ),
        (Path(), "standfirst", [["cd", f"{tmp_path}/2 a"], ["standfirst", "serve"]]),
    ):
        folder = tmp_path / f"{len(steps)} a"
        assert main(["new", str(folder)], home=home, prog=prog) == DONE
        said, *shown = capsys.readouterr().out.splitlines()
        assert said == f"Started a project in {folder}. Preview it with:"
        assert list(map(shlex.split, shown)) == steps
        alone = files_in(tmp_path / "alone")
        # What keeps copies out of Git lies in the project's own folder.
        del alone[".gitignore"]
        assert files_in(folder / "content") == alone


def test_a_project_in_the_working_folder_is_shown_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "."], home=Path(), prog="standfirst") == DONE
    said = "Started a project in this folder. Preview it with:\n  standfirst serve\n"
    assert capsys.readouterr().out == said


def test_a_project_is_put_around_what_is_there_and_replaces_nothing(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, writing = content.parent, files_in(content)
    (project / ".github" / "workflows").mkdir(parents=True)
    kept = ("README.md", "LICENSE", "requirements.txt", ".github/workflows/explainer.yml")
    for name in kept:
        (project / name).write_text("Ours.", encoding="utf-8")
    (project / ".gitignore").write_bytes(b"/site/\r\n*.pyc")
    assert main(["new", str(project)]) == DONE
    said = capsys.readouterr().out
    assert f"\n  requirements.txt: hosts install what it names; add standfirst=={standfirst.__version__}\n" in said
    assert "\n  README.md\n" in said
    assert "\n  .github/workflows/explainer.yml\n" in said
    assert "Added to .gitignore" in said
    assert "LICENSE" not in said
    after = files_in(project)
    assert files_in(content) == writing
    assert [after[name] for name in kept] == [b"Ours."] * len(kept)
    assert {".github/workflows/recheck.yml", "netlify.toml"} <= after.keys()
    ignored = after[".gitignore"].splitlines()
    assert ignored[:2] == [b"/site/", b"*.pyc"]
    assert b"/content/sources/" in ignored
    assert ignored.count(b"/site/") == 1
    # What is there by now has every line already.
    (project / "requirements.txt").write_text(f"standfirst=={standfirst.__version__}\n", encoding="utf-8")
    after = files_in(project)
    assert main(["new", str(project)]) == DONE
    again = capsys.readouterr().out
    assert "Added" not in again
    assert "\n  requirements.txt\n" in again
    assert files_in(project) == after


def test_the_readme_says_of_the_explainer_what_is_so(content: Path, tmp_path: Path) -> None:
    assert main(["new", str(content.parent)]) == DONE
    assert main(["new", str(tmp_path / "new")]) == DONE
    found, started = ((each / "README.md").read_text(encoding="utf-8") for each in (content.parent, tmp_path / "new"))
    assert ("is made up" in found, "is made up" in started) == (False, True)
    assert "--content-only example" in found
    assert "@" not in found


def test_facts_without_an_explainer_are_not_mixed_with_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content" / "facts").mkdir(parents=True)
    (tmp_path / "content" / "facts" / "facts.yaml").write_text("actors:\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("*.pyc", encoding="utf-8")
    before = files_in(tmp_path)
    assert main(["new", str(tmp_path)]) == WRONG_USAGE
    assert "content/facts/facts.yaml is there already; move what is yours away" in capsys.readouterr().err
    assert files_in(tmp_path) == before


def test_where_a_file_stands_in_the_place_of_a_folder_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".zed").write_text("Ours.", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == WRONG_USAGE
    assert "cannot be written: Not a directory" in capsys.readouterr().err
    assert files_in(tmp_path) == {".zed": b"Ours."}
