"""What `docs/` says is so: the pages that are made from the code are up to date, and their example is whole."""

from __future__ import annotations

import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest

from standfirst.cli import main
from standfirst.decoding.decode import decode
from standfirst.decoding.records import keys_of
from standfirst.model import FACT_TYPES, Drafts, Kind
from standfirst.options import Options
from standfirst.pipeline import make_site
from standfirst.reading.read import read_content
from tests.documentation.reference import EXAMPLE
from tests.documentation.tutorial import WrittenFile, steps
from tests.documentation.write import PAGES
from tests.explainers import ROOT


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_made_from_the_code_is_up_to_date(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "write it anew: make docs"


def test_the_example_of_the_reference_uses_every_key_of_every_kind() -> None:
    facts = decode(read_content(EXAMPLE)).content.facts
    records: list[type] = [*FACT_TYPES]
    # What every record may have is shown once.
    common = set.intersection(*(set(keys_of(record)) for record in records))
    shown = common.intersection(key for fact in facts for key in fact.key_origins.keys)
    unused: dict[Kind, set[str]] = {}
    for kind, record in zip(Kind, records, strict=True):
        used = {key for fact in facts if fact.KIND is kind for key in fact.key_origins.keys}
        unused[kind] = set(keys_of(record)) - used - shown
    assert not any(unused.values()), unused


@pytest.mark.parametrize("drafts", Drafts)
def test_the_example_of_the_reference_builds_and_nothing_is_to_be_said_of_it(drafts: Drafts) -> None:
    built = make_site(Options(content=EXAMPLE, templates=ROOT / "templates", drafts=drafts))
    # The source that is a draft is cited by nothing.
    assert [each.message for each in built.warnings] == ["nothing cites source:letter"] * (drafts is Drafts.SHOW)


def test_what_the_tutorial_tells_to_do_gives_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ferry").mkdir()
    monkeypatch.chdir(tmp_path / "ferry")
    for step in steps(ROOT / "docs" / "tutorial.md"):
        if isinstance(step, WrittenFile):
            Path(step.path).parent.mkdir(parents=True, exist_ok=True)
            Path(step.path).write_text(step.text, encoding="utf-8")
            continue
        program, *arguments = shlex.split(step.command)
        if program == "rm":
            Path(*arguments).unlink()
        elif program == "standfirst" and arguments[0] != "serve":
            main(arguments, home=Path(), prog="standfirst")
            said = capsys.readouterr()
            assert step.agrees(said.out + said.err), f"{step.command}\n{said.out}{said.err}"
    subprocess.run(["git", "init", "--quiet"], check=True)
    staged = subprocess.run(["git", "add", "--all", "--verbose"], check=True, capture_output=True, text=True).stdout
    assert "'content/sources.lock'" in staged
    # Of the article nothing is committed.
    assert not re.search(r"article|courier|content/sources/", staged)


def test_other_servers_are_told_the_headers_that_netlify_sets() -> None:
    told = " ".join((ROOT / "docs" / "deploying.md").read_text(encoding="utf-8").split())
    rules = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))["headers"]
    values = {" ".join(value.split()) for rule in rules for value in rule["values"].values()}
    missing = {value for value in values if told.count(value) < 2}
    assert missing == set()
