"""While drafts are shown, what a build without them will refuse is told of."""

from __future__ import annotations

from pathlib import Path

from standfirst.model import Drafts
from standfirst.options import Options
from standfirst.pipeline import make_site
from standfirst.problems.errors import Problem, Severity
from tests.explainers import ROOT, SITES

BROKEN = ROOT / "tests" / "broken" / "reference-to-draft" / "content"


def warnings_of(content: Path) -> list[Problem]:
    built = make_site(Options(content=content, templates=ROOT / "templates", drafts=Drafts.SHOW))
    return [each for each in built.warnings if "is a draft" in each.message]


def test_a_draft_that_something_published_needs_is_warned_of() -> None:
    (warning,) = warnings_of(BROKEN)
    assert warning.origin.line == 6
    assert warning.message == "actor 'council' is a draft, and this is published"
    assert warning.severity is Severity.WARNING


def test_a_draft_that_only_a_draft_needs_is_not() -> None:
    assert warnings_of(SITES / "full" / "content") == []
