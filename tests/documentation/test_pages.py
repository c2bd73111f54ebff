"""Links between the pages of the repository lead to headings that are there, and its table of commands is true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from standfirst.cli import main
from tests.explainers import ROOT

_LINK = re.compile(r"(?<!\\)\]\((?P<path>[^()\s#:]*)(?:#(?P<anchor>[^()\s]*))?\)")
_HEADING = re.compile(r"^#+ (.*)$", re.M)
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.M | re.S)


def links_in(page: Path) -> Iterator[tuple[str, str]]:
    """Yield the links of a page within the repository: the path, and the anchor if there is one."""
    for found in _LINK.finditer(_CODE.sub("", page.read_text(encoding="utf-8"))):
        yield found["path"], found["anchor"] or ""


def anchors_of(page: Path) -> set[str]:
    """Return the anchors that GitHub and GitLab give to the headings of a page."""
    headings = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(
    "page", [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")], ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    dead = []
    for path, anchor in links_in(page):
        target = page.parent / path if path else page
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            dead.append(f"{path}#{anchor}")
    assert dead == []


# ---------------------------------------------------------------- the table of commands

_ROW = re.compile(r"^\| `(?!standfirst )(?P<command>[a-z]+(?: add)?)[^|]*\| (?P<does>.*) \|$", re.M)
_OPTION = re.compile(r"--[a-z-]+")
_LISTED = re.compile(r"^    (\w+)(?:  |$)", re.M)


def said_by(capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    """Return what a command says of itself."""
    with pytest.raises(SystemExit):
        main([*typed, "--help"])
    return capsys.readouterr().out


def test_the_table_of_commands_has_every_command_and_no_option_that_is_not_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## The commands")[2]
    rows = {row["command"]: _OPTION.findall(row["does"]) for row in _ROW.finditer(table)}
    assert {command.partition(" ")[0] for command in rows} == set(_LISTED.findall(said_by(capsys)))
    for command, options in rows.items():
        known = _OPTION.findall(said_by(capsys, *command.split()))
        assert set(options) <= set(known), command
