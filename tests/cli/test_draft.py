"""`draft`: what it writes, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standfirst.cli import main
from standfirst.model import PLACEHOLDERS
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run
from tests.explainers import files_in

ARTICLE = (
    "Arle’s council shut the Low Bridge on 3 March 2025, Mayor Ada Poe said.\n\n"
    "“It is not safe to cross,” Poe told reporters on Tuesday. At least 400 people had to leave their homes.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def draft(article: Path, folder: Path) -> int:
    return main(["draft", str(article), "--published", "2025-03-05", "--content", str(folder)])


def test_a_draft_is_an_explainer_that_builds_as_it_is(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "moon"
    assert draft(article, folder) == DONE
    said = capsys.readouterr().out
    assert said.startswith("Drafted ")
    assert f"{folder}/facts/events.yaml" in said
    assert {"site.yaml", "sources.lock", "sources/report.txt", "sections/10-outline.md", ".gitignore"} <= set(
        files_in(folder)
    )
    assert main(["build", "--drafts", "--content", str(folder), "--output", str(tmp_path / "site")]) == DONE
    # What readers would see that nobody has written is all that there is to say.
    capsys.readouterr()
    for drafts in ([], ["--drafts"]):
        assert main(["check", "--strict", *drafts, "--content", str(folder)]) == PROBLEMS
        assert [line.partition(f"{folder}/")[2] for line in capsys.readouterr().err.splitlines()[:-1]] == [
            "site.yaml:3:8: this title is still what `draft` wrote; write your own in its place",
            "site.yaml:4:13: this standfirst is still what `draft` wrote; write your own in its place",
        ]
    settings = (folder / "site.yaml").read_text(encoding="utf-8")
    for placeholder in PLACEHOLDERS.values():
        settings = settings.replace(placeholder, "Why is the moon closed?")
    (folder / "site.yaml").write_text(settings, encoding="utf-8")
    assert main(["check", "--strict", "--drafts", "--content", str(folder)]) == DONE


def test_drafting_it_again_changes_nothing(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "moon"
    assert draft(article, folder) == DONE
    before = files_in(folder)
    assert draft(article, folder) == DONE
    assert files_in(folder) == before


def test_json_prints_each_proposal_with_its_place_and_writes_nothing(
    run: Run, article: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(content)
    assert run("draft", str(article), "--published", "2025-03-05", "--format", "json") == DONE
    said = json.loads(capsys.readouterr().out)
    assert said["text"] == ARTICLE
    mentions = [each for kind in ("actors", "places") for found in said[kind] for each in found["mentions"]]
    placed = [*said["dates"], *said["figures"], *mentions, *(part for each in said["quotes"] for part in each["parts"])]
    assert all(ARTICLE[each["start"] : each["end"]] == each["text"] for each in placed)
    assert [(date["text"], date["value"]) for date in said["dates"]] == [
        ("3 March 2025", "2025-03-03"),
        ("Tuesday", "2025-03-04"),
    ]
    (quote,) = said["quotes"]
    assert (quote["words"], quote["speaker"]["text"]) == ("It is not safe to cross,", "Poe")
    assert files_in(content) == before


@pytest.mark.parametrize(
    ("typed", "code_and_message"),
    [
        (("missing.txt",), (PROBLEMS, "missing.txt:1:1: this file cannot be read: No such file or directory")),
        (("empty.txt",), (PROBLEMS, "there are no words in this copy")),
        (("report.txt", "--published", "19 April"), (WRONG_USAGE, "--published: '19 April' is not an EDTF date")),
        (("report.txt", "--published", "2019/2020"), (WRONG_USAGE, "--published: '2019/2020' is not one day")),
        (("report.txt", "--source", "My Report"), (WRONG_USAGE, "--source: 'My Report' is not an id")),
        (("report.txt", "--format", "xml"), (WRONG_USAGE, "invalid choice: 'xml'")),
    ],
)
def test_what_cannot_be_drafted_is_explained(
    run: Run,
    article: Path,
    typed: tuple[str, ...],
    code_and_message: tuple[int, str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    (article.parent / "empty.txt").write_text("— * —")
    file, *options = typed
    code, message = code_and_message
    assert run("draft", str(article.parent / file), *options) == code
    assert message in capsys.readouterr().err


def test_a_folder_with_something_else_in_it_is_left_alone(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "moon").mkdir()
    (tmp_path / "moon" / "notes.md").write_text("mine")
    assert draft(article, tmp_path / "moon") == WRONG_USAGE
    assert "is there already and not empty" in capsys.readouterr().err
    assert set(files_in(tmp_path / "moon")) == {"notes.md"}
