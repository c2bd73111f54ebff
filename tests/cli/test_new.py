"""`new`: a project, or the folder of an explainer alone, where nothing is in their way."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

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
    for name in ("README.md", ".github/workflows/explainer.yml", "notes.txt"):
        (project / name).write_text("Ours.", encoding="utf-8")
    before = files_in(project)
    assert main(["new", str(project)]) == WRONG_USAGE
    named = f"{project}/README.md, {project}/.github/workflows/explainer.yml are there already; move what is yours away"
    assert named in capsys.readouterr().err
    assert files_in(project) == before
    (project / "README.md").unlink()
    (project / ".github/workflows/explainer.yml").rename(project / ".github/workflows/ours.yml")
    assert main(["new", str(project)]) == DONE
    assert files_in(content) == writing
    after = files_in(project)
    assert (after[".github/workflows/ours.yml"], after["notes.txt"]) == (b"Ours.", b"Ours.")
    assert {"README.md", ".github/workflows/explainer.yml", "netlify.toml"} <= after.keys()


def test_where_a_file_stands_in_the_place_of_a_folder_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".zed").write_text("Ours.", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == WRONG_USAGE
    assert "cannot be written: Not a directory" in capsys.readouterr().err
    assert files_in(tmp_path) == {".zed": b"Ours."}
