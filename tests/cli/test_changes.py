"""`changes`: what the facts say that they did not say at a commit, on a day, or in what was published."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from standfirst.changes.report import Since, as_json
from standfirst.changes.told import tell
from standfirst.cli import main
from standfirst.cli.exit_codes import DONE, PROBLEMS, WRONG_USAGE
from standfirst.reading.files import ContentFiles
from tests.explainers import SETTINGS
from tests.loopback import Reply, web
from tests.repositories import Repository
from tests.unit.changes.test_compare import History, snapshot

FACTS = """\
figures:
  killed: {value: 213, unit: people, label: killed, uncited: made up}
events:
  vote: {date: 2025-01-02, title: The vote, uncited: made up}
"""
LATER = FACTS.replace("213", "264").replace("  vote:", "  second-vote:")
LINES = [
    "figure:killed: value: 213 people → 264 people",
    "new: event:second-vote: The vote",
    "withdrawn: event:vote: The vote",
]
NEVER = {"GIT_DIR": "/nowhere", "GIT_INDEX_FILE": "/nowhere", "GIT_PAGER": "false", "GIT_EXTERNAL_DIFF": "false"}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of a writer, who works in it."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write(FACTS)
    return folder


def write(facts: str) -> None:
    Path("content/facts").mkdir(parents=True, exist_ok=True)
    Path("content/site.yaml").write_text(SETTINGS, encoding="utf-8")
    Path("content/facts/facts.yaml").write_text(facts, encoding="utf-8")


def changes(*arguments: str) -> int:
    return main(["changes", *arguments, "--content", "content", "--output", "site"])


def published() -> None:
    assert main(["build", "--content", "content", "--output", "site", "--no-cache"]) == DONE


Read = Callable[[], tuple[list[str], str]]


@pytest.fixture
def read(capsys: pytest.CaptureFixture[str]) -> Read:
    def read() -> tuple[list[str], str]:
        said = capsys.readouterr()
        return said.out.splitlines(), said.err

    return read


def test_what_is_not_committed_yet_is_told_and_the_work_tree_is_left_alone(
    project: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Repository.at(project)
    commit = repository.commit("2025-01-03T10:00:00Z")
    for name, value in NEVER.items():
        monkeypatch.setenv(name, value)
    assert changes() == DONE
    nothing = f"No fact says anything else since HEAD, which is {commit[:10]} of 2025-01-03; `--since` compares with"
    assert read()[1].startswith(nothing)

    write(LATER)
    assert changes() == DONE
    lines, outcome = read()
    assert lines == LINES
    assert outcome == (
        f"1 changed, 1 new, 1 withdrawn since HEAD, which is {commit[:10]} of 2025-01-03. No update tells of "
        "figure:killed, event:second-vote, event:vote; `--draft` proposes one.\n"
    )
    for name in NEVER:
        monkeypatch.delenv(name)
    assert repository.git("status", "--short") == "M content/facts/facts.yaml"


def test_it_is_compared_with_what_stood_at_a_commit_or_at_the_end_of_a_day(project: Path, read: Read) -> None:
    repository = Repository.at(project)
    first = repository.commit("2025-01-03T10:00:00Z")
    write(LATER)
    repository.commit("2025-01-05T10:00:00Z")
    for since in (first, "HEAD~1", "2025-01-03", "2025-01-04"):
        assert changes("--since", since) == DONE
        lines, outcome = read()
        assert lines == LINES
        assert first[:10] in outcome
    assert changes("--since", "2025-01-05") == DONE
    assert read()[0] == []
    for since, why in {
        "2025-01-02": "nothing was committed yet on 2025-01-02",
        "2025-13-01": "'2025-13-01' is not a day",
        "--output=x": "Git knows no commit '--output=x'",
        "no/where": "there is no file or folder 'no/where', and Git knows no commit 'no/where'",
        "": "`--since` names nothing",
    }.items():
        assert changes(f"--since={since}") == WRONG_USAGE
        assert why in read()[1]


def test_of_a_history_that_was_cut_it_is_said_how_to_get_the_rest(project: Path, read: Read) -> None:
    whole = Repository.at(project)
    first = whole.commit("2025-01-03T10:00:00Z")
    whole.commit("2025-01-05T10:00:00Z")
    whole.git("clone", "--quiet", "--depth", "1", project.as_uri(), str(project / "clone"))
    shutil.move(project / "clone" / ".git", project / "cut")
    shutil.rmtree(project / ".git")
    shutil.move(project / "cut", project / ".git")
    for since in (first, "2025-01-03"):
        assert changes("--since", since) == WRONG_USAGE
        assert "fetch-depth: 0" in read()[1]


def test_an_old_state_that_is_refused_today_is_compared_as_far_as_it_can_be_read(project: Path, read: Read) -> None:
    write(FACTS.replace("date: 2025-01-02", "date: soon"))
    commit = Repository.at(project).commit("2025-01-03T10:00:00Z")
    write(LATER.replace("second-vote", "vote"))
    assert changes() == DONE
    lines, said = read()
    assert lines == LINES[:1]
    assert f"{commit[:10]}:content/facts/facts.yaml:4:16: 'soon' is not an EDTF date" in said
    assert "1 problem; what could not be read was not compared." in said
    assert changes("--format", "json") == DONE
    assert len(json.loads("\n".join(read()[0]))["not_compared"]) == 1


def test_what_cannot_be_read_today_is_a_problem(project: Path, read: Read) -> None:
    Repository.at(project).commit("2025-01-03T10:00:00Z")
    write(FACTS.replace("date: 2025-01-02", "date: soon"))
    assert changes() == PROBLEMS
    assert "'soon' is not an EDTF date" in read()[1]


def test_without_git_it_is_compared_with_what_was_built_or_any_published_site(read: Read) -> None:
    assert changes() == WRONG_USAGE
    assert "content is in no Git repository, and no site is in site; name a published site" in read()[1]
    assert changes("--since", "main") == WRONG_USAGE
    assert "there is no file or folder 'main', and content is in no Git repository; name a published" in read()[1]
    published()
    write(LATER)
    read()
    for since in ((), ("--since", "site"), ("--since", "site/data"), ("--since", "site/data/facts.json")):
        assert changes(*since) == DONE
        assert read()[0] == LINES
    shutil.copytree("content", "others")
    write(FACTS)
    assert changes("--since", "others") == DONE
    assert read()[0][0] == "figure:killed: value: 264 people → 213 people"
    assert changes("--since", "others/facts") == WRONG_USAGE
    assert "others/facts is neither a published site nor a content folder" in read()[1]


def test_a_site_is_read_from_where_it_is_published(project: Path, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    published()
    write(LATER)
    read()
    with web() as there:
        there.replies["/bridge/data/facts.json"] = Reply((project / "site/data/facts.json").read_bytes())
        for address in ("/bridge", "/bridge/", "/bridge/index.html", "/bridge/data/facts.json"):
            assert changes("--since", there.address + address) == DONE
            assert read()[0] == LINES
        assert changes("--since", there.address) == WRONG_USAGE
        assert read()[1].startswith(f"build.py: {there.address}/data/facts.json: ")
    assert all(agent.startswith("Standfirst-changes/") for agent in there.agents)


def test_a_draft_of_an_update_is_printed_or_written_and_tells_each_change_once(project: Path, read: Read) -> None:
    Repository.at(project).commit("2025-01-03T10:00:00Z")
    write(LATER)
    assert changes("--draft", "--now", "2025-01-04") == DONE
    printed, _ = read()
    assert changes("--draft", "--format", "json") == WRONG_USAGE
    assert "a draft is YAML" in read()[1]
    assert changes("--draft", "--write", "--now", "2025-01-04") == DONE
    assert read()[0][0].startswith("Drafted update:changes-2025-01-04 in content/facts/changes-2025-01-04.yaml")
    file = Path("content/facts/changes-2025-01-04.yaml")
    assert file.read_text(encoding="utf-8").splitlines() == printed
    assert printed[printed.index("    date: 2025-01-04") :] == [
        "    date: 2025-01-04",
        "    kind: correction",
        "    text: Say here what changed, and why.",
        '    affects: ["figure:killed"]',
        "    changes:",
        '      - {fact: "figure:killed", key: value, before: 213 people, after: 264 people}',
        '      - {fact: "event:second-vote", after: The vote}',
        '      - {fact: "event:vote", before: The vote}',
    ]

    assert changes("--draft", "--write") == DONE
    assert "There is nothing to tell" in read()[1]
    assert changes() == DONE
    assert "updates tell of all that readers see" in read()[1]
    assert main(["check", "--content", "content", "--no-cache", "--drafts"]) == DONE
    warned = "warning: the text of update:changes-2025-01-04 is still what `changes` wrote; write your own in its place"
    assert warned in read()[1]

    write(LATER.replace("264", "265"))
    file.write_text(file.read_text(encoding="utf-8").replace("    draft: true\n", ""), encoding="utf-8")
    Repository(project).commit("2025-01-04T10:00:00Z")
    write(LATER.replace("264", "266"))
    assert changes("--write", "--now", "2025-01-04") == DONE
    assert "changes-2025-01-04-2.yaml" in read()[0][0]


def test_a_comment_is_written_in_markdown(project: Path, read: Read) -> None:
    commit = Repository.at(project).commit("2025-01-03T10:00:00Z")
    write(LATER)
    assert changes("--format", "markdown") == DONE
    lines, nothing = read()
    assert lines[2:7] == [
        f"Since `HEAD`, which is {commit[:10]} of 2025-01-03: 1 changed, 1 new, 1 withdrawn.",
        "",
        "- **`figure:killed`** `264 people killed`",
        "  - value: `213 people` → `264 people`",
        "- new: **`event:second-vote`** `The vote`",
    ]
    assert nothing == ""


def test_what_came_due_since_a_day_is_new_and_what_is_held_back_is_not_told(project: Path, read: Read) -> None:
    waiting = FACTS + "  late: {publish_at: 2025-01-04, date: 2025-01-02, title: Late, uncited: made up}\n"
    write(waiting + "  never: {draft: true, date: 2025-01-02, title: Never, uncited: made up}\n")
    Repository.at(project).commit("2025-01-03T10:00:00Z")
    for since, now, lines in (
        ("2025-01-03", "2025-01-05", ["new: event:late: Late"]),
        ("2025-01-04", "2025-01-05", []),
        ("HEAD", "2025-01-05", []),
    ):
        assert changes("--since", since, "--now", now) == DONE
        assert read()[0] == lines


def by_fact(report: str) -> dict[tuple[str, str], object]:
    """What is told of each fact; files are in another order where they lie on a disk."""
    return {(each["fact"], each["state"]): each for each in json.loads(report)["facts"]}


def test_each_state_of_a_random_history_is_compared_as_it_was_then(project: Path, read: Read) -> None:
    repository, history = Repository.at(project), History(random.Random(7))
    states: dict[str, ContentFiles] = {}
    for day in range(1, 6):
        for _ in range(8):
            history.edit()
        files = history.files()
        shutil.rmtree("content")
        for file in (files.settings, *files.facts):
            path = Path("content/facts" if file in files.facts else "content", Path(file.path).name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8")
        states[repository.commit(f"2025-01-0{day}T10:00:00Z")] = files
    numbers = []
    for day, (commit, files) in enumerate(states.items(), 1):
        told = tell(snapshot(files), snapshot([*states.values()][-1]), (), "en")
        for since in (commit, f"2025-01-0{day}"):
            assert changes("--since", since, "--format", "json") == DONE
            assert by_fact("\n".join(read()[0])) == by_fact(as_json(told, Since("")))
        numbers.append(len(told))
    assert all(numbers[:-1])
    assert numbers[-1] == 0
