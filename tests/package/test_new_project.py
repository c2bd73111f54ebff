"""What `new` writes for hosts, editors and Git, carried out as far as that goes without them."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

import standfirst
from tests.explainers import ROOT
from tests.package.installed import Installed

pytestmark = pytest.mark.xdist_group("package")
ADDRESSES = {
    "URL": "https://tides.example.org",
    "DEPLOY_PRIME_URL": "https://preview.example.org",
    "BASE_URL": "https://example.org/tides",
    "CI_PAGES_URL": "https://example.org/pages",
}


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A Writer", "-c", "user.email=writer@example.org")
    command = ["git", *who, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def started(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as `new` writes it, committed."""
    folder = tmp_path_factory.mktemp("newsroom") / "tides"
    installed.standfirst("new", "tides", working=folder.parent)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Begin")
    return folder


@pytest.fixture(scope="module")
def cloned(started: Path, installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a host clones it: without what Git keeps out. `pip` is at hand, and no index of packages."""
    folder = tmp_path_factory.mktemp("host") / "tides"
    git(started, "clone", "--quiet", ".", str(folder))
    pip = installed.bin / "pip"
    pip.write_text(f'#!/bin/sh\nexec "{installed.bin}/python" -m pip "$@"\n', encoding="utf-8")
    pip.chmod(0o755)
    return folder


def read(folder: Path, name: str) -> Any:
    text = (folder / name).read_text(encoding="utf-8")
    match name.rpartition(".")[2]:
        case "yml" | "yaml":
            return yaml.safe_load(text)
        case "toml":
            return tomllib.loads(text)
        case _:
            return json.loads(text)


def commands_of_hosts(folder: Path) -> Iterator[str]:
    """Every command that a host carries out, and what is done before a commit."""
    for job in read(folder, ".github/workflows/explainer.yml")["jobs"].values():
        yield from (step["run"] for step in job["steps"] if "run" in step)
    gitlab = read(folder, ".gitlab-ci.yml")
    for job in (gitlab, *(each for each in gitlab.values() if isinstance(each, dict))):
        yield from (*job.get("before_script", ()), *job.get("script", ()))
    netlify = read(folder, "netlify.toml")
    yield from (each["command"] for each in (netlify["build"], *netlify["context"].values()))
    yield from (hook["entry"] for hook in hooks_before_commits(folder) if hook["language"] == "system")


def hooks_before_commits(folder: Path) -> list[dict[str, str]]:
    return [hook for each in read(folder, ".pre-commit-config.yaml")["repos"] for hook in each["hooks"]]


def test_every_command_of_a_host_runs_in_a_clone_and_leaves_nothing_to_commit(
    cloned: Path, installed: Installed
) -> None:
    environment = {**installed.environment, **ADDRESSES, "PIP_NO_INDEX": "1", "PIP_ONLY_BINARY": ":all:"}
    summary = cloned.parent / "summary.md"
    environment |= {"GITHUB_STEP_SUMMARY": str(summary), "BASE": "HEAD", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"}
    assert not (cloned / "content" / "sources").exists()
    commands = list(dict.fromkeys(part for each in commands_of_hosts(cloned) for part in each.split(" && ")))
    assert len(commands) == 12
    for command in commands:
        ran = subprocess.run(
            ["sh", "-ec", command], cwd=cloned, env=environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, f"{command}:\n{ran.stdout}{ran.stderr}"
        if named := ADDRESSES.keys() & re.findall(r"\$\{?(\w+)", command):
            output = "public" if "--output public" in command else "site"
            canonical = f'<link rel="canonical" href="{ADDRESSES[named.pop()]}/">'
            assert canonical in (cloned / output / "index.html").read_text(encoding="utf-8")
    assert summary.read_bytes() == (cloned / "changes.md").read_bytes()
    assert summary.read_text(encoding="utf-8").startswith("### What changed\n")
    assert git(cloned, "status", "--porcelain") == ""


def test_previews_have_drafts_only_where_a_variable_asks_for_them(cloned: Path, installed: Installed) -> None:
    previews = {command.rpartition(" && ")[2] for command in commands_of_hosts(cloned) if "--drafts" in command}
    assert len(previews) == 3
    for command, drafts in product(previews, ("", "false", "true")):
        environment = {**installed.environment, **ADDRESSES, "STANDFIRST_DRAFTS": drafts}
        subprocess.run(["sh", "-ec", command], cwd=cloned, env=environment, capture_output=True, check=True)
        page = (cloned / "site" / "index.html").read_text(encoding="utf-8")
        assert ('name="robots" content="noindex' in page) == (drafts == "true"), command


def test_a_mistake_is_shown_at_its_line_of_the_repository(cloned: Path, installed: Installed) -> None:
    check = next(each for each in commands_of_hosts(cloned) if "--format github" in each)
    facts = cloned / "content" / "facts" / "facts.yaml"
    written = facts.read_text(encoding="utf-8")
    facts.write_text(f"{written}\nevent:\n", encoding="utf-8")
    ended = subprocess.run(
        shlex.split(check), cwd=cloned, env=installed.environment, executable=installed.bin / "standfirst",
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    facts.write_text(written, encoding="utf-8")
    assert ended.returncode == 1
    line = written.count("\n") + 2
    assert re.search(
        rf"^::error file=content/facts/facts\.yaml,line={line},col=1::.*'events'", ended.stderr, re.MULTILINE
    )


def test_git_keeps_out_copies_of_sources_and_all_that_is_made(started: Path) -> None:
    copies = "content/sources/report.txt"
    pages = ("site/index.html", "public/index.html", ".site.standfirst-next/x")
    made = (*pages, "content/schema/ids.json", ".cache/x", ".pip/x", ".venv/bin/python")
    left = (".standfirst-new-1/x", "content/.standfirst-new-sources.lock", ".DS_Store")
    assert git(started, "check-ignore", copies, *made, *left).split() == [copies, *made, *left]
    committed = git(started, "ls-files").split()
    assert "content/sources.lock" in committed
    assert "content/schema/facts.json" in committed
    assert not {copies, *made}.intersection(committed)


def test_the_workflow_may_do_no_more_than_it_must_and_runs_what_github_itself_publishes(started: Path) -> None:
    workflow = read(started, ".github/workflows/explainer.yml")
    # YAML 1.1 takes `on` for a truth value.
    assert set(workflow[True]) == {"push", "pull_request", "workflow_dispatch"}
    assert workflow["permissions"] == {"contents": "read"}
    build, deploy = (workflow["jobs"][name] for name in ("build", "deploy"))
    assert build["permissions"] == {"contents": "read", "pages": "read"}
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    steps = [*build["steps"], *deploy["steps"]]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]) for step in steps if "uses" in step)
    assert all("timeout-minutes" in job for job in (build, deploy))
    # What is published comes from main alone, and only where somebody has asked for it.
    asked = "github.ref == 'refs/heads/main' && vars.DEPLOY_TO_PAGES == 'true'"
    assert deploy["if"] == asked
    assert [step["if"] for step in steps if "pages" in step.get("uses", "") and "deploy" not in step["uses"]] == [
        asked
    ] * 2
    # Text that others choose reaches no shell but by the environment.
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]


def test_what_a_recheck_saw_is_proposed_as_a_pull_request_by_a_job_that_reads_no_page(
    started: Path, installed: Installed, tmp_path: Path
) -> None:
    workflow = read(started, ".github/workflows/recheck.yml")
    look, propose = (workflow["jobs"][name] for name in ("look", "propose"))
    assert set(workflow[True]) == {"schedule", "workflow_dispatch"}
    assert (workflow["permissions"], "permissions" in look) == ({"contents": "read"}, False)
    assert propose["permissions"] == {"contents": "write", "pull-requests": "write"}
    steps = [*look["steps"], *propose["steps"]]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]) for step in steps if "uses" in step)
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]
    # The host's work between the jobs, and gh, which notes what it is asked.
    git(started, "clone", "--quiet", "--bare", ".", str(tmp_path / "origin"))
    for job in ("look", "propose"):
        git(tmp_path, "clone", "--quiet", "origin", job)
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text('#!/bin/sh\necho "$@" >>"$ASKED"\nif test "$2" = list; then echo "$OPEN"; fi\n', encoding="utf-8")
    gh.chmod(0o755)
    asked = tmp_path / "asked"
    path = f"{gh.parent}:{installed.environment['PATH']}"
    environment = {**installed.environment, "PATH": path, "BASE": "main", "ASKED": str(asked), "no_proxy": "127.0.0.1"}

    def carry_out(job: str, opened: str = "0") -> None:
        (command,) = (step["run"] for step in workflow["jobs"][job]["steps"] if step.get("name"))
        ran = subprocess.run(
            ["sh", "-ec", command], cwd=tmp_path / job, env={**environment, "OPEN": opened},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, f"{command}:\n{ran.stdout}{ran.stderr}"

    facts = tmp_path / "look" / "content" / "facts" / "facts.yaml"
    # An address at which nothing answers.
    text = facts.read_text(encoding="utf-8").replace("\n  report:\n", "\n  report:\n    url: http://127.0.0.1:9/\n")
    facts.write_text(text, encoding="utf-8")
    carry_out("look")
    came = tmp_path / "propose" / ".recheck"
    (came / "content").mkdir(parents=True)
    for name in ("recheck.txt", "content/sources.checked"):
        (came / name).write_bytes((tmp_path / "look" / name).read_bytes())
    carry_out("propose")
    git(tmp_path / "propose", "switch", "--quiet", "main")
    carry_out("propose", opened="1")
    body = (came / "body.md").read_text(encoding="utf-8")
    assert body.startswith("    report: unreachable\n    content/facts/facts.yaml:")
    assert "'report' cannot be reached at http://127.0.0.1:9/: nothing answers there" in body
    created, edited = (line for line in asked.read_text(encoding="utf-8").splitlines() if " list " not in line)
    assert created.startswith("pr create --base main --head recheck ")
    assert edited.startswith("pr edit recheck ")
    changed = git(tmp_path / "origin", "diff", "--name-only", "main", "recheck").split()
    assert changed == ["content/sources.checked"]


def test_before_a_commit_the_explainer_is_checked_and_copies_are_refused(started: Path) -> None:
    refuse, check = hooks_before_commits(started)
    assert (refuse["language"], check["entry"]) == ("fail", "standfirst check --strict")
    assert re.search(refuse["files"], "content/sources/report.txt")
    assert not re.search(refuse["files"], "content/sources.lock")
    assert re.search(check["files"], "content/facts/facts.yaml")


def test_the_site_is_served_by_the_rules_of_this_repository_and_pinned_to_this_version(started: Path) -> None:
    ours, theirs = (tomllib.loads((each / "netlify.toml").read_text(encoding="utf-8")) for each in (ROOT, started))
    assert theirs["headers"] == ours["headers"]
    pins = [line for line in (started / "requirements.txt").read_text().splitlines() if not line.startswith("#")]
    assert pins == [f"standfirst=={standfirst.__version__}"]
    assert [ecosystem["package-ecosystem"] for ecosystem in read(started, ".github/dependabot.yml")["updates"]] == [
        "pip",
        "github-actions",
    ]


def test_editors_find_a_schema_for_every_file_of_facts(started: Path) -> None:
    zed = read(started, ".zed/settings.json")["lsp"]["yaml-language-server"]["settings"]["yaml"]["schemas"]
    assert read(started, ".vscode/settings.json")["yaml.schemas"] == zed
    assert read(started, ".vscode/extensions.json")["recommendations"] == ["redhat.vscode-yaml"]
    described = {started / file for pattern in zed.values() for file in started.glob(pattern)}
    assert described == {*started.glob("content/**/*.yaml")}
    for schema in zed:
        assert json.loads((started / schema).read_text(encoding="utf-8"))["$schema"]
