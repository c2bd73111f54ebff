"""Broken explainers, each in a folder named for its fault.

What is reported of `broken/FAULT/content` is exactly what stands in `broken/FAULT/problems.txt`, with paths as a writer
sees them who works in that folder. The files of `broken/FAULT/templates`, if any, lie over ours.
What `check --fix` would change is exactly what `broken/FAULT/fix.diff` shows; where there is none, nothing.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from standfirst.cached_build import build
from standfirst.fixing.diff import diff_of
from standfirst.fixing.fix import fix
from standfirst.options import Options
from standfirst.outputs.artifact import Artifact
from standfirst.pipeline import make_site
from standfirst.problems.errors import SiteError, errors_in
from standfirst.publishing.publish import publish

BROKEN = Path(__file__).resolve().parent / "broken"
FAULTS = sorted(folder.name for folder in BROKEN.iterdir())
MENDED = sorted(diff.parent.name for diff in BROKEN.glob("*/fix.diff"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the writer works in; the site that was published before stands beside it."""
    publish([Artifact("index.html", b"what was published before")], tmp_path / "site")
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def everything_below(folder: Path) -> dict[str, bytes]:
    """Return what each path below a folder holds; of folders and of links to nothing, the path alone."""
    return {path.as_posix(): path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_reported_where_it_stands_and_nothing_is_written(fault: str, desk: Path) -> None:
    shutil.copytree(BROKEN / fault, desk, symlinks=True, dirs_exist_ok=True)
    before = everything_below(desk.parent)

    with pytest.raises(SiteError) as caught:
        build(Options(content=Path("content")), Path("../site"))

    assert str(caught.value).splitlines() == (desk / "problems.txt").read_text(encoding="utf-8").splitlines()
    assert everything_below(desk.parent) == before
    assert any(problem.fix for problem in caught.value.problems) == (fault in MENDED)


@pytest.mark.parametrize("fault", MENDED)
def test_what_a_message_names_exactly_mends_its_problem_and_makes_none(fault: str, desk: Path) -> None:
    shutil.copytree(BROKEN / fault, desk, dirs_exist_ok=True)

    fixed = fix(Options(content=Path("content")))

    assert diff_of(fixed.files, colour=False) == (desk / "fix.diff").read_text(encoding="utf-8").removesuffix("\n")
    mended = {problem.message for problem in fixed.before.problems if problem.fix}
    others = {problem.message for problem in fixed.before.problems} - mended
    # Warnings are not looked for before there are no errors.
    assert {problem.message for problem in errors_in(fixed.after.problems)} <= others
    assert mended.isdisjoint(problem.message for problem in fixed.after.problems)


def test_the_settings_that_the_faults_share_are_an_explainer_by_themselves(desk: Path) -> None:
    (desk / "content").mkdir()
    shutil.copy(BROKEN / "id-with-capitals" / "content" / "site.yaml", desk / "content")

    assert make_site(Options(content=Path("content"))).pages > 0
